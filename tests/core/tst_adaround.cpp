// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "engine/adaround.h"
#include "engine/output_channels.h"
#include "engine/weight_cache.h"
#include "network_runs.h"
#include "plain_rounding.h"
#include "quant/weight_quantizer.h"

#include <ATen/Parallel.h>

#include <cmath>
#include <numeric>

using namespace quantloupe;
using namespace test_networks;

namespace {

constexpr std::int64_t kBatch = 6;

std::span<const float> valuesOf(const at::Tensor &tensor)
{
    return {tensor.data_ptr<float>(), static_cast<std::size_t>(tensor.numel())};
}

const Step &stepOf(const Generator &generator, std::size_t layer)
{
    for (const Step &step : generator.program.steps)
        if (step.layer == static_cast<int>(layer))
            return step;
    qFatal("a layer without a step");
}

/// Input and output of one layer in the float network, under `weight`.
struct Seen
{
    at::Tensor input;
    at::Tensor output;
};

Seen see(const Generator &generator, const TestNetwork &network, std::size_t layer,
         const at::Tensor &weight)
{
    Overlay overlay(generator.program.layers.size());
    overlay[layer].weight = weight;
    Seen seen;
    Executor(generator.program)
        .observe(static_cast<int>(layer), batchOf(network.inputs(kBatch)), overlay, RunContext(),
                 [&](const Step &, const at::Tensor &input, const at::Tensor &output) {
                     seen = {input, output};
                 });
    return seen;
}

/// The form of the inputs of a linear layer.
class LinearForm
{
public:
    explicit LinearForm(const at::Tensor &inputs)
        : m_generator(saveAndLoad(perceptron(), m_folder.path().toStdString())),
          m_grams(*WeightGrams::forLayer(m_generator->program, stepOf(*m_generator, 0)))
    {
        if (!m_grams.add(inputs, inputs.size(0)))
            qFatal("inputs without an axis of samples");
    }
    const WeightGrams &grams() const { return m_grams; }

private:
    QTemporaryDir m_folder;
    std::shared_ptr<const Generator> m_generator;
    WeightGrams m_grams;
};

double total(const std::vector<double> &errors)
{
    return std::accumulate(errors.begin(), errors.end(), 0.0);
}

} // namespace

/// Rounding that adapts, against forms that can be computed otherwise.
class TestAdaRound : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { at::set_num_threads(1); }
    void init() { m_guard = std::make_unique<at::NoGradGuard>(); }
    void cleanup() { m_guard.reset(); }
    void formsGiveTheErrorsOfOutputs_data();
    void formsGiveTheErrorsOfOutputs();
    void twinInputsShareOneStep();
    void noChannelErrsMore_data();
    void noChannelErrsMore();
    void mostOfTheWayToTheOptimum();
    void equalsThePlainForm();
    void stopsWhenAsked();

private:
    std::unique_ptr<at::NoGradGuard> m_guard;
};

void TestAdaRound::formsGiveTheErrorsOfOutputs_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"dcgan scripted", "dcgan traced", "grouped scripted", "grouped traced",
                             "labelled traced", "perceptron", "image to image scripted", "lists"})
        QTest::newRow(name) << name;
}

void TestAdaRound::formsGiveTheErrorsOfOutputs()
{
    QFETCH(QString, name);
    TestNetwork network;
    for (const TestNetwork &candidate : allNetworks())
        if (name == QString::fromStdString(candidate.name))
            network = candidate;
    QVERIFY2(!network.name.empty(), "no such network");
    QTemporaryDir folder;
    const auto generator = saveAndLoad(network, folder.path().toStdString());
    int compared = 0;
    for (std::size_t i = 0; i < generator->program.layers.size(); ++i) {
        const WeightSite &site = generator->program.layers[i];
        std::optional<WeightGrams> grams =
            WeightGrams::forLayer(generator->program, stepOf(*generator, i));
        if (!grams)
            continue;
        const at::Tensor other = at::round(site.weight * 3) / 3;
        const Seen reference = see(*generator, network, i, {});
        const Seen rounded = see(*generator, network, i, other);
        QVERIFY(grams->add(reference.input, kBatch));
        const ChannelLayout layout = layoutOf(site);
        const auto errors = outputErrors(valuesOf(site.weight), valuesOf(other), layout, *grams);
        const at::Tensor difference =
            byChannel(rounded.output - reference.output, site.kind, layout.channelCount())
                .to(at::kDouble);
        const at::Tensor expected = difference.square().sum(at::IntArrayRef({0, 2}));
        QVERIFY(expected.sum().item<double>() > 0);
        for (std::int64_t c = 0; c < layout.channelCount(); ++c) {
            const double wanted = expected[c].item<double>();
            QVERIFY2(std::abs(errors[static_cast<std::size_t>(c)] - wanted) <= 1e-3 * wanted + 1e-6,
                     site.name.c_str());
        }
        ++compared;
    }
    QVERIFY(compared > 0);
}

void TestAdaRound::twinInputsShareOneStep()
{
    // Both inputs are the same: weights of 0.4 and 0.3 steps are best rounded to one step in all.
    const LinearForm form(at::ones({5, 2}));
    const ChannelLayout layout = channelLayout(std::array<std::int64_t, 2>{48, 2}, 0);
    std::vector<float> weights;
    for (int c = 0; c < 48; ++c) {
        const float sign = c < 24 ? 1.0F : -1.0F;
        weights.insert(weights.end(), {0.4F * sign, 0.3F * sign});
    }
    QuantizedTensor nearest = quantize(weights, layout, parseSpec("w4:minmax").spec.weight);
    for (std::size_t c = 0; c < nearest.scale.size(); ++c)
        nearest.scale[c] = 1;
    nearest.codes.assign(96, 0);
    nearest.values.assign(96, 0);
    const QuantizedTensor found =
        adaptiveRounding(weights, nearest, layout, form.grams(), form.grams(), {}, RunContext());
    for (std::size_t i = 0; i < weights.size(); i += 2) {
        const std::int32_t sum = found.codes[i] + found.codes[i + 1];
        QCOMPARE(sum, i < 48 ? 1 : -1);
        QCOMPARE(found.values[i], static_cast<float>(found.codes[i]));
    }
}

void TestAdaRound::noChannelErrsMore_data()
{
    QTest::addColumn<QString>("spec");
    for (const char *spec : {"w2", "w3:minmax", "w4", "w3:minmax:asym", "w3:mse:tensor",
                             "w4:mse:group16", "w4:pow2", "w8"})
        QTest::newRow(spec) << spec;
}

void TestAdaRound::noChannelErrsMore()
{
    QFETCH(QString, spec);
    for (const TestNetwork &network : {dcgan(Form::Scripted), grouped(Form::Traced)}) {
        QTemporaryDir folder;
        const auto generator = saveAndLoad(network, folder.path().toStdString());
        for (std::size_t i = 0; i < generator->program.layers.size(); ++i) {
            const WeightSite &site = generator->program.layers[i];
            std::optional<WeightGrams> grams =
                WeightGrams::forLayer(generator->program, stepOf(*generator, i));
            QVERIFY(grams);
            QVERIFY(grams->add(see(*generator, network, i, {}).input, kBatch));
            const ChannelLayout layout = layoutOf(site);
            const std::span<const float> weights = valuesOf(site.weight);
            const QuantizedTensor nearest =
                quantize(weights, layout, parseSpec(spec.toStdString()).spec.weight);
            const QuantizedTensor found =
                adaptiveRounding(weights, nearest, layout, *grams, *grams, {}, RunContext());
            const auto before = outputErrors(weights, nearest.values, layout, *grams);
            const auto after = outputErrors(weights, found.values, layout, *grams);
            for (std::size_t c = 0; c < before.size(); ++c)
                QVERIFY(after[c] <= before[c] * (1 + 1e-4));
            QVERIFY2(total(after) < total(before), site.name.c_str());
            for (std::size_t w = 0; w < weights.size(); ++w) {
                QVERIFY(std::abs(found.codes[w] - nearest.codes[w]) <= 1);
                QVERIFY(found.codes[w] >= nearest.quantMin && found.codes[w] <= nearest.quantMax);
            }
        }
    }
}

void TestAdaRound::mostOfTheWayToTheOptimum()
{
    constexpr int kWeights = 8;
    // Inputs that have much in common.
    const at::Tensor inputs = numbers({64, kWeights}, 5, 0.4) + numbers({64, 1}, 6);
    const LinearForm form(inputs);
    const at::Tensor weights = numbers({48, kWeights}, 7);
    const ChannelLayout layout = channelLayout(std::array<std::int64_t, 2>{48, kWeights}, 0);
    const QuantizedTensor nearest =
        quantize(valuesOf(weights), layout, parseSpec("w3:minmax").spec.weight);
    const QuantizedTensor found = adaptiveRounding(valuesOf(weights), nearest, layout, form.grams(),
                                                   form.grams(), {}, RunContext());
    const auto before = outputErrors(valuesOf(weights), nearest.values, layout, form.grams());
    const auto after = outputErrors(valuesOf(weights), found.values, layout, form.grams());
    double optimum = 0;
    for (std::int64_t c = 0; c < 48; ++c) {
        double least = INFINITY;
        const double scale = nearest.scale[static_cast<std::size_t>(c)];
        for (int choice = 0; choice < 1 << kWeights; ++choice) {
            at::Tensor error = at::empty({kWeights}, at::kDouble);
            for (int w = 0; w < kWeights; ++w) {
                const double weight = weights[c][w].item<double>();
                const double code = std::floor(weight / scale) + (choice >> w & 1);
                error[w] =
                    std::clamp<double>(code, nearest.quantMin, nearest.quantMax) * scale - weight;
            }
            const at::Tensor output = at::matmul(inputs.to(at::kDouble), error);
            least = std::min(least, output.square().sum().item<double>());
        }
        optimum += least;
    }
    qInfo("nearest %.3f, AdaRound %.3f, optimum %.3f", total(before), total(after), optimum);
    QVERIFY(total(after) >= optimum * (1 - 1e-4));
    QVERIFY(total(after) - optimum < 0.2 * (total(before) - optimum));
}

void TestAdaRound::equalsThePlainForm()
{
    constexpr std::int64_t kWeights = 8;
    const at::Tensor inputs = numbers({64, kWeights}, 8, 0.4) + numbers({64, 1}, 9);
    const LinearForm form(inputs);
    const at::Tensor weights = numbers({48, kWeights}, 10);
    const ChannelLayout layout = channelLayout(std::array<std::int64_t, 2>{48, kWeights}, 0);
    const QuantizedTensor nearest =
        quantize(valuesOf(weights), layout, parseSpec("w3:minmax").spec.weight);
    const QuantizedTensor found = adaptiveRounding(valuesOf(weights), nearest, layout, form.grams(),
                                                   form.grams(), {}, RunContext());
    const auto expected = PlainRounding(weights, nearest, inputs).find({});
    QVERIFY(expected != nearest.codes);
    QCOMPARE(found.codes, expected);
}

void TestAdaRound::stopsWhenAsked()
{
    const LinearForm form(at::ones({5, 2}));
    std::vector<float> weights(96);
    std::iota(weights.begin(), weights.end(), 0.3F);
    const ChannelLayout layout = channelLayout(std::array<std::int64_t, 2>{48, 2}, 0);
    const QuantizedTensor nearest = quantize(weights, layout, parseSpec("w2").spec.weight);
    std::stop_source source;
    source.request_stop();
    bool stopped = false;
    try {
        adaptiveRounding(weights, nearest, layout, form.grams(), form.grams(), {},
                         RunContext(source.get_token()));
    } catch (const Cancelled &) {
        stopped = true;
    }
    QVERIFY(stopped);
}

QTEST_APPLESS_MAIN(TestAdaRound)
#include "tst_adaround.moc"

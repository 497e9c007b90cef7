// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "corrected_requests.h"
#include "correction_trial.h"
#include "network_runs.h"

#include <ATen/Parallel.h>

using namespace quantloupe;
using namespace session_requests;
using namespace test_networks;
using test::corrected;
using test::worstMean;
using Trial = test::CorrectionTrial;

namespace {

/// Of means relative to the root mean square of the channel: what sums of floats lose.
constexpr double kRounding = 1e-5;
/// The same of squared errors, relative.
constexpr double kErrorRounding = 1e-3;

/// Of one layer's output, with other weights in this layer alone, relative to the output itself.
double outputError(const CorrectionTask &task, std::size_t layer, const at::Tensor &weight)
{
    const Program &program = task.generator.program;
    Overlay overlay(program.layers.size());
    overlay[layer].weight = weight;
    overlay[layer].weightKey = 1;
    double error = 0;
    double signal = 0;
    for (const CalibrationBatch &batch : task.batches) {
        const ProgramInputs inputs =
            inputBatch(task.generator, task.plan, batch.given, batch.samples);
        const auto count = static_cast<std::int64_t>(batch.samples.samples.size());
        const auto output = [&](const Overlay &of) {
            at::Tensor seen;
            Executor(program).observe(
                static_cast<int>(layer), inputs, of, RunContext(),
                [&](const Step &, const at::Tensor &, const at::Tensor &found) {
                    seen = found.narrow(0, 0, count).to(at::kDouble);
                });
            return seen;
        };
        const at::Tensor reference = output(Overlay(program.layers.size()));
        error += (output(overlay) - reference).square().sum().item<double>();
        signal += reference.square().sum().item<double>();
    }
    return error / signal;
}

} // namespace

/// AdaRound among the other corrections.
class TestCorrectionRounding : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { at::set_num_threads(1); }
    void init() { m_guard = std::make_unique<at::NoGradGuard>(); }
    void cleanup() { m_guard.reset(); }
    void weightsAreRoundedBeforeTheRest();
    void roundingKnowsWhatItFound();
    void roundingGoesOnFromTheLayerBefore();
    void roundingNeedsEvenLevels();
    void theErrorIsThatOfTheOutput();

private:
    GeneratorPtr open(const TestNetwork &network)
    {
        return saveAndLoad(network, m_folder.path().toStdString());
    }

    QTemporaryDir m_folder;
    std::unique_ptr<at::NoGradGuard> m_guard;
};

void TestCorrectionRounding::weightsAreRoundedBeforeTheRest()
{
    const GeneratorPtr generator = open(dcgan(Form::Scripted));
    Trial trial(*generator, "w3", everywhere({Correction::AdaRound, Correction::Bias}));
    const CorrectionTask task = trial.task();
    CorrectionMemo memo;
    const LayerCorrections corrections = computeCorrections(task, memo, RunContext());
    const Overlay overlay = corrected(task, corrections);
    for (std::size_t i = 0; i < overlay.size(); ++i) {
        QVERIFY(!at::equal(overlay[i].weight, task.overlay[i].weight));
        QVERIFY(overlay[i].weightKey != task.overlay[i].weightKey);
        QVERIFY(corrections[i].notes.empty());
    }
    // The means are those of the float network under the rounded weights.
    const auto mended = trial.statistics(overlay);
    for (const auto &[s, statistics] : trial.statistics({}))
        if (generator->program.steps[s].kind == StepKind::Layer)
            QVERIFY(worstMean(statistics, mended.at(s)) < kRounding);
}

void TestCorrectionRounding::roundingKnowsWhatItFound()
{
    const GeneratorPtr generator = open(dcgan(Form::Scripted));
    const CorrectionChoice choice = everywhere({Correction::AdaRound});
    CorrectionMemo memo;
    Trial first(*generator, "w4", choice);
    const LayerCorrections before = computeCorrections(first.task(), memo, RunContext());
    Trial second(*generator, "w4", choice);
    second.config().set(generator->info.layers[1].name, parseSpec("w2").spec);
    const LayerCorrections after = computeCorrections(second.task(), memo, RunContext());
    CorrectionMemo fresh;
    const LayerCorrections anew = computeCorrections(second.task(), fresh, RunContext());
    for (std::size_t i = 0; i < anew.size(); ++i) {
        QCOMPARE(after[i].weight == before[i].weight, i != 1);
        QCOMPARE(after[i].weightKey == before[i].weightKey, i != 1);
        QVERIFY(at::equal(after[i].weight->values, anew[i].weight->values));
        QCOMPARE(after[i].weightKey, anew[i].weightKey);
    }
}

void TestCorrectionRounding::roundingGoesOnFromTheLayerBefore()
{
    const GeneratorPtr generator = open(dcgan(Form::Scripted));
    for (const CorrectionChoice &choice :
         {everywhere({Correction::AdaRound}),
          everywhere({Correction::AdaRound, Correction::FoldNorm, Correction::Equalize})}) {
        Trial trial(*generator, "w3", choice);
        const CorrectionTask task = trial.task();
        const auto network = NetworkRewrites().get(task).network;
        PrefixCache prefix(std::size_t{64} << 20);
        RoundedWeights going;
        RoundedWeights plain;
        for (std::size_t layer = 0; layer < network->size(); ++layer) {
            const auto found = going.get(task, {*network, &prefix}, layer, RunContext());
            const auto expected = plain.get(task, {*network}, layer, RunContext());
            QVERIFY(found.weight && expected.weight);
            QVERIFY(found.weight->values.equal(expected.weight->values));
            QVERIFY(found.error && found.error == expected.error);
            // What the layer before put out, in each batch.
            QVERIFY(prefix.hits() >= layer * task.batches.size());
        }
    }
}

void TestCorrectionRounding::roundingNeedsEvenLevels()
{
    const GeneratorPtr generator = open(dcgan(Form::Scripted));
    Trial trial(*generator, "w3", everywhere({Correction::AdaRound}));
    const std::string &layer = generator->info.layers[1].name;
    trial.config().set(layer, parseSpec("w3:kmeans").spec);
    trial.config().set(generator->info.layers[2].name, parseSpec("wfloat,a8").spec);
    CorrectionMemo memo;
    const LayerCorrections found = computeCorrections(trial.task(), memo, RunContext());
    QVERIFY(found[0].weight && found[0].notes.empty());
    QVERIFY(!found[1].weight);
    QCOMPARE(found[1].notes.size(), 1U);
    QVERIFY(found[1].notes.front().starts_with("AdaRound leaves the weight of " + layer));
    QVERIFY(found[1].notes.front().ends_with("choose minmax, mse or pow2, with 2 bits or more."));
    // There is nothing to round.
    QVERIFY(!found[2].weight && found[2].notes.empty());
}

void TestCorrectionRounding::theErrorIsThatOfTheOutput()
{
    const GeneratorPtr generator = open(dcgan(Form::Scripted));
    Trial trial(*generator, "w3", everywhere({Correction::AdaRound}));
    const CorrectionTask task = trial.task();
    // So few batches that all of them judge.
    QVERIFY(task.batches.size() < 4);
    CorrectionMemo memo;
    const LayerCorrections found = computeCorrections(task, memo, RunContext());
    const LayerCorrections again = computeCorrections(task, memo, RunContext());
    for (std::size_t i = 0; i < found.size(); ++i) {
        const auto isNear = [&](double told, const at::Tensor &weight) {
            const double plain = outputError(task, i, weight);
            return std::abs(told - plain) <= kErrorRounding * plain;
        };
        QVERIFY(found[i].rounding);
        QVERIFY(isNear(found[i].rounding->nearest, task.overlay[i].weight));
        QVERIFY(isNear(found[i].rounding->chosen, found[i].weight->values));
        QVERIFY(found[i].rounding->chosen < found[i].rounding->nearest);
        QVERIFY(again[i].rounding == found[i].rounding);
    }
}

QTEST_APPLESS_MAIN(TestCorrectionRounding)
#include "tst_correction_rounding.moc"

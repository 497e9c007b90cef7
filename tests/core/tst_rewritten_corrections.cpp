// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "corrected_requests.h"
#include "correction_trial.h"
#include "network_runs.h"
#include "normed_networks.h"

#include <ATen/Parallel.h>

#include <algorithm>

using namespace quantloupe;
using namespace session_requests;
using namespace test_networks;
using test::corrected;
using test::worstMean;
using Trial = test::CorrectionTrial;

namespace {

/// Of means relative to the root mean square of the channel: what sums of floats lose.
constexpr double kRounding = 1e-5;
/// Of an activation's scale: what the float network's rounding moves in a histogram.
constexpr double kSameScale = 1e-3;

enum Layer : std::size_t { kFirst, kPlain, kUp, kLast };

std::span<const float> valuesOf(const at::Tensor &tensor)
{
    return {tensor.data_ptr<float>(), static_cast<std::size_t>(tensor.numel())};
}

bool isIdle(const LayerCorrection &correction, Correction which)
{
    return std::ranges::count(correction.idle, which) > 0;
}

} // namespace

/// Quantization, calibration and the other corrections on rewritten networks.
class TestRewrittenCorrections : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        at::set_num_threads(1);
        m_generator = saveAndLoad(normed(), m_folder.path().toStdString());
        const Names names = {"first", "plain", "up", "last"};
        for (std::size_t i = 0; i < names.size(); ++i)
            QCOMPARE(m_generator->info.layers.at(i).name, names[i]);
    }
    void init() { m_guard = std::make_unique<at::NoGradGuard>(); }
    void cleanup() { m_guard.reset(); }
    void foldedWeightsAreQuantized_data();
    void foldedWeightsAreQuantized();
    void scalesPerChannelFollowTheFactors();
    void rangesFollowScaledInputs();
    void channelMeansAreRestored_data();
    void channelMeansAreRestored();
    void foldedNormsAreNotEstimatedAgain();
    void layersWithoutANormAreLeftAsTheyAre();
    void networksWithoutANormSaySoOnce_data();
    void networksWithoutANormSaySoOnce();
    void foldedWeightsAreRounded();
    void cachedRunsEqualUncachedOnes();
    void editsKeepTheRest();
    void reportsSayWhatIsInEffect();
    void inspectionsCompareInTheSameUnits();
    void inspectionsAreOfTheWeightThatIsQuantized();

private:
    using Names = std::vector<std::string>;

    LayerCorrections corrections(const CorrectionTask &task)
    {
        CorrectionMemo memo;
        return computeCorrections(task, memo, RunContext());
    }

    QTemporaryDir m_folder;
    std::shared_ptr<const Generator> m_generator;
    std::unique_ptr<at::NoGradGuard> m_guard;
};

void TestRewrittenCorrections::foldedWeightsAreQuantized_data()
{
    QTest::addColumn<QString>("spec");
    for (const char *spec : {"w8:minmax", "w4:minmax:tensor", "w4:em", "w3:pow2", "w4:group16"})
        QTest::newRow(spec) << spec;
}

void TestRewrittenCorrections::foldedWeightsAreQuantized()
{
    QFETCH(QString, spec);
    Trial trial(*m_generator, spec.toStdString(),
                everywhere({Correction::FoldNorm, Correction::Equalize}));
    const CorrectionTask task = trial.task();
    const LayerCorrections found = corrections(task);
    const auto network = NetworkRewrites().get(task).network;
    for (const Layer layer : {kFirst, kPlain, kUp, kLast}) {
        // Nothing is behind the first layer to even it with, and its one scale may suffer.
        if (layer == kFirst && (*network)[layer].key == 0)
            continue;
        const at::Tensor folded = rewrittenWeight(m_generator->program, *network, layer);
        const QuantizedTensor expected =
            quantize(valuesOf(folded), layoutOf(m_generator->program.layers[layer]),
                     parseSpec(spec.toStdString()).spec.weight);
        const std::span<const float> values = valuesOf(found[layer].weight->values);
        QVERIFY(std::ranges::equal(values, expected.values));
        QVERIFY(found[layer].weightKey != task.overlay[layer].weightKey);
    }
    QVERIFY(found[kUp].bias.defined() && found[kUp].norms.size() == 1);
    // Nothing behind the last layer scales what it puts out.
    QVERIFY(!found[kLast].bias.defined() && found[kLast].outputFactors.empty());
}

void TestRewrittenCorrections::scalesPerChannelFollowTheFactors()
{
    Trial trial(*m_generator, "w4:minmax:channel", everywhere({Correction::FoldNorm}));
    const CorrectionTask task = trial.task();
    const Values inputs = normed().inputs(3);
    const at::Tensor plain = run(*m_generator, inputs, task.overlay);
    const at::Tensor folded = run(*m_generator, inputs, corrected(task, corrections(task)));
    const at::Tensor reference = run(*m_generator, inputs);
    QVERIFY((folded - plain).abs().max().item<double>() <
            kRounding + 0.01 * (plain - reference).abs().max().item<double>());
}

void TestRewrittenCorrections::rangesFollowScaledInputs()
{
    Trial trial(*m_generator, "w8,a8:minmax",
                everywhere({Correction::FoldNorm, Correction::Equalize}));
    const auto seen = calibrate(*m_generator, samplingPlan(*m_generator), {Trial::kSamples, 3}, {},
                                8, RunContext());
    ActivationRanges ranges;
    for (std::size_t i = 0; i < seen.size(); ++i)
        ranges.push_back(estimateRange(
            seen[i], trial.config().spec(m_generator->info.layers[i].name).activation));
    const CorrectionTask task = trial.task(ranges);
    const LayerCorrections found = corrections(task);
    QVERIFY(!found[kFirst].activation && !found[kPlain].activation);
    const Overlay overlay = corrected(task, found);
    const auto network = NetworkRewrites().get(task).network;
    for (const Layer layer : {kUp, kLast}) {
        // The inputs of the float network as it was, scaled by hand.
        const at::Tensor factors = at::tensor((*network)[layer].factors.inputs, at::kDouble);
        ActivationHistogram scaled;
        for (const CalibrationBatch &batch : task.batches)
            Executor(m_generator->program)
                .observe(
                    static_cast<int>(layer),
                    inputBatch(*m_generator, task.plan, batch.given, batch.samples), {},
                    RunContext(), [&](const Step &, const at::Tensor &input, const at::Tensor &) {
                        scaled.add(valuesOf(
                            (input / factors.view({1, -1, 1, 1})).to(at::kFloat).contiguous()));
                    });
        const ActivationRange expected = estimateRange(
            scaled, trial.config().spec(m_generator->info.layers[layer].name).activation);
        QVERIFY(found[layer].activation);
        QVERIFY(std::abs(found[layer].activation->scale / expected.scale - 1) < kSameScale);
        QVERIFY(std::abs(ranges[layer]->scale / expected.scale - 1) > 10 * kSameScale);
        QVERIFY(overlay[layer].activation == found[layer].activation);
        QVERIFY(overlay[layer].activationKey != task.overlay[layer].activationKey);
    }
}

void TestRewrittenCorrections::channelMeansAreRestored_data()
{
    QTest::addColumn<bool>("isEqualized");
    QTest::newRow("folded") << false;
    QTest::newRow("equalized") << true;
}

void TestRewrittenCorrections::channelMeansAreRestored()
{
    QFETCH(bool, isEqualized);
    CorrectionChoice choice = everywhere({Correction::FoldNorm, Correction::Bias});
    choice.setEverywhere(Correction::Equalize, isEqualized);
    Trial trial(*m_generator, "w3:minmax", choice);
    const CorrectionTask task = trial.task();
    const LayerCorrections found = corrections(task);
    const auto reference = trial.statistics({});
    const auto mended = trial.statistics(corrected(task, found));
    int layers = 0;
    for (const auto &[s, statistics] : reference) {
        const Step &step = m_generator->program.steps[s];
        if (step.kind != StepKind::Layer)
            continue;
        const std::vector<double> &factors =
            found[static_cast<std::size_t>(step.layer)].outputFactors;
        const ChannelStatistics expected = factors.empty() ? statistics : statistics.times(factors);
        QVERIFY2(worstMean(expected, mended.at(s)) < kRounding, step.label.c_str());
        ++layers;
    }
    QCOMPARE(layers, 4);
}

void TestRewrittenCorrections::foldedNormsAreNotEstimatedAgain()
{
    CorrectionChoice choice = everywhere({Correction::FoldNorm, Correction::ReestimateNorm});
    choice.set(Correction::FoldNorm, "up", false);
    Trial trial(*m_generator, "w3", choice);
    const LayerCorrections found = corrections(trial.task());
    QVERIFY(isIdle(found[kPlain], Correction::ReestimateNorm));
    QCOMPARE(found[kPlain].norms.size(), 1U);
    QVERIFY(found[kPlain].norms.front().offset.defined());
    QVERIFY(found[kPlain].notes.front().starts_with(
        "Batch-norm re-estimation leaves the batch norm behind plain as it is"));
    QVERIFY(!isIdle(found[kUp], Correction::ReestimateNorm));
    QCOMPARE(found[kUp].norms.size(), 1U);
    QVERIFY(!found[kUp].norms.front().offset.defined() && found[kUp].norms.front().mean.defined());
}

void TestRewrittenCorrections::layersWithoutANormAreLeftAsTheyAre()
{
    // What is on everywhere is not for layers without a norm.
    Trial general(*m_generator, "w3", everywhere({Correction::ReestimateNorm, Correction::Bias}));
    const LayerCorrections all = corrections(general.task());
    for (const Layer layer : {kFirst, kPlain, kUp, kLast}) {
        QCOMPARE(isIdle(all[layer], Correction::ReestimateNorm), layer == kLast);
        QVERIFY(!isIdle(all[layer], Correction::Bias));
        QCOMPARE(all[layer].movedNorms(), layer == kLast ? 0 : 1);
        QVERIFY(all[layer].notes.empty());
    }
    CorrectionChoice choice;
    choice.set(Correction::ReestimateNorm, "last", true);
    choice.set(Correction::ReestimateNorm, "up", true);
    Trial named(*m_generator, "w3", choice);
    const LayerCorrections found = corrections(named.task());
    QVERIFY(isIdle(found[kLast], Correction::ReestimateNorm));
    QCOMPARE(found[kLast].notes,
             Names({"Batch-norm re-estimation leaves last as it is: no batch norm with stored "
                    "statistics is behind it."}));
    QVERIFY(!isIdle(found[kUp], Correction::ReestimateNorm) && found[kUp].notes.empty());
    QVERIFY(found[kPlain].idle.empty());
}

void TestRewrittenCorrections::networksWithoutANormSaySoOnce_data()
{
    QTest::addColumn<Correction>("correction");
    QTest::addColumn<QString>("what");
    QTest::newRow("folding") << Correction::FoldNorm << "Folding";
    QTest::newRow("re-estimation") << Correction::ReestimateNorm << "Batch-norm re-estimation";
}

/// Neither does a configuration that quantizes none of the layers with one.
void TestRewrittenCorrections::networksWithoutANormSaySoOnce()
{
    QFETCH(Correction, correction);
    QFETCH(QString, what);
    const GeneratorPtr bare = saveAndLoad(modulated(Form::Scripted), m_folder.path().toStdString());
    QVERIFY(bare->program.norms.empty() && bare->program.layers.size() > 1);
    Trial trial(*bare, "w3", everywhere({correction}));
    const LayerCorrections found = corrections(trial.task());
    Names notes;
    for (const LayerCorrection &each : found) {
        QVERIFY(isIdle(each, correction));
        notes.insert(notes.end(), each.notes.begin(), each.notes.end());
    }
    const Names once = {what.toStdString() +
                        " has no effect: none of the quantized layers that it is on for has a "
                        "batch norm with stored statistics behind it."};
    QCOMPARE(notes, once);
    Trial part(*m_generator, "w3", everywhere({correction}));
    for (const char *layer : {"first", "plain", "up"})
        part.config().set(layer, {});
    QCOMPARE(corrections(part.task())[kLast].notes, once);
}

void TestRewrittenCorrections::foldedWeightsAreRounded()
{
    Trial folded(*m_generator, "w4:minmax", everywhere({Correction::FoldNorm}));
    Trial both(*m_generator, "w4:minmax", everywhere({Correction::FoldNorm, Correction::AdaRound}));
    const CorrectionTask task = both.task();
    const LayerCorrections nearest = corrections(folded.task());
    const LayerCorrections rounded = corrections(task);
    const auto network = NetworkRewrites().get(task).network;
    const at::Tensor weight = rewrittenWeight(m_generator->program, *network, kUp);
    const at::Tensor &values = rounded[kUp].weight->values;
    QVERIFY(!at::equal(values, nearest[kUp].weight->values));
    // Up or down by less than a step of the channel: seven steps reach its largest weight.
    for (std::int64_t c = 0; c < 8; ++c)
        for (std::int64_t i = 0; i < 3; ++i) {
            double most = 0;
            for (std::int64_t j = 0; j < 3; ++j)
                most = std::max(most, weight[c / 2 * 3 + j][c % 2].abs().max().item<double>());
            const at::Tensor change = (values - weight)[c / 2 * 3 + i][c % 2].abs();
            QVERIFY(change.max().item<double>() <= most / 7 * (1 + kRounding));
        }
    QVERIFY(rounded[kUp].bias.defined() && rounded[kUp].norms.size() == 1);
}

void TestRewrittenCorrections::cachedRunsEqualUncachedOnes()
{
    PrefixCache cache(64 << 20);
    Executor cached(m_generator->program, &cache);
    Executor plain(m_generator->program);
    CorrectionMemo memo;
    for (const char *spec : {"w4", "w3:minmax:tensor", "w4"})
        for (const CorrectionChoice &choice :
             {everywhere({Correction::FoldNorm}),
              everywhere({Correction::FoldNorm, Correction::Equalize}), CorrectionChoice(),
              everywhere({Correction::FoldNorm, Correction::Equalize, Correction::Bias})}) {
            Trial trial(*m_generator, spec, choice);
            const CorrectionTask task = trial.task();
            const Overlay overlay = corrected(task, computeCorrections(task, memo, RunContext()));
            const ProgramInputs inputs = inputBatch(
                *m_generator, task.plan, {}, {StreamRole::Evaluation, firstSamples(0, 3), {}});
            const at::Tensor expected = plain.run(inputs, overlay, RunContext());
            QVERIFY(at::equal(cached.run(inputs, overlay, RunContext()), expected));
        }
}

void TestRewrittenCorrections::editsKeepTheRest()
{
    const CorrectionChoice choice = everywhere({Correction::FoldNorm, Correction::Equalize});
    CorrectionMemo memo;
    Trial first(*m_generator, "w4", choice);
    Trial second(*m_generator, "w4", choice);
    second.config().set("plain", parseSpec("w5").spec);
    const LayerCorrections before = computeCorrections(first.task(), memo, RunContext());
    const LayerCorrections after = computeCorrections(second.task(), memo, RunContext());
    for (const Layer layer : {kFirst, kPlain, kUp, kLast})
        QCOMPARE(after[layer].weight == before[layer].weight, layer != kPlain);
    const LayerCorrections undone = computeCorrections(first.task(), memo, RunContext());
    QVERIFY(undone[kPlain].weight == before[kPlain].weight);
}

void TestRewrittenCorrections::reportsSayWhatIsInEffect()
{
    Session session;
    CompareRequest request = requestFor(m_generator, 2);
    setAll(request, 3, kFloatBits);
    request.config.setCorrections(everywhere({Correction::FoldNorm, Correction::Equalize}));
    const CompareReport report = session.compare(request, Lane::Compute, RunContext());
    using List = std::vector<Correction>;
    const std::vector<CorrectedLayer> &layers = report.corrections.layers;
    QCOMPARE(layers[kFirst].corrections, List({Correction::FoldNorm}));
    QCOMPARE(layers[kPlain].corrections, List({Correction::FoldNorm, Correction::Equalize}));
    QCOMPARE(layers[kUp].corrections, List({Correction::FoldNorm, Correction::Equalize}));
    QCOMPARE(layers[kLast].corrections, List());
    for (const CorrectedLayer &layer : layers) {
        QCOMPARE(layer.norms, 0);
        // Each compared in the same units: far from what other units would give.
        QVERIFY(std::abs(*layer.gain.after - *layer.gain.before) < 10);
        QVERIFY(*layer.gain.after > 0);
    }
    const auto isOfFirst = [](const std::string &warning) {
        return warning.starts_with("Equalization leaves first as it is");
    };
    QCOMPARE(std::ranges::count_if(report.warnings, isOfFirst), 1);
}

void TestRewrittenCorrections::inspectionsCompareInTheSameUnits()
{
    Session session;
    InspectRequest request;
    request.compare = requestFor(m_generator, 1);
    setAll(request.compare, 8, kFloatBits);
    request.compare.config.setCorrections(everywhere({Correction::FoldNorm, Correction::Equalize}));
    request.layer = "up";
    request.maps.count = 4;
    const FeatureMaps found = session.inspectLayer(request, RunContext()).maps;
    QCOMPARE(found.maps.size(), 4U);
    // Eight bits err by a few parts in a hundred; other units would by more than half.
    for (const FeatureMap &map : found.maps)
        QVERIFY(map.error.value_or(0) < 0.2);
}

void TestRewrittenCorrections::inspectionsAreOfTheWeightThatIsQuantized()
{
    Session session;
    InspectRequest request;
    request.compare = requestFor(m_generator, 1);
    request.parts = InspectParts::Weight;
    setAll(request.compare, 3, kFloatBits);
    // One after the other in one session: what it keeps of a layer must not be taken for another.
    for (const CorrectionChoice &choice :
         {CorrectionChoice(), everywhere({Correction::FoldNorm}),
          everywhere({Correction::FoldNorm, Correction::Equalize})}) {
        request.compare.config.setCorrections(choice);
        const CompareReport report = session.compare(request.compare, Lane::Compute, RunContext());
        for (const LayerReport &layer : report.layers) {
            request.layer = layer.name;
            const WeightInspection weight = session.inspectLayer(request, RunContext()).weight;
            QCOMPARE(weight.layer.sqnr, layer.sqnr);
            QVERIFY(!choice.isEmpty() || !weight.isRewritten);
        }
        request.layer = "up";
        QCOMPARE(session.inspectLayer(request, RunContext()).weight.isRewritten, !choice.isEmpty());
    }
}

QTEST_APPLESS_MAIN(TestRewrittenCorrections)
#include "tst_rewritten_corrections.moc"

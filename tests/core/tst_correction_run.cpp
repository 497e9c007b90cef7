// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "corrected_requests.h"
#include "correction_trial.h"
#include "network_runs.h"

#include <ATen/Parallel.h>

#include <cmath>

using namespace quantloupe;
using namespace session_requests;
using namespace test_networks;
using test::corrected;
using test::worstMean;
using Trial = test::CorrectionTrial;

namespace {

/// Of means relative to the root mean square of the channel: what sums of floats lose.
constexpr double kRounding = 1e-5;

TestNetwork networkNamed(const QString &name)
{
    for (const TestNetwork &network : allNetworks())
        if (name == QString::fromStdString(network.name))
            return network;
    return {};
}

} // namespace

/// Corrections against what they must be in closed form.
class TestCorrectionRun : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { at::set_num_threads(1); }
    void init() { m_guard = std::make_unique<at::NoGradGuard>(); }
    void cleanup() { m_guard.reset(); }
    void channelMeansAreRestored_data();
    void channelMeansAreRestored();
    void wildChannelsAreLeftAlone();
    void normsFollowAScaledWeight();
    void normsOfTheirOwnSamplesUndoAScale();
    void floatNetworksKeepEverything();
    void editsOfLaterLayersNeedTheRestOnly();
    void cachedRunsEqualUncachedOnes();
    void layersCanBeLeftOut();

private:
    GeneratorPtr open(const TestNetwork &network)
    {
        return saveAndLoad(network, m_folder.path().toStdString());
    }

    QTemporaryDir m_folder;
    std::unique_ptr<at::NoGradGuard> m_guard;
};

void TestCorrectionRun::channelMeansAreRestored_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"dcgan scripted", "grouped traced", "labelled scripted", "lists",
                             "spectral norm traced", "equalized"})
        QTest::newRow(name) << name;
    for (const Form form : {Form::Scripted, Form::Traced})
        QTest::newRow(modulated(form).name.c_str()) << QString::fromStdString(modulated(form).name);
}

void TestCorrectionRun::channelMeansAreRestored()
{
    QFETCH(QString, name);
    const TestNetwork network = networkNamed(name);
    QVERIFY2(!network.name.empty(), "no such network");
    const GeneratorPtr generator = open(network);
    Trial trial(*generator, "w3:minmax", everywhere({Correction::Bias}));
    const CorrectionTask task = trial.task();
    CorrectionMemo memo;
    const LayerCorrections corrections = computeCorrections(task, memo, RunContext());
    const auto reference = trial.statistics({});
    const auto plain = trial.statistics(task.overlay);
    const auto mended = trial.statistics(corrected(task, corrections));
    double worstPlain = 0;
    for (const auto &[s, statistics] : reference) {
        const Step &step = generator->program.steps[s];
        if (step.kind != StepKind::Layer)
            continue;
        const LayerCorrection &correction = corrections[static_cast<std::size_t>(step.layer)];
        QCOMPARE(correction.skippedChannels, 0);
        QCOMPARE(correction.channels, static_cast<int>(statistics.channels()));
        QVERIFY2(worstMean(statistics, mended.at(s)) < kRounding, step.label.c_str());
        worstPlain = std::max(worstPlain, worstMean(statistics, plain.at(s)));
    }
    QVERIFY(worstPlain > 1000 * kRounding);
}

void TestCorrectionRun::wildChannelsAreLeftAlone()
{
    const GeneratorPtr generator = open(dcgan(Form::Scripted));
    Trial trial(*generator, "w8", everywhere({Correction::Bias}));
    CorrectionTask task = trial.task();
    const std::size_t last = task.overlay.size() - 1;
    task.overlay[last].weight = generator->program.layers[last].weight * 40;
    task.overlay[last].weightKey = 99;
    CorrectionMemo memo;
    const LayerCorrections corrections = computeCorrections(task, memo, RunContext());
    const auto reference = trial.statistics({});
    Overlay before = corrected(task, corrections);
    before[last].outputOffset = at::Tensor();
    const auto quantized = trial.statistics(before);
    const std::size_t step = quantized.rbegin()->first;
    int skipped = 0;
    for (std::size_t c = 0; c < reference.at(step).channels(); ++c) {
        const double change = reference.at(step).mean(c) - quantized.at(step).mean(c);
        const bool isWild = std::abs(change) >= 2 * std::sqrt(reference.at(step).meanSquare(c));
        const double offset =
            corrections[last].outputOffset[static_cast<std::int64_t>(c)].item<double>();
        QVERIFY(isWild ? offset == 0 : std::abs(offset - change) <= kRounding * std::abs(change));
        skipped += isWild;
    }
    QVERIFY(skipped > 0);
    QCOMPARE(corrections[last].skippedChannels, skipped);
}

void TestCorrectionRun::normsFollowAScaledWeight()
{
    const GeneratorPtr generator = open(dcgan(Form::Traced));
    QCOMPARE(generator->program.norms.size(), 2U);
    Trial trial(*generator, "w16:minmax", everywhere({Correction::ReestimateNorm}));
    CorrectionTask task = trial.task();
    task.overlay[0].weight = generator->program.layers[0].weight * 0.5;
    task.overlay[0].weightKey = 99;
    CorrectionMemo memo;
    const LayerCorrections corrections = computeCorrections(task, memo, RunContext());
    QCOMPARE(corrections[0].norms.size(), 1U);
    const NormOverlay &moved = corrections[0].norms[0];
    const NormSite &site = generator->program.norms[static_cast<std::size_t>(moved.norm)];
    // Half the values have half the mean and a quarter of the variance.
    QVERIFY(at::allclose(moved.variance, site.variance * 0.25, 1e-4, 0));
    const auto reference = trial.statistics({});
    for (const auto &[s, statistics] : reference) {
        if (generator->program.steps[s].norm != moved.norm)
            continue;
        for (std::size_t c = 0; c < statistics.channels(); ++c) {
            const auto at = static_cast<std::int64_t>(c);
            const double expected = site.mean[at].item<double>() - 0.5 * statistics.mean(c);
            QVERIFY(std::abs(moved.mean[at].item<double>() - expected) < kRounding);
        }
    }
}

void TestCorrectionRun::normsOfTheirOwnSamplesUndoAScale()
{
    TestNetwork network = dcgan(Form::Scripted);
    // What the norms store becomes what these samples have, one norm after the other.
    for (const char *norm : {"main.1", "main.3"}) {
        const GeneratorPtr before = open(network);
        Trial trial(*before, "w8", {});
        const auto statistics = trial.statistics({});
        const int index = std::string(norm) == "main.1" ? 0 : 1;
        for (const auto &[s, found] : statistics) {
            if (before->program.steps[s].norm != index)
                continue;
            for (std::size_t c = 0; c < found.channels(); ++c) {
                const auto at = static_cast<std::int64_t>(c);
                tensorOf(network.module, std::string(norm) + ".running_mean")[at] = found.mean(c);
                tensorOf(network.module, std::string(norm) + ".running_var")[at] =
                    found.variance(c);
            }
        }
    }
    const GeneratorPtr generator = open(network);
    Trial trial(*generator, "w16:minmax", everywhere({Correction::ReestimateNorm}));
    CorrectionTask task = trial.task();
    for (const std::size_t layer : {0U, 1U}) {
        task.overlay[layer].weight = generator->program.layers[layer].weight * 0.25;
        task.overlay[layer].weightKey = 99;
    }
    task.overlay[2] = {};
    CorrectionMemo memo;
    const LayerCorrections corrections = computeCorrections(task, memo, RunContext());
    const ProgramInputs inputs =
        inputBatch(*generator, task.plan, {}, {StreamRole::Evaluation, firstSamples(0, 4), {}});
    Executor executor(generator->program);
    const at::Tensor reference = executor.run(inputs, {}, RunContext());
    const at::Tensor plain = executor.run(inputs, task.overlay, RunContext());
    const at::Tensor mended = executor.run(inputs, corrected(task, corrections), RunContext());
    // Only the norms' own epsilon tells a scaled weight from the weight.
    QVERIFY((mended - reference).abs().max().item<double>() < 1e-3);
    QVERIFY((plain - reference).abs().max().item<double>() > 0.05);
}

void TestCorrectionRun::floatNetworksKeepEverything()
{
    const GeneratorPtr generator = open(dcgan(Form::Scripted));
    Trial trial(*generator, "w8", everywhere({Correction::ReestimateNorm, Correction::Bias}));
    CorrectionTask task = trial.task();
    task.overlay.assign(task.overlay.size(), {});
    CorrectionMemo memo;
    for (const LayerCorrection &each : computeCorrections(task, memo, RunContext()))
        QVERIFY(!each.outputOffset.defined() && each.norms.empty());
}

void TestCorrectionRun::editsOfLaterLayersNeedTheRestOnly()
{
    const GeneratorPtr generator = open(dcgan(Form::Scripted));
    const CorrectionChoice choice = everywhere({Correction::ReestimateNorm, Correction::Bias});
    CorrectionMemo memo;
    Trial first(*generator, "w4", choice);
    const LayerCorrections before = computeCorrections(first.task(), memo, RunContext());
    Trial second(*generator, "w4", choice);
    second.config().set(generator->info.layers[1].name, parseSpec("w2").spec);
    const LayerCorrections after = computeCorrections(second.task(), memo, RunContext());
    CorrectionMemo fresh;
    const LayerCorrections anew = computeCorrections(second.task(), fresh, RunContext());
    for (std::size_t i = 0; i < anew.size(); ++i) {
        QVERIFY(at::equal(after[i].outputOffset, anew[i].outputOffset));
        QCOMPARE(after[i].outputKey, anew[i].outputKey);
        QCOMPARE(after[i].outputKey == before[i].outputKey, i == 0);
    }
}

void TestCorrectionRun::cachedRunsEqualUncachedOnes()
{
    const GeneratorPtr generator = open(dcgan(Form::Scripted));
    PrefixCache cache(64 << 20);
    Executor cached(generator->program, &cache);
    Executor plain(generator->program);
    CorrectionMemo memo;
    for (const char *spec : {"w4", "w3", "w4", "w2:em"})
        for (const CorrectionChoice &choice :
             {everywhere({Correction::Bias}), everywhere({Correction::ReestimateNorm}),
              everywhere({Correction::ReestimateNorm, Correction::Bias}), CorrectionChoice()}) {
            Trial trial(*generator, spec, choice);
            const CorrectionTask task = trial.task();
            const Overlay overlay = corrected(task, computeCorrections(task, memo, RunContext()));
            const ProgramInputs inputs = inputBatch(
                *generator, task.plan, {}, {StreamRole::Evaluation, firstSamples(0, 3), {}});
            const at::Tensor expected = plain.run(inputs, overlay, RunContext());
            QVERIFY(at::equal(cached.run(inputs, overlay, RunContext()), expected));
        }
}

void TestCorrectionRun::layersCanBeLeftOut()
{
    const GeneratorPtr generator = open(dcgan(Form::Scripted));
    CorrectionChoice choice = everywhere({Correction::ReestimateNorm, Correction::Bias});
    choice.set(Correction::Bias, generator->info.layers[1].name, false);
    choice.set(Correction::ReestimateNorm, generator->info.layers[0].name, false);
    Trial trial(*generator, "w3", choice);
    CorrectionMemo memo;
    const LayerCorrections found = computeCorrections(trial.task(), memo, RunContext());
    QVERIFY(found[0].outputOffset.defined() && found[0].norms.empty());
    QVERIFY(!found[1].outputOffset.defined() && found[1].norms.size() == 1);
    QVERIFY(found[2].outputOffset.defined() && found[2].norms.empty());
}

QTEST_APPLESS_MAIN(TestCorrectionRun)
#include "tst_correction_run.moc"

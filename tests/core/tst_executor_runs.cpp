// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "network_runs.h"

#include <ATen/Parallel.h>

#include <limits>

using namespace quantloupe;
using namespace test_networks;

namespace {

bool mentions(const std::vector<std::string> &sentences, const std::string &word)
{
    for (const std::string &sentence : sentences)
        if (sentence.find(word) != std::string::npos)
            return true;
    return false;
}

at::Tensor noiseOf(const at::Tensor &output)
{
    return output.select(1, 2);
}

/// Sample keys that do not depend on the batch.
ProgramInputs samples(const Values &all, std::int64_t first, std::int64_t count)
{
    ProgramInputs inputs = batchOf({all.at(0).toTensor().narrow(0, first, count)});
    for (std::int64_t i = 0; i < count; ++i)
        inputs.sampleKeys[static_cast<std::size_t>(i)] =
            mixHash(17, static_cast<std::uint64_t>(first + i));
    inputs.key = mixHash(18, static_cast<std::uint64_t>(first * 1000 + count));
    return inputs;
}

Overlay quantizedOverlay(const Generator &generator)
{
    Overlay overlay(generator.program.layers.size());
    for (std::size_t i = 0; i < overlay.size(); ++i) {
        overlay[i].weight = at::round(generator.program.layers[i].weight * 4) / 4;
        overlay[i].weightKey = i + 1;
    }
    return overlay;
}

} // namespace

/// Stopping, random steps, quantized sites, networks caught in training mode.
class TestExecutorRuns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { at::set_num_threads(1); }
    void init() { m_guard = std::make_unique<at::NoGradGuard>(); }
    void stopsWithinOneLayer();
    void observingALayerRunsNoFurther();
    void noiseIsTheSameForFloatAndQuantized();
    void noiseDoesNotDependOnTheBatch();
    void noiseDiffersBetweenSamplesAndSteps();
    void noiseIsNormal();
    void dropoutIsSwitchedOff();
    void keptDropoutIsTheSameForFloatAndQuantized();
    void trainingNormIsSwitched();
    void trainingNormIsKeptOnRequest();
    void weightsAreNeverWritten();
    void activationIsQuantizedAtItsSite();
    void foreignLatentsDoNotCrash();

private:
    QTemporaryDir m_folder;
    std::unique_ptr<at::NoGradGuard> m_guard;
    std::shared_ptr<const Generator> load(const TestNetwork &network, LoadOptions options = {})
    {
        return saveAndLoad(network, m_folder.path().toStdString(), std::move(options));
    }
};

void TestExecutorRuns::stopsWithinOneLayer()
{
    const TestNetwork network = dcgan(Form::Scripted);
    const auto generator = load(network);
    for (int last = 0; last < 3; ++last) {
        std::stop_source stop;
        int seen = 0;
        const LayerObserver observer = [&](const Step &step, const at::Tensor &,
                                           const at::Tensor &) {
            ++seen;
            if (step.layer == last)
                stop.request_stop();
        };
        bool cancelled = false;
        try {
            Executor(generator->program)
                .run(batchOf(network.inputs(1)), {}, RunContext(stop.get_token()), observer);
        } catch (const Cancelled &) {
            cancelled = true;
        }
        QVERIFY(cancelled);
        QCOMPARE(seen, last + 1);
    }
}

void TestExecutorRuns::observingALayerRunsNoFurther()
{
    for (const TestNetwork &network : {dcgan(Form::Scripted), sharedWeight(Form::Traced)}) {
        const auto generator = load(network);
        const ProgramInputs inputs = batchOf(network.inputs(2));
        const Overlay overlay = quantizedOverlay(*generator);
        std::vector<std::pair<int, at::Tensor>> all;
        Executor executor(generator->program);
        executor.run(inputs, overlay, RunContext(),
                     [&](const Step &step, const at::Tensor &, const at::Tensor &output) {
                         all.emplace_back(step.layer, output.clone());
                     });
        const int stepsOfAll = executor.stats().stepsRun;
        for (int layer = 0; layer < int(generator->program.layers.size()); ++layer) {
            std::vector<at::Tensor> seen;
            executor.observe(layer, inputs, overlay, RunContext(),
                             [&](const Step &step, const at::Tensor &, const at::Tensor &output) {
                                 QCOMPARE(step.layer, layer);
                                 seen.push_back(output.clone());
                             });
            QVERIFY(executor.stats().stepsRun <= stepsOfAll);
            if (layer == 0 && generator->program.layers.size() > 1)
                QVERIFY(executor.stats().stepsRun < stepsOfAll);
            std::size_t use = 0;
            for (const auto &[number, output] : all)
                if (number == layer)
                    QVERIFY(at::equal(seen.at(use++), output));
            QCOMPARE(use, seen.size());
        }
    }
}

void TestExecutorRuns::noiseIsTheSameForFloatAndQuantized()
{
    const TestNetwork network = noisy();
    const auto generator = load(network);
    const ProgramInputs inputs = samples(network.inputs(4), 0, 4);
    const at::Tensor reference = Executor(generator->program).run(inputs, {}, {});
    const at::Tensor quantized =
        Executor(generator->program).run(inputs, quantizedOverlay(*generator), {});
    QVERIFY(!at::equal(reference.narrow(1, 0, 2), quantized.narrow(1, 0, 2)));
    QVERIFY(at::equal(noiseOf(reference), noiseOf(quantized)));
    QVERIFY(at::equal(reference, Executor(generator->program).run(inputs, {}, {})));
}

void TestExecutorRuns::noiseDoesNotDependOnTheBatch()
{
    const TestNetwork network = noisy();
    const auto generator = load(network);
    const Values all = network.inputs(6);
    const at::Tensor whole = Executor(generator->program).run(samples(all, 0, 6), {}, {});
    for (const std::int64_t size : {1, 2, 3})
        for (std::int64_t first = 0; first < 6; first += size) {
            const at::Tensor part =
                Executor(generator->program).run(samples(all, first, size), {}, {});
            QVERIFY(at::equal(noiseOf(part), noiseOf(whole.narrow(0, first, size))));
        }
}

void TestExecutorRuns::noiseDiffersBetweenSamplesAndSteps()
{
    const TestNetwork network = noisy();
    const auto generator = load(network);
    const at::Tensor output =
        Executor(generator->program).run(samples(network.inputs(3), 0, 3), {}, {});
    QVERIFY(!at::equal(noiseOf(output)[0], noiseOf(output)[1]));
    std::vector<ValueId> streams;
    for (const Step &step : generator->program.steps)
        if (step.kind == StepKind::Random)
            streams.push_back(step.outputs.at(0));
    QCOMPARE(streams.size(), 2U);
    QVERIFY(streams[0] != streams[1]);
}

void TestExecutorRuns::noiseIsNormal()
{
    const TestNetwork network = noisy();
    const auto generator = load(network);
    constexpr std::int64_t kSamples = 256;
    const at::Tensor noise = noiseOf(
        Executor(generator->program).run(samples(network.inputs(kSamples), 0, kSamples), {}, {}));
    // Five standard errors of 16384 values; the seed is fixed.
    constexpr double kMeanError = 5 / 128.0;
    QVERIFY(std::abs(noise.mean().item<double>()) < kMeanError);
    QVERIFY(std::abs(noise.square().mean().item<double>() - 1) < kMeanError * std::sqrt(2.0));
}

void TestExecutorRuns::dropoutIsSwitchedOff()
{
    const TestNetwork network = dropout();
    const auto generator = load(network);
    QVERIFY(mentions(generator->info.warnings, "dropout"));
    const Values values = network.inputs(4);
    QVERIFY(at::equal(run(*generator, values),
                      trainingModeForward(network.module, values[0].toTensor(), false)));
}

void TestExecutorRuns::keptDropoutIsTheSameForFloatAndQuantized()
{
    const TestNetwork network = dropout();
    LoadOptions options;
    options.keepTrainingMode = true;
    const auto generator = load(network, options);
    const Values values = network.inputs(4);
    const at::Tensor reference = run(*generator, values);
    QVERIFY(!at::equal(reference, trainingModeForward(network.module, values[0].toTensor(), true)));
    QVERIFY(at::equal(reference, run(*generator, values)));
    // Weights scaled by one: another configuration with the same values.
    Overlay overlay(generator->program.layers.size());
    overlay[0].weight = generator->program.layers[0].weight.clone();
    overlay[0].weightKey = 5;
    QVERIFY(at::equal(reference, run(*generator, values, overlay)));
}

void TestExecutorRuns::trainingNormIsSwitched()
{
    const TestNetwork network = trainingMode();
    const auto generator = load(network);
    QVERIFY(mentions(generator->info.warnings, "norm"));
    const Values values = network.inputs(4);
    const at::Tensor result = run(*generator, values);
    QVERIFY(at::equal(result, trainingModeForward(network.module, values[0].toTensor(), false)));
    const at::Tensor first = run(*generator, {values[0].toTensor().narrow(0, 0, 1)});
    // One sample takes another matrix kernel, so that last bits may differ.
    constexpr double kOtherKernel = 1e-5;
    QVERIFY((first - result.narrow(0, 0, 1)).abs().max().item<double>() < kOtherKernel);
}

void TestExecutorRuns::trainingNormIsKeptOnRequest()
{
    const TestNetwork network = trainingMode();
    LoadOptions options;
    options.keepTrainingMode = true;
    const auto generator = load(network, options);
    const Values values = network.inputs(4);
    const at::Tensor expected = trainingModeForward(network.module, values[0].toTensor(), true);
    QVERIFY(at::equal(run(*generator, values), expected));
    QVERIFY(at::equal(run(*generator, values), expected));
    QVERIFY(!at::equal(expected, trainingModeForward(network.module, values[0].toTensor(), false)));
}

void TestExecutorRuns::weightsAreNeverWritten()
{
    for (const TestNetwork &network : allNetworks()) {
        const auto generator = load(network);
        std::vector<at::Tensor> before;
        for (const WeightSite &site : generator->program.layers)
            before.push_back(site.weight.clone());
        const Values values = network.inputs(network.fixedBatch > 0 ? network.fixedBatch : 2);
        const Values copies = {values[0].toTensor().clone()};
        run(*generator, values);
        run(*generator, values, quantizedOverlay(*generator));
        for (std::size_t i = 0; i < before.size(); ++i)
            QVERIFY2(at::equal(before[i], generator->program.layers[i].weight),
                     network.name.c_str());
        QVERIFY2(at::equal(copies[0].toTensor(), values[0].toTensor()), network.name.c_str());
    }
}

void TestExecutorRuns::activationIsQuantizedAtItsSite()
{
    const TestNetwork network = perceptron();
    const auto generator = load(network);
    const Values values = network.inputs(3);
    ActivationRange range{2, 0.5F, 0, 0, 3, 0};
    Overlay overlay(2);
    overlay[1].activation = range;
    overlay[1].activationKey = 7;
    at::Tensor hidden =
        at::relu(at::matmul(values[0].toTensor(), tensorOf(network.module, "first").t()));
    hidden = at::clamp(at::round(hidden / 0.5), 0, 3) * 0.5;
    const at::Tensor expected = at::sigmoid(at::addmm(tensorOf(network.module, "bias"), hidden,
                                                      tensorOf(network.module, "second").t()));
    QVERIFY(at::equal(run(*generator, values, overlay), expected));
}

void TestExecutorRuns::foreignLatentsDoNotCrash()
{
    const TestNetwork network = perceptron();
    const auto generator = load(network);
    Values values = network.inputs(1);
    values[0].toTensor().fill_(std::numeric_limits<float>::quiet_NaN());
    QVERIFY(at::isnan(run(*generator, values)).all().item<bool>());
    bool refused = false;
    try {
        run(*generator, {at::zeros({1, 11})});
    } catch (const std::exception &) {
        refused = true;
    }
    QVERIFY(refused);
}

QTEST_APPLESS_MAIN(TestExecutorRuns)
#include "tst_executor_runs.moc"

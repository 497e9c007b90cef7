// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "base/random_stream.h"
#include "engine/overlay_builder.h"
#include "network_runs.h"

#include <ATen/Parallel.h>

using namespace quantloupe;
using namespace test_networks;

namespace {

constexpr int kEdits = 200;
constexpr std::size_t kAmple = 256 << 20;

/// Random settings, now and then other inputs: what a user does to a configuration.
class Edits
{
public:
    Edits(const Generator &generator, const TestNetwork &network)
        : m_generator(generator),
          m_network(network),
          m_weights(kAmple),
          m_batch(network.fixedBatch > 0 ? network.fixedBatch : 3)
    {
        m_seen.add(std::vector<float>{-1.5F, -0.25F, 0, 0.5F, 2});
    }

    void next()
    {
        const auto &layers = m_generator.info.layers;
        const LayerInfo &layer = layers[m_random.below(layers.size())];
        LayerQuantSpec spec;
        spec.weight = weightSpecOfBits(kBits[m_random.below(std::size(kBits))]);
        if (m_random.below(3) == 0)
            spec.weight.granularity = Granularity::PerTensor;
        if (layer.hasActivationSite && m_random.below(2) == 0)
            spec.activation.bits = 2 + static_cast<int>(m_random.below(7));
        m_config.set(layer.name, spec);
        if (m_random.below(10) == 0)
            m_key = 1 + m_random.below(3);
    }

    Overlay overlay()
    {
        ActivationRanges ranges;
        for (const LayerInfo &layer : m_generator.info.layers)
            ranges.emplace_back(estimateRange(m_seen, m_config.spec(layer.name).activation));
        return buildOverlay(m_generator, m_config, {ranges, {}}, m_weights, RunContext()).layers;
    }

    ProgramInputs inputs() const
    {
        Values values = m_network.inputs(m_batch);
        values[0] = values[0].toTensor() * (0.5 + 0.25 * static_cast<double>(m_key));
        return batchOf(values, m_key);
    }

private:
    static constexpr int kBits[] = {1, 2, 3, 4, 8, 16, kFloatBits};

    const Generator &m_generator;
    const TestNetwork &m_network;
    ActivationHistogram m_seen;
    WeightCache m_weights;
    std::int64_t m_batch;
    RandomStream m_random{5, StreamRole::Probe, 0};
    QuantConfig m_config;
    std::uint64_t m_key = 1;
};

LayerOverlay halved(const Generator &generator, std::size_t layer)
{
    LayerOverlay overlay;
    overlay.weight = generator.program.layers[layer].weight * 0.5;
    overlay.weightKey = 99;
    return overlay;
}

} // namespace

/// Results with a cache equal those without, to the bit, and edits of late layers are cheap.
class TestExecutorCache : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { at::set_num_threads(1); }
    void cachedEqualsUncached_data();
    void cachedEqualsUncached();
    void onlyStepsBehindAnEditRun();
    void observerSeesEveryLayerInSpiteOfTheCache();
    void differentInputsAreKeptApart();
    void programsAreKeptApart();
    void budgetIsKept();
    void oldestValuesGoFirst();
    void frozenValuesStayAlone();
};

void TestExecutorCache::cachedEqualsUncached_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("budget");
    for (const TestNetwork &network : allNetworks()) {
        // 128x128 pictures take long, and the other networks have the same operations.
        if (network.name.starts_with("image to image"))
            continue;
        for (const int budget : {static_cast<int>(kAmple), 20000, 0})
            QTest::addRow("%s, %d bytes", network.name.c_str(), budget)
                << QString::fromStdString(network.name) << budget;
    }
    QTest::newRow("noisy") << "noisy" << static_cast<int>(kAmple);
}

void TestExecutorCache::cachedEqualsUncached()
{
    QFETCH(QString, name);
    QFETCH(int, budget);
    const at::NoGradGuard noGradients;
    TestNetwork network = noisy();
    for (const TestNetwork &candidate : allNetworks())
        if (name == QString::fromStdString(candidate.name))
            network = candidate;
    QTemporaryDir folder;
    const auto generator = saveAndLoad(network, folder.path().toStdString());
    PrefixCache cache(static_cast<std::size_t>(budget));
    Executor cached(generator->program, &cache);
    Executor plain(generator->program);
    Edits edits(*generator, network);
    int skipped = 0;
    for (int i = 0; i < kEdits; ++i) {
        edits.next();
        const Overlay overlay = edits.overlay();
        const ProgramInputs inputs = edits.inputs();
        const at::Tensor expected = plain.run(inputs, overlay, {});
        QVERIFY2(at::equal(cached.run(inputs, overlay, {}), expected),
                 qPrintable(QString::number(i)));
        QVERIFY(cache.bytes() <= cache.budget());
        skipped += cached.stats().stepsSkipped;
        QCOMPARE(plain.stats().stepsSkipped, 0);
    }
    if (budget == static_cast<int>(kAmple) && generator->program.cacheable)
        QVERIFY(skipped > 0);
}

void TestExecutorCache::onlyStepsBehindAnEditRun()
{
    const at::NoGradGuard noGradients;
    QTemporaryDir folder;
    const TestNetwork network = dcgan(Form::Scripted);
    const auto generator = saveAndLoad(network, folder.path().toStdString());
    const auto &steps = generator->program.steps;
    PrefixCache cache(kAmple);
    Executor executor(generator->program, &cache);
    const ProgramInputs inputs = batchOf(network.inputs(2));
    executor.run(inputs, {}, {});
    QCOMPARE(executor.stats().stepsRun, static_cast<int>(steps.size()));
    executor.run(inputs, {}, {});
    QCOMPARE(executor.stats().stepsRun, 0);
    for (std::size_t layer = 0; layer < generator->program.layers.size(); ++layer) {
        Overlay overlay(generator->program.layers.size());
        overlay[layer] = halved(*generator, layer);
        executor.run(inputs, overlay, {});
        int first = 0;
        while (steps[static_cast<std::size_t>(first)].layer != static_cast<int>(layer))
            ++first;
        // A chain: everything from the edited layer on, nothing before it.
        QCOMPARE(executor.stats().stepsRun, static_cast<int>(steps.size()) - first);
        QCOMPARE(executor.stats().stepsSkipped, first);
    }
}

void TestExecutorCache::observerSeesEveryLayerInSpiteOfTheCache()
{
    const at::NoGradGuard noGradients;
    QTemporaryDir folder;
    const TestNetwork network = dcgan(Form::Traced);
    const auto generator = saveAndLoad(network, folder.path().toStdString());
    PrefixCache cache(kAmple);
    Executor executor(generator->program, &cache);
    const ProgramInputs inputs = batchOf(network.inputs(2));
    executor.run(inputs, {}, {});
    std::vector<int> seen;
    executor.run(inputs, {}, {},
                 [&](const Step &step, const at::Tensor &input, const at::Tensor &output) {
                     QVERIFY(input.defined() && output.defined());
                     seen.push_back(step.layer);
                 });
    QCOMPARE(seen, (std::vector<int>{0, 1, 2}));
}

void TestExecutorCache::differentInputsAreKeptApart()
{
    const at::NoGradGuard noGradients;
    QTemporaryDir folder;
    const TestNetwork network = dcgan(Form::Scripted);
    const auto generator = saveAndLoad(network, folder.path().toStdString());
    PrefixCache cache(kAmple);
    Executor executor(generator->program, &cache);
    const Values values = network.inputs(2);
    const Values others = {values[0].toTensor() * -1};
    const at::Tensor first = executor.run(batchOf(values, 1), {}, {});
    const at::Tensor second = executor.run(batchOf(others, 2), {}, {});
    QVERIFY(!at::equal(first, second));
    QVERIFY(at::equal(executor.run(batchOf(values, 1), {}, {}), first));
    QVERIFY(at::equal(second, run(*generator, others)));
}

void TestExecutorCache::programsAreKeptApart()
{
    const at::NoGradGuard noGradients;
    QTemporaryDir folder;
    TestNetwork network = dcgan(Form::Scripted);
    const auto first = saveAndLoad(network, folder.path().toStdString());
    tensorOf(network.module, "main.2.weight").mul_(-1);
    const auto second = saveAndLoad(network, folder.path().toStdString());
    QVERIFY(first->program.id != second->program.id);
    PrefixCache cache(kAmple);
    const ProgramInputs inputs = batchOf(network.inputs(2));
    const at::Tensor a = Executor(first->program, &cache).run(inputs, {}, {});
    const at::Tensor b = Executor(second->program, &cache).run(inputs, {}, {});
    QVERIFY(!at::equal(a, b));
    QVERIFY(at::equal(b, run(*second, network.inputs(2))));
}

void TestExecutorCache::budgetIsKept()
{
    PrefixCache cache(1000);
    for (std::uint64_t key = 1; key <= 40; ++key) {
        cache.insert(key, at::zeros({static_cast<std::int64_t>(key) * 5}));
        QVERIFY(cache.bytes() <= 1000);
    }
    QVERIFY(cache.contains(40));
    const std::uint64_t drops = cache.drops();
    QVERIFY(drops > 0);
    cache.insert(41, at::zeros({251}));
    QCOMPARE(cache.drops(), drops + 1);
    QVERIFY2(!cache.contains(41), "larger than the whole budget");
    QVERIFY(cache.contains(40));
    cache.clear();
    QCOMPARE(cache.bytes(), 0U);
    QVERIFY(!cache.find(40));
}

void TestExecutorCache::oldestValuesGoFirst()
{
    PrefixCache cache(1200);
    for (const std::uint64_t key : {1, 2, 3})
        cache.insert(key, at::full({100}, static_cast<double>(key)));
    QVERIFY(cache.find(1));
    cache.insert(4, at::zeros({100}));
    QVERIFY(cache.contains(1) && !cache.contains(2) && cache.contains(3) && cache.contains(4));
    QCOMPARE(cache.find(3)->toTensor()[0].item<float>(), 3.0F);
    QCOMPARE(cache.hits(), 2U);
}

void TestExecutorCache::frozenValuesStayAlone()
{
    PrefixCache cache(1200);
    for (const std::uint64_t key : {1, 2, 3})
        cache.insert(key, at::full({100}, static_cast<double>(key)));
    cache.freeze();
    cache.insert(4, at::zeros({100}));
    QVERIFY(cache.contains(1) && cache.contains(2) && cache.contains(3));
    QVERIFY(!cache.contains(4));
    QCOMPARE(cache.drops(), 0U);
    QCOMPARE(cache.bytes(), 1200U);
    QCOMPARE(cache.find(2)->toTensor()[0].item<float>(), 2.0F);
}

QTEST_APPLESS_MAIN(TestExecutorCache)
#include "tst_executor_cache.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "sensitivity_fixture.h"

#include "analysis/sensitivity_sweep.h"
#include "analysis/sensitivity_variants.h"
#include "engine/overlay_builder.h"
#include "engine/prefix_cache.h"
#include "session/sensitivity_batches.h"

#include <optional>
#include <span>

using namespace sensitivity_fixture;

/// The engine of sweeps and its cache, without a session.
class TestSensitivitySweep : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_fixture.emplace(); }
    void anyCacheGivesTheSameBits();
    void variantsLeaveTheTrunkAlone();

private:
    Overlay overlayOf(const QuantConfig &config)
    {
        return buildOverlay(*m_fixture->generator(), config, {}, m_weights, RunContext()).layers;
    }

    std::optional<Fixture> m_fixture;
    WeightCache m_weights{std::size_t{1} << 20};
};

/// None, one that holds nothing, a part of one batch, a few batches, and all of them.
void TestSensitivitySweep::anyCacheGivesTheSameBits()
{
    const at::NoGradGuard noGradients;
    const SensitivityRequest request = m_fixture->request();
    const Generator &generator = *request.generator;
    for (const QuantConfig &base : {QuantConfig(), m_fixture->base(5, kFloatBits)}) {
        const SensitivityVariants all =
            sensitivityVariants(request.cells, base, info(generator).layers);
        const Overlay trunk = base.isFloat() ? Overlay() : overlayOf(base);
        std::vector<std::vector<PairedSample>> expected;
        int stepsOfNone = 0;
        for (const std::size_t bytes :
             std::initializer_list<std::size_t>{0, 1, 20'000, 200'000, 100'000'000}) {
            SensitivitySweep sweep(
                {generator, request.plan, sweepBatches(request, 0), MetricKind::OutputSqnr, bytes});
            sweep.start(trunk, RunContext());
            std::vector<std::vector<PairedSample>> found;
            for (const SensitivityVariant &variant : all.trunks.front().variants) {
                const Overlay overlay = overlayOf(variant.config);
                found.push_back(
                    sweep.measure(variant.layer, std::span(&overlay, 1), RunContext()).front());
            }
            if (bytes == 0) {
                expected = found;
                stepsOfNone = sweep.stats().stepsRun;
                QCOMPARE(sweep.stats().stepsSkipped, 0);
            }
            QVERIFY(found == expected);
            if (bytes == 100'000'000)
                QVERIFY(sweep.stats().stepsRun < stepsOfNone);
        }
    }
}

/// Memory for the trunk's values is enough to compute each of them once, whatever is measured.
void TestSensitivitySweep::variantsLeaveTheTrunkAlone()
{
    const at::NoGradGuard noGradients;
    const SensitivityRequest request = m_fixture->request();
    const Generator &generator = *request.generator;
    const BatchSamples batch = sweepBatches(request, 0).front();
    PrefixCache values(100'000'000);
    Executor(generator.program, &values)
        .run(inputBatch(generator, request.plan, {}, batch), {}, RunContext());
    const SensitivityVariants all =
        sensitivityVariants(request.cells, QuantConfig(), info(generator).layers);
    const Overlay trunk;
    const auto stepsRun = [&](std::size_t bytes) {
        SensitivitySweep sweep({generator, request.plan, {batch}, MetricKind::OutputSqnr, bytes});
        sweep.start(trunk, RunContext());
        for (const SensitivityVariant &variant : all.trunks.front().variants) {
            const Overlay overlay = overlayOf(variant.config);
            sweep.measure(variant.layer, std::span(&overlay, 1), RunContext());
        }
        return sweep.stats().stepsRun;
    };
    QCOMPARE(stepsRun(values.bytes()), stepsRun(100'000'000));
    QVERIFY(stepsRun(values.bytes() - 1) > stepsRun(values.bytes()));
}

QTEST_APPLESS_MAIN(TestSensitivitySweep)
#include "tst_sensitivity_sweep.moc"

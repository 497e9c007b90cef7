// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "metrics/feature_extractor.h"
#include "metrics/frechet_distance.h"
#include "metrics/kernel_distance.h"
#include "metrics/swd.h"
#include "metrics_fixture.h"
#include "session/pair_source.h"

#include <cmath>
#include <optional>

using namespace metrics_fixture;

namespace {

/// Sums of the same terms in another order.
constexpr double kRounding = 1e-9;
constexpr const char *kDistances = "fid,kid,swd";

} // namespace

class TestMetricsRun : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_fixture.emplace(); }
    void numbersAreThoseOfTheParts();
    void pairedNumbersAreThoseOfACompare();
    void floatConfigurationHasNoDelta();
    void resultsDoNotDependOnHowTheyAreComputed_data();
    void resultsDoNotDependOnHowTheyAreComputed();
    void intervalsHoldTheDelta();
    void curveAndPartialReports();
    void refusals();
    void estimate();

private:
    std::optional<Fixture> m_fixture;
};

void TestMetricsRun::numbersAreThoseOfTheParts()
{
    const MetricsRequest request = m_fixture->request(kDistances);
    const ImageStack floatSet = m_fixture->pictures(request, 0, {});
    const ImageStack quantized = m_fixture->pictures(request, 0, request.config);
    const ImageStack reference = m_fixture->pictures(request, PairSource::kReferenceStart, {});
    const auto extractor = m_fixture->session().openExtractor(request.extractor, RunContext());
    const auto featuresOf = [&](const ImageStack &stack) {
        return extractor->extract(stack, 1, RunContext());
    };
    const auto statsOf = [&](const ImageStack &stack) {
        return featureStats(featuresOf(stack), extractor->identity(), 1, RunContext());
    };
    const MetricsReport report = m_fixture->measure(request);
    QCOMPARE(report.rows.size(), 3U);
    const MetricRow &frechet = report.rows[0];
    QCOMPARE(frechet.name, "FD-deep");
    QCOMPARE(frechet.n, 130U);
    QCOMPARE(frechet.form, "eigen");
    const auto frechetOf = [&](const ImageStack &set) {
        return *frechetDistance(statsOf(set), statsOf(reference), RunContext()).value;
    };
    QCOMPARE(*frechet.floatValue, frechetOf(floatSet));
    QCOMPARE(*frechet.quantized, frechetOf(quantized));
    QCOMPARE(*frechet.delta, *frechet.quantized - *frechet.floatValue);
    const MetricRow &kernel = report.rows[1];
    QCOMPARE(kernel.name, "KID-deep");
    const KernelDistance direct =
        kernelDistance(featuresOf(quantized), featuresOf(reference), {}, 1, RunContext());
    QCOMPARE(*kernel.quantized, *direct.value);
    QCOMPARE(kernel.quantizedStandardError, direct.standardError);
    QVERIFY(kernel.floatStandardError && !kernel.deltaInterval);
    const MetricRow &sliced = report.rows[2];
    QCOMPARE(sliced.name, "SWD");
    QCOMPARE(sliced.form, "sorted");
    QCOMPARE(*sliced.floatValue, swd(floatSet, reference, {}, RunContext()).value);
    QCOMPARE(*sliced.quantized, swd(quantized, reference, {}, RunContext()).value);
    QCOMPARE(sliced.levels.size(), 1U);
    QCOMPARE(sliced.levels[0].resolution, 16);
    QCOMPARE(*sliced.levels[0].quantized, *sliced.quantized);
    QCOMPARE(report.features, extractor->identity());
    QCOMPARE(report.reference.name, "float");
    QCOMPARE(report.reference.n, 130U);
}

void TestMetricsRun::pairedNumbersAreThoseOfACompare()
{
    const MetricsRequest request = m_fixture->request("psnr,ssim,sqnr,layer-sqnr");
    CompareRequest compare;
    compare.generator = request.generator;
    compare.config = request.config;
    compare.plan = request.plan;
    compare.execution = request.execution;
    compare.source.role = StreamRole::Evaluation;
    compare.source.samples = firstSamples(request.seed, request.count);
    const CompareReport expected = m_fixture->session().compare(compare, Lane::Io, RunContext());
    const MetricsReport report = m_fixture->measure(request);
    const auto isNear = [](const MetricRow &row, double value) {
        return std::abs(*row.quantized / value - 1) < kRounding;
    };
    QVERIFY(isNear(report.rows.at(0), *expected.mean.psnr));
    QVERIFY(isNear(report.rows.at(1), *expected.mean.ssim));
    QVERIFY(isNear(report.rows.at(2), *expected.mean.sqnr));
    // One row a layer; the last layer's output is the picture before its squashing.
    QCOMPARE(report.rows.size(), 3 + info(*request.generator).layers.size());
    QCOMPARE(report.rows.at(3).layer, info(*request.generator).layers.front().name);
    for (const MetricRow &row : report.rows) {
        QVERIFY(row.quantized && row.pairedInterval && !row.floatValue && !row.delta);
        QVERIFY((*row.pairedInterval).low < *row.quantized &&
                *row.quantized < (*row.pairedInterval).high);
    }
    // No set of pictures to compare with, no features: nothing was measured of them.
    QCOMPARE(report.reference.n, 0U);
    QVERIFY(!report.features.isKnown());
}

void TestMetricsRun::floatConfigurationHasNoDelta()
{
    const MetricsReport report = m_fixture->measure(m_fixture->request("fid,swd,psnr,sqnr", 0));
    for (const std::size_t i : {0U, 1U}) {
        QVERIFY(*report.rows[i].floatValue > 0);
        QCOMPARE(*report.rows[i].quantized, *report.rows[i].floatValue);
        QCOMPARE(*report.rows[i].delta, 0.0);
    }
    QCOMPARE(report.rows[2].quantized.reason, "the pictures are identical on 8 bits");
    QCOMPARE(report.rows[3].quantized.reason, "the outputs are identical");
}

void TestMetricsRun::resultsDoNotDependOnHowTheyAreComputed_data()
{
    QTest::addColumn<int>("microBatch");
    QTest::addColumn<int>("threads");
    QTest::addColumn<bool>("cache");
    QTest::newRow("one at a time") << 1 << 1 << true;
    QTest::newRow("odd batches") << 7 << 1 << true;
    QTest::newRow("two threads") << 4 << 2 << true;
    QTest::newRow("without caches") << 4 << 1 << false;
    QTest::newRow("large batches") << 100 << 2 << false;
}

void TestMetricsRun::resultsDoNotDependOnHowTheyAreComputed()
{
    QFETCH(int, microBatch);
    QFETCH(int, threads);
    QFETCH(bool, cache);
    MetricsRequest request = m_fixture->request("fid,kid,swd,psnr,ssim,sqnr");
    const MetricsReport expected = m_fixture->measure(request);
    request.execution = {microBatch, threads, cache};
    const MetricsReport report = m_fixture->measure(request);
    for (std::size_t i = 0; i < expected.rows.size(); ++i) {
        const double error = *report.rows[i].quantized / *expected.rows[i].quantized - 1;
        QVERIFY2(std::abs(error) < kRounding, qPrintable(QString::number(error)));
        QCOMPARE(differenceOf(report, report.rows[i], expected, expected.rows[i]), "");
    }
    if (!cache)
        QCOMPARE(report.stepsSkipped, 0);
}

void TestMetricsRun::intervalsHoldTheDelta()
{
    const MetricRow row = m_fixture->measure(m_fixture->request("fid", 2)).rows[0];
    QVERIFY((*row.deltaInterval).low < *row.delta && *row.delta < (*row.deltaInterval).high);
    // Two bits hurt: no change is not among what the samples allow.
    QVERIFY((*row.deltaInterval).low > 0);
    QVERIFY(!row.pairedInterval);
    const MetricRow none = m_fixture->measure(m_fixture->request("fid", 0)).rows[0];
    QCOMPARE(*none.deltaInterval, (MetricInterval{0, 0}));
}

void TestMetricsRun::curveAndPartialReports()
{
    MetricsRequest request = m_fixture->request("fid,psnr,swd");
    request.count = 520;
    std::vector<MetricsReport> partial;
    const MetricsReport report =
        m_fixture->measure(request, [&](const MetricsReport &some) { partial.push_back(some); });
    QCOMPARE(partial.size(), 9U);
    for (std::size_t i = 0; i < partial.size(); ++i) {
        QCOMPARE(partial[i].n, std::min<std::size_t>(64 * (i + 1), 520));
        QCOMPARE(partial[i].count, 520U);
        QVERIFY(partial[i].rows[1].quantized);
        QCOMPARE(partial[i].rows[2].quantized.reason, "it is computed from all samples");
    }
    QCOMPARE(*partial.back().rows[1].quantized, *report.rows[1].quantized);
    const std::vector<MetricPoint> &curve = report.rows[0].curve;
    QCOMPARE(curve.size(), 3U);
    QCOMPARE(curve[0].n, 256U);
    QCOMPARE(curve[1].n, 512U);
    QCOMPARE(curve[2].n, 520U);
    QCOMPARE(curve[2].quantized, report.rows[0].quantized.value);
    QCOMPARE(report.rows[2].curve.size(), 2U);
    // The points are what a measurement of the first samples would say, but for its reference.
    request.count = 256;
    QCOMPARE(*report.rows[1].curve[0].quantized, *m_fixture->measure(request).rows[1].quantized);
}

void TestMetricsRun::refusals()
{
    MetricsRequest request = m_fixture->request("fid");
    request.metrics.clear();
    QVERIFY(whyRefused(*m_fixture, request).contains("needs a metric"));
    request = m_fixture->request("psnr");
    request.count = 0;
    QVERIFY(whyRefused(*m_fixture, request).contains("a sample"));
    request = m_fixture->request("swd");
    request.reference.source = "no-such-folder";
    QVERIFY(whyRefused(*m_fixture, request).contains("no-such-folder"));
    request = m_fixture->request("kid");
    request.extractor.file = "no-such-network.pt";
    QVERIFY(whyRefused(*m_fixture, request).contains("no-such-network.pt"));
}

void TestMetricsRun::estimate()
{
    MetricsRequest request = m_fixture->request("fid,swd");
    const MetricsEstimate one = m_fixture->session().estimate(request, Lane::Compute, RunContext());
    QCOMPARE(one.samples, 390U);
    QCOMPARE(one.resumable, 0U);
    QVERIFY(one.seconds > 0);
    // Reference, samples, and the numbers with SWD by sorting.
    QCOMPARE(one.phases.size(), 3U);
    double seconds = 0;
    double place = 0.05;
    for (const MetricsPhase &phase : one.phases) {
        QCOMPARE(phase.from, place);
        QVERIFY(phase.to > phase.from);
        place = phase.to;
        seconds += phase.seconds;
    }
    QCOMPARE(place, 1.0);
    QCOMPARE(seconds, one.seconds);
    // Nothing is compared with a reference.
    const MetricsRequest paired = m_fixture->request("psnr,ssim");
    QCOMPARE(m_fixture->session().estimate(paired, Lane::Compute, RunContext()).samples, 260U);
    request.count *= 1000;
    const MetricsEstimate many =
        m_fixture->session().estimate(request, Lane::Compute, RunContext());
    QVERIFY(many.seconds > 100 * one.seconds);
    // KID takes the square of the samples: 64 times as many cost far more than 64 times as much.
    const auto secondsOfKid = [&](std::size_t count) {
        MetricsRequest kid = m_fixture->request("kid");
        kid.count = count;
        return m_fixture->session().estimate(kid, Lane::Compute, RunContext()).seconds;
    };
    QVERIFY(secondsOfKid(1'000'000) > 3 * 64 * secondsOfKid(1'000'000 / 64));
}

QTEST_APPLESS_MAIN(TestMetricsRun)
#include "tst_metrics_run.moc"

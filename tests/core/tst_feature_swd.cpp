// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "metrics/feature_extractor.h"
#include "metrics/sliced_distance.h"
#include "metrics_fixture.h"
#include "noise_stack.h"
#include "session/pair_source.h"

#include <optional>

using namespace metrics_fixture;

namespace {

constexpr const char *kMetric = "feature-swd";

} // namespace

/// The sliced Wasserstein distance of features as a metric of a generator.
class TestFeatureSwd : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_fixture.emplace(); }
    void valuesAreThoseOfTheParts();
    void curveIsThatOfTheFirstSamples();
    void floorOfPictures();
    void seedsAndExtractorsDoNotMix();

private:
    MetricRow measuredRow(const MetricsRequest &request)
    {
        return m_fixture->measure(request).rows.at(0);
    }
    Features features(const MetricsRequest &request, std::uint64_t first, const QuantConfig &config)
    {
        return m_fixture->session()
            .openExtractor(request.extractor, RunContext())
            ->extract(m_fixture->pictures(request, first, config), 1, RunContext());
    }

    std::optional<Fixture> m_fixture;
};

void TestFeatureSwd::valuesAreThoseOfTheParts()
{
    MetricsRequest request = m_fixture->request(kMetric);
    request.seed = 6;
    const Features reference = features(request, PairSource::kReferenceStart, {});
    const auto distance = [&](const QuantConfig &config) {
        return *slicedDistance(features(request, 0, config), reference, {.seed = 6}, RunContext())
                    .value;
    };
    const MetricRow row = measuredRow(request);
    QCOMPARE(row.name, "Feature-SWD-deep");
    QCOMPARE(row.form, "512 directions");
    QCOMPARE(row.n, 130U);
    QCOMPARE(*row.floatValue, distance({}));
    QCOMPARE(*row.quantized, distance(request.config));
    QCOMPARE(*row.delta, *row.quantized - *row.floatValue);
    QCOMPARE(row.floor, row.floatValue);
    QCOMPARE(row.deltaInterval.reason, "each resample would sort all features again");
    QVERIFY(usesFeatures(row.kind) && needsAllFeatures(row.kind));
    QVERIFY(!isPaired(row.kind) && !largerIsBetter(row.kind) && unitOf(row.kind).empty());
}

void TestFeatureSwd::curveIsThatOfTheFirstSamples()
{
    MetricsRequest request = m_fixture->request(kMetric);
    request.count = 300;
    const MetricRow row = measuredRow(request);
    QCOMPARE(row.curve.size(), 2U);
    QCOMPARE(row.curve.back(), (MetricPoint{300, *row.floatValue, *row.quantized}));
    request.count = 256;
    QCOMPARE(row.curve.front().n, request.count);
    const MetricRow first = measuredRow(request);
    QCOMPARE(row.curve.front(), (MetricPoint{request.count, *first.floatValue, *first.quantized}));
}

void TestFeatureSwd::floorOfPictures()
{
    MetricsRequest request = m_fixture->request(kMetric);
    const auto picturesOf = [&](const char *name, std::size_t count) {
        return m_fixture->pictureFolder(name, noise_stack::make({16, 3, count, 0, 8}, 3));
    };
    request.reference.source = picturesOf("halves", 260);
    const MetricRow row = measuredRow(request);
    // Two halves of one set of waves are nearer than the network's pictures are to waves.
    QVERIFY(*row.floor > 0 && *row.floor < *row.floatValue / 2);
    request.reference.source = picturesOf("whole", 200);
    const MetricRow whole = measuredRow(request);
    QVERIFY(whole.quantized);
    QVERIFY(whole.floor.reason.find("two halves of 130 need 260") != std::string::npos);
    request.reference.source = picturesOf("few", 90);
    const MetricRow few = measuredRow(request);
    QVERIFY(!few.floatValue && !few.quantized && !few.delta && !few.floor);
    QVERIFY(few.quantized.reason.find("130 samples and 90 reference pictures") !=
            std::string::npos);
}

void TestFeatureSwd::seedsAndExtractorsDoNotMix()
{
    MetricsRequest request = m_fixture->request(kMetric);
    const MetricsReport report = m_fixture->measure(request);
    MetricsReport other = report;
    other.features.sha256 = std::string(64, 'c');
    const auto difference = [&] {
        return QString::fromStdString(differenceOf(report, report.rows[0], other, other.rows[0]));
    };
    QVERIFY(difference().contains("weights of the extractor"));
    other = report;
    other.seed = 1;
    QVERIFY(difference().contains("the seed"));
    other = report;
    other.rows[0].form = "64 directions";
    QVERIFY(difference().contains("64 directions"));
}

QTEST_APPLESS_MAIN(TestFeatureSwd)
#include "tst_feature_swd.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// What numbers by features are called, and the statistics that they are made of.
#include "made_features.h"
#include "metrics/feature_stats.h"

#include <QTest>

#include <cmath>

using namespace quantloupe;
using namespace made_features;

namespace {

/// Two ways to the same number in float64.
constexpr double kExact = 1e-12;

FeatureIdentity identity(const Features &features)
{
    return {"net", "", "clean", features.dimension};
}

FeatureStats statsOf(const Features &features)
{
    return featureStats(features, identity(features), 1, RunContext());
}

/// Two passes over everything.
double plainCovariance(const Features &features, std::size_t i, std::size_t j)
{
    const auto meanOf = [&](std::size_t column) {
        double sum = 0;
        for (std::size_t row = 0; row < features.count; ++row)
            sum += features.row(row)[column];
        return sum / static_cast<double>(features.count);
    };
    const double mi = meanOf(i);
    const double mj = meanOf(j);
    double sum = 0;
    for (std::size_t row = 0; row < features.count; ++row)
        sum += (features.row(row)[i] - mi) * (features.row(row)[j] - mj);
    return sum / static_cast<double>(features.count - 1);
}

bool isNear(double value, double expected, double relative)
{
    return std::fabs(value - expected) <= relative * std::max(1.0, std::fabs(expected));
}

} // namespace

class TestFeatureStats : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void names();
    void statistics_data();
    void statistics();
    void anyBatchesAndThreads();
};

void TestFeatureStats::names()
{
    const std::string inception(kInceptionName);
    const std::string published = "6726825d" + std::string(56, '0');
    QCOMPARE(frechetName({inception, published, "", 2048}), std::string("FID"));
    QCOMPARE(frechetName({inception, "", "", 2048}), std::string("FD-Inception-2048"));
    QCOMPARE(frechetName({inceptionName("a/mine.pth"), published, "", 2048}),
             std::string("FD-Inception-mine-2048"));
    QCOMPARE(extractorName("a/dino.pt"), std::string("dino"));
    QCOMPARE(extractorName("a/Inception.pt"), std::string("Inception.pt"));
    QCOMPARE(frechetName({"Inception.pt", published, "", 2048}), std::string("FD-Inception.pt"));
    QCOMPARE(frechetName({inception, "", "", 768}), std::string("FD-Inception-768"));
    QCOMPARE(frechetName({"dino", "", "", 2048}), std::string("FD-dino"));
    QCOMPARE(frechetName({"", "", "", 2048}), std::string("FD"));
    QCOMPARE(kernelName({inception, published, "", 2048}), std::string("KID"));
    QCOMPARE(kernelName({inception, "", "", 2048}), std::string("KID-Inception-2048"));
    QCOMPARE(kernelName({inception, "", "", 64}), std::string("KID-Inception-64"));
    QCOMPARE(featureMetricName("Recall", {"avatarnet", "", "", 128}), "Recall-avatarnet");
    QCOMPARE(featureMetricName("Recall", {inception, "", "", 768}), "Recall-Inception-768");
    QCOMPARE(featureMetricName("Recall", {inception, published, "", 2048}),
             "Recall-Inception-2048");
}

void TestFeatureStats::statistics_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("dimension");
    for (const int dimension : {1, 2, 5, 33, 130})
        for (const int count : {2, 33, 600})
            QTest::addRow("%dx%d", count, dimension) << count << dimension;
}

void TestFeatureStats::statistics()
{
    QFETCH(int, count);
    QFETCH(int, dimension);
    const Features features =
        normal(static_cast<std::size_t>(count), static_cast<std::size_t>(dimension), 1, 40);
    const FeatureStats stats = statsOf(features);
    QCOMPARE(stats.n, features.count);
    QCOMPARE(stats.covariance.empty(), count <= dimension);
    QCOMPARE(stats.features.values.empty(), count > dimension);
    const std::vector<double> covariance = covarianceOf(stats);
    for (std::size_t i = 0; i < features.dimension; i += 7)
        for (std::size_t j = 0; j < features.dimension; j += 5)
            QVERIFY(isNear(covariance[i * features.dimension + j], plainCovariance(features, i, j),
                           kExact * 40));
}

void TestFeatureStats::anyBatchesAndThreads()
{
    const Features all = normal(1000, 150, 2);
    const FeatureStats expected = statsOf(all);
    FeatureAccumulator accumulator(identity(all), KeepFeatures::Always);
    std::size_t first = 0;
    for (const std::size_t count : {1, 149, 1, 300, 549}) {
        accumulator.add(part(all, first, count), 2, RunContext());
        first += count;
    }
    const FeatureStats stats = accumulator.finish(2, RunContext());
    QCOMPARE(stats.mean, expected.mean);
    QCOMPARE(stats.covariance, expected.covariance);
    QCOMPARE(stats.features.values, all.values);
}

QTEST_GUILESS_MAIN(TestFeatureStats)
#include "tst_feature_stats.moc"

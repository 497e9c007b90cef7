// SPDX-License-Identifier: GPL-3.0-or-later
// The distance of two sets by the statistics of their features.
#include "base/error.h"
#include "engine/parked_team.h"
#include "made_features.h"
#include "metrics/features/tensor_threads.h"
#include "metrics/frechet_distance.h"

#include <QTest>

#include <array>
#include <cmath>
#include <limits>

using namespace quantloupe;
using namespace made_features;

namespace {

/// Two ways to the same number in float64.
constexpr double kExact = 1e-12;
/// The root of rounding errors, where eigenvalues are zero.
constexpr double kRootOfRounding = 1e-6;

FeatureIdentity identity(const Features &features)
{
    return {"net", "", "clean", features.dimension};
}

FeatureStats statsOf(const Features &features)
{
    return featureStats(features, identity(features), 1, RunContext());
}

/// The same set as a file with mean and covariance alone tells it.
FeatureStats withoutRows(FeatureStats stats)
{
    stats.covariance = covarianceOf(stats);
    stats.features = {};
    stats.n = 0;
    return stats;
}

double distance(const FeatureStats &a, const FeatureStats &b)
{
    const FrechetDistance result = frechetDistance(a, b, RunContext());
    return result.value ? *result.value : std::numeric_limits<double>::quiet_NaN();
}

bool isNear(double value, double expected, double relative)
{
    return std::fabs(value - expected) <= relative * std::max(1.0, std::fabs(expected));
}

} // namespace

class TestFrechetDistance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneDimension();
    void diagonalCovariances();
    void gramAgreesWithEigen_data();
    void gramAgreesWithEigen();
    void distanceToItself_data();
    void distanceToItself();
    void keptRoot();
    void threadsDoNotMatter();
    void frechetReasons();
    void otherMeasurementsAreRefused();
};

void TestFrechetDistance::oneDimension()
{
    // Means 1 and 3, variances 2 and 8.
    const FeatureStats a = statsOf(rows({{0}, {2}}));
    const FeatureStats b = statsOf(rows({{1}, {5}}));
    const FrechetDistance result = frechetDistance(a, b, RunContext());
    QCOMPARE(result.form, FrechetForm::Eigen);
    QCOMPARE(result.meanTerm, 4.0);
    QVERIFY(isNear(*result.value, 6, kExact));
    QVERIFY(isNear(distance(b, a), 6, kExact));
}

void TestFrechetDistance::diagonalCovariances()
{
    FeatureStats a;
    a.identity.dimension = 2;
    a.mean = {0, 0};
    a.covariance = {4, 0, 0, 0};
    FeatureStats b = a;
    b.mean = {1, 2};
    b.covariance = {1, 0, 0, 9};
    QVERIFY(isNear(distance(a, b), 5 + 1 + 9, kExact));
}

void TestFrechetDistance::gramAgreesWithEigen_data()
{
    QTest::addColumn<int>("countA");
    QTest::addColumn<int>("countB");
    QTest::addColumn<int>("dimension");
    QTest::newRow("both short") << 20 << 31 << 33;
    QTest::newRow("one short") << 20 << 90 << 33;
    QTest::newRow("the other short") << 90 << 2 << 33;
    QTest::newRow("several blocks") << 290 << 250 << 300;
}

void TestFrechetDistance::gramAgreesWithEigen()
{
    QFETCH(int, countA);
    QFETCH(int, countB);
    QFETCH(int, dimension);
    const auto made = [&](int count, std::uint64_t seed, double shift) {
        return statsOf(normal(static_cast<std::size_t>(count), static_cast<std::size_t>(dimension),
                              seed, shift));
    };
    const FeatureStats a = made(countA, 1, 0);
    const FeatureStats b = made(countB, 2, 0.5);
    const FrechetDistance gram = frechetDistance(a, b, RunContext());
    QCOMPARE(gram.form, FrechetForm::Gram);
    const FrechetDistance eigen = frechetDistance(withoutRows(a), withoutRows(b), RunContext());
    QCOMPARE(eigen.form, FrechetForm::Eigen);
    QVERIFY2(isNear(*gram.value, *eigen.value, kRootOfRounding),
             qPrintable(QString::number(*gram.value - *eigen.value)));
}

void TestFrechetDistance::distanceToItself_data()
{
    QTest::addColumn<int>("count");
    QTest::newRow("many") << 300;
    QTest::newRow("few") << 20;
}

void TestFrechetDistance::distanceToItself()
{
    QFETCH(int, count);
    const FeatureStats stats = statsOf(normal(static_cast<std::size_t>(count), 64, 3, 5));
    QVERIFY(distance(stats, stats) < kRootOfRounding);
    QVERIFY(distance(withoutRows(stats), withoutRows(stats)) < 64 * kRootOfRounding);
    QVERIFY(distance(stats, withoutRows(stats)) < 64 * kRootOfRounding);
}

void TestFrechetDistance::keptRoot()
{
    const FeatureStats b = statsOf(normal(200, 40, 1));
    const FrechetReference reference(std::make_shared<const FeatureStats>(b));
    for (const std::uint64_t seed : {2, 3}) {
        const FeatureStats a = statsOf(normal(150, 40, seed, 0.1));
        QCOMPARE(*reference.distanceTo(a, RunContext()).value, distance(a, b));
    }
}

void TestFrechetDistance::threadsDoNotMatter()
{
    // Else two threads on busy cores wait for each other.
    const ParkedTeam team;
    const FeatureStats a = statsOf(normal(600, 200, 1));
    const FeatureStats b = statsOf(normal(600, 200, 2));
    // Less than full rank: roots of what is zero but for rounding.
    const FeatureStats flat = withoutRows(statsOf(normal(50, 200, 3)));
    const auto distances = [&](int threads) {
        const ThreadCount count(threads);
        return std::array{*frechetDistance(a, b, RunContext()).value,
                          *frechetDistance(withoutRows(a), withoutRows(b), RunContext()).value,
                          *frechetDistance(withoutRows(a), flat, RunContext()).value};
    };
    QVERIFY(distances(1) == distances(2));
}

void TestFrechetDistance::frechetReasons()
{
    const FeatureStats good = statsOf(normal(10, 3, 1));
    const auto reasonOf = [&](const Features &features) {
        const FeatureStats stats = statsOf(features);
        const FrechetDistance result = frechetDistance(good, stats, RunContext());
        const FrechetDistance turned = frechetDistance(stats, good, RunContext());
        return result.value || turned.value || turned.reason != result.reason ? std::string()
                                                                              : result.reason;
    };
    QVERIFY(reasonOf(normal(1, 3, 1)).starts_with("one picture"));
    QVERIFY(reasonOf({0, 3, {}}).starts_with("a set without pictures"));
    for (const std::size_t count : {3, 20}) {
        Features broken = normal(count, 3, 1);
        broken.values[4] = std::numeric_limits<float>::quiet_NaN();
        QCOMPARE(reasonOf(broken), std::string("some features are not finite numbers"));
        broken.values[4] = std::numeric_limits<float>::infinity();
        QCOMPARE(reasonOf(broken), std::string("some features are not finite numbers"));
    }
}

void TestFrechetDistance::otherMeasurementsAreRefused()
{
    const FeatureStats a = statsOf(normal(10, 3, 1));
    const auto refusal = [&](auto change) {
        FeatureStats b = a;
        change(b.identity);
        try {
            frechetDistance(a, b, RunContext());
        } catch (const Error &error) {
            return std::string(error.what());
        }
        return std::string();
    };
    QVERIFY(refusal([](FeatureIdentity &i) { i.pipeline = "tf-legacy"; }).find("pipelines") !=
            std::string::npos);
    QVERIFY(refusal([](FeatureIdentity &i) { i.sha256 = "0"; }).find("weights") !=
            std::string::npos);
    QVERIFY(refusal([](FeatureIdentity &i) { i.extractor = "other"; }).find("extractors") !=
            std::string::npos);
    QVERIFY(refusal([](FeatureIdentity &i) { i.dimension = 4; }).find("numbers of features") !=
            std::string::npos);
    QCOMPARE(refusal([](FeatureIdentity &i) { i.extractor.clear(); }), std::string());
}

QTEST_GUILESS_MAIN(TestFrechetDistance)
#include "tst_frechet_distance.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "base/error.h"
#include "made_features.h"
#include "metrics/manifold_scores.h"

#include <cmath>
#include <limits>

using namespace quantloupe;
using made_features::normal;

namespace {

ManifoldScores scoresOf(const Features &real, const Features &generated, int threads = 1)
{
    return ManifoldReference(real, threads, RunContext()).scores(generated, RunContext());
}

/// Values on a line, one feature each.
Features line(std::vector<float> values)
{
    return {values.size(), 1, std::move(values)};
}

/// Whole numbers of few values, so that many distances are the same.
Features steps(std::size_t count, std::size_t dimension, std::uint64_t seed)
{
    Features features = normal(count, dimension, seed);
    for (float &value : features.values)
        value = std::round(value);
    return features;
}

void compare(const ManifoldScores &a, const ManifoldScores &b)
{
    QCOMPARE(a.precise, b.precise);
    QCOMPARE(a.dense, b.dense);
    QCOMPARE(a.precision, b.precision);
    QCOMPARE(a.recall, b.recall);
    QCOMPARE(a.density, b.density);
    QCOMPARE(a.coverage, b.coverage);
}

} // namespace

/// Precision, recall, density and coverage.
class TestManifoldScores : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void byHand();
    void ofEqualAndOfFarSets();
    void exactlyAsPlainly_data();
    void exactlyAsPlainly();
    void nearTies();
    void reasons();
};

/// Radii of the real line: 3, 2, 2, 2, 2, 3 for k = 3 and 5, 4, 3, 3, 4, 5 for k = 5; of the
/// generated one for k = 3: 2.5, 1.5, 1, 1, 1, 1.5.
void TestManifoldScores::byHand()
{
    const ManifoldScores scores =
        scoresOf(line({0, 1, 2, 3, 4, 5}), line({-1.5F, -3, -3.5F, -4, -4.5F, -5}));
    QCOMPARE(scores.reason, std::string());
    // -3 lies on the edge of the closed ball around 0.
    QCOMPARE(scores.precise, (std::vector<double>{1, 1, 0, 0, 0, 0}));
    QCOMPARE(scores.precision, 2.0 / 6);
    // -1.5 in the open balls of 0 and 1; -5 on the edge of that of 0, and outside.
    QCOMPARE(scores.dense, (std::vector<double>{0.4, 0.2, 0.2, 0.2, 0.2, 0}));
    QVERIFY(std::fabs(scores.density - 0.2) < 1e-15);
    // 0 and, on the edge, 1 are within 2.5 of -1.5.
    QCOMPARE(scores.recall, 2.0 / 6);
    QCOMPARE(scores.coverage, 2.0 / 6);
}

void TestManifoldScores::ofEqualAndOfFarSets()
{
    const Features set = normal(60, 5, 1);
    const ManifoldScores same = scoresOf(set, set);
    QCOMPARE(same.precision, 1.0);
    QCOMPARE(same.recall, 1.0);
    QCOMPARE(same.coverage, 1.0);
    // Each picture has itself and about five others around it.
    QVERIFY(same.density > 0.8 && same.density < 1.6);
    const ManifoldScores far = scoresOf(set, normal(60, 5, 2, 1000));
    QCOMPARE(far.precision, 0.0);
    QCOMPARE(far.recall, 0.0);
    QCOMPARE(far.density, 0.0);
    QCOMPARE(far.coverage, 0.0);
}

void TestManifoldScores::exactlyAsPlainly_data()
{
    QTest::addColumn<int>("real");
    QTest::addColumn<int>("generated");
    QTest::addColumn<int>("dimension");
    QTest::addColumn<bool>("tied");
    for (const bool tied : {false, true}) {
        QTest::addRow("fewest, tied %d", tied) << 6 << 6 << 1 << tied;
        QTest::addRow("odd, tied %d", tied) << 33 << 9 << 5 << tied;
        QTest::addRow("more than a block, tied %d", tied) << 300 << 1030 << 16 << tied;
        QTest::addRow("few of many features, tied %d", tied) << 17 << 33 << 768 << tied;
    }
}

void TestManifoldScores::exactlyAsPlainly()
{
    QFETCH(int, real);
    QFETCH(int, generated);
    QFETCH(int, dimension);
    QFETCH(bool, tied);
    const auto made = [&](int count, std::uint64_t seed) {
        const auto n = static_cast<std::size_t>(count);
        const auto d = static_cast<std::size_t>(dimension);
        return tied ? steps(n, d, seed) : normal(n, d, seed);
    };
    const Features a = made(real, 1);
    const Features b = made(generated, 2);
    const ManifoldScores expected = manifoldScoresPlainly(a, b);
    compare(scoresOf(a, b), expected);
    compare(scoresOf(a, b, 3), expected);
}

/// Far from the origin, the products alone would lose the distances to rounding.
void TestManifoldScores::nearTies()
{
    Features a = normal(40, 8, 1);
    Features b = normal(40, 8, 2);
    for (Features *features : {&a, &b})
        for (float &value : features->values)
            value = 1e4F + std::round(value * 8) / 1024;
    compare(scoresOf(a, b), manifoldScoresPlainly(a, b));
}

void TestManifoldScores::reasons()
{
    const Features enough = normal(6, 3, 1);
    QCOMPARE(scoresOf(enough, normal(5, 3, 2)).reason,
             std::string("neighbours need 6 pictures of each set or more"));
    QVERIFY(!scoresOf(normal(5, 3, 2), enough).reason.empty());
    Features broken = normal(6, 3, 3);
    broken.values[4] = std::numeric_limits<float>::infinity();
    QCOMPARE(scoresOf(enough, broken).reason, std::string("some features are not finite numbers"));
    QVERIFY_EXCEPTION_THROWN(scoresOf(enough, normal(6, 4, 1)), Error);
    std::stop_source stop;
    stop.request_stop();
    QVERIFY_EXCEPTION_THROWN(ManifoldReference(enough, 1, RunContext(stop.get_token())), Cancelled);
}

QTEST_APPLESS_MAIN(TestManifoldScores)
#include "tst_manifold_scores.moc"

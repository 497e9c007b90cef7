// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

// After Qt's headers: moc stumbles over <compare> as the first header of a file.
#include "analysis/pareto_front.h"
#include "base/random_stream.h"

using namespace quantloupe;

namespace {

using Indices = std::vector<std::size_t>;

FrontPoint between(double cost, double value, double low, double high)
{
    return {cost, value, MetricInterval{low, high}};
}

} // namespace

/// Which configurations nothing else beats.
class TestParetoFront : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void byHand()
    {
        const std::vector<FrontPoint> points = {{4, 1, {}}, {1, 9, {}}, {2, 5, {}},
                                                {3, 5, {}}, {2, 6, {}}, {5, 2, {}}};
        QCOMPARE(paretoFront(points, BetterValue::Smaller), (Indices{1, 2, 0}));
        // The same costs against a quality: the dearest one is not the best any more.
        QCOMPARE(paretoFront(points, BetterValue::Larger), (Indices{1}));
        QCOMPARE(paretoFront({}, BetterValue::Larger), Indices());
    }

    void equalPointsAreAllOnIt()
    {
        const std::vector<FrontPoint> points = {{1, 2, {}}, {1, 2, {}}, {1, 3, {}}};
        QCOMPARE(paretoFront(points, BetterValue::Smaller), (Indices{0, 1}));
    }

    void overlappingIntervalsLeaveItOpen()
    {
        const std::vector<FrontPoint> points = {
            between(1, 5, 4, 6), between(2, 5.5, 5, 7), between(2, 8, 7, 9), {3, 6, {}}};
        const std::vector<FrontPlace> expected = {FrontPlace::OnFront, FrontPlace::Undecided,
                                                  FrontPlace::Dominated, FrontPlace::Dominated};
        QVERIFY(frontPlaces(points, BetterValue::Smaller) == expected);
    }

    void largerValuesTurnIntervalsRound()
    {
        const std::vector<FrontPoint> points = {between(1, 30, 28, 32), between(2, 29, 27, 31),
                                                between(2, 20, 18, 22)};
        const std::vector<FrontPlace> expected = {FrontPlace::OnFront, FrontPlace::Undecided,
                                                  FrontPlace::Dominated};
        QVERIFY(frontPlaces(points, BetterValue::Larger) == expected);
    }

    /// The front is what a look at all pairs leaves, and each other point is beaten by one on it.
    void manyPoints()
    {
        std::vector<FrontPoint> points;
        RandomStream random(1, StreamRole::Probe, 0);
        for (int i = 0; i < 300; ++i)
            points.push_back({double(random.below(40)), double(random.below(40)), {}});
        const Indices front = paretoFront(points, BetterValue::Smaller);
        for (std::size_t i = 0; i < points.size(); ++i) {
            const bool isOnFront = std::ranges::count(front, i) > 0;
            bool isBeaten = false;
            for (const std::size_t j : front)
                isBeaten |= dominates(points[j], points[i], BetterValue::Smaller);
            QCOMPARE(isBeaten, !isOnFront);
        }
        for (std::size_t i = 1; i < front.size(); ++i)
            QVERIFY(points[front[i - 1]].cost <= points[front[i]].cost);
    }
};

QTEST_GUILESS_MAIN(TestParetoFront)
#include "tst_pareto_front.moc"

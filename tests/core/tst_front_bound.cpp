// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

// After Qt's headers: moc stumbles over <compare> as the first header of a file.
#include "analysis/front_bound.h"

#include <algorithm>
#include <chrono>
#include <vector>

using namespace quantloupe;

namespace {

using Values = std::vector<std::optional<double>>;

/// A front whose points have these values, and which of them were asked for.
struct MadeUpFront
{
    Values values;
    std::vector<std::size_t> asked = {};

    FrontBoundResult search(const FrontLimit &limit, const Deadline &deadline = {})
    {
        asked.clear();
        return cheapestWithin(
            values.size(), limit,
            [this](std::size_t point) {
                asked.push_back(point);
                return values.at(point);
            },
            deadline);
    }

    bool wereAllAskedOnce() const
    {
        std::vector<std::size_t> sorted = asked;
        std::ranges::sort(sorted);
        for (std::size_t i = 0; i < sorted.size(); ++i)
            if (sorted[i] != i)
                return false;
        return sorted.size() == values.size();
    }
};

constexpr FrontLimit kAtMostFive{5, BetterValue::Smaller};

/// Over after so many looks at the clock.
Deadline afterLooks(int count, int &looks)
{
    looks = 0;
    return Deadline::after(
        count, [&looks] { return Deadline::Clock::time_point(std::chrono::seconds(looks++)); });
}

} // namespace

/// The cheapest point of a front within a bound, by few measurements.
class TestFrontBound : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fallingValuesAreBisected()
    {
        MadeUpFront front;
        for (int i = 0; i < 64; ++i)
            front.values.emplace_back(64 - i);
        for (int limit = 1; limit <= 64; ++limit) {
            const auto result = front.search({double(limit), BetterValue::Smaller});
            QVERIFY(result.isFinished);
            QCOMPARE(result.cheapest.value(), std::size_t(64 - limit));
            QVERIFY(front.asked.size() <= 8);
        }
    }

    void moreMayBeBetter()
    {
        MadeUpFront front{{1, 2, 3, 4, 5, 6}};
        QCOMPARE(front.search({4, BetterValue::Larger}).cheapest.value(), 3U);
        QVERIFY(!front.search({7, BetterValue::Larger}).cheapest);
        QVERIFY(front.wereAllAskedOnce());
    }

    /// The dearest point fails, but others keep the bound: the cheapest of those is the answer.
    void dearestMayFail()
    {
        MadeUpFront front{{9, 4, 8, 7, 3, 6}};
        const auto result = front.search(kAtMostFive);
        QVERIFY(result.isFinished);
        QCOMPARE(result.cheapest.value(), 1U);
        // Nothing that is dearer than the answer is asked for once there is one.
        QCOMPARE(front.asked, (std::vector<std::size_t>{5, 4, 0, 1}));
    }

    void nothingIsUnreachableBeforeAllWereAsked()
    {
        MadeUpFront front{{9, 8, {}, 7, 6, 8}};
        const auto result = front.search(kAtMostFive);
        QVERIFY(result.isFinished && !result.cheapest);
        QVERIFY(front.wereAllAskedOnce());
    }

    /// Bisection alone ends at a dearer point than need be.
    void cheaperOnesAreLookedForWhereValuesDoNotFollowCosts()
    {
        // Asked for are 7, 3, 5 and 6, and the dearest of them measures worse than the one before.
        MadeUpFront front{{8, 4, 9, 9, 9, 7, 3, 4}};
        const auto result = front.search(kAtMostFive);
        QVERIFY(result.isFinished);
        QCOMPARE(result.cheapest.value(), 1U);
    }

    void measuredOnesCountWhateverTheOrder()
    {
        for (int pattern = 0; pattern < 64; ++pattern) {
            MadeUpFront front;
            for (int i = 0; i < 6; ++i)
                front.values.emplace_back((pattern >> i) % 2 == 1 ? 4 : 6);
            const auto result = front.search(kAtMostFive);
            std::optional<std::size_t> least;
            for (const std::size_t point : front.asked)
                if (front.values[point] == 4 && (!least || point < *least))
                    least = point;
            QVERIFY(result.cheapest == least);
            QCOMPARE(result.cheapest.has_value(), pattern != 0);
        }
    }

    void theTimeBoxEndsIt()
    {
        int looks = 0;
        // The dearest point is an answer; then the time is up.
        MadeUpFront front{{9, 9, 4, 4, 4, 4}};
        auto result = front.search(kAtMostFive, afterLooks(1, looks));
        QCOMPARE(front.asked, (std::vector<std::size_t>{5}));
        QCOMPARE(result.cheapest.value(), 5U);
        QVERIFY(!result.isFinished);
        // No answer: that nothing keeps the bound is not known.
        front.values = {4, 9, 9, 9, 9, 9};
        result = front.search(kAtMostFive, afterLooks(3, looks));
        QVERIFY(!result.cheapest && !result.isFinished);
        QCOMPARE(front.asked, (std::vector<std::size_t>{5, 4, 3}));
        // Up just when nothing is left to do.
        result = front.search(kAtMostFive, afterLooks(6, looks));
        QCOMPARE(result.cheapest.value(), 0U);
        QVERIFY(result.isFinished);
    }

    void onePoint()
    {
        MadeUpFront front{{4}};
        QCOMPARE(front.search(kAtMostFive).cheapest.value(), 0U);
        front.values = {6};
        QVERIFY(!front.search(kAtMostFive).cheapest);
        QCOMPARE(front.asked.size(), 1U);
    }
};

QTEST_GUILESS_MAIN(TestFrontBound)
#include "tst_front_bound.moc"

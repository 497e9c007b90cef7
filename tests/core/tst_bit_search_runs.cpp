// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

// After Qt's headers: moc stumbles over <compare> as the first header of a file.
#include "analysis/bit_search_state.h"
#include "base/error.h"
#include "made_up_searches.h"

#include <chrono>
#include <optional>

using namespace quantloupe;
using namespace made_up_searches;

namespace {

/// The end of a box of `seconds`, where each look at the clock takes one.
Deadline secondsByLook(double seconds, int &looks)
{
    return Deadline::after(
        seconds, [&looks] { return Deadline::Clock::time_point(std::chrono::seconds(looks++)); });
}

} // namespace

/// Searches that are watched, stopped and gone on with, that have little time, and fronts.
class TestBitSearchRuns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void betterOnesArriveInOrder()
    {
        const SearchProblem problem = network(40, 9);
        std::vector<SearchSolution> seen;
        BitSearchState state;
        const auto result =
            searchBits(problem, request(SearchAlgorithm::Knapsack, middleBudget(problem)), {},
                       state, [&](const SearchSolution &solution) { seen.push_back(solution); });
        QVERIFY(seen.size() >= 2);
        for (std::size_t i = 1; i < seen.size(); ++i)
            QVERIFY(isBetter(seen[i], seen[i - 1]));
        QVERIFY(seen.back() == result.best);
    }

    /// Stopped at each solution that arrives, kept as text, and gone on with: the same in the end.
    void pausedOnesEndTheSame_data()
    {
        QTest::addColumn<int>("algorithm");
        QTest::newRow("knapsack") << int(SearchAlgorithm::Knapsack);
        QTest::newRow("quadratic") << int(SearchAlgorithm::Quadratic);
    }
    void pausedOnesEndTheSame()
    {
        QFETCH(int, algorithm);
        SearchProblem problem = network(25, 10);
        for (SearchGroup &group : problem.groups)
            for (SearchOption &option : group.options)
                option.error *= 1000;
        if (algorithm == int(SearchAlgorithm::Quadratic))
            addCrossTerms(problem, 10);
        BitSearchRequest one =
            request(static_cast<SearchAlgorithm>(algorithm), middleBudget(problem));
        one.restarts = 4;
        const BitSearchResult whole = searchBits(problem, one);
        BitSearchState state;
        int pauses = 0;
        std::optional<BitSearchResult> result;
        while (!result) {
            std::stop_source stop;
            try {
                result = searchBits(problem, one, RunContext(stop.get_token()), state,
                                    [&](const SearchSolution &) { stop.request_stop(); });
            } catch (const Cancelled &) {
                ++pauses;
                QVERIFY(!state.best.choice.empty());
                state = parseBitSearchState(toJson(state), problem, "state");
            }
        }
        QVERIFY(pauses >= 2);
        QVERIFY(result->best == whole.best);
        QCOMPARE(result->isProvenBest, whole.isProvenBest);
    }

    void timeBoxKeepsTheBest()
    {
        SearchProblem problem = network(30, 11);
        addCrossTerms(problem, 11);
        BitSearchRequest one = request(SearchAlgorithm::Quadratic, middleBudget(problem));
        one.restarts = 1'000'000;
        int looks = 0;
        one.deadline = secondsByLook(50, looks);
        BitSearchState state;
        const BitSearchResult result = searchBits(problem, one, {}, state);
        checkSound(problem, result, one.budget);
        QVERIFY(!result.isFinished && result.isReachable);
    }

    void frontHasOneTimeBox()
    {
        SearchProblem problem = network(20, 5);
        addCrossTerms(problem, 5);
        BitSearchRequest one = request(SearchAlgorithm::Quadratic, 0);
        one.restarts = 1'000'000;
        int looks = 0;
        one.deadline = secondsByLook(50, looks);
        constexpr int kBudgets = 9;
        const SearchedFront searched = searchFront(problem, one, kBudgets, {});
        QVERIFY(!searched.isFinished);
        const std::vector<SearchSolution> &front = searched.points;
        // Those within the box; then the knapsack, its answer and the loop itself see it is over.
        QVERIFY2(looks <= 50 + 4 * kBudgets, qPrintable(QString::number(looks)));
        QVERIFY(!front.empty());
        for (std::size_t i = 0; i < front.size(); ++i) {
            QVERIFY(front[i] == solutionOf(problem, front[i].choice));
            if (i > 0)
                QVERIFY(front[i].error < front[i - 1].error);
        }
    }

    void deadlineIsMadeOnce()
    {
        int looks = 0;
        const Deadline three = secondsByLook(3, looks);
        const Deadline handedDown = three;
        QVERIFY(!three.isOver());
        QVERIFY(!handedDown.isOver());
        QVERIFY(handedDown.isOver());
        QVERIFY(three.isOver());
        QVERIFY(!Deadline().isOver());
        looks = 0;
        const Deadline none = secondsByLook(0, looks);
        looks = 1000;
        QVERIFY(!none.isOver());
    }

    void damagedStatesAreRefused_data()
    {
        QTest::addColumn<QString>("text");
        for (
            const char *text :
            {"", "[]", "{", "{\"key\":1}", "null",
             R"({"key":"","best":{"choice":[9,9,9]},"levels":[],"exact":true,"restarts":0,"restartFrom":{"choice":[]},"finished":false})",
             R"({"key":"","best":{"choice":[0]},"levels":[],"exact":true,"restarts":0,"restartFrom":{"choice":[]},"finished":false})",
             R"({"key":"","best":{"choice":[]},"levels":[[[0,0,7,0]]],"exact":true,"restarts":0,"restartFrom":{"choice":[]},"finished":false})",
             R"({"key":"","best":{"choice":[]},"levels":[[[0,0,0,0]],[[0,0,0,99]]],"exact":true,"restarts":0,"restartFrom":{"choice":[]},"finished":false})",
             R"({"key":"","best":{"choice":[]},"levels":[[],[],[],[],[],[]],"exact":true,"restarts":0,"restartFrom":{"choice":[]},"finished":false})",
             R"({"key":"","best":{"choice":[]},"levels":[],"exact":true,"restarts":3,"restartFrom":{"choice":[]},"finished":false})"})
            QTest::newRow(*text ? text : "nothing") << QString(text);
    }
    void damagedStatesAreRefused()
    {
        QFETCH(QString, text);
        try {
            parseBitSearchState(text.toStdString(), network(3, 1), "paused.json");
            QFAIL("accepted");
        } catch (const Error &error) {
            QCOMPARE(error.kind(), ErrorKind::BadInput);
            QVERIFY(QString(error.what()).startsWith("paused.json is no paused search"));
        }
    }

    void frontIsOfExactSolutions()
    {
        const SearchProblem problem = network(12, 12);
        const SearchedFront searched =
            searchFront(problem, request(SearchAlgorithm::Knapsack, 0), 9, {});
        QVERIFY(searched.isFinished);
        const std::vector<SearchSolution> &front = searched.points;
        QVERIFY(front.size() >= 2 && front.size() <= 9);
        QCOMPARE(front.front().cost, cheapestSolution(problem).cost);
        QCOMPARE(front.back().error, leastErrorSolution(problem).error);
        for (std::size_t i = 0; i < front.size(); ++i) {
            const auto best =
                searchBits(problem, request(SearchAlgorithm::Knapsack, front[i].cost)).best;
            QVERIFY(best == front[i]);
            if (i > 0)
                QVERIFY(front[i].cost > front[i - 1].cost && front[i].error < front[i - 1].error);
        }
    }
};

QTEST_GUILESS_MAIN(TestBitSearchRuns)
#include "tst_bit_search_runs.moc"

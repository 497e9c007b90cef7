// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

// After Qt's headers: moc stumbles over <compare> as the first header of a file.
#include "analysis/bit_search_state.h"
#include "base/error.h"
#include "made_up_searches.h"

#include <algorithm>
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

/// A box that is over at once.
Deadline over()
{
    return Deadline::after(1, [looks = 0]() mutable {
        return Deadline::Clock::time_point(std::chrono::seconds(1000 * looks++));
    });
}

/// All that there are.
std::vector<SearchSolution> everyChoice(const SearchProblem &problem)
{
    std::vector<SearchSolution> all;
    std::vector<std::size_t> choice(problem.groups.size(), 0);
    for (std::size_t group = 0; group < choice.size();) {
        all.push_back(solutionOf(problem, choice));
        // Counts with a digit for each group.
        for (group = 0; group < choice.size(); ++group) {
            if (++choice[group] < problem.groups[group].options.size())
                break;
            choice[group] = 0;
        }
    }
    return all;
}

} // namespace

/// Searches that are watched, stopped and gone on with, that have little time, and fronts.
class TestBitSearchRuns : public QObject
{
    Q_OBJECT

    /// Of a search of three groups, with one part that is another.
    static QString stateText(const QString &part, const QString &value)
    {
        const std::pair<const char *, const char *> parts[] = {
            {"key", "\"\""},   {"best", "[0,1,2]"}, {"levels", "[[0,0],[0,0,0,1]]"},
            {"exact", "true"}, {"restarts", "0"},   {"restartFrom", "[]"},
            {"current", "[]"}, {"start", "[]"},     {"finished", "false"}};
        QStringList all;
        for (const auto &[name, usual] : parts)
            all.append(QString("\"%1\":%2").arg(QString(name), part == name ? value : usual));
        return "{" + all.join(',') + "}";
    }
    static void allAlgorithms()
    {
        QTest::addColumn<int>("algorithm");
        for (const SearchAlgorithm algorithm : searchAlgorithms())
            QTest::newRow(std::string(name(algorithm)).c_str()) << int(algorithm);
    }
    /// With cross terms that matter where the algorithm counts them.
    static SearchProblem crossed(int algorithm)
    {
        SearchProblem problem = network(14, 10);
        for (SearchGroup &group : problem.groups)
            for (SearchOption &option : group.options)
                option.error *= 1000;
        if (algorithm == int(SearchAlgorithm::Quadratic))
            addCrossTerms(problem, 10);
        return problem;
    }

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

    /// Each call has no time at all and does one step; kept as text between them, the end is that
    /// of one call, and each answer on the way is no worse than the one before.
    void tinyTimeBoxesComeToTheEnd_data() { allAlgorithms(); }
    void tinyTimeBoxesComeToTheEnd()
    {
        QFETCH(int, algorithm);
        const SearchProblem problem = crossed(algorithm);
        BitSearchRequest one =
            request(static_cast<SearchAlgorithm>(algorithm), middleBudget(problem));
        one.restarts = 6;
        const BitSearchResult whole = searchBits(problem, one);
        one.deadline = over();
        BitSearchState state;
        BitSearchResult last;
        int calls = 0;
        while (!last.isFinished) {
            const BitSearchResult next = searchBits(problem, one, {}, state);
            checkSound(problem, next, one.budget);
            QVERIFY(calls == 0 || !isBetter(last.best, next.best));
            last = next;
            state = parseBitSearchState(toJson(state), problem, "state");
            QVERIFY(++calls < 2000);
        }
        QVERIFY(last.best == whole.best);
        QCOMPARE(last.isProvenBest, whole.isProvenBest);
        const bool hasSteps = algorithm == int(SearchAlgorithm::Knapsack) ||
                              algorithm == int(SearchAlgorithm::Quadratic);
        QCOMPARE(calls > 1, hasSteps);
    }

    void tinyTimeBoxesFindTheWholeFront_data() { allAlgorithms(); }
    void tinyTimeBoxesFindTheWholeFront()
    {
        QFETCH(int, algorithm);
        const SearchProblem problem = crossed(algorithm);
        BitSearchRequest one = request(static_cast<SearchAlgorithm>(algorithm), 0);
        one.restarts = 2;
        constexpr int kBudgets = 5;
        const SearchedFront whole = searchFront(problem, one, kBudgets, {});
        one.deadline = over();
        BitSearchStates states;
        int calls = 0;
        SearchedFront last;
        do {
            last = searchFront(problem, one, kBudgets, {}, states);
            states = parseBitSearchStates(toJson(states), problem, "state");
            QVERIFY(++calls < 4000);
        } while (!last.isFinished);
        QVERIFY(calls > 1);
        QVERIFY(last.points == whole.points);
    }

    void statesOfOtherSearchesAreNotUsed()
    {
        const SearchProblem problem = network(12, 3);
        const BitSearchRequest one = request(SearchAlgorithm::Knapsack, middleBudget(problem));
        const SearchProblem other = network(12, 4);
        const BitSearchResult whole = searchBits(other, one);
        BitSearchState state;
        searchBits(problem, one, {}, state);
        QVERIFY(state.isFinished);
        QVERIFY(searchBits(other, one, {}, state).best == whole.best);
        // Of the same search, but dearer than it may be.
        state.best = leastErrorSolution(other);
        QVERIFY(searchBits(other, one, {}, state).best == whole.best);
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
        QTest::newRow("nothing") << QString();
        for (const char *text : {"[]", "{", R"({"key":1})", "null", "3"})
            QTest::newRow(text) << QString(text);
        // Each but one part as it should be.
        const std::pair<const char *, const char *> parts[] = {
            {"key", "1"},
            {"best", "[9,9,9]"},
            {"best", "[0]"},
            {"best", "[0,0,-1]"},
            {"best", "[0,0,1e300]"},
            {"best", "[0,0,18446744073709551616]"},
            {"best", R"({"choice":[0,0,0]})"},
            {"levels", "[[0]]"},
            {"levels", "[[0,0],[1,0]]"},
            {"levels", "[[0,0],[0,99]]"},
            {"levels", "[[0,0],[0,-1]]"},
            {"levels", "[[0,0],[0,0,0]]"},
            {"levels", "[[0,0],[0,1,0,0]]"},
            {"levels", "[[0,0],[0,0,0,0]]"},
            {"levels", "[[0,0],[],[],[],[],[]]"},
            {"levels", "{}"},
            {"exact", "3"},
            {"restarts", "3"},
            {"restarts", "-3"},
            {"restarts", "4294967299"},
            {"restartFrom", "[7,7,7]"},
            {"current", "[0,0]"},
            {"start", "[1]"},
            {"start", "{}"},
            {"finished", "null"}};
        for (const auto &[part, value] : parts)
            QTest::newRow(qPrintable(QString("%1 %2").arg(part, value))) << stateText(part, value);
        const QString inner = stateText("key", "\"\"");
        QTest::newRow("two starts") << stateText("start", QString("[%1,%1]").arg(inner));
        QTest::newRow("start of a start")
            << stateText("start", QString("[%1]").arg(stateText("start", "[" + inner + "]")));
    }
    void damagedStatesAreRefused()
    {
        QFETCH(QString, text);
        // Whole, it is one.
        parseBitSearchState(stateText("key", "\"\"").toStdString(), network(3, 1), "paused.json");
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

    /// Whatever the budget, its answer is a point once, and no choice at all beats a point of it.
    void answersAreEfficientPointsOfTheFront()
    {
        const SearchProblem problem = network(5, 7);
        const std::vector<SearchSolution> all = everyChoice(problem);
        const auto isEfficient = [&](const SearchSolution &point) {
            return std::ranges::none_of(all, [&](const SearchSolution &other) {
                return other.cost <= point.cost && other.error <= point.error &&
                       (other.cost < point.cost || other.error < point.error);
            });
        };
        const std::int64_t least = cheapestSolution(problem).cost;
        const std::int64_t most = leastErrorSolution(problem).cost;
        constexpr int kBudgets = 4;
        std::size_t further = 0;
        for (int i = 0; i <= 20; ++i) {
            const BitSearchRequest one =
                request(SearchAlgorithm::Knapsack, least + (most - least) * i / 20);
            const SearchSolution answer = searchBits(problem, one).best;
            std::vector<SearchSolution> front = searchFront(problem, one, kBudgets, {}).points;
            const std::size_t sampled = front.size();
            addToFront(front, answer);
            QCOMPARE(std::ranges::count(front, answer), 1);
            QVERIFY(front.size() == sampled || front.size() == sampled + 1);
            further += front.size() - sampled;
            for (std::size_t j = 0; j < front.size(); ++j) {
                QVERIFY(isEfficient(front[j]));
                QVERIFY(j == 0 ||
                        (front[j].cost > front[j - 1].cost && front[j].error < front[j - 1].error));
            }
        }
        QVERIFY(further > 5);
    }

    /// A heuristic may come to something worse for more than the answer.
    void pointsThatTheAnswerBeatsAreLeftOut()
    {
        const SearchSolution cheap{{0}, 1, 9};
        const SearchSolution answer{{1}, 4, 5};
        const SearchSolution dear{{4}, 9, 1};
        std::vector<SearchSolution> front = {cheap, {{2}, 4, 5}, {{3}, 6, 7}, dear};
        addToFront(front, answer);
        QVERIFY(front == (std::vector<SearchSolution>{cheap, answer, dear}));
        // The answer stands there even where another point is said to beat it.
        const SearchSolution measuredBetter{{5}, 9, 2};
        addToFront(front, measuredBetter);
        QVERIFY(front == (std::vector<SearchSolution>{cheap, answer, dear, measuredBetter}));
    }
};

QTEST_GUILESS_MAIN(TestBitSearchRuns)
#include "tst_bit_search_runs.moc"

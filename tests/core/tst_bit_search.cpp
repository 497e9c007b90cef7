// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

// After Qt's headers: moc stumbles over <compare> as the first header of a file.
#include "analysis/bit_search.h"
#include "analysis/bit_search_state.h"
#include "base/error.h"
#include "brute_force.h"

#include <algorithm>
#include <set>

using namespace quantloupe;

namespace {

constexpr int kProblems = 400;

BitSearchRequest request(SearchAlgorithm algorithm, std::int64_t budget)
{
    BitSearchRequest request;
    request.algorithm = algorithm;
    request.budget = budget;
    return request;
}

void keepBits(SearchGroup &group, const std::set<int> &bits)
{
    std::erase_if(group.options,
                  [&](const SearchOption &option) { return !bits.contains(option.bits); });
}

/// A network's: more bits cost more and err less, layers differ widely.
SearchProblem network(std::size_t layers, std::uint64_t seed)
{
    SearchProblem problem;
    RandomStream random(seed, StreamRole::Probe, layers);
    for (std::size_t g = 0; g < layers; ++g) {
        SearchGroup group;
        group.layers = {"layer" + std::to_string(g)};
        const auto weights = static_cast<std::int64_t>(1000 + random.below(4'000'000));
        const double sensitivity = std::exp(random.uniform(-4, 4));
        for (const int bits : {1, 2, 3, 4, 5, 6, 8})
            group.options.push_back(
                {bits, WeightMethod::Mse, weights * bits / 8 + 256,
                 sensitivity * std::pow(4.0, -bits) * random.uniform(0.7, 1.4)});
        problem.groups.push_back(std::move(group));
    }
    return problem;
}

void addCrossTerms(SearchProblem &problem, std::uint64_t seed)
{
    RandomStream random(seed, StreamRole::Probe, 1);
    for (std::size_t i = 0; i < problem.groups.size(); ++i)
        for (std::size_t j = i + 1; j < problem.groups.size(); ++j)
            for (std::size_t a = 0; a < problem.groups[i].options.size(); ++a)
                for (std::size_t b = 0; b < problem.groups[j].options.size(); ++b)
                    problem.cross.set(problem.groups, {i, a}, {j, b},
                                      static_cast<double>(random.below(21)) - 10);
}

/// The end of a box of `seconds`, where each look at the clock takes one.
Deadline secondsByLook(double seconds, int &looks)
{
    return Deadline::after(
        seconds, [&looks] { return Deadline::Clock::time_point(std::chrono::seconds(looks++)); });
}

std::int64_t middleBudget(const SearchProblem &problem)
{
    return (cheapestSolution(problem).cost + leastErrorSolution(problem).cost) / 2;
}

/// Cost and error are those of the choice, every option is allowed, and it fits.
void checkSound(const SearchProblem &problem, const BitSearchResult &result, std::int64_t budget)
{
    QVERIFY(result.best == solutionOf(problem, result.best.choice));
    for (std::size_t i = 0; i < problem.groups.size(); ++i)
        QVERIFY(problem.groups[i].isAllowed(result.best.choice[i]));
    QCOMPARE(result.isReachable, result.best.cost <= budget);
}

void checkAgainstEveryChoice(const SearchProblem &problem, std::int64_t budget)
{
    const std::optional<SearchSolution> expected = brute_force::best(problem, budget);
    const BitSearchResult found = searchBits(problem, request(SearchAlgorithm::Knapsack, budget));
    checkSound(problem, found, budget);
    QCOMPARE(found.isReachable, expected.has_value());
    if (expected) {
        QCOMPARE(found.best.error, expected->error);
        QCOMPARE(found.best.cost, expected->cost);
        QVERIFY(found.isFinished && found.isProvenBest);
    } else {
        QCOMPARE(found.best.cost, cheapestSolution(problem).cost);
    }
}

} // namespace

/// Bits under a budget, judged by trying every choice of small problems.
class TestBitSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knapsackEqualsEveryChoice_data()
    {
        QTest::addColumn<qint64>("unit");
        QTest::newRow("small costs, many ties") << qint64(1);
        QTest::newRow("bytes of large networks") << qint64(1'000'000'007);
    }
    void knapsackEqualsEveryChoice()
    {
        QFETCH(qint64, unit);
        for (int i = 0; i < kProblems; ++i) {
            RandomStream random(1, StreamRole::Probe, static_cast<std::uint64_t>(i));
            const SearchProblem problem = brute_force::problem(random, unit);
            checkAgainstEveryChoice(problem, brute_force::budgetFor(problem, random));
            if (QTest::currentTestFailed())
                return;
        }
    }

    void knapsackWithLocksAndAllowedBits()
    {
        for (int i = 0; i < kProblems; ++i) {
            RandomStream random(2, StreamRole::Probe, static_cast<std::uint64_t>(i));
            SearchProblem problem = brute_force::problem(random, 1);
            for (SearchGroup &group : problem.groups) {
                // The first option's bits stay: something is left.
                if (random.below(3) == 0)
                    keepBits(group, {1, 3, 4});
                if (random.below(3) == 0)
                    group.locked = random.below(group.options.size());
            }
            checkAgainstEveryChoice(problem, brute_force::budgetFor(problem, random));
            if (QTest::currentTestFailed())
                return;
        }
    }

    /// Errors that are no whole numbers, on every side of zero.
    void knapsackWithRealErrors()
    {
        for (int i = 0; i < kProblems; ++i) {
            RandomStream random(3, StreamRole::Probe, static_cast<std::uint64_t>(i));
            SearchProblem problem = brute_force::problem(random, 1);
            for (SearchGroup &group : problem.groups)
                for (SearchOption &option : group.options)
                    option.error = random.normal();
            const std::int64_t budget = brute_force::budgetFor(problem, random);
            const auto expected = brute_force::best(problem, budget);
            const auto found = searchBits(problem, request(SearchAlgorithm::Knapsack, budget));
            if (expected)
                QCOMPARE(found.best.error, expected->error);
        }
    }

    void knapsackOfALargeNetworkIsNoWorseThanAnyOther()
    {
        const SearchProblem problem = network(60, 4);
        const std::int64_t budget = middleBudget(problem);
        const auto knapsack = searchBits(problem, request(SearchAlgorithm::Knapsack, budget));
        checkSound(problem, knapsack, budget);
        QVERIFY(knapsack.isProvenBest);
        for (const SearchAlgorithm other : {SearchAlgorithm::Greedy, SearchAlgorithm::Qgan}) {
            const auto found = searchBits(problem, request(other, budget));
            checkSound(problem, found, budget);
            QVERIFY(found.isReachable && !found.isProvenBest);
            QVERIFY(knapsack.best.error <= found.best.error);
        }
    }

    void unreachableGivesTheNearest()
    {
        const SearchProblem problem = network(5, 5);
        const std::int64_t least = cheapestSolution(problem).cost;
        for (const SearchAlgorithm algorithm : searchAlgorithms()) {
            const auto below = searchBits(problem, request(algorithm, least - 1));
            QVERIFY(!below.isReachable);
            QCOMPARE(below.best.cost, least);
            const auto just = searchBits(problem, request(algorithm, least));
            QVERIFY(just.isReachable);
            QCOMPARE(just.best.cost, least);
        }
    }

    void amplyReachableTakesTheLeastError()
    {
        const SearchProblem problem = network(5, 5);
        const SearchSolution best = leastErrorSolution(problem);
        for (const SearchAlgorithm algorithm : searchAlgorithms())
            QCOMPARE(searchBits(problem, request(algorithm, best.cost)).best.error, best.error);
    }

    /// Two layers by hand: 100 weights that hardly matter, 10 that do.
    void greedyTakesTheCheapestStep()
    {
        SearchProblem problem;
        problem.groups = {{{"wide"}, {{8, {}, 800, 0}, {4, {}, 400, 1}, {2, {}, 200, 5}}, {}},
                          {{"narrow"}, {{8, {}, 80, 0}, {4, {}, 40, 3}, {2, {}, 20, 9}}, {}}};
        const auto choiceAt = [&](std::int64_t budget) {
            return searchBits(problem, request(SearchAlgorithm::Greedy, budget)).best.choice;
        };
        using Choice = std::vector<std::size_t>;
        QCOMPARE(choiceAt(880), (Choice{0, 0}));
        // 1 / 400 before 3 / 40; and what is left over is no reason to touch the narrow layer.
        QCOMPARE(choiceAt(879), (Choice{1, 0}));
        QCOMPARE(choiceAt(480), (Choice{1, 0}));
        // 4 / 200 before 3 / 40.
        QCOMPARE(choiceAt(479), (Choice{2, 0}));
        QCOMPARE(choiceAt(279), (Choice{2, 1}));
    }

    void qganRaisesAllLayersTogether()
    {
        SearchProblem problem = network(4, 6);
        keepBits(problem.groups[2], {4, 8});
        const auto bitsAt = [&](std::int64_t budget) {
            QList<int> bits;
            const auto best = searchBits(problem, request(SearchAlgorithm::Qgan, budget)).best;
            for (std::size_t i = 0; i < best.choice.size(); ++i)
                bits.append(problem.groups[i].options[best.choice[i]].bits);
            return bits;
        };
        std::int64_t threeBits = 0;
        for (std::size_t i = 0; i < 4; ++i)
            threeBits += problem.groups[i].options[i == 2 ? 0 : 2].cost;
        QCOMPARE(bitsAt(threeBits), (QList<int>{3, 3, 4, 3}));
        QCOMPARE(bitsAt(threeBits - 1), (QList<int>{2, 2, 4, 2}));
    }

    void quadraticEqualsEveryChoice()
    {
        for (int i = 0; i < 100; ++i) {
            RandomStream random(7, StreamRole::Probe, static_cast<std::uint64_t>(i));
            SearchProblem problem = brute_force::problem(random, 1);
            addCrossTerms(problem, static_cast<std::uint64_t>(i));
            const std::int64_t budget = brute_force::budgetFor(problem, random);
            const auto expected = brute_force::best(problem, budget);
            BitSearchRequest one = request(SearchAlgorithm::Quadratic, budget);
            one.restarts = 400;
            const auto found = searchBits(problem, one);
            checkSound(problem, found, budget);
            if (expected)
                QCOMPARE(found.best.error, expected->error);
        }
    }

    void crossTermsChangeTheAnswer()
    {
        // Alone the first setting of each is best; together they harm each other.
        SearchProblem problem;
        problem.groups = {{{"a"}, {{4, {}, 1, 1}, {2, {}, 1, 2}}, {}},
                          {{"b"}, {{4, {}, 1, 1}, {2, {}, 1, 2}}, {}}};
        problem.cross.set(problem.groups, {1, 0}, {0, 0}, 10);
        const auto knapsack = searchBits(problem, request(SearchAlgorithm::Knapsack, 2));
        QCOMPARE(knapsack.best.choice, (std::vector<std::size_t>{0, 0}));
        const auto quadratic = searchBits(problem, request(SearchAlgorithm::Quadratic, 2));
        QCOMPARE(quadratic.best.error, 3.0);
    }

    void sameSeedSameAnswer()
    {
        SearchProblem problem = network(20, 8);
        for (SearchGroup &group : problem.groups)
            for (SearchOption &option : group.options)
                option.error *= 1000;
        addCrossTerms(problem, 8);
        BitSearchRequest one = request(SearchAlgorithm::Quadratic, middleBudget(problem));
        one.restarts = 5;
        const SearchSolution first = searchBits(problem, one).best;
        QVERIFY(searchBits(problem, one).best == first);
        one.seed = 1;
        QVERIFY(keyOf(problem, one) != keyOf(problem, request(SearchAlgorithm::Quadratic, 1)));
    }

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
        const auto front = searchFront(problem, one, kBudgets, {});
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

    void nothingLeftIsSaidByName()
    {
        SearchProblem problem = network(3, 1);
        problem.groups[1].layers = {"up1", "up2"};
        problem.groups[1].options.clear();
        try {
            searchBits(problem, request(SearchAlgorithm::Knapsack, 1));
            QFAIL("accepted");
        } catch (const Error &error) {
            QCOMPARE(QString(error.what()),
                     QString("No setting is left for up1, up2; allow more bits, or lock it."));
        }
        QVERIFY_THROWS_EXCEPTION(Error, searchBits({}, request(SearchAlgorithm::Knapsack, 1)));
    }

    void frontIsOfExactSolutions()
    {
        const SearchProblem problem = network(12, 12);
        const auto front = searchFront(problem, request(SearchAlgorithm::Knapsack, 0), 9, {});
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

    void names()
    {
        for (const SearchAlgorithm algorithm : searchAlgorithms()) {
            QCOMPARE(parseSearchAlgorithm(name(algorithm)), algorithm);
            QVERIFY(!sourceOf(algorithm).empty());
        }
        QVERIFY_THROWS_EXCEPTION(Error, parseSearchAlgorithm("annealing"));
    }
};

QTEST_GUILESS_MAIN(TestBitSearch)
#include "tst_bit_search.moc"

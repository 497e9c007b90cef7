// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

// After Qt's headers: moc stumbles over <compare> as the first header of a file.
#include "base/error.h"
#include "brute_force.h"
#include "made_up_searches.h"

#include <algorithm>
#include <set>

using namespace quantloupe;
using namespace made_up_searches;

namespace {

constexpr int kProblems = 400;

void keepBits(SearchGroup &group, const std::set<int> &bits)
{
    std::erase_if(group.options,
                  [&](const SearchOption &option) { return !bits.contains(option.bits); });
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

    void knapsackWithLocksAndFewerBits()
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

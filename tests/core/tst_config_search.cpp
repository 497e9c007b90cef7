// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "config_search_fixture.h"

#include "data/sample_ref.h"
#include "session/metrics_plan.h"
#include "session/sensitivity_measurement.h"

#include <algorithm>
#include <cmath>
#include <vector>

using namespace config_search_fixture;

/// Searches for the bits of a generator under a budget, measured from its layers to the best one.
class TestConfigSearch : public ConfigSearchFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_fixture.emplace(); }
    void bestKeepsTheBudgetAndIsConfirmed();
    void fewSamplesOfTheSweepGiveNoNote();
    void noOtherConfigurationAddsUpToLess();
    void unreachableBudgetGivesTheCheapest();
    void everyAlgorithmKeepsTheBudget();
    void quadraticErrsNoMoreThanTheKnapsack();
    void frontTakesWhatTheSearchLeaves();
    void theFrontIsMeasuredOnWish();
    void bestOfABudgetIsAPointOfTheFront();
    void bestOfABudgetHasWhatTheFrontMeasured();
    void quantizedActivationsAreNoErrorOfWeights();
    void refusals();

private:
    /// SQNR of the output on evaluation samples.
    double measured(const ConfigSearchRequest &request, const QuantConfig &config)
    {
        MetricsRequest metrics;
        metrics.generator = request.sweep.generator;
        metrics.config = config;
        metrics.plan = request.sweep.plan;
        metrics.calibration = request.sweep.calibration;
        metrics.execution = request.sweep.execution;
        metrics.metrics = {MetricKind::OutputSqnr};
        metrics.count = request.count;
        metrics.seed = request.sweep.seed;
        return *m_fixture->session()
                    .measure(metrics, Lane::Compute, RunContext())
                    .rows.front()
                    .quantized;
    }
};

void TestConfigSearch::bestKeepsTheBudgetAndIsConfirmed()
{
    const ConfigSearchRequest given = request();
    const ConfigSearchReport report = run(given);
    QVERIFY(report.isReachable && report.isFinished && report.isProvenBest);
    QVERIFY(report.best.size.averageBits <= 5);
    QVERIFY(report.best.predictedSqnr.has_value());
    QCOMPARE(*report.exact.rows.front().quantized, measured(given, report.best.config));
    QCOMPARE(report.exact.n, given.count);
    // Errors of layers add well enough to foresee it.
    QVERIFY(std::abs(*report.best.predictedSqnr - *report.exact.rows.front().quantized) < 6);
    QVERIFY(report.front.size() >= 3);
    for (std::size_t i = 1; i < report.front.size(); ++i)
        QVERIFY(report.front[i].size.averageBits > report.front[i - 1].size.averageBits);
}

void TestConfigSearch::fewSamplesOfTheSweepGiveNoNote()
{
    // A search ranks no layers, so that ranks which cannot be told apart are no matter here.
    ConfigSearchRequest given = request();
    given.sweep.count = 4;
    const ConfigSearchReport report = run(given);
    QVERIFY2(report.notes.empty(), report.notes.empty() ? "" : report.notes.front().c_str());
}

void TestConfigSearch::noOtherConfigurationAddsUpToLess()
{
    const ConfigSearchRequest given = request();
    const ConfigSearchReport report = run(given);
    const SensitivityReport sweep = [&] {
        SensitivityRequest alone = given.sweep;
        alone.cells.bits = given.rules.bits;
        return m_fixture->run(alone);
    }();
    const auto &layers = info(*m_fixture->generator()).layers;
    double weights = 0;
    for (const LayerInfo &layer : layers)
        weights += double(layer.weights);
    const auto errorOf = [&](const std::string &layer, int bits) {
        for (const SensitivityCell &cell : sweep.cells)
            if (cell.layer == layer && cell.bits == bits)
                return std::pow(10.0, -*cell.value / 10);
        return 1e9;
    };
    double least = 1e9;
    const std::vector<int> &bits = given.rules.bits;
    for (const int a : bits)
        for (const int b : bits)
            for (const int c : bits) {
                const double used = double(layers[0].weights) * a + double(layers[1].weights) * b +
                                    double(layers[2].weights) * c;
                if (used <= 5 * weights)
                    least =
                        std::min(least, errorOf(layers[0].name, a) + errorOf(layers[1].name, b) +
                                            errorOf(layers[2].name, c));
            }
    QCOMPARE(*report.best.predictedSqnr, -10 * std::log10(least));
}

void TestConfigSearch::unreachableBudgetGivesTheCheapest()
{
    ConfigSearchRequest given = request();
    given.budget = SearchBudget{SearchCost::Bits, 1.5};
    const ConfigSearchReport report = run(given);
    QVERIFY(!report.isReachable);
    QCOMPARE(report.best.size.averageBits, 2.0);
    QCOMPARE(report.nearest, std::string("No configuration keeps the budget; the cheapest one has "
                                         "2.000 bits on average."));
    QVERIFY(report.exact.rows.empty());
}

void TestConfigSearch::everyAlgorithmKeepsTheBudget()
{
    const double bytes = double(run(request()).best.size.bytes);
    for (const SearchAlgorithm algorithm : searchAlgorithms()) {
        ConfigSearchRequest given = request();
        given.algorithm = algorithm;
        given.budget = SearchBudget{SearchCost::Bytes, bytes};
        const ConfigSearchReport report = run(given);
        QVERIFY(report.isReachable);
        QVERIFY(double(report.best.size.bytes) <= bytes);
        const ConfigSearchReport again = run(given);
        QVERIFY(again.best.config == report.best.config);
    }
}

/// By measurement, on the samples that the layers were measured on.
void TestConfigSearch::quadraticErrsNoMoreThanTheKnapsack()
{
    const auto sqnr = [&](const ConfigSearchRequest &given, const QuantConfig &config) {
        CompareRequest measurement = generationOf(measurementOf(given.sweep, config, 0));
        measurement.source.role = StreamRole::Sweep;
        measurement.source.samples = firstSamples(given.sweep.seed, given.sweep.count);
        return m_fixture->session()
            .compare(measurement, Lane::Compute, RunContext())
            .mean.sqnr.value();
    };
    for (const double bits : {2.5, 3.0, 3.5, 4.0, 5.0, 6.0}) {
        ConfigSearchRequest given = request();
        given.budget->amount = bits;
        const ConfigSearchReport knapsack = run(given);
        given.algorithm = SearchAlgorithm::Quadratic;
        const ConfigSearchReport quadratic = run(given);
        QVERIFY(sqnr(given, quadratic.best.config) >= sqnr(given, knapsack.best.config));
        QVERIFY(quadratic.best.size.averageBits <= bits);
        // It is told where the knapsack's was kept in spite of its prediction.
        if (!quadratic.notes.empty())
            QVERIFY(quadratic.best.config == knapsack.best.config);
    }
}

void TestConfigSearch::frontTakesWhatTheSearchLeaves()
{
    ConfigSearchRequest given = request();
    given.algorithm = SearchAlgorithm::Quadratic;
    const ConfigSearchReport whole = run(given);
    given.seconds = 1e-9;
    const ConfigSearchReport cut = run(given);
    QVERIFY(cut.isReachable && !cut.isFinished);
    QVERIFY(cut.best.size.averageBits <= 5);
    // The two ends, and the best.
    QVERIFY(!cut.front.empty() && cut.front.size() <= 3);
    QVERIFY(whole.isFinished && whole.front.size() > cut.front.size());
}

void TestConfigSearch::theFrontIsMeasuredOnWish()
{
    ConfigSearchRequest given = request();
    const ConfigSearchReport plain = run(given);
    for (const SearchTrial &trial : plain.front)
        QVERIFY(!trial.measured);
    given.measuresFront = true;
    // An interval takes some.
    given.count = 32;
    const ConfigSearchReport report = run(given);
    QCOMPARE(report.front.size(), plain.front.size());
    QVERIFY(report.best.config == plain.best.config);
    for (const SearchTrial &trial : report.front) {
        QVERIFY(trial.measured && trial.interval);
        QVERIFY(trial.interval->low <= *trial.measured && *trial.measured <= trial.interval->high);
    }
}

/// However few points it has beside, and once: told, shown and measured as the others are.
void TestConfigSearch::bestOfABudgetIsAPointOfTheFront()
{
    ConfigSearchRequest given = request();
    given.measuresFront = true;
    given.frontPoints = 2;
    const auto timesIn = [](const std::vector<SearchTrial> &trials, const SearchTrial &wanted) {
        return std::ranges::count(trials, wanted.config, &SearchTrial::config);
    };
    for (const SearchAlgorithm algorithm : searchAlgorithms()) {
        given.algorithm = algorithm;
        std::vector<SearchTrial> told;
        ConfigSearchHooks hooks;
        hooks.trial = [&](const SearchTrial &trial) { told.push_back(trial); };
        const ConfigSearchReport report = run(given, hooks);
        QCOMPARE(report.front.size(), 3U);
        QVERIFY(report.front.at(1).config == report.best.config);
        for (std::size_t i = 1; i < report.front.size(); ++i)
            QVERIFY(report.front[i].size.averageBits > report.front[i - 1].size.averageBits);
        QVERIFY(report.best.measured.has_value());
        QCOMPARE(timesIn(report.trials, report.best), 1);
        QCOMPARE(report.trials.size(), report.front.size());
        // As it is predicted, then as it was measured.
        QCOMPARE(timesIn(told, report.best), 2);
        for (const SearchTrial &trial : report.trials) {
            QVERIFY(trial.measured.has_value());
            QCOMPARE(trial.n, given.count);
        }
    }
    // The nearest of a budget that nothing keeps is the cheapest point.
    given.budget->amount = 1.5;
    const ConfigSearchReport none = run(given);
    QVERIFY(!none.isReachable);
    QVERIFY(none.front.front().config == none.best.config);
    QCOMPARE(timesIn(none.front, none.best), 1);
}

void TestConfigSearch::bestOfABudgetHasWhatTheFrontMeasured()
{
    ConfigSearchRequest given = request();
    const SearchTrial point = run(given).front.at(1);
    given.budget->amount = point.size.averageBits;
    given.measuresFront = true;
    const ConfigSearchReport report = run(given);
    QVERIFY(report.best.config == point.config);
    QVERIFY(report.best.measured.has_value());
    QCOMPARE(report.best.measured, report.front.at(1).measured);
}

void TestConfigSearch::quantizedActivationsAreNoErrorOfWeights()
{
    ConfigSearchRequest given = request();
    given.sweep.base = m_fixture->base(8, 4);
    given.budget = SearchBudget{SearchCost::Bits, 8};
    const ConfigSearchReport report = run(given);
    for (const LayerInfo &layer : info(*m_fixture->generator()).layers) {
        QCOMPARE(report.best.config.spec(layer.name).activation,
                 given.sweep.base.spec(layer.name).activation);
        QCOMPARE(report.best.config.spec(layer.name).weight.bits, 8);
    }
    // Once, not once for each layer: activations of 4 bits err far more than weights of 8.
    QVERIFY(std::abs(*report.best.predictedSqnr - *report.exact.rows.front().quantized) < 2);
}

void TestConfigSearch::refusals()
{
    ConfigSearchRequest given = request();
    given.bound = SearchBound{};
    QVERIFY_THROWS_EXCEPTION(Error, run(given));
    given.bound.reset();
    given.budget.reset();
    QVERIFY_THROWS_EXCEPTION(Error, run(given));
    for (const char *text : {"", "swd", "swd=", "swd=x", "swd=inf", "nothing=3", "layer-sqnr=3"})
        QVERIFY_THROWS_EXCEPTION(Error, parseSearchBound(text));
    QCOMPARE(parseSearchBound("swd=3.5").value, 3.5);
    QVERIFY(meets({MetricKind::SlicedWasserstein, 3}, 3));
    QVERIFY(!meets({MetricKind::OutputSqnr, 30}, 29));
}

QTEST_GUILESS_MAIN(TestConfigSearch)
#include "tst_config_search.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "sensitivity_fixture.h"

#include "session/config_search.h"

#include <algorithm>
#include <optional>
#include <vector>

using namespace sensitivity_fixture;

namespace {

bool isPoint(const CellKey &key)
{
    return key.starts_with("search ");
}

/// A search whose layers were measured, and whose points have made-up values from now on.
struct MadeUpPoints
{
    /// By ascending cost.
    std::vector<QuantConfig> front;
    std::vector<CellKey> keys;
    Store layers;
    /// Of the points of the front; what lies between them has `elsewhere`.
    std::vector<double> values = {};
    double elsewhere = 0;

    ConfigSearchHooks hooks() const
    {
        ConfigSearchHooks hooks;
        hooks.sweep.known = [this](const CellKey &key) -> std::optional<SensitivityCell> {
            if (!isPoint(key))
                return lookUp(layers)(key);
            SensitivityCell cell;
            cell.key = key;
            const auto place = std::ranges::find(keys, key) - keys.begin();
            cell.value =
                std::size_t(place) < keys.size() ? values.at(std::size_t(place)) : elsewhere;
            return cell;
        };
        return hooks;
    }
};

} // namespace

/// Searches for the bits of a generator, measured from its layers to the best one.
class TestConfigSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_fixture.emplace(); }
    void bestKeepsTheBudgetAndIsConfirmed();
    void noOtherConfigurationAddsUpToLess();
    void unreachableBudgetGivesTheCheapest();
    void everyAlgorithmKeepsTheBudget();
    void boundIsMetByMeasuredValues();
    void unreachableBoundGivesTheNearest();
    void anyPointOfTheFrontMayMeetTheBound();
    void nearestIsTheBestOfAllMeasured();
    void boundHasOneTimeBox();
    void frontTakesWhatTheSearchLeaves();
    void theFrontIsMeasuredOnWish();
    void bestOfABudgetHasWhatTheFrontMeasured();
    void pointsAreToldAsTheyAreKnown();
    void measuredPointsAreToldOnce();
    void nothingIsMeasuredTwice();
    void otherCorrectionsAreOtherPoints();
    void cancelledOnesGoOn();
    void boundsGoOnFromAnyPoint();
    void boundsGoOnAfterTheirTime();
    void quantizedActivationsAreNoErrorOfWeights();
    void refusals();

private:
    ConfigSearchRequest request() const
    {
        ConfigSearchRequest request;
        request.sweep = m_fixture->request();
        request.rules.bits = {8, 4, 2};
        request.budget = SearchBudget{SearchCost::Bits, 5};
        request.metrics = {MetricKind::OutputSqnr};
        request.count = 8;
        return request;
    }
    ConfigSearchReport run(const ConfigSearchRequest &request, const ConfigSearchHooks &hooks = {},
                           const RunContext &context = RunContext())
    {
        return searchConfig(m_fixture->session(), request, context, hooks);
    }
    ConfigSearchRequest boundRequest(double sqnr) const
    {
        ConfigSearchRequest given = request();
        given.budget.reset();
        given.bound = SearchBound{MetricKind::OutputSqnr, sqnr};
        return given;
    }
    MadeUpPoints madeUpPoints(ConfigSearchRequest given)
    {
        given.measuresFront = true;
        MadeUpPoints points;
        std::vector<std::pair<QuantConfig, CellKey>> known;
        CellKey last;
        ConfigSearchHooks hooks;
        hooks.sweep.cell = [&](const SensitivityCell &cell, bool) {
            if (isPoint(cell.key))
                last = cell.key;
            else
                points.layers.emplace(cell.key, cell);
        };
        hooks.trial = [&](const SearchTrial &trial) {
            if (trial.measured)
                known.emplace_back(trial.config, last);
        };
        for (const SearchTrial &trial : run(given, hooks).front) {
            points.front.push_back(trial.config);
            for (const auto &[config, key] : known)
                if (config == trial.config)
                    points.keys.push_back(key);
        }
        return points;
    }
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

    std::optional<Fixture> m_fixture;
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

void TestConfigSearch::boundIsMetByMeasuredValues()
{
    ConfigSearchRequest given = request();
    given.budget.reset();
    given.bound = SearchBound{MetricKind::OutputSqnr, 20};
    const ConfigSearchReport report = run(given);
    QVERIFY(report.isReachable && report.best.measured);
    QVERIFY(*report.best.measured >= 20);
    QCOMPARE(report.holdsOnUnseen.value(), *report.exact.rows.front().quantized >= 20);
    // Those of the front that are cheaper were measured and fail, or lie below one that fails.
    double failing = 0;
    for (const SearchTrial &trial : report.front)
        if (trial.measured && *trial.measured < 20)
            failing = std::max(failing, double(trial.size.bytes));
    QVERIFY(failing > 0 && failing < double(report.best.size.bytes));
    for (const SearchTrial &trial : report.front)
        if (trial.measured && *trial.measured >= 20)
            QVERIFY(trial.size.bytes >= report.best.size.bytes);
}

void TestConfigSearch::unreachableBoundGivesTheNearest()
{
    ConfigSearchRequest given = request();
    given.budget.reset();
    given.bound = SearchBound{MetricKind::OutputSqnr, 300};
    const ConfigSearchReport report = run(given);
    QVERIFY(!report.isReachable);
    QVERIFY(report.best.measured && *report.best.measured < 300);
    for (const LayerInfo &layer : info(*m_fixture->generator()).layers)
        QCOMPARE(report.best.config.spec(layer.name).weight.bits, 8);
    QVERIFY(QString::fromStdString(report.nearest)
                .startsWith(
                    "No configuration of the front meets the bound; the nearest one has sqnr "));
}

/// However the metric differs from what was predicted, a point that meets the bound is found.
void TestConfigSearch::anyPointOfTheFrontMayMeetTheBound()
{
    const ConfigSearchRequest given = boundRequest(20);
    MadeUpPoints points = madeUpPoints(given);
    const std::size_t count = points.front.size();
    QVERIFY(count >= 5 && points.keys.size() == count);
    for (std::size_t only = 0; only < count; ++only) {
        points.values.assign(count, 10);
        points.values[only] = 25;
        const ConfigSearchReport report = run(given, points.hooks());
        QVERIFY(report.isReachable && report.isFinished);
        QVERIFY(report.best.config == points.front[only]);
        QCOMPARE(report.best.measured.value(), 25.0);
        QCOMPARE(report.measured, 0U);
        QVERIFY(!report.exact.rows.empty());
    }
    // The dearest one meets it, too, and a value in between does not follow the costs.
    points.values.assign(count, 25);
    points.values[0] = points.values[count - 2] = 10;
    points.values[count - 1] = 24;
    QVERIFY(run(given, points.hooks()).best.config == points.front[1]);
}

void TestConfigSearch::nearestIsTheBestOfAllMeasured()
{
    const ConfigSearchRequest given = boundRequest(20);
    MadeUpPoints points = madeUpPoints(given);
    points.values.assign(points.front.size(), 10);
    points.values[1] = 15;
    std::vector<SearchTrial> told;
    ConfigSearchHooks hooks = points.hooks();
    hooks.trial = [&](const SearchTrial &trial) {
        if (trial.measured)
            told.push_back(trial);
    };
    const ConfigSearchReport report = run(given, hooks);
    QVERIFY(!report.isReachable && report.isFinished);
    QVERIFY(report.best.config == points.front[1]);
    QCOMPARE(report.nearest,
             std::string("No configuration of the front meets the bound; the nearest one has "
                         "sqnr 15.000000."));
    QCOMPARE(told.size(), points.front.size());
    // Cut off, it does not say that there is none.
    ConfigSearchRequest cut = given;
    cut.seconds = 1e-9;
    const ConfigSearchReport part = run(cut, points.hooks());
    QVERIFY(!part.isReachable && !part.isFinished);
    QVERIFY(QString::fromStdString(part.nearest)
                .startsWith("Nothing that was measured until the time was up meets the bound; "));
}

void TestConfigSearch::boundHasOneTimeBox()
{
    ConfigSearchRequest given = request();
    given.budget.reset();
    given.bound = SearchBound{MetricKind::OutputSqnr, 20};
    int points = 0;
    ConfigSearchHooks hooks;
    hooks.sweep.cell = [&](const SensitivityCell &cell, bool) { points += isPoint(cell.key); };
    const ConfigSearchReport whole = run(given, hooks);
    QVERIFY(whole.isFinished);
    QVERIFY(points > 1);
    // Over before the first point is measured.
    given.seconds = 1e-9;
    points = 0;
    const ConfigSearchReport cut = run(given, hooks);
    QCOMPARE(points, 1);
    QVERIFY(cut.isReachable && !cut.isFinished);
    QVERIFY(*cut.best.measured >= 20);
    QVERIFY(cut.best.size.bytes >= whole.best.size.bytes);
    QVERIFY(!cut.exact.rows.empty());
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
    QVERIFY(!cut.front.empty() && cut.front.size() <= 2);
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

void TestConfigSearch::pointsAreToldAsTheyAreKnown()
{
    ConfigSearchRequest given = request();
    given.budget.reset();
    given.bound = SearchBound{MetricKind::OutputSqnr, 20};
    std::vector<SearchTrial> told;
    ConfigSearchHooks hooks;
    hooks.trial = [&](const SearchTrial &trial) { told.push_back(trial); };
    const ConfigSearchReport report = run(given, hooks);
    // First the whole front as it is predicted.
    QVERIFY(told.size() > report.front.size());
    for (std::size_t i = 0; i < report.front.size(); ++i) {
        QVERIFY(told[i].config == report.front[i].config);
        QVERIFY(!told[i].measured);
    }
    const auto last = std::ranges::find_if(told.rbegin(), told.rend(), [&](const auto &trial) {
        return trial.config == report.best.config;
    });
    QVERIFY(last != told.rend());
    QCOMPARE(last->measured, report.best.measured);
    for (std::size_t i = report.front.size(); i < told.size(); ++i)
        QVERIFY(told[i].measured);
}

void TestConfigSearch::measuredPointsAreToldOnce()
{
    ConfigSearchRequest given = boundRequest(20);
    given.measuresFront = true;
    std::vector<SearchTrial> told;
    std::vector<SearchTrial> better;
    ConfigSearchHooks hooks;
    hooks.trial = [&](const SearchTrial &trial) {
        if (trial.measured)
            told.push_back(trial);
    };
    hooks.better = [&](const SearchTrial &trial) { better.push_back(trial); };
    const ConfigSearchReport report = run(given, hooks);
    QVERIFY(told.size() >= report.front.size());
    for (std::size_t i = 0; i < told.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            QVERIFY(!(told[i].config == told[j].config));
    // Each is cheaper than those before, and the last one is the answer.
    QVERIFY(!better.empty());
    for (std::size_t i = 1; i < better.size(); ++i)
        QVERIFY(better[i].size.bytes < better[i - 1].size.bytes);
    QVERIFY(better.back().config == report.best.config);
}

void TestConfigSearch::nothingIsMeasuredTwice()
{
    ConfigSearchRequest given = request();
    given.budget.reset();
    given.bound = SearchBound{MetricKind::OutputSqnr, 20};
    Store store;
    ConfigSearchHooks hooks;
    hooks.sweep.cell = [&](const SensitivityCell &cell, bool isKnown) {
        QVERIFY(!isKnown);
        QVERIFY(store.emplace(cell.key, cell).second);
    };
    const ConfigSearchReport first = run(given, hooks);
    QCOMPARE(first.measured, store.size());
    hooks.sweep.cell = {};
    hooks.sweep.known = lookUp(store);
    const ConfigSearchReport second = run(given, hooks);
    QCOMPARE(second.measured, 0U);
    QCOMPARE(second.known, store.size());
    QVERIFY(second.best.config == first.best.config);
    QCOMPARE(*second.best.measured, *first.best.measured);
}

void TestConfigSearch::otherCorrectionsAreOtherPoints()
{
    ConfigSearchRequest given = boundRequest(20);
    Store store;
    ConfigSearchHooks hooks;
    hooks.sweep.known = lookUp(store);
    std::size_t points = 0;
    std::size_t knownPoints = 0;
    hooks.sweep.cell = [&](const SensitivityCell &cell, bool isKnown) {
        store.emplace(cell.key, cell);
        points += isPoint(cell.key);
        knownPoints += isPoint(cell.key) && isKnown;
    };
    run(given, hooks);
    QVERIFY(points > 0);
    CorrectionChoice corrections;
    const auto searchedAnew = [&] {
        given.sweep.base.setCorrections(corrections);
        points = knownPoints = 0;
        const ConfigSearchReport report = run(given, hooks);
        // Layers are measured by their quantizers alone.
        return points > 0 && knownPoints == 0 && report.measured == points;
    };
    corrections.setEverywhere(Correction::Bias, true);
    QVERIFY(searchedAnew());
    corrections.set(Correction::Bias, "main.3", false);
    QVERIFY(searchedAnew());
    corrections.setEverywhere(Correction::ReestimateNorm, true);
    QVERIFY(searchedAnew());
    // Corrections come of the calibration's samples.
    given.sweep.calibration.count = 8;
    QVERIFY(searchedAnew());
    // Once more the same.
    QVERIFY(!searchedAnew());
    QCOMPARE(knownPoints, points);
}

void TestConfigSearch::cancelledOnesGoOn()
{
    const ConfigSearchRequest given = request();
    const ConfigSearchReport whole = run(given);
    Store store;
    std::stop_source stop;
    ConfigSearchHooks hooks;
    hooks.sweep.cell = [&](const SensitivityCell &cell, bool) {
        store.emplace(cell.key, cell);
        if (store.size() == 4)
            stop.request_stop();
    };
    bool isCancelled = false;
    try {
        run(given, hooks, RunContext(stop.get_token()));
    } catch (const Cancelled &) {
        isCancelled = true;
    }
    QVERIFY(isCancelled);
    hooks.sweep.cell = {};
    hooks.sweep.known = lookUp(store);
    const ConfigSearchReport rest = run(given, hooks);
    QCOMPARE(rest.known, store.size());
    QCOMPARE(rest.known + rest.measured, whole.measured);
    QVERIFY(rest.best.config == whole.best.config);
    QCOMPARE(*rest.best.predictedSqnr, *whole.best.predictedSqnr);
}

/// Wherever it was stopped, the rest is measured and nothing else, and the answer is the same.
void TestConfigSearch::boundsGoOnFromAnyPoint()
{
    ConfigSearchRequest given = boundRequest(20);
    given.measuresFront = true;
    Store whole;
    ConfigSearchHooks hooks;
    hooks.sweep.cell = [&](const SensitivityCell &cell, bool) { whole.emplace(cell.key, cell); };
    const ConfigSearchReport uninterrupted = run(given, hooks);
    QCOMPARE(uninterrupted.measured, whole.size());
    Store store;
    hooks.sweep.known = lookUp(store);
    std::size_t parts = 0;
    std::optional<ConfigSearchReport> last;
    while (!last) {
        std::stop_source stop;
        std::size_t measured = 0;
        hooks.sweep.cell = [&](const SensitivityCell &cell, bool isKnown) {
            QCOMPARE(isKnown, store.contains(cell.key));
            store.emplace(cell.key, cell);
            measured += isKnown ? 0 : 1;
            // Three more each time.
            if (measured == 3)
                stop.request_stop();
        };
        try {
            last = run(given, hooks, RunContext(stop.get_token()));
        } catch (const Cancelled &) {
            QCOMPARE(measured, 3U);
            ++parts;
        }
        QVERIFY(parts <= whole.size());
    }
    QVERIFY(parts >= 3);
    QCOMPARE(store.size(), whole.size());
    QCOMPARE(last->known + last->measured, whole.size());
    QVERIFY(last->best.config == uninterrupted.best.config);
    QCOMPARE(last->best.measured, uninterrupted.best.measured);
    QCOMPARE(last->isFinished, uninterrupted.isFinished);
    QCOMPARE(last->front.size(), uninterrupted.front.size());
    for (std::size_t i = 0; i < last->front.size(); ++i)
        QCOMPARE(last->front[i].measured, uninterrupted.front[i].measured);
    QCOMPARE(*last->exact.rows.front().quantized, *uninterrupted.exact.rows.front().quantized);
}

void TestConfigSearch::boundsGoOnAfterTheirTime()
{
    const ConfigSearchRequest given = boundRequest(20);
    const ConfigSearchReport whole = run(given);
    Store store;
    ConfigSearchHooks hooks;
    hooks.sweep.cell = [&](const SensitivityCell &cell, bool) { store.emplace(cell.key, cell); };
    ConfigSearchRequest cut = given;
    cut.seconds = 1e-9;
    QVERIFY(!run(cut, hooks).isFinished);
    const std::size_t kept = store.size();
    hooks.sweep.known = lookUp(store);
    const ConfigSearchReport rest = run(given, hooks);
    QVERIFY(rest.isFinished);
    QVERIFY(rest.best.config == whole.best.config);
    QCOMPARE(rest.best.measured, whole.best.measured);
    // What little time found need not be what bisection asks for, but layers are known.
    QVERIFY(rest.known + 1 >= kept);
    QVERIFY(rest.known + rest.measured >= whole.measured);
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

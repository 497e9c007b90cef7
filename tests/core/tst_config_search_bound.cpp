// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "config_search_fixture.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

using namespace config_search_fixture;

namespace {

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
            cell.metricName = "SQNR";
            cell.mark = "made up";
            cell.value =
                std::size_t(place) < keys.size() ? values.at(std::size_t(place)) : elsewhere;
            return cell;
        };
        return hooks;
    }
};

} // namespace

/// Searches for the cheapest bits within a bound of quality.
class TestConfigSearchBound : public ConfigSearchFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_fixture.emplace(); }
    void boundIsMetByMeasuredValues();
    void unreachableBoundGivesTheNearest();
    void anyPointOfTheFrontMayMeetTheBound();
    void nearestIsTheBestOfAllMeasured();
    void boundHasOneTimeBox();
    void pointsAreToldAsTheyAreKnown();
    void measuredPointsAreToldOnce();

private:
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
};

void TestConfigSearchBound::boundIsMetByMeasuredValues()
{
    ConfigSearchRequest given = request();
    given.budget.reset();
    given.bound = SearchBound{MetricKind::OutputSqnr, 20};
    const ConfigSearchReport report = run(given);
    QVERIFY(report.isReachable && report.best.measured);
    QVERIFY(*report.best.measured >= 20);
    // The best is among what was measured, wherever it lies.
    QVERIFY(std::ranges::find(report.trials, report.best.config, &SearchTrial::config) !=
            report.trials.end());
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

void TestConfigSearchBound::unreachableBoundGivesTheNearest()
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
                    "No configuration of the front meets the bound; the nearest one has SQNR "));
}

/// However the metric differs from what was predicted, a point that meets the bound is found.
void TestConfigSearchBound::anyPointOfTheFrontMayMeetTheBound()
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

void TestConfigSearchBound::nearestIsTheBestOfAllMeasured()
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
                         "SQNR 15."));
    QCOMPARE(told.size(), points.front.size());
    // Values that were known tell what they are of, too.
    for (const SearchTrial &trial : told) {
        QCOMPARE(trial.metricName, std::string("SQNR"));
        QCOMPARE(trial.n, given.count);
        QCOMPARE(trial.mark, std::string("made up"));
    }
    QCOMPARE(measuredName(given, report), std::string("SQNR"));
    // Cut off, it does not say that there is none.
    ConfigSearchRequest cut = given;
    cut.seconds = 1e-9;
    const ConfigSearchReport part = run(cut, points.hooks());
    QVERIFY(!part.isReachable && !part.isFinished);
    QVERIFY(QString::fromStdString(part.nearest)
                .startsWith("Nothing that was measured until the time was up meets the bound; "));
}

void TestConfigSearchBound::boundHasOneTimeBox()
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

void TestConfigSearchBound::pointsAreToldAsTheyAreKnown()
{
    ConfigSearchRequest given = request();
    given.budget.reset();
    given.bound = SearchBound{MetricKind::OutputSqnr, 20};
    std::vector<SearchTrial> told;
    ConfigSearchHooks hooks;
    hooks.trial = [&](const SearchTrial &trial) { told.push_back(trial); };
    const ConfigSearchReport report = run(given, hooks);
    // First the whole front as it is predicted, and of what is not measured nothing is told.
    QVERIFY(told.size() > report.front.size());
    for (std::size_t i = 0; i < report.front.size(); ++i) {
        QVERIFY(told[i].config == report.front[i].config);
        QVERIFY(!told[i].measured && told[i].metricName.empty() && told[i].n == 0);
    }
    const auto last = std::ranges::find_if(told.rbegin(), told.rend(), [&](const auto &trial) {
        return trial.config == report.best.config;
    });
    QVERIFY(last != told.rend());
    QCOMPARE(last->measured, report.best.measured);
    for (std::size_t i = report.front.size(); i < told.size(); ++i)
        QVERIFY(told[i].measured && told[i].metricName == "SQNR" && told[i].n == given.count);
}

void TestConfigSearchBound::measuredPointsAreToldOnce()
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

QTEST_GUILESS_MAIN(TestConfigSearchBound)
#include "tst_config_search_bound.moc"

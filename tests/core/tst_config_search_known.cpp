// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "config_search_fixture.h"

#include <cstddef>
#include <optional>
#include <stop_token>

using namespace config_search_fixture;

/// What earlier searches, and those that were stopped, have measured is not measured again.
class TestConfigSearchKnown : public ConfigSearchFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_fixture.emplace(); }
    void nothingIsMeasuredTwice();
    void otherCorrectionsAreOtherPoints();
    void cancelledOnesGoOn();
    void boundsGoOnFromAnyPoint();
    void boundsGoOnAfterTheirTime();
};

void TestConfigSearchKnown::nothingIsMeasuredTwice()
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

void TestConfigSearchKnown::otherCorrectionsAreOtherPoints()
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

void TestConfigSearchKnown::cancelledOnesGoOn()
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
void TestConfigSearchKnown::boundsGoOnFromAnyPoint()
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

void TestConfigSearchKnown::boundsGoOnAfterTheirTime()
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

QTEST_GUILESS_MAIN(TestConfigSearchKnown)
#include "tst_config_search_known.moc"

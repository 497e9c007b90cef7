// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "sensitivity_fixture.h"

#include "analysis/sensitivity_ranking.h"
#include "analysis/sensitivity_variants.h"
#include "analysis/student_interval.h"
#include "engine/weight_cache.h"

#include <optional>
#include <set>

using namespace sensitivity_fixture;

/// Sweeps over layers, sites and bit-widths.
class TestSensitivity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_fixture.emplace(); }
    void sweepIsNaive_data();
    void sweepIsNaive();
    void cancelKeepsWhatWasFound();
    void onlyMissingCellsAreMeasured();
    void keysTellRequestsApart();
    void repeatsHaveLatentsOfTheirOwn();
    void stopsWhenRanksAreToldApart();
    void distancesAreMeasuredAsByMetrics();
    void ranksWithoutIntervalsAreNotToldApart();
    void sketchIsPartOfTheReport();
    void sketchIsJudgedByEachMeasurementOnce();
    void sketchAndSweepQuantizeOnce();
    void refusals();

private:
    /// All networks from first step to last, without a cache.
    std::optional<double> naive(const SensitivityRequest &request, const QuantConfig &config,
                                int repeat);
    std::optional<Fixture> m_fixture;
};

std::optional<double> TestSensitivity::naive(const SensitivityRequest &request,
                                             const QuantConfig &config, int repeat)
{
    CompareRequest compare;
    compare.generator = request.generator;
    compare.config = config;
    compare.plan = request.plan;
    compare.calibration = request.calibration;
    compare.source.role = StreamRole::Sweep;
    for (std::size_t i = 0; i < request.count; ++i)
        compare.source.samples.push_back(
            {request.seed, static_cast<std::uint64_t>(repeat) * request.count + i});
    compare.execution = request.execution;
    compare.execution.useCache = false;
    const MeanQuality mean =
        m_fixture->session().compare(compare, Lane::Compute, RunContext()).mean;
    return request.metric == MetricKind::Psnr   ? mean.psnr
           : request.metric == MetricKind::Ssim ? mean.ssim
                                                : mean.sqnr;
}

void TestSensitivity::sweepIsNaive_data()
{
    QTest::addColumn<MetricKind>("metric");
    QTest::addColumn<SensitivitySite>("site");
    QTest::addColumn<SensitivityMode>("mode");
    QTest::addColumn<bool>("onBase");
    for (const MetricKind metric : {MetricKind::OutputSqnr, MetricKind::Psnr, MetricKind::Ssim})
        for (const SensitivitySite site : sensitivitySites())
            for (const SensitivityMode mode : sensitivityModes())
                for (const bool onBase : {false, true}) {
                    const std::string row = std::string(name(metric)) + ", " +
                                            std::string(name(site)) + ", " +
                                            std::string(name(mode)) + (onBase ? ", W4A6" : "");
                    QTest::newRow(row.c_str()) << metric << site << mode << onBase;
                }
}

void TestSensitivity::sweepIsNaive()
{
    QFETCH(MetricKind, metric);
    QFETCH(SensitivitySite, site);
    QFETCH(SensitivityMode, mode);
    QFETCH(bool, onBase);
    SensitivityRequest request = m_fixture->request();
    request.metric = metric;
    request.cells.sites = {site};
    request.cells.modes = {mode};
    if (onBase)
        request.base = m_fixture->base(4, 6);
    const SensitivityReport report = m_fixture->run(request);
    const SensitivityVariants variants =
        sensitivityVariants(request.cells, request.base, info(*request.generator).layers);
    std::size_t cell = 0;
    for (const SensitivityTrunk &trunk : variants.trunks)
        for (const SensitivityVariant &variant : trunk.variants) {
            QVERIFY(cell < report.cells.size());
            QCOMPARE(report.cells[cell].value, naive(request, variant.config, 0));
            ++cell;
        }
    QCOMPARE(report.cells.size(), cell);
    QVERIFY(cell > 0);
    QVERIFY(report.stepsSkipped > 0);
    // The last layer comes first.
    QCOMPARE(report.cells.front().layer, std::string("main.6"));
}

void TestSensitivity::cancelKeepsWhatWasFound()
{
    SensitivityRequest request = m_fixture->request();
    request.cells.sites = {SensitivitySite::Weights, SensitivitySite::Both};
    const SensitivityReport whole = m_fixture->run(request);

    Store store;
    std::stop_source stop;
    SensitivityHooks hooks;
    hooks.cell = [&](const SensitivityCell &cell, bool) {
        store.emplace(cell.key, cell);
        if (store.size() == 3)
            stop.request_stop();
    };
    bool isCancelled = false;
    try {
        m_fixture->run(request, hooks, RunContext(stop.get_token()));
    } catch (const Cancelled &) {
        isCancelled = true;
    }
    QVERIFY(isCancelled);
    QVERIFY(store.size() >= 3);
    QVERIFY(store.size() < whole.measured);

    hooks.cell = {};
    hooks.known = lookUp(store);
    const SensitivityReport resumed = m_fixture->run(request, hooks);
    QCOMPARE(resumed.measured, whole.measured - store.size());
    QVERIFY(timeless(resumed.cells) == timeless(whole.cells));
    QVERIFY(resumed.means == whole.means);
    QVERIFY(resumed.rankings == whole.rankings);
}

void TestSensitivity::onlyMissingCellsAreMeasured()
{
    Store store;
    SensitivityHooks keep;
    keep.cell = [&](const SensitivityCell &cell, bool) { store.emplace(cell.key, cell); };
    SensitivityRequest request = m_fixture->request();
    m_fixture->run(request, keep);

    // A known value is taken as it is, wherever it comes from.
    store.begin()->second.value = 1234;
    SensitivityHooks hooks;
    hooks.known = lookUp(store);
    std::size_t remembered = 0;
    hooks.remembered = [&](const SensitivityCell &) { ++remembered; };
    hooks.cell = [&](const SensitivityCell &, bool) { QCOMPARE(remembered, store.size()); };
    const SensitivityReport again = m_fixture->run(request, hooks);
    QCOMPARE(remembered, store.size());
    hooks.remembered = {};
    QCOMPARE(again.measured, std::size_t(0));
    QCOMPARE(again.stepsRun, 0);
    QCOMPARE(again.known, store.size());
    QVERIFY(std::ranges::any_of(again.cells,
                                [](const SensitivityCell &cell) { return cell.value == 1234; }));

    // More bit-widths, and layers by name.
    request.cells.bits = {8, 5, 3, 1};
    std::size_t measured = 0;
    hooks.cell = [&](const SensitivityCell &cell, bool isKnown) {
        QCOMPARE(isKnown, cell.bits != 5);
        measured += isKnown ? 0 : 1;
    };
    const SensitivityReport more = m_fixture->run(request, hooks);
    QCOMPARE(more.measured, info(*request.generator).layers.size());
    QCOMPARE(measured, more.measured);
}

void TestSensitivity::keysTellRequestsApart()
{
    const auto keysOf = [&](const SensitivityRequest &request) {
        std::set<CellKey> keys;
        for (const SensitivityCell &cell : m_fixture->run(request).cells)
            keys.insert(cell.key);
        return keys;
    };
    SensitivityRequest request = m_fixture->request();
    request.cells.bits = {4};
    const std::set<CellKey> keys = keysOf(request);
    QCOMPARE(keys.size(), info(*request.generator).layers.size());

    SensitivityRequest same = request;
    same.cells.modes = {SensitivityMode::Alone, SensitivityMode::LeaveOneOut};
    same.calibration.count = 20;
    for (const CellKey &key : keys)
        QVERIFY(keysOf(same).contains(key));

    std::vector<SensitivityRequest> others(6, request);
    others[0].seed = 1;
    others[1].count = 8;
    others[2].metric = MetricKind::Psnr;
    others[3].cells.weight.granularity = Granularity::PerTensor;
    others[4].base = m_fixture->base(8, kFloatBits);
    others[5].execution.microBatch = 2;
    for (const SensitivityRequest &other : others)
        for (const CellKey &key : keysOf(other))
            QVERIFY(!keys.contains(key));

    // Activation ranges are part of what a value hangs on.
    request.cells.sites = {SensitivitySite::Activations};
    same = request;
    same.calibration.count = 20;
    for (const CellKey &key : keysOf(same))
        QVERIFY(!keysOf(request).contains(key));
}

void TestSensitivity::repeatsHaveLatentsOfTheirOwn()
{
    SensitivityRequest request = m_fixture->request();
    request.cells.bits = {2};
    request.repeats = 3;
    request.stopsWhenSettled = false;
    const SensitivityReport report = m_fixture->run(request);
    QCOMPARE(report.repeats, 3);
    QuantConfig config;
    config.set("main.3", {weightSpecOfBits(2), {}});
    std::vector<double> values;
    for (const SensitivityCell &cell : report.cells)
        if (cell.layer == "main.3") {
            QCOMPARE(cell.value, naive(request, config, cell.repeat));
            values.push_back(*cell.value);
        }
    QCOMPARE(values.size(), std::size_t(3));
    QVERIFY(values[0] != values[1] && values[1] != values[2]);
    const auto mean = std::ranges::find(report.means, "main.3", &SensitivityMean::layer);
    QVERIFY(mean->interval == studentInterval(values));
    QCOMPARE(*mean->value, (values[0] + values[1] + values[2]) / 3);
}

void TestSensitivity::stopsWhenRanksAreToldApart()
{
    SensitivityRequest request = m_fixture->request();
    request.cells.bits = {2};
    request.count = 16;
    request.repeats = 30;
    const SensitivityReport report = m_fixture->run(request);
    QVERIFY(report.isSettled);
    QVERIFY(report.repeats > 1 && report.repeats < 30);
    QVERIFY(areSettled(report.rankings));
    // The repeat before it was not enough.
    std::vector<SensitivityCell> fewer;
    std::ranges::copy_if(report.cells, std::back_inserter(fewer),
                         [&](const auto &cell) { return cell.repeat < report.repeats - 1; });
    QVERIFY(report.repeats == 2 || !areSettled(rankingsOf(fewer, request.metric)));
}

void TestSensitivity::distancesAreMeasuredAsByMetrics()
{
    SensitivityRequest request = m_fixture->request();
    request.metric = MetricKind::SlicedWasserstein;
    request.cells.bits = {1};
    request.cells.layers = {"main.6"};
    request.count = 24;
    const SensitivityReport report = m_fixture->run(request);
    QCOMPARE(report.metricName, std::string("SWD"));
    QCOMPARE(report.cells.size(), std::size_t(1));
    const SensitivityCell &cell = report.cells.front();
    QVERIFY(cell.value && cell.floatValue);
    QVERIFY(*cell.value > *cell.floatValue);
    // Another repeat measures other samples.
    request.repeats = 2;
    const SensitivityReport two = m_fixture->run(request);
    QCOMPARE(two.cells.front().value, cell.value);
    QVERIFY(two.cells.back().value != cell.value);
}

void TestSensitivity::ranksWithoutIntervalsAreNotToldApart()
{
    const auto isSaid = [](const SensitivityReport &report, const std::string &part) {
        return std::ranges::any_of(report.notes, [&](const std::string &note) {
            return note.find(part) != std::string::npos;
        });
    };
    const auto ties = [](const SensitivityReport &report) {
        return std::ranges::count_if(report.rankings.at(0).layers, &RankedLayer::tiesWithNext);
    };
    SensitivityRequest request = m_fixture->request();
    request.cells.bits = {2};
    SensitivityReport report = m_fixture->run(request);
    QCOMPARE(ties(report), 2);
    QVERIFY(isSaid(report, "Fewer than 10 samples give values without intervals"));
    request.count = 12;
    QVERIFY(!isSaid(m_fixture->run(request), "told apart"));

    request.metric = MetricKind::SlicedWasserstein;
    report = m_fixture->run(request);
    QCOMPARE(ties(report), 2);
    QVERIFY(isSaid(report, "Values by SWD have no intervals within one repeat"));
    request.repeats = 2;
    QVERIFY(!isSaid(m_fixture->run(request), "told apart"));
    // One layer has no rank.
    request.repeats = 1;
    request.cells.layers = {"main.6"};
    QVERIFY(!isSaid(m_fixture->run(request), "told apart"));
}

void TestSensitivity::sketchIsPartOfTheReport()
{
    SensitivityRequest request = m_fixture->request();
    // 2 bits is the hard case.
    request.cells.bits = {8, 6, 4, 3, 2};
    request.cells.sites = {SensitivitySite::Weights, SensitivitySite::Activations};
    request.cells.modes = {SensitivityMode::Alone, SensitivityMode::LeaveOneOut};
    request.count = 32;
    request.sketchProbes = 64;
    std::vector<SensitivityMean> early;
    std::size_t cells = 0;
    SensitivityHooks hooks;
    hooks.predicted = [&](const std::vector<SensitivityMean> &means) {
        QCOMPARE(cells, std::size_t(0));
        early = means;
    };
    hooks.cell = [&](const SensitivityCell &, bool) { ++cells; };
    const SensitivityReport report = m_fixture->run(request, hooks);
    QVERIFY(report.sketch.has_value());
    // Every cell of weights and none of activations.
    for (const SensitivityMean &mean : report.means)
        QCOMPARE(mean.predicted.has_value(), mean.site == SensitivitySite::Weights);
    QCOMPARE(early.size(), report.sketch->all.cells);
    QCOMPARE(report.sketch->byBits.size(), request.cells.bits.size());
    // Beyond chance for 64 probes (18 %, 0.7 dB) and for what is left of second order.
    QVERIFY2(*report.sketch->all.spearman > 0.95,
             qPrintable(QString::number(*report.sketch->all.spearman)));
    QVERIFY2(*report.sketch->all.meanError < 1.5,
             qPrintable(QString::number(*report.sketch->all.meanError)));
}

/// The first layer has no activation to quantize: both of its sites are its weight.
void TestSensitivity::sketchIsJudgedByEachMeasurementOnce()
{
    SensitivityRequest request = m_fixture->request();
    request.cells.bits = {8, 3};
    request.sketchProbes = 8;
    const SketchReport alone = *m_fixture->run(request).sketch;
    request.cells.sites = {SensitivitySite::Weights, SensitivitySite::Both};
    const SensitivityReport both = m_fixture->run(request);
    const auto predicted = std::ranges::count_if(
        both.means, [](const SensitivityMean &mean) { return mean.predicted.has_value(); });
    QCOMPARE(std::size_t(predicted), alone.all.cells + request.cells.bits.size());
    QCOMPARE(both.sketch->all, alone.all);
    QVERIFY(both.sketch->byBits == alone.byBits);
}

/// Each layer at each bit-width, whoever needs it first and however often.
void TestSensitivity::sketchAndSweepQuantizeOnce()
{
    SensitivityRequest request = m_fixture->request();
    request.cells.modes = {SensitivityMode::Alone, SensitivityMode::LeaveOneOut};
    request.sketchProbes = 8;
    const std::size_t settings = info(*request.generator).layers.size() * 3;
    const auto run = [&](WeightCache &weights) {
        return runSensitivity(m_fixture->session(), request, RunContext(), {}, &weights);
    };
    WeightCache weights(std::size_t{1} << 30);
    const SensitivityReport sketched = run(weights);
    QCOMPARE(weights.quantized(), settings);
    // The other way round.
    run(weights);
    QCOMPARE(weights.quantized(), settings);

    // Memory that holds one weight at a time costs time, and no digit.
    WeightCache few(1);
    const SensitivityReport again = run(few);
    QVERIFY(few.quantized() > settings);
    std::size_t largest = 0;
    for (const LayerInfo &layer : info(*request.generator).layers)
        largest = std::max(largest, std::size_t(layer.weights) * sizeof(float));
    QVERIFY(few.bytes() <= largest);
    QVERIFY(again.means == sketched.means);

    request.sketchProbes = 0;
    QVERIFY(timeless(m_fixture->run(request).cells) == timeless(sketched.cells));
}

void TestSensitivity::refusals()
{
    const auto why = [&](const SensitivityRequest &request) {
        try {
            m_fixture->run(request);
        } catch (const Error &error) {
            return QString::fromUtf8(error.what());
        }
        return QString();
    };
    SensitivityRequest request = m_fixture->request();
    request.cells.layers = {"main.9"};
    QCOMPARE(why(request), "The generator has no layer 'main.9'; `inspect` lists its layers.");
    request = m_fixture->request();
    request.metric = MetricKind::LayerSqnr;
    QVERIFY(why(request).contains("instead of layer-sqnr"));
    request = m_fixture->request();
    request.count = 0;
    QVERIFY(why(request).contains("one sample and one repeat"));
    request = m_fixture->request();
    request.cells.sites = {SensitivitySite::Activations};
    request.cells.bits = {1};
    QVERIFY(why(request).contains("There is nothing to measure"));
    request = m_fixture->request();
    request.metric = MetricKind::Ssim;
    request.sketchProbes = 32;
    QVERIFY(why(request).contains("A sketch predicts the SQNR of the output"));
    request = m_fixture->request();
    request.sketchProbes = 32;
    request.sketchBytes = 1000;
    QVERIFY(why(request).contains("give it more memory"));
}

QTEST_APPLESS_MAIN(TestSensitivity)
#include "tst_sensitivity.moc"

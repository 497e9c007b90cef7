// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

// After Qt's headers: moc stumbles over <compare> as the first header of a file.
#include "analysis/sensitivity_ranking.h"
#include "analysis/student_interval.h"
#include "exchange/sensitivity_json.h"
#include "made_up_layers.h"

#include <cmath>
#include <numbers>

using namespace quantloupe;

namespace {

/// By the closed forms of one and two degrees of freedom, and the normal limit of many.
constexpr double kRounding = 1e-9;

SensitivityCell cell(const std::string &layer, int repeat, std::optional<double> value)
{
    SensitivityCell result;
    result.layer = layer;
    result.repeat = repeat;
    result.value = value;
    return result;
}

/// Of one repeat, with an interval of half a unit on either side.
SensitivityCell known(const std::string &layer, double value)
{
    SensitivityCell result = cell(layer, 0, value);
    result.interval = {value - 0.5, value + 0.5};
    return result;
}

QString orderOf(const std::vector<SensitivityCell> &cells,
                MetricKind metric = MetricKind::OutputSqnr, const IsCertain &isCertain = {})
{
    const auto rankings = rankingsOf(cells, metric, isCertain);
    QString text;
    for (const RankedLayer &layer : rankings.at(0).layers)
        text += QString::fromStdString(layer.layer) + (layer.tiesWithNext ? "=" : " ");
    return text.trimmed();
}

} // namespace

/// Orders of layers with their ties.
class TestSensitivityRanking : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void studentLimits();
    void worstComesFirst();
    void leftOutBestComesFirst();
    void brokenAndExactOutputs();
    void tiesByPairedDifferences();
    void tiesOfOneRepeatByIntervals();
    void valuesWithoutIntervalsTie();
    void certainValuesNeedNoInterval();
    void missingRepeatLeavesNoMean();
    void redundancyIsRankedByValues();
    void accuracyOfPredictions();
    void linesGoThereAndBack();
};

void TestSensitivityRanking::studentLimits()
{
    QVERIFY(std::abs(studentLimit(1) - std::tan(std::numbers::pi * 0.475)) < kRounding * 13);
    QVERIFY(std::abs(studentLimit(2) - 0.95 * std::sqrt(2 / (1 - 0.95 * 0.95))) < kRounding * 5);
    for (int freedom = 1; freedom < 40; ++freedom) {
        QVERIFY(studentLimit(freedom) > studentLimit(freedom + 1));
        QVERIFY(std::abs(studentProbability(studentLimit(freedom), freedom) - 0.975) < kRounding);
        QCOMPARE(studentProbability(0, freedom), 0.5);
    }
    // The normal distribution's quantile is where its own function reaches 97.5 %.
    const double limit = studentLimit(100000);
    QVERIFY(std::abs(0.5 * std::erfc(-limit / std::numbers::sqrt2) - 0.975) < 1e-5);
    QVERIFY(!studentInterval(std::vector{1.0}));
    const auto interval = studentInterval(std::vector{1.0, 3.0});
    QVERIFY(std::abs(interval->high - 2 - studentLimit(1)) < kRounding);
}

void TestSensitivityRanking::worstComesFirst()
{
    const std::vector cells = {known("a", 20), known("b", 10), known("c", 30)};
    QCOMPARE(orderOf(cells), "b a c");
    QCOMPARE(orderOf(cells, MetricKind::SlicedWasserstein), "c a b");
}

void TestSensitivityRanking::leftOutBestComesFirst()
{
    std::vector cells = {known("a", 20), known("b", 10), known("c", 30)};
    for (SensitivityCell &each : cells)
        each.mode = SensitivityMode::LeaveOneOut;
    QCOMPARE(orderOf(cells), "c a b");
    QCOMPARE(orderOf(cells, MetricKind::Frechet), "b a c");
}

void TestSensitivityRanking::brokenAndExactOutputs()
{
    std::vector cells = {cell("exact", 0, {}), cell("a", 0, 20), cell("broken", 0, {})};
    cells[0].isExact = true;
    QCOMPARE(orderOf(cells), "broken a exact");
    cells.push_back(cell("worse", 0, {}));
    QCOMPARE(orderOf(cells), "broken=worse a exact");
    cells.push_back(cell("identical", 0, {}));
    cells.back().isIdentical = true;
    QCOMPARE(orderOf(cells, MetricKind::Psnr), "broken=worse a exact=identical");
    // On some latents without an error, on others with a small one.
    cells.push_back(cell("identical", 1, 50));
    QCOMPARE(orderOf(cells, MetricKind::Psnr), "broken=worse a exact=identical");
    cells.push_back(cell("identical", 2, {}));
    QCOMPARE(orderOf(cells, MetricKind::Psnr), "broken=worse=identical a exact");
}

void TestSensitivityRanking::tiesByPairedDifferences()
{
    // Far apart by latents, always one apart by layer: told apart.
    QCOMPARE(orderOf({cell("a", 0, 10), cell("b", 0, 11), cell("a", 1, 20), cell("b", 1, 21.01),
                      cell("a", 2, 30), cell("b", 2, 31)}),
             "a b");
    // Close on average, now this, now that in front.
    QCOMPARE(orderOf({cell("a", 0, 10), cell("b", 0, 11), cell("a", 1, 11), cell("b", 1, 10),
                      cell("a", 2, 10), cell("b", 2, 10.1)}),
             "a=b");
}

void TestSensitivityRanking::tiesOfOneRepeatByIntervals()
{
    std::vector cells = {cell("a", 0, 10), cell("b", 0, 11), cell("c", 0, 20)};
    cells[0].interval = {9, 10.6};
    cells[1].interval = {10.5, 12};
    cells[2].interval = {18, 22};
    QCOMPARE(orderOf(cells), "a=b c");
    QVERIFY(!areSettled(rankingsOf(cells, MetricKind::OutputSqnr)));
    cells[1].interval = {10.7, 12};
    QVERIFY(areSettled(rankingsOf(cells, MetricKind::OutputSqnr)));
}

void TestSensitivityRanking::valuesWithoutIntervalsTie()
{
    std::vector cells = {cell("a", 0, 20), cell("b", 0, 10), cell("c", 0, 30)};
    QCOMPARE(orderOf(cells, MetricKind::Frechet), "c=a=b");
    // One interval tells nothing of a neighbour that has none.
    cells[0].interval = {19, 21};
    QCOMPARE(orderOf(cells, MetricKind::Frechet), "c=a=b");
    cells[1].interval = {9, 11};
    QCOMPARE(orderOf(cells, MetricKind::Frechet), "c=a b");
    // Repeats tell.
    QCOMPARE(orderOf({cell("a", 0, 10), cell("b", 0, 11), cell("a", 1, 20), cell("b", 1, 21.01)},
                     MetricKind::Frechet),
             "b a");
}

void TestSensitivityRanking::certainValuesNeedNoInterval()
{
    const auto all = [](const SensitivityCell &) { return true; };
    const std::vector cells = {cell("a", 0, 20), cell("b", 0, 10), cell("c", 0, 20)};
    QCOMPARE(orderOf(cells, MetricKind::OutputSqnr, all), "b a=c");
    // Beside a measured value, its interval counts.
    const auto b = [](const SensitivityCell &each) { return each.layer == "b"; };
    QCOMPARE(orderOf({known("a", 20), cell("b", 0, 20.4)}, MetricKind::OutputSqnr, b), "a=b");
    QCOMPARE(orderOf({known("a", 20), cell("b", 0, 20.6)}, MetricKind::OutputSqnr, b), "a b");
    // It stands for no interval.
    QVERIFY(!rankingsOf(cells, MetricKind::OutputSqnr, all)[0].layers[0].interval);
}

void TestSensitivityRanking::missingRepeatLeavesNoMean()
{
    std::vector cells = {cell("a", 0, 10), cell("a", 1, {})};
    cells[1].reason = "the output holds values that are not finite";
    const auto means = meansOf(cells);
    QCOMPARE(means.size(), std::size_t(1));
    QVERIFY(!means[0].value && !means[0].interval);
    QCOMPARE(means[0].reason, cells[1].reason);
    QCOMPARE(means[0].repeats, 2);
}

/// Equal values share a rank, whatever the order of the layers; where all are equal, or none has a
/// value, nothing is told.
void TestSensitivityRanking::redundancyIsRankedByValues()
{
    using made_up_layers::linear;
    const std::vector layers = {linear("a", 8, 4), linear("b", 16, 4), linear("c", 32, 4),
                                linear("d", 64, 4)};
    const auto byFanIn = [&](std::vector<std::optional<double>> values) {
        std::vector<SensitivityCell> cells;
        for (std::size_t i = 0; i < values.size(); ++i)
            cells.push_back(cell(layers[i].name, 0, values[i]));
        const auto columns = redundancyColumns(layers, rankingsOf(cells, MetricKind::OutputSqnr));
        const auto column =
            std::ranges::find(columns, RedundancyMeasure::FanIn, &RedundancyColumn::measure);
        const auto &found = column->matches.at(0).correlation;
        return found ? std::optional(found->rho) : std::nullopt;
    };
    QCOMPARE(byFanIn({40, 30, 20, 10}).value(), 1.0);
    QCOMPARE(byFanIn({10, 20, 30, 40}).value(), -1.0);
    // Ranks 1, 2, 3, 4 and 1.5, 1.5, 3.5, 3.5.
    QCOMPARE(byFanIn({30, 30, 10, 10}).value(), 2 / std::sqrt(5.0));
    // An output that is not finite is harmed most.
    QCOMPARE(byFanIn({40, 30, 20, {}}).value(), 1.0);
    QVERIFY(!byFanIn({20, 20, 20, 20}));
    QVERIFY(!byFanIn({{}, {}, {}, {}}));
}

void TestSensitivityRanking::accuracyOfPredictions()
{
    std::vector<SensitivityMean> means(4);
    for (std::size_t i = 0; i < means.size(); ++i) {
        means[i].value = static_cast<double>(10 * i);
        means[i].predicted = static_cast<double>(10 * i) + (i % 2 == 0 ? 1 : -2);
    }
    means[3].predicted.reset();
    const SketchAccuracy accuracy = accuracyOf(means);
    QCOMPARE(accuracy.cells, std::size_t(3));
    QCOMPARE(*accuracy.spearman, 1.0);
    QCOMPARE(*accuracy.meanError, 4.0 / 3);
    QVERIFY(!accuracyOf({}).spearman && !accuracyOf({}).meanError);
    // Again at another place, it says nothing new.
    for (std::size_t i = 0; i < means.size(); ++i)
        means[i].key = std::to_string(i);
    means.push_back(means.front());
    means.back().site = SensitivitySite::Both;
    QCOMPARE(accuracyOf(means), accuracy);
}

void TestSensitivityRanking::linesGoThereAndBack()
{
    SensitivityCell whole = cell("main.3", 2, 1.0 / 3);
    whole.key = "abc";
    whole.site = SensitivitySite::Both;
    whole.mode = SensitivityMode::LeaveOneOut;
    whole.bits = kBaseBits;
    whole.spec.weight = canonical(weightSpecOfBits(4));
    whole.spec.activation = canonical(ActivationSpec{.bits = 6});
    whole.floatValue = 0.1;
    whole.interval = {-1.0 / 7, 5e-324};
    whole.n = 64;
    whole.metricName = "FD-avatarnet";
    whole.mark = "no more samples than features";
    whole.seconds = 0.3;
    QCOMPARE(parseCellLine(cellLine(whole)), whole);
    SensitivityCell empty = cell("main.3", 0, {});
    empty.isExact = true;
    empty.reason = "the outputs are identical";
    QCOMPARE(parseCellLine(cellLine(empty)), empty);
    const std::string line = cellLine(whole);
    for (std::size_t end = 0; end < line.size(); ++end)
        QVERIFY_EXCEPTION_THROWN(parseCellLine(line.substr(0, end)), Error);
}

QTEST_APPLESS_MAIN(TestSensitivityRanking)
#include "tst_sensitivity_ranking.moc"

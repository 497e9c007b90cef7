// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

// After Qt's headers: moc stumbles over <compare> as the first header of a file.
#include "made_up_rows.h"

using namespace quantloupe;
using namespace made_up_rows;

namespace {

/// By which float's distance may rise.
constexpr double kBound = kFloatQuality * (kFloat - kFloor);

std::vector<RecipeClaim> claimsOf(const MetricRow &row)
{
    return judge(RecipeKind::Andreev, {}, std::vector{rowFor("w8a8", {row})});
}

QString verdict(const MetricRow &row)
{
    return verdictOf(claimsOf(row), kEightBits);
}

QString reason(const MetricRow &row)
{
    return QString::fromStdString(claimOf(claimsOf(row), kEightBits).reason);
}

} // namespace

/// Whether a configuration keeps the quality of float, by distances made up here.
class TestRecipeVerdictsQuality : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void floatQualityByValue_data()
    {
        QTest::addColumn<double>("swd");
        QTest::addColumn<double>("frechet");
        QTest::addColumn<QString>("verdict");
        // What the noise leaves of the bound.
        const double kept = kFloat + 0.99 * (kBound - kFloor);
        const double lost = kFloat + kBound + 1.01 * kFloor;
        QTest::newRow("both") << kept << 9.0 << "holds";
        QTest::newRow("one") << kept << lost << "holds partly";
        QTest::newRow("none") << lost << lost << "does not hold here";
        QTest::newRow("one that tells") << kFloat + kBound << 9.0 << "holds";
        QTest::newRow("none that tells") << kFloat + 0.2 << kFloat + 0.3 << "not yet testable";
    }
    void floatQualityByValue()
    {
        QFETCH(double, swd);
        QFETCH(double, frechet);
        QFETCH(QString, verdict);
        const std::vector<RecipeRow> rows = {
            rowFor("w8a8", {distance(MetricKind::SlicedWasserstein, swd),
                            distance(MetricKind::Frechet, frechet)})};
        QCOMPARE(verdictOf(judge(RecipeKind::Andreev, {}, rows), kEightBits), verdict);
    }

    void floatQualityByInterval_data()
    {
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::addColumn<QString>("verdict");
        QTest::newRow("below the bound") << -0.1 << kBound - 0.001 << "holds";
        QTest::newRow("across it") << -0.1 << kBound + 0.01 << "not yet testable";
        QTest::newRow("above it") << kBound + 0.001 << 2.0 << "does not hold here";
    }
    void floatQualityByInterval()
    {
        QFETCH(double, low);
        QFETCH(double, high);
        QFETCH(QString, verdict);
        const MetricRow row = distance(MetricKind::Frechet, kFloat + (low + high) / 2);
        const auto claims = judge(RecipeKind::Andreev, {},
                                  std::vector{rowFor("w4a8", {withInterval(row, low, high)})});
        const RecipeClaim claim = claimOf(claims, "Without training, 4-bit weights");
        // The paper's claim about 4 bits may be one about training.
        QCOMPARE(claim.by, ClaimBy::Quantloupe);
        QCOMPARE(QString::fromStdString(std::string(name(claim.verdict))), verdict);
        for (const char *part : {"95 % of the difference in FD-made-up",
                                 "up to 0.48 more in FD-made-up counts as float quality",
                                 "5 % of what float's distance lies above the floor"})
            QVERIFY2(claim.reason.find(part) != std::string::npos, part);
    }

    void biasDoesNotWidenTheBound()
    {
        // Of few samples: most of float's distance is the floor.
        MetricRow row = distance(MetricKind::Frechet, kFloat + 0.3);
        row.floor = Measured<double>::of(0.9 * kFloat);
        QCOMPARE(verdict(withInterval(row, 0.2, 0.4)), QString("does not hold here"));
        QCOMPARE(verdict(withInterval(row, 0.01, 0.04)), QString("holds"));
    }

    void withoutFloorTheBoundIsUnknown_data()
    {
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::addColumn<QString>("expected");
        QTest::newRow("no rise") << -0.3 << -0.01 << "holds";
        QTest::newRow("perhaps within") << 0.01 << 0.1 << "not yet testable";
        QTest::newRow("more than of all") << 0.51 << 0.6 << "does not hold here";
    }
    void withoutFloorTheBoundIsUnknown()
    {
        QFETCH(double, low);
        QFETCH(double, high);
        QFETCH(QString, expected);
        MetricRow row = distance(MetricKind::Frechet, kFloat + (low + high) / 2);
        row.floor = Measured<double>::missing("too few pictures");
        row = withInterval(row, low, high);
        QCOMPARE(verdict(row), expected);
        QCOMPARE(reason(row).contains("By FD-made-up it cannot be told: it has no floor."),
                 expected == "not yet testable");
    }

    void floatAtTheFloorIsNoMeasure_data()
    {
        QTest::addColumn<double>("floor");
        // The floor of the reference "float" is float's own distance.
        QTest::newRow("reference float") << kFloat;
        QTest::newRow("a very good generator") << 1.1 * kFloat;
    }
    void floatAtTheFloorIsNoMeasure()
    {
        QFETCH(double, floor);
        for (const double rise : {-0.5, 0.01, 100.0}) {
            MetricRow row = distance(MetricKind::Frechet, kFloat + rise);
            row.floor = Measured<double>::of(floor);
            row = withInterval(row, rise - 0.001, rise + 0.001);
            QCOMPARE(verdict(row), QString("not yet testable"));
            QVERIFY(reason(row).contains("float is no farther than the floor"));
            QVERIFY(!reason(row).contains("up to"));
        }
    }

    void tooFewSamplesKeepNoQuality_data()
    {
        QTest::addColumn<double>("rise");
        QTest::addColumn<QString>("expected");
        QTest::newRow("within the bound") << 0.1 << "not yet testable";
        QTest::newRow("beyond it") << 5.0 << "does not hold here";
    }
    void tooFewSamplesKeepNoQuality()
    {
        QFETCH(double, rise);
        QFETCH(QString, expected);
        MetricRow row = distance(MetricKind::Frechet, kFloat + rise);
        row.mark = "no more samples than features";
        row = withInterval(row, rise - 0.01, rise + 0.01);
        QCOMPARE(verdict(row), expected);
        QCOMPARE(reason(row).contains("there are too few samples for its features"), rise < 1);
    }

    void otherMarksAreNoCaution()
    {
        MetricRow row = distance(MetricKind::SlicedWasserstein, kFloat - 1);
        row.mark = "not the published setting";
        QCOMPARE(verdict(row), QString("holds"));
    }
};

QTEST_APPLESS_MAIN(TestRecipeVerdictsQuality)
#include "tst_recipe_verdicts_quality.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

// After Qt's headers: moc stumbles over <compare> as the first header of a file.
#include "made_up_layers.h"
#include "made_up_rows.h"

using namespace quantloupe;
using namespace made_up_layers;
using namespace made_up_rows;

namespace {

constexpr std::string_view kFanIn = "more fan-in";

/// One row for each layer of dcgan() alone, in the order of its layers.
std::vector<RecipeRow> alone(const QList<double> &swd, const QList<double> &frechet = {})
{
    std::vector<RecipeRow> rows;
    const GeneratorInfo info = dcgan();
    for (std::size_t i = 0; i < std::size_t(swd.size()); ++i) {
        rows.push_back(swdRow("alone:" + info.layers[i].name, swd[qsizetype(i)]));
        if (!frechet.isEmpty())
            rows.back().report.rows.push_back(distance(MetricKind::Frechet, frechet[qsizetype(i)]));
    }
    return rows;
}

std::vector<RecipeClaim> claimsOf(const std::vector<RecipeRow> &rows)
{
    return judge(RecipeKind::PbGen, dcgan().layers, rows);
}

} // namespace

/// Whether a measure of redundancy tells what a layer costs, by distances made up here.
class TestRecipeVerdictsOrders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void byOneDistance_data()
    {
        // By the weights that reach one output: up1, up2, project, colour.
        QTest::addColumn<QList<double>>("distances");
        QTest::addColumn<QString>("verdict");
        QTest::newRow("the opposite order") << QList<double>{31, 11, 21, 40} << "holds";
        QTest::newRow("nearly so") << QList<double>{21, 11, 31, 40} << "not yet testable";
        QTest::newRow("neither") << QList<double>{11, 21, 40, 31} << "does not hold here";
        QTest::newRow("the same order") << QList<double>{21, 40, 31, 11} << "does not hold here";
    }
    void byOneDistance()
    {
        QFETCH(QList<double>, distances);
        QFETCH(QString, verdict);
        const auto claims = claimsOf(alone(distances));
        QCOMPARE(verdictOf(claims, kFanIn), verdict);
        QVERIFY(says(claims, kFanIn, "over 4 layers, of which 4 are apart"));
        QVERIFY(says(claims, "dimensions of a deconvolution", "SWD: rank correlations"));
        QVERIFY(says(claims, "dimensions of a deconvolution", "(fan-in)"));
    }

    void byBothDistances_data()
    {
        QTest::addColumn<QList<double>>("swd");
        QTest::addColumn<QList<double>>("frechet");
        QTest::addColumn<QString>("verdict");
        const QList<double> opposite = {31, 11, 21, 40};
        const QList<double> nearly = {21, 11, 31, 40};
        const QList<double> same = {21, 40, 31, 11};
        QTest::newRow("both") << opposite << opposite << "holds";
        QTest::newRow("they disagree") << opposite << same << "holds partly";
        QTest::newRow("the other way round") << same << opposite << "holds partly";
        QTest::newRow("neither") << same << same << "does not hold here";
        QTest::newRow("one may be accident") << nearly << opposite << "holds";
        QTest::newRow("both may be") << nearly << nearly << "not yet testable";
        QTest::newRow("one may be, one not so") << nearly << same << "does not hold here";
    }
    void byBothDistances()
    {
        QFETCH(QList<double>, swd);
        QFETCH(QList<double>, frechet);
        QFETCH(QString, verdict);
        const auto claims = claimsOf(alone(swd, frechet));
        QCOMPARE(verdictOf(claims, kFanIn), verdict);
        QVERIFY(says(claims, kFanIn, "SWD: Spearman's rank correlation"));
        QVERIFY(says(claims, kFanIn, "FD-made-up: Spearman's rank correlation"));
    }

    void noiseThatHidesTheOrderIsNoAnswer_data()
    {
        QTest::addColumn<QList<double>>("distances");
        QTest::addColumn<int>("apart");
        QTest::addColumn<QString>("verdict");
        const double less = 0.99 * kFloor;
        const double more = 1.01 * kFloor;
        // In the order that the measure asks for, or in the opposite one.
        QTest::newRow("all apart")
            << QList<double>{20 + 2 * more, 20, 20 + more, 20 + 3 * more} << 4 << "holds";
        QTest::newRow("two are not")
            << QList<double>{31, 20, 20 + less, 40} << 3 << "not yet testable";
        QTest::newRow("none is") << QList<double>{20.2, 20, 20.1, 20.3} << 1 << "not yet testable";
        QTest::newRow("nor does it say no")
            << QList<double>{20.1, 20.3, 20.2, 20} << 1 << "not yet testable";
    }
    void noiseThatHidesTheOrderIsNoAnswer()
    {
        QFETCH(QList<double>, distances);
        QFETCH(int, apart);
        QFETCH(QString, verdict);
        const auto claims = claimsOf(alone(distances));
        QCOMPARE(verdictOf(claims, kFanIn), verdict);
        QVERIFY(says(claims, kFanIn, "of which " + std::to_string(apart) + " are apart"));
    }

    void intervalsTellLayersApart_data()
    {
        QTest::addColumn<double>("half");
        QTest::addColumn<QString>("verdict");
        // Of rises that lie 10 apart.
        QTest::newRow("apart") << 4.9 << "holds";
        QTest::newRow("touching") << 5.1 << "not yet testable";
    }
    void intervalsTellLayersApart()
    {
        QFETCH(double, half);
        QFETCH(QString, verdict);
        std::vector<RecipeRow> rows = alone({40, 20, 30, 50});
        for (RecipeRow &row : rows) {
            MetricRow &metric = row.report.rows.front();
            metric = withInterval(metric, *metric.delta - half, *metric.delta + half);
        }
        QCOMPARE(verdictOf(claimsOf(rows), kFanIn), verdict);
    }

    void withoutNoiseKnownNothingIsSaid()
    {
        std::vector<RecipeRow> rows = alone({31, 11, 21, 40});
        for (RecipeRow &row : rows)
            row.report.rows.front().floor = Measured<double>::missing("too few pictures");
        QCOMPARE(verdictOf(claimsOf(rows), kFanIn), QString("not yet testable"));
    }

    void threeLayersAreTooFew()
    {
        const auto claims = claimsOf(alone({40, 21, 11}));
        QCOMPARE(verdictOf(claims, kFanIn), QString("not yet testable"));
        QVERIFY(says(claims, kFanIn, "3 were measured"));
    }
};

QTEST_APPLESS_MAIN(TestRecipeVerdictsOrders)
#include "tst_recipe_verdicts_orders.moc"

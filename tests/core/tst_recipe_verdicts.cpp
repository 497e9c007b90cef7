// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

// After Qt's headers: moc stumbles over <compare> as the first header of a file.
#include "analysis/recipe_verdict.h"
#include "made_up_layers.h"

#include <algorithm>

using namespace quantloupe;
using namespace made_up_layers;

namespace {

constexpr double kFloat = 10;
/// By which two sets of the reference differ.
constexpr double kFloor = 0.4;

MetricRow distance(MetricKind kind, double quantized)
{
    MetricRow row;
    row.kind = kind;
    row.name = kind == MetricKind::Frechet ? "FD-made-up" : "SWD";
    row.floatValue = Measured<double>::of(kFloat);
    row.quantized = Measured<double>::of(quantized);
    row.delta = Measured<double>::of(quantized - kFloat);
    row.deltaInterval = Measured<MetricInterval>::missing("made up");
    row.floor = Measured<double>::of(kFloor);
    return row;
}

MetricRow withInterval(MetricRow row, double low, double high)
{
    row.deltaInterval = Measured<MetricInterval>::of({low, high});
    return row;
}

RecipeRow rowFor(const std::string &role, std::vector<MetricRow> metrics, double entropy = 1)
{
    RecipeRow row;
    row.configuration.roles = {role};
    row.size.ratio = 27.5;
    row.levels = LevelUse{1, entropy};
    row.report.rows = std::move(metrics);
    return row;
}

RecipeRow swdRow(const std::string &role, double quantized, double entropy = 1)
{
    return rowFor(role, {distance(MetricKind::SlicedWasserstein, quantized)}, entropy);
}

/// The claims that hold these words; there is one.
RecipeClaim claimOf(const std::vector<RecipeClaim> &claims, std::string_view words)
{
    std::vector<RecipeClaim> found;
    std::ranges::copy_if(claims, std::back_inserter(found), [&](const RecipeClaim &claim) {
        return claim.claim.find(words) != std::string::npos;
    });
    return found.size() == 1 ? found.front() : RecipeClaim{{}, "no or several such claims", {}, {}};
}

QString verdictOf(const std::vector<RecipeClaim> &claims, std::string_view words)
{
    const RecipeClaim claim = claimOf(claims, words);
    return claim.claim.starts_with("no or several")
               ? QString::fromStdString(claim.claim)
               : QString::fromUtf8(name(claim.verdict).data(),
                                   qsizetype(name(claim.verdict).size()));
}

bool says(const std::vector<RecipeClaim> &claims, std::string_view words, std::string_view part)
{
    return claimOf(claims, words).reason.find(part) != std::string::npos;
}

/// EM and the three others at 2 bits, by distance and entropy.
std::vector<RecipeRow> quantizers(double em, double emEntropy = 1.9)
{
    return {swdRow("em-1", 40), swdRow("em-2", em, emEntropy), swdRow("extremes-2", 30, 1.2),
            swdRow("log-2", 25, 1.5), swdRow("tanh-2", 20, 1.8)};
}

/// One row for each layer of dcgan() alone, in the order of its layers.
std::vector<RecipeRow> alone(std::vector<double> distances)
{
    std::vector<RecipeRow> rows;
    const GeneratorInfo info = dcgan();
    for (std::size_t i = 0; i < distances.size(); ++i)
        rows.push_back(swdRow("alone:" + info.layers[i].name, distances[i]));
    return rows;
}

constexpr std::string_view kEightBits = "8-bit weights";

} // namespace

/// What measured rows, made up here, say about each claim.
class TestRecipeVerdicts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void drawnInputsOfPictureNetworksAreNeverJudged()
    {
        const GeneratorInfo info = dcgan();
        std::vector<RecipeRow> rows = {swdRow("w8a8", kFloat), swdRow("w4a8", kFloat),
                                       swdRow("w4a8-plain", kFloat)};
        const auto judged = [&](MetricInputs inputs) {
            for (RecipeRow &row : rows)
                row.report.inputs = inputs;
            return judge(RecipeKind::Andreev, info.layers, rows);
        };
        for (const MetricInputs inputs : {MetricInputs::Latents, MetricInputs::GivenPictures})
            QCOMPARE(verdictOf(judged(inputs), kEightBits), QString("holds"));
        for (const RecipeClaim &claim : judged(MetricInputs::DrawnPictures))
            QVERIFY(claim.verdict == Verdict::NotYetTestable);
        QCOMPARE(claimOf(judged(MetricInputs::DrawnPictures), kEightBits).reason,
                 std::string("The inputs were drawn, not pictures."));
        // What is about training says so.
        QVERIFY(says(judged(MetricInputs::DrawnPictures), "quantization-aware training",
                     "does not exist here yet"));
    }

    void trainingIsNeverJudged()
    {
        const GeneratorInfo info = dcgan();
        // Perfect and hopeless numbers alike.
        for (const double quantized : {kFloat, 1000.0}) {
            std::vector<RecipeRow> rows;
            for (const char *role :
                 {"em-1", "em-2", "all", "all-but-last", "w8a8", "w4a8", "extremes-2"})
                rows.push_back(swdRow(role, quantized));
            int training = 0;
            for (const RecipeKind kind : recipeKinds())
                for (const RecipeClaim &claim : judge(kind, info.layers, rows)) {
                    if (claim.reason.find("training with quantized weights") == std::string::npos)
                        continue;
                    ++training;
                    QCOMPARE(claim.by, ClaimBy::Paper);
                    QCOMPARE(claim.verdict, Verdict::NotYetTestable);
                }
            QVERIFY(training >= 7);
        }
    }

    void theNumberWithoutTrainingStandsBeside()
    {
        const std::vector<RecipeRow> rows = {swdRow("all", 28.3), swdRow("all-but-last", 12)};
        const auto claims = judge(RecipeKind::PbGen, {}, rows);
        QVERIFY(says(claims, "2.83 times",
                     "Without training: all layers binary: SWD 28.3 against "
                     "10 of float, 2.83 times as much"));
        QVERIFY(says(claims, "25.81 times", "27.5 times smaller"));
        QVERIFY(says(judge(RecipeKind::Qgan, {}, quantizers(15)), "1 or 2 bits", "1 bit: SWD 40"));
        QVERIFY(says(judge(RecipeKind::Andreev, {}, std::vector{swdRow("w4a8", 11)}),
                     "quantization-aware", "SWD 11"));
    }

    void emAgainstTheOthers_data()
    {
        QTest::addColumn<double>("em");
        QTest::addColumn<QString>("verdict");
        QTest::newRow("nearest") << 15.0 << "holds";
        QTest::newRow("between") << 22.0 << "holds partly";
        QTest::newRow("farthest") << 31.0 << "does not hold here";
        QTest::newRow("as far as the nearest") << 20.0 << "holds";
        QTest::newRow("hardly farther than it") << 20 + kFloor << "holds";
        QTest::newRow("farther than it") << 20 + 1.01 * kFloor << "holds partly";
    }
    void emAgainstTheOthers()
    {
        QFETCH(double, em);
        QFETCH(QString, verdict);
        const auto claims = judge(RecipeKind::Qgan, {}, quantizers(em));
        QCOMPARE(verdictOf(claims, "nearer to the reference"), verdict);
        QCOMPARE(claimOf(claims, "nearer to the reference").by, ClaimBy::Quantloupe);
    }

    void exceptionsAreNamed()
    {
        const auto claims = judge(RecipeKind::Qgan, {}, quantizers(22));
        QVERIFY(says(claims, "nearer to the reference", "2 of 3 comparisons"));
        QVERIFY(
            says(claims, "nearer to the reference", "not tanh at 2 bits by SWD, 22 against 20"));
    }

    void noiseIsNoAnswer()
    {
        std::vector<RecipeRow> rows = quantizers(20 - kFloor);
        QVERIFY(says(judge(RecipeKind::Qgan, {}, rows), "nearer to the reference",
                     "2 of 3 comparisons of distances say so; noise hides 1 of them."));
        for (RecipeRow &row : rows)
            row.report.rows.front().floor = Measured<double>::missing("too few pictures");
        const auto claims = judge(RecipeKind::Qgan, {}, rows);
        QCOMPARE(verdictOf(claims, "nearer to the reference"), QString("not yet testable"));
        QVERIFY(says(claims, "nearer to the reference", "noise hides 3 of them"));
    }

    void intervalsThatOverlapAreNoAnswer_data()
    {
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::addColumn<QString>("verdict");
        QTest::newRow("below") << 3.0 << 4.9 << "holds";
        QTest::newRow("overlapping") << 3.0 << 5.0 << "not yet testable";
        QTest::newRow("above") << 7.1 << 8.0 << "does not hold here";
    }
    void intervalsThatOverlapAreNoAnswer()
    {
        QFETCH(double, low);
        QFETCH(double, high);
        QFETCH(QString, verdict);
        const auto row = [](const char *role, double from, double to) {
            const MetricRow metric = distance(MetricKind::Frechet, kFloat + (from + to) / 2);
            return rowFor(role, {withInterval(metric, from, to)});
        };
        const std::vector<RecipeRow> rows = {row("em-2", low, high), row("tanh-2", 5, 7)};
        QCOMPARE(verdictOf(judge(RecipeKind::Qgan, {}, rows), "nearer to the reference"), verdict);
    }

    void informationOfCodes_data()
    {
        QTest::addColumn<double>("entropy");
        QTest::addColumn<QString>("verdict");
        QTest::newRow("most") << 1.9 << "holds";
        QTest::newRow("between") << 1.6 << "holds partly";
        QTest::newRow("least") << 1.1 << "does not hold here";
    }
    void informationOfCodes()
    {
        QFETCH(double, entropy);
        QFETCH(QString, verdict);
        const auto claims = judge(RecipeKind::Qgan, {}, quantizers(15, entropy));
        QCOMPARE(verdictOf(claims, "hold more information"), verdict);
    }

    void nothingMeasuredIsNotTestable()
    {
        for (const RecipeKind kind : recipeKinds())
            for (const RecipeClaim &claim : judge(kind, dcgan().layers, {})) {
                QCOMPARE(claim.verdict, Verdict::NotYetTestable);
                QVERIFY(!claim.reason.empty());
            }
        RecipeRow without = swdRow("w8a8", 1);
        MetricRow &metric = without.report.rows.front();
        metric.quantized = metric.delta = Measured<double>::missing("too small");
        const auto claims = judge(RecipeKind::Andreev, {}, std::vector{without});
        QCOMPARE(verdictOf(claims, kEightBits), QString("not yet testable"));
    }

    void floatQualityByValue_data()
    {
        QTest::addColumn<double>("swd");
        QTest::addColumn<double>("frechet");
        QTest::addColumn<QString>("verdict");
        // What the floor leaves of the bound.
        const double kept = kFloat * (1 + kFloatQuality) - kFloor;
        const double lost = kFloat * (1 + kFloatQuality) + 1.01 * kFloor;
        QTest::newRow("both") << 0.999 * kept << 9.0 << "holds";
        QTest::newRow("one") << 0.999 * kept << lost << "holds partly";
        QTest::newRow("none") << lost << lost << "does not hold here";
        QTest::newRow("one that tells") << kFloat * (1 + kFloatQuality) << 9.0 << "holds";
        QTest::newRow("none that tells") << kFloat + 0.2 << 1.02 * kFloat << "not yet testable";
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
        const double bound = kFloat * kFloatQuality;
        QTest::newRow("below the bound") << -0.1 << bound << "holds";
        QTest::newRow("across it") << -0.1 << bound + 0.01 << "not yet testable";
        QTest::newRow("above it") << bound + 0.01 << 2.0 << "does not hold here";
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
        QVERIFY(claim.reason.find("95 % of the difference in FD-made-up") != std::string::npos);
    }

    void measuresByTheirOrder_data()
    {
        // By the weights that reach one output: up1, up2, project, colour.
        QTest::addColumn<QList<double>>("distances");
        QTest::addColumn<QString>("verdict");
        QTest::newRow("the opposite order") << QList<double>{31, 11, 21, 40} << "holds";
        QTest::newRow("nearly so") << QList<double>{21, 11, 31, 40} << "holds partly";
        QTest::newRow("the same order") << QList<double>{21, 40, 31, 11} << "does not hold here";
    }
    void measuresByTheirOrder()
    {
        QFETCH(QList<double>, distances);
        QFETCH(QString, verdict);
        const std::vector<RecipeRow> rows =
            alone(std::vector<double>(distances.begin(), distances.end()));
        const auto claims = judge(RecipeKind::PbGen, dcgan().layers, rows);
        QCOMPARE(verdictOf(claims, "more fan-in"), verdict);
        QVERIFY(says(claims, "more fan-in", "4 layers"));
        QVERIFY(says(claims, "dimensions of a deconvolution", "(fan-in)"));
    }

    void threeLayersAreTooFew()
    {
        std::vector<RecipeRow> rows = alone({40, 21, 11});
        const auto claims = judge(RecipeKind::PbGen, dcgan().layers, rows);
        QCOMPARE(verdictOf(claims, "more fan-in"), QString("not yet testable"));
        QVERIFY(says(claims, "more fan-in", "3 were measured"));
    }

    void rolesAndRatios()
    {
        std::vector<RecipeRow> rows = {swdRow("all", 25), swdRow("alone:up1", 12)};
        rows[0].configuration.roles.emplace_back("fan-in:4");
        QCOMPARE(rowOf(rows, "fan-in:4"), &rows[0]);
        QCOMPARE(rowOf(rows, "alone:up1"), &rows[1]);
        QVERIFY(!rowOf(rows, "alone"));
        QCOMPARE(*ratioToFloat(rows[0].report.rows[0]), 2.5);
        MetricRow none = rows[0].report.rows[0];
        none.floatValue = Measured<double>::of(0);
        QVERIFY(!ratioToFloat(none));
        none.floatValue = Measured<double>::missing("no reference");
        QVERIFY(!ratioToFloat(none));
    }
};

QTEST_APPLESS_MAIN(TestRecipeVerdicts)
#include "tst_recipe_verdicts.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

// After Qt's headers: moc stumbles over <compare> as the first header of a file.
#include "made_up_layers.h"
#include "made_up_rows.h"

using namespace quantloupe;
using namespace made_up_layers;
using namespace made_up_rows;

namespace {

/// What the claims about 4 bits say.
constexpr std::string_view kFourBits = "Without training, 4-bit weights";
constexpr std::string_view kTrained = "quantization-aware training";

/// EM and the three others at 2 bits, by distance and entropy.
std::vector<RecipeRow> quantizers(double em, double emEntropy = 1.9)
{
    return {swdRow("em-1", 40), swdRow("em-2", em, emEntropy), swdRow("extremes-2", 30, 1.2),
            swdRow("log-2", 25, 1.5), swdRow("tanh-2", 20, 1.8)};
}

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

    void fourBitsAreJudgedByLayersOfFourBits()
    {
        // Two layers, the first and the last: W8A8 is perfect, 4 bits are hopeless.
        const GeneratorInfo info = generatorOf({linear("first", 8, 8), linear("last", 8, 8)});
        std::vector<RecipeRow> rows;
        for (RecipeConfiguration &configuration :
             recipeFor(RecipeKind::Andreev, info).configurations) {
            const bool isFour = configuration.config.spec("first").weight.bits == 4;
            rows.push_back(swdRow({}, isFour ? 1000 : kFloat));
            rows.back().configuration = std::move(configuration);
        }
        const auto claims = judge(RecipeKind::Andreev, info.layers, rows);
        QCOMPARE(verdictOf(claims, kEightBits), QString("holds"));
        QCOMPARE(verdictOf(claims, kFourBits), QString("does not hold here"));
        for (const std::string_view claim : {kFourBits, kTrained})
            QVERIFY(says(claims, claim,
                         "W4A8 in every layer, since the rules leave no layer at 4 bits: SWD "
                         "1000 against 10"));
    }

    void theRulesOwnRowJudgesFourBits()
    {
        const std::vector<RecipeRow> rows = {swdRow("w4a8", kFloat), swdRow("w4a8-plain", 1000)};
        const auto claims = judge(RecipeKind::Andreev, {}, rows);
        QCOMPARE(verdictOf(claims, kFourBits), QString("holds"));
        for (const std::string_view claim : {kFourBits, kTrained})
            QVERIFY(!says(claims, claim, "in every layer"));
    }

    void withoutLayersOfFourBitsNothingIsSaid()
    {
        const auto claims = judge(RecipeKind::Andreev, {}, std::vector{swdRow("w8a8", kFloat)});
        QCOMPARE(verdictOf(claims, kEightBits), QString("holds"));
        QCOMPARE(verdictOf(claims, kFourBits), QString("not yet testable"));
        QCOMPARE(claimOf(claims, kFourBits).reason, std::string("No layer is left for 4 bits."));
        QVERIFY(!says(claims, kTrained, "SWD"));
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
        QCOMPARE(verdictOf(claims, "8-bit weights"), QString("not yet testable"));
    }

    void noiseThatHidesMostIsNoAnswer_data()
    {
        QTest::addColumn<double>("ofTanh");
        // Against EM's 15.
        QTest::newRow("one says no") << 14.0;
        QTest::newRow("one says yes") << 16.0;
    }
    void noiseThatHidesMostIsNoAnswer()
    {
        QFETCH(double, ofTanh);
        const std::vector<RecipeRow> rows = {swdRow("em-2", 15), swdRow("extremes-2", 15.1),
                                             swdRow("log-2", 14.9), swdRow("tanh-2", ofTanh)};
        const auto claims = judge(RecipeKind::Qgan, {}, rows);
        QCOMPARE(verdictOf(claims, "nearer to the reference"), QString("not yet testable"));
        QVERIFY(says(claims, "nearer to the reference", "noise hides 2 of them"));
    }

    void halfHiddenIsAnAnswer()
    {
        const std::vector<RecipeRow> rows = {swdRow("em-2", 15), swdRow("log-2", 14.9),
                                             swdRow("tanh-2", 16)};
        QCOMPARE(verdictOf(judge(RecipeKind::Qgan, {}, rows), "nearer to the reference"),
                 QString("holds"));
    }

    void withoutDistanceOfFloatNothingIsTestable()
    {
        std::vector<RecipeRow> rows = quantizers(15);
        rows.push_back(swdRow("w8a8", 10));
        for (RecipeRow &row : rows) {
            MetricRow &metric = row.report.rows.front();
            metric.floatValue = metric.delta = Measured<double>::missing("not finite");
        }
        for (const auto &[kind, words] :
             {std::pair(RecipeKind::Qgan, "nearer to the reference"),
              std::pair(RecipeKind::Andreev, "8-bit weights and 8-bit activations")}) {
            const auto claims = judge(kind, {}, rows);
            QCOMPARE(verdictOf(claims, words), QString("not yet testable"));
            QVERIFY(says(claims, words, "Float has no distance to the reference."));
        }
    }

    void multiPrecisionIsAboutTraining()
    {
        const RecipeClaim claim =
            claimOf(judge(RecipeKind::Qgan, {}, quantizers(15)), "multi-precision");
        QCOMPARE(claim.by, ClaimBy::Paper);
        QCOMPARE(claim.verdict, Verdict::NotYetTestable);
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

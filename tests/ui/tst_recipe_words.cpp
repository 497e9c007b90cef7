// SPDX-License-Identifier: GPL-3.0-or-later
#include "made_up_layers.h"
#include "mainwindow/translations.h"
#include "models/core_words.h"
#include "models/recipe_words.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QTest>

using namespace quantloupe;

namespace {

MetricRow distanceOf(MetricKind kind, double quantized)
{
    MetricRow row;
    row.kind = kind;
    row.name = kind == MetricKind::Frechet ? "FD-avatarnet" : "SWD";
    row.floatValue = Measured<double>::of(10);
    row.quantized = Measured<double>::of(quantized);
    row.delta = Measured<double>::of(quantized - 10);
    row.floor = Measured<double>::of(2.5);
    if (kind == MetricKind::Frechet)
        row.deltaInterval = Measured<MetricInterval>::of({quantized - 11, quantized - 9});
    return row;
}

/// Every configuration of a recipe, with distances and entropies that differ.
std::vector<RecipeRow> rowsFor(RecipeKind kind, const GeneratorInfo &info)
{
    std::vector<RecipeRow> rows;
    for (const RecipeConfiguration &configuration : recipeFor(kind, info).configurations) {
        RecipeRow row;
        row.configuration = configuration;
        row.size.ratio = 27.5;
        const double place = double(rows.size());
        row.levels = LevelUse{1, 1 + 0.1 * double(rows.size() % 5)};
        row.report.rows = {distanceOf(MetricKind::SlicedWasserstein, 20 - place),
                           distanceOf(MetricKind::Frechet, 12 + place)};
        rows.push_back(row);
    }
    return rows;
}

/// With everything that may hide an answer.
std::vector<std::vector<RecipeRow>> allRowsFor(RecipeKind kind, const GeneratorInfo &info)
{
    const std::vector<RecipeRow> plain = rowsFor(kind, info);
    const auto changed = [&](const auto &change) {
        std::vector<RecipeRow> rows = plain;
        for (RecipeRow &row : rows)
            for (MetricRow &metric : row.report.rows)
                change(metric);
        return rows;
    };
    return {plain, changed([](MetricRow &metric) { metric.floor = metric.floatValue; }),
            changed([](MetricRow &metric) { metric.floor = Measured<double>::missing("few"); }),
            changed([](MetricRow &metric) {
                metric.mark = "no more samples than features";
                metric.deltaInterval = Measured<MetricInterval>::of({-1, -0.5});
            }),
            changed([](MetricRow &metric) {
                metric.floatValue = metric.delta = Measured<double>::missing("not finite");
            })};
}

/// Five layers, so that each measure of redundancy can be judged.
GeneratorInfo fiveLayers()
{
    using namespace made_up_layers;
    return generatorOf({layerOf({"a", 64, 64, 1, 4, 4}), layerOf({"b", 64, 32, 4, 2, 4}),
                        layerOf({"c", 32, 24, 8, 2, 5}), layerOf({"d", 24, 8, 16, 2, 4}),
                        layerOf({"e", 8, 3, 32, 2, 3})});
}

/// Those whose recipes say everything that they can say.
std::vector<GeneratorInfo> generatorsFor(RecipeKind kind)
{
    using namespace made_up_layers;
    if (kind != RecipeKind::Andreev)
        return {fiveLayers()};
    // Its rules leave none of two layers at 4 bits.
    return {fiveLayers(), generatorOf({linear("a", 8, 8), linear("b", 8, 8)})};
}

/// Words of English that German has not and names have not.
QString leftEnglish(const QString &text)
{
    static const QRegularExpression words(
        QStringLiteral("\\b(the|with|against|times|layers?|which|without|bits? of|"
                       "measured|comparisons|difference|bound|apart|float is|it has|codes hold|as "
                       "much|all but|every|rules|left for)\\b"),
        QRegularExpression::CaseInsensitiveOption);
    return words.match(text).captured();
}

} // namespace

/// What a recipe says, in the user's language.
class TestRecipeWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cellsAreReadAsTheyAre()
    {
        QLocale::setDefault(QLocale::c());
        const RecipeCell number(1.2345);
        QCOMPARE(recipeCellText(number, RecipeColumnKind::Value), QString("1.234"));
        QCOMPARE(recipeCellText(number, RecipeColumnKind::TimesSmaller), QString("1.23"));
        QCOMPARE(recipeCellText(RecipeCell(0.5), RecipeColumnKind::LevelsUsed), QString("50.0 %"));
        QCOMPARE(recipeCellText(RecipeCell(MetricInterval{-1, 2}), RecipeColumnKind::Interval),
                 QString("-1.000 to 2.000"));
        QCOMPARE(recipeCellText({}, RecipeColumnKind::Value), QString("–"));
    }

    void englishIsWhatCoreSays()
    {
        for (const RecipeKind kind : recipeKinds())
            for (const GeneratorInfo &info : generatorsFor(kind))
                for (const std::vector<RecipeRow> &rows : allRowsFor(kind, info))
                    for (const RecipeClaim &claim : judge(kind, info.layers, rows))
                        QCOMPARE(recipeReason(claim.reason), QString::fromStdString(claim.reason));
    }

    void germanLeavesNoEnglish_data()
    {
        QTest::addColumn<int>("recipe");
        for (const RecipeKind kind : recipeKinds())
            QTest::newRow(qPrintable(recipeName(kind))) << int(kind);
    }
    void germanLeavesNoEnglish()
    {
        if (!languages().contains("de"))
            QSKIP("Built without translations.");
        installTranslations(*qApp, "de");
        QFETCH(int, recipe);
        const auto kind = static_cast<RecipeKind>(recipe);
        const GeneratorInfo info = fiveLayers();
        const std::vector<RecipeRow> rows = rowsFor(kind, info);
        QStringList texts{coreText(sourceOf(kind))};
        for (const RecipeRow &row : rows)
            texts.append(recipeTitle(row.configuration));
        for (const GeneratorInfo &one : generatorsFor(kind)) {
            for (const std::string &note : recipeFor(kind, one).notes)
                texts.append(coreText(note));
            for (const std::vector<RecipeRow> &some : allRowsFor(kind, one))
                for (const RecipeClaim &claim : judge(kind, one.layers, some))
                    texts += {verdictName(claim.verdict), claimByText(claim.by),
                              coreText(claim.claim), recipeReason(claim.reason)};
        }
        for (const RecipeClaim &claim : judge(kind, info.layers, {}))
            texts.append(recipeReason(claim.reason));
        const std::vector<RecipeRow> eightBits{rowsFor(RecipeKind::Andreev, info).front()};
        for (const RecipeClaim &claim : judge(RecipeKind::Andreev, {}, eightBits))
            texts.append(recipeReason(claim.reason));
        std::vector<RecipeRow> drawn = rows;
        for (RecipeRow &row : drawn)
            row.report.inputs = MetricInputs::DrawnPictures;
        for (const RecipeClaim &claim : judge(kind, info.layers, drawn))
            texts.append(recipeReason(claim.reason));
        for (const QString &text : std::as_const(texts))
            QVERIFY2(leftEnglish(text).isEmpty(), qPrintable(text));
    }
};

QTEST_GUILESS_MAIN(TestRecipeWords)

#include "tst_recipe_words.moc"

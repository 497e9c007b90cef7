// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

// After Qt's headers: moc stumbles over <compare> as the first header of a file.
#include "analysis/recipe.h"
#include "analysis/redundancy.h"
#include "base/error.h"
#include "each_builtin_generator.h"
#include "made_up_layers.h"
#include "session/session.h"

#include <algorithm>
#include <set>

using namespace quantloupe;
using namespace made_up_layers;

namespace {

const RecipeConfiguration *find(const Recipe &recipe, std::string_view role)
{
    for (const RecipeConfiguration &one : recipe.configurations)
        if (std::ranges::count(one.roles, role) > 0)
            return &one;
    return nullptr;
}

/// Weight and activation of each layer, in order: "w4,a8 w1,afloat".
QString settings(const Recipe &recipe, const GeneratorInfo &info, std::string_view role)
{
    const RecipeConfiguration *one = find(recipe, role);
    if (!one)
        return "no such role";
    QStringList texts;
    for (const LayerInfo &layer : info.layers) {
        const LayerQuantSpec &spec = one->config.spec(layer.name);
        texts.append(QString::fromStdString(toText(spec.weight) + "," + toText(spec.activation)));
    }
    return texts.join(' ');
}

/// Every role once, every configuration once, no layer that the generator lacks.
void checkSound(const Recipe &recipe, const GeneratorInfo &info)
{
    std::set<std::string> roles;
    QVERIFY(!recipe.configurations.empty());
    for (std::size_t i = 0; i < recipe.configurations.size(); ++i) {
        const RecipeConfiguration &one = recipe.configurations[i];
        QVERIFY(!one.title.empty() && !one.roles.empty() && !one.config.isFloat());
        for (const std::string &role : one.roles)
            QVERIFY2(roles.insert(role).second, role.c_str());
        for (std::size_t j = 0; j < i; ++j)
            QVERIFY2(!(recipe.configurations[j].config == one.config), one.title.c_str());
        for (const auto &[layer, spec] : one.config.layers())
            QVERIFY2(info.layer(layer), layer.c_str());
    }
}

GeneratorInfo generatorOfLinear(const QStringList &names)
{
    std::vector<LayerInfo> layers;
    for (const QString &name : names)
        layers.push_back(linear(name.toStdString(), 8, 8));
    return generatorOf(std::move(layers));
}

} // namespace

/// Which configurations the papers' experiments come to.
class TestRecipes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void builtinGenerators_data() { test::addBuiltinGenerators(); }
    void builtinGenerators()
    {
        QFETCH(QString, path);
        Session session;
        const GeneratorPtr generator = session.open({path.toStdString(), {}, {}, {}, false}, {});
        for (const RecipeKind kind : recipeKinds())
            checkSound(recipeFor(kind, info(*generator)), info(*generator));
    }

    void quantizersThatTakeTheBits()
    {
        const GeneratorInfo info = dcgan();
        const Recipe recipe = recipeFor(RecipeKind::Qgan, info);
        checkSound(recipe, info);
        // Log and tanh do not take one bit.
        QCOMPARE(recipe.configurations.size(), 2U + 4U + 4U);
        QVERIFY(find(recipe, "em-1") && find(recipe, "extremes-1") && !find(recipe, "tanh-1"));
        for (const char *method : {"em", "extremes"})
            QCOMPARE(settings(recipe, info, (std::string(method) + "-2").c_str()),
                     QStringList(4, QString("w2:%1:tensor,afloat").arg(method)).join(' '));
    }

    void binaryLayers()
    {
        const GeneratorInfo info = dcgan();
        const Recipe recipe = recipeFor(RecipeKind::PbGen, info);
        checkSound(recipe, info);
        const QString one = "w1,afloat";
        const QString no = "wfloat,afloat";
        QCOMPARE(settings(recipe, info, "all"), QStringList({one, one, one, one}).join(' '));
        QCOMPARE(settings(recipe, info, "all-but-last"),
                 QStringList({one, one, one, no}).join(' '));
        QCOMPARE(settings(recipe, info, "alone:up2"), QStringList({no, no, one, no}).join(' '));
        for (const RedundancyMeasure measure : redundancyMeasures()) {
            const std::vector<std::size_t> order = redundancyOrder(measure, info.layers);
            QStringList expected(4, no);
            for (std::size_t n = 1; n <= order.size(); ++n) {
                expected[qsizetype(order[n - 1])] = one;
                QCOMPARE(
                    settings(recipe, info, std::string(name(measure)) + ":" + std::to_string(n)),
                    expected.join(' '));
            }
        }
    }

    void sameConfigurationsRunOnce()
    {
        const Recipe recipe = recipeFor(RecipeKind::PbGen, dcgan());
        const RecipeConfiguration *all = find(recipe, "all");
        // Where every measure ends.
        QVERIFY(all && all == find(recipe, "map-ratio:4") && all == find(recipe, "fan-in:4"));
        QCOMPARE(all->roles.size(), 1 + redundancyMeasures().size());
        QCOMPARE(find(recipe, "map-ratio:1"), find(recipe, "alone:colour"));
        // 2 + 4 alone + 4 measures with 2 steps that neither are alone nor all, at most.
        QVERIFY(recipe.configurations.size() <= 2U + 4U + 4U * 2U);
    }

    void oneLayer()
    {
        const GeneratorInfo info = generatorOf({linear("fc", 8, 768)});
        const Recipe recipe = recipeFor(RecipeKind::PbGen, info);
        QCOMPARE(recipe.configurations.size(), 1U);
        QVERIFY(find(recipe, "all"));
    }

    void eightBitActivations()
    {
        const GeneratorInfo info = dcgan();
        const Recipe recipe = recipeFor(RecipeKind::Andreev, info);
        checkSound(recipe, info);
        // The latent is the network's own input.
        QCOMPARE(settings(recipe, info, "w8a8"), QString("w8,afloat w8,a8 w8,a8 w8,a8"));
        QCOMPARE(settings(recipe, info, "w4a8"), QString("w8,afloat w4,a8 w4,a8 w8,a8"));
        QCOMPARE(settings(recipe, info, "w4a8-plain"), QString("w4,afloat w4,a8 w4,a8 w4,a8"));
        QVERIFY(QString::fromStdString(recipe.notes.front()).contains("project"));
    }

    void fourBitsWhereTheRulesLeaveNoLayer_data()
    {
        QTest::addColumn<QStringList>("names");
        QTest::newRow("one layer") << QStringList{"fc"};
        QTest::newRow("first and last") << QStringList{"project", "colour"};
        QTest::newRow("first, styles and last")
            << QStringList{"conv", "mapping.fc0", "torgb", "last"};
    }
    void fourBitsWhereTheRulesLeaveNoLayer()
    {
        QFETCH(QStringList, names);
        const GeneratorInfo info = generatorOfLinear(names);
        const Recipe recipe = recipeFor(RecipeKind::Andreev, info);
        checkSound(recipe, info);
        // 8 bits everywhere are no W4A8.
        QCOMPARE(recipe.configurations.size(), 2U);
        QVERIFY(!find(recipe, "w4a8"));
        const qsizetype count = names.size();
        QCOMPARE(settings(recipe, info, "w8a8"), QStringList(count, "w8,a8").join(' '));
        QCOMPARE(settings(recipe, info, "w4a8-plain"), QStringList(count, "w4,a8").join(' '));
        QCOMPARE(recipe.notes,
                 std::vector<std::string>{"The rules keep every layer at 8 bits, so that W4A8 is "
                                          "measured in every layer."});
    }

    void unquantizedOperationsAreTold()
    {
        GeneratorInfo info = dcgan();
        info.unquantized = {{"softmax", 1}, {"tanh", 1}};
        const Recipe recipe = recipeFor(RecipeKind::Andreev, info);
        QVERIFY(QString::fromStdString(recipe.notes.back()).contains("softmax, tanh"));
    }

    void stylePartsKeepEightBits_data()
    {
        QTest::addColumn<QStringList>("names");
        QTest::newRow("NVIDIA") << QStringList{"mapping.fc0",
                                               "mapping.fc1",
                                               "synthesis.b4.conv0.affine",
                                               "synthesis.b4.conv0",
                                               "synthesis.b4.torgb.affine",
                                               "synthesis.b4.torgb"};
        QTest::newRow("the other") << QStringList{"style.1",
                                                  "style.2",
                                                  "conv1.conv.modulation",
                                                  "conv1.conv",
                                                  "to_rgb1.conv.modulation",
                                                  "to_rgb1.conv"};
    }
    void stylePartsKeepEightBits()
    {
        QFETCH(QStringList, names);
        const GeneratorInfo info = generatorOfLinear(names);
        const Recipe recipe = recipeFor(RecipeKind::Andreev, info);
        QCOMPARE(settings(recipe, info, "w4a8"), QString("w8,a8 w8,a8 w8,a8 w4,a8 w8,a8 w8,a8"));
        QVERIFY(QString::fromStdString(recipe.notes.back()).contains("styles"));
    }

    void aNameAloneMakesNoStyle()
    {
        const GeneratorInfo info =
            generatorOf({linear("a", 8, 8), linear("mapping", 8, 8), linear("b", 8, 8)});
        const Recipe recipe = recipeFor(RecipeKind::Andreev, info);
        QCOMPARE(settings(recipe, info, "w4a8"), QString("w8,a8 w4,a8 w8,a8"));
    }

    void namesAndRefusals()
    {
        for (const RecipeKind kind : recipeKinds()) {
            QCOMPARE(parseRecipe(name(kind)), kind);
            QVERIFY(!paperOf(kind).empty());
            QVERIFY(sourceOf(kind).find("Ours: ") != std::string_view::npos);
        }
        try {
            parseRecipe("qan");
            QFAIL("accepted");
        } catch (const Error &error) {
            QCOMPARE(QString(error.what()),
                     QString("There is no recipe 'qan'; there are qgan, pbgen, andreev."));
        }
        QVERIFY_THROWS_EXCEPTION(Error, recipeFor(RecipeKind::PbGen, generatorOf({})));
    }
};

QTEST_GUILESS_MAIN(TestRecipes)
#include "tst_recipes.moc"

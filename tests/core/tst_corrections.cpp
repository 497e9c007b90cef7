// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "quant/correction_rules.h"
#include "quant/quant_config.h"
#include "quant/size_report.h"

#include <QTest>

using namespace quantloupe;

namespace {

std::vector<LayerInfo> network()
{
    std::vector<LayerInfo> layers(4);
    const char *const names[] = {"fc", "conv1", "conv2", "to[rgb]"};
    for (std::size_t i = 0; i < layers.size(); ++i)
        layers[i].name = names[i];
    return layers;
}

CorrectionChoice chosen(std::initializer_list<const char *> rules)
{
    CorrectionChoice choice;
    for (const char *rule : rules)
        applyCorrectionRule(choice, network(), parseCorrectionRule(rule));
    return choice;
}

std::vector<std::string> onLayers(const CorrectionChoice &choice, Correction correction)
{
    std::vector<std::string> names;
    for (const LayerInfo &layer : network())
        if (choice.isOn(correction, layer.name))
            names.push_back(layer.name);
    return names;
}

using Names = std::vector<std::string>;

} // namespace

/// Which corrections are wanted where, and how that is written.
class TestCorrections : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theGeneratorAndItsExceptions();
    void equalChoicesCompareEqual();
    void rulesAreReadAndWritten_data();
    void rulesAreReadAndWritten();
    void brokenRulesChangeNothing();
    void everyCorrectionNamesItsSource();
    void onlyQuantizedLayersAreCorrected();
    void addedBiasesCount();
};

void TestCorrections::theGeneratorAndItsExceptions()
{
    CorrectionChoice choice;
    QVERIFY(choice.isEmpty());
    choice.setEverywhere(Correction::Bias, true);
    choice.set(Correction::Bias, "conv1", false);
    QVERIFY(onLayers(choice, Correction::Bias) == Names({"fc", "conv2", "to[rgb]"}));
    QVERIFY(choice.isOn(Correction::Bias, "a layer of another generator"));
    QVERIFY(onLayers(choice, Correction::ReestimateNorm).empty());
    choice.setEverywhere(Correction::Bias, true);
    QCOMPARE(onLayers(choice, Correction::Bias).size(), 4U);
    choice.setEverywhere(Correction::Bias, false);
    QVERIFY(choice.isEmpty());
}

void TestCorrections::equalChoicesCompareEqual()
{
    CorrectionChoice there;
    there.set(Correction::Bias, "fc", true);
    QVERIFY(!(there == CorrectionChoice()));
    there.set(Correction::Bias, "fc", false);
    QVERIFY(there == CorrectionChoice());
    QuantConfig plain;
    QuantConfig corrected;
    corrected.setCorrections(chosen({"bias-correction"}));
    QVERIFY(!(plain == corrected));
}

void TestCorrections::rulesAreReadAndWritten_data()
{
    QTest::addColumn<QStringList>("rules");
    QTest::addColumn<QStringList>("layers");
    QTest::newRow("none") << QStringList() << QStringList();
    QTest::newRow("everywhere") << QStringList{"bias-correction"}
                                << QStringList{"fc", "conv1", "conv2", "to[rgb]"};
    QTest::newRow("a glob") << QStringList{"bias-correction=conv*"}
                            << QStringList{"conv1", "conv2"};
    QTest::newRow("all but") << QStringList{"bias-correction", "bias-correction=except:conv?"}
                             << QStringList{"fc", "to[rgb]"};
    QTest::newRow("a name of brackets")
        << QStringList{"bias-correction", "bias-correction=except:position:last"}
        << QStringList{"fc", "conv1", "conv2"};
}

void TestCorrections::rulesAreReadAndWritten()
{
    QFETCH(QStringList, rules);
    QFETCH(QStringList, layers);
    CorrectionChoice choice;
    for (const QString &rule : rules)
        applyCorrectionRule(choice, network(), parseCorrectionRule(rule.toStdString()));
    Names expected;
    for (const QString &layer : layers)
        expected.push_back(layer.toStdString());
    QVERIFY(onLayers(choice, Correction::Bias) == expected);
    CorrectionChoice again;
    for (const CorrectionRule &rule : correctionRules(choice))
        applyCorrectionRule(again, network(), parseCorrectionRule(toText(rule)));
    QVERIFY(again == choice);
}

void TestCorrections::brokenRulesChangeNothing()
{
    CorrectionChoice choice = chosen({"bias-correction"});
    for (const char *rule :
         {"bias-correction=nothing*", "bias-correction=re:(", "bias-correction=", "wish"})
        QVERIFY_THROWS_EXCEPTION(Error,
                                 applyCorrectionRule(choice, network(), parseCorrectionRule(rule)));
    QVERIFY(choice == chosen({"bias-correction"}));
}

void TestCorrections::everyCorrectionNamesItsSource()
{
    for (const Correction each : corrections()) {
        QCOMPARE(correctionNamed(name(each)), std::optional(each));
        const QString source = QString::fromUtf8(sourceOf(each).data());
        QVERIFY2(source.contains("et al."), name(each).data());
    }
}

void TestCorrections::onlyQuantizedLayersAreCorrected()
{
    QuantConfig config;
    config.setCorrections(chosen({"bias-correction"}));
    QVERIFY(!config.corrects(Correction::Bias, "fc"));
    LayerQuantSpec spec;
    spec.weight = weightSpecOfBits(4);
    config.set("fc", spec);
    QVERIFY(config.corrects(Correction::Bias, "fc"));
    QVERIFY(!config.corrects(Correction::ReestimateNorm, "fc"));
    QVERIFY(!config.corrects(Correction::Bias, "conv1"));
}

void TestCorrections::addedBiasesCount()
{
    const LayerSize with{"with", 64, 8, 4, 0, true};
    const LayerSize without{"without", 64, 8, 4, 0, false};
    const std::array layers = {with, without};
    QuantConfig config;
    LayerQuantSpec spec;
    spec.weight = weightSpecOfBits(4);
    for (const LayerSize &layer : layers)
        config.set(layer.name, spec);
    const SizeReport plain = sizeReport(layers, {}, config);
    config.setCorrections(chosen({"bias-correction"}));
    const SizeReport corrected = sizeReport(layers, {}, config);
    QCOMPARE(corrected.layers[0].bytes, plain.layers[0].bytes);
    QCOMPARE(corrected.layers[1].bytes, plain.layers[1].bytes + 8 * 4);
    QCOMPARE(corrected.bytes, plain.bytes + 8 * 4);
    QCOMPARE(corrected.floatBytes, plain.floatBytes);
}

QTEST_APPLESS_MAIN(TestCorrections)
#include "tst_corrections.moc"

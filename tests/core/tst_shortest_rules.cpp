// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/hash.h"
#include "quant/shortest_rules.h"

#include <QTest>

using namespace quantloupe;

namespace {

using Names = std::vector<std::string>;

const Names kNames = {"fc",   "t_conv1", "t_conv2", "t_conv3", "rgb[0]*",
                      "re:x", "kind:x",  "main.1",  "main.10"};

/// The first one reads the network's own input.
std::vector<LayerInfo> makeLayers()
{
    std::vector<LayerInfo> layers;
    for (const std::string &name : kNames) {
        LayerInfo layer;
        layer.name = name;
        layer.readsNetworkInput = layers.empty();
        layers.push_back(layer);
    }
    return layers;
}

const std::vector<LayerInfo> kLayers = makeLayers();

QuantConfig configOf(const Names &rules)
{
    QuantConfig config;
    std::vector<SpecRule> parsed;
    for (const std::string &rule : rules)
        parsed.push_back(parseSpecRule(rule));
    applySpecRules(config, kLayers, parsed);
    return config;
}

/// One setting out of few, so that layers share them.
LayerQuantSpec randomSpec(std::uint64_t number)
{
    static const char *const kSpecs[] = {"wfloat",       "w4,a8",         "w4", "w8:minmax:tensor",
                                         "w4,a8:minmax", "afloat,wfloat", "a8", "w1"};
    return parseSpec(kSpecs[number % std::size(kSpecs)]).spec;
}

} // namespace

class TestShortestRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knownOnes_data();
    void knownOnes();
    void randomOnesGiveTheSameConfiguration();
};

void TestShortestRules::knownOnes_data()
{
    QTest::addColumn<QStringList>("given");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("float") << QStringList() << QStringList();
    QTest::newRow("all alike") << QStringList{"*=w4"} << QStringList{"*=w4"};
    QTest::newRow("one layer") << QStringList{"t_conv2=w3:minmax"}
                               << QStringList{"t_conv2=w3:minmax"};
    QTest::newRow("one differs") << QStringList{"*=w4", "main.1=w8"}
                                 << QStringList{"*=w4", "main.1=w8"};
    QTest::newRow("only the other site is said")
        << QStringList{"*=w4,a8", "main.1=w8"} << QStringList{"*=w4,a8", "main.1=w8"};
    QTest::newRow("the network's input stays float by '*'")
        << QStringList{"*=w4,a8"} << QStringList{"*=w4,a8"};
    QTest::newRow("the network's input is quantized")
        << QStringList{"*=w4,a8", "fc=a8"} << QStringList{"*=w4,a8", "fc=a8"};
    QTest::newRow("a common beginning") << QStringList{"t_*=w2"} << QStringList{"t_conv*=w2"};
    QTest::newRow("signs of globs") << QStringList{"rgb\\[0\\]\\*=w2", "\\kind:x=w3", "\\re:x=w3"}
                                    << QStringList{"rgb\\[0\\]\\*=w2", "\\kind:x=w3", "\\re:x=w3"};
}

void TestShortestRules::knownOnes()
{
    QFETCH(QStringList, given);
    QFETCH(QStringList, expected);
    Names rules;
    for (const QString &rule : given)
        rules.push_back(rule.toStdString());
    QStringList found;
    for (const std::string &rule : shortestRules(configOf(rules), kLayers))
        found.append(QString::fromStdString(rule));
    QCOMPARE(found, expected);
}

void TestShortestRules::randomOnesGiveTheSameConfiguration()
{
    for (int round = 0; round < 500; ++round) {
        QuantConfig config;
        for (const std::string &layer : kNames)
            config.set(layer, randomSpec(mixHash(round, layer)));
        const Names rules = shortestRules(config, kLayers);
        QVERIFY(rules.size() <= kLayers.size());
        QVERIFY(configOf(rules) == config);
    }
}

QTEST_GUILESS_MAIN(TestShortestRules)
#include "tst_shortest_rules.moc"

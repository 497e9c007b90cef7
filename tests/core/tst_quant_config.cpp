// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "quant/spec_rules.h"

#include <QTest>

using namespace quantloupe;

namespace {

LayerInfo layer(const char *name, LayerKind kind, Shape weightShape)
{
    LayerInfo info;
    info.name = name;
    info.kind = kind;
    info.weightShape = std::move(weightShape);
    return info;
}

std::vector<LayerInfo> network()
{
    std::vector<LayerInfo> layers = {
        layer("fc", LayerKind::Linear, {64, 10}),
        layer("t_conv1", LayerKind::TransposedConvolution, {8, 8, 4, 4}),
        layer("t_conv2", LayerKind::TransposedConvolution, {8, 8, 4, 4}),
        layer("t_conv3", LayerKind::TransposedConvolution, {8, 8, 3, 3}),
        layer("rgb.weight", LayerKind::Convolution, {3, 8, 3, 3}),
        layer("x", LayerKind::Convolution, {3, 3, 1, 3})};
    layers.front().readsNetworkInput = true;
    return layers;
}

std::vector<RuleOutcome> apply(QuantConfig &config, std::initializer_list<const char *> texts)
{
    std::vector<SpecRule> rules;
    for (const char *text : texts)
        rules.push_back(parseSpecRule(text));
    return applySpecRules(config, network(), rules);
}

std::string settingOf(const QuantConfig &config, std::string_view layer)
{
    return toText(config.spec(layer).weight) + "," + toText(config.spec(layer).activation);
}

} // namespace

class TestQuantConfig : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void floatByDefault();
    void settingAndErasing();
    void equalityIgnoresHistory();
    void invalidSettings();
    void rulesSplitAtTheRightSign_data();
    void rulesSplitAtTheRightSign();
    void rulesThatAreNone();
    void laterWins();
    void globs_data();
    void globs();
    void starLeavesOutTheNetworkInput();
    void aPatternWithoutMatch();
    void propertiesMeanTheirLayers();
    void brokenPropertiesSayWhatThereIs();
};

void TestQuantConfig::floatByDefault()
{
    const QuantConfig config;
    QVERIFY(config.isFloat());
    QVERIFY(config.spec("anything").isFloat());
}

void TestQuantConfig::settingAndErasing()
{
    QuantConfig config;
    LayerQuantSpec spec;
    spec.weight = weightSpecOfBits(4);
    config.set("b", spec);
    config.set("a", spec);
    QVERIFY(config.spec("a") == spec);
    QCOMPARE(config.layers().begin()->first, std::string("a"));
    config.set("b", {});
    QCOMPARE(config.layers().size(), std::size_t{1});
    config.set("a", {});
    QVERIFY(config.isFloat());
}

void TestQuantConfig::equalityIgnoresHistory()
{
    LayerQuantSpec spec;
    spec.weight = {WeightMethod::Mse, 4, MappingType::Asymmetric};
    LayerQuantSpec same = spec;
    same.weight.range = CodeRange::Full;
    same.activation.percentile = 0.1;
    QuantConfig a;
    QuantConfig b;
    a.set("l", spec);
    b.set("other", spec);
    b.set("l", same);
    QVERIFY(!(a == b));
    b.set("other", {});
    QVERIFY(a == b);
}

void TestQuantConfig::invalidSettings()
{
    QuantConfig config;
    LayerQuantSpec spec;
    spec.weight.bits = 5;
    QVERIFY_THROWS_EXCEPTION(Error, config.set("l", spec));
    QVERIFY(config.isFloat());
}

void TestQuantConfig::rulesSplitAtTheRightSign_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("pattern");
    QTest::addColumn<QByteArray>("setting");
    QTest::newRow("plain") << QByteArray("*=w4") << QByteArray("*") << QByteArray("w4,afloat");
    QTest::newRow("percentile") << QByteArray("*=w4,a8:percentile=0.01") << QByteArray("*")
                                << QByteArray("w4,a8:percentile=0.01");
    QTest::newRow("percentile first") << QByteArray("c*=a8:percentile=0.01,w4") << QByteArray("c*")
                                      << QByteArray("w4,a8:percentile=0.01");
    QTest::newRow("sign in the pattern")
        << QByteArray("re:(?:=|t).*=w8") << QByteArray("re:(?:=|t).*") << QByteArray("w8,afloat");
    QTest::newRow("name with a sign")
        << QByteArray("a=b=a4") << QByteArray("a=b") << QByteArray("wfloat,a4");
    QTest::newRow("space") << QByteArray("x= w3") << QByteArray("x") << QByteArray("w3,afloat");
}

void TestQuantConfig::rulesSplitAtTheRightSign()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, pattern);
    QFETCH(QByteArray, setting);
    const SpecRule rule = parseSpecRule(text.toStdString());
    QCOMPARE(QByteArray::fromStdString(rule.pattern), pattern);
    const std::string written =
        toText(rule.edit.spec.weight) + "," + toText(rule.edit.spec.activation);
    QCOMPARE(QByteArray::fromStdString(written), setting);
}

void TestQuantConfig::rulesThatAreNone()
{
    for (const char *text : {"", "w4", "*", "*=", "=w4", "*=4", "*:w4", "*=w4x", "*=x,w4"})
        try {
            parseSpecRule(text);
            QFAIL(text);
        } catch (const Error &error) {
            QCOMPARE(error.kind(), ErrorKind::BadInput);
        }
}

void TestQuantConfig::laterWins()
{
    QuantConfig config;
    const auto outcomes = apply(config, {"*=w4,a8:mse", "t_conv3*=w8", "fc*=wfloat"});
    QCOMPARE(outcomes.size(), std::size_t{3});
    QCOMPARE(outcomes[0].matches, 6);
    QCOMPARE(outcomes[1].matches, 1);
    QCOMPARE(settingOf(config, "t_conv1"), std::string("w4,a8:mse"));
    // A site a rule does not name keeps its setting.
    QCOMPARE(settingOf(config, "t_conv3"), std::string("w8,a8:mse"));
    QCOMPARE(settingOf(config, "fc"), std::string("wfloat,afloat"));
    QVERIFY(!config.layers().contains("fc"));
}

void TestQuantConfig::globs_data()
{
    QTest::addColumn<QByteArray>("pattern");
    QTest::addColumn<int>("matches");
    QTest::newRow("star") << QByteArray("t_conv*") << 3;
    QTest::newRow("question mark") << QByteArray("?") << 1;
    QTest::newRow("set") << QByteArray("t_conv[13]") << 2;
    QTest::newRow("negated set") << QByteArray("t_conv[!1]") << 2;
    QTest::newRow("whole names") << QByteArray("conv*1") << -1;
    QTest::newRow("dot is a letter") << QByteArray("rgb?weight") << 1;
    QTest::newRow("regex") << QByteArray("re:t_conv(1|2)") << 2;
    QTest::newRow("regex matches whole names") << QByteArray("re:conv") << -1;
    QTest::newRow("regex with dot") << QByteArray("re:rgb\\.w.*") << 1;
    QTest::newRow("broken regex") << QByteArray("re:(") << -1;
    QTest::newRow("kind") << QByteArray("kind:linear") << 1;
    QTest::newRow("transposed") << QByteArray("kind:transposed") << 3;
    QTest::newRow("convolutions are not transposed") << QByteArray("kind:convolution") << 2;
    QTest::newRow("short kind") << QByteArray("kind:conv") << 2;
    QTest::newRow("kind of no layer") << QByteArray("kind:embedding") << -1;
    QTest::newRow("no kind") << QByteArray("kind:pooling") << -1;
    QTest::newRow("kernel of both convolutions") << QByteArray("3x3") << 2;
    QTest::newRow("kernel that is not square") << QByteArray("1x3") << 1;
    QTest::newRow("a linear layer has no kernel") << QByteArray("64x10") << -1;
    QTest::newRow("first") << QByteArray("position:first") << 1;
    QTest::newRow("last") << QByteArray("position:last") << 1;
    QTest::newRow("no position") << QByteArray("position:2") << -1;
}

void TestQuantConfig::globs()
{
    QFETCH(QByteArray, pattern);
    QFETCH(int, matches);
    QuantConfig config;
    int found = -1;
    try {
        found = apply(config, {(pattern + "=w4").constData()})[0].matches;
    } catch (const Error &error) {
        QCOMPARE(error.kind(), ErrorKind::BadInput);
    }
    QCOMPARE(found, matches);
}

void TestQuantConfig::starLeavesOutTheNetworkInput()
{
    QuantConfig config;
    const auto outcomes = apply(config, {"*=w4,a8"});
    QCOMPARE(outcomes[0].leftOut, std::vector<std::string>({"fc"}));
    QCOMPARE(settingOf(config, "fc"), std::string("w4,afloat"));
    QCOMPARE(settingOf(config, "x"), std::string("w4,a8"));
    QVERIFY(apply(config, {"fc=a4"})[0].leftOut.empty());
    QCOMPARE(settingOf(config, "fc"), std::string("w4,a4"));
    // What was set by name stays under a later '*'.
    QCOMPARE(apply(config, {"**=a6"})[0].leftOut, std::vector<std::string>({"fc"}));
    QCOMPARE(settingOf(config, "fc"), std::string("w4,a4"));
    QVERIFY(apply(config, {"*=w5"})[0].leftOut.empty());
    QVERIFY(apply(config, {"f*=a5"})[0].leftOut.empty());
    QCOMPARE(settingOf(config, "fc"), std::string("w5,a5"));
}

void TestQuantConfig::aPatternWithoutMatch()
{
    QuantConfig config;
    try {
        apply(config, {"*=w4", "missing*=w8"});
        QFAIL("accepted");
    } catch (const Error &error) {
        const std::string message = error.what();
        QCOMPARE(error.kind(), ErrorKind::BadInput);
        QVERIFY(message.find("missing*") != std::string::npos);
        QVERIFY(message.find("t_conv1") != std::string::npos);
    }
    QVERIFY(config.isFloat());
}

void TestQuantConfig::propertiesMeanTheirLayers()
{
    QuantConfig config;
    apply(config, {"*=w8", "4x4=w4", "position:first=w5,a6", "position:last=wfloat"});
    QCOMPARE(settingOf(config, "fc"), std::string("w5,a6"));
    QCOMPARE(settingOf(config, "t_conv2"), std::string("w4,afloat"));
    QCOMPARE(settingOf(config, "t_conv3"), std::string("w8,afloat"));
    QVERIFY(config.spec("x").isFloat());
}

void TestQuantConfig::brokenPropertiesSayWhatThereIs()
{
    const auto reason = [](const char *pattern) {
        try {
            LayerPattern{pattern};
        } catch (const Error &error) {
            return QString::fromUtf8(error.what());
        }
        return QString();
    };
    QVERIFY(reason("kind:pooling").contains("transposed"));
    QVERIFY(reason("position:2").contains("last"));
}

QTEST_GUILESS_MAIN(TestQuantConfig)
#include "tst_quant_config.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "config_json.h"
#include "made_up_configuration.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QtTest>

using namespace config_json;
using namespace quantloupe;
using namespace made_up_configuration;

class TestConfigFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundTrip();
    void documentedKeys();
    void locksAndTiesAreKept();
    void aTieOfTwoSettingsIsRefused();
    void aFileWithoutMarksHasNone();
    void fittedMethods();
    void unknownKeysAreKept();
    void hashFollowsTheContent();
    void mismatchesAreListed();
    void anotherHashIsNoMismatch();
};

void TestConfigFile::roundTrip()
{
    const ConfigFile before = file();
    const std::string text = toJson(before);
    QVERIFY(text.ends_with("}\n"));
    const ConfigFile after = parseConfigFile(text, "c.json");
    QVERIFY(after.config == before.config);
    QVERIFY(after.plan == before.plan);
    QVERIFY(after.calibration == before.calibration);
    QCOMPARE(after.generatorName, before.generatorName);
    QCOMPARE(after.generatorSha256, before.generatorSha256);
    QCOMPARE(after.generatorFormat, before.generatorFormat);
    QCOMPARE(after.architecture, before.architecture);
    QCOMPARE(after.assumptions.size(), 1U);
    QCOMPARE(after.assumptions[0].value, std::string("tanh"));
    QVERIFY(mismatches(after, generator()).empty());
}

void TestConfigFile::documentedKeys()
{
    const QJsonObject json = parsed(toJson(file()));
    QCOMPARE(json["format"].toString(), "quantloupe-configuration");
    QCOMPARE(json["version"].toInt(), 1);
    QCOMPARE(json["generator"]["sha256"].toString(), QString(64, 'a'));
    QCOMPARE(json["generator"]["assumptions"]["activation.final"].toString(), "tanh");
    QCOMPARE(json["samplingPlan"]["labels"].toInt(), 4);
    QCOMPARE(json["samplingPlan"]["truncation"].toDouble(), 0.7);
    QCOMPARE(json["calibration"]["count"].toInt(), 100);
    const QJsonArray layers = json["layers"].toArray();
    QCOMPARE(layers.size(), 3);
    QCOMPARE(layers[0]["name"].toString(), "fc");
    QCOMPARE(layers[0]["weight"]["bits"].toInt(), 3);
    QCOMPARE(layers[0]["weight"]["symmetric"].toBool(), false);
    QCOMPARE(layers[0]["weight"]["granularity"].toString(), "tensor");
    QCOMPARE(layers[0]["activation"]["bits"].toInt(), 6);
    QCOMPARE(layers[1]["weight"]["method"].toString(), "float");
    QCOMPARE(layers[1]["weight"]["axis"].toInt(), 1);
    QCOMPARE(layers[1]["kind"].toString(), "transposed convolution");
    QCOMPARE(layers[2]["weight"]["method"].toString(), "binary");
}

void TestConfigFile::locksAndTiesAreKept()
{
    ConfigFile before = file();
    before.config.set("up", before.config.spec("out"));
    before.marks.setLocked("fc", true);
    before.marks.setTie(std::vector<std::string>{"up", "out"}, "A");
    const std::string text = toJson(before);
    const QJsonArray layers = parsed(text)["layers"].toArray();
    QCOMPARE(layers[0]["locked"].toBool(), true);
    QVERIFY(!layers[0].toObject().contains("tie"));
    QCOMPARE(layers[1]["locked"].toBool(true), false);
    QCOMPARE(layers[2]["tie"].toString(), "A");
    QVERIFY(parseConfigFile(text, "c.json").marks == before.marks);
    before.marks.setTie(std::vector<std::string>{"up"}, {});
    QVERIFY(before.marks.ties().empty());
}

void TestConfigFile::aTieOfTwoSettingsIsRefused()
{
    ConfigFile before = file();
    before.marks.setTie(std::vector<std::string>{"fc", "out"}, "A");
    try {
        parseConfigFile(toJson(before), "c.json");
        QFAIL("accepted");
    } catch (const Error &error) {
        const QString message = QString::fromUtf8(error.what());
        QVERIFY2(message.contains("fc") && message.contains("out"), qPrintable(message));
    }
}

void TestConfigFile::aFileWithoutMarksHasNone()
{
    QJsonObject json = parsed(toJson(file()));
    QJsonArray layers = json["layers"].toArray();
    for (QJsonValueRef value : layers) {
        QJsonObject layer = value.toObject();
        layer.remove("locked");
        value = layer;
    }
    json["layers"] = layers;
    const ConfigFile read = parseConfigFile(written(json), "c.json");
    QVERIFY(read.marks == LayerMarks());
    QVERIFY(read.config == configuration());
}

void TestConfigFile::fittedMethods()
{
    ConfigFile before = file();
    for (const char *text : {"w2:em", "w3:kmeans:tensor", "w4:log", "w5:tanh", "w6:pow2:full"}) {
        before.config.set("up", parseSpec(text).spec);
        QVERIFY(parseConfigFile(toJson(before), "c.json").config == before.config);
    }
    before.config.set("up", parseSpec("w2:em").spec);
    const QJsonObject json = parsed(toJson(before));
    QCOMPARE(json["layers"][1]["weight"]["method"].toString(), "em");
    // Its levels need not mirror each other.
    QCOMPARE(json["layers"][1]["weight"]["symmetric"].toBool(), false);
}

void TestConfigFile::unknownKeysAreKept()
{
    QJsonObject json = parsed(toJson(file()));
    json["notes"] = QJsonObject{{"author", "someone"}};
    json["future"] = QJsonArray{1, 2};
    ConfigFile read = parseConfigFile(written(json), "c.json");
    LayerQuantSpec spec;
    spec.weight = weightSpecOfBits(8);
    read.config.set("up", spec);
    const QJsonObject again = parsed(toJson(read));
    QCOMPARE(again["notes"]["author"].toString(), "someone");
    QCOMPARE(again["future"].toArray().size(), 2);
    QCOMPARE(again["layers"][1]["weight"]["bits"].toInt(), 8);
}

void TestConfigFile::hashFollowsTheContent()
{
    const auto hash = [](const ConfigFile &f) { return parsed(toJson(f))["sha256"].toString(); };
    const QString first = hash(file());
    QCOMPARE(first.size(), 64);
    QCOMPARE(hash(file()), first);
    QCOMPARE(hash(parseConfigFile(toJson(file()), "c.json")), first);
    ConfigFile other = file();
    other.config.set("up", {weightSpecOfBits(8), {}});
    QVERIFY(hash(other) != first);
    other = file();
    other.calibration.seed = 10;
    QVERIFY(hash(other) != first);
    other = file();
    other.plan.truncation = 0.5;
    QVERIFY(hash(other) != first);
}

void TestConfigFile::mismatchesAreListed()
{
    GeneratorInfo info = generator();
    info.name = "other.pt";
    info.layers[0].weightShape = {256, 100};
    info.layers[1].kind = LayerKind::Convolution;
    info.layers[2].name = "last";
    const std::vector<std::string> differences = mismatches(file(), info);
    QCOMPARE(differences.size(), 4U);
    const auto says = [&](std::size_t i, const char *a, const char *b) {
        const QString text = QString::fromStdString(differences[i]);
        return text.contains(a) && text.contains(b) && text.endsWith('.');
    };
    QVERIFY(says(0, "fc", "256x100") && says(0, "fc", "128x100"));
    QVERIFY(says(1, "up", "transposed convolution"));
    QVERIFY(says(2, "out", "other.pt"));
    QVERIFY(says(3, "last", "configuration"));
}

void TestConfigFile::anotherHashIsNoMismatch()
{
    GeneratorInfo info = generator();
    info.sha256 = std::string(64, 'b');
    info.name = "retrained.pth";
    QVERIFY(mismatches(file(), info).empty());
    const QString note = QString::fromStdString(otherWeightsNote(file(), info));
    QVERIFY2(note.contains("retrained.pth") && note.contains("other weights"), qPrintable(note));
    QVERIFY(otherWeightsNote(file(), generator()).empty());
}

QTEST_APPLESS_MAIN(TestConfigFile)
#include "tst_config_file.moc"

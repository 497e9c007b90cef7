// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "made_up_configuration.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace quantloupe;
using namespace made_up_configuration;

namespace {

QJsonObject parsed(const std::string &text)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(text)).object();
}

std::string written(const QJsonObject &object)
{
    return QJsonDocument(object).toJson().toStdString();
}

/// With every field of its record.
ConfigFile recordedFile()
{
    ConfigFile made = file();
    ConfigResult fid;
    fid.metric = "FID";
    fid.value = 12.5;
    fid.n = 5000;
    fid.floor = 0.25;
    fid.delta = 1.5;
    fid.interval = MetricInterval{1.25, 2};
    fid.extractor = "inception";
    fid.pipeline = "tf1";
    fid.seed = 18446744073709551615ULL;
    ConfigResult psnr;
    psnr.metric = "PSNR";
    psnr.value = 30;
    psnr.n = 16;
    made.results = {fid, psnr};
    made.provenance = {"quantloupe 9.8.7",
                       "1.13.1",
                       "2.6.0",
                       "A processor @ 2.00GHz",
                       "2025-01-31T09:30:00Z",
                       "quantloupe-cli search faces.pth",
                       std::string(64, 'c')};
    return made;
}

QString refusalOf(const std::string &text)
{
    try {
        parseConfigFile(text, "c.json");
    } catch (const Error &error) {
        return error.kind() == ErrorKind::BadInput ? QString::fromUtf8(error.what()) : QString();
    }
    return {};
}

} // namespace

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
    void originsAreKept();
    void aFileThatSaysNoOriginIsImported();
    void changedLayersTakeTheirOrigin();
    void resultsAndProvenanceAreKept();
    void resultsOfAnotherConfigurationGo();
    void theHashIsThatOfTheContent();
    void hostileRecords_data();
    void hostileRecords();
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

void TestConfigFile::originsAreKept()
{
    ConfigFile before = file();
    before.origins.set("up", SettingOrigin::Sweep);
    before.origins.set("out", SettingOrigin::Search);
    const std::string text = toJson(before);
    const QJsonArray layers = parsed(text)["layers"].toArray();
    QCOMPARE(layers[0]["origin"].toString(), "manual");
    QCOMPARE(layers[1]["origin"].toString(), "sweep");
    QCOMPARE(layers[2]["origin"].toString(), "search");
    QVERIFY(parseConfigFile(text, "c.json").origins == before.origins);
    before.origins.set("up", SettingOrigin::Import);
    QVERIFY(parseConfigFile(toJson(before), "c.json").origins == before.origins);
}

void TestConfigFile::aFileThatSaysNoOriginIsImported()
{
    QJsonObject json = parsed(toJson(file()));
    QJsonArray layers = json["layers"].toArray();
    QJsonObject layer = layers[1].toObject();
    layer.remove("origin");
    layers[1] = layer;
    json["layers"] = layers;
    const ConfigFile read = parseConfigFile(written(json), "c.json");
    QVERIFY(read.origins.of("fc") == SettingOrigin::Manual);
    QVERIFY(read.origins.of("up") == SettingOrigin::Import);
    QCOMPARE(parsed(toJson(read))["layers"][1]["origin"].toString(), "import");
}

void TestConfigFile::changedLayersTakeTheirOrigin()
{
    LayerOrigins origins;
    origins.set("fc", SettingOrigin::Search);
    origins.set("out", SettingOrigin::Search);
    QuantConfig after = configuration();
    after.set("up", {weightSpecOfBits(8), {}});
    after.set("out", {});
    origins.note(configuration(), after, SettingOrigin::Manual);
    QVERIFY(origins.of("fc") == SettingOrigin::Search);
    QVERIFY(origins.of("up") == SettingOrigin::Manual);
    QVERIFY(origins.of("out") == SettingOrigin::Manual);
}

void TestConfigFile::resultsAndProvenanceAreKept()
{
    const ConfigFile before = recordedFile();
    const std::string text = toJson(before);
    const QJsonObject json = parsed(text);
    QCOMPARE(json["results"][0]["metric"].toString(), "FID");
    QCOMPARE(json["results"][0]["interval"][1].toDouble(), 2.0);
    QVERIFY(json["results"][1]["extractor"].isNull());
    QCOMPARE(json["provenance"]["version"].toString(), "quantloupe 9.8.7");
    QCOMPARE(json["provenance"]["onednn"].toString(), "2.6.0");
    QCOMPARE(json["provenance"]["parent"].toString(), QString(64, 'c'));
    const ConfigFile after = parseConfigFile(text, "c.json");
    QVERIFY(after.results == before.results);
    QVERIFY(after.provenance == before.provenance);
    QCOMPARE(toJson(after), text);
    const QJsonObject bare = parsed(toJson(file()));
    QVERIFY(!bare.contains("results") && !bare.contains("provenance"));
}

/// What the file it was read from said of itself is not said of what was made from it.
void TestConfigFile::resultsOfAnotherConfigurationGo()
{
    ConfigFile changed = parseConfigFile(toJson(recordedFile()), "c.json");
    changed.config.set("up", {weightSpecOfBits(8), {}});
    changed.results.clear();
    changed.provenance = {};
    const QJsonObject json = parsed(toJson(changed));
    QVERIFY(!json.contains("results") && !json.contains("provenance"));
}

void TestConfigFile::theHashIsThatOfTheContent()
{
    const auto hash = [](const ConfigFile &f) { return hashIn(toJson(f)); };
    ConfigFile later = recordedFile();
    later.provenance.created = "2026-02-28T10:00:00Z";
    QCOMPARE(hash(later).size(), 64U);
    QCOMPARE(hash(later), hash(recordedFile()));
    later.results[0].value = 13;
    QVERIFY(hash(later) != hash(recordedFile()));
    QVERIFY(hashIn("{\"sha256\": 3}").empty());
    QVERIFY(hashIn("no JSON").empty());
    const QString now = QString::fromStdString(presentTime());
    QCOMPARE(QDateTime::fromString(now, Qt::ISODate).timeSpec(), Qt::UTC);
    QVERIFY(QDateTime::fromString(now, Qt::ISODate).isValid());
}

void TestConfigFile::hostileRecords_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("word");
    const auto row = [](const char *name, const char *from, const char *to, const char *word) {
        QTest::newRow(name) << QString(from) << QString(to) << QString(word);
    };
    row("origin", "\"origin\": \"manual\"", "\"origin\": \"oracle\"", "origin 'oracle'");
    row("origin of another type", "\"origin\": \"manual\"", "\"origin\": 3", "string");
    row("metric", "\"metric\": \"PSNR\"", "\"metric\": \"\"", "name of its metric");
    row("a metric in two lines", "\"metric\": \"PSNR\"", "\"metric\": \"a\\nb\"", "name");
    row("no metric", "\"metric\": \"PSNR\"", "\"metrics\": 1", "name of its metric");
    row("value", "\"value\": 12.5", "\"value\": \"12\"", "FID");
    row("no value", "\"value\": 12.5", "\"value\": null", "FID without a value");
    row("a value too large", "\"value\": 12.5", "\"value\": 1e999", "1e999");
    row("n", "\"n\": 5000", "\"n\": -1", "\"n\"");
    row("a part of a sample", "\"n\": 5000", "\"n\": 0.5", "\"n\"");
    row("floor", "\"floor\": 0.25", "\"floor\": []", "\"floor\"");
    row("delta", "\"delta\": 1.5", "\"delta\": true", "\"delta\"");
    row("interval", "1.25", "9.5", "two numbers in order");
    row("extractor", "\"inception\"", "7", "\"extractor\"");
    row("version", "\"quantloupe 9.8.7\"", "[1]", "\"version\"");
    row("created", "2025-01-31T09:30:00Z", "yesterday", "2025-01-31T09:30:00Z");
    row("parent", "cccc", "gggg", "SHA-256");
    row("command", "quantloupe-cli search", "\\u001b[2J", "\"command\"");
}

void TestConfigFile::hostileRecords()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(QString, word);
    QString text = QString::fromStdString(toJson(recordedFile()));
    QVERIFY2(text.contains(from), qPrintable(text));
    text.replace(text.indexOf(from), from.size(), to);
    const QString message = refusalOf(text.toStdString());
    QVERIFY2(message.startsWith("c.json") && message.contains(word), qPrintable(message));
    QVERIFY2(!message.contains('\n') && message.endsWith('.'), qPrintable(message));
    for (const char *key : {"results", "provenance"}) {
        QJsonObject json = parsed(toJson(recordedFile()));
        json[key] = "all";
        QVERIFY(!refusalOf(written(json)).isEmpty());
    }
}

QTEST_APPLESS_MAIN(TestConfigFile)
#include "tst_config_file.moc"

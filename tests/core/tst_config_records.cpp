// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "config_json.h"
#include "made_up_configuration.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QtTest>

using namespace config_json;
using namespace quantloupe;
using namespace made_up_configuration;

namespace {

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

/// What a configuration file tells of itself: who chose its settings, what was measured, and with
/// what.
class TestConfigRecords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void originsAreKept();
    void aFileThatSaysNoOriginIsImported();
    void changedLayersTakeTheirOrigin();
    void resultsAndProvenanceAreKept();
    void resultsOfAnotherConfigurationGo();
    void theHashIsThatOfTheContent();
    void hostileRecords_data();
    void hostileRecords();
};

void TestConfigRecords::originsAreKept()
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

void TestConfigRecords::aFileThatSaysNoOriginIsImported()
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

void TestConfigRecords::changedLayersTakeTheirOrigin()
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

void TestConfigRecords::resultsAndProvenanceAreKept()
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
void TestConfigRecords::resultsOfAnotherConfigurationGo()
{
    ConfigFile changed = parseConfigFile(toJson(recordedFile()), "c.json");
    changed.config.set("up", {weightSpecOfBits(8), {}});
    changed.results.clear();
    changed.provenance = {};
    const QJsonObject json = parsed(toJson(changed));
    QVERIFY(!json.contains("results") && !json.contains("provenance"));
}

void TestConfigRecords::theHashIsThatOfTheContent()
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

void TestConfigRecords::hostileRecords_data()
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

void TestConfigRecords::hostileRecords()
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

QTEST_APPLESS_MAIN(TestConfigRecords)
#include "tst_config_records.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

// After Qt's headers: moc stumbles over <compare> as the first header of a file.
#include "analysis/target_profile.h"
#include "base/embedded_files.h"
#include "base/error.h"
#include "base/file_io.h"
#include "made_up_layers.h"

using namespace quantloupe;
using namespace made_up_layers;

namespace {

constexpr const char *kPlain =
    R"({"format": "quantloupe-target", "version": 1, "name": "plain", "weights": [{}]})";

WeightSpec weight(const char *text)
{
    return parseSpec(text).spec.weight;
}

QJsonObject schema()
{
    const std::string text =
        readTextFile(QUANTLOUPE_SOURCE_DIR "/resources/schema/target.schema.json");
    return QJsonDocument::fromJson(QByteArray::fromStdString(text)).object();
}

/// The words that the schema takes for a list of an entry of "weights".
QStringList schemaWords(const char *list)
{
    QJsonObject words = schema();
    for (const char *key : {"properties", "weights", "items", "properties", list, "items"})
        words = words.value(QLatin1String(key)).toObject();
    QStringList texts;
    for (const QJsonValue &word : words.value(QLatin1String("enum")).toArray())
        texts.append(word.toString());
    return texts;
}

template <typename List> QStringList namesOf(const List &values)
{
    QStringList texts;
    for (const auto value : values)
        texts.append(QString::fromUtf8(name(value).data(), qsizetype(name(value).size())));
    return texts;
}

} // namespace

/// What devices support, as a file says it.
class TestTargetProfile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void builtinOnesAreRead()
    {
        QVERIFY(builtinTargets().size() >= 3);
        for (const std::string_view each : builtinTargets()) {
            const TargetProfile profile = readTargetProfile(std::string(each));
            QCOMPARE(profile.name, std::string(each));
            QVERIFY(!profile.description.empty());
            QVERIFY(supports(profile, withBits(ActivationSpec{}, 8)));
            // No generator is one of them.
            for (const std::string_view generator : embeddedGenerators())
                QVERIFY(generator.find("target") == std::string_view::npos);
        }
    }

    void whatEightBitsTake()
    {
        const LayerInfo layer = linear("fc", 8, 8);
        const TargetProfile int8 = readTargetProfile("int8");
        QVERIFY(supports(int8, layer, weight("w8")));
        QVERIFY(supports(int8, layer, weight("w8:minmax:tensor")));
        QVERIFY(supports(int8, layer, weight("wfloat")));
        QVERIFY(!supports(int8, layer, weight("w4")));
        QVERIFY(!supports(int8, layer, weight("w8:mse:asym")));
        QVERIFY(!supports(int8, layer, weight("w8:em")));
        QVERIFY(!supports(int8, layer, weight("w8:mse:group32")));
        QVERIFY(!supports(int8, withBits(ActivationSpec{}, 6)));
        QVERIFY(!supports(readTargetProfile("int4-int8"), layer, weight("wfloat")));
    }

    void kindsOfLayers()
    {
        const TargetProfile binary = readTargetProfile("binary-8");
        QVERIFY(supports(binary, layerOf({"up", 4, 4}), weight("w1")));
        QVERIFY(!supports(binary, linear("fc", 4, 4), weight("w1")));
        QVERIFY(supports(binary, linear("fc", 4, 4), weight("w8")));
    }

    void whatIsLeftOutTakesEverything()
    {
        const TargetProfile plain = parseTargetProfile(kPlain, "plain.json");
        for (const char *text : {"w1", "w2:em", "w5:kmeans:tensor", "w16:minmax:asym", "wfloat"})
            QVERIFY2(supports(plain, linear("fc", 4, 4), weight(text)), text);
        QVERIFY(!supports(plain, withBits(ActivationSpec{}, 8)));
    }

    void schemaKnowsTheSameWords()
    {
        QCOMPARE(schemaWords("methods"), namesOf(weightMethods()));
        QCOMPARE(schemaWords("granularities"), namesOf(granularities()));
        QCOMPARE(schemaWords("mappings"),
                 namesOf(std::vector{MappingType::Symmetric, MappingType::Asymmetric}));
        QCOMPARE(schemaWords("kinds"),
                 namesOf(std::vector{LayerKind::Convolution, LayerKind::TransposedConvolution,
                                     LayerKind::Linear, LayerKind::MatrixProduct,
                                     LayerKind::Embedding}));
    }

    void badOnesAreRefused_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("reason");
        const auto with = [](const char *what) {
            return QString(R"({"format": "quantloupe-target", "version": 1, "name": "x", %1})")
                .arg(what);
        };
        QTest::newRow("empty") << ""
                               << "no JSON file";
        QTest::newRow("list") << "[]"
                              << "the whole is no object";
        QTest::newRow("format") << R"({"format": "other"})"
                                << "quantloupe-target";
        QTest::newRow("version") << R"({"format": "quantloupe-target", "version": 2})"
                                 << "its version is not 1";
        QTest::newRow("name") << R"({"format": "quantloupe-target", "version": 1, "weights": [{}]})"
                              << "it has no name";
        QTest::newRow("number as name")
            << R"({"format": "quantloupe-target", "version": 1, "name": 7})"
            << "the field \"name\" is no text";
        QTest::newRow("weights") << with(R"("float": true)") << "it has no field \"weights\"";
        QTest::newRow("no weights") << with(R"("weights": [])") << "\"weights\" is no list";
        QTest::newRow("entry") << with(R"("weights": [3])") << "is no object";
        QTest::newRow("misspelled")
            << with(R"("weights": [{"bit": [8]}])") << "the field \"bit\" is not known";
        QTest::newRow("method") << with(R"("weights": [{"methods": ["mze"]}])")
                                << "holds \"mze\", which is not known";
        QTest::newRow("method's type") << with(R"("weights": [{"methods": [4]}])") << "holds 4";
        QTest::newRow("bits") << with(R"("weights": [{"bits": [17]}])")
                              << "holds 17, which is no bit-width from 1 to 16";
        QTest::newRow("half a bit") << with(R"("weights": [{"bits": [2.5]}])") << "holds 2.5";
        QTest::newRow("huge bits") << with(R"("weights": [{"bits": [1e400]}])") << "target.json";
        QTest::newRow("wide bits") << with(R"("weights": [{"bits": [18446744073709551615]}])")
                                   << "holds 18446744073709551615";
        QTest::newRow("float") << with(R"("weights": [{}], "float": 1)")
                               << "neither true nor false";
        QTest::newRow("activations") << with(R"("weights": [{}], "activations": {"bits": [1]})")
                                     << "no bit-width from 2 to 16";
        QTest::newRow("deep") << QString(100'000, '[') << "no JSON file";
    }
    void badOnesAreRefused()
    {
        QFETCH(QString, text);
        QFETCH(QString, reason);
        try {
            parseTargetProfile(text.toStdString(), "target.json");
            QFAIL("accepted");
        } catch (const Error &error) {
            QCOMPARE(error.kind(), ErrorKind::BadInput);
            QVERIFY2(QString(error.what()).contains(reason), error.what());
            QVERIFY(QString(error.what()).startsWith("target.json is no "));
        }
    }

    void missingAndLargeFiles()
    {
        QVERIFY_THROWS_EXCEPTION(Error, readTargetProfile("/nowhere/target.json"));
        QTemporaryDir folder;
        const std::string path = folder.filePath("large.json").toStdString();
        writeFileAtomically(path, std::string((1 << 20) + 1, ' '));
        QVERIFY_THROWS_EXCEPTION(Error, readTargetProfile(path));
    }
};

QTEST_GUILESS_MAIN(TestTargetProfile)
#include "tst_target_profile.moc"

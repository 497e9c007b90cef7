// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "export_layers.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace export_layers;

namespace {

/// "layer: what -> written", a line each.
QString lossesOf(const ExportResult &result)
{
    QString text;
    for (const ExportLoss &loss : result.losses)
        text +=
            QString::fromStdString(loss.layer + ": " + loss.what + " -> " + loss.written) + '\n';
    return text;
}

} // namespace

/// Names of tensors that layers read, and of the files themselves.
class TestExportNames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void inputsWithoutANameAreNamed();
    void readersOfAKnownTensorShareIt();
    void scriptsNameTheirFile_data();
    void scriptsNameTheirFile();
    void scriptsHideNoModule_data();
    void scriptsHideNoModule();
};

void TestExportNames::inputsWithoutANameAreNamed()
{
    ExportSource source = exportSourceOf({{"z", LayerKind::Linear, {2, 4}, "w8:full,a8", 1},
                                          {"a", LayerKind::Linear, {2, 4}, "w8:full,a8", 1},
                                          {"b", LayerKind::Linear, {2, 4}, "w8:full,a8", 1},
                                          {"c", LayerKind::Linear, {2, 4}, "w8:full", 1}});
    for (ExportLayer &layer : source.layers)
        layer.onnx.derived.input = true;
    source.layers[0].info.readsNetworkInput = true;
    source.layers[2].info.inputOrigin = {"relu", "Relu"};
    const QString what = ": ONNX name of the input, which cannot be derived -> ";
    for (const ExportFormat format : {ExportFormat::Aimet061, ExportFormat::Aimet100,
                                      ExportFormat::Aimet200, ExportFormat::OnnxRuntime}) {
        const QString text = lossesOf(exportConfiguration(format, source, "bits.json"));
        QCOMPARE(text.count(what), 2);
        QVERIFY2(text.contains("z" + what +
                               "z.in, which the exporter may call otherwise; give "
                               "its name in a map (--names)\n"),
                 qPrintable(text));
        QVERIFY2(text.contains("a" + what +
                               "a.in, which is in no file of torch's exporter; give "
                               "its name in a map (--names)\n"),
                 qPrintable(text));
    }
    // They write no tensor that a layer reads.
    for (const ExportFormat format : {ExportFormat::Nncf, ExportFormat::ModelExplorer})
        QVERIFY(!lossesOf(exportConfiguration(format, source, "bits.json")).contains(what));
}

void TestExportNames::readersOfAKnownTensorShareIt()
{
    ExportSource source = exportSourceOf({{"a", LayerKind::Linear, {2, 4}, "w8:full,a8", 1},
                                          {"b", LayerKind::Linear, {2, 4}, "w8:full,a8", 1}});
    for (ExportLayer &layer : source.layers) {
        layer.info.inputOrigin = {"relu", "Relu"};
        layer.onnx.input = derivedOnnxNames(layer.info, GeneratorInfo()).input;
        layer.onnx.derived.input = true;
    }
    const ExportResult result = exportConfiguration(ExportFormat::Aimet100, source, "bits.json");
    const QByteArray text = QByteArray::fromStdString(result.files.front().content);
    const QJsonValue encodings = QJsonDocument::fromJson(text)["activation_encodings"];
    QCOMPARE(encodings.toArray().size(), 1);
    QCOMPARE(encodings[0]["name"].toString(), "/relu/Relu_output_0");
}

void TestExportNames::scriptsNameTheirFile_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<QByteArray>("literal");
    QTest::newRow("json") << QByteArray("bits.json") << QByteArray("bits.py")
                          << QByteArray("\"bits.json\"");
    QTest::newRow("another ending")
        << QByteArray("a.out") << QByteArray("a.py") << QByteArray("\"a.out\"");
    QTest::newRow("none") << QByteArray("bits") << QByteArray("bits.py") << QByteArray("\"bits\"");
    QTest::newRow("a quote, a blank and a backslash")
        << QByteArray("my \"b\\its.json") << QByteArray("my \"b\\its.py")
        << QByteArray("\"my \\\"b\\\\its.json\"");
    QTest::newRow("letters") << QByteArray("größe.json") << QByteArray("größe.py")
                             << QByteArray("\"größe.json\"");
    QTest::newRow("no letters of UTF-8") << QByteArray("a\xff.js") << QByteArray("a\xff.py")
                                         << QByteArray("\"\\x61\\udcff\\x2e\\x6a\\x73\"");
}

void TestExportNames::scriptsNameTheirFile()
{
    QFETCH(const QByteArray, file);
    QFETCH(const QByteArray, script);
    QFETCH(const QByteArray, literal);
    for (const ExportFormat format : {ExportFormat::Nncf, ExportFormat::OnnxRuntime}) {
        const ExportResult result =
            exportConfiguration(format, exportSourceOf({{"a", LayerKind::Linear, {2, 4}, "w8", 1}}),
                                "there/" + file.toStdString());
        QCOMPARE(result.files.size(), 2U);
        QCOMPARE(QByteArray::fromStdString(result.files[0].path.filename().string()), file);
        QCOMPARE(QByteArray::fromStdString(result.files[1].path.filename().string()), script);
        const QByteArray text = QByteArray::fromStdString(result.files[1].content);
        QVERIFY2(text.contains("SETTINGS = pathlib.Path(__file__).with_name(" + literal + ")\n"),
                 text.constData());
    }
}

void TestExportNames::scriptsHideNoModule_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("refusal");
    const auto row = [](const char *format, const char *file, const char *refusal) {
        QTest::addRow("%s %s", format, file) << format << file << refusal;
    };
    row("nncf", "nncf.json",
        "Python would take nncf.py for the module nncf, which the export needs; give the export "
        "another name, such as nncf-bits.json.");
    row("nncf", "there/json.out", "json.py for the module json, which");
    row("nncf", "torch.json", "torch.py for the module torch, which");
    row("onnxruntime", "onnxruntime.json", "such as onnxruntime-bits.json.");
    row("qconfig-mapping", "torch.py", "such as torch-bits.py.");
    row("nncf", "a.py",
        "The script that reads the export would be called a.py, too; give the export another "
        "ending, such as .json.");
    row("nncf", "onnxruntime.json", "");
    row("nncf", "nncf-bits.json", "");
    row("nncf", "nncf.v2.json", "");
    row("onnxruntime", "nncf.json", "");
    row("qconfig-mapping", "torch.txt", "");
    row("qconfig-mapping", "a.py", "");
    row("torchao", "torch.json", "");
    row("csv", "a.py", "");
}

void TestExportNames::scriptsHideNoModule()
{
    QFETCH(const QString, format);
    QFETCH(const QString, file);
    QFETCH(const QString, refusal);
    const ExportSource source = exportSourceOf({{"a", LayerKind::Linear, {2, 4}, "w8", 1}});
    QString told;
    try {
        exportConfiguration(parseExportFormat(format.toStdString()), source, file.toStdString());
    } catch (const Error &error) {
        told = error.what();
    }
    QCOMPARE(told.isEmpty(), refusal.isEmpty());
    QVERIFY2(told.contains(refusal), qPrintable(told));
}

QTEST_APPLESS_MAIN(TestExportNames)
#include "tst_export_names.moc"

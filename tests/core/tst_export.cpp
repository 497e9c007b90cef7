// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "export_layers.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace export_layers;

namespace {

QJsonObject jsonOf(const ExportResult &result)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(result.files.front().content))
        .object();
}

ExportResult exported(ExportFormat format, const std::vector<Made> &layers)
{
    return exportConfiguration(format, exportSourceOf(layers), "bits.json");
}

/// "layer: what -> written", a line each.
QString lossesOf(const ExportResult &result)
{
    QString text;
    for (const ExportLoss &loss : result.losses)
        text +=
            QString::fromStdString(loss.layer + ": " + loss.what + " -> " + loss.written) + '\n';
    return text;
}

ExportFormat formatOf(const QString &name)
{
    return parseExportFormat(name.toStdString());
}

} // namespace

/// What each format says of a configuration, and what it says it cannot say.
class TestExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesOfFormats();
    void losses_data();
    void losses();
    void nothingIsLostWhereAllCanBeSaid_data();
    void nothingIsLostWhereAllCanBeSaid();
    void aimetFollowsItsFormula();
    void aimetTellsTheWidthsItWrites_data();
    void aimetTellsTheWidthsItWrites();
    void aimetBlocks();
    void transposedConvolutionsNameTheirAxis();
    void torchFindsRangesOfOutputs();
    void sharedInputsHaveOneSetting();
    void theNextReaderWritesWhatTheFirstCannot_data();
    void theNextReaderWritesWhatTheFirstCannot();
    void missingRangesAreNamed();
    void correctionsAreNamed();
    void derivedNamesAreNamed();
    void givenNamesAreNotCalledDerived_data();
    void givenNamesAreNotCalledDerived();
    void derivedNamesAreThoseOfTorch();
    void csvIsQuoted();
    void ownFormatComesBack();
    void filesStandBesideEachOther();
};

void TestExport::namesOfFormats()
{
    QCOMPARE(exportFormats().size(), 12U);
    for (const ExportFormat format : exportFormats())
        QCOMPARE(parseExportFormat(name(format)), format);
    try {
        parseExportFormat("onnx");
        QFAIL("accepted");
    } catch (const Error &error) {
        const QString message = error.what();
        for (const ExportFormat format : exportFormats())
            QVERIFY2(message.contains(QString::fromStdString(std::string(name(format)))),
                     qPrintable(message));
    }
}

void TestExport::losses_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("setting");
    QTest::addColumn<QString>("loss");
    const auto row = [](const char *format, const char *setting, const char *loss) {
        QTest::addRow("%s %s", format, setting) << format << setting << loss;
    };
    row("aimet-0.6.1", "w3", "weight w3, fewer than 4 bits -> 16-bit float");
    row("aimet-0.6.1", "w4:em", "weight w4:em, whose levels no scale says -> 16-bit float");
    row("aimet-0.6.1", "wfloat", "32-bit float weight -> 16-bit float");
    row("aimet-0.6.1", "w8:group32", "scales of 32 weights each that end within an input channel");
    row("aimet-1.0.0", "w1", "weight w1, whose levels no scale says -> 16-bit float");
    row("aimet-1.0.0", "w4,a3", "fewer than 4 bits -> left float");
    row("aimet-2.0.0", "w5", "codes -15..15 -> int8 with the same scale, codes -128..127");
    row("aimet-2.0.0", "w8:full,a6", "codes 0..63 -> uint8 with the same scale, codes 0..255");
    row("onnxruntime", "w2", "codes -1..1 -> int4 with the same scale, codes -8..7");
    row("onnxruntime", "w4:kmeans", "whose levels no scale says -> node excluded, left float");
    row("onnxruntime", "wfloat,a8", "before a float weight -> node excluded, left float");
    row("onnxruntime", "w8:full",
        "float activation before a quantized weight -> as quantize_static");
    row("nncf", "w4", "weight w4 -> quantized, as NNCF's preset says");
    row("torchao", "w4:full", "whose range is searched -> min-max range");
    row("torchao", "w9:minmax", "more than 8 bits -> left float");
    row("torchao", "w4:minmax:tensor", "one scale for the tensor -> one scale for each output");
    row("torchao", "w4:minmax:full,a8", "-> left float");
    row("torchao", "w4:minmax", "codes -7..7 -> codes -8..7, the largest magnitude at 7.5");
    row("qconfig-mapping", "w4:log", "whose levels no scale says -> left float");
    row("qconfig-mapping", "w4", "whose range is searched -> min-max range");
    row("qconfig-mapping", "w8:minmax,a16", "more than 8 bits -> left float");
    row("qconfig-mapping", "w4:minmax,a8",
        "activation a8, the range of its input -> min-max range of its output, which torch's own "
        "calibration finds");
    row("modelopt", "w4:minmax:asym", "asymmetric -> symmetric");
    row("modelopt", "w4", "whose range is searched -> largest magnitude");
    row("model-explorer", "w4", "weight w4 -> its SQNR alone");
}

void TestExport::losses()
{
    QFETCH(const QString, format);
    QFETCH(const QString, setting);
    QFETCH(const QString, loss);
    const ExportResult result =
        exported(formatOf(format),
                 {{"conv", LayerKind::Convolution, {6, 4, 3, 3}, setting.toStdString(), 1}});
    QVERIFY2(lossesOf(result).contains("conv: "), qPrintable(lossesOf(result)));
    QVERIFY2(lossesOf(result).contains(loss), qPrintable(lossesOf(result)));
}

void TestExport::nothingIsLostWhereAllCanBeSaid_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("setting");
    for (const auto &[format, setting] :
         std::initializer_list<std::pair<const char *, const char *>>{
             {"quantloupe", "w3:em,a5"},
             {"csv", "w2:ternary,a8"},
             {"aimet-0.6.1", "w4,a8"},
             {"aimet-1.0.0", "w5:pow2:tensor,a8:mse:sym"},
             {"aimet-2.0.0", "w8:full,a8"},
             {"aimet-2.0.0", "w4:minmax:asym,a16"},
             {"onnxruntime", "w4:mse:full,a8"},
             {"torchao", "w4:minmax:asym"},
             {"qconfig-mapping", "w4:minmax"},
             {"modelopt", "w4:minmax"},
             {"safetensors", "w3:em,a5"}})
        QTest::addRow("%s %s", format, setting) << format << setting;
}

void TestExport::nothingIsLostWhereAllCanBeSaid()
{
    QFETCH(const QString, format);
    QFETCH(const QString, setting);
    const ExportResult result =
        exported(formatOf(format),
                 {{"conv", LayerKind::Convolution, {6, 4, 3, 3}, setting.toStdString(), 1}});
    QCOMPARE(lossesOf(result), QString());
}

void TestExport::aimetFollowsItsFormula()
{
    // Symmetric -2^(b-1), narrow -(2^(b-1) - 1), asymmetric -zeroPoint.
    const std::vector<Made> layers = {{"narrow", LayerKind::Linear, {1, 8}, "w4:tensor,a8", 1},
                                      {"full", LayerKind::Linear, {1, 8}, "w4:tensor:full", 1},
                                      {"asym", LayerKind::Linear, {1, 8}, "w4:tensor:asym", 1}};
    const ExportSource source = exportSourceOf(layers);
    const QJsonObject json =
        jsonOf(exportConfiguration(ExportFormat::Aimet061, source, "bits.json"));
    const auto entry = [&](const char *layer) {
        return json["param_encodings"][QString(layer) + ".weight"][0].toObject();
    };
    QCOMPARE(entry("narrow")["offset"].toInt(), -7);
    QCOMPARE(entry("full")["offset"].toInt(), -8);
    QCOMPARE(entry("asym")["offset"].toInt(), -source.layers[2].weight.zeroPoint[0]);
    QCOMPARE(entry("narrow")["is_symmetric"].toString(), "True");
    QCOMPARE(entry("asym")["is_symmetric"].toString(), "False");
    const double scale = source.layers[0].weight.scale[0];
    QCOMPARE(entry("narrow")["max"].toDouble(), 7 * scale);
    QCOMPARE(entry("narrow")["min"].toDouble(), -7 * scale);
    const QJsonObject activation = json["activation_encodings"]["narrow.in"][0].toObject();
    QCOMPARE(activation["offset"].toInt(), -source.layers[0].activation->zeroPoint);
    QCOMPARE(activation["bitwidth"].toInt(), 8);
}

void TestExport::aimetTellsTheWidthsItWrites_data()
{
    QTest::addColumn<QStringList>("settings");
    QTest::addColumn<int>("weights");
    QTest::addColumn<int>("activations");
    const auto row = [](const char *name, const QStringList &settings, int weights,
                        int activations) {
        QTest::newRow(name) << settings << weights << activations;
    };
    row("commonest", {"w5,a6", "w5,a6", "w8,a8"}, 5, 6);
    row("the widest of several", {"w4,a4", "w8,a8", "w6,a6"}, 8, 8);
    row("not those left float", {"w2,a2", "w3,a3", "w3,a3", "w8,a8"}, 8, 8);
    row("no levels without a scale", {"w4:em:tensor", "w4:kmeans:tensor", "w6:tensor"}, 6, 8);
    row("nothing at all", {"w3", "", ""}, 8, 8);
}

void TestExport::aimetTellsTheWidthsItWrites()
{
    QFETCH(const QStringList, settings);
    QFETCH(const int, weights);
    QFETCH(const int, activations);
    std::vector<Made> layers;
    for (const QString &setting : settings)
        layers.push_back({"fc" + std::to_string(layers.size()),
                          LayerKind::Linear,
                          {2, 8},
                          setting.toStdString(),
                          1});
    for (const ExportFormat format : {ExportFormat::Aimet061, ExportFormat::Aimet100}) {
        const QJsonObject told = jsonOf(exported(format, layers))["quantizer_args"].toObject();
        QCOMPARE(told["param_bitwidth"].toInt(), weights);
        QCOMPARE(told["activation_bitwidth"].toInt(), activations);
    }
}

void TestExport::aimetBlocks()
{
    const QJsonObject json =
        jsonOf(exported(ExportFormat::Aimet100,
                        {{"fc", LayerKind::Linear, {3, 64}, "w4:group16", 1},
                         {"up", LayerKind::TransposedConvolution, {8, 3, 2, 2}, "w4:group16", 1}}));
    const QJsonObject fc = json["param_encodings"][0].toObject();
    QCOMPARE(fc["enc_type"].toString(), "PER_BLOCK");
    QCOMPARE(fc["block_size"].toInt(), 16);
    QCOMPARE(fc["scale"].toArray().size(), 12);
    // 16 weights are 4 input channels of 2 x 2.
    const QJsonObject up = json["param_encodings"][1].toObject();
    QCOMPARE(up["block_size"].toInt(), 4);
    QCOMPARE(up["scale"].toArray().size(), 6);
}

void TestExport::transposedConvolutionsNameTheirAxis()
{
    const std::vector<Made> layers = {
        {"up", LayerKind::TransposedConvolution, {8, 3, 4, 4}, "w4:minmax:full,a8", 1}};
    QCOMPARE(jsonOf(exported(ExportFormat::Aimet200, layers))["encodings"][1]["axis"].toInt(-1), 1);
    const QJsonArray entries =
        jsonOf(exported(ExportFormat::OnnxRuntime, layers))["TensorQuantOverrides"]
            .toObject()["up.weight"]
            .toArray();
    QCOMPARE(entries.size(), 3);
    QCOMPARE(entries[0]["axis"].toInt(-1), 1);
    const QJsonObject modelopt = jsonOf(exported(ExportFormat::ModelOpt, layers));
    QCOMPARE(modelopt["quantize"]["quant_cfg"][1]["cfg"]["axis"].toInt(-1), 1);
    const std::string python = exported(ExportFormat::QConfigMapping, layers).files.front().content;
    QVERIFY(python.find("ch_axis=1, quant_min=-8, quant_max=7") != std::string::npos);
    QVERIFY(lossesOf(exported(ExportFormat::TorchAo, layers))
                .contains("of a transposed convolution with output axis 1 -> left float"));
    const std::vector<Made> grouped = {
        {"up", LayerKind::TransposedConvolution, {8, 3, 4, 4}, "w4", 2}};
    for (const ExportFormat format :
         {ExportFormat::Aimet061, ExportFormat::Aimet100, ExportFormat::Aimet200,
          ExportFormat::OnnxRuntime, ExportFormat::QConfigMapping, ExportFormat::ModelOpt})
        QVERIFY(lossesOf(exported(format, grouped)).contains("scales of 2 groups"));
}

void TestExport::torchFindsRangesOfOutputs()
{
    // Its observers of activations stand at a module's output: there, the range of a layer's input
    // would clip, after a ReLU every value below zero.
    ExportSource source = exportSourceOf({{"relu", LayerKind::Linear, {2, 4}, "w8,a4:sym", 1},
                                          {"both", LayerKind::Linear, {2, 4}, "w8,a8:sym", 1}});
    source.layers[0].activation = ActivationRange{4, 0.5F, 0, 0, 15, 0};
    source.layers[1].activation = ActivationRange{8, 0.25F, 0, -127, 127, 0};
    const QString python = QString::fromStdString(
        exportConfiguration(ExportFormat::QConfigMapping, source, "bits.py").files.front().content);
    QVERIFY2(!python.contains("Fixed") && !python.contains("scale="), qPrintable(python));
    QVERIFY2(python.contains("activation=MinMaxObserver.with_args(dtype=torch.quint8, quant_min=0, "
                             "quant_max=15, qscheme=torch.per_tensor_affine)"),
             qPrintable(python));
    QVERIFY2(python.contains("activation=MinMaxObserver.with_args(dtype=torch.qint8, "
                             "quant_min=-127, quant_max=127, qscheme=torch.per_tensor_symmetric)"),
             qPrintable(python));
}

void TestExport::sharedInputsHaveOneSetting()
{
    ExportSource source = exportSourceOf({{"a", LayerKind::Linear, {2, 4}, "w8,a8", 1},
                                          {"b", LayerKind::Linear, {2, 4}, "w8,a4", 1},
                                          {"c", LayerKind::Linear, {2, 4}, "w8,a8", 1}});
    for (ExportLayer &layer : source.layers)
        layer.onnx.input = "z";
    const ExportResult result = exportConfiguration(ExportFormat::Aimet100, source, "bits.json");
    QCOMPARE(lossesOf(result), QString("b: activation a4 of z -> that of a, which reads it too\n"));
    QCOMPARE(jsonOf(result)["activation_encodings"].toArray().size(), 1);
}

void TestExport::theNextReaderWritesWhatTheFirstCannot_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("loss");
    const auto row = [](const char *format, const char *first, const char *loss) {
        QTest::addRow("%s %s", format, first) << format << first << loss;
    };
    for (const char *format : {"aimet-0.6.1", "aimet-1.0.0", "aimet-2.0.0"}) {
        row(format, "w8:full,a3", "a: activation a3, fewer than 4 bits -> that of b, which reads");
        row(format, "w8:full", "a: float activation of z -> that of b, which reads it too");
        row(format, "wfloat", "a: float activation of z -> that of b, which reads it too");
    }
    row("onnxruntime", "wfloat,a8", "a: activation a8 before a float weight -> that of b, which");
    row("onnxruntime", "w8:full", "a: float activation of z -> that of b, which reads it too");
    row("onnxruntime", "w4:em,a4", "a: activation a4 before a float weight -> that of b, which");
}

void TestExport::theNextReaderWritesWhatTheFirstCannot()
{
    QFETCH(const QString, format);
    QFETCH(const QString, first);
    QFETCH(const QString, loss);
    ExportSource source = exportSourceOf({{"a", LayerKind::Linear, {2, 4}, first.toStdString(), 1},
                                          {"b", LayerKind::Linear, {2, 4}, "w8:full,a8", 1}});
    for (ExportLayer &layer : source.layers)
        layer.onnx.input = "z";
    const ExportResult result = exportConfiguration(formatOf(format), source, "bits.json");
    const QString told = lossesOf(result);
    QVERIFY2(told.contains(loss), qPrintable(told));
    QVERIFY2(!told.contains("b: activation") && !told.contains("quantize_static"),
             qPrintable(told));
    QVERIFY(result.files.front().content.find("\"z\"") != std::string::npos);
}

void TestExport::missingRangesAreNamed()
{
    ExportSource source = exportSourceOf({{"a", LayerKind::Linear, {2, 4}, "w8,a8", 1}});
    source.layers[0].activation.reset();
    for (const ExportFormat format :
         {ExportFormat::Aimet061, ExportFormat::Aimet200, ExportFormat::OnnxRuntime,
          ExportFormat::QConfigMapping, ExportFormat::Safetensors})
        QVERIFY(lossesOf(exportConfiguration(format, source, "bits.json"))
                    .contains("a: activation a8, which has no range -> "));
}

void TestExport::correctionsAreNamed()
{
    ExportSource source = exportSourceOf({{"a", LayerKind::Linear, {2, 4}, "w8", 1}});
    CorrectionChoice choice;
    choice.setEverywhere(Correction::Bias, true);
    source.file.config.setCorrections(choice);
    for (const ExportFormat format : exportFormats()) {
        const bool isOwn = format == ExportFormat::Quantloupe || format == ExportFormat::Csv;
        const QString text = lossesOf(exportConfiguration(format, source, "bits.json"));
        QVERIFY2(text.contains("a: correction bias-correction -> ") != isOwn, qPrintable(text));
    }
}

void TestExport::derivedNamesAreNamed()
{
    ExportSource source = exportSourceOf({{"a", LayerKind::Linear, {2, 4}, "w8:full,a8", 1}});
    source.layers[0].onnx.derived = {true, true, true};
    for (const ExportFormat format : exportFormats()) {
        const QString text = lossesOf(exportConfiguration(format, source, "bits.json"));
        QVERIFY2(text.contains("a: ONNX names, which no map gives -> /a, a.weight and a.in") ==
                     usesOnnxNames(format),
                 qPrintable(text));
    }
}

void TestExport::givenNamesAreNotCalledDerived_data()
{
    QTest::addColumn<bool>("node");
    QTest::addColumn<bool>("weight");
    QTest::addColumn<bool>("input");
    QTest::addColumn<QString>("told");
    QTest::newRow("all given") << false << false << false << QString();
    QTest::newRow("node") << true << false << false << "/a";
    QTest::newRow("weight") << false << true << false << "a.weight";
    QTest::newRow("input") << false << false << true << "a.in";
    QTest::newRow("weight given") << true << false << true << "/a and a.in";
    QTest::newRow("input given") << true << true << false << "/a and a.weight";
}

void TestExport::givenNamesAreNotCalledDerived()
{
    QFETCH(const bool, node);
    QFETCH(const bool, weight);
    QFETCH(const bool, input);
    QFETCH(const QString, told);
    ExportSource source = exportSourceOf({{"a", LayerKind::Linear, {2, 4}, "w8:full,a8", 1}});
    source.layers[0].onnx.derived = {node, weight, input};
    for (const ExportFormat format : exportFormats()) {
        const QString text = lossesOf(exportConfiguration(format, source, "bits.json"));
        const bool tells = usesOnnxNames(format) && !told.isEmpty();
        QVERIFY2(text.contains("ONNX names") == tells, qPrintable(text));
        QVERIFY2(!tells || text.contains("a: ONNX names, which no map gives -> " + told +
                                         ", derived from the module's path"),
                 qPrintable(text));
    }
}

void TestExport::derivedNamesAreThoseOfTorch()
{
    GeneratorInfo info;
    info.inputs = {{"z", InputKind::Latent, {100}, 0}};
    LayerInfo layer = infoOf({"main.0", LayerKind::TransposedConvolution, {8, 3, 4, 4}, "", 1});
    layer.readsNetworkInput = true;
    const OnnxNames first = derivedOnnxNames(layer, info);
    QCOMPARE(first.node, std::string("/main/main.0/ConvTranspose"));
    QCOMPARE(first.weight, std::string("main.0.weight"));
    QCOMPARE(first.input, std::string("z"));
    QVERIFY(first.derived == OnnxNames::Derived({true, true, true}));
    layer = infoOf({"layer1.0.conv1", LayerKind::Convolution, {8, 3, 4, 4}, "", 1});
    QCOMPARE(derivedOnnxNames(layer, info).node, std::string("/layer1/layer1.0/conv1/Conv"));
    QCOMPARE(derivedOnnxNames(layer, info).input, std::string("/layer1/layer1.0/conv1/Conv_input"));
    layer.inputOrigin = {"layer1.0.act", "Relu"};
    QCOMPARE(derivedOnnxNames(layer, info).input,
             std::string("/layer1/layer1.0/act/Relu_output_0"));
}

void TestExport::csvIsQuoted()
{
    const std::string text =
        exported(ExportFormat::Csv, {{"a,\"b\"", LayerKind::Linear, {2, 4}, "w8", 1}})
            .files.front()
            .content;
    QVERIFY(text.find("\r\n\"a,\"\"b\"\"\",linear,2x4,0,w8,") != std::string::npos);
}

void TestExport::ownFormatComesBack()
{
    const ExportSource source =
        exportSourceOf({{"a", LayerKind::Linear, {2, 4}, "w3:em,a5", 1},
                        {"b", LayerKind::Convolution, {2, 4, 1, 1}, "w8", 1},
                        {"c", LayerKind::Linear, {2, 4}, "", 1}});
    const std::string text =
        exportConfiguration(ExportFormat::Quantloupe, source, "bits.json").files.front().content;
    const ConfigFile file = parseConfigFile(text, "bits.json");
    QVERIFY(file.config == source.file.config);
    QCOMPARE(onnxNamesIn(text).at("b"), source.layers[1].onnx);
    // Names outlive a program that saves the file again.
    QCOMPARE(onnxNamesIn(toJson(file)).at("b"), source.layers[1].onnx);
    // What is no name is none, whatever stands there.
    for (const char *onnx : {R"({"node": 3, "weight": "w", "input": "x"})", R"({})", R"(7)",
                             R"({"derived": "yes", "node": "n", "weight": "w", "input": "x"})",
                             R"({"derived": ["node"], "node": "n", "weight": "w", "input": "x"})"})
        QVERIFY(onnxNamesIn(std::string(R"({"layers": [{"name": "b", "onnx": )") + onnx + "}]}")
                    .empty());
    const QJsonObject json = QJsonDocument::fromJson(QByteArray::fromStdString(text)).object();
    QCOMPARE(json["layers"][0]["weight"]["codebook"].toArray().size(), 2 * 8);
    QCOMPARE(json["layers"][1]["weight"]["scale"].toArray().size(), 2);
    QVERIFY(!json["layers"][2]["weight"].toObject().contains("scale"));
}

void TestExport::filesStandBesideEachOther()
{
    const QTemporaryDir folder;
    const std::filesystem::path out = folder.filePath("options.json").toStdString();
    const ExportResult result =
        exportConfiguration(ExportFormat::OnnxRuntime,
                            exportSourceOf({{"a", LayerKind::Linear, {2, 4}, "w8", 1}}), out);
    writeFiles(result);
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files),
             (QStringList{"options.json", "options.py"}));
    QVERIFY_EXCEPTION_THROWN(exportConfiguration(ExportFormat::Csv, exportSourceOf({}),
                                                 folder.path().toStdString() + "/"),
                             Error);
}

QTEST_APPLESS_MAIN(TestExport)
#include "tst_export.moc"

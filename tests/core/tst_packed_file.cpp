// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "each_builtin_generator.h"
#include "engine/weight_cache.h"
#include "exchange/packed_file.h"
#include "export_layers.h"
#include "model/archive/safetensors.h"
#include "model/archive/safetensors_writer.h"
#include "model/generator.h"
#include "session/export_run.h"
#include "session_requests.h"

#include <ATen/ATen.h>
#include <QtTest>

#include <fstream>

using namespace quantloupe;

namespace {

std::filesystem::path newFile(const QTemporaryDir &folder)
{
    return folder.filePath("packed.safetensors").toStdString();
}

/// Every method has a layer.
QuantConfig mixed(const GeneratorInfo &info)
{
    const char *settings[] = {"w4,a8",  "w3:em,a5:minmax:sym", "w2:ternary",
                              "w1",     "w5:kmeans",           "w8:minmax:asym,a12",
                              "w4:log", "w3:tanh:group16",     "wfloat,a8"};
    QuantConfig config;
    std::size_t next = 0;
    for (const LayerInfo &layer : info.layers) {
        LayerQuantSpec spec = parseSpec(settings[next++ % std::size(settings)]).spec;
        if (!layer.hasActivationSite || layer.readsNetworkInput)
            spec.activation = {};
        config.set(layer.name, spec);
    }
    return config;
}

ExportRequest requestFor(const GeneratorPtr &generator)
{
    ExportRequest request;
    request.format = ExportFormat::Safetensors;
    request.compare = session_requests::requestFor(generator, 1);
    request.compare.config = mixed(info(*generator));
    request.file = configFileFor(info(*generator), request.compare.plan,
                                 request.compare.calibration, request.compare.config);
    return request;
}

std::int64_t bytesOf(const std::filesystem::path &path)
{
    std::int64_t bytes = 0;
    for (const StoredTensor &tensor : readSafetensors(path))
        bytes += static_cast<std::int64_t>(tensor.bytes.size());
    return bytes;
}

} // namespace

/// A packed generator on disk.
class TestPackedFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void weightsComeBack_data() { test::addBuiltinGenerators(); }
    void weightsComeBack();
    void groupsComeBack();
    void itsConfigurationIsRead();
    void itIsNoGenerator();
    void otherFilesAreRefused();
    void damageIsRefused();
};

void TestPackedFile::weightsComeBack()
{
    QFETCH(const QString, path);
    Session session;
    const GeneratorPtr generator = session.open({path.toStdString(), {}, {}, {}, false}, {});
    const ExportRequest request = requestFor(generator);
    const QTemporaryDir folder;
    const auto file = newFile(folder);
    writeFiles(exportConfiguration(request.format, exportSource(session, request, {}), file));
    const PackedFile read = readPackedFile(file);
    QVERIFY(read.file.config == request.compare.config);
    for (std::size_t i = 0; i < generator->info.layers.size(); ++i) {
        const WeightSite &site = generator->program.layers[i];
        const WeightSpec spec = request.compare.config.spec(site.name).weight;
        QCOMPARE(read.weights.contains(site.name), !spec.isFloat());
        if (spec.isFloat())
            continue;
        WeightCache cache(std::size_t{1} << 30);
        const at::Tensor expected = cache.get(generator->program, i, spec)->values;
        const std::vector<float> &values = read.weights.at(site.name).values;
        QCOMPARE(values.size(), std::size_t(expected.numel()));
        // 0 == -0: a packed code has one zero.
        QVERIFY2(std::equal(values.begin(), values.end(), expected.data_ptr<float>()),
                 site.name.c_str());
    }
    // No correction adds a bias, so every byte of the accounting is a byte of a tensor.
    QCOMPARE(bytesOf(file), session.size(*generator, request.compare.config).bytes);
}

void TestPackedFile::groupsComeBack()
{
    const std::vector<export_layers::Made> layers = {
        {"up", LayerKind::TransposedConvolution, {8, 3, 4, 4}, "w4", 2}};
    const ExportSource source = export_layers::exportSourceOf(layers);
    const QTemporaryDir folder;
    writeFiles(exportConfiguration(ExportFormat::Safetensors, source, newFile(folder)));
    const QuantizedTensor weight = readPackedFile(newFile(folder)).weights.at("up");
    QCOMPARE(weight.scale, source.layers[0].weight.scale);
    QCOMPARE(weight.codes, source.layers[0].weight.codes);
    QCOMPARE(weight.scale.size(), 6U);
}

void TestPackedFile::itsConfigurationIsRead()
{
    const ExportSource source =
        export_layers::exportSourceOf({{"fc", LayerKind::Linear, {4, 8}, "w4:em,a8", 1},
                                       {"out", LayerKind::Linear, {3, 4}, "w8:asym", 1}});
    const QTemporaryDir folder;
    const auto file = newFile(folder);
    writeFiles(exportConfiguration(ExportFormat::Safetensors, source, file));
    QVERIFY(isPackedFile(file));
    const ConfigFile read = readConfigFile(file);
    QVERIFY(read.config == source.file.config);
    QCOMPARE(read.generatorSha256, source.file.generatorSha256);
}

void TestPackedFile::itIsNoGenerator()
{
    const ExportSource source =
        export_layers::exportSourceOf({{"fc", LayerKind::Linear, {4, 8}, "w4", 1}});
    const QTemporaryDir folder;
    const auto file = newFile(folder);
    writeFiles(exportConfiguration(ExportFormat::Safetensors, source, file));
    try {
        Session session;
        session.open({file.string(), {}, {}, {}, false}, {});
        QFAIL("accepted");
    } catch (const Error &error) {
        const QString said = error.what();
        QVERIFY2(said.contains("packed.safetensors is a packed generator, exported to be "
                               "deployed; open the generator it was made from"),
                 qPrintable(said));
    }
}

void TestPackedFile::otherFilesAreRefused()
{
    const QTemporaryDir folder;
    const auto file = newFile(folder);
    const auto bytes = encodeSafetensors({}, {{"format", "pt"}});
    std::ofstream(file, std::ios::binary)
        .write(reinterpret_cast<const char *>(bytes.data()), std::streamsize(bytes.size()));
    try {
        readPackedFile(file);
        QFAIL("accepted");
    } catch (const Error &error) {
        QVERIFY(QString(error.what()).contains("is no packed generator"));
    }
    QVERIFY(!isPackedFile(file));
    QVERIFY(!isPackedFile(folder.filePath("none").toStdString()));
    QVERIFY(!isPackedFile(folder.path().toStdString()));
}

void TestPackedFile::damageIsRefused()
{
    ExportSource source =
        export_layers::exportSourceOf({{"fc", LayerKind::Linear, {4, 8}, "w4", 1}});
    source.layers[0].weight.codes.resize(8);
    const QTemporaryDir folder;
    writeFiles(exportConfiguration(ExportFormat::Safetensors, source, newFile(folder)));
    QVERIFY_EXCEPTION_THROWN(readPackedFile(newFile(folder)), Error);
}

QTEST_APPLESS_MAIN(TestPackedFile)
#include "tst_packed_file.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive_test.h"
#include "model/archive/safetensors_writer.h"

#include <QtTest>
#include <cmath>

using namespace quantloupe;
using namespace archive_builder;

namespace {

/// A file of shared/data/models; empty if there is no shared folder.
std::string sharedModel(const char *name)
{
    const QByteArray data = qgetenv("QUANTLOUPE_DATA");
    const std::filesystem::path source = QUANTLOUPE_SOURCE_DIR;
    std::vector<std::filesystem::path> folders{source / "../shared/data", source / "../shared"};
    if (!data.isEmpty())
        folders = {data.toStdString(), data.toStdString() + "/data"};
    for (const auto &folder : folders) {
        if (std::filesystem::exists(folder / "models" / name))
            return (folder / "models" / name).string();
    }
    return {};
}

} // namespace

class TestArchives : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void halfIsExact();
    void bfloat16IsExact();
    void elementCountIsChecked();
    void fixtures_data();
    void fixtures();
    void kinds_data();
    void kinds();
    void refusedFiles_data();
    void refusedFiles();
    void unusableFiles();
    void truncatedFiles_data();
    void truncatedFiles();
    void sharedModels_data();
    void sharedModels();
};

void TestArchives::halfIsExact()
{
    StoredTensor tensor{.name = "h", .type = DType::Float16, .shape = {65536}, .bytes = {}};
    for (unsigned i = 0; i < 65536; ++i) {
        tensor.bytes.push_back(static_cast<std::byte>(i));
        tensor.bytes.push_back(static_cast<std::byte>(i >> 8));
    }
    const std::vector<float> values = tensor.toFloat();
    for (int i = 0; i < 65536; ++i) {
        const int exponent = (i >> 10) & 31;
        const int mantissa = i & 1023;
        const double sign = (i & 0x8000) != 0 ? -1 : 1;
        const float value = values[static_cast<std::size_t>(i)];
        if (exponent == 31) {
            QVERIFY(mantissa == 0 ? std::isinf(value) && std::signbit(value) == (sign < 0)
                                  : std::isnan(value));
            continue;
        }
        const double expected =
            exponent == 0 ? std::ldexp(mantissa, -24) : std::ldexp(1024 + mantissa, exponent - 25);
        QVERIFY(value == static_cast<float>(sign * expected));
        QCOMPARE(std::signbit(value), sign < 0);
    }
}

void TestArchives::bfloat16IsExact()
{
    StoredTensor tensor{.name = "b", .type = DType::BFloat16, .shape = {4}, .bytes = {}};
    for (const unsigned i : {0x3f80u, 0xc040u, 0x0001u, 0x8000u}) {
        tensor.bytes.push_back(static_cast<std::byte>(i));
        tensor.bytes.push_back(static_cast<std::byte>(i >> 8));
    }
    const std::vector<float> values = tensor.toFloat();
    QCOMPARE(values[0], 1.0F);
    QCOMPARE(values[1], -3.0F);
    QVERIFY(values[2] == std::ldexp(1.0F, -133));
    QVERIFY(values[3] == 0.0F && std::signbit(values[3]));
}

void TestArchives::elementCountIsChecked()
{
    QCOMPARE(checkedElementCount({}), 1);
    QCOMPARE(checkedElementCount({2, 3}), 6);
    QCOMPARE(checkedElementCount({2, -3}), -1);
    QCOMPARE(checkedElementCount({1LL << 32, 1LL << 31}), -1);
    QCOMPARE(checkedElementCount({1LL << 40, 1LL << 40, 0}), 0);
    QCOMPARE(checkedElementCount({1LL << 62, 1}), 1LL << 62);
}

void TestArchives::fixtures_data()
{
    QTest::addColumn<QJsonObject>("expected");
    const QByteArray json = QByteArray::fromStdString(fixtureContents("archives.json"));
    const QJsonObject files = QJsonDocument::fromJson(json).object();
    QVERIFY(files.size() >= 18);
    for (auto file = files.begin(); file != files.end(); ++file)
        QTest::newRow(qPrintable(file.key())) << file.value().toObject();
}

void TestArchives::fixtures()
{
    QFETCH(QJsonObject, expected);
    const std::string name = QTest::currentDataTag();
    const StateDictFile file = readStateDictFile(fixture(name));
    QCOMPARE(file.format, contains(name, "legacy") ? "pickle (legacy)" : "pickle (zip)");
    QCOMPARE(!file.notes.empty(), expected["note"].toBool());
    const QJsonArray networks = expected["networks"].toArray();
    QCOMPARE(file.networks.size(), static_cast<std::size_t>(networks.size()));
    for (qsizetype n = 0; n < networks.size(); ++n) {
        const StateDict &network = file.networks[static_cast<std::size_t>(n)];
        const QJsonArray tensors = networks[n]["tensors"].toArray();
        QCOMPARE(network.name, networks[n]["name"].toString().toStdString());
        QCOMPARE(network.tensors.size(), static_cast<std::size_t>(tensors.size()));
        for (qsizetype t = 0; t < tensors.size(); ++t) {
            const StoredTensor &tensor = network.tensors[static_cast<std::size_t>(t)];
            QCOMPARE(tensor.name, tensors[t]["name"].toString().toStdString());
            QCOMPARE(std::string(quantloupe::name(tensor.type)),
                     tensors[t]["type"].toString().toStdString());
            QJsonArray shape;
            for (const std::int64_t size : tensor.shape)
                shape.append(static_cast<qint64>(size));
            QCOMPARE(shape, tensors[t]["shape"].toArray());
            QJsonArray values;
            for (const float value : tensor.toFloat())
                values.append(static_cast<double>(value));
            QCOMPARE(values, tensors[t]["values"].toArray());
            QCOMPARE(network.find(tensor.name), &tensor);
        }
    }
}

void TestArchives::kinds_data()
{
    QTest::addColumn<int>("kind");
    const auto row = [](const char *name, FileKind kind) {
        QTest::newRow(name) << static_cast<int>(kind);
    };
    row("zip.pth", FileKind::ZipStateDict);
    row("deflated.pth", FileKind::ZipStateDict);
    row("legacy.pth", FileKind::LegacyStateDict);
    row("legacy_protocol4.pth", FileKind::LegacyStateDict);
    row("script.pt", FileKind::TorchScript);
    row("plain.pkl", FileKind::LiveObjects);
    row("archives.json", FileKind::Unknown);
}

void TestArchives::kinds()
{
    QFETCH(int, kind);
    QCOMPARE(static_cast<int>(detectFileKind(fixture(QTest::currentDataTag()))), kind);
}

void TestArchives::refusedFiles_data()
{
    QTest::addColumn<QString>("part");
    QTest::newRow("module.pth") << "live Python objects ('torch.nn.modules.linear.Linear')";
    QTest::newRow("module_legacy.pth") << "live Python objects ('torch.nn.modules.linear.Linear')";
    QTest::newRow("main_class.pth") << "live Python objects ('__main__.Generator')";
    QTest::newRow("plain.pkl") << "instead of torch.save ('torch.storage._load_from_bytes')";
    QTest::newRow("complex.pth") << "the tensor 'w' of a complex";
    QTest::newRow("script.pt") << "is a TorchScript program";
    QTest::newRow("archives.json") << "is neither a TorchScript, PyTorch nor safetensors file.";
}

void TestArchives::refusedFiles()
{
    QFETCH(QString, part);
    const std::filesystem::path path = fixture(QTest::currentDataTag());
    try {
        readStateDictFile(path);
        QFAIL("was not refused");
    } catch (const Error &error) {
        const std::string message = error.what();
        QVERIFY2(contains(message, part.toStdString()), error.what());
        QVERIFY2(message.starts_with(path.string()), error.what());
    }
}

void TestArchives::unusableFiles()
{
    QTemporaryDir folder;
    const std::filesystem::path empty = folder.filePath("empty.pth").toStdString();
    writeFileAtomically(empty, std::string_view());
    QCOMPARE(detectFileKind(empty), FileKind::Unknown);
    for (const std::filesystem::path &path :
         {empty, std::filesystem::path(folder.path().toStdString()),
          std::filesystem::path(folder.filePath("missing.pth").toStdString())}) {
        try {
            readStateDictFile(path);
            QFAIL("was not refused");
        } catch (const Error &error) {
            QVERIFY2(std::string(error.what()).starts_with(path.string()), error.what());
        }
    }
    QVERIFY_EXCEPTION_THROWN(detectFileKind(folder.filePath("missing").toStdString()), Error);
    const Refusal tar = refusalOf(std::string(257, 'x') + "ustar" + std::string(300, '\0'));
    QVERIFY2(contains(tar.message, "tar archive"), tar.message.c_str());
}

void TestArchives::truncatedFiles_data()
{
    QTest::addColumn<QString>("kind");
    for (const char *name : {"zip.pth", "deflated.pth", "legacy.pth", "legacy_protocol4.pth"})
        QTest::newRow(name) << "";
    QTest::newRow("safetensors") << "safetensors";
}

void TestArchives::truncatedFiles()
{
    QFETCH(QString, kind);
    std::string whole;
    if (kind.isEmpty()) {
        whole = fixtureContents(QTest::currentDataTag());
    } else {
        const auto tensors = readStateDictFile(fixture("zip.pth")).networks[0].tensors;
        const std::vector<std::byte> bytes = encodeSafetensors(tensors, {});
        whole = std::string(reinterpret_cast<const char *>(bytes.data()), bytes.size());
    }
    QVERIFY(!refusalOf(whole).isRefused);
    for (std::size_t size = 0; size < whole.size(); ++size) {
        const Refusal refusal = refusalOf(whole.substr(0, size));
        QVERIFY2(refusal.isRefused, qPrintable(QString::number(size)));
        QVERIFY2(refusal.message.starts_with(kFile), refusal.message.c_str());
        // Shorter beginnings cannot be told from other files.
        if (size > 64)
            QVERIFY2(contains(refusal.message, "cut short"), refusal.message.c_str());
    }
}

void TestArchives::sharedModels_data()
{
    // Sums in double precision as PyTorch 1.13 prints them.
    QTest::addColumn<QString>("network");
    QTest::addColumn<int>("tensors");
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("last");
    QTest::addColumn<double>("sum");
    QTest::newRow("cifar_resnet20.th") << "state_dict" << 97 << "conv1.weight"
                                       << "linear.bias" << 139.7826495598208;
    QTest::newRow("facegen_generator.pt") << "" << 26 << "generator_deconv.0.0.weight"
                                          << "generator_deconv.4.0.bias" << 526880.1431929995;
    QTest::newRow("faces32_discriminator40.pt") << "" << 13 << "conv1.0.weight"
                                                << "fc.bias" << 126.83585583307229;
    QTest::newRow("faces32_generator05.pt") << "" << 17 << "fc.weight"
                                            << "t_conv3.0.weight" << -588.1849070903772;
    QTest::newRow("faces32_generator40.pt") << "" << 17 << "fc.weight"
                                            << "t_conv3.0.weight" << -572.0106707441776;
    QTest::newRow("inception_v3_fid_partial.pth")
        << "" << 552 << "Conv2d_1a_3x3.conv.weight"
        << "Mixed_7c.branch_pool.bn.num_batches_tracked" << -57245.762027056255;
    QTest::newRow("mnist_lenet.pth") << "" << 10 << "convnet.c1.weight"
                                     << "fc.f7.bias" << -401.6265222509862;
    QTest::newRow("mnist_mlp_generator.ckpt") << "" << 6 << "0.weight"
                                              << "4.bias" << -29138.777449927424;
}

void TestArchives::sharedModels()
{
    QFETCH(QString, network);
    QFETCH(int, tensors);
    QFETCH(QString, first);
    QFETCH(QString, last);
    QFETCH(double, sum);
    const std::string path = sharedModel(QTest::currentDataTag());
    if (path.empty())
        QSKIP("the shared models are not here (set QUANTLOUPE_DATA)");
    const StateDictFile file = readStateDictFile(path);
    QCOMPARE(file.networks.size(), 1U);
    const StateDict &dict = file.networks[0];
    QCOMPARE(dict.name, network.toStdString());
    QCOMPARE(dict.tensors.size(), static_cast<std::size_t>(tensors));
    QCOMPARE(dict.tensors.front().name, first.toStdString());
    QCOMPARE(dict.tensors.back().name, last.toStdString());
    double total = 0;
    for (const StoredTensor &tensor : dict.tensors) {
        for (const float value : tensor.toFloat())
            total += static_cast<double>(value);
    }
    QVERIFY(std::abs(total - sum) < 1e-6);
}

QTEST_GUILESS_MAIN(TestArchives)
#include "tst_archives.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "base/error.h"
#include "base/file_io.h"
#include "model/architecture.h"
#include "network_runs.h"
#include "state_dict_files.h"
#include "state_dict_networks.h"

using namespace quantloupe;
using namespace test_networks;

namespace {

const char *const kWorking = R"json({
  "format": "quantloupe-architecture",
  "version": 1,
  "name": "halved",
  "summary": "a test",
  "input": {"kind": "latent", "shape": [8, 1, 1], "distribution": "uniform"},
  "outputRange": [0, 1],
  "source": [
    "def forward(self, x: Tensor) -> Tensor:",
    "    x = torch.conv_transpose2d(x, {main.0.weight}, None, [1, 1], [0, 0], [0, 0], 1, [1, 1])",
    "    x = torch.conv_transpose2d(torch.relu(x), {main.3.weight}, None, [2, 2], [1, 1])",
    "    x = torch.conv_transpose2d(torch.relu(x), {main.6.weight}, None, [2, 2], [1, 1])",
    "    return torch.sigmoid(x)"
  ]
})json";

} // namespace

/// The user's own architecture: its file, and the networks it makes.
class TestArchitectureFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readings();
    void usersNetwork();
    void roundTrip();
    void mistakes_data();
    void mistakes();
    void keysInOrder();

private:
    QTemporaryDir m_folder;
    std::string path(const char *name) const { return m_folder.filePath(name).toStdString(); }
    LoadOptions withArchitecture(const QString &text)
    {
        LoadOptions options;
        options.path = path("network.safetensors");
        options.architectureFile = path("architecture.json");
        writeSafetensors(options.path, sequentialNetworks().front().tensors);
        writeFileAtomically(options.architectureFile, text.toStdString());
        return options;
    }
};

/// What a reading writes can be read again as the user's file and gives the same network.
void TestArchitectureFile::readings()
{
    const at::NoGradGuard noGradients;
    std::vector<StateDictNetwork> networks = sequentialNetworks();
    networks.push_back(cycleGan());
    for (const StateDictNetwork &network : networks) {
        LoadOptions options;
        options.path = path("network.safetensors");
        writeSafetensors(options.path, network.tensors);
        const auto found = loadGenerator(options);
        QVERIFY(!found->info.architectureFile.empty());
        options.architectureFile = path("architecture.json");
        writeFileAtomically(options.architectureFile, found->info.architectureFile);
        const auto given = loadGenerator(options);
        const bool isImage = found->info.isImageToImage();
        const Values values =
            latents(isImage ? std::vector<std::int64_t>{3, 64, 64} : network.inputShape)(2);
        QVERIFY2(at::equal(run(*found, values), run(*given, values)), network.name.c_str());
        QCOMPARE(given->info.isImageToImage(), isImage);
        QCOMPARE(given->info.output, found->info.output);
    }
}

void TestArchitectureFile::usersNetwork()
{
    const at::NoGradGuard noGradients;
    const StateDictNetwork network = sequentialNetworks().front();
    const auto generator = loadGenerator(withArchitecture(kWorking));
    QCOMPARE(generator->info.architecture, std::string("halved"));
    QCOMPARE(generator->plan.distribution, Distribution::Uniform);
    QCOMPARE(generator->plan.outputRange, (ValueRange{0, 1}));
    QCOMPARE(generator->info.layers.size(), 3U);
    const auto w = [&](const char *key) {
        for (const auto &[name, tensor] : network.tensors)
            if (name == key)
                return tensor;
        return at::Tensor();
    };
    const Values values = latents({8, 1, 1})(2);
    at::Tensor x = at::conv_transpose2d(values[0].toTensor(), w("main.0.weight"));
    x = at::conv_transpose2d(at::relu(x), w("main.3.weight"), {}, 2, 1);
    x = at::conv_transpose2d(at::relu(x), w("main.6.weight"), {}, 2, 1);
    QVERIFY(at::equal(run(*generator, values), at::sigmoid(x)));
    // The norms of the file are left over, and the user is told.
    bool told = false;
    for (const std::string &warning : generator->info.warnings)
        told |= warning.find("main.1.weight") != std::string::npos;
    QVERIFY(told);
}

void TestArchitectureFile::roundTrip()
{
    Architecture architecture;
    architecture.name = "quotes \" and \\ and ü";
    architecture.summary = "8 -> 3x16x16";
    architecture.source = "def forward(self, x: Tensor) -> Tensor:\n    return {a.b-c}\n";
    architecture.inputKind = InputKind::Image;
    architecture.inputShape = {3, 64, 96};
    architecture.distribution = Distribution::Uniform;
    architecture.outputRange = ValueRange{-0.5, 255};
    writeFileAtomically(path("a.json"), toJson(architecture));
    const Architecture read = readArchitecture(path("a.json"));
    QCOMPARE(read.name, architecture.name);
    QCOMPARE(read.summary, architecture.summary);
    QCOMPARE(read.source, architecture.source);
    QVERIFY(read.inputKind == architecture.inputKind);
    QCOMPARE(read.inputShape, architecture.inputShape);
    QVERIFY(read.distribution == architecture.distribution);
    QCOMPARE(*read.outputRange, *architecture.outputRange);
    QCOMPARE(toJson(read), toJson(architecture));
}

void TestArchitectureFile::mistakes_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("word");
    QTest::newRow("no JSON") << "{\n"
                             << ""
                             << "understood";
    QTest::newRow("another format") << "quantloupe-architecture"
                                    << "other"
                                    << "format";
    QTest::newRow("another version") << "\"version\": 1"
                                     << "\"version\": 2"
                                     << "version";
    QTest::newRow("no name") << "\"name\""
                             << "\"title\""
                             << "name";
    QTest::newRow("no input") << "\"input\""
                              << "\"in\""
                              << "input";
    QTest::newRow("no source") << "\"source\""
                               << "\"code\""
                               << "source";
    QTest::newRow("number for a name") << "\"halved\""
                                       << "3"
                                       << "type";
    QTest::newRow("unknown kind") << "latent"
                                  << "sound"
                                  << "input.kind";
    QTest::newRow("unknown distribution") << "uniform"
                                          << "cauchy"
                                          << "input.distribution";
    QTest::newRow("negative shape") << "[8, 1, 1]"
                                    << "[-8, 1, 1]"
                                    << "input.shape";
    QTest::newRow("huge shape") << "[8, 1, 1]"
                                << "[100000000, 1, 1]"
                                << "input.shape";
    QTest::newRow("empty shape") << "[8, 1, 1]"
                                 << "[]"
                                 << "input.shape";
    QTest::newRow("range upside down") << "[0, 1]"
                                       << "[1, 0]"
                                       << "outputRange";
    QTest::newRow("no forward") << "def forward"
                                << "def backward"
                                << "def forward";
    QTest::newRow("unknown key") << "{main.0.weight}"
                                 << "{main.99.weight}"
                                 << "main.99.weight";
    QTest::newRow("unsafe key") << "{main.0.weight}"
                                << "{a', 'b} "
                                << "a', 'b";
    QTest::newRow("does not compile") << "torch.sigmoid(x)"
                                      << "torch.sigmoid(y)"
                                      << "compile";
    QTest::newRow("no picture") << "torch.sigmoid(x)"
                                << "torch.sum(x)"
                                << "picture";
    QTest::newRow("wrong input") << "[8, 1, 1]"
                                 << "[9, 1, 1]"
                                 << "input";
}

void TestArchitectureFile::mistakes()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(QString, word);
    QString text = kWorking;
    QVERIFY(text.contains(from));
    text.replace(text.indexOf(from), from.size(), to);
    const LoadOptions options = withArchitecture(text);
    QString message;
    try {
        loadGenerator(options);
    } catch (const Error &error) {
        QVERIFY(error.kind() == ErrorKind::BadInput || error.kind() == ErrorKind::Unsupported);
        message = QString::fromUtf8(error.what());
    }
    QVERIFY2(message.contains(word), qPrintable(message));
    QVERIFY2(message.contains(QString::fromStdString(options.architectureFile)) ||
                 message.contains(QString::fromStdString(options.path)),
             qPrintable(message));
    QVERIFY2(!message.contains('\n'), qPrintable(message));
}

void TestArchitectureFile::keysInOrder()
{
    QCOMPARE(keysOf("{b} + {a} + {b} {"), (std::vector<std::string>{"b", "a"}));
    QCOMPARE(keysOf("none"), std::vector<std::string>());
}

QTEST_APPLESS_MAIN(TestArchitectureFile)
#include "tst_architecture_file.moc"

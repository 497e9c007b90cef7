// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive_builder.h"
#include "base/error.h"
#include "base/file_io.h"
#include "model/archive/network_names.h"
#include "model/archive/pickle_reader.h"
#include "model/archive/safetensors.h"
#include "model/archive/safetensors_writer.h"
#include "model/archive/state_dict.h"
#include "model/archive/state_dict_bytes.h"

#include <QtTest>
#include <bit>
#include <cmath>
#include <cstring>

using namespace quantloupe;
using namespace archive_builder;

namespace {

const std::string kFile = "some/model.pth";

std::filesystem::path fixture(const std::string &name)
{
    return std::filesystem::path(QUANTLOUPE_SOURCE_DIR) / "tests/data" / name;
}

std::string contentsOf(const std::filesystem::path &path)
{
    return readTextFile(path);
}

struct Refusal
{
    bool isRefused = false;
    ErrorKind kind = ErrorKind::Internal;
    std::string message;
};

Refusal refusalOf(const std::string &file)
{
    try {
        readStateDictBytes(bytesOf(file), kFile);
    } catch (const Error &error) {
        return {true, error.kind(), error.what()};
    }
    return {};
}

bool contains(const std::string &text, const std::string &part)
{
    return text.find(part) != std::string::npos;
}

StateDictFile readText(const std::string &file)
{
    return readStateDictBytes(bytesOf(file), kFile);
}

std::string floats(std::initializer_list<float> values)
{
    std::string bytes;
    for (const float value : values)
        bytes += little(std::bit_cast<std::uint32_t>(value), 4);
    return bytes;
}

const std::string kFour = floats({1, 2, 3, 4});

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
    void dangerousGlobals_data();
    void dangerousGlobals();
    void liveObjects_data();
    void liveObjects();
    void badTensors_data();
    void badTensors();
    void badZips_data();
    void badZips();
    void badPickles_data();
    void badPickles();
    void badSafetensors_data();
    void badSafetensors();
    void zip64();
    void checksumIsNoted();
    void legacyStorageView();
    void badLegacyFiles();
    void deepNesting();
    void valueThatContainsItself();
    void protocolZero();
    void typedTensor();
    void nestedNetworks();
    void safetensorsRoundTrip();
    void safetensorsPrefixes();
    void networkRoles_data();
    void networkRoles();
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
    const QByteArray json = QByteArray::fromStdString(contentsOf(fixture("archives.json")));
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
        whole = contentsOf(fixture(QTest::currentDataTag()));
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

void TestArchives::dangerousGlobals_data()
{
    QTest::addColumn<QString>("module");
    QTest::addColumn<QString>("name");
    const char *const globals[][2] = {{"os", "system"},
                                      {"posix", "system"},
                                      {"nt", "system"},
                                      {"os", "popen"},
                                      {"os", "execv"},
                                      {"subprocess", "Popen"},
                                      {"subprocess", "call"},
                                      {"builtins", "eval"},
                                      {"builtins", "exec"},
                                      {"builtins", "__import__"},
                                      {"builtins", "getattr"},
                                      {"builtins", "open"},
                                      {"builtins", "compile"},
                                      {"__builtin__", "eval"},
                                      {"__builtin__", "getattr"},
                                      {"__builtin__", "apply"},
                                      {"runpy", "_run_code"},
                                      {"pty", "spawn"},
                                      {"shutil", "rmtree"},
                                      {"socket", "socket"},
                                      {"webbrowser", "open"},
                                      {"importlib", "import_module"},
                                      {"ctypes", "CDLL"},
                                      {"operator", "attrgetter"},
                                      {"operator", "methodcaller"},
                                      {"functools", "partial"},
                                      {"torch.hub", "load"},
                                      {"torch", "load"},
                                      {"torch.serialization", "load"},
                                      {"pickle", "loads"},
                                      {"_pickle", "loads"},
                                      {"code", "interact"},
                                      {"timeit", "timeit"},
                                      {"bdb", "Bdb"},
                                      {"pip", "main"},
                                      {"sys", "modules"},
                                      {"numpy", "load"},
                                      {"numpy.testing._private.utils", "runstring"},
                                      {"torch._utils", "_import_dotted_name"},
                                      {"types", "FunctionType"},
                                      {"types", "CodeType"},
                                      {"marshal", "loads"},
                                      {"multiprocessing", "Process"},
                                      {"collections", "namedtuple"},
                                      {"copyreg", "__newobj__"},
                                      {"torch", "_C._nn"}};
    for (const auto &[module, name] : globals)
        QTest::newRow(qPrintable(QString("%1.%2").arg(module, name))) << module << name;
}

void TestArchives::dangerousGlobals()
{
    QFETCH(QString, module);
    QFETCH(QString, name);
    const std::string m = module.toStdString();
    const std::string n = name.toStdString();
    const std::string marker = QDir::tempPath().toStdString() + "/quantloupe-must-not-exist";
    const std::string call = "(" + text("touch " + marker) + "tR";
    const std::string tail = ".";
    const std::vector<std::string> pickles{
        "\x80\x02" + global(m, n) + call + tail,
        "\x80\x04" + stackGlobal(m, n) + call + tail,
        "\x80\x02}" + text("w") + global(m, n) + call + "s" + tail,
        "\x80\x02(" + text("touch " + marker) + "i" + m + "\n" + n + "\n" + tail,
        "\x80\x02(" + global(m, n) + text("touch " + marker) + "o" + tail,
        "\x80\x02" + global(m, n) + tail,
        global(m, n) + "(S'touch " + marker + "'\ntR" + tail};
    for (const std::string &pickle : pickles) {
        for (const std::string &file :
             {pickle, torchZip(pickle, {kFour}), torchZip(pickle, {kFour}, true),
              legacyFile(pickle, {{"0", 4, kFour}})}) {
            const Refusal refusal = refusalOf(file);
            QVERIFY(refusal.isRefused);
            QCOMPARE(refusal.kind, ErrorKind::BadInput);
            QVERIFY2(contains(refusal.message, "names the Python global '" + m + "." + n + "'"),
                     refusal.message.c_str());
            QVERIFY(contains(refusal.message, "torch.save(model.state_dict(), ...)"));
            QVERIFY(!std::filesystem::exists(marker));
        }
    }
}

void TestArchives::liveObjects_data()
{
    QTest::addColumn<QString>("module");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("part");
    QTest::newRow("stylegan3") << "torch_utils.persistence"
                               << "_reconstruct_persistent_obj"
                               << "packaging/export_torchscript.py";
    QTest::newRow("stylegan") << "dnnlib.tflib.network"
                              << "Network"
                              << "packaging/export_torchscript.py";
    QTest::newRow("main") << "__main__"
                          << "Generator"
                          << "state_dict()";
    QTest::newRow("module") << "torch.nn.modules.conv"
                            << "Conv2d"
                            << "state_dict()";
    QTest::newRow("quantized") << "torch._utils"
                               << "_rebuild_qtensor"
                               << "quantized";
}

void TestArchives::liveObjects()
{
    QFETCH(QString, module);
    QFETCH(QString, name);
    QFETCH(QString, part);
    const std::string pickle = "\x80\x03" + global(module.toStdString(), name.toStdString()) + ".";
    for (const std::string &file : {pickle, torchZip(pickle, {}), legacyFile(pickle, {})}) {
        const Refusal refusal = refusalOf(file);
        QCOMPARE(refusal.kind, ErrorKind::Unsupported);
        QVERIFY2(contains(refusal.message, part.toStdString()), refusal.message.c_str());
        QVERIFY(contains(refusal.message, (module + "." + name).toStdString()));
    }
}

void TestArchives::badTensors_data()
{
    QTest::addColumn<QByteArray>("pickle");
    QTest::addColumn<QString>("part");
    const auto row = [](const char *name, const TensorText &t, const char *part) {
        QTest::newRow(name) << QByteArray::fromStdString(tensorPickle(t)) << part;
    };
    constexpr std::int64_t kHuge = 1LL << 62;
    row("negative size", {.shape = numbers({-2, 2})}, "negative");
    row("negative stride", {.strides = numbers({-2, 1})}, "negative");
    row("negative offset", {.offset = -1}, "negative");
    row("absurd shape", {.shape = numbers({kHuge, 2}), .strides = numbers({0, 0})}, "absurd");
    row("overflowing shape", {.shape = numbers({kHuge, kHuge}), .strides = numbers({0, 0})},
        "absurd");
    row("over 8 GiB", {.shape = numbers({3LL << 30}), .strides = numbers({0})}, "absurd");
    row("expanded bomb", {.shape = numbers({1LL << 24}), .strides = numbers({0})}, "far larger");
    row("overflowing strides", {.strides = numbers({kHuge, kHuge})}, "beyond its storage");
    row("one beyond", {.offset = 1}, "beyond its storage");
    row("huge offset", {.offset = kHuge}, "beyond its storage");
    row("rank", {.shape = numbers({4}), .strides = numbers({2, 1})}, "different length");
    row("storage too short", {.elements = 5}, "lacks data");
    row("storage absent", {.key = "7"}, "lacks the data of storage '7'");
    row("storage elsewhere", {.key = "../version"}, "lacks the data");
    row("storage count", {.elements = -1}, "malformed");
    row("storage absurd", {.elements = kHuge}, "malformed");
    row("type", {.storageType = "ComplexFloatStorage"}, "complex");
    row("shape of text", {.shape = "(" + text("a") + text("b") + "t"}, "malformed");
    row("shape missing", {.shape = "N"}, "malformed shape");
}

void TestArchives::badTensors()
{
    QFETCH(QByteArray, pickle);
    QFETCH(QString, part);
    QVERIFY(!refusalOf(torchZip(tensorPickle({}), {kFour})).isRefused);
    for (const bool isDeflated : {false, true}) {
        const Refusal refusal = refusalOf(torchZip(pickle.toStdString(), {kFour}, isDeflated));
        QVERIFY2(contains(refusal.message, part.toStdString()), refusal.message.c_str());
        QVERIFY(refusal.message.starts_with(kFile));
    }
}

void TestArchives::badZips_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("part");
    const std::string pickle = tensorPickle({});
    const auto row = [&](const char *name, const Member &storage, const char *part) {
        const std::vector<Member> members{{"a/data.pkl", pickle}, storage};
        QTest::newRow(name) << QByteArray::fromStdString(zip(members)) << part;
    };
    row("inflates to more", {"a/data/0", kFour + kFour, true, 16}, "declared size");
    row("inflates to less", {"a/data/0", kFour, true, 32}, "declared size");
    row("impossible ratio", {"a/data/0", kFour, true, 1 << 20}, "impossible size");
    row("stored size", {"a/data/0", kFour, false, 17}, "impossible size");
    row("bomb", {"a/data/0", std::string(100 << 20, '\0'), true}, "not plausible");
    row("encrypted", {"a/data/0", kFour, false, -1, 1}, "encrypted");
    row("big-endian", {"a/byteorder", "big"}, "big-endian");
    row("byte order", {"a/byteorder", "middle"}, "byte order");
    row("twice", {"a/data.pkl", pickle}, "two members");
    const auto file = [](const char *name, const std::string &bytes, const char *part) {
        QTest::newRow(name) << QByteArray::fromStdString(bytes) << part;
    };
    file("not PyTorch", zip({{"readme.txt", "hello"}}), "not one of PyTorch");
    file("no members", zip({}), "not one of PyTorch");
    std::string many = zip({{"a/data.pkl", pickle}});
    many.replace(many.size() - 12, 2, "\xff\xff");
    file("member count", many, "more zip members");
    std::vector<Member> sum{{"a/data.pkl", pickle}};
    for (int i = 0; i < 3; ++i)
        sum.push_back({"a/data/" + std::to_string(i), std::string(30 << 20, '\0'), true});
    file("sum of members", zip(sum), "not plausible");
}

void TestArchives::badZips()
{
    QFETCH(QByteArray, file);
    QFETCH(QString, part);
    const Refusal refusal = refusalOf(file.toStdString());
    QVERIFY2(contains(refusal.message, part.toStdString()), refusal.message.c_str());
    QVERIFY(refusal.message.starts_with(kFile));
}

void TestArchives::badPickles_data()
{
    QTest::addColumn<QByteArray>("pickle");
    QTest::addColumn<QString>("part");
    const auto row = [](const char *name, const std::string &body, const char *part) {
        QTest::newRow(name) << QByteArray::fromStdString("\x80\x02" + body) << part;
    };
    row("nothing", ".", "a value is missing");
    row("mark", "(.", "a value is missing");
    row("no mark", "t.", "a mark is missing");
    row("memo", "h\x05.", "missing memo entry");
    row("memo index", "gx\n.", "malformed memo index");
    row("odd pairs", "}(Nu.", "key without a value");
    row("append", "NNa.", "no container");
    row("text length", "X\xff\xff\xff\x7f.", "in the middle of its pickle");
    row("text length 8", "\x8d\xff\xff\xff\xff\xff\xff\xff\xff.", "in the middle of its pickle");
    row("long length", "\x8b\xff\xff\xff\xff.", "in the middle of its pickle");
    row("frame", "\x95\xff\xff\xff\xff\xff\xff\xff\x7fN.", "in the middle of its pickle");
    row("protocol", "\x80\x09N.", "unknown protocol");
    row("extension", "\x82\x01.", "extension");
    row("persistent text", "Pabc\n.", "extension");
    row("persistent id", "NQ.", "no storage");
    row("module source", "(" + text("module") + "NNNNtQ.", "no storage");
    row("call", "N)R.", "no global");
    row("arguments", global("collections", "OrderedDict") + "NR.", "no tuple");
    row("build", "NNb.", "takes none");
    row("integer", "Ixyz\n.", "malformed integer");
    row("opcode", "\xff.", "unknown opcode 255");
    row("no network", "}.", "holds no network");
    row("list",
        "](K\x01K\x02"
        "e.",
        "holds no network");
    row("marks", std::string(20000, '('), "nesting deeper");
    row("stack", "N" + std::string(1'000'001, '2'), "on the stack");
    row("values", std::string(5'000'000, ']') + ".", "more values");
    row("key", "}" + text("\xff\xfe") + tensor({}) + "s.", "is no text");
    row("long key", "}" + text(std::string(5000, 'k')) + tensor({}) + "s.", "4096 bytes");
}

void TestArchives::badPickles()
{
    QFETCH(QByteArray, pickle);
    QFETCH(QString, part);
    for (const std::string &file :
         {torchZip(pickle.toStdString(), {kFour}), legacyFile(pickle.toStdString(), {})}) {
        const Refusal refusal = refusalOf(file);
        QVERIFY2(contains(refusal.message, part.toStdString()), refusal.message.c_str());
        QVERIFY(refusal.message.starts_with(kFile));
    }
}

void TestArchives::badSafetensors_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("part");
    const auto row = [](const char *name, const std::string &header, const char *part,
                        const std::string &data = kFour) {
        QTest::newRow(name) << QByteArray::fromStdString(safetensors(header, data)) << part;
    };
    row("size", R"({"w":{"dtype":"F32","shape":[3],"data_offsets":[0,16]}})", "does not fit");
    row("bounds", R"({"w":{"dtype":"F32","shape":[8],"data_offsets":[0,32]}})", "cut short");
    row("hole", R"({"w":{"dtype":"F32","shape":[2],"data_offsets":[8,16]}})", "unused data");
    row("rest", R"({"w":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}})", "unused data");
    row("overlap",
        R"({"v":{"dtype":"F32","shape":[3],"data_offsets":[0,12]},)"
        R"("w":{"dtype":"F32","shape":[2],"data_offsets":[8,16]}})",
        "overlapping");
    row("order", R"({"w":{"dtype":"F32","shape":[4],"data_offsets":[16,0]}})", "data range");
    row("negative", R"({"w":{"dtype":"F32","shape":[-4],"data_offsets":[0,16]}})", "shape");
    row("fraction", R"({"w":{"dtype":"F32","shape":[4.5],"data_offsets":[0,16]}})", "shape");
    row("overflow",
        R"({"w":{"dtype":"F32","shape":[4294967296,4294967296],"data_offsets":[0,16]}})",
        "does not fit");
    row("type", R"({"w":{"dtype":"C64","shape":[4],"data_offsets":[0,16]}})", "type 'C64'");
    row("no type", R"({"w":{"shape":[4],"data_offsets":[0,16]}})", "element type");
    row("no range", R"({"w":{"dtype":"F32","shape":[4]}})", "data_offsets");
    row("no object", R"({"w":3})", "malformed");
    row("no JSON", R"({"w":)", "no JSON object");
    row("nested", R"({"w":[[[[[[]]]]]]})", "nested");
    row("deep", R"({"w":)" + std::string(100'000, '['), "nested");
    row("empty", "{}", "holds no tensors", "");
    row("header", "{" + std::string(100'000'000, ' ') + "}", "is neither");
}

void TestArchives::badSafetensors()
{
    QFETCH(QByteArray, file);
    QFETCH(QString, part);
    const Refusal refusal = refusalOf(file.toStdString());
    QVERIFY2(contains(refusal.message, part.toStdString()), refusal.message.c_str());
    QVERIFY(refusal.message.starts_with(kFile));
}

void TestArchives::zip64()
{
    const std::string file =
        zip({{"a/data.pkl", tensorPickle({})}, {"a/data/0", kFour, true}}, {.isZip64 = true});
    const StateDictFile read = readText(file);
    QCOMPARE(read.networks[0].tensors[0].toFloat(), (std::vector<float>{1, 2, 3, 4}));
    QVERIFY(read.notes.empty());
}

void TestArchives::checksumIsNoted()
{
    std::string file = torchZip(tensorPickle({}), {kFour});
    file[file.find(kFour)] ^= 1;
    QCOMPARE(readText(file).notes.size(), 1U);
}

void TestArchives::legacyStorageView()
{
    const std::string view = "(" + text("view") + number(1) + number(2) + "t";
    TensorText t{.offset = 1, .shape = numbers({1}), .strides = numbers({1}), .view = view};
    const LegacyStorage storage{"0", 4, kFour};
    const StateDictFile file = readText(legacyFile(tensorPickle(t), {storage}));
    QCOMPARE(file.networks[0].tensors[0].toFloat(), std::vector<float>{3});
    t.offset = 2;
    QVERIFY(contains(refusalOf(legacyFile(tensorPickle(t), {storage})).message, "beyond"));
    t.view = "(" + text("view") + number(3) + number(2) + "t";
    QVERIFY(contains(refusalOf(legacyFile(tensorPickle(t), {storage})).message, "malformed"));
    t.view = "N";
    t.offset = 3;
    QVERIFY(!refusalOf(legacyFile(tensorPickle(t), {storage})).isRefused);
}

void TestArchives::badLegacyFiles()
{
    const std::string pickle = tensorPickle({});
    const auto message = [](const std::string &file) { return refusalOf(file).message; };
    QVERIFY(contains(message(legacyFile(pickle, {{"0", 4, kFour}}, false)), "big-endian"));
    QVERIFY(contains(message(legacyFile(pickle, {{"0", 3, kFour}})), "two sizes"));
    QVERIFY(contains(message(legacyFile(pickle, {{"0", 4, "abc"}})), "cut short"));
    QVERIFY(contains(message(legacyFile(pickle, {{"9", 4, kFour}})), "none of its tensors"));
    QVERIFY(contains(message(legacyFile(pickle, {})), "lacks the data of storage '0'"));
    QVERIFY(contains(message(legacyFile(pickle, {{"0", ~0ULL, kFour}})), "two sizes"));
}

void TestArchives::deepNesting()
{
    constexpr std::size_t kDepth = 900'000;
    const std::string lists = std::string(kDepth, ']') + std::string(kDepth - 1, 'a');
    const std::string tuples = "N" + std::string(kDepth, '\x85');
    for (const std::string &deep : {lists, tuples}) {
        const std::string pickle = "\x80\x02}" + text("a") + deep + "s" + text("w") + tensor({}) +
                                   "s" + text("v") + tensor({}) + "s.";
        QCOMPARE(readText(torchZip(pickle, {kFour})).networks[0].tensors.size(), 2U);
    }
}

void TestArchives::valueThatContainsItself()
{
    const std::string pickle = std::string("\x80\x02}q\x01") + text("self") + "h\x01s" + text("w") +
                               tensor({}) + "s" + text("v") + tensor({}) + "s.";
    QCOMPARE(readText(torchZip(pickle, {kFour})).networks.size(), 1U);
}

void TestArchives::protocolZero()
{
    const std::string pickle = "(dp0\nS'a'\np1\nI01\nsVb\np2\nL123456789012345678901234567890L\n"
                               "sS'c'\n(lp3\nF1.5\naI-7\nas.";
    const PickleTree tree = readPickle(bytesOf(pickle), kFile).tree;
    const std::vector<PickleId> &items = tree[tree.root].items;
    QCOMPARE(items.size(), 6U);
    QCOMPARE(tree[items[0]].text, std::string_view("a"));
    QCOMPARE(tree[items[1]].kind, PickleKind::Bool);
    QCOMPARE(tree[items[3]].kind, PickleKind::BigInt);
    QCOMPARE(tree[tree[items[5]].items[1]].integer, -7);
}

void TestArchives::typedTensor()
{
    const std::string pickle =
        "\x80\x02}" + text("w") + global("torch._utils", "_rebuild_tensor_v3") + "((" +
        text("storage") + global("torch.storage", "UntypedStorage") + text("0") + text("cpu") +
        number(16) + "tQ" + number(1) + numbers({3}) + numbers({1}) + "\x89}" +
        global("torch", "float32") + "}tRs.";
    QCOMPARE(readText(torchZip(pickle, {kFour})).networks[0].tensors[0].toFloat(),
             (std::vector<float>{2, 3, 4}));
}

void TestArchives::nestedNetworks()
{
    const std::string net = "}" + text("w") + tensor({}) + "s";
    const auto pair = [](const std::string &key, const std::string &value) {
        return text(key) + value + "s";
    };
    const std::string pickle = "\x80\x02}" + pair("netD", net) + pair("optimizer_G", net) +
                               pair("models", "}" + pair("params", net) + pair("params_ema", net)) +
                               pair("netG", "}" + pair("_orig_mod.module.module.x", tensor({})) +
                                                pair("_orig_mod.module.module.x", tensor({}))) +
                               pair("pair", "]" + net + "a") + ".";
    const StateDictFile file = readText(torchZip(pickle, {kFour}));
    std::vector<std::string> names;
    for (const StateDict &network : file.networks)
        names.push_back(network.name);
    QCOMPARE(names, (std::vector<std::string>{"models.params_ema", "netG", "models.params",
                                              "pair[0]", "netD"}));
    QCOMPARE(file.networks[1].tensors.size(), 1U);
    QCOMPARE(file.networks[1].tensors[0].name, "x");
}

void TestArchives::safetensorsRoundTrip()
{
    const std::vector<StoredTensor> tensors =
        readStateDictFile(fixture("types.pth")).networks[0].tensors;
    const std::vector<std::byte> bytes = encodeSafetensors(tensors, {{"made", "here"}});
    QTemporaryDir folder;
    const std::filesystem::path path = folder.filePath("t.safetensors").toStdString();
    writeFileAtomically(path, bytes);
    QCOMPARE(detectFileKind(path), FileKind::Safetensors);
    QCOMPARE(readStateDictFile(path).format, "safetensors");
    const std::vector<StoredTensor> read = readSafetensors(path);
    QCOMPARE(read.size(), tensors.size());
    for (std::size_t i = 0; i < read.size(); ++i) {
        QCOMPARE(read[i].name, tensors[i].name);
        QCOMPARE(read[i].type, tensors[i].type);
        QCOMPARE(read[i].shape, tensors[i].shape);
        QVERIFY(read[i].bytes == tensors[i].bytes);
    }
    std::vector<StoredTensor> twice{tensors[0], tensors[0]};
    QVERIFY_EXCEPTION_THROWN(encodeSafetensors(twice, {}), Error);
    twice.pop_back();
    twice[0].bytes.pop_back();
    QVERIFY_EXCEPTION_THROWN(encodeSafetensors(twice, {}), Error);
}

void TestArchives::safetensorsPrefixes()
{
    const auto one = [](const char *name) {
        return StoredTensor{name, DType::UInt8, {1}, {std::byte{1}}};
    };
    const std::vector<std::byte> bytes = encodeSafetensors(
        {one("netD.a"), one("netG.module.a"), one("netG.module.b"), one("g_ema.a")}, {});
    const StateDictFile file = readStateDictBytes(bytes, kFile);
    QCOMPARE(file.networks.size(), 3U);
    QCOMPARE(file.networks[0].name, "g_ema");
    QCOMPARE(file.networks[1].name, "netG");
    QCOMPARE(file.networks[1].tensors[1].name, "b");
    QCOMPARE(file.networks[2].name, "netD");
}

void TestArchives::networkRoles_data()
{
    QTest::addColumn<int>("role");
    const auto row = [](const char *name, NetworkRole role) {
        QTest::newRow(name) << static_cast<int>(role);
    };
    for (const char *name : {"g_ema", "params_ema", "ema", "G_ema", "generator_ema", "model_ema"})
        row(name, NetworkRole::EmaGenerator);
    for (const char *name : {"g", "G", "netG", "netG_A2B", "generator", "gen_state_dict"})
        row(name, NetworkRole::Generator);
    for (const char *name : {"", "state_dict", "params", "model", "net", "edges"})
        row(name, NetworkRole::Unknown);
    for (const char *name : {"d", "D", "netD", "netD_A", "discriminator", "d_ema", "critic"})
        row(name, NetworkRole::Other);
}

void TestArchives::networkRoles()
{
    QFETCH(int, role);
    QCOMPARE(static_cast<int>(networkRole(QTest::currentDataTag())), role);
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

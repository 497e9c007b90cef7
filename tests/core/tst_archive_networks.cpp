// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive_test.h"
#include "model/archive/network_names.h"
#include "model/archive/pickle_reader.h"
#include "model/archive/safetensors.h"
#include "model/archive/safetensors_writer.h"

#include <nlohmann/json.hpp>

#include <QtTest>

using namespace quantloupe;
using namespace archive_builder;

class TestArchiveNetworks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void zip64();
    void checksumIsNoted();
    void legacyStorageView();
    void deepNesting();
    void valueThatContainsItself();
    void protocolZero();
    void typedTensor();
    void nestedNetworks();
    void safetensorsRoundTrip();
    void safetensorsAreAligned();
    void safetensorsPrefixes();
    void networkRoles_data();
    void networkRoles();
};

void TestArchiveNetworks::zip64()
{
    const std::string file =
        zip({{"a/data.pkl", tensorPickle({})}, {"a/data/0", kFour, true}}, {.isZip64 = true});
    const StateDictFile read = readText(file);
    QCOMPARE(read.networks[0].tensors[0].toFloat(), (std::vector<float>{1, 2, 3, 4}));
    QVERIFY(read.notes.empty());
}

void TestArchiveNetworks::checksumIsNoted()
{
    std::string file = torchZip(tensorPickle({}), {kFour});
    file[file.find(kFour)] ^= 1;
    QCOMPARE(readText(file).notes.size(), 1U);
}

void TestArchiveNetworks::legacyStorageView()
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

void TestArchiveNetworks::deepNesting()
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

void TestArchiveNetworks::valueThatContainsItself()
{
    const std::string pickle = std::string("\x80\x02}q\x01") + text("self") + "h\x01s" + text("w") +
                               tensor({}) + "s" + text("v") + tensor({}) + "s.";
    QCOMPARE(readText(torchZip(pickle, {kFour})).networks.size(), 1U);
}

void TestArchiveNetworks::protocolZero()
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

void TestArchiveNetworks::typedTensor()
{
    const std::string pickle =
        "\x80\x02}" + text("w") + global("torch._utils", "_rebuild_tensor_v3") + "((" +
        text("storage") + global("torch.storage", "UntypedStorage") + text("0") + text("cpu") +
        number(16) + "tQ" + number(1) + numbers({3}) + numbers({1}) + "\x89}" +
        global("torch", "float32") + "}tRs.";
    QCOMPARE(readText(torchZip(pickle, {kFour})).networks[0].tensors[0].toFloat(),
             (std::vector<float>{2, 3, 4}));
}

void TestArchiveNetworks::nestedNetworks()
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

void TestArchiveNetworks::safetensorsRoundTrip()
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
    for (const StoredTensor &tensor : tensors) {
        const auto found = std::ranges::find(read, tensor.name, &StoredTensor::name);
        QVERIFY(found != read.end());
        QCOMPARE(found->type, tensor.type);
        QCOMPARE(found->shape, tensor.shape);
        QVERIFY(found->bytes == tensor.bytes);
    }
    std::vector<StoredTensor> twice{tensors[0], tensors[0]};
    QVERIFY_EXCEPTION_THROWN(encodeSafetensors(twice, {}), Error);
    twice.pop_back();
    twice[0].bytes.pop_back();
    QVERIFY_EXCEPTION_THROWN(encodeSafetensors(twice, {}), Error);
}

/// Each element lies at a multiple of its size, whatever the order and the names.
void TestArchiveNetworks::safetensorsAreAligned()
{
    const std::vector<StoredTensor> tensors = {
        {"a", DType::UInt8, {3}, std::vector<std::byte>(3)},
        {"b", DType::Float32, {5}, std::vector<std::byte>(20)},
        {"cc", DType::Float16, {1}, std::vector<std::byte>(2)},
        {"d", DType::Int64, {1}, std::vector<std::byte>(8)},
        {"e", DType::Float32, {1}, std::vector<std::byte>(4)}};
    const std::vector<std::byte> bytes = encodeSafetensors(tensors, {{"made", "here"}});
    const auto headerSize =
        std::to_integer<std::size_t>(bytes[0]) + 256 * std::to_integer<std::size_t>(bytes[1]);
    const auto *text = reinterpret_cast<const char *>(bytes.data() + 8);
    const auto header = nlohmann::json::parse(text, text + headerSize);
    for (const StoredTensor &tensor : tensors) {
        const std::size_t place =
            8 + headerSize + header[tensor.name]["data_offsets"][0].get<std::size_t>();
        QCOMPARE(place % bytesPerElement(tensor.type), 0U);
    }
}

void TestArchiveNetworks::safetensorsPrefixes()
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

void TestArchiveNetworks::networkRoles_data()
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

void TestArchiveNetworks::networkRoles()
{
    QFETCH(int, role);
    QCOMPARE(static_cast<int>(networkRole(QTest::currentDataTag())), role);
}

QTEST_GUILESS_MAIN(TestArchiveNetworks)
#include "tst_archive_networks.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive_test.h"

#include <QtTest>

using namespace quantloupe;
using namespace archive_builder;

class TestArchiveDamage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void badTensors_data();
    void badTensors();
    void badZips_data();
    void badZips();
    void badPickles_data();
    void badPickles();
    void badSafetensors_data();
    void badSafetensors();
    void badLegacyFiles();
};

void TestArchiveDamage::badTensors_data()
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
    row("storage key", {.key = std::string(300, '0')}, "malformed");
    row("storage elsewhere", {.key = "../version"}, "lacks the data");
    row("storage count", {.elements = -1}, "malformed");
    row("storage absurd", {.elements = kHuge}, "malformed");
    row("type", {.storageType = "ComplexFloatStorage"}, "complex");
    row("shape of text", {.shape = "(" + text("a") + text("b") + "t"}, "malformed");
    row("shape missing", {.shape = "N"}, "malformed shape");
}

void TestArchiveDamage::badTensors()
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

void TestArchiveDamage::badZips_data()
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

void TestArchiveDamage::badZips()
{
    QFETCH(QByteArray, file);
    QFETCH(QString, part);
    const Refusal refusal = refusalOf(file.toStdString());
    QVERIFY2(contains(refusal.message, part.toStdString()), refusal.message.c_str());
    QVERIFY(refusal.message.starts_with(kFile));
}

void TestArchiveDamage::badPickles_data()
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
    std::string nets = "}";
    for (int i = 0; i <= 1000; ++i)
        nets += text(std::to_string(i)) + "}" + text("w") + tensor({}) + "ss";
    row("networks", nets + ".", "1000 networks");
    std::string empties = "}";
    for (int i = 0; i < 100'000; ++i)
        empties += text(std::to_string(i)) +
                   (i == 0 ? tensor({.shape = numbers({0}), .strides = numbers({0})}) + "q\x01"
                           : "h\x01") +
                   "s";
    std::string shared = "}q\x03" + text(std::string(128, 'k')) + "q\x02" + "}s";
    for (int i = 0; i < 300'000; ++i)
        shared += "h\x02}s";
    row("shared key", shared + ".", "holds no network");
    row("tensors without data", empties + ".", "far larger");
    row("long key", "}" + text(std::string(5000, 'k')) + tensor({}) + "s.", "1024 bytes");
}

void TestArchiveDamage::badPickles()
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

void TestArchiveDamage::badSafetensors_data()
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

void TestArchiveDamage::badSafetensors()
{
    QFETCH(QByteArray, file);
    QFETCH(QString, part);
    const Refusal refusal = refusalOf(file.toStdString());
    QVERIFY2(contains(refusal.message, part.toStdString()), refusal.message.c_str());
    QVERIFY(refusal.message.starts_with(kFile));
}

void TestArchiveDamage::badLegacyFiles()
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

QTEST_GUILESS_MAIN(TestArchiveDamage)
#include "tst_archive_damage.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// Statistics of features in files: what is written is read, and damaged files are refused.
#include "archive_builder.h"
#include "base/error.h"
#include "base/file_io.h"
#include "file_mutator.h"
#include "made_features.h"
#include "metrics/feature_files.h"
#include "model/archive/npy.h"
#include "model/archive/zip_archive.h"
#include "model/archive/zip_writer.h"

#include <QTemporaryDir>
#include <QTest>

#include <cstring>

using namespace quantloupe;
using namespace made_features;

namespace {

FeatureStats statsOf(std::size_t count, std::size_t dimension, KeepFeatures keep)
{
    FeatureAccumulator accumulator({"net", std::string(64, 'a'), "clean", dimension}, keep);
    accumulator.add(normal(count, dimension, 1), 1, RunContext());
    return accumulator.finish(1, RunContext());
}

StoredTensor doubles(const std::string &name, std::vector<std::int64_t> shape,
                     const std::vector<double> &values)
{
    StoredTensor tensor{name, DType::Float64, std::move(shape), {}};
    tensor.bytes.resize(values.size() * sizeof(double));
    std::memcpy(tensor.bytes.data(), values.data(), tensor.bytes.size());
    return tensor;
}

std::vector<std::byte> npz(const StoredTensor &mu, const StoredTensor &sigma)
{
    return encodeZip({{"mu.npy", encodeNpy(mu)}, {"sigma.npy", encodeNpy(sigma)}});
}

std::string textOf(const std::vector<std::byte> &bytes)
{
    return {reinterpret_cast<const char *>(bytes.data()), bytes.size()};
}

} // namespace

Q_DECLARE_METATYPE(std::optional<quantloupe::ImagePreparation>)

class TestFeatureFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ownFile_data();
    void ownFile();
    void preparation_data();
    void preparation();
    void otherWordsForAPreparation();
    void pytorchFidFile();
    void onePictureIsNoNpz();
    void npyHeaderOfNumpy();
    void refusedArrays_data();
    void refusedArrays();
    void otherFilesAreNoStatistics();
    void endings();
    void damagedFiles_data();
    void damagedFiles();

private:
    std::string path(const char *name) const { return m_folder.filePath(name).toStdString(); }
    QString refusal(const std::string &path) const;
    QTemporaryDir m_folder;
};

QString TestFeatureFiles::refusal(const std::string &path) const
{
    try {
        readFeatureStats(path);
    } catch (const Error &error) {
        return error.kind() == ErrorKind::Internal ? QString() : QString::fromUtf8(error.what());
    }
    return {};
}

void TestFeatureFiles::ownFile_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<bool>("keepAll");
    QTest::newRow("few pictures") << 5 << false;
    QTest::newRow("many pictures") << 50 << false;
    QTest::newRow("with features") << 50 << true;
}

void TestFeatureFiles::ownFile()
{
    QFETCH(int, count);
    QFETCH(bool, keepAll);
    const FeatureStats stats = statsOf(static_cast<std::size_t>(count), 9,
                                       keepAll ? KeepFeatures::Always : KeepFeatures::WhereShort);
    const std::string file = path("own.safetensors");
    writeFeatureStats(file, stats);
    QVERIFY(isFeatureFile(file));
    const FeatureStats read = readFeatureStats(file);
    QCOMPARE(read.identity, stats.identity);
    QCOMPARE(read.n, stats.n);
    QCOMPARE(read.mean, stats.mean);
    QCOMPARE(read.covariance, stats.covariance);
    QCOMPARE(read.features.values, stats.features.values);
}

void TestFeatureFiles::preparation_data()
{
    QTest::addColumn<std::optional<ImagePreparation>>("given");
    using Given = std::optional<ImagePreparation>;
    const std::size_t count = ImagePreparation().count;
    QTest::newRow("unknown") << Given();
    QTest::newRow("own size") << Given({0, Crop::Center, ResizeFilter::Area, count});
    QTest::newRow("squeezed") << Given({32, Crop::None, ResizeFilter::Lanczos, count});
}

void TestFeatureFiles::preparation()
{
    QFETCH(std::optional<ImagePreparation>, given);
    FeatureStats stats = statsOf(5, 3, KeepFeatures::WhereShort);
    stats.preparation = given;
    writeFeatureStats(path("prepared.safetensors"), stats);
    QVERIFY(readFeatureStats(path("prepared.safetensors")).preparation == given);
}

void TestFeatureFiles::otherWordsForAPreparation()
{
    const std::string file = path("prepared.safetensors");
    FeatureStats stats = statsOf(5, 3, KeepFeatures::WhereShort);
    stats.preparation = {32, Crop::None, ResizeFilter::Lanczos, 5};
    writeFeatureStats(file, stats);
    const std::string whole = readTextFile(file);
    for (const auto &[word, other] : {std::pair{"\"none\"", "\"half\""},
                                      {"\"lanczos\"", "\"sharpen\""},
                                      {"\"32\"", "\"-2\""},
                                      {"\"32\"", "\"3x\""}}) {
        std::string changed = whole;
        changed.replace(changed.find(word), std::strlen(word), other);
        writeFileAtomically(file, changed);
        QVERIFY2(refusal(file).contains("cropped and resized"), other);
    }
}

/// Its format cannot tell that there is no covariance.
void TestFeatureFiles::onePictureIsNoNpz()
{
    const FeatureStats one = statsOf(1, 3, KeepFeatures::WhereShort);
    QVERIFY_THROWS_EXCEPTION(Error, writeFeatureStats(path("one.npz"), one));
    QVERIFY(!isFeatureFile(path("one.npz")));
    writeFeatureStats(path("one.safetensors"), one);
    QCOMPARE(readFeatureStats(path("one.safetensors")).n, std::size_t{1});
}

void TestFeatureFiles::pytorchFidFile()
{
    for (const std::size_t count : {5, 50}) {
        const FeatureStats stats = statsOf(count, 9, KeepFeatures::WhereShort);
        const std::string file = path("statistics.npz");
        writeFeatureStats(file, stats);
        QVERIFY(isFeatureFile(file));
        const FeatureStats read = readFeatureStats(file);
        QVERIFY(!read.identity.isKnown());
        QCOMPARE(read.identity.dimension, std::size_t{9});
        QCOMPARE(read.n, std::size_t{0});
        QCOMPARE(read.mean, stats.mean);
        QCOMPARE(read.covariance, covarianceOf(stats));
    }
}

/// As numpy.save writes [1.5, -2], with its header's length at the place of version 1.
void TestFeatureFiles::npyHeaderOfNumpy()
{
    std::string text = "{'descr': '<f8', 'fortran_order': False, 'shape': (2,), }";
    text.append(128 - 10 - 1 - text.size(), ' ');
    std::string file = std::string("\x93NUMPY\x01\x00\x76\x00", 10) + text + "\n";
    const double values[] = {1.5, -2};
    file.append(reinterpret_cast<const char *>(values), sizeof values);
    const StoredTensor tensor = readNpy(archive_builder::bytesOf(file), "mu", "file");
    QCOMPARE(tensor.shape, (std::vector<std::int64_t>{2}));
    QCOMPARE(tensor.toFloat(), (std::vector<float>{1.5F, -2}));
    QCOMPARE(textOf(encodeNpy(tensor)).size() % 64, std::size_t{16});
    const std::vector<std::byte> again = encodeNpy(tensor);
    QCOMPARE(readNpy(again, "mu", "file").bytes, tensor.bytes);
}

void TestFeatureFiles::refusedArrays_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("part");
    const auto add = [](const char *name, const std::vector<std::byte> &bytes, const char *part) {
        QTest::newRow(name) << QByteArray::fromStdString(textOf(bytes)) << QString(part);
    };
    const StoredTensor mu = doubles("mu", {2}, {0, 0});
    add("other sizes", npz(mu, doubles("sigma", {1, 1}, {1})), "do not fit");
    add("no matrix", npz(mu, doubles("sigma", {4}, {1, 0, 0, 1})), "do not fit");
    add("mean of rows", npz(doubles("mu", {1, 2}, {0, 0}), doubles("sigma", {2, 2}, {1, 0, 0, 1})),
        "do not fit");
    add("asymmetric", npz(mu, doubles("sigma", {2, 2}, {1, 0.5, 0, 1})), "not symmetric");
    add("negative variance", npz(mu, doubles("sigma", {2, 2}, {1, 0, 0, -1})), "negative variance");
    add("variance in a direction", npz(mu, doubles("sigma", {2, 2}, {1, 50, 50, 1})),
        "no covariance");
    add("no sigma", encodeZip({{"mu.npy", encodeNpy(mu)}}), "no array sigma");
    StoredTensor longer = mu;
    longer.shape = {3};
    add("longer shape", npz(longer, doubles("sigma", {2, 2}, {1, 0, 0, 1})),
        "not that of its shape");
    StoredTensor endless = mu;
    endless.shape = {1LL << 40, 1LL << 40};
    add("endless shape", npz(endless, doubles("sigma", {2, 2}, {1, 0, 0, 1})),
        "not that of its shape");
    add("no npy", encodeZip({{"mu.npy", std::vector<std::byte>(40)}, {"sigma.npy", {}}}),
        "another form");
    std::string integers = textOf(encodeNpy(mu));
    integers.replace(integers.find("<f8"), 3, "<i8");
    const auto bytes = archive_builder::bytesOf(integers);
    add("integers", encodeZip({{"mu.npy", {bytes.begin(), bytes.end()}}}), "float64");
}

void TestFeatureFiles::refusedArrays()
{
    QFETCH(QByteArray, file);
    QFETCH(QString, part);
    writeFileAtomically(path("hostile.npz"), file.toStdString());
    const QString message = refusal(path("hostile.npz"));
    QVERIFY2(message.contains(part) && message.contains("hostile.npz"), qPrintable(message));
}

void TestFeatureFiles::otherFilesAreNoStatistics()
{
    writeFileAtomically(path("text.npz"), std::string_view("mu and sigma"));
    writeFileAtomically(path("empty.safetensors"), std::string_view());
    QVERIFY(!isFeatureFile(path("text.npz")));
    QVERIFY(!isFeatureFile(path("empty.safetensors")));
    QVERIFY(!isFeatureFile(path("missing.npz")));
    QVERIFY(!isFeatureFile(m_folder.path().toStdString()));
    QVERIFY(!refusal(path("text.npz")).isEmpty());
    QVERIFY(!refusal(path("missing.npz")).isEmpty());
}

void TestFeatureFiles::endings()
{
    QVERIFY_THROWS_EXCEPTION(Error, requireFeatureFileName("features.json"));
    QVERIFY_THROWS_EXCEPTION(
        Error, writeFeatureStats(path("x.txt"), statsOf(5, 3, KeepFeatures::WhereShort)));
}

void TestFeatureFiles::damagedFiles_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("npz") << "damaged.npz";
    QTest::newRow("safetensors") << "damaged.safetensors";
}

void TestFeatureFiles::damagedFiles()
{
    QFETCH(QString, name);
    const std::string file = path(qPrintable(name));
    writeFeatureStats(file, statsOf(12, 4, KeepFeatures::Always));
    const std::string whole = readTextFile(file);
    int refused = 0;
    for (std::uint64_t i = 0; i < 400; ++i) {
        archive_builder::Mutator mutator(i);
        writeFileAtomically(file, mutator.mutate(whole, whole));
        try {
            readFeatureStats(file);
        } catch (const Error &error) {
            QVERIFY2(error.kind() != ErrorKind::Internal, error.what());
            ++refused;
        }
    }
    QVERIFY(refused > 100);
}

QTEST_GUILESS_MAIN(TestFeatureFiles)
#include "tst_feature_files.moc"

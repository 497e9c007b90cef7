// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QTest>

#include "base/error.h"
#include "base/file_io.h"
#include "base/random_stream.h"
#include "data/image_files.h"
#include "data/image_stack.h"
#include "image_archives.h"

#include <zlib.h>

using namespace quantloupe;
using namespace image_archives;

namespace {

Image noise(int width, int height, int channels, std::uint64_t seed)
{
    RandomStream random(seed, StreamRole::Probe, 0);
    Image image(width, height, channels);
    for (std::uint8_t &value : image.pixels)
        value = static_cast<std::uint8_t>(random.below(256));
    return image;
}

std::string refusal(const std::string &source)
{
    try {
        readImages(source, 100);
    } catch (const Error &error) {
        return error.what();
    }
    return "";
}

/// One sentence that names the file.
bool isRefusedByName(const std::string &source)
{
    const std::string sentence = refusal(source);
    return sentence.find(source) != std::string::npos && sentence.ends_with('.') &&
           sentence.find('\n') == std::string::npos;
}

ImageStack stackOf(const std::string &source, ImagePreparation preparation)
{
    return prepareImages(*openImageSet(source), preparation, RunContext());
}

} // namespace

/// Sources of pictures: their order, their damage, and how they become pictures of one size.
class TestImageSets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void foldersByName();
    void tarsInTheirOrder();
    void idxPlainAndCompressed();
    void cifarOfBothKinds();
    void builtInFaces();
    void foldersOfSetsNameTheFile_data();
    void foldersOfSetsNameTheFile();
    void damagedPicturesAreListed();
    void damagedFiles_data();
    void damagedFiles();
    void everyCutOfATarIsRefused();
    void preparedPictures();
    void picturesThatKeepTheirSize();
    void coloursAmongGrey();
    void preparationStops();

private:
    std::string path(const std::string &name) const
    {
        return m_folder.filePath(QString::fromStdString(name)).toStdString();
    }
    std::string written(const std::string &name, const std::string &contents) const
    {
        writeFileAtomically(path(name), contents);
        return path(name);
    }
    std::string compressed(const std::string &name, const std::string &contents) const
    {
        const gzFile file = gzopen(path(name).c_str(), "wb");
        gzwrite(file, contents.data(), static_cast<unsigned>(contents.size()));
        gzclose(file);
        return path(name);
    }

    QTemporaryDir m_folder;
};

void TestImageSets::foldersByName()
{
    QVERIFY(QDir(m_folder.path()).mkdir("pictures"));
    for (const int i : {2, 0, 1})
        writePng(path("pictures/" + std::to_string(i) + ".png"), noise(5, 4, 3, i));
    written("pictures/notes.txt", "no picture");
    const ImageSetPtr set = openImageSet(path("pictures"));
    QCOMPARE(set->size(), std::size_t{3});
    for (std::size_t i = 0; i < 3; ++i)
        QVERIFY(set->at(i) == noise(5, 4, 3, i));
    QCOMPARE(openImageSet(path("pictures/1.png"))->size(), std::size_t{1});
}

void TestImageSets::tarsInTheirOrder()
{
    std::string tar;
    for (const int i : {2, 0, 1})
        tar += tarMember(std::to_string(i) + ".png", png(noise(6, 3, 3, i)));
    tar += tarMember("readme.txt", "no picture");
    for (const std::string &source :
         {written("p.tar", tar + tarEnd()), compressed("p.tar.gz", tar + tarEnd())}) {
        const ImageSetPtr set = openImageSet(source);
        QCOMPARE(set->size(), std::size_t{3});
        QVERIFY(set->at(0) == noise(6, 3, 3, 2));
        QVERIFY(set->at(2) == noise(6, 3, 3, 1));
        QVERIFY(set->at(0) == noise(6, 3, 3, 2));
    }
}

void TestImageSets::idxPlainAndCompressed()
{
    const std::vector<Image> images = {noise(7, 5, 1, 1), noise(7, 5, 1, 2)};
    for (const std::string &source :
         {written("images-idx3-ubyte", idx(images)), compressed("images.gz", idx(images))}) {
        const ImageList list = readImages(source, 100);
        QVERIFY(list.images == images);
        QVERIFY(list.skipped.empty());
        QCOMPARE(readImages(source, 1).images.size(), std::size_t{1});
    }
}

void TestImageSets::cifarOfBothKinds()
{
    const std::vector<Image> images = {noise(32, 32, 3, 1), noise(32, 32, 3, 2)};
    for (const std::size_t labels : {1, 2})
        QVERIFY(readImages(written("batch.bin", cifar(images, labels)), 100).images == images);
}

void TestImageSets::builtInFaces()
{
    const ImageSetPtr set = openImageSet("builtin:avatars");
    QVERIFY(set->size() >= 50000);
    QVERIFY(set->at(3) == openImageSet("builtin:avatars")->at(3));
    QVERIFY(!(set->at(3) == set->at(4)));
    QVERIFY(isRefusedByName("builtin:cats"));
    QVERIFY(refusal("float").find("`metrics`") != std::string::npos);
}

void TestImageSets::foldersOfSetsNameTheFile_data()
{
    const std::vector<Image> images = {noise(32, 32, 3, 1)};
    const std::vector<Image> grey = {noise(7, 5, 1, 1)};
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("contents");
    const auto row = [](const char *name, const std::string &contents) {
        QTest::newRow(name) << name << QByteArray::fromStdString(contents);
    };
    row("train-images-idx3-ubyte", idx(grey));
    row("data_batch_1.bin", cifar(images, 1));
    row("faces.tar", tarMember("a.png", png(images[0])) + tarEnd());
}

void TestImageSets::foldersOfSetsNameTheFile()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, contents);
    const QString folder = "sets of " + name;
    QVERIFY(QDir(m_folder.path()).mkdir(folder));
    const std::string prefix = folder.toStdString() + "/";
    // Labels lie beside pictures, and are IDX files too.
    written(prefix + "a-labels-idx1-ubyte", std::string("\0\0\x08\x01\0\0\0\0", 8));
    written(prefix + "batches.meta.txt", "airplane");
    QVERIFY(refusal(path(folder.toStdString())).ends_with("BMP files."));
    for (const std::string &file :
         {written(prefix + name.toStdString(), contents.toStdString()),
          compressed(prefix + name.toStdString(), contents.toStdString())}) {
        QVERIFY(isRefusedByName(path(folder.toStdString())));
        QCOMPARE(refusal(file), std::string());
        QVERIFY(refusal(path(folder.toStdString())).ends_with("such as " + file + "."));
    }
}

void TestImageSets::damagedPicturesAreListed()
{
    std::string broken = png(noise(20, 20, 3, 1));
    broken.resize(broken.size() / 2);
    const std::string tar = tarMember("a.png", png(noise(8, 8, 3, 1))) +
                            tarMember("b.png", broken) + tarMember("c.png", "") +
                            tarMember("d.png", png(noise(8, 8, 3, 2))) + tarEnd();
    const ImageStack stack = stackOf(written("mixed.tar", tar), {.side = 8});
    QCOMPARE(stack.count, std::size_t{2});
    QCOMPARE(stack.skipped.size(), std::size_t{2});
    QVERIFY(QString::fromStdString(stack.skipped[0]).contains("b.png in "));
    QVERIFY(QString::fromStdString(stack.skipped[1]).contains("c.png in "));
    QVERIFY(stack.image(1) == noise(8, 8, 3, 2));
}

void TestImageSets::damagedFiles_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("contents");
    const auto row = [](const char *title, const char *name, const std::string &contents) {
        QTest::newRow(title) << QString(name) << QByteArray::fromStdString(contents);
    };
    const std::string good = idx({noise(7, 5, 1, 1), noise(7, 5, 1, 2)});
    row("empty", "x", "");
    row("short head", "x", good.substr(0, 9));
    row("cut", "x", good.substr(0, good.size() - 1));
    row("longer", "x", good + "more");
    row("labels", "x", std::string("\0\0\x08\x01", 4) + std::string(100, '\1'));
    row("floats", "x", std::string("\0\0\x0d\x03", 4) + std::string(100, '\1'));
    row("no size", "x", std::string("\0\0\x08\x03", 4) + std::string(60, '\0'));
    row("huge", "x", std::string("\0\0\x08\x03", 4) + std::string(60, '\xff'));
    row("no picture", "x", idx({}));
    row("text", "x", "These are no pictures.");
    row("half a record", "x.bin", std::string(3073 + 1500, 'a'));
    row("no record", "x.bin", "");
    row("no tar", "x.tar", std::string(5000, 'a'));
    row("empty tar", "x.tar", "");
    row("tar of texts", "x.tar", tarMember("a.txt", "a") + tarEnd());
    row("no gzip", "x.gz", std::string("\x1f\x8b\x08", 3) + std::string(50, 'a'));
    row("no picture file", "x.png", "abc");
}

void TestImageSets::damagedFiles()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, contents);
    const std::string source = written(name.toStdString(), contents.toStdString());
    QVERIFY2(isRefusedByName(source), refusal(source).c_str());
}

void TestImageSets::everyCutOfATarIsRefused()
{
    const std::string tar =
        tarMember("a.png", png(noise(8, 8, 1, 1))) + tarMember("b.png", png(noise(8, 8, 1, 2)));
    for (std::size_t size = 1; size < tar.size(); size += 61) {
        const std::string source = written("cut.tar", tar.substr(0, size));
        // A cut at a member's end leaves a tar that lacks nothing but its end.
        if (size % 512 != 0)
            QVERIFY2(isRefusedByName(source) || readImages(source, 9).images.size() < 2,
                     refusal(source).c_str());
    }
    std::string large = tarMember("a.png", png(noise(8, 8, 1, 1)));
    setTarSize(large, 0xffffffffULL);
    QVERIFY(isRefusedByName(written("large.tar", large)));
    const std::string gz = compressed("cut.gz", idx({noise(60, 60, 1, 1)}));
    const std::string whole = readTextFile(gz);
    QVERIFY(isRefusedByName(written("cut.gz", whole.substr(0, whole.size() / 2))));
    QVERIFY(isRefusedByName(written("cut.gz", whole.substr(0, whole.size() - 3))));
}

void TestImageSets::preparedPictures()
{
    Image wide(12, 4, 1);
    for (int x = 0; x < 12; ++x)
        for (int y = 0; y < 4; ++y)
            *wide.at(x, y) = static_cast<std::uint8_t>(10 * x);
    const std::string source = written("wide", idx({wide}));
    const Image whole = stackOf(source, {.side = 4, .crop = Crop::None}).image(0);
    const Image center = stackOf(source, {.side = 4}).image(0);
    for (int x = 0; x < 4; ++x) {
        // The mean of three columns, and the columns 4 to 7 themselves.
        QCOMPARE(int(*whole.at(x, 0)), 30 * x + 10);
        QCOMPARE(int(*center.at(x, 0)), 10 * (x + 4));
    }
    const Image nearest = stackOf(source, {.side = 2, .filter = ResizeFilter::Nearest}).image(0);
    QCOMPARE(int(*nearest.at(0, 0)), 40);
    QCOMPARE(int(*nearest.at(1, 0)), 60);
    for (const std::string &filter : resizeFilterNames())
        QCOMPARE(std::string(name(parseResizeFilter(filter))), filter);
    QVERIFY_EXCEPTION_THROWN(parseResizeFilter("sharp"), Error);
}

void TestImageSets::picturesThatKeepTheirSize()
{
    const ImageStack faces = stackOf("builtin:avatars", {.side = 0, .count = 2});
    QCOMPARE(faces.side, 64);
    QCOMPARE(faces.count, std::size_t{2});
    QVERIFY(faces.image(1) == openImageSet("builtin:avatars")->at(1));
    const std::string wide = written("wider", idx({noise(12, 9, 1, 1)}));
    QCOMPARE(stackOf(wide, {.side = 0}).side, 9);
    QVERIFY_EXCEPTION_THROWN(stackOf(wide, {.side = 0, .crop = Crop::None}), Error);
    const std::string mixed = written("mixed.tar", tarMember("a.png", png(noise(8, 8, 1, 1))) +
                                                       tarMember("b.png", png(noise(9, 9, 1, 2))));
    QVERIFY_EXCEPTION_THROWN(stackOf(mixed, {.side = 0}), Error);
    QCOMPARE(stackOf(mixed, {.side = 8}).count, std::size_t{2});
}

void TestImageSets::coloursAmongGrey()
{
    const std::string tar = tarMember("a.png", png(noise(8, 8, 1, 1))) +
                            tarMember("b.png", png(noise(8, 8, 3, 2))) +
                            tarMember("c.png", png(noise(8, 8, 1, 3))) + tarEnd();
    const std::string source = written("colours.tar", tar);
    const ImageStack stack = stackOf(source, {.side = 8});
    QCOMPARE(stack.channels, 3);
    QVERIFY(stack.image(0) == toRgb(noise(8, 8, 1, 1)));
    QVERIFY(stack.image(1) == noise(8, 8, 3, 2));
    QVERIFY(stack.image(2) == toRgb(noise(8, 8, 1, 3)));
    QCOMPARE(stackOf(source, {.side = 8, .count = 1}).channels, 1);
}

void TestImageSets::preparationStops()
{
    std::stop_source stop;
    stop.request_stop();
    bool cancelled = false;
    try {
        prepareImages(*openImageSet("builtin:avatars"), {}, RunContext(stop.get_token()));
    } catch (const Cancelled &) {
        cancelled = true;
    }
    QVERIFY(cancelled);
}

QTEST_GUILESS_MAIN(TestImageSets)
#include "tst_image_sets.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "base/error.h"
#include "image_source_fixture.h"

using namespace quantloupe;
using namespace quantloupe::test;
using namespace image_archives;

namespace {

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

} // namespace

/// Sources of pictures: their order and their damage.
class TestImageSets : public test::ImageSourceFixture
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

QTEST_GUILESS_MAIN(TestImageSets)
#include "tst_image_sets.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures that end too early or are damaged inside are refused, not filled with grey.
#include <QTemporaryDir>
#include <QTest>

#include "base/error.h"
#include "base/file_io.h"
#include "data/image_set.h"
#include "data/image_stack.h"
#include "encoded_pictures.h"

#include <unistd.h>

#include <filesystem>

using namespace quantloupe;
namespace fs = std::filesystem;

namespace {

using Bytes = std::vector<std::uint8_t>;

Bytes bytesOf(const QByteArray &bytes)
{
    return {bytes.begin(), bytes.end()};
}

Image gradient(int width, int height)
{
    Image image(width, height, 3);
    for (std::size_t i = 0; i < image.pixels.size(); ++i)
        image.pixels[i] = static_cast<std::uint8_t>(i * 7);
    return image;
}

bool isRefused(const Bytes &encoded)
{
    try {
        decodeImage(encoded, "some picture");
    } catch (const Error &error) {
        return error.kind() == ErrorKind::BadInput;
    }
    return false;
}

/// What `work` writes to stderr.
template <typename Work> QByteArray errorsOf(const Work &work)
{
    QTemporaryDir folder;
    const std::string path = folder.filePath("errors").toStdString();
    const int before = ::dup(STDERR_FILENO);
    std::fflush(stderr);
    FILE *file = std::fopen(path.c_str(), "w");
    ::dup2(::fileno(file), STDERR_FILENO);
    work();
    std::fflush(stderr);
    ::dup2(before, STDERR_FILENO);
    ::close(before);
    std::fclose(file);
    return QByteArray::fromStdString(readTextFile(path));
}

} // namespace

class TestDamagedPictures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCutIsRefused_data();
    void everyCutIsRefused();
    void whatFollowsTheEndDoesNotMatter();
    void damageInsideIsQuiet();
    void gapsInJpegAreRefused_data();
    void gapsInJpegAreRefused();
    void foldersListThem();
    void foldersInFolders();
};

void TestDamagedPictures::everyCutIsRefused_data()
{
    QTest::addColumn<QByteArray>("picture");
    const auto row = [](const char *name, const char *base64) {
        QTest::newRow(name) << QByteArray::fromBase64(base64);
    };
    row("jpeg", encoded_pictures::kJpeg);
    row("progressive jpeg", encoded_pictures::kProgressiveJpeg);
    row("webp", encoded_pictures::kWebp);
    row("bmp", encoded_pictures::kBmp);
    const Bytes png = encodePng(gradient(24, 24));
    QTest::newRow("png") << QByteArray(reinterpret_cast<const char *>(png.data()),
                                       static_cast<int>(png.size()));
}

void TestDamagedPictures::everyCutIsRefused()
{
    QFETCH(QByteArray, picture);
    QVERIFY(!isRefused(bytesOf(picture)));
    const QByteArray errors = errorsOf([&] {
        for (int size = 0; size < picture.size(); ++size)
            QVERIFY2(isRefused(bytesOf(picture.left(size))), qPrintable(QString::number(size)));
    });
    QCOMPARE(errors, QByteArray());
}

void TestDamagedPictures::whatFollowsTheEndDoesNotMatter()
{
    const Image whole =
        decodeImage(bytesOf(QByteArray::fromBase64(encoded_pictures::kJpeg)), "picture");
    QCOMPARE(whole.width, 24);
    const QByteArray more = QByteArray::fromBase64(encoded_pictures::kJpeg) + "more";
    QVERIFY(decodeImage(bytesOf(more), "picture") == whole);
}

void TestDamagedPictures::damageInsideIsQuiet()
{
    const Bytes png = encodePng(gradient(24, 24));
    const QByteArray errors = errorsOf([&] {
        for (std::size_t at = 33; at < png.size(); ++at) {
            Bytes damaged = png;
            damaged[at] ^= 0x55;
            QVERIFY(isRefused(damaged));
        }
    });
    QCOMPARE(errors, QByteArray());
}

void TestDamagedPictures::gapsInJpegAreRefused_data()
{
    QTest::addColumn<QByteArray>("picture");
    QTest::newRow("jpeg") << QByteArray::fromBase64(encoded_pictures::kJpeg);
    QTest::newRow("progressive") << QByteArray::fromBase64(encoded_pictures::kProgressiveJpeg);
}

/// The end marker is there, but data before it is not, or too much of it is.
void TestDamagedPictures::gapsInJpegAreRefused()
{
    QFETCH(QByteArray, picture);
    const QByteArray scan("\xFF\xDA");
    const QByteArray end("\xFF\xD9");
    QVERIFY(picture.endsWith(end) && picture.lastIndexOf(scan) > 0);
    const QByteArray errors = errorsOf([&] {
        const qsizetype data = picture.size() - end.size();
        for (const qsizetype gap : {4, 8, 16})
            QVERIFY2(isRefused(bytesOf(picture.left(data - gap) + end)),
                     qPrintable(QString::number(gap)));
        QVERIFY(isRefused(bytesOf(picture.left(data) + QByteArray(40, '\x55') + end)));
    });
    QCOMPARE(errors, QByteArray());
}

void TestDamagedPictures::foldersListThem()
{
    QTemporaryDir folder;
    const fs::path path = folder.path().toStdString();
    const QByteArray jpeg = QByteArray::fromBase64(encoded_pictures::kJpeg);
    writeFileAtomically(path / "a.jpg", jpeg.toStdString());
    writeFileAtomically(path / "b.jpg", jpeg.left(jpeg.size() * 4 / 10).toStdString());
    fs::create_symlink("nowhere.jpg", path / "c.jpg");
    ImagePreparation preparation;
    preparation.side = 8;
    const ImageStack stack = prepareImages(*openImageSet(path.string()), preparation, RunContext());
    QCOMPARE(stack.count, std::size_t{1});
    QCOMPARE(stack.skipped.size(), std::size_t{2});
    QVERIFY(QString::fromStdString(stack.skipped[0]).contains("b.jpg"));
    QVERIFY(QString::fromStdString(stack.skipped[1]).contains("c.jpg"));
}

void TestDamagedPictures::foldersInFolders()
{
    QTemporaryDir folder;
    const fs::path path = folder.path().toStdString();
    int side = 4;
    for (const char *name : {"cats/2.png", "cats/1.png", "birds/9.png", "3.png", ".hidden/0.png"}) {
        fs::create_directories((path / name).parent_path());
        writePng(path / name, gradient(side++, 4));
    }
    // Back to the top, which must not be read again.
    fs::create_directory_symlink(path, path / "cats" / "loop");
    const ImageSetPtr set = openImageSet(path.string());
    QCOMPARE(set->size(), std::size_t{4});
    std::vector<int> widths;
    for (std::size_t i = 0; i < set->size(); ++i)
        widths.push_back(set->at(i).width);
    QCOMPARE(widths, (std::vector<int>{7, 6, 5, 4}));
}

QTEST_GUILESS_MAIN(TestDamagedPictures)
#include "tst_damaged_pictures.moc"

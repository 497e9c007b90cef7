// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "base/random_stream.h"
#include "image/image.h"
#include "image/image_header.h"
#include "image/image_metrics.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <cmath>

using namespace quantloupe;

namespace {

using Bytes = std::vector<std::uint8_t>;

Image noise(int width, int height, int channels, std::uint64_t seed)
{
    RandomStream random(seed, StreamRole::Probe, 0);
    Image image(width, height, channels);
    for (std::uint8_t &value : image.pixels)
        value = static_cast<std::uint8_t>(random.below(256));
    return image;
}

std::array<int, 3> rgb(const Image &image, int x, int y)
{
    const std::uint8_t *pixel = image.at(x, y);
    return {pixel[0], pixel[1], pixel[2]};
}

bool isRefused(const Bytes &encoded)
{
    try {
        decodeImage(encoded, "picture");
    } catch (const Error &error) {
        return error.kind() == ErrorKind::BadInput &&
               std::string(error.what()).find("picture") == 0;
    }
    return false;
}

/// The structural similarity as the paper's formula, window by window.
double slowSsim(const Image &a, const Image &b)
{
    std::array<double, 11> window{};
    double total = 0;
    for (int i = 0; i < 11; ++i)
        total += window[static_cast<std::size_t>(i)] = std::exp(-(i - 5) * (i - 5) / 4.5);
    double sum = 0;
    int count = 0;
    for (int c = 0; c < a.channels; ++c)
        for (int top = 0; top + 11 <= a.height; ++top)
            for (int left = 0; left + 11 <= a.width; ++left, ++count) {
                double ma = 0, mb = 0, aa = 0, bb = 0, ab = 0;
                for (int y = 0; y < 11; ++y)
                    for (int x = 0; x < 11; ++x) {
                        const double w = window[static_cast<std::size_t>(y)] *
                                         window[static_cast<std::size_t>(x)] / (total * total);
                        const double va = a.at(left + x, top + y)[c];
                        const double vb = b.at(left + x, top + y)[c];
                        ma += w * va;
                        mb += w * vb;
                        aa += w * va * va;
                        bb += w * vb * vb;
                        ab += w * va * vb;
                    }
                const double c1 = 2.55 * 2.55, c2 = 7.65 * 7.65;
                sum += (2 * ma * mb + c1) * (2 * (ab - ma * mb) + c2) /
                       ((ma * ma + mb * mb + c1) * (aa - ma * ma + bb - mb * mb + c2));
            }
    return sum / count;
}

} // namespace

class TestImage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pngRoundTrip_data();
    void pngRoundTrip();
    void colourOrder();
    void textChunks();
    void filesAreWrittenAndRead();
    void headers();
    void hugePicturesAreRefusedUnread();
    void damagedPictures();
    void otherFormats();
    void emptyPicturesAreNotWritten();
    void differenceByHand();
    void enlargeByHand();
    void gridByHand();
    void psnrByHand();
    void ssimProperties();
    void ssimEqualsTheFormula();
};

void TestImage::pngRoundTrip_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("height");
    for (const int width : {1, 2, 5, 8, 9, 16, 33})
        QTest::addRow("%d", width) << width << (width * 3) / 2;
}

void TestImage::pngRoundTrip()
{
    QFETCH(int, width);
    QFETCH(int, height);
    for (const int channels : {1, 3}) {
        const Image image = noise(width, height, channels, 1);
        QVERIFY(decodeImage(encodePng(image), "x") == image);
    }
}

void TestImage::colourOrder()
{
    // A 1 x 1 true-colour BMP: blue, green, red in the file.
    Bytes bmp = {'B', 'M', 58, 0, 0, 0, 0, 0, 0, 0, 54, 0, 0, 0, 40,
                 0,   0,   0,  1, 0, 0, 0, 1, 0, 0, 0,  1, 0, 24};
    bmp.resize(54);
    bmp.insert(bmp.end(), {10, 20, 30, 0});
    QCOMPARE(rgb(decodeImage(bmp, "x"), 0, 0), (std::array<int, 3>{30, 20, 10}));
}

void TestImage::textChunks()
{
    const Image image = noise(5, 4, 3, 2);
    const Bytes png = encodePng(image, {{"config", "w4"}, {"seed", "\xC3\xA9"}});
    QVERIFY(decodeImage(png, "x") == image);
    const QByteArray bytes(reinterpret_cast<const char *>(png.data()),
                           static_cast<qsizetype>(png.size()));
    // Length, name, keyword, five zero bytes, text; the checksum is that of another implementation.
    const QByteArray chunk("\0\0\0\x0D"
                           "iTXtconfig\0\0\0\0\0w4",
                           21);
    const qsizetype at = bytes.indexOf(chunk);
    QCOMPARE(at, qsizetype{33});
    QCOMPARE(bytes.mid(at + 21, 4).toHex(), QByteArray("2987bb5f"));
    QVERIFY(bytes.contains(QByteArray("iTXtseed\0\0\0\0\0\xC3\xA9", 15)));
    QVERIFY_THROWS_EXCEPTION(Error, encodePng(image, {{"", "x"}}));
    QVERIFY_THROWS_EXCEPTION(Error, encodePng(image, {{std::string(80, 'k'), "x"}}));
}

void TestImage::filesAreWrittenAndRead()
{
    const QTemporaryDir folder;
    const auto path = std::filesystem::path(folder.filePath("a.png").toStdString());
    const Image image = noise(9, 5, 3, 3);
    writePng(path, image, {{"k", "v"}});
    QVERIFY(readImage(path) == image);
    QVERIFY_THROWS_EXCEPTION(Error, readImage(path.string() + ".missing"));
    QVERIFY_THROWS_EXCEPTION(Error, writePng(folder.filePath("no/a.png").toStdString(), image));
}

void TestImage::headers()
{
    const auto png = readImageHeader(encodePng(noise(33, 7, 1, 1)));
    QVERIFY(png && png->width == 33 && png->height == 7);
    Bytes jpeg = {0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xC0, 0, 17, 8, 0, 7, 1, 0, 3};
    const auto frame = readImageHeader(jpeg);
    QVERIFY(frame && frame->width == 256 && frame->height == 7);
    Bytes webp(30, 0);
    std::copy_n("RIFF....WEBPVP8X", 16, webp.begin());
    webp[24] = 4;
    webp[28] = 1;
    const auto extended = readImageHeader(webp);
    QVERIFY(extended && extended->width == 5 && extended->height == 257);
    for (std::size_t length = 0; length < jpeg.size() - 2; ++length)
        QVERIFY(!readImageHeader(std::span(jpeg).first(length)));
    QVERIFY(!readImageHeader(Bytes{'G', 'I', 'F', '8', '9', 'a'}));
}

void TestImage::hugePicturesAreRefusedUnread()
{
    Bytes png = encodePng(noise(4, 4, 1, 1));
    for (const std::size_t at : {16, 20})
        png[at] = 0x7F;
    try {
        decodeImage(png, "big.png");
        QFAIL("accepted");
    } catch (const Error &error) {
        QCOMPARE(error.kind(), ErrorKind::BadInput);
        QVERIFY(std::string(error.what()).find("100 million") != std::string::npos);
    }
}

void TestImage::damagedPictures()
{
    QVERIFY(isRefused({}));
    QVERIFY(isRefused({1, 2, 3}));
    const Bytes text = {'h', 'e', 'l', 'l', 'o', ' ', 'w', 'o', 'r', 'l', 'd', '.'};
    QVERIFY(isRefused(text));
    Bytes png = encodePng(noise(16, 16, 3, 1));
    png.resize(40);
    QVERIFY(isRefused(png));
}

void TestImage::otherFormats()
{
    // Binary PGM is a format OpenCV would read.
    const Bytes pgm = {'P', '5', '\n', '1', ' ', '1', '\n', '2', '5', '5', '\n', 7};
    QVERIFY(isRefused(pgm));
}

void TestImage::emptyPicturesAreNotWritten()
{
    QVERIFY_THROWS_EXCEPTION(Error, encodePng(Image{}));
    Image malformed(2, 2, 3);
    malformed.pixels.pop_back();
    QVERIFY_THROWS_EXCEPTION(Error, encodePng(malformed));
}

void TestImage::differenceByHand()
{
    Image a(3, 1, 1);
    Image b(3, 1, 1);
    a.pixels = {100, 100, 100};
    b.pixels = {100, 110, 60};
    const Image sign = difference(a, b, DifferenceKind::SignedLuminance, 4);
    QCOMPARE(rgb(sign, 0, 0), (std::array<int, 3>{255, 255, 255}));
    QCOMPARE(rgb(sign, 1, 0), (std::array<int, 3>{255, 215, 215}));
    QCOMPARE(rgb(sign, 2, 0), (std::array<int, 3>{95, 95, 255}));
    Image c(1, 1, 3);
    Image d(1, 1, 3);
    c.pixels = {10, 20, 30};
    d.pixels = {13, 12, 30};
    const Image maximum = difference(c, d, DifferenceKind::MaximumAbsolute, 10);
    QCOMPARE(rgb(maximum, 0, 0), (std::array<int, 3>{80, 80, 80}));
    QCOMPARE(rgb(difference(c, d, DifferenceKind::MaximumAbsolute, 1000), 0, 0),
             (std::array<int, 3>{255, 255, 255}));
    QVERIFY_THROWS_EXCEPTION(Error, difference(a, c, DifferenceKind::MaximumAbsolute, 1));
}

void TestImage::enlargeByHand()
{
    Image image(2, 1, 1);
    image.pixels = {1, 2};
    const Image large = enlarge(image, 2);
    QCOMPARE(large.width, 4);
    QCOMPARE(large.height, 2);
    QCOMPARE(large.pixels, Bytes({1, 1, 2, 2, 1, 1, 2, 2}));
    QVERIFY(enlarge(image, 1) == image);
    QVERIFY_THROWS_EXCEPTION(Error, enlarge(image, 0));
}

void TestImage::gridByHand()
{
    Image grey(1, 1, 1);
    grey.pixels = {50};
    Image colour(1, 1, 3);
    colour.pixels = {1, 2, 3};
    const Image sheet = grid({{grey, colour}, {Image{}}}, 1, 9);
    QCOMPARE(sheet.width, 5);
    QCOMPARE(sheet.height, 5);
    QCOMPARE(sheet.channels, 3);
    QCOMPARE(rgb(sheet, 0, 0), (std::array<int, 3>{9, 9, 9}));
    QCOMPARE(rgb(sheet, 1, 1), (std::array<int, 3>{50, 50, 50}));
    QCOMPARE(rgb(sheet, 3, 1), (std::array<int, 3>{1, 2, 3}));
    QCOMPARE(rgb(sheet, 1, 3), (std::array<int, 3>{9, 9, 9}));
    QVERIFY(grid({}, 0, 0).isEmpty());
    QVERIFY_THROWS_EXCEPTION(Error, grid({{grey, Image(2, 1, 1)}}, 0, 0));
}

void TestImage::psnrByHand()
{
    Image a(2, 1, 3);
    Image b = a;
    QVERIFY(!psnr(a, b));
    b.pixels[0] = 255;
    QCOMPARE(*psnr(a, b), 10 * std::log10(6.0));
    for (std::uint8_t &value : b.pixels)
        value = 255;
    QCOMPARE(*psnr(a, b), 0.0);
    QVERIFY_THROWS_EXCEPTION(Error, psnr(a, Image(2, 1, 1)));
}

void TestImage::ssimProperties()
{
    const Image a = noise(16, 13, 3, 1);
    QVERIFY(std::fabs(*ssim(a, a) - 1) < 1e-12);
    QVERIFY(!ssim(noise(10, 30, 1, 1), noise(10, 30, 1, 2)));
    QVERIFY(!ssim(noise(30, 10, 1, 1), noise(30, 10, 1, 2)));
    // Flat pictures: only the luminance term, (2 ab + C1) / (a^2 + b^2 + C1).
    Image black(11, 11, 1);
    Image white(11, 11, 1);
    for (std::uint8_t &value : white.pixels)
        value = 255;
    QVERIFY(std::fabs(*ssim(black, white) - 6.5025 / (65025 + 6.5025)) < 1e-9);
}

void TestImage::ssimEqualsTheFormula()
{
    for (const auto &[width, height] : {std::pair{11, 11}, {16, 12}, {33, 17}})
        for (const int channels : {1, 3}) {
            const Image a = noise(width, height, channels, 4);
            Image b = a;
            const Image other = noise(width, height, channels, 5);
            for (std::size_t i = 0; i < b.pixels.size(); ++i)
                b.pixels[i] = static_cast<std::uint8_t>((3 * a.pixels[i] + other.pixels[i]) / 4);
            QVERIFY(std::fabs(*ssim(a, b) - slowSsim(a, b)) < 1e-9);
        }
}

QTEST_GUILESS_MAIN(TestImage)
#include "tst_image.moc"

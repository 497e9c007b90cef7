// SPDX-License-Identifier: GPL-3.0-or-later
// How pictures get the size and the values of a feature network's input.
#include "base/error.h"
#include "golden_tensors.h"
#include "image/image_resize.h"
#include "metrics/picture_input.h"
#include "noise_stack.h"

#include <QTest>

#include <cmath>

using namespace quantloupe;

namespace {

constexpr float kRounding = 1e-4F;

InputPreparation levels(InputResize resize, int side)
{
    InputPreparation preparation;
    preparation.resize = resize;
    preparation.side = side;
    return preparation;
}

std::vector<float> prepared(const Image &image, const InputPreparation &preparation)
{
    std::vector<float> values(static_cast<std::size_t>(preparation.side * preparation.side * 3));
    prepareInput(image, preparation, values.data());
    return values;
}

double slowCubic(double x)
{
    x = std::fabs(x);
    if (x < 1)
        return 1.5 * x * x * x - 2.5 * x * x + 1;
    return x < 2 ? -0.5 * x * x * x + 2.5 * x * x - 4 * x + 2 : 0;
}

/// The antialiased bicubic value of one pixel as one sum over the whole picture.
double slowClean(const Image &image, int side, int x, int y, int c)
{
    const auto weight = [side](int source, int target, int extent) {
        const double scale = static_cast<double>(extent) / side;
        const double distance = source + 0.5 - (target + 0.5) * scale;
        const bool inside = std::fabs(distance) < 2 * std::max(scale, 1.0);
        return inside ? slowCubic(distance / std::max(scale, 1.0)) : 0;
    };
    double sum = 0;
    double weights = 0;
    for (int v = 0; v < image.height; ++v)
        for (int u = 0; u < image.width; ++u) {
            const double product = weight(u, x, image.width) * weight(v, y, image.height);
            sum += product * image.at(u, v)[image.channels == 3 ? c : 0];
            weights += product;
        }
    return std::clamp(sum / weights, 0.0, 255.0);
}

} // namespace

class TestPictureInput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void twoPixels_data();
    void twoPixels();
    void constantPicture();
    void cleanAgainstOneSum_data();
    void cleanAgainstOneSum();
    void valuesOfTheInception();
    void pillowsPictures();
    void names();
};

void TestPictureInput::twoPixels_data()
{
    QTest::addColumn<int>("resize");
    QTest::addColumn<QList<float>>("row");
    // Sources 0, 0.5, 1, 1.5; -0.25, 0.25, 0.75, 1.25; and the kernel's values at 0.25, 0.75, 1.25.
    QTest::newRow("tf-legacy") << 0 << QList<float>{0, 50, 100, 100};
    QTest::newRow("pytorch-fid") << 1 << QList<float>{0, 25, 75, 100};
    QTest::newRow("clean") << 2 << QList<float>{0, 20.714286F, 79.285714F, 108.823529F};
}

void TestPictureInput::twoPixels()
{
    QFETCH(int, resize);
    QFETCH(QList<float>, row);
    const InputPreparation preparation = levels(static_cast<InputResize>(resize), 4);
    Image across(2, 1, 1);
    across.pixels = {0, 100};
    Image down(1, 2, 1);
    down.pixels = {0, 100};
    const std::vector<float> a = prepared(across, preparation);
    const std::vector<float> d = prepared(down, preparation);
    for (std::size_t y = 0; y < 4; ++y)
        for (std::size_t x = 0; x < 4; ++x)
            for (std::size_t c = 0; c < 3; ++c) {
                const std::size_t at = (y * 4 + x) * 3 + c;
                QVERIFY(std::fabs(a[at] - row[static_cast<qsizetype>(x)]) < kRounding);
                QVERIFY(std::fabs(d[at] - row[static_cast<qsizetype>(y)]) < kRounding);
            }
}

void TestPictureInput::constantPicture()
{
    Image image(7, 5, 3);
    for (std::size_t i = 0; i < image.pixels.size(); ++i)
        image.pixels[i] = static_cast<std::uint8_t>(40 + 80 * (i % 3));
    for (const int side : {1, 3, 16})
        for (const InputResize resize :
             {InputResize::TfLegacy, InputResize::PytorchFid, InputResize::Clean}) {
            const std::vector<float> values = prepared(image, levels(resize, side));
            for (std::size_t i = 0; i < values.size(); ++i)
                QVERIFY(std::fabs(values[i] - static_cast<float>(40 + 80 * (i % 3))) < kRounding);
        }
}

void TestPictureInput::cleanAgainstOneSum_data()
{
    QTest::addColumn<int>("source");
    QTest::addColumn<int>("side");
    for (const auto &[source, side] : {std::pair(9, 4), std::pair(16, 5), std::pair(5, 16),
                                       std::pair(33, 8), std::pair(8, 8), std::pair(2, 1)})
        QTest::addRow("%d to %d", source, side) << source << side;
}

void TestPictureInput::cleanAgainstOneSum()
{
    QFETCH(int, source);
    QFETCH(int, side);
    for (const int channels : {1, 3}) {
        const Image image = noise_stack::make({source, channels, 1, 0, 60}, 5).image(0);
        const std::vector<float> values = prepared(image, levels(InputResize::Clean, side));
        for (int y = 0; y < side; ++y)
            for (int x = 0; x < side; ++x)
                for (int c = 0; c < 3; ++c) {
                    const double expected = slowClean(image, side, x, y, c);
                    const float value = values[static_cast<std::size_t>((y * side + x) * 3 + c)];
                    QVERIFY2(std::fabs(value - expected) < 10 * kRounding,
                             qPrintable(QString("%1, not %2").arg(value).arg(expected)));
                }
    }
}

void TestPictureInput::valuesOfTheInception()
{
    Image image(1, 1, 3);
    image.pixels = {0, 128, 255};
    const auto pixel = [&](InputResize resize) {
        const std::vector<float> values = prepared(image, inceptionPreparation(resize));
        return std::vector<float>(values.begin(), values.begin() + 3);
    };
    QCOMPARE(pixel(InputResize::TfLegacy), (std::vector<float>{-1, 0, 127.0F / 128}));
    QCOMPARE(pixel(InputResize::Clean), pixel(InputResize::TfLegacy));
    const std::vector<float> symmetric = pixel(InputResize::PytorchFid);
    QVERIFY(std::fabs(symmetric[0] + 1) < 1e-6F && std::fabs(symmetric[2] - 1) < 1e-6F);
    QVERIFY(std::fabs(symmetric[1] - (2 * 128 / 255.0F - 1)) < 1e-6F);
}

/// Some golden pictures are these centre squares of the archive, resized by Pillow, which rounds
/// to 8 bits after each of two passes: off by a quarter on average and by less than two.
void TestPictureInput::pillowsPictures()
{
    const auto tar = shared_data::find("images/celeba_10k_89x109.tar");
    if (tar.empty() || shared_data::find("golden/images32.safetensors").empty())
        QSKIP(shared_data::kMissing);
    const ImageStack golden = GoldenTensors("images32.safetensors").stack("real");
    const ImageSetPtr faces = openImageSet(tar.string());
    for (const auto &[index, place] :
         {std::pair(0, 715), std::pair(1, 7327), std::pair(2, 5169), std::pair(4, 5885)}) {
        const std::vector<float> values =
            prepared(centerSquare(faces->at(static_cast<std::size_t>(place))),
                     levels(InputResize::Clean, golden.side));
        const Image expected = golden.image(static_cast<std::size_t>(index));
        double sum = 0;
        for (std::size_t p = 0; p < values.size(); ++p) {
            const float error = std::fabs(values[p] - static_cast<float>(expected.pixels[p]));
            QVERIFY2(error <= 2, qPrintable(QString("picture %1: %2").arg(index).arg(error)));
            sum += error;
        }
        QVERIFY(sum / static_cast<double>(values.size()) < 0.3);
    }
}

void TestPictureInput::names()
{
    for (const std::string &text : inputResizeNames())
        QCOMPARE(std::string(name(parseInputResize(text))), text);
    QVERIFY_THROWS_EXCEPTION(Error, parseInputResize("bilinear"));
}

QTEST_GUILESS_MAIN(TestPictureInput)
#include "tst_picture_input.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "base/error.h"
#include "metrics/perceptual_distance.h"
#include "opened_files.h"
#include "perceptual_files.h"

#include <cmath>

using namespace quantloupe;
using namespace perceptual_files;

namespace {

/// float32 activations against float64 ones.
constexpr double kFloatError = 1e-5;

Image plain(int side, std::uint8_t red, int channels = 3)
{
    Image image(side, side, channels);
    for (std::size_t i = 0; i < image.pixels.size(); i += static_cast<std::size_t>(channels))
        image.pixels[i] = red;
    return image;
}

Image noise(int side, std::uint64_t seed)
{
    Image image(side, side, 3);
    RandomStream random(seed, StreamRole::Probe, 0);
    for (std::uint8_t &value : image.pixels)
        value = static_cast<std::uint8_t>(random.below(256));
    return image;
}

/// Trunk and heads with normal weights that keep the size of activations.
NamedTensors drawn(const Trunk &trunk)
{
    NamedTensors tensors = zeros(trunk);
    for (const auto &head : heads(trunk))
        tensors.push_back(head);
    for (std::size_t i = 0; i < tensors.size(); ++i) {
        at::Tensor &tensor = tensors[i].second;
        RandomStream random(7, StreamRole::Probe, i);
        const bool isHead = tensors[i].first.starts_with("lin");
        const double inputs = static_cast<double>(tensor.numel() / tensor.size(0));
        float *values = tensor.data_ptr<float>();
        for (std::int64_t k = 0; k < tensor.numel(); ++k) {
            const double value = random.normal();
            values[k] =
                static_cast<float>(isHead ? std::fabs(value) : value * std::sqrt(2 / inputs));
        }
    }
    return tensors;
}

/// LPIPS written out in float64, as the package lpips runs it.
class Written
{
public:
    explicit Written(const NamedTensors &tensors)
    {
        for (const auto &[name, tensor] : tensors)
            m_tensors[name] = tensor.to(at::kDouble);
    }
    double alex(const Image &a, const Image &b)
    {
        return between(a, b, [this](at::Tensor x) {
            std::vector<at::Tensor> taps;
            x = tap(conv(x, 0, 4, 2), taps);
            x = tap(conv(at::max_pool2d(x, 3, 2), 3, 1, 2), taps);
            x = tap(conv(at::max_pool2d(x, 3, 2), 6, 1, 1), taps);
            x = tap(conv(x, 8, 1, 1), taps);
            tap(conv(x, 10, 1, 1), taps);
            return taps;
        });
    }
    double vgg(const Image &a, const Image &b)
    {
        return between(a, b, [this](at::Tensor x) {
            std::vector<at::Tensor> taps;
            int place = 0;
            for (const int convolutions : {2, 2, 3, 3, 3}) {
                if (place > 0)
                    x = at::max_pool2d(x, 2, 2);
                for (int i = 0; i < convolutions; ++i, place += 2)
                    x = conv(x, place, 1, 1);
                taps.push_back(x);
                ++place;
            }
            return taps;
        });
    }

private:
    static at::Tensor input(const Image &image)
    {
        at::Tensor x = at::empty({1, 3, image.height, image.width}, at::kDouble);
        const double shift[] = {-.030, -.088, -.188};
        const double scale[] = {.458, .448, .450};
        for (int c = 0; c < 3; ++c)
            for (int row = 0; row < image.height; ++row)
                for (int column = 0; column < image.width; ++column)
                    x[0][c][row][column] =
                        (2 * image.at(column, row)[c] / 255.0 - 1 - shift[c]) / scale[c];
        return x;
    }
    at::Tensor conv(const at::Tensor &x, int place, int stride, int padding)
    {
        const std::string name = "features." + std::to_string(place);
        return at::conv2d(x, m_tensors.at(name + ".weight"), m_tensors.at(name + ".bias"), stride,
                          padding)
            .relu();
    }
    static at::Tensor tap(const at::Tensor &x, std::vector<at::Tensor> &taps)
    {
        taps.push_back(x);
        return x;
    }
    static at::Tensor unit(const at::Tensor &x) { return x / (x.norm(2, 1, true) + 1e-10); }
    template <typename Trunk> double between(const Image &a, const Image &b, const Trunk &trunk)
    {
        const auto left = trunk(input(a));
        const auto right = trunk(input(b));
        double sum = 0;
        for (std::size_t i = 0; i < left.size(); ++i) {
            const at::Tensor squares = (unit(left[i]) - unit(right[i])).pow(2);
            const at::Tensor &head = m_tensors.at("lin" + std::to_string(i) + ".model.1.weight");
            sum += (squares * head).sum(1).mean().item<double>();
        }
        return sum;
    }

    std::map<std::string, at::Tensor> m_tensors;
};

} // namespace

/// LPIPS of the user's weights.
class TestPerceptualDistance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void byHand_data();
    void byHand();
    void asWritten_data();
    void asWritten();
    void namesOfFiles();
    void smallPictures();
    void refusals();

private:
    std::string file(const NamedTensors &tensors, const std::string &name = "weights.pth") const
    {
        test_networks::writeZipPickle(m_folder.path(name), tensors);
        return m_folder.path(name);
    }
    double distance(const PerceptualFiles &files, const Image &a, const Image &b,
                    int threads = 1) const
    {
        return *PerceptualDistance(files).distances({{a}}, {{b}}, threads, RunContext()).front();
    }
    QString refusal(const PerceptualFiles &files) const
    {
        try {
            PerceptualDistance opened(files);
        } catch (const Error &error) {
            return QString::fromUtf8(error.what());
        }
        return {};
    }

    test_networks::NetworkFolder m_folder;
};

void TestPerceptualDistance::byHand_data()
{
    QTest::addColumn<int>("trunk");
    QTest::newRow("AlexNet") << 0;
    QTest::newRow("VGG-16") << 1;
}

/// Red runs unchanged through the trunk beside a 1: white gives (r, 1) / s and black (0, 1) at
/// every place of every stage.
void TestPerceptualDistance::byHand()
{
    QFETCH(int, trunk);
    const std::string path = file(whole(perceptualTrunks().at(static_cast<std::size_t>(trunk))));
    const double r = (1 + 0.030) / 0.458;
    const double s = std::sqrt(r * r + 1);
    const double stage = r * r / s / s + 10 * (1 / s - 1) * (1 / s - 1);
    const double value = distance({path}, plain(64, 255), plain(64, 0));
    QVERIFY2(std::fabs(value / ((1 + 2 + 3 + 4 + 5) * stage) - 1) < kFloatError,
             qPrintable(QString::number(value)));
    QCOMPARE(distance({path}, plain(64, 80), plain(64, 80)), 0.0);
}

void TestPerceptualDistance::asWritten_data()
{
    byHand_data();
}

void TestPerceptualDistance::asWritten()
{
    QFETCH(int, trunk);
    const NamedTensors tensors = drawn(perceptualTrunks().at(static_cast<std::size_t>(trunk)));
    const PerceptualDistance lpips({file(tensors)});
    const std::vector<Image> a = {noise(33, 1), noise(33, 2), noise(40, 3)};
    const std::vector<Image> b = {noise(33, 4), noise(33, 5), noise(40, 6)};
    const auto values = lpips.distances(a, b, 1, RunContext());
    Written written(tensors);
    for (std::size_t i = 0; i < a.size(); ++i) {
        const double expected = trunk == 0 ? written.alex(a[i], b[i]) : written.vgg(a[i], b[i]);
        QVERIFY(expected > 0.01);
        QVERIFY2(std::fabs(*values[i] / expected - 1) < kFloatError,
                 qPrintable(QString::number(*values[i] / expected - 1)));
    }
    // To the bit: with other threads, alone, and the other way round.
    QCOMPARE(lpips.distances(a, b, 3, RunContext()), values);
    QCOMPARE(lpips.distances({{a[2]}}, {{b[2]}}, 1, RunContext()).front(), values[2]);
    QCOMPARE(lpips.distances({{b[2]}}, {{a[2]}}, 1, RunContext()).front(), values[2]);
}

void TestPerceptualDistance::namesOfFiles()
{
    const Trunk &alex = perceptualTrunks().at(0);
    const std::string together = file(whole(alex), "together.pth");
    const std::string trunk = file(redAndOne(alex), "trunk.pth");
    const std::string ends = file(heads(alex), "heads.pth");
    const Image white = plain(48, 200);
    const Image black = plain(48, 10);
    QCOMPARE(distance({trunk, ends}, white, black), distance({together}, white, black));
    const PerceptualDistance apart({trunk, ends});
    QCOMPARE(apart.identity().name, std::string("LPIPS-alex"));
    QCOMPARE(apart.identity().headsSha256.size(), 64U);
    const PerceptualDistance one({together});
    QVERIFY(one.identity().headsSha256.empty());
    QVERIFY(one.identity().trunkSha256 != apart.identity().trunkSha256);
    QCOMPARE(PerceptualDistance({file(whole(perceptualTrunks().at(1)))}).identity().name,
             std::string("LPIPS-vgg"));
}

/// Grey pictures count as coloured ones; those that vanish before the last stage have no distance.
void TestPerceptualDistance::smallPictures()
{
    const std::string path = file(drawn(perceptualTrunks().at(0)));
    const PerceptualDistance lpips({path});
    Image grey(31, 31, 1);
    Image coloured(31, 31, 3);
    for (std::size_t i = 0; i < grey.pixels.size(); ++i)
        grey.pixels[i] = coloured.pixels[3 * i] = coloured.pixels[3 * i + 1] =
            coloured.pixels[3 * i + 2] = static_cast<std::uint8_t>(i);
    const Image other = noise(31, 1);
    QCOMPARE(lpips.distances({{grey}}, {{other}}, 1, RunContext()).front(),
             lpips.distances({{coloured}}, {{other}}, 1, RunContext()).front());
    QVERIFY(!lpips.distances({{noise(30, 1)}}, {{noise(30, 2)}}, 1, RunContext()).front());
    QVERIFY_EXCEPTION_THROWN(lpips.distances({{noise(31, 1)}}, {{noise(32, 2)}}, 1, RunContext()),
                             Error);
}

void TestPerceptualDistance::refusals()
{
    const Trunk &alex = perceptualTrunks().at(0);
    QVERIFY(refusal({file(redAndOne(alex))}).contains("lacks the tensor lin0.model.1.weight"));
    QVERIFY(refusal({file({{"features.0.weight", at::zeros({64, 3, 5, 5})}})})
                .contains("is no trunk of LPIPS"));
    NamedTensors wrong = whole(alex);
    wrong[4].second = at::zeros({192, 64, 3, 3});
    wrong.erase(wrong.begin() + 2, wrong.begin() + 4);
    QVERIFY(refusal({file(wrong)}).contains("lacks the tensor features.3.weight"));
    NamedTensors shape = whole(alex);
    shape[2].second = at::zeros({192, 64, 3, 3});
    QVERIFY(refusal({file(shape)}).contains("net.slice2.3.weight in another shape"));
    QVERIFY(!refusal({m_folder.path("none.pth")}).isEmpty());
    QVERIFY(!refusal({file(redAndOne(alex)), file(heads(perceptualTrunks().at(1)), "vgg.pth")})
                 .isEmpty());
}

QTEST_APPLESS_MAIN(TestPerceptualDistance)
#include "tst_perceptual_distance.moc"

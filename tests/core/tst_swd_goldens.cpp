// SPDX-License-Identifier: GPL-3.0-or-later
// The published code's own numbers (shared/golden/swd.*), for the same patches and directions.
#include "base/file_io.h"
#include "metrics/laplacian_pyramid.h"
#include "metrics/swd.h"
#include "metrics/swd_draw_files.h"
#include "metrics/swd_reference.h"
#include "model/archive/safetensors.h"
#include "shared_data.h"

#include <QTest>

#include <array>
#include <cmath>
#include <nlohmann/json.hpp>

using namespace quantloupe;
using nlohmann::json;

namespace {

/// The golden numbers contain the float32 sums of numpy's moments; distances of exact moments
/// differ by up to 6e-6.
constexpr double kTolerance = 1e-5;
/// Where only the pyramid or the projections are in float32.
constexpr double kFloatTolerance = 1e-6;
/// Published code and this one draw from other random numbers.
constexpr double kDeviations = 3;

class Goldens
{
public:
    explicit Goldens(const std::string &name)
        : m_tensors(readSafetensors(shared_data::find("golden/" + name)))
    {
    }
    const StoredTensor &tensor(const std::string &name) const
    {
        for (const StoredTensor &tensor : m_tensors)
            if (tensor.name == name)
                return tensor;
        throw std::runtime_error(name + " is missing");
    }
    /// N x 3 x side x side bytes, as pictures.
    ImageStack stack(const std::string &name) const
    {
        const StoredTensor &source = tensor(name);
        ImageStack stack;
        stack.count = static_cast<std::size_t>(source.shape[0]);
        stack.channels = static_cast<int>(source.shape[1]);
        stack.side = static_cast<int>(source.shape[2]);
        const auto plane = static_cast<std::size_t>(stack.side * stack.side);
        for (std::size_t picture = 0; picture < stack.count; ++picture)
            for (std::size_t p = 0; p < plane; ++p)
                for (std::size_t c = 0; c < 3; ++c)
                    stack.pixels.push_back(
                        static_cast<std::uint8_t>(source.bytes[(picture * 3 + c) * plane + p]));
        return stack;
    }

private:
    std::vector<StoredTensor> m_tensors;
};

json numbers()
{
    return json::parse(readTextFile(shared_data::find("golden/swd.json")));
}

SwdRequest fixedRequest(const std::string &set)
{
    const std::string draws = shared_data::find("golden/swd.safetensors").string() + ":" + set;
    SwdRequest request;
    request.fixedCenters = readSwdCenters(draws);
    request.fixedDirections = readSwdDirections(draws);
    request.threads = 2;
    return request;
}

double relative(double value, double expected)
{
    return std::fabs(value - expected) / expected;
}

ImageStack part(const ImageStack &set, std::size_t first, std::size_t count)
{
    ImageStack result = set;
    const auto begin = set.pixels.begin() + static_cast<std::ptrdiff_t>(first * set.bytesOfOne());
    result.count = count;
    result.pixels.assign(begin, begin + static_cast<std::ptrdiff_t>(count * set.bytesOfOne()));
    return result;
}

/// Means and deviations over the first seeds: each level, then the average.
void verifyDraws(const ImageStack &a, const ImageStack &b, const json &golden)
{
    constexpr std::uint64_t kSeeds = 4;
    std::array<std::vector<double>, 3> draws;
    for (std::uint64_t seed = 0; seed < kSeeds; ++seed) {
        SwdRequest request;
        request.seed = seed;
        request.threads = 2;
        const SwdResult result = swd(a, b, request, RunContext());
        draws[0].push_back(result.levels.at(0).value);
        draws[1].push_back(result.levels.at(1).value);
        draws[2].push_back(result.value);
    }
    for (std::size_t column = 0; column < draws.size(); ++column) {
        double sum = 0;
        double squares = 0;
        for (const double value : draws[column]) {
            sum += value / kSeeds;
            squares += value * value / kSeeds;
        }
        const double mean = golden["mean"][column];
        const double allowed = kDeviations * golden["std"][column].get<double>();
        QVERIFY2(std::fabs(sum - mean) <= allowed,
                 qPrintable(QString("%1, not %2 +- %3").arg(sum).arg(mean).arg(allowed)));
        const double spread = std::sqrt(squares - sum * sum);
        QVERIFY2(spread > 0 && spread <= allowed, qPrintable(QString::number(spread)));
    }
}

} // namespace

class TestSwdGoldens : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void fixedDraws_data();
    void fixedDraws();
    void momentsAsPublished();
    void freeDraws();
    void floorOfRealPictures();
};

void TestSwdGoldens::initTestCase()
{
    if (shared_data::find("golden/swd.safetensors").empty())
        QSKIP(shared_data::kMissing);
}

void TestSwdGoldens::fixedDraws_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("faces32") << "faces32";
    QTest::newRow("noisy64") << "noisy64";
}

void TestSwdGoldens::fixedDraws()
{
    QFETCH(QString, name);
    const std::string set = name.toStdString();
    const Goldens goldens("swd.safetensors");
    const ImageStack a = goldens.stack(set + ".a");
    const SwdRequest request = fixedRequest(set);
    for (std::size_t level = 0; level < request.fixedCenters.size(); ++level) {
        const StoredTensor &golden =
            goldens.tensor(set + ".level" + std::to_string(level) + ".pyramid_first_image_a");
        const std::vector<float> expected = golden.toFloat();
        const std::vector<float> band = laplacianLevel(a, 0, level);
        const std::size_t plane = band.size() / 3;
        for (std::size_t i = 0; i < band.size(); ++i)
            QVERIFY(std::fabs(band[i] - expected[i % 3 * plane + i / 3]) < 1e-4F);
    }
    const SwdResult result = swd(a, goldens.stack(set + ".b"), request, RunContext());
    const json golden = numbers()[set];
    QVERIFY(result.standard);
    QCOMPARE(result.levels.size(), golden["levels"].size());
    for (std::size_t i = 0; i < result.levels.size(); ++i) {
        const double difference =
            relative(result.levels[i].value, golden["levels"][i]["swd_x1e3_f64"]);
        QVERIFY2(difference < kTolerance, qPrintable(QString::number(difference)));
        QCOMPARE(result.levels[i].resolution, golden["levels"][i]["resolution"].get<int>());
    }
    QVERIFY(relative(result.value, golden["average_f64"]) < kTolerance);
}

void TestSwdGoldens::momentsAsPublished()
{
    const Goldens goldens("swd.safetensors");
    const ImageStack a = goldens.stack("noisy64.a");
    const ImageStack b = goldens.stack("noisy64.b");
    const SwdRequest request = fixedRequest("noisy64");
    const json golden = numbers()["noisy64"]["levels"];
    const std::vector<SwdLevel> published =
        reference::swdLevels(a, b, request, reference::SwdMoments::Published);
    const std::vector<SwdLevel> exact = reference::swdLevels(a, b, request);
    const SwdResult fast = swd(a, b, request, RunContext());
    for (std::size_t i = 0; i < golden.size(); ++i) {
        const double same = relative(published[i].value, golden[i]["swd_x1e3_f64"]);
        QVERIFY2(same < kFloatTolerance, qPrintable(QString::number(same)));
        const double near = relative(fast.levels[i].value, exact[i].value);
        QVERIFY2(near < kFloatTolerance, qPrintable(QString::number(near)));
    }
}

void TestSwdGoldens::freeDraws()
{
    const Goldens goldens("images32.safetensors");
    verifyDraws(goldens.stack("real"), goldens.stack("fake"),
                numbers()["faces32_500_random_draws"]);
}

void TestSwdGoldens::floorOfRealPictures()
{
    const ImageStack real = Goldens("images32.safetensors").stack("real");
    verifyDraws(part(real, 0, 250), part(real, 250, 250), numbers()["real_vs_real_floor_250"]);
}

QTEST_GUILESS_MAIN(TestSwdGoldens)
#include "tst_swd_goldens.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "base/file_io.h"
#include "base/parallel_for.h"
#include "metrics/laplacian_pyramid.h"
#include "metrics/patch_projection.h"
#include "metrics/sorted_distance.h"
#include "metrics/swd.h"
#include "metrics/swd_draw_files.h"
#include "metrics/swd_reference.h"
#include "model/archive/safetensors_writer.h"
#include "noise_stack.h"

#include <QTest>

#include <cmath>
#include <cstring>
#include <limits>
#include <numeric>

using namespace quantloupe;
using noise_stack::Recipe;

namespace {

/// Float32 projections against float64 throughout, relative.
constexpr double kFloatTolerance = 1e-6;

bool isNear(double value, double expected, double tolerance)
{
    return std::fabs(value - expected) <= tolerance * std::fabs(expected);
}

} // namespace

/// The pieces of the sliced Wasserstein distance, each by hand or against a library.
class TestSwdParts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sidesOfLevels();
    void pyramidEqualsTheFilters();
    void sortedAsByTheLibrary();
    void crowdedValuesAreSortedToo();
    void sortedDistanceByHand();
    void projectionsByHand();
    void everyItemOnce();
    void drawsStayInsideAndApart();
};

void TestSwdParts::sidesOfLevels()
{
    QCOMPARE(pyramidSides(64), (std::vector<int>{64, 32, 16}));
    QCOMPARE(pyramidSides(16), (std::vector<int>{16}));
    QCOMPARE(pyramidSides(28), (std::vector<int>{28}));
    QCOMPARE(pyramidSides(33), (std::vector<int>{33, 17}));
    QVERIFY(pyramidSides(15).empty());
}

void TestSwdParts::pyramidEqualsTheFilters()
{
    for (const int side : {16, 32, 33, 50, 64})
        for (const int channels : {1, 3}) {
            const ImageStack stack = noise_stack::make({side, channels, 2, 0, 20}, 1);
            for (std::size_t level = 0; level < pyramidSides(side).size(); ++level) {
                const std::vector<float> band = laplacianLevel(stack, 1, level);
                const std::vector<double> exact = reference::laplacianLevel(stack, 1, level);
                QCOMPARE(band.size(), exact.size());
                for (std::size_t i = 0; i < band.size(); ++i)
                    QVERIFY2(std::fabs(band[i] - exact[i]) < 1e-4,
                             qPrintable(QString("%1 %2 %3").arg(side).arg(level).arg(i)));
            }
        }
}

void TestSwdParts::sortedAsByTheLibrary()
{
    SortScratch scratch;
    for (const std::size_t size : {0, 1, 2, 5, 255, 256, 257, 1000, 70000}) {
        RandomStream random(0, StreamRole::Probe, size);
        std::vector<float> values(size);
        for (float &value : values)
            value = static_cast<float>(std::exp(8 * random.normal()) * random.uniform(-1, 1));
        if (size > 5) {
            values[2] = std::numeric_limits<float>::max();
            values[3] = -std::numeric_limits<float>::denorm_min();
            values[4] = values[5] = 0;
        }
        std::vector<float> expected = values;
        std::sort(expected.begin(), expected.end());
        sortAscending(values, scratch);
        QCOMPARE(values, expected);
    }
}

void TestSwdParts::crowdedValuesAreSortedToo()
{
    const auto checkSorted = [](std::vector<float> values) {
        std::vector<float> expected = values;
        std::sort(expected.begin(), expected.end());
        SortScratch scratch;
        sortAscending(values, scratch);
        return values == expected;
    };
    RandomStream random(1, StreamRole::Probe, 0);
    std::vector<float> smooth(40000);
    for (float &value : smooth)
        value = static_cast<float>(random.normal());
    QVERIFY(checkSorted(smooth));
    // One value far away leaves a cell or two for the others, in the worst order.
    std::vector<float> falling(40000);
    for (std::size_t i = 0; i < falling.size(); ++i)
        falling[i] = -static_cast<float>(i);
    falling.back() = 1e30F;
    QVERIFY(checkSorted(falling));
    // No range, one that overflows and one that hardly is.
    QVERIFY(checkSorted(std::vector<float>(1000, 2.5F)));
    smooth[7] = std::numeric_limits<float>::max();
    smooth[8] = std::numeric_limits<float>::lowest();
    QVERIFY(checkSorted(smooth));
    for (float &value : smooth)
        value = random.uniform() < 0.5 ? std::numeric_limits<float>::denorm_min() : 0;
    QVERIFY(checkSorted(smooth));
    for (float &value : smooth)
        value = static_cast<float>(1 + static_cast<int>(random.uniform(0, 4)));
    QVERIFY(checkSorted(smooth));
}

void TestSwdParts::sortedDistanceByHand()
{
    SortScratch scratch;
    std::vector<float> a = {3, -1, 0.5F};
    std::vector<float> b = {0, 0, 4};
    // Sorted: -1 0.5 3 and 0 0 4.
    QCOMPARE(sortedDistance(a, b, scratch), (1 + 0.5 + 1) / 3);
}

void TestSwdParts::projectionsByHand()
{
    // Two rows of three values in a picture of five a row; direction d weighs value v by d + v.
    std::vector<float> picture(20);
    std::iota(picture.begin(), picture.end(), 0.0F);
    std::vector<float> directions;
    for (std::size_t value = 0; value < 6; ++value)
        for (std::size_t d = 0; d < kDirectionLanes; ++d)
            directions.push_back(static_cast<float>(d + value));
    for (const std::size_t patches : {1, 4, 6}) {
        std::vector<const float *> corners;
        for (std::size_t p = 0; p < patches; ++p)
            corners.push_back(picture.data() + p);
        std::vector<float> products(patches * kDirectionLanes);
        projectPatches({corners.data(), patches, 5, 3, 2}, directions.data(), products.data());
        for (std::size_t p = 0; p < patches; ++p)
            for (std::size_t d = 0; d < kDirectionLanes; ++d) {
                float expected = 0;
                for (std::size_t v = 0; v < 6; ++v)
                    expected += static_cast<float>((p + v / 3 * 5 + v % 3) * (d + v));
                QCOMPARE(products[p * kDirectionLanes + d], expected);
            }
    }
}

void TestSwdParts::everyItemOnce()
{
    for (const int threads : {0, 1, 3, 8}) {
        std::vector<int> calls(5);
        parallelFor(5, threads, RunContext(), [&](std::size_t i) { ++calls[i]; });
        QCOMPARE(calls, std::vector<int>(5, 1));
        QVERIFY_THROWS_EXCEPTION(Error, parallelFor(100, threads, RunContext(), [](std::size_t i) {
                                     if (i == 7)
                                         throw Error(ErrorKind::Io, "seven");
                                 }));
    }
    parallelFor(0, 2, RunContext(), [](std::size_t) { QFAIL("called"); });
}

void TestSwdParts::drawsStayInsideAndApart()
{
    const SwdDrawPlan plan = {5, 0, 16, 3, 200, 16, 64};
    const SwdCenters centers = drawCenters(plan);
    QCOMPARE(centers.a.size(), std::size_t{3200});
    std::vector<int> seen(16);
    for (const PatchCenter &center : centers.a) {
        QVERIFY(center.x >= 3 && center.x <= 12 && center.y >= 3 && center.y <= 12);
        ++seen[static_cast<std::size_t>(center.x)];
    }
    QVERIFY(seen[3] > 200 && seen[12] > 200);
    const auto same = [](const PatchCenter &one, const PatchCenter &other) {
        return one.x == other.x && one.y == other.y;
    };
    QVERIFY(!std::ranges::equal(centers.a, centers.b, same));
    SwdDrawPlan fewer = plan;
    fewer.pictures = 50;
    QVERIFY(std::ranges::equal(drawCenters(fewer).a, std::span(centers.a).first(800), same));
    SwdDrawPlan below = plan;
    below.level = 1;
    QVERIFY(!std::ranges::equal(drawCenters(below).a, centers.a, same));
    QVERIFY(drawDirections(below).values != drawDirections(plan).values);
    const SwdDirections directions = drawDirections(plan);
    QCOMPARE(directions.count(), std::size_t{64});
    for (std::size_t i = 0; i < directions.count(); ++i) {
        const float *first = directions.values.data() + i * 147;
        QVERIFY(isNear(std::inner_product(first, first + 147, first, 0.0), 1, kFloatTolerance));
    }
}

QTEST_GUILESS_MAIN(TestSwdParts)
#include "tst_swd_parts.moc"

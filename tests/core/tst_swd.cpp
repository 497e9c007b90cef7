// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "base/parallel_for.h"
#include "metrics/laplacian_pyramid.h"
#include "metrics/patch_projection.h"
#include "metrics/sorted_distance.h"
#include "metrics/swd.h"
#include "metrics/swd_reference.h"
#include "noise_stack.h"
#include "swd_runs.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <numeric>

using namespace quantloupe;
using noise_stack::Recipe;
using namespace swd_runs;

namespace {

/// Float32 projections against float64 throughout, relative.
constexpr double kFloatTolerance = 1e-6;

bool isNear(double value, double expected, double tolerance)
{
    return std::fabs(value - expected) <= tolerance * std::fabs(expected);
}

} // namespace

class TestSwd : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void equalsTheReference_data();
    void equalsTheReference();
    void sameSetAndPatchesGiveZero();
    void brightnessAndContrastDoNotCount();
    void swappedSetsAndOrder();
    void shiftOfOneDistribution();
    void growsWithNoise();
    void theSameForThreadsAndBlocks();
    void floorOfTwoHalves();
    void stops();
};

void TestSwd::equalsTheReference_data()
{
    QTest::addColumn<int>("side");
    QTest::addColumn<int>("channels");
    QTest::addColumn<int>("patches");
    QTest::addColumn<int>("directions");
    for (const int side : {16, 17, 33})
        for (const int channels : {1, 3})
            for (const int patches : {1, 9, 128})
                QTest::addRow("%d %d %d", side, channels, patches)
                    << side << channels << patches << (patches == 9 ? 16 : 33);
}

void TestSwd::equalsTheReference()
{
    QFETCH(int, side);
    QFETCH(int, channels);
    SwdRequest request;
    QFETCH(int, patches);
    QFETCH(int, directions);
    request.patches = patches;
    request.directions = directions;
    const ImageStack a = noise_stack::make({side, channels, 20, 0, 5}, 1);
    const ImageStack b = noise_stack::make({side, channels, 20, 10, 30}, 2);
    const SwdResult result = run(a, b, request);
    const std::vector<SwdLevel> expected = reference::swdLevels(a, b, request);
    QCOMPARE(result.levels.size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
        QCOMPARE(result.levels[i].resolution, expected[i].resolution);
        QVERIFY2(isNear(result.levels[i].value, expected[i].value, kFloatTolerance),
                 qPrintable(QString("%1 %2")
                                .arg(result.levels[i].value, 0, 'g', 12)
                                .arg(expected[i].value, 0, 'g', 12)));
    }
}

void TestSwd::sameSetAndPatchesGiveZero()
{
    for (const int channels : {1, 3}) {
        const ImageStack set = noise_stack::make({32, channels, 6, 0, 10}, 1);
        const SwdResult result = run(set, set, samePatches(set));
        QCOMPARE(result.value, 0.0);
        for (const SwdLevel &level : result.levels)
            QCOMPARE(level.value, 0.0);
        QVERIFY(run(set, set).value > 0);
    }
}

void TestSwd::brightnessAndContrastDoNotCount()
{
    // Each set is normalized by itself, so half the contrast at another brightness is no distance.
    ImageStack a = noise_stack::make({32, 3, 6, 0, 10}, 1);
    ImageStack b = a;
    for (std::size_t i = 0; i < a.pixels.size(); ++i) {
        b.pixels[i] = a.pixels[i] / 2;
        a.pixels[i] = static_cast<std::uint8_t>(2 * b.pixels[i]);
        b.pixels[i] = static_cast<std::uint8_t>(b.pixels[i] + 60);
    }
    QVERIFY(run(a, b, samePatches(a)).value < 1e-3);
}

void TestSwd::swappedSetsAndOrder()
{
    const ImageStack a = noise_stack::make({16, 3, 8, 0, 5}, 1);
    const ImageStack b = noise_stack::make({16, 3, 8, 0, 30}, 2);
    const SwdRequest request = samePatches(a);
    QVERIFY(isNear(run(b, a, request).value, run(a, b, request).value, 1e-12));
    // Pictures in another order, each with its own patches.
    ImageStack turned = a;
    SwdRequest turnedRequest = request;
    const auto half = static_cast<std::ptrdiff_t>(4 * a.bytesOfOne());
    std::rotate(turned.pixels.begin(), turned.pixels.begin() + half, turned.pixels.end());
    std::vector<PatchCenter> &centers = turnedRequest.fixedCenters[0].a;
    std::rotate(centers.begin(), centers.begin() + 4 * request.patches, centers.end());
    QVERIFY(isNear(run(turned, b, turnedRequest).value, run(a, b, request).value, 1e-9));
}

void TestSwd::shiftOfOneDistribution()
{
    // One pixel of each patch is seen, and it is 0 in one half of the pictures and 2 in the other;
    // in set b it is 0 in three quarters. Normalized: -1, 1 against -1/sqrt(3), sqrt(3).
    const auto made = [](std::size_t ones) {
        ImageStack stack;
        stack.side = 16;
        stack.channels = 1;
        stack.count = 8;
        for (std::size_t picture = 0; picture < stack.count; ++picture)
            stack.pixels.insert(stack.pixels.end(), 256, picture < ones ? 2 : 0);
        return stack;
    };
    SwdRequest request;
    SwdDirections direction;
    direction.components = 49;
    direction.values.assign(49, 0.0F);
    direction.values[24] = 1;
    request.fixedDirections = {direction};
    const double low = 1 / std::sqrt(3.0);
    const double high = std::sqrt(3.0);
    const double expected = 0.5 * (1 - low) + 0.25 * (1 + low) + 0.25 * (high - 1);
    QVERIFY(isNear(run(made(4), made(2), request).value, 1000 * expected, kFloatTolerance));
}

void TestSwd::growsWithNoise()
{
    const ImageStack clean = noise_stack::make({32, 3, 24, 0, 0}, 1);
    double before = 0;
    for (const double noise : {2.0, 8.0, 20.0, 50.0}) {
        const double value = run(clean, noise_stack::make({32, 3, 24, 0, noise}, 1)).value;
        QVERIFY(value > before);
        before = value;
    }
}

void TestSwd::theSameForThreadsAndBlocks()
{
    const ImageStack a = noise_stack::make({32, 3, 9, 0, 5}, 1);
    const ImageStack b = noise_stack::make({32, 3, 9, 0, 30}, 2);
    const double expected = run(a, b).value;
    SwdRequest request = smallRequest();
    request.threads = 3;
    QCOMPARE(run(a, b, request).value, expected);
    request.projectionBytes = 0;
    QCOMPARE(run(a, b, request).value, expected);
    request.seed = 1;
    QVERIFY(run(a, b, request).value != expected);
}

void TestSwd::floorOfTwoHalves()
{
    const ImageStack set = noise_stack::make({16, 3, 40, 0, 9}, 1);
    const SwdResult floor = swdFloor(set, 20, smallRequest(), RunContext());
    QCOMPARE(floor.n, std::size_t{20});
    const SwdResult far = run(set, noise_stack::make({16, 3, 40, 0, 40}, 2));
    QVERIFY(floor.value > 0 && floor.value < far.value);
    QVERIFY(swdFloor(set, 5, smallRequest(), RunContext()).value > floor.value);
    QVERIFY_THROWS_EXCEPTION(Error, swdFloor(set, 21, smallRequest(), RunContext()));
    QVERIFY_THROWS_EXCEPTION(Error, swdFloor(set, 0, smallRequest(), RunContext()));
}

void TestSwd::stops()
{
    std::stop_source stop;
    const auto progress = std::make_shared<ProgressState>();
    const ImageStack set = noise_stack::make({16, 3, 20, 0, 9}, 1);
    swd(set, set, smallRequest(), RunContext(stop.get_token(), progress));
    QVERIFY(isNear(progress->fraction(), 1, 1e-9));
    stop.request_stop();
    bool cancelled = false;
    try {
        swd(set, set, smallRequest(), RunContext(stop.get_token(), progress));
    } catch (const Cancelled &) {
        cancelled = true;
    }
    QVERIFY(cancelled);
}

QTEST_GUILESS_MAIN(TestSwd)
#include "tst_swd.moc"

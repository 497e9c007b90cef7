// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "noise_stack.h"

#include "base/error.h"
#include "metrics/swd_histogram.h"

#include <cmath>

using namespace quantloupe;

namespace {

/// What 4096 bins may cost.
constexpr double kBinError = 1.5e-4;

using Range = std::pair<std::size_t, std::size_t>;

ImageStack part(const ImageStack &stack, std::size_t first, std::size_t count)
{
    ImageStack result = stack;
    const auto begin = static_cast<std::ptrdiff_t>(first * stack.bytesOfOne());
    const auto end = static_cast<std::ptrdiff_t>((first + count) * stack.bytesOfOne());
    result.count = count;
    result.pixels = {stack.pixels.begin() + begin, stack.pixels.begin() + end};
    return result;
}

/// Calls `use` with parts of `size` pictures and where each starts.
template <typename Use> void inParts(const ImageStack &stack, std::size_t size, const Use &use)
{
    for (std::size_t first = 0; first < stack.count; first += size)
        use(part(stack, first, std::min(size, stack.count - first)), first);
}

SwdMoments momentsOf(const SwdStreamPlan &plan, const ImageStack &stack, SwdSide side,
                     std::size_t size)
{
    SwdMoments moments(plan, side);
    inParts(stack, size, [&](const ImageStack &pictures, std::size_t first) {
        moments.add(pictures, first, RunContext());
    });
    return moments;
}

SwdResult streamed(const ImageStack &a, const ImageStack &b, const SwdStreamPlan &plan,
                   std::size_t size)
{
    const auto normalA = momentsOf(plan, a, SwdSide::A, size).normalizations();
    const auto normalB = momentsOf(plan, b, SwdSide::B, size).normalizations();
    const SwdBins bins = binsFor(plan, part(b, 0, 16), SwdSide::B, normalB, RunContext());
    SwdHistogram histogramA(plan, SwdSide::A, bins, normalA);
    SwdHistogram histogramB(plan, SwdSide::B, bins, normalB);
    inParts(a, size, [&](const ImageStack &pictures, std::size_t first) {
        histogramA.add(pictures, first, RunContext());
    });
    inParts(b, size, [&](const ImageStack &pictures, std::size_t first) {
        histogramB.add(pictures, first, RunContext());
    });
    return swd(histogramA, histogramB);
}

SwdStreamPlan planFor(const ImageStack &stack)
{
    SwdRequest request;
    request.seed = 3;
    request.directions = 64;
    return {request, stack.side, stack.channels};
}

} // namespace

class TestSwdHistogram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void meetsTheExactDistance_data();
    void meetsTheExactDistance();
    void isWithinTheWidthOfTheBins();
    void goesOnFromAState();
    void doesNotDependOnPartsOrThreads();
    void equalSetsWithEqualPatchesHaveNoDistance();
    void refusesSmallPictures();
};

void TestSwdHistogram::meetsTheExactDistance_data()
{
    QTest::addColumn<int>("side");
    QTest::addColumn<int>("channels");
    QTest::addColumn<double>("noise");
    QTest::newRow("far") << 32 << 3 << 20.0;
    QTest::newRow("near, as two halves of one set") << 32 << 3 << 2.0;
    QTest::newRow("grey") << 28 << 1 << 10.0;
    QTest::newRow("one level") << 16 << 3 << 5.0;
}

void TestSwdHistogram::meetsTheExactDistance()
{
    QFETCH(int, side);
    QFETCH(int, channels);
    QFETCH(double, noise);
    const ImageStack a = noise_stack::make({side, channels, 100, 0, noise}, 1);
    const ImageStack b = noise_stack::make({side, channels, 100, 0, 2}, 2);
    const SwdStreamPlan plan = planFor(a);
    const SwdResult exact = swd(a, b, plan.request, RunContext());
    const SwdResult result = streamed(a, b, plan, 32);
    QCOMPARE(result.name, exact.name);
    QCOMPARE(result.n, exact.n);
    QCOMPARE(result.standard, exact.standard);
    QCOMPARE(result.levels.size(), exact.levels.size());
    for (std::size_t i = 0; i < exact.levels.size(); ++i) {
        QCOMPARE(result.levels[i].resolution, exact.levels[i].resolution);
        const double error = result.levels[i].value / exact.levels[i].value - 1;
        QVERIFY2(std::abs(error) < kBinError, qPrintable(QString::number(error)));
    }
    QVERIFY(std::abs(result.value / exact.value - 1) < kBinError);
}

/// The bound that holds for any values: two sets of one kind, whose distance is chance.
void TestSwdHistogram::isWithinTheWidthOfTheBins()
{
    const ImageStack a = noise_stack::make({16, 3, 40, 0, 2}, 1);
    const ImageStack b = noise_stack::make({16, 3, 40, 0, 2}, 2);
    const SwdStreamPlan plan = planFor(a);
    const auto normal = momentsOf(plan, b, SwdSide::B, 40).normalizations();
    const SwdBins bins = binsFor(plan, part(b, 0, 16), SwdSide::B, normal, RunContext());
    double width = 0;
    for (const float range : bins.ranges.at(0))
        width += 2.0 * range / SwdHistogram::kBins / static_cast<double>(bins.ranges[0].size());
    const double exact = swd(a, b, plan.request, RunContext()).value;
    QVERIFY(std::abs(streamed(a, b, plan, 32).value - exact) < 1000 * width);
}

void TestSwdHistogram::goesOnFromAState()
{
    const ImageStack a = noise_stack::make({32, 3, 30, 0, 9}, 1);
    const SwdStreamPlan plan = planFor(a);
    const auto normal = momentsOf(plan, a, SwdSide::A, 30).normalizations();
    const SwdBins bins = binsFor(plan, part(a, 0, 4), SwdSide::A, normal, RunContext());
    SwdHistogram whole(plan, SwdSide::A, bins, normal);
    SwdHistogram first(plan, SwdSide::A, bins, normal);
    whole.add(part(a, 0, 20), 0, RunContext());
    first.add(part(a, 0, 20), 0, RunContext());
    whole.add(part(a, 20, 10), 20, RunContext());
    SwdHistogram second(plan, SwdSide::A, bins, normal);
    second.setState(first.state());
    second.add(part(a, 20, 10), 20, RunContext());
    QCOMPARE(second.state().pictures, 30U);
    QVERIFY(second.state().counts == whole.state().counts);
    QVERIFY(second.state().beyond == whole.state().beyond);
    SwdHistogramState other = first.state();
    other.counts.pop_back();
    QVERIFY_THROWS_EXCEPTION(Error, second.setState(other));
}

void TestSwdHistogram::doesNotDependOnPartsOrThreads()
{
    const ImageStack a = noise_stack::make({16, 3, 30, 0, 9}, 1);
    const ImageStack b = noise_stack::make({16, 3, 30, 0, 2}, 2);
    SwdStreamPlan plan = planFor(a);
    const double expected = streamed(a, b, plan, 10).value;
    plan.request.threads = 3;
    QCOMPARE(streamed(a, b, plan, 10).value, expected);
    // Moments are added up in another order, which moves a value in float32 at most.
    QVERIFY(std::abs(streamed(a, b, plan, 7).value / expected - 1) < 1e-5);
}

void TestSwdHistogram::equalSetsWithEqualPatchesHaveNoDistance()
{
    const ImageStack a = noise_stack::make({16, 3, 20, 0, 9}, 1);
    const SwdStreamPlan plan = planFor(a);
    const auto normal = momentsOf(plan, a, SwdSide::A, 20).normalizations();
    const SwdBins bins = binsFor(plan, a, SwdSide::A, normal, RunContext());
    SwdHistogram one(plan, SwdSide::A, bins, normal);
    SwdHistogram two(plan, SwdSide::A, bins, normal);
    one.add(a, 0, RunContext());
    two.add(a, 0, RunContext());
    QCOMPARE(swd(one, two).value, 0.0);
}

void TestSwdHistogram::refusesSmallPictures()
{
    QVERIFY_THROWS_EXCEPTION(Error, requireFits(SwdStreamPlan{{}, 8, 3}));
    requireFits(SwdStreamPlan{{}, 16, 3});
}

QTEST_GUILESS_MAIN(TestSwdHistogram)
#include "tst_swd_histogram.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

// After Qt's headers: moc stumbles over <compare> as the first header of a file.
#include "analysis/quantizer_levels.h"
#include "weight_quantization.h"

#include <cmath>
#include <numeric>

using namespace weight_quantization;

namespace {

using Numbers = std::vector<double>;

PlacedLevels placed(const Values &weights, const ChannelLayout &layout, const WeightSpec &spec)
{
    return placeLevels(weights, quantize(weights, layout, spec));
}

} // namespace

/// Weights and levels of quantizers on one axis.
class TestQuantizerLevels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneScaleIsAValue();
    void channelsAreMeasuredByTheirLargest();
    void channelsOfZerosHaveNoPlaces();
    void codebooksHaveTheirOwnLevels();
    void takenIsTheOccupancy();
    void weightsAreCountedOnTheSameAxis();
    void nothingFinite();
};

void TestQuantizerLevels::oneScaleIsAValue()
{
    // Mean magnitude 2.
    const Values weights = {1, -3, 3, -1, 2};
    const PlacedLevels levels = placed(weights, flat(weights), weightSpec("w1"));
    QCOMPARE(levels.places, Numbers({-2, 2}));
    QCOMPARE(levels.taken, Numbers({1, 1}));
    QCOMPARE(levels.weights, Numbers({0.4, 0.6}));
}

void TestQuantizerLevels::channelsAreMeasuredByTheirLargest()
{
    // Levels -1, 0, 1 and -4, 0, 4; the first channel leaves zero, the second the least one.
    const Values weights = {1, -1, 4, 0};
    const PlacedLevels levels = placed(weights, {1, 2, 2, 1}, weightSpec("w2:minmax"));
    QCOMPARE(levels.places, Numbers({-1, 0, 1}));
    QCOMPARE(levels.taken, Numbers({0.5, 0.5, 1}));
    QCOMPARE(levels.weights, Numbers({0.25, 0.25, 0.5}));
    // Scales 1 and 2 of largest 1 and 4: places +-1 and +-0.5.
    const PlacedLevels binary = placed(weights, {1, 2, 2, 1}, weightSpec("w1"));
    QCOMPARE(binary.places, Numbers({-0.75, 0.75}));
    QCOMPARE(binary.taken, Numbers({0.5, 1}));
}

void TestQuantizerLevels::channelsOfZerosHaveNoPlaces()
{
    const Values weights = {0, 0, 2, -2};
    const PlacedLevels levels = placed(weights, {1, 2, 2, 1}, weightSpec("w2:minmax"));
    QCOMPARE(levels.places, Numbers({-1, 0, 1}));
    QCOMPARE(levels.taken, Numbers({0.5, 0.5, 0.5}));
}

void TestQuantizerLevels::codebooksHaveTheirOwnLevels()
{
    const Values weights = {0, 1, 10, 11};
    const PlacedLevels levels = placed(weights, flat(weights), weightSpec("w1:kmeans"));
    QCOMPARE(levels.places, Numbers({0.5, 10.5}));
    QCOMPARE(levels.weights, Numbers({0.5, 0.5}));
}

void TestQuantizerLevels::takenIsTheOccupancy()
{
    const Values weights = gaussian(96, 6);
    const ChannelLayout layout{4, 3, 8, 1};
    for (const WeightSpec &spec : allSpecs({2, 3, 4})) {
        const QuantizedTensor tensor = quantize(weights, layout, spec);
        const PlacedLevels levels = placeLevels(weights, tensor);
        const auto meanOf = [](const Numbers &numbers) {
            return std::accumulate(numbers.begin(), numbers.end(), 0.0) / double(numbers.size());
        };
        QVERIFY2(std::fabs(meanOf(levels.taken) - quantizationStats(weights, tensor).occupancy) <
                     1e-12,
                 toText(spec).c_str());
        QVERIFY(std::fabs(meanOf(levels.weights) * double(levels.weights.size()) - 1) < 1e-12);
        QVERIFY2(std::ranges::is_sorted(levels.places), toText(spec).c_str());
    }
}

void TestQuantizerLevels::weightsAreCountedOnTheSameAxis()
{
    const Values weights = {1, -1, 4, 0};
    const PlacedWeights whole = placeWeights(weights, {1, 2, 2, 1}, Granularity::PerTensor);
    QVERIFY(!whole.isRelative());
    QCOMPARE(whole.histogram.low, -1.0);
    QCOMPARE(whole.histogram.high, 4.0);
    const PlacedWeights channels = placeWeights(weights, {1, 2, 2, 1}, Granularity::PerChannel);
    QVERIFY(channels.isRelative());
    QCOMPARE(channels.scales, std::int64_t(2));
    QCOMPARE(channels.histogram.high, 1.0);
    QCOMPARE(channels.histogram.counts.back(), std::int64_t(2));
    QCOMPARE(channels.histogram.total(), std::int64_t(4));
}

void TestQuantizerLevels::nothingFinite()
{
    const Values weights = {NAN, INFINITY};
    QVERIFY(placeWeights(weights, flat(weights), Granularity::PerTensor).histogram.isEmpty());
    QVERIFY(placeWeights({}, {1, 0, 3, 1}, Granularity::PerChannel).histogram.isEmpty());
    const PlacedLevels levels = placed(weights, {1, 2, 1, 1}, weightSpec("w2"));
    QCOMPARE(levels.places, Numbers({0, 0, 0}));
}

QTEST_GUILESS_MAIN(TestQuantizerLevels)
#include "tst_quantizer_levels.moc"

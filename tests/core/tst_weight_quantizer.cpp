// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "weight_quantization.h"

#include <QTest>

#include <array>
#include <cfloat>
#include <cmath>

using namespace weight_quantization;

/// Codes and scales by hand, and the fast paths against the reference.
class TestWeightQuantizer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void layouts();
    void symmetricByHand();
    void asymmetricByHand();
    void tiesGoToEven();
    void ternaryByHand();
    void binaryByHand();
    void groupedTransposedConvolution();
    void groupsShareAScale();
    void floatIsACopy();
    void oddSizesEqualTheReference();
    void everyAxisEqualsTheReference();
    void longChannelsEqualTheReference();
    void extremeValuesEqualTheReference();
    void emptyAndZeroChannels();
};

void TestWeightQuantizer::layouts()
{
    const std::vector<std::int64_t> shape = {4, 3, 2, 5};
    QVERIFY(channelLayout(shape, 0) == (ChannelLayout{1, 4, 30, 1}));
    QVERIFY(channelLayout(shape, 1) == (ChannelLayout{4, 3, 10, 1}));
    QVERIFY(channelLayout(shape, 3) == (ChannelLayout{24, 5, 1, 1}));
    QVERIFY(channelLayout(shape, 1, 2) == (ChannelLayout{4, 3, 10, 2}));
    QCOMPARE(channelLayout(shape, 1, 2).scaleCount(), 6);
    QVERIFY(tensorLayout(shape) == (ChannelLayout{1, 1, 120, 1}));
    QVERIFY_THROWS_EXCEPTION(Error, channelLayout(shape, 4));
    QVERIFY_THROWS_EXCEPTION(Error, channelLayout(shape, -1));
    QVERIFY_THROWS_EXCEPTION(Error, channelLayout(shape, 1, 3));
}

void TestWeightQuantizer::symmetricByHand()
{
    const Values weights = {-3, 1.4F, 0.4F, -2.6F};
    const QuantizedTensor narrow = quantize(weights, flat(weights), weightSpec("w3:minmax"));
    QCOMPARE(narrow.scale, Values({1}));
    QCOMPARE(narrow.codes, Codes({-3, 1, 0, -3}));
    QCOMPARE(narrow.values, Values({-3, 1, 0, -3}));
    QCOMPARE(narrow.quantMin, -3);
    QCOMPARE(narrow.quantMax, 3);
    const Values wide = {-8, 6, 3};
    const QuantizedTensor full = quantize(wide, flat(wide), weightSpec("w3:minmax:full"));
    QCOMPARE(full.scale, Values({2}));
    QCOMPARE(full.codes, Codes({-4, 3, 2}));
    QCOMPARE(full.quantMin, -4);
    QCOMPARE(full.quantMax, 3);
}

void TestWeightQuantizer::asymmetricByHand()
{
    const Values weights = {-1, 0, 2, 0.6F};
    const QuantizedTensor tensor = quantize(weights, flat(weights), weightSpec("w2:minmax:asym"));
    QCOMPARE(tensor.scale, Values({1}));
    QCOMPARE(tensor.zeroPoint, Codes({1}));
    QCOMPARE(tensor.codes, Codes({0, 1, 3, 2}));
    QCOMPARE(tensor.values, Values({-1, 0, 2, 1}));
    QCOMPARE(tensor.quantMin, 0);
    QCOMPARE(tensor.quantMax, 3);
    // A range away from zero is widened to it.
    const Values positive = {30, 15};
    const QuantizedTensor widened =
        quantize(positive, flat(positive), weightSpec("w4:minmax:asym"));
    QCOMPARE(widened.scale, Values({2}));
    QCOMPARE(widened.zeroPoint, Codes({0}));
    QCOMPARE(widened.codes, Codes({15, 8}));
}

void TestWeightQuantizer::tiesGoToEven()
{
    const Values weights = {7, 0.5F, 1.5F, 2.5F, -0.5F, -1.5F, -2.5F};
    const QuantizedTensor tensor = quantize(weights, flat(weights), weightSpec("w4:minmax"));
    QCOMPARE(tensor.codes, Codes({7, 0, 2, 2, 0, -2, -2}));
    QVERIFY(!std::signbit(tensor.values[4]));
}

void TestWeightQuantizer::ternaryByHand()
{
    // mean |w| = 2, threshold 1.4, kept 2, 3, 4 -> scale 3.
    const Values weights = {-4, 3, 2, 1, 0, 1, -1.4F, 3.6F};
    const QuantizedTensor tensor = quantize(weights, flat(weights), weightSpec("w2:ternary"));
    QCOMPARE(tensor.codes, Codes({-1, 1, 1, 0, 0, 0, 0, 1}));
    QCOMPARE(tensor.scale[0], static_cast<float>((4 + 3 + 2 + double(3.6F)) / 4));
    QCOMPARE(tensor.quantMin, -1);
    QCOMPARE(tensor.quantMax, 1);
    // Gains: k=1: 25, k=2: 36/2 = 18, k=4: 64/4 = 16 (the ones stand or fall together).
    const Values spiked = {5, 1, 1, -1};
    const QuantizedTensor exact = quantize(spiked, flat(spiked), weightSpec("w2:ternary-exact"));
    QCOMPARE(exact.codes, Codes({1, 0, 0, 0}));
    QCOMPARE(exact.scale, Values({5}));
}

void TestWeightQuantizer::binaryByHand()
{
    const Values weights = {-3, 1, 0, -0.0F};
    const QuantizedTensor tensor = quantize(weights, flat(weights), weightSpec("w1"));
    QCOMPARE(tensor.scale, Values({1}));
    QCOMPARE(tensor.codes, Codes({-1, 1, 1, 1}));
    QCOMPARE(tensor.values, Values({-1, 1, 1, 1}));
    QCOMPARE(tensor.quantMin, -1);
    QCOMPARE(tensor.quantMax, 1);
}

void TestWeightQuantizer::groupedTransposedConvolution()
{
    // Weight [in 4, out/groups 1, 1, 1] with two groups: inputs 0, 1 and 2, 3.
    const Values weights = {1, -3, 10, -30};
    const std::array<std::int64_t, 4> shape = {4, 1, 1, 1};
    const QuantizedTensor tensor = quantize(weights, channelLayout(shape, 1, 2), weightSpec("w1"));
    QCOMPARE(tensor.scale, Values({2, 20}));
    QCOMPARE(tensor.values, Values({2, -2, 20, -20}));
    const QuantizedTensor whole =
        quantize(weights, channelLayout(shape, 1, 2), weightSpec("w1:tensor"));
    QCOMPARE(whole.scale, Values({11}));
}

void TestWeightQuantizer::groupsShareAScale()
{
    // [in 2, out 2, 10]: a channel has 20 weights, 16 in its first group, 4 in its second.
    const ChannelLayout layout = channelLayout(std::array<std::int64_t, 3>{2, 2, 10}, 1);
    const auto part = [](int in, int at) { return in == 1 && at >= 6 ? 1 : 0; };
    Values weights;
    for (int in = 0; in < 2; ++in)
        for (int out = 0; out < 2; ++out)
            for (int at = 0; at < 10; ++at)
                weights.push_back(
                    static_cast<float>((at % 2 ? -1 : 1) * (1 + 2 * out + part(in, at))));
    const QuantizedTensor tensor = quantize(weights, layout, weightSpec("w1:group16"));
    QCOMPARE(tensor.scale, Values({1, 2, 3, 4}));
    QCOMPARE(tensor.values, weights);
    QCOMPARE(tensor.layout.scaleCount(), 4);
    QCOMPARE(tensor.layout.channelCount(), 2);
    // As long as a channel or longer, a group is one.
    QCOMPARE(quantize(weights, layout, weightSpec("w1:group32")).scale,
             quantize(weights, layout, weightSpec("w1")).scale);
}

void TestWeightQuantizer::floatIsACopy()
{
    const Values weights = {1, -2.5F, 3e38F};
    const QuantizedTensor tensor = quantize(weights, flat(weights), WeightSpec{});
    QCOMPARE(tensor.values, weights);
    QVERIFY(tensor.codes.empty() && tensor.scale.empty());
    const QuantizationStats stats = quantizationStats(weights, tensor);
    QCOMPARE(stats.meanSquaredError, 0.0);
    QVERIFY(std::isinf(stats.sqnr));
}

void TestWeightQuantizer::oddSizesEqualTheReference()
{
    for (const WeightSpec &spec : allSpecs({2, 3, 4, 5, 8, 9, 16}))
        for (const std::int64_t size : {1, 2, 5, 8, 9, 16, 33, 64, 65}) {
            const Values weights = gaussian(2 * size, static_cast<std::uint64_t>(size));
            const std::string difference = differenceToReference(weights, {1, 2, size, 1}, spec);
            QVERIFY2(difference.empty(), difference.c_str());
        }
}

void TestWeightQuantizer::everyAxisEqualsTheReference()
{
    const std::vector<std::vector<std::int64_t>> shapes = {
        {5, 9}, {33, 2}, {6, 5, 3, 3}, {2, 8, 1, 5}};
    for (const auto &shape : shapes)
        for (int axis = 0; axis < static_cast<int>(shape.size()); ++axis)
            for (const std::int64_t groups : {1, 2, 3}) {
                if (groups > 1 && (axis == 0 || shape[0] % groups != 0))
                    continue;
                const ChannelLayout layout = channelLayout(shape, axis, groups);
                const Values weights = gaussian(layout.elementCount(), 7);
                for (const WeightSpec &spec : allSpecs({3, 8})) {
                    const std::string difference = differenceToReference(weights, layout, spec);
                    QVERIFY2(difference.empty(), difference.c_str());
                }
            }
}

void TestWeightQuantizer::longChannelsEqualTheReference()
{
    const Values weights = gaussian(2 * 1600, 11);
    for (const WeightSpec &spec : allSpecs({2, 4, 8, 16})) {
        const std::string difference = differenceToReference(weights, {100, 2, 16, 1}, spec);
        QVERIFY2(difference.empty(), difference.c_str());
    }
}

void TestWeightQuantizer::extremeValuesEqualTheReference()
{
    const float inf = std::numeric_limits<float>::infinity();
    const float nan = std::numeric_limits<float>::quiet_NaN();
    const std::vector<Values> cases = {{},
                                       {0, 0, 0},
                                       {0, -0.0F},
                                       {1e-45F, -3e-45F, 1e-40F},
                                       {1e38F, -3.4e38F, 3.4e38F, FLT_MAX, 1},
                                       {-0.66e38F, FLT_MAX},
                                       {FLT_MAX, 1e-45F, FLT_MIN},
                                       {nan, inf, -inf},
                                       {nan, 1, -2, inf, 0.5F, -inf},
                                       {4, 4, 4, 4},
                                       {-4, -4},
                                       {1, -1, 1, 1, -1}};
    for (const WeightSpec &spec : allSpecs({2, 4, 8, 16}))
        for (const Values &weights : cases) {
            const std::string difference = differenceToReference(weights, flat(weights), spec);
            QVERIFY2(difference.empty(), difference.c_str());
        }
}

void TestWeightQuantizer::emptyAndZeroChannels()
{
    for (const WeightSpec &spec : allSpecs({2, 8})) {
        const QuantizedTensor empty = quantize({}, {0, 3, 4, 1}, spec);
        QVERIFY(empty.codes.empty() && empty.values.empty());
        for (const float scale : empty.scale)
            QCOMPARE(scale, 1.0F);
        const QuantizedTensor none = quantize({}, {1, 0, 4, 1}, spec);
        QVERIFY(none.values.empty());
        const Values zeros(6, 0.0F);
        const QuantizedTensor zero = quantize(zeros, {1, 2, 3, 1}, spec);
        QCOMPARE(zero.values, zeros);
        for (const float scale : zero.scale)
            QCOMPARE(scale, spec.method == WeightMethod::Binary ? 0.0F : 1.0F);
    }
}

QTEST_GUILESS_MAIN(TestWeightQuantizer)
#include "tst_weight_quantizer.moc"

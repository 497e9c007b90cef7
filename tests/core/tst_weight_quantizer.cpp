// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "base/random_stream.h"
#include "quant/reference.h"
#include "quant/weight_quantizer.h"

#include <QTest>

#include <array>
#include <cfloat>
#include <cmath>
#include <cstring>

using namespace quantloupe;

namespace {

using Values = std::vector<float>;
using Codes = std::vector<std::int32_t>;

WeightSpec weightSpec(std::string_view text)
{
    return parseSpec(text).spec.weight;
}

ChannelLayout flat(const Values &values)
{
    return {1, 1, static_cast<std::int64_t>(values.size()), 1};
}

Values gaussian(std::int64_t count, std::uint64_t seed)
{
    RandomStream random(seed, StreamRole::Probe, 0);
    Values values(static_cast<std::size_t>(count));
    for (float &x : values)
        x = static_cast<float>(0.02 * random.normal());
    return values;
}

template <typename Value> bool sameBits(const std::vector<Value> &a, const std::vector<Value> &b)
{
    return a.size() == b.size() &&
           (a.empty() || std::memcmp(a.data(), b.data(), a.size() * sizeof(Value)) == 0);
}

/// The first thing in which fast and reference differ; empty when nothing does.
std::string differenceToReference(const Values &weights, const ChannelLayout &layout,
                                  const WeightSpec &spec)
{
    const QuantizedTensor fast = quantize(weights, layout, spec);
    const QuantizedTensor slow = reference::quantize(weights, layout, spec);
    const std::string where = toText(spec) + " n=" + std::to_string(weights.size()) + " [" +
                              std::to_string(layout.outer) + "," + std::to_string(layout.channels) +
                              "," + std::to_string(layout.inner) + "]/" +
                              std::to_string(layout.groups) + ": ";
    if (!sameBits(fast.scale, slow.scale))
        return where + "scale";
    if (!sameBits(fast.zeroPoint, slow.zeroPoint))
        return where + "zero point";
    if (!sameBits(fast.codes, slow.codes))
        return where + "codes";
    if (!sameBits(fast.values, slow.values))
        return where + "values";
    if (fast.quantMin != slow.quantMin || fast.quantMax != slow.quantMax ||
        fast.spec != slow.spec || !(fast.layout == slow.layout))
        return where + "bounds";
    return {};
}

std::vector<WeightSpec> allSpecs(std::initializer_list<int> uniformBits)
{
    std::vector<WeightSpec> specs;
    for (const char *text : {"w1", "w2:ternary", "w2:ternary-exact"})
        specs.push_back(weightSpec(text));
    for (const int bits : uniformBits)
        for (const char *flags : {":minmax", ":minmax:full", ":minmax:asym", "", ":full", ":asym"})
            specs.push_back(weightSpec("w" + std::to_string(bits) + flags));
    for (std::size_t i = 0, count = specs.size(); i < count; ++i) {
        specs.push_back(specs[i]);
        specs.back().granularity = Granularity::PerTensor;
    }
    return specs;
}

double squaredError(const Values &weights, const Values &values)
{
    double sum = 0;
    for (std::size_t i = 0; i < weights.size(); ++i)
        sum += (double(weights[i]) - values[i]) * (double(weights[i]) - values[i]);
    return sum;
}

} // namespace

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
    void floatIsACopy();
    void oddSizesEqualTheReference();
    void everyAxisEqualsTheReference();
    void longChannelsEqualTheReference();
    void extremeValuesEqualTheReference();
    void emptyAndZeroChannels();
    void nonFiniteWeights();
    void hugeAndTinyValuesStayFinite();
    void constantsAreRepresented();
    void zeroIsALevel();
    void minMaxIsIdempotent();
    void mseErrorFallsWithBits();
    void binaryIsTheOptimum();
    void exactTernaryIsTheOptimum();
    void stats();
    void impossibleSpecs();
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
    const Values wide = {-8, 8, 3};
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

void TestWeightQuantizer::nonFiniteWeights()
{
    const float inf = std::numeric_limits<float>::infinity();
    const float nan = std::numeric_limits<float>::quiet_NaN();
    const Values weights = {nan, 3, -inf, -3, inf, 1};
    const QuantizedTensor uniform = quantize(weights, flat(weights), weightSpec("w3:minmax"));
    QCOMPARE(uniform.scale, Values({1}));
    QCOMPARE(uniform.codes, Codes({0, 3, 0, -3, 0, 1}));
    // The means are over the three finite weights.
    QCOMPARE(quantize(weights, flat(weights), weightSpec("w1")).scale,
             Values({static_cast<float>(7.0 / 3)}));
    QCOMPARE(quantize(weights, flat(weights), weightSpec("w2:ternary")).scale, Values({3}));
    QVERIFY(std::isfinite(quantizationStats(weights, uniform).meanSquaredError));
}

void TestWeightQuantizer::hugeAndTinyValuesStayFinite()
{
    const std::vector<Values> cases = {{FLT_MAX, -FLT_MAX, 1},  {-0.66e38F, FLT_MAX},
                                       {FLT_MAX, -0.7e38F},     {1e-45F, 2e-45F},
                                       {FLT_MIN, -FLT_MIN / 2}, {FLT_MAX, 1e-45F}};
    for (const WeightSpec &spec : allSpecs({2, 3, 4, 8, 16}))
        for (const Values &weights : cases) {
            const QuantizedTensor tensor = quantize(weights, flat(weights), spec);
            QVERIFY(std::isfinite(tensor.scale[0]) && tensor.scale[0] > 0);
            for (const float value : tensor.values)
                QVERIFY2(std::isfinite(value), toText(spec).c_str());
        }
}

void TestWeightQuantizer::constantsAreRepresented()
{
    for (const WeightSpec &spec : allSpecs({2, 4, 8, 16}))
        for (const float constant : {0.37F, -0.37F}) {
            const Values weights(9, constant);
            const QuantizedTensor tensor = quantize(weights, flat(weights), spec);
            const bool clipsPositive = spec.range == CodeRange::Full &&
                                       spec.method == WeightMethod::MinMax && constant > 0;
            const float relative = std::fabs(tensor.values[0] / constant - 1);
            QVERIFY2(clipsPositive || relative < 1e-6F, toText(spec).c_str());
        }
}

void TestWeightQuantizer::zeroIsALevel()
{
    RandomStream random(3, StreamRole::Probe, 0);
    for (int round = 0; round < 50; ++round) {
        Values weights = gaussian(20, static_cast<std::uint64_t>(round));
        const auto shift = static_cast<float>(random.uniform(-0.1, 0.1));
        for (float &x : weights)
            x += shift;
        weights.push_back(0);
        for (const char *text : {"w2:asym", "w4:asym", "w8:asym", "w4:minmax:asym", "w2"})
            QCOMPARE(quantize(weights, flat(weights), weightSpec(text)).values.back(), 0.0F);
    }
}

void TestWeightQuantizer::minMaxIsIdempotent()
{
    for (const char *text :
         {"w2:minmax", "w4:minmax", "w8:minmax", "w16:minmax", "w4:minmax:asym", "w8:minmax:asym"})
        for (std::uint64_t seed = 0; seed < 20; ++seed) {
            const Values weights = gaussian(33, seed);
            const QuantizedTensor once = quantize(weights, flat(weights), weightSpec(text));
            const QuantizedTensor twice = quantize(once.values, flat(weights), weightSpec(text));
            QCOMPARE(twice.codes, once.codes);
            for (std::size_t i = 0; i < weights.size(); ++i)
                QVERIFY(std::fabs(twice.values[i] - once.values[i]) <=
                        4 * FLT_EPSILON * std::fabs(once.values[i]));
        }
}

void TestWeightQuantizer::mseErrorFallsWithBits()
{
    // The search may miss the optimum by this much.
    constexpr double kSearchGap = 1.001;
    for (const char *flags : {"", ":full", ":asym"})
        for (const std::int64_t size : {9, 33, 100, 1000}) {
            const Values weights = gaussian(size, static_cast<std::uint64_t>(size));
            double last = INFINITY;
            for (int bits = 2; bits <= 10; ++bits) {
                const WeightSpec spec = weightSpec("w" + std::to_string(bits) + flags);
                const Values values = quantize(weights, flat(weights), spec).values;
                const double error = squaredError(weights, values);
                QVERIFY2(error <= last * kSearchGap, toText(spec).c_str());
                WeightSpec minMax = spec;
                minMax.method = WeightMethod::MinMax;
                QVERIFY(error <=
                        squaredError(weights, quantize(weights, flat(weights), minMax).values) *
                            (1 + 1e-12));
                last = error;
            }
        }
}

void TestWeightQuantizer::binaryIsTheOptimum()
{
    const Values weights = gaussian(100, 5);
    const QuantizedTensor tensor = quantize(weights, flat(weights), weightSpec("w1"));
    const double best = squaredError(weights, tensor.values);
    for (const double factor : {0.9, 0.99, 0.999, 1.001, 1.01, 1.1}) {
        Values other = tensor.values;
        for (float &value : other)
            value = static_cast<float>(value * factor);
        QVERIFY(squaredError(weights, other) > best);
    }
    for (std::size_t i = 0; i < weights.size(); ++i) {
        Values other = tensor.values;
        other[i] = -other[i];
        QVERIFY(squaredError(weights, other) > best);
    }
}

void TestWeightQuantizer::exactTernaryIsTheOptimum()
{
    for (std::uint64_t seed = 0; seed < 10; ++seed) {
        const Values weights = gaussian(65, seed);
        const auto errorOf = [&](const char *text) {
            return squaredError(weights, quantize(weights, flat(weights), weightSpec(text)).values);
        };
        const double exact = errorOf("w2:ternary-exact");
        QVERIFY(exact <= errorOf("w2:ternary") * (1 + 1e-6));
        // Narrow 2-bit MSE has the same three levels.
        QVERIFY(std::fabs(exact / errorOf("w2") - 1) < 1e-3);
    }
}

void TestWeightQuantizer::stats()
{
    const Values weights = {-3, 1.5F, 0, 0};
    const QuantizedTensor tensor = quantize(weights, flat(weights), weightSpec("w3:minmax"));
    // Codes -3, 2, 0, 0: error 0.25, signal 11.25, three of seven levels, entropy 1.5 bits.
    const QuantizationStats stats = quantizationStats(weights, tensor);
    QCOMPARE(stats.meanSquaredError, 0.0625);
    QCOMPARE(stats.sqnr, 10 * std::log10(11.25 / 0.25));
    QCOMPARE(stats.occupancy, 3.0 / 7);
    QCOMPARE(stats.entropy, 1.5);
    QCOMPARE(stats.clipped, 0.0);
    const Values wide = {-8, 8, 3, 0};
    const QuantizedTensor full = quantize(wide, flat(wide), weightSpec("w3:minmax:full"));
    QCOMPARE(quantizationStats(wide, full).clipped, 0.25);
    // Two channels: one uses both signs, the other one of them.
    const Values signs = {1, -1, 2, 2};
    const QuantizedTensor binary = quantize(signs, {1, 2, 2, 1}, weightSpec("w1"));
    QCOMPARE(quantizationStats(signs, binary).occupancy, 0.75);
    QVERIFY(std::isinf(quantizationStats(signs, binary).sqnr));
}

void TestWeightQuantizer::impossibleSpecs()
{
    const Values weights = {1, 2};
    QVERIFY_THROWS_EXCEPTION(Error,
                             quantize(weights, flat(weights), WeightSpec{WeightMethod::Mse, 1}));
    QVERIFY_THROWS_EXCEPTION(Error, quantize(weights, {1, 1, 3, 1}, weightSpec("w4")));
}

QTEST_GUILESS_MAIN(TestWeightQuantizer)
#include "tst_weight_quantizer.moc"

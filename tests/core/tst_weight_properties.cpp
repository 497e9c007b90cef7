// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "weight_quantization.h"

#include <QTest>

#include <cfloat>
#include <cmath>

using namespace weight_quantization;

/// What holds for every quantizer and every tensor.
class TestWeightProperties : public QObject
{
    Q_OBJECT

private Q_SLOTS:
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

void TestWeightProperties::nonFiniteWeights()
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

void TestWeightProperties::hugeAndTinyValuesStayFinite()
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

void TestWeightProperties::constantsAreRepresented()
{
    for (const WeightSpec &spec : allSpecs({2, 4, 8, 16}))
        for (const float constant : {0.37F, -0.37F}) {
            if (spec.method == WeightMethod::Pow2 || spec.method == WeightMethod::Log)
                continue; // powers of two cannot
            const Values weights(9, constant);
            const QuantizedTensor tensor = quantize(weights, flat(weights), spec);
            const float relative = std::fabs(tensor.values[0] / constant - 1);
            QVERIFY2(relative < 1e-6F, toText(spec).c_str());
        }
}

void TestWeightProperties::zeroIsALevel()
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

void TestWeightProperties::minMaxIsIdempotent()
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

void TestWeightProperties::mseErrorFallsWithBits()
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

void TestWeightProperties::binaryIsTheOptimum()
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

void TestWeightProperties::exactTernaryIsTheOptimum()
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

void TestWeightProperties::stats()
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
    // One of 3 beside many ones: the levels of least error are at 23 / 21.
    Values wide(20, 1);
    wide.push_back(3);
    QCOMPARE(quantizationStats(wide, quantize(wide, flat(wide), weightSpec("w2"))).clipped,
             1.0 / 21);
    // Two channels: one uses both signs, the other one of them.
    const Values signs = {1, -1, 2, 2};
    const QuantizedTensor binary = quantize(signs, {1, 2, 2, 1}, weightSpec("w1"));
    QCOMPARE(quantizationStats(signs, binary).occupancy, 0.75);
    QVERIFY(std::isinf(quantizationStats(signs, binary).sqnr));
}

void TestWeightProperties::impossibleSpecs()
{
    const Values weights = {1, 2};
    QVERIFY_THROWS_EXCEPTION(Error,
                             quantize(weights, flat(weights), WeightSpec{WeightMethod::Mse, 1}));
    QVERIFY_THROWS_EXCEPTION(Error, quantize(weights, {1, 1, 3, 1}, weightSpec("w4")));
}

QTEST_GUILESS_MAIN(TestWeightProperties)
#include "tst_weight_properties.moc"

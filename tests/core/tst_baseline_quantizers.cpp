// SPDX-License-Identifier: GPL-3.0-or-later
// Extremes, logarithmic, tanh and power-of-two weights, and what all methods with a codebook share.
#include <QTest>

#include "quant/uniform_kernels.h"
#include "weight_quantization.h"
#include "weight_shapes.h"

#include <algorithm>
#include <cmath>

using namespace weight_quantization;
using weight_shapes::Shape;

namespace {

const char *const kCodebookMethods[] = {"extremes", "em", "kmeans", "log", "tanh"};

QuantizedTensor quantizedBy(const char *setting, const Values &weights)
{
    return quantize(weights, flat(weights), weightSpec(setting));
}

/// The least error over all powers of two that can matter to weights of magnitude 0.02 and more.
double errorOfTheBestPower(const Values &weights, CodeLimits limits)
{
    constexpr int kLeast = -40;
    constexpr int kMost = 40;
    double best = INFINITY;
    for (int exponent = kLeast; exponent <= kMost; ++exponent)
        best = std::min(best, quantizationError(weights, std::ldexp(1.0F, exponent), limits));
    return best;
}

} // namespace

class TestBaselineQuantizers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void extremesByHand();
    void extremesOfOneSign();
    void extremesEqualTheReference();
    void logByHand();
    void logRoundsTheExponent();
    void logAtTheEndsOfFloat();
    void tanhByHand();
    void tanhOfManyWeightsEqualsTheReference();
    void tanhFactorIsTheOptimum();
    void tanhIsBentByLargeWeights();
    void pow2ByHand();
    void pow2IsTheBestPower();
    void pow2IsTheBestPowerBesideFarOutliers_data();
    void pow2IsTheBestPowerBesideFarOutliers();
    void codesAreIndicesIntoTheCodebook();
    void eachWayEqualsTheReference();
    void usedLevelsShowUnderrepresentation();
};

void TestBaselineQuantizers::extremesByHand()
{
    // Levels -1, 1, 3, 5: zero is none of them, and midway goes up.
    const Values weights = {-1, 0, 5, 2, 3.5F, 0.5F};
    const QuantizedTensor tensor = quantizedBy("w2:extremes", weights);
    QCOMPARE(tensor.codebook, Values({-1, 1, 3, 5}));
    QCOMPARE(tensor.codes, Codes({0, 1, 3, 2, 2, 1}));
    QCOMPARE(tensor.values, Values({-1, 1, 5, 3, 3, 1}));
    QCOMPARE(quantizedBy("w1:extremes", weights).values, Values({-1, -1, 5, 5, 5, -1}));
    // The rounded zero point of asymmetric min-max moves both ends instead.
    QVERIFY(quantizedBy("w2:minmax:asym", weights).values != tensor.values);
}

void TestBaselineQuantizers::extremesOfOneSign()
{
    // A weight that is not finite stands as 0, which is no end of the range.
    QCOMPARE(quantizedBy("w1:extremes", {4, NAN, 2, 3}).codebook, Values({2, 4}));
    QCOMPARE(quantizedBy("w1:extremes", {-4, -2, INFINITY}).codebook, Values({-4, -2}));
    QCOMPARE(quantizedBy("w1:extremes", {0, 2}).codebook, Values({0, 2}));
    QCOMPARE(quantizedBy("w3:extremes", {NAN}).codebook, Values(8, 0));
}

void TestBaselineQuantizers::extremesEqualTheReference()
{
    for (const Shape shape : weight_shapes::kAll)
        for (const std::int64_t size : {1, 2, 5, 8, 9, 16, 33, 1000})
            for (int bits = 1; bits <= 8; ++bits) {
                const Values weights = weight_shapes::weights(shape, 2 * size, 5);
                const std::string difference = differenceToReference(
                    weights, {1, 2, size, 1}, weightSpec("w" + std::to_string(bits) + ":extremes"));
                QVERIFY2(difference.empty(), difference.c_str());
            }
}

void TestBaselineQuantizers::logByHand()
{
    // F = 2: levels +-2, +-4; zero has no level.
    const Values weights = {4, -1, 0, -3.5F, 2.5F, 0.1F};
    const QuantizedTensor tensor = quantizedBy("w2:log", weights);
    QCOMPARE(tensor.codebook, Values({-4, -2, 2, 4}));
    QCOMPARE(tensor.values, Values({4, -2, 2, -4, 2, 2}));
    QCOMPARE(tensor.codes, Codes({3, 1, 2, 0, 2, 2}));
    const Values zeros(3, 0);
    QCOMPARE(quantizedBy("w2:log", zeros).values, zeros);
}

void TestBaselineQuantizers::logRoundsTheExponent()
{
    // log2 of 2.82 is 1.496, of 2.83 1.501.
    const QuantizedTensor tensor = quantizedBy("w3:log", {8, 2.82F, 2.83F, -2.82F, -2.83F});
    QCOMPARE(tensor.values, Values({8, 2, 4, -2, -4}));
}

void TestBaselineQuantizers::logAtTheEndsOfFloat()
{
    const Values weights = {FLT_MAX, -FLT_MAX, 1e-45F, -1e-45F};
    for (const char *setting : {"w2:log", "w8:log"})
        for (const Values &given : {weights, Values({1e-45F, -1e-45F, 3e-45F})})
            for (const float value : quantizedBy(setting, given).values)
                QVERIFY(std::isfinite(value));
    // 128 halvings reach from 1 to 2^-127.
    QCOMPARE(quantizedBy("w8:log", {1, 1e-45F}).values, Values({1, std::ldexp(1.0F, -127)}));
}

void TestBaselineQuantizers::tanhByHand()
{
    // So small that tanh(w) = w: t = 0, 1/2, 1 of three steps; 1.5 rounds to the even 2.
    const float w = 1e-9F;
    const QuantizedTensor tensor = quantizedBy("w2:tanh", {-w, 0, w});
    QCOMPARE(tensor.codes, Codes({0, 2, 3}));
    // Multiples -3, 1, 3: the factor is 6 w / 19.
    for (std::size_t i = 0; i < 4; ++i)
        QVERIFY(std::fabs(tensor.codebook[i] - 6.0 / 19 * w * (2.0 * double(i) - 3)) < 1e-6 * w);
    const Values zeros(3, 0);
    QCOMPARE(quantizedBy("w3:tanh", zeros).values, zeros);
    // The two finite ones alone count.
    QCOMPARE(quantizedBy("w2:tanh", {-w, NAN, w}).codebook,
             quantizedBy("w2:tanh", {-w, w}).codebook);
}

void TestBaselineQuantizers::tanhOfManyWeightsEqualsTheReference()
{
    for (const float spread : {1e-30F, 1.0F, 50.0F, 1e4F, 1e38F}) {
        Values weights = gaussian(10000, 1);
        for (float &x : weights)
            x *= spread;
        Values positive = weights;
        for (float &x : positive)
            x = std::fabs(x);
        for (const Values &values : {weights, positive})
            for (int bits = 2; bits <= 8; ++bits) {
                const std::string difference = differenceToReference(
                    values, flat(values), weightSpec("w" + std::to_string(bits) + ":tanh"));
                QVERIFY2(difference.empty(), difference.c_str());
            }
    }
}

void TestBaselineQuantizers::tanhFactorIsTheOptimum()
{
    for (const Shape shape : {Shape::Gaussian, Shape::Laplace, Shape::Shifted, Shape::Outliers}) {
        const Values weights = weight_shapes::weights(shape, 1000);
        const Values values = quantizedBy("w4:tanh", weights).values;
        const double best = squaredError(weights, values);
        for (const double factor : {0.99, 0.999, 1.001, 1.01}) {
            Values other = values;
            for (float &value : other)
                value = static_cast<float>(value * factor);
            QVERIFY(squaredError(weights, other) > best);
        }
    }
}

void TestBaselineQuantizers::tanhIsBentByLargeWeights()
{
    // tanh(20) and tanh(40) are both 1, so that both get the outermost level.
    const QuantizedTensor tensor = quantizedBy("w4:tanh", {40, 20, 0.1F, -20});
    QCOMPARE(tensor.codes[0], 15);
    QCOMPARE(tensor.codes[1], 15);
    QCOMPARE(tensor.codes[3], 0);
}

void TestBaselineQuantizers::pow2ByHand()
{
    // Three steps up to 3; scale 2 clips nothing, scale 1 clips 5 and costs 4, scale 2 costs 1 + 1.
    const QuantizedTensor tensor = quantizedBy("w3:pow2", {5, -2, 1});
    QCOMPARE(tensor.scale, Values({2}));
    QCOMPARE(tensor.codes, Codes({2, -1, 0}));
    // An outlier of many: clipping it pays.
    Values weights(1000, 1);
    weights.push_back(8);
    QCOMPARE(quantizedBy("w2:pow2", weights).scale, Values({1}));
    QCOMPARE(quantizedBy("w2:pow2:full", {-4, 2, 2}).scale, Values({2}));
}

void TestBaselineQuantizers::pow2IsTheBestPower()
{
    for (const Shape shape : {Shape::Gaussian, Shape::Laplace, Shape::Uniform})
        for (const int bits : {2, 4, 8}) {
            const Values weights = weight_shapes::weights(shape, 2000);
            const std::string text = "w" + std::to_string(bits);
            const QuantizedTensor tensor = quantizedBy((text + ":pow2").c_str(), weights);
            int exponent = 0;
            QCOMPARE(std::frexp(tensor.scale[0], &exponent), 0.5F);
            const double best = squaredError(weights, tensor.values);
            for (const double factor : {0.25, 0.5, 2.0, 4.0}) {
                const double scale = tensor.scale[0] * factor;
                double error = 0;
                for (const float x : weights) {
                    const double code =
                        std::clamp(std::nearbyint(x / scale), double(tensor.quantMin),
                                   double(tensor.quantMax));
                    error += std::pow(x - scale * code, 2);
                }
                QVERIFY(best <= error);
            }
            // The search for any scale may miss the optimum by 0.1 %.
            QVERIFY(best * 1.001 >=
                    squaredError(weights, quantizedBy(text.c_str(), weights).values));
        }
}

void TestBaselineQuantizers::pow2IsTheBestPowerBesideFarOutliers_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("outliers");
    QTest::addColumn<double>("deviations");
    for (const int count : {9, 300, 5000})
        for (const int outliers : {1, 4})
            for (const double deviations : {30.0, 1000.0, 1e5, 1e8})
                QTest::addRow("%d of %d at %g deviations", outliers, count, deviations)
                    << count << outliers << deviations;
    // So many that the best scale is less than 1 / 256 of the one that clips nothing.
    QTest::addRow("1 of 500000 at 600 deviations") << 500000 << 1 << 600.0;
}

void TestBaselineQuantizers::pow2IsTheBestPowerBesideFarOutliers()
{
    QFETCH(const int, count);
    QFETCH(const int, outliers);
    QFETCH(const double, deviations);
    Values weights = gaussian(count, 4);
    for (int i = 0; i < outliers; ++i)
        weights[static_cast<std::size_t>(i)] =
            static_cast<float>((i % 2 == 0 ? 0.02 : -0.015) * deviations);
    float least = INFINITY;
    for (const char *setting : {"w2:pow2", "w2:pow2:full", "w3:pow2", "w4:pow2:full", "w8:pow2"}) {
        const QuantizedTensor tensor = quantizedBy(setting, weights);
        const CodeLimits limits{-tensor.quantMin, tensor.quantMax};
        QVERIFY2(quantizationError(weights, tensor.scale[0], limits) ==
                     errorOfTheBestPower(weights, limits),
                 setting);
        least = std::min(least, tensor.scale[0]);
    }
    if (count == 500000)
        QVERIFY(least < 0.02 * deviations / 256);
}

void TestBaselineQuantizers::codesAreIndicesIntoTheCodebook()
{
    for (const char *method : kCodebookMethods)
        for (const Shape shape : weight_shapes::kAll)
            for (const std::int64_t size : {1, 2, 5, 8, 9, 16, 33, 5000})
                for (const int bits : {2, 3, 8}) {
                    const Values weights = weight_shapes::weights(shape, 2 * size);
                    const QuantizedTensor tensor =
                        quantize(weights, {size, 2, 1, 1},
                                 weightSpec("w" + std::to_string(bits) + ":" + method));
                    QCOMPARE(tensor.levelCount(), std::int64_t{1} << bits);
                    QCOMPARE(tensor.codebook.size(), std::size_t{2} << bits);
                    const auto middle = tensor.codebook.begin() + tensor.levelCount();
                    QVERIFY(std::is_sorted(tensor.codebook.begin(), middle));
                    QVERIFY(std::is_sorted(middle, tensor.codebook.end()));
                    for (std::size_t i = 0; i < weights.size(); ++i) {
                        const auto code = static_cast<std::int64_t>(tensor.codes[i]);
                        QVERIFY(code >= 0 && code < tensor.levelCount());
                        const auto channel = static_cast<std::int64_t>(i % 2);
                        QCOMPARE(tensor.values[i], tensor.codebook[static_cast<std::size_t>(
                                                       channel * tensor.levelCount() + code)]);
                        QVERIFY(std::isfinite(tensor.values[i]));
                    }
                }
}

void TestBaselineQuantizers::eachWayEqualsTheReference()
{
    for (const char *method : {"log", "tanh", "pow2"})
        for (const Shape shape : weight_shapes::kAll)
            for (const std::int64_t size : {1, 2, 5, 8, 9, 16, 33, 1000})
                for (int bits = 2; bits <= 8; ++bits) {
                    const Values weights = weight_shapes::weights(shape, 2 * size, 5);
                    const std::string difference = differenceToReference(
                        weights, {1, 2, size, 1},
                        weightSpec("w" + std::to_string(bits) + ":" + method));
                    QVERIFY2(difference.empty(), difference.c_str());
                }
}

void TestBaselineQuantizers::usedLevelsShowUnderrepresentation()
{
    // Two outliers at 20 deviations: the levels of min-max stay empty, as QGAN observes.
    Values weights = gaussian(100000, 2);
    const float deviation = 0.02F;
    for (float &x : weights)
        x = std::clamp(x, -4.4F * deviation, 4.4F * deviation);
    weights[0] = 20 * deviation;
    weights[1] = -20 * deviation;
    const auto occupancy = [&](const char *setting) {
        return quantizationStats(weights, quantizedBy(setting, weights)).occupancy;
    };
    QVERIFY(occupancy("w4:minmax:asym") < 0.5);
    QVERIFY(occupancy("w4:extremes") < 0.5);
    QCOMPARE(occupancy("w4:em"), 1.0);
    QCOMPARE(occupancy("w4:kmeans"), 1.0);
}

QTEST_GUILESS_MAIN(TestBaselineQuantizers)
#include "tst_baseline_quantizers.moc"

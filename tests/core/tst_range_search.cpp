// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random_stream.h"
#include "exact_scale.h"
#include "quant/partial_sums.h"
#include "range_references.h"

#include <QTest>

#include <cfloat>
#include <cmath>

using namespace range_references;

namespace {

enum class Shape { Gaussian, Laplace, Uniform, HeavyTailed, Shifted };

double draw(RandomStream &random, Shape shape)
{
    const double normal = random.normal();
    switch (shape) {
    case Shape::Gaussian:
        return normal;
    case Shape::Laplace: {
        const double u = random.uniform(-1, 1);
        return std::copysign(std::log(1 - std::fabs(u)), u);
    }
    case Shape::Uniform:
        return random.uniform(-1, 1);
    case Shape::HeavyTailed: {
        double chiSquared = 0;
        for (int i = 0; i < 3; ++i)
            chiSquared += std::pow(random.normal(), 2);
        return normal / std::sqrt(chiSquared / 3);
    }
    case Shape::Shifted:
        return 0.7 + 0.3 * normal;
    }
    return 0;
}

Values channel(Shape shape, std::size_t count, std::uint64_t seed)
{
    RandomStream random(seed, StreamRole::Probe, static_cast<std::uint64_t>(shape));
    Values values(count);
    for (float &x : values)
        x = static_cast<float>(0.02 * draw(random, shape));
    return values;
}

/// The chosen error to the least over all scales; rounding apart where that is none.
double ratioToExact(const Values &values, int bits, CodeRange range)
{
    const CodeLimits limits = symmetricLimits(bits, range);
    const double scale = exactScale(values, limits);
    const double least = quantizationError(values, static_cast<float>(scale), limits);
    const double rounding = 1e-10 * quantizationError(values, 1, {0, 0});
    WeightSpec spec = weightSpecOfBits(bits);
    spec.range = range;
    return chosenError(values, spec) / (least + rounding);
}

float largest(const Values &values)
{
    const Extremes extremes = extremesWithZero(values);
    return std::max(-extremes.lowest, extremes.highest);
}

} // namespace

class TestRangeSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void partialSumOrder();
    void errorByHand();
    void minMaxScales();
    void scalesStayUsable();
    void mseByHand();
    void symmetricMseIsNearTheOptimum_data();
    void symmetricMseIsNearTheOptimum();
    void hundredsAreNearTheOptimum_data();
    void hundredsAreNearTheOptimum();
    void prunedWeightsAreNearTheOptimum();
    void weightsQuantizedBeforeAreFoundAgain();
    void longChannelsAreNearTheOptimum();
    void heavyTailNeedsASmallClip();
    void farOutlierNeedsASmallerOne();
    void asymmetricBeatsSymmetricOnShiftedWeights();
};

void TestRangeSearch::partialSumOrder()
{
    PartialSums numbered;
    for (std::size_t j = 0; j < kPartialSums; ++j)
        numbered.sum[j] = static_cast<double>(j);
    QCOMPARE(numbered.total(), 2016.0);
    // 1e16 swallows a one; partial sums 0 and 32 meet first and cancel.
    PartialSums cancelling;
    cancelling.sum[0] = 1e16;
    cancelling.sum[32] = -1e16;
    cancelling.sum[63] = 1;
    QCOMPARE(cancelling.total(), 1.0);
    // Term 64 belongs to partial sum 0, which swallows 1 three times; a sum of its own would not.
    Values values(193, 0.0F);
    values[0] = 0x1p53F;
    for (const std::size_t i : {64, 128, 192})
        values[i] = 1;
    // Not QCOMPARE, which forgives the last bits of doubles.
    QVERIFY(sumOfMagnitudes(values) == 0x1p53);
}

void TestRangeSearch::errorByHand()
{
    const Values values = {0.4F, -2.5F, 9};
    // Multiples 0, -2, 3 of scale 1: errors 0.4, -0.5, 6.
    const double error = quantizationError(values, 1, {3, 3});
    QCOMPARE(error, double(0.4F) * double(0.4F) + 0.25 + 36);
    const RefitSums sums = refitSums(values, 1, {3, 3});
    QCOMPARE(sums.codeTimesValue, 5.0 + 27);
    QCOMPARE(sums.codeSquared, 4.0 + 9);
}

void TestRangeSearch::minMaxScales()
{
    QCOMPARE(minMaxScale(-6, 3, symmetricLimits(3, CodeRange::Narrow)), 2.0F);
    // Of the codes -4..3 the side counts that reaches farther for its codes.
    QCOMPARE(minMaxScale(-6, 9, symmetricLimits(3, CodeRange::Full)), 3.0F);
    QCOMPARE(minMaxScale(-8, 3, symmetricLimits(3, CodeRange::Full)), 2.0F);
    QCOMPARE(minMaxScale(1, 6, {0, 3}), 2.0F);
    QCOMPARE(minMaxScale(0, 0, {3, 3}), 1.0F);
    QVERIFY(minMaxAffine(-1, 2, 3) == (AffineRange{1, 1}));
    QVERIFY(minMaxAffine(-3, 0, 3) == (AffineRange{1, 3}));
    QVERIFY(minMaxAffine(0, 0, 3) == (AffineRange{1, 0}));
}

void TestRangeSearch::scalesStayUsable()
{
    QCOMPARE(usableScale(0, {1, 1}), FLT_MIN);
    QVERIFY(std::isfinite(usableScale(1e300, {1, 1})));
    QVERIFY(std::isfinite(usableScale(1e300, {7, 8}) * 8));
    const AffineRange wide = minMaxAffine(-FLT_MAX, FLT_MAX, 3);
    QVERIFY(std::isfinite(wide.scale *
                          static_cast<float>(std::max(wide.zeroPoint, 3 - wide.zeroPoint))));
}

void TestRangeSearch::mseByHand()
{
    // Codes 0, +-1: the best scale keeps 5 alone (gain 25 against 36/2 and 64/4).
    const Values spiked = {5, 1, 1, -1};
    const QuantizedTensor tensor = quantize(spiked, {1, 1, 4, 1}, parseSpec("w2:mse").spec.weight);
    QCOMPARE(tensor.scale[0], 5.0F);
    // All weights are multiples of 0.5 within +-3 steps: no error is possible.
    const Values exact = {1.5F, -0.5F, 1, 0};
    QCOMPARE(chosenError(exact, parseSpec("w3").spec.weight), 0.0);
}

void TestRangeSearch::symmetricMseIsNearTheOptimum_data()
{
    QTest::addColumn<int>("shape");
    for (const int shape : {0, 1, 2, 3, 4})
        QTest::addRow("shape %d", shape) << shape;
}

void TestRangeSearch::symmetricMseIsNearTheOptimum()
{
    QFETCH(int, shape);
    for (int bits = 2; bits <= 8; ++bits)
        for (const CodeRange range : {CodeRange::Narrow, CodeRange::Full})
            for (const std::size_t count : {9, 16, 25, 33, 64})
                for (std::uint64_t seed = 0; seed < 4; ++seed) {
                    const Values values = channel(static_cast<Shape>(shape), count, seed);
                    const CodeLimits limits = symmetricLimits(bits, range);
                    const double top = largest(values) / limits.above;
                    const double best =
                        bruteForce(values, limits, 0.2 * top, 3 * top, 1.0 / (16 * limits.above));
                    WeightSpec spec = weightSpecOfBits(bits);
                    spec.range = range;
                    const double ratio = chosenError(values, spec) / best;
                    QVERIFY2(ratio <= kAllowedGap,
                             qPrintable(QString("bits %1 n %2 seed %3 ratio %4")
                                            .arg(bits)
                                            .arg(count)
                                            .arg(seed)
                                            .arg(ratio)));
                }
}

void TestRangeSearch::hundredsAreNearTheOptimum_data()
{
    symmetricMseIsNearTheOptimum_data();
}

void TestRangeSearch::hundredsAreNearTheOptimum()
{
    QFETCH(const int, shape);
    // Around the counts from which on the search no longer tries every scale.
    for (const std::size_t count : {65, 100, 128, 129, 256, 512, 513, 1024, 1025})
        for (std::uint64_t seed = 0; seed < 2; ++seed)
            for (int bits = 2; bits <= 8; ++bits)
                for (const CodeRange range : {CodeRange::Narrow, CodeRange::Full}) {
                    const double ratio =
                        ratioToExact(channel(static_cast<Shape>(shape), count, seed), bits, range);
                    QVERIFY2(ratio <= kAllowedGap,
                             qPrintable(
                                 QString("bits %1 n %2 ratio %3").arg(bits).arg(count).arg(ratio)));
                }
}

void TestRangeSearch::prunedWeightsAreNearTheOptimum()
{
    RandomStream random(0, StreamRole::Probe, 100);
    for (const std::size_t count : {70, 240, 576, 4608})
        for (const double kept : {0.02, 0.05, 0.2})
            for (const Shape shape : {Shape::Gaussian, Shape::Laplace}) {
                Values values = channel(shape, count, 1);
                // The first one stays.
                for (std::size_t i = 1; i < values.size(); ++i)
                    if (random.uniform(0, 1) >= kept)
                        values[i] = 0;
                for (int bits = 2; bits <= 8; ++bits)
                    for (const CodeRange range : {CodeRange::Narrow, CodeRange::Full}) {
                        const double ratio = ratioToExact(values, bits, range);
                        QVERIFY2(ratio <= kAllowedGap,
                                 qPrintable(QString("bits %1 n %2, %3 kept, ratio %4")
                                                .arg(bits)
                                                .arg(count)
                                                .arg(kept)
                                                .arg(ratio)));
                    }
            }
}

void TestRangeSearch::weightsQuantizedBeforeAreFoundAgain()
{
    for (const int bits : {2, 3, 4, 6, 8})
        for (const std::size_t count : {30, 128, 300, 2304}) {
            const std::int32_t limit = symmetricLimits(bits, CodeRange::Narrow).above;
            Values values = channel(Shape::Gaussian, count, 5);
            const float scale = 0.06F / static_cast<float>(limit);
            for (float &x : values)
                x = scale * std::clamp(std::nearbyint(x / scale), -float(limit), float(limit));
            // The largest code may be unused, so that the range does not tell the scale.
            std::erase_if(values, [&](float x) { return limit > 1 && std::fabs(x) > 0.05F; });
            const double rounding = 1e-10 * quantizationError(values, 1, {0, 0});
            QVERIFY2(chosenError(values, weightSpecOfBits(bits)) <= rounding,
                     qPrintable(QString("bits %1 n %2").arg(bits).arg(count)));
        }
}

void TestRangeSearch::longChannelsAreNearTheOptimum()
{
    for (const Shape shape : {Shape::Gaussian, Shape::Laplace, Shape::Uniform, Shape::HeavyTailed})
        for (int bits = 2; bits <= 8; ++bits)
            for (const std::size_t count : {1600, 20000}) {
                const Values values = channel(shape, count, 3);
                const CodeLimits limits = symmetricLimits(bits, CodeRange::Narrow);
                const double top = largest(values) / limits.above;
                const double best = bruteForce(values, limits, 0.02 * top, 1.3 * top,
                                               1.0 / (8 * std::max(limits.above, 8)));
                const double ratio = chosenError(values, weightSpecOfBits(bits)) / best;
                QVERIFY2(
                    ratio <= kAllowedGap,
                    qPrintable(QString("bits %1 n %2 ratio %3").arg(bits).arg(count).arg(ratio)));
            }
}

void TestRangeSearch::heavyTailNeedsASmallClip()
{
    // One outlier of 60 times the deviation among 20,000: at 2 bits the rest decides.
    Values values = channel(Shape::Gaussian, 20000, 9);
    values[7] = 60 * 0.02F;
    const CodeLimits limits = symmetricLimits(2, CodeRange::Narrow);
    const double best = bruteForce(values, limits, 0.005 * largest(values), largest(values), 0.01);
    const auto count = static_cast<std::int64_t>(values.size());
    const QuantizedTensor tensor = quantize(values, {1, 1, count, 1}, weightSpecOfBits(2));
    QVERIFY(tensor.scale[0] < 0.05F * largest(values));
    QVERIFY(quantizationError(values, tensor.scale[0], limits) <= best * kAllowedGap);
}

void TestRangeSearch::farOutlierNeedsASmallerOne()
{
    // 400 deviations: the best clip is 0.003 of the largest magnitude.
    Values values = channel(Shape::Gaussian, 200000, 9);
    values[7] = 400 * 0.02F;
    const CodeLimits limits = symmetricLimits(2, CodeRange::Narrow);
    const double best = bruteForce(values, limits, 0.001 * largest(values), largest(values), 0.02);
    for (const char *text : {"w2:tensor", "w2:tensor:asym"})
        QVERIFY2(chosenError(values, parseSpec(text).spec.weight) <= best * kAllowedGap, text);
}

void TestRangeSearch::asymmetricBeatsSymmetricOnShiftedWeights()
{
    const Values values = channel(Shape::Shifted, 4608, 1);
    for (const int bits : {4, 8}) {
        WeightSpec spec = weightSpecOfBits(bits);
        const double symmetric = chosenError(values, spec);
        spec.mapping = MappingType::Asymmetric;
        QVERIFY(chosenError(values, spec) < 0.5 * symmetric);
    }
}

QTEST_GUILESS_MAIN(TestRangeSearch)
#include "tst_range_search.moc"

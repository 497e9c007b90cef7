// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

// After Qt's headers: moc stumbles over <compare> as the first header of a file.
#include "range_references.h"
#include "weight_shapes.h"

using namespace range_references;
using weight_shapes::Shape;

namespace {

WeightSpec asymmetric(int bits)
{
    WeightSpec spec = weightSpecOfBits(bits);
    spec.mapping = MappingType::Asymmetric;
    return spec;
}

QByteArray caseName(Shape shape, std::int64_t count, double ratio)
{
    return QByteArray::fromStdString(weight_shapes::nameOf(shape, std::size_t(count))) +
           ", ratio " + QByteArray::number(ratio, 'g', 8);
}

} // namespace

namespace {

/// The error chosen to the least, of `count` values around 10 or -10 that span so many steps of
/// min-max, two deviations to each side; negative steps for -10.
double ratioFarFromZero(int bits, double steps, std::int64_t count, int perCode)
{
    const std::int32_t quantMax = affineQuantMax(bits);
    const double sign = steps > 0 ? 1 : -1;
    Values values = weight_shapes::weights(Shape::Gaussian, count, std::uint64_t(count));
    for (float &x : values)
        // Of the deviation 0.02.
        x = static_cast<float>(sign * (10 + x * 50 * 10 / quantMax * std::fabs(steps) / 4));
    const double largest =
        std::fabs(*std::ranges::max_element(values, {}, [](float x) { return std::fabs(x); }));
    // No level on the other side of zero is of use.
    const CodeLimits limits = affineLimits(quantMax, sign > 0 ? 0 : quantMax);
    const double best = bruteForce(values, limits, 0.8 * largest / quantMax, 3 * largest / quantMax,
                                   1.0 / (perCode * quantMax));
    return chosenError(values, asymmetric(bits)) / best;
}

} // namespace

/// The asymmetric range of least squared error, over scale and zero point.
class TestAffineSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void byHand();
    void isNearTheOptimum_data();
    void isNearTheOptimum();
    void prunedWeightsAreNearTheOptimum();
    void longChannelsAreNearTheOptimum();
    void valuesCloseTogetherFarFromZero_data();
    void valuesCloseTogetherFarFromZero();
    void manyValuesCloseTogetherFarFromZero_data();
    void manyValuesCloseTogetherFarFromZero();
    void outliersAtOneEndAreClipped();
    void neverWorseThanMinMaxOrSymmetric();
};

void TestAffineSearch::byHand()
{
    // Four levels 0..3 of scale 2 hold all of it, though zero is not among the values.
    QCOMPARE(chosenError({2, 4, 6, 2}, asymmetric(2)), 0.0);
    // One level below zero and two above.
    QCOMPARE(chosenError({-0.5F, 1, 0.5F}, asymmetric(2)), 0.0);
}

void TestAffineSearch::isNearTheOptimum_data()
{
    QTest::addColumn<int>("bits");
    for (int bits = 2; bits <= 8; ++bits)
        QTest::addRow("%d bits", bits) << bits;
}

void TestAffineSearch::isNearTheOptimum()
{
    QFETCH(const int, bits);
    // Every zero point at every scale takes 4^bits steps.
    const std::int64_t mostWeights = bits < 6 ? 300 : 65;
    for (const Shape shape : {Shape::Gaussian, Shape::Laplace, Shape::Uniform, Shape::HeavyTailed,
                              Shape::Shifted, Shape::Outliers})
        for (const std::int64_t count : {1, 2, 5, 9, 16, 33, 64, 65, 130, 300}) {
            if (count > mostWeights)
                continue;
            const Values values = weight_shapes::weights(shape, count, 5);
            // Where a scale represents all values their error is rounding alone.
            const double rounding = 1e-10 * quantizationError(values, 1, {0, 0});
            const double best = affineBruteForce(values, bits) + rounding;
            const double ratio = chosenError(values, asymmetric(bits)) / best;
            QVERIFY2(ratio <= kAllowedGap, caseName(shape, count, ratio));
        }
}

void TestAffineSearch::prunedWeightsAreNearTheOptimum()
{
    for (const std::int64_t count : {60, 300, 2000})
        for (const int bits : {2, 3, 4, 5}) {
            Values values = weight_shapes::weights(Shape::Gaussian, count, 5);
            for (std::size_t i = 0; i < values.size(); ++i)
                values[i] = i % 20 == 3 ? values[i] : 0.0F;
            const double rounding = 1e-10 * quantizationError(values, 1, {0, 0});
            const double best = affineBruteForce(values, bits) + rounding;
            const double ratio = chosenError(values, asymmetric(bits)) / best;
            QVERIFY2(ratio <= kAllowedGap, caseName(Shape::Gaussian, count, ratio));
        }
}

void TestAffineSearch::longChannelsAreNearTheOptimum()
{
    for (const Shape shape : {Shape::Gaussian, Shape::Laplace, Shape::Uniform})
        for (const int bits : {2, 3, 4, 5}) {
            const Values values = weight_shapes::weights(shape, 4608, 3);
            const double ratio =
                chosenError(values, asymmetric(bits)) / affineBruteForce(values, bits);
            QVERIFY2(ratio <= kAllowedGap, caseName(shape, 4608, ratio));
        }
}

void TestAffineSearch::valuesCloseTogetherFarFromZero_data()
{
    QTest::addColumn<int>("bits");
    QTest::addColumn<double>("steps");
    // How many steps of min-max they span, two deviations to each side.
    for (int bits = 2; bits <= 6; ++bits)
        for (const double steps : {0.2, 0.5, 0.8, 1.0, 1.3, 1.7, 2.2, 3.0})
            QTest::addRow("%d bits, %g steps", bits, steps) << bits << steps;
}

void TestAffineSearch::valuesCloseTogetherFarFromZero()
{
    QFETCH(const int, bits);
    QFETCH(const double, steps);
    for (const double sign : {1.0, -1.0})
        for (const std::int64_t count : {130, 300, 1000}) {
            const double ratio = ratioFarFromZero(bits, sign * steps, count, 200);
            QVERIFY2(ratio <= kAllowedGap, caseName(Shape::Shifted, count, ratio));
        }
}

void TestAffineSearch::manyValuesCloseTogetherFarFromZero_data()
{
    QTest::addColumn<int>("bits");
    QTest::addColumn<double>("steps");
    QTest::addColumn<int>("count");
    for (const int bits : {2, 4, 6})
        for (const double steps : {0.5, -1.3, 3.0})
            // Less and more than are sorted.
            for (const int count : {20000, 40000})
                QTest::addRow("%d bits, %g steps, %d values", bits, steps, count)
                    << bits << steps << count;
}

void TestAffineSearch::manyValuesCloseTogetherFarFromZero()
{
    QFETCH(const int, bits);
    QFETCH(const double, steps);
    QFETCH(const int, count);
    const double ratio = ratioFarFromZero(bits, steps, count, 20);
    QVERIFY2(ratio <= kAllowedGap, caseName(Shape::Shifted, count, ratio));
}

void TestAffineSearch::outliersAtOneEndAreClipped()
{
    Values values = weight_shapes::weights(Shape::Gaussian, 20000, 9);
    for (float &x : values)
        x = std::fabs(x);
    values[7] = -60 * 0.02F;
    const QuantizedTensor tensor = quantize(values, {1, 1, 20000, 1}, asymmetric(3));
    // Almost all levels are where almost all weights are.
    QVERIFY(tensor.zeroPoint[0] <= 1);
    QVERIFY(tensor.scale[0] < 0.02F);
}

void TestAffineSearch::neverWorseThanMinMaxOrSymmetric()
{
    for (const Shape shape : weight_shapes::kAll)
        for (const std::int64_t count : {1, 2, 9, 33, 300, 5000})
            for (int bits = 2; bits <= 8; ++bits) {
                const Values values = weight_shapes::weights(shape, count, 2);
                const double error = chosenError(values, asymmetric(bits));
                WeightSpec minMax = asymmetric(bits);
                minMax.method = WeightMethod::MinMax;
                QVERIFY2(error <= chosenError(values, minMax), caseName(shape, count, 0));
                // Scales that could overflow are cut, in each mapping at another place.
                if (shape == Shape::Huge)
                    continue;
                // The full symmetric range is one of the asymmetric ones.
                WeightSpec full = weightSpecOfBits(bits);
                full.range = CodeRange::Full;
                const double symmetric = chosenError(values, full);
                const double rounding = 1e-12 * quantizationError(values, 1, {0, 0});
                QVERIFY2(error <= kAllowedGap * symmetric + rounding,
                         caseName(shape, count, error / symmetric));
            }
}

QTEST_GUILESS_MAIN(TestAffineSearch)
#include "tst_affine_search.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

// After Qt's headers: moc stumbles over <compare> as the first header of a file.
#include "quant/sorted_measure.h"
#include "range_references.h"
#include "weight_shapes.h"

Q_DECLARE_METATYPE(range_references::Values)

using namespace range_references;
using weight_shapes::Shape;

namespace {

/// mseAffine() sorts so many.
constexpr std::int64_t kManyValues = 40000;

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

/// By looking at every value.
class Pass : public ErrorMeasure
{
public:
    explicit Pass(const Values &values) : m_values(values) {}
    double error(float scale, CodeLimits limits) const override
    {
        return quantizationError(m_values, scale, limits);
    }
    double refit(float scale, CodeLimits limits) const override
    {
        const RefitSums sums = refitSums(m_values, scale, limits);
        return sums.codeSquared > 0 ? sums.codeTimesValue / sums.codeSquared : 0;
    }

private:
    const Values &m_values;
};

/// Smooth ones, with far outliers, of one sign.
void addManyValues(std::initializer_list<int> bits)
{
    QTest::addColumn<int>("bits");
    QTest::addColumn<Values>("values");
    const auto add = [&](const char *name, const Values &values) {
        for (const int each : bits)
            QTest::addRow("%s, %d bits", name, each) << each << values;
    };
    const Values gaussian = weight_shapes::weights(Shape::Gaussian, kManyValues, 3);
    add("gaussian", gaussian);
    add("laplace", weight_shapes::weights(Shape::Laplace, kManyValues, 3));
    add("uniform", weight_shapes::weights(Shape::Uniform, kManyValues, 3));
    add("outliers", weight_shapes::weights(Shape::Outliers, kManyValues, 3));
    Values changed = gaussian;
    changed[5] = 60 * 0.02F;
    add("one at 60 deviations", changed);
    changed[7] = -150 * 0.02F;
    add("two at 60 and -150 deviations", changed);
    changed = gaussian;
    for (float &x : changed)
        x = std::fabs(x);
    add("positive", changed);
    changed = gaussian;
    for (float &x : changed)
        x += 5 * 0.02F;
    add("shifted", changed);
}

/// By how much the error of a pass is off, which has levels and differences as floats: a difference
/// d of a value x by up to u|x|, u = 2^-23, so that the sum of d^2 is off by up to
/// 2u sqrt(sum of d^2 * sum of x^2) + u^2 * sum of x^2 (Cauchy and Schwarz), beside the rounding of
/// the sum itself.
double roundingOfPass(double error, double squares)
{
    const double unit = std::ldexp(1.0, -23);
    return 2 * unit * std::sqrt(error * squares) + unit * unit * squares + 1e-6 * error;
}

} // namespace

/// Asymmetric ranges of so many values that their sums are looked up.
class TestSortedMeasure : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sortedSumsEqualAPass();
    void manyValuesAreNearTheOptimum_data();
    void manyValuesAreNearTheOptimum();
    void manyValuesEqualThePlainSearch_data();
    void manyValuesEqualThePlainSearch();
    void manyValuesOnALatticeHaveNoError();
};

void TestSortedMeasure::sortedSumsEqualAPass()
{
    for (const Shape shape : weight_shapes::kAll)
        for (const std::int64_t count : {1, 2, 33, 5000}) {
            // The squares of both are beyond what a float can tell.
            if (shape == Shape::Tiny)
                continue;
            const Values values = weight_shapes::weights(shape, count, 6);
            const SortedMeasure sorted(values);
            const double squares = quantizationError(values, 1, {0, 0});
            QVERIFY(std::fabs(sorted.squares() - squares) <= 1e-12 * squares);
            const Extremes ends = extremesWithZero(values);
            for (const CodeLimits limits : {CodeLimits{0, 3}, {2, 1}, {255, 0}, {100, 155}})
                for (const double share : {0.003, 0.1, 0.9, 1.7}) {
                    const float scale =
                        usableScale(share * (double(ends.highest) - ends.lowest) / 255, limits);
                    const double error = quantizationError(values, scale, limits);
                    QVERIFY2(std::fabs(sorted.error(scale, limits) - error) <=
                                 roundingOfPass(error, squares) + 1e-12 * squares,
                             caseName(shape, count, sorted.error(scale, limits) / error));
                    const RefitSums sums = refitSums(values, scale, limits);
                    const double refit =
                        sums.codeSquared > 0 ? sums.codeTimesValue / sums.codeSquared : 0;
                    QVERIFY2(std::fabs(sorted.refit(scale, limits) - refit) <= 1e-3 * refit,
                             caseName(shape, count, sorted.refit(scale, limits) / refit));
                }
        }
}

void TestSortedMeasure::manyValuesAreNearTheOptimum_data()
{
    addManyValues({2, 3, 4});
}

void TestSortedMeasure::manyValuesAreNearTheOptimum()
{
    QFETCH(const int, bits);
    QFETCH(const Values, values);
    const Extremes ends = extremesWithZero(values);
    const std::int32_t quantMax = affineQuantMax(bits);
    const double top = (double(ends.highest) - ends.lowest) / quantMax;
    const double mean = sumOfMagnitudes(values) / static_cast<double>(values.size());
    double best = INFINITY;
    for (std::int32_t zeroPoint = 0; zeroPoint <= quantMax; ++zeroPoint)
        best = std::min(best, bruteForce(values, affineLimits(quantMax, zeroPoint),
                                         0.3 * mean / quantMax, 1.2 * top, 1.0 / (8 * quantMax)));
    const double ratio = chosenError(values, asymmetric(bits)) / best;
    QVERIFY2(ratio <= kAllowedGap, QByteArray::number(ratio, 'g', 8));
}

void TestSortedMeasure::manyValuesEqualThePlainSearch_data()
{
    addManyValues({2, 4, 5, 6, 7, 8, 10});
}

void TestSortedMeasure::manyValuesEqualThePlainSearch()
{
    QFETCH(const int, bits);
    QFETCH(const Values, values);
    const Pass pass(values);
    const Extremes ends = extremesWithZero(values);
    const RangeProblem problem{pass, ends.lowest, ends.highest, values};
    const std::int32_t quantMax = affineQuantMax(bits);
    const auto errorOf = [&](const AffineRange &range) {
        return pass.error(range.scale, affineLimits(quantMax, range.zeroPoint));
    };
    const double ratio =
        errorOf(mseAffine(problem, quantMax)) / errorOf(plainMseAffine(problem, quantMax));
    // Neither is the optimum, but both are near it.
    QVERIFY2(ratio <= kAllowedGap && ratio >= 1 / kAllowedGap, QByteArray::number(ratio, 'g', 8));
}

void TestSortedMeasure::manyValuesOnALatticeHaveNoError()
{
    Values values(kManyValues);
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = 0.25F * (static_cast<float>(i % 256) - 77);
    QCOMPARE(chosenError(values, asymmetric(8)), 0.0);
}

QTEST_GUILESS_MAIN(TestSortedMeasure)
#include "tst_sorted_measure.moc"

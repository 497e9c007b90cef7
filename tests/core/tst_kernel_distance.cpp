// SPDX-License-Identifier: GPL-3.0-or-later
// Distances of features that compare them without their covariances: kernel and sliced.
#include "base/error.h"
#include "base/hash.h"
#include "made_features.h"
#include "metrics/kernel_distance.h"
#include "metrics/sliced_distance.h"
#include "metrics/swd_draws.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <set>

using namespace quantloupe;
using namespace made_features;

namespace {

/// Two ways to the same number in float64.
constexpr double kExact = 1e-12;

double plainKernel(std::span<const float> x, std::span<const float> y)
{
    const double product = std::inner_product(x.begin(), x.end(), y.begin(), 0.0, std::plus<>(),
                                              [](double a, double b) { return a * b; });
    return std::pow(product / static_cast<double>(x.size()) + 1, 3);
}

/// The estimate with row `leftA` of A and row `leftB` of B left out; none beyond the end.
double plainDiscrepancy(const Features &a, const Features &b, std::size_t leftA, std::size_t leftB)
{
    const auto meanOver = [](const Features &x, std::size_t leftX, const Features &y,
                             std::size_t leftY, bool same) {
        double sum = 0;
        double pairs = 0;
        for (std::size_t i = 0; i < x.count; ++i)
            for (std::size_t j = 0; j < y.count; ++j)
                if (i != leftX && j != leftY && !(same && i == j)) {
                    sum += plainKernel(x.row(i), y.row(j));
                    ++pairs;
                }
        return sum / pairs;
    };
    return meanOver(a, leftA, a, leftA, true) + meanOver(b, leftB, b, leftB, true) -
           2 * meanOver(a, leftA, b, leftB, false);
}

double jackknife(const std::vector<double> &values)
{
    const double n = static_cast<double>(values.size());
    const double mean = std::accumulate(values.begin(), values.end(), 0.0) / n;
    double squares = 0;
    for (const double value : values)
        squares += (value - mean) * (value - mean);
    return squares * (n - 1) / n;
}

bool isNear(double value, double expected, double relative)
{
    return std::fabs(value - expected) <= relative * std::max(1.0, std::fabs(expected));
}

} // namespace

class TestKernelDistance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void kernelByHand();
    void kernelOfManyBlocks();
    void standardError();
    void kernelReasons();
    void subsets();
    void slicedByHand();
    void slicedAgainstPlainSorting();
    void slicedReasons();
};

void TestKernelDistance::kernelByHand()
{
    // Within A 1, within B 27, between 1, 1, 8 and 27.
    const Features a = rows({{0}, {1}});
    const Features b = rows({{1}, {2}});
    const KernelDistance result = kernelDistance(a, b, {}, 1, RunContext());
    QVERIFY(isNear(*result.value, 1 + 27 - 2 * 37.0 / 4, kExact));
    QVERIFY(!result.standardError);
    QVERIFY(!result.subsets);
}

void TestKernelDistance::kernelOfManyBlocks()
{
    const Features a = normal(530, 5, 1);
    const Features b = normal(300, 5, 2, 0.2);
    const KernelDistance one = kernelDistance(a, b, {}, 1, RunContext());
    const KernelDistance two = kernelDistance(a, b, {}, 2, RunContext());
    QCOMPARE(*two.value, *one.value);
    QCOMPARE(*two.standardError, *one.standardError);
    QVERIFY(isNear(*one.value, plainDiscrepancy(a, b, 999, 999), 1e-10));
}

void TestKernelDistance::standardError()
{
    const Features a = normal(7, 3, 1);
    const Features b = normal(5, 3, 2, 1);
    std::vector<double> withoutA;
    for (std::size_t i = 0; i < a.count; ++i)
        withoutA.push_back(plainDiscrepancy(a, b, i, 999));
    std::vector<double> withoutB;
    for (std::size_t i = 0; i < b.count; ++i)
        withoutB.push_back(plainDiscrepancy(a, b, 999, i));
    const double expected = std::sqrt(jackknife(withoutA) + jackknife(withoutB));
    const KernelDistance result = kernelDistance(a, b, {}, 1, RunContext());
    QVERIFY(isNear(*result.standardError, expected, 1e-10));
}

void TestKernelDistance::kernelReasons()
{
    const Features good = normal(5, 3, 1);
    QVERIFY(!kernelDistance(good, normal(1, 3, 1), {}, 1, RunContext()).value);
    Features broken = good;
    broken.values[2] = std::numeric_limits<float>::quiet_NaN();
    QCOMPARE(kernelDistance(broken, good, {}, 1, RunContext()).reason,
             std::string("some features are not finite numbers"));
    QVERIFY_THROWS_EXCEPTION(Error, kernelDistance(good, normal(5, 4, 1), {}, 1, RunContext()));
}

void TestKernelDistance::subsets()
{
    const Features a = normal(20, 3, 1);
    const Features b = normal(30, 3, 2, 1);
    const std::vector<KidSubset> fixed = {{{0, 1, 2}, {0, 1, 2}}, {{5, 6, 7}, {8, 9, 10}}};
    const KidSubsets result = *kernelDistance(a, b, fixed, 2, RunContext()).subsets;
    const double first = plainDiscrepancy(part(a, 0, 3), part(b, 0, 3), 9, 9);
    const double second = plainDiscrepancy(part(a, 5, 3), part(b, 8, 3), 9, 9);
    QCOMPARE(result.count, std::size_t{2});
    QCOMPARE(result.size, std::size_t{3});
    QVERIFY(isNear(result.mean, (first + second) / 2, 1e-10));
    QVERIFY(isNear(result.deviation, std::fabs(first - second) / 2, 1e-10));
    for (const KidSubset &subset : drawKidSubsets(1, 4, 20, {20, 30})) {
        QCOMPARE(std::set<std::size_t>(subset.a.begin(), subset.a.end()).size(), std::size_t{20});
        QCOMPARE(std::set<std::size_t>(subset.b.begin(), subset.b.end()).size(), std::size_t{20});
    }
    QVERIFY_THROWS_EXCEPTION(Error, drawKidSubsets(1, 4, 21, {20, 30}));
    QVERIFY_THROWS_EXCEPTION(Error, kernelDistance(a, b, {{{0, 20}, {0, 1}}}, 1, RunContext()));
}

void TestKernelDistance::slicedByHand()
{
    // On a line every direction is 1 or -1: 0 and 4 are taken to 1 and 7.
    const SlicedDistance result =
        slicedDistance(rows({{4}, {0}}), rows({{1}, {7}}), {}, RunContext());
    QVERIFY(isNear(*result.value, 2, 1e-6));
    QCOMPARE(*slicedDistance(rows({{4}, {0}}), rows({{0}, {4}}), {}, RunContext()).value, 0.0);
}

void TestKernelDistance::slicedAgainstPlainSorting()
{
    const Features a = normal(70, 9, 1);
    const Features b = normal(70, 9, 2, 1);
    SlicedRequest request;
    request.seed = 3;
    request.directions = 37;
    const double value = *slicedDistance(a, b, request, RunContext()).value;
    const SwdDirections directions = drawUnitVectors(3, mixHash(0, "features"), 9, 37);
    double expected = 0;
    for (std::size_t d = 0; d < directions.count(); ++d) {
        const auto sortedProjections = [&](const Features &features) {
            std::vector<double> values;
            for (std::size_t i = 0; i < features.count; ++i)
                values.push_back(std::inner_product(
                    features.row(i).begin(), features.row(i).end(),
                    directions.values.begin() + static_cast<std::ptrdiff_t>(9 * d), 0.0));
            std::sort(values.begin(), values.end());
            return values;
        };
        const std::vector<double> one = sortedProjections(a);
        const std::vector<double> other = sortedProjections(b);
        for (std::size_t i = 0; i < one.size(); ++i)
            expected += std::fabs(one[i] - other[i]) / (70.0 * 37);
    }
    QVERIFY2(isNear(value, expected, 1e-6), qPrintable(QString::number(value - expected)));
    request.threads = 2;
    QCOMPARE(*slicedDistance(a, b, request, RunContext()).value, value);
}

void TestKernelDistance::slicedReasons()
{
    const Features good = normal(5, 3, 1);
    Features broken = good;
    broken.values[2] = std::numeric_limits<float>::infinity();
    QVERIFY(!slicedDistance(good, broken, {}, RunContext()).value);
    QVERIFY_THROWS_EXCEPTION(Error, slicedDistance(good, normal(6, 3, 1), {}, RunContext()));
    QVERIFY_THROWS_EXCEPTION(Error, slicedDistance(good, normal(5, 4, 1), {}, RunContext()));
}

QTEST_GUILESS_MAIN(TestKernelDistance)
#include "tst_kernel_distance.moc"

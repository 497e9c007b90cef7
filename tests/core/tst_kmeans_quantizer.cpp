// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

// After Qt's headers: moc stumbles over <compare> as the first header of a file.
#include "quant/em_fit.h"
#include "quant/kmeans_fit.h"
#include "quant/weight_histogram.h"
#include "weight_quantization.h"
#include "weight_shapes.h"

#include <algorithm>
#include <cmath>

using namespace weight_quantization;
using weight_shapes::Shape;

namespace {

/// What the order of sums may change, as a share of the sum of squares.
constexpr double kRounding = 1e-12;
/// How far from the optimum the histogram form may be, of many weights and of some thousands, whose
/// bins hold few of them.
constexpr double kFastGap = 1.0001;
constexpr double kGapOfThousands = 1.001;

SortedWeights sorted(const Values &weights)
{
    return sortedWeights({weights, static_cast<std::int64_t>(weights.size())});
}

QuantizedTensor quantizedBy(const char *method, const Values &weights, int bits)
{
    return quantize(weights, flat(weights), weightSpec("w" + std::to_string(bits) + ":" + method));
}

double magnitude(const Values &weights)
{
    return squaredError(weights, Values(weights.size(), 0));
}

double runError(const Values &values, std::size_t begin, std::size_t end)
{
    double sum = 0;
    for (std::size_t i = begin; i < end; ++i)
        sum += values[i];
    double error = 0;
    for (std::size_t i = begin; i < end; ++i)
        error += std::pow(values[i] - sum / double(end - begin), 2);
    return error;
}

/// The least error over all ways to cut values[begin..] into at most `runs` runs.
double bruteForce(const Values &values, std::size_t begin, std::size_t runs)
{
    double best = runError(values, begin, values.size());
    for (std::size_t end = begin + 1; runs > 1 && end < values.size(); ++end)
        best = std::min(best, runError(values, begin, end) + bruteForce(values, end, runs - 1));
    return best;
}

} // namespace

class TestKMeansQuantizer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void byHand();
    void fewerValuesThanLevels();
    void smallValuesBetweenFarOutliers();
    void nonFiniteWeightsHaveNoPart();
    void exactEqualsBruteForce();
    void agreesWithTheReference();
    void fastIsNearTheOptimum_data();
    void fastIsNearTheOptimum();
    void thousandsAreNearTheOptimum_data();
    void thousandsAreNearTheOptimum();
    void everyGapOfAPartIsCut();
    void polishingNeverHurts();
    void minMaxThenEmThenKMeans();
    void edgesFollowTheDensity();
    void sorting();
};

void TestKMeansQuantizer::byHand()
{
    const Values weights = {10, 0, 5, 1, 11, 4.5F, 20};
    const QuantizedTensor tensor = quantizedBy("kmeans", weights, 2);
    QCOMPARE(tensor.codebook, Values({0.5F, 4.75F, 10.5F, 20}));
    QCOMPARE(tensor.codes, Codes({2, 0, 1, 0, 2, 1, 3}));
    QCOMPARE(tensor.values, Values({10.5F, 0.5F, 4.75F, 0.5F, 10.5F, 4.75F, 20}));
    QCOMPARE(tensor.scale, Values({1}));
    QCOMPARE(tensor.quantMax, 3);
}

void TestKMeansQuantizer::fewerValuesThanLevels()
{
    const Values weights = {2, -1, 2, 2, -1, 0.25F};
    const QuantizedTensor tensor = quantizedBy("kmeans", weights, 3);
    QCOMPARE(tensor.values, weights);
    QCOMPARE(tensor.codebook, Values({-1, 0.25F, 2, 2, 2, 2, 2, 2}));
    QCOMPARE(tensor.codes, Codes({2, 0, 2, 2, 0, 1}));
    for (const float constant : {0.0F, -0.37F, FLT_MAX, 1e-45F}) {
        const Values same(5, constant);
        QCOMPARE(quantizedBy("kmeans", same, 2).values, same);
        QCOMPARE(quantizedBy("kmeans", same, 2).codes, Codes(5, 0));
    }
    QCOMPARE(quantizedBy("kmeans", {}, 1).codebook, Values({0, 0}));
}

void TestKMeansQuantizer::smallValuesBetweenFarOutliers()
{
    // No more values than levels: each is met, whatever lies beside it.
    for (const Values &weights :
         {Values{-1e17F, 0, 1, 2, 3, 1e16F, 5e16F, 1e17F}, Values{-1e30F, 1e-3F, 2e-3F, 1e30F},
          Values{3e38F, 1, -2, 1, 1e-30F, -3e38F}})
        for (const int bits : {3, 5, 8})
            QCOMPARE(quantizedBy("kmeans", weights, bits).values, weights);
    // More: what lies between the outliers is off by no more than it spans.
    Values weights = weight_shapes::weights(Shape::Gaussian, 1000, 4);
    const auto [least, most] = std::ranges::minmax(weights);
    const float span = most - least;
    weights.insert(weights.end(), {-1e15F, 3e14F, 1e15F});
    const Values found = quantizedBy("kmeans", weights, 8).values;
    for (std::size_t i = 0; i < weights.size(); ++i)
        QVERIFY2(std::fabs(found[i] - weights[i]) <= span, qPrintable(QString::number(weights[i])));
    QVERIFY(squaredError(weights, found) <=
            squaredError(weights, quantizedBy("em", weights, 8).values));
}

void TestKMeansQuantizer::nonFiniteWeightsHaveNoPart()
{
    const float inf = std::numeric_limits<float>::infinity();
    const QuantizedTensor tensor = quantizedBy("kmeans", {7, NAN, 9, -inf, 7, inf}, 1);
    QCOMPARE(tensor.codebook, Values({7, 9}));
    QCOMPARE(tensor.values, Values({7, 7, 9, 7, 7, 7}));
}

void TestKMeansQuantizer::exactEqualsBruteForce()
{
    for (const Shape shape : weight_shapes::kAll)
        for (std::int64_t size = 1; size <= 10; ++size)
            for (std::uint64_t seed = 0; seed < 5; ++seed)
                for (std::size_t runs = 1; runs <= 4; ++runs) {
                    const SortedWeights weights = sorted(weight_shapes::weights(shape, size, seed));
                    const Partition first = exactPartition(weights, runs);
                    QVERIFY(first.size() <= runs);
                    const double best = bruteForce(weights.values, 0, runs);
                    QVERIFY2(std::fabs(partitionError(weights, first) - best) <=
                                 kRounding * weights.squares,
                             weight_shapes::nameOf(shape, weights.values.size()).c_str());
                }
}

void TestKMeansQuantizer::agreesWithTheReference()
{
    for (const Shape shape : weight_shapes::kAll)
        for (const std::int64_t size : {1, 2, 5, 8, 9, 16, 33, 65})
            for (const int bits : {1, 2, 3, 5, 8}) {
                const Values weights = weight_shapes::weights(shape, 2 * size, 3);
                const WeightSpec spec = weightSpec("w" + std::to_string(bits) + ":kmeans");
                const ChannelLayout layout{1, 2, size, 1};
                const QuantizedTensor fast = quantize(weights, layout, spec);
                const QuantizedTensor slow = reference::quantize(weights, layout, spec);
                // Levels are floats.
                QVERIFY2(std::fabs(squaredError(weights, fast.values) -
                                   squaredError(weights, slow.values)) <=
                             1e-6 * squaredError(weights, slow.values) +
                                 kRounding * magnitude(weights),
                         weight_shapes::nameOf(shape, weights.size()).c_str());
                QCOMPARE(fast.quantMax, slow.quantMax);
                QCOMPARE(fast.codebook.size(), slow.codebook.size());
            }
}

void TestKMeansQuantizer::fastIsNearTheOptimum_data()
{
    QTest::addColumn<int>("shape");
    QTest::addColumn<int>("runs");
    for (const int runs : {2, 4, 16, 32})
        for (const Shape shape : {Shape::Gaussian, Shape::Laplace})
            QTest::addRow("%d levels, %s", runs, shape == Shape::Laplace ? "Laplace" : "Gaussian")
                << static_cast<int>(shape) << runs;
}

void TestKMeansQuantizer::fastIsNearTheOptimum()
{
    QFETCH(int, shape);
    QFETCH(int, runs);
    const auto levels = static_cast<std::size_t>(runs);
    const SortedWeights weights = sorted(weight_shapes::weights(static_cast<Shape>(shape), 500000));
    const double exact = partitionError(weights, exactPartition(weights, levels));
    const double fast = partitionError(weights, fastPartition(weights, levels));
    QVERIFY(fast >= exact * (1 - 1e-9));
    QVERIFY2(fast <= exact * kFastGap, std::to_string(fast / exact).c_str());
}

void TestKMeansQuantizer::thousandsAreNearTheOptimum_data()
{
    QTest::addColumn<int>("shape");
    for (const Shape shape : weight_shapes::kAll)
        if (shape != Shape::TwoValued && shape != Shape::FewValues)
            QTest::addRow("shape %d", static_cast<int>(shape)) << static_cast<int>(shape);
}

void TestKMeansQuantizer::thousandsAreNearTheOptimum()
{
    QFETCH(const int, shape);
    for (const std::int64_t size : {1025, 1400, 2048, 5000, 20000})
        for (const std::size_t levels : {4, 16, 64, 128, 256}) {
            const SortedWeights weights =
                sorted(weight_shapes::weights(static_cast<Shape>(shape), size));
            // Denormal floats are few different ones, which the quantizer solves exactly.
            if (hasFewValues(weights, kExactValues))
                continue;
            const double exact = partitionError(weights, exactPartition(weights, levels));
            const double fast = partitionError(weights, fastPartition(weights, levels));
            QVERIFY2(fast <= exact * kGapOfThousands,
                     qPrintable(QString("n=%1, %2 levels: %3 of the least error")
                                    .arg(size)
                                    .arg(levels)
                                    .arg(fast / exact)));
        }
}

void TestKMeansQuantizer::everyGapOfAPartIsCut()
{
    // With as many bins as weights every gap is at least its part, the first one too.
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        const SortedWeights weights = sorted(weight_shapes::weights(Shape::Laplace, 2000, seed));
        const std::vector<std::size_t> edges =
            histogramEdges(weights, gapShares(weights), 64 * weights.values.size());
        QCOMPARE(edges, allEdges(weights));
    }
}

void TestKMeansQuantizer::polishingNeverHurts()
{
    for (const Shape shape : weight_shapes::kAll) {
        const SortedWeights weights = sorted(weight_shapes::weights(shape, 1000));
        Partition first = {0, 10, 20, 990};
        const double before = partitionError(weights, first);
        polish(weights, first);
        QVERIFY(partitionError(weights, first) <= before);
        QVERIFY(std::ranges::is_sorted(first) && first.front() == 0);
    }
}

void TestKMeansQuantizer::minMaxThenEmThenKMeans()
{
    for (const Shape shape : weight_shapes::kAll)
        for (const std::int64_t size : {1, 2, 5, 8, 9, 16, 33, 1000, 6000})
            for (const int bits : {1, 2, 3, 4, 6, 8}) {
                const Values weights = weight_shapes::weights(shape, size, 21);
                const auto errorOf = [&](const char *method) {
                    return squaredError(weights, quantizedBy(method, weights, bits).values);
                };
                // Levels are floats: each may be off by half a unit in the last place.
                const double rounding = 1e-13 * magnitude(weights);
                const double evenly = errorOf("em");
                const std::string what = weight_shapes::nameOf(shape, weights.size()) + ", " +
                                         std::to_string(bits) + " bits";
                QVERIFY2(evenly <= errorOf("extremes") * (1 + 1e-6) + rounding, what.c_str());
                // Min-max takes 2 bits or more; of the largest floats, the level that a narrow
                // range leaves out is none.
                for (const char *minMax : {"minmax:full", "minmax:asym", "minmax"})
                    if (bits > 1 && (minMax != std::string_view("minmax") || shape != Shape::Huge))
                        QVERIFY2(evenly <= errorOf(minMax) * (1 + 1e-6) + rounding, what.c_str());
                QVERIFY2(errorOf("kmeans") <= evenly * (1 + 1e-6) + rounding, what.c_str());
            }
}

void TestKMeansQuantizer::edgesFollowTheDensity()
{
    for (const Shape shape : weight_shapes::kAll) {
        const SortedWeights weights = sorted(weight_shapes::weights(shape, 5000));
        const std::vector<std::size_t> edges = histogramEdges(weights, gapShares(weights), 256);
        QCOMPARE(edges.front(), std::size_t{0});
        for (std::size_t i = 1; i < edges.size(); ++i) {
            QVERIFY(edges[i] > edges[i - 1]);
            // Equal weights stay together.
            QVERIFY(weights.values[edges[i]] > weights.values[edges[i] - 1]);
        }
        if (hasFewValues(weights, 256))
            QVERIFY(edges.size() <= allEdges(weights).size());
        else
            QVERIFY2(edges.size() > 128 && edges.size() < 320,
                     weight_shapes::nameOf(shape, edges.size()).c_str());
    }
    // By hand: gaps 1, 8, 1 of a range of 10 have shares as 1 to 4 to 1.
    const std::vector<float> shares = gapShares(sorted({0, 1, 9, 10}));
    QCOMPARE(shares.front(), 0.0F);
    QVERIFY(std::fabs(shares[2] / shares[1] - 4) < 1e-5F);
    QCOMPARE(shares[3], shares[1]);
    QCOMPARE(allEdges(sorted({1, 1, 2, 2, 2, 7})), std::vector<std::size_t>({0, 2, 5}));
}

void TestKMeansQuantizer::sorting()
{
    for (const Shape shape : weight_shapes::kAll)
        for (const std::int64_t size : {1, 33, 511, 512, 5000}) {
            Values values = weight_shapes::weights(shape, size);
            Values expected = values;
            std::ranges::sort(expected);
            sortFloats(values);
            QCOMPARE(values, expected);
        }
}

QTEST_GUILESS_MAIN(TestKMeansQuantizer)
#include "tst_kmeans_quantizer.moc"

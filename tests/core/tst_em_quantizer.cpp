// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

// After Qt's headers: moc stumbles over <compare> as the first header of a file.
#include "em_quantization.h"
#include "weight_shapes.h"

using namespace em_quantization;
using weight_shapes::Shape;

namespace {

/// What the order of sums may change, as a share of the sum of squares.
constexpr double kRounding = 1e-12;
/// Two fits that stop at a relative change of 1e-6 may stop a round apart.
constexpr double kStopGap = 3e-6;

double magnitude(const Values &weights)
{
    return squaredError(weights, Values(weights.size(), 0));
}

} // namespace

class TestEmQuantizer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneBitByHand();
    void evenLevelsAreFoundExactly();
    void oneRoundByHand();
    void constantChannels();
    void nonFiniteWeightsHaveNoPart();
    void levelsAreEvenlySpaced();
    void errorNeverRises();
    void neverWorseThanMinMax();
    void startsFindDifferentOptima();
    void agreesWithTheReference();
    void channelsAreFittedAlone();
};

void TestEmQuantizer::oneBitByHand()
{
    const Values weights = {-3, 7, -1, 5};
    const QuantizedTensor tensor = em(weights, 1);
    QCOMPARE(tensor.codes, Codes({0, 1, 0, 1}));
    QCOMPARE(tensor.codebook, Values({-2, 6}));
    QCOMPARE(tensor.values, Values({-2, 6, -2, 6}));
    QCOMPARE(tensor.quantMin, 0);
    QCOMPARE(tensor.quantMax, 1);
}

void TestEmQuantizer::evenLevelsAreFoundExactly()
{
    const Values weights = {3, 1, 0, 2, 2};
    const QuantizedTensor tensor = em(weights, 2);
    QCOMPARE(tensor.codes, Codes({3, 1, 0, 2, 2}));
    QVERIFY(squaredError(weights, tensor.values) < kRounding);
    QCOMPARE(quantizationStats(weights, tensor).clipped, 0.0);
    QCOMPARE(quantizationStats(weights, tensor).occupancy, 1.0);
}

void TestEmQuantizer::oneRoundByHand()
{
    // From levels 0 and 8: 0, 2, 3 get code 0, 8 code 1; halves go up. The error is 4 + 9; then the
    // means 5/3 and 8 leave 14/3, and no code changes.
    const EmFit fit = fitGrid(sorted({0, 2, 3, 8}), 2, {8, 0});
    QCOMPARE(fit.errors.size(), std::size_t{3});
    QVERIFY(relative(fit.errors[0], 13) < kRounding);
    QVERIFY(relative(fit.errors[1], 14.0 / 3) < kRounding);
    QVERIFY(relative(fit.grid.step, 19.0 / 3) < kRounding);
    QVERIFY(relative(fit.grid.first, 5.0 / 3) < kRounding);
    // A weight midway between two levels gets the upper one.
    QCOMPARE(fitGrid(sorted({0, 4, 8}), 2, {8, 0}).first, std::vector<std::size_t>({0, 1}));
}

void TestEmQuantizer::constantChannels()
{
    for (const float constant : {0.0F, 0.37F, -2.5F, FLT_MAX, 1e-45F})
        for (const std::int64_t size : {1, 2, 5})
            for (int bits = 1; bits <= 8; ++bits) {
                const Values weights(static_cast<std::size_t>(size), constant);
                const QuantizedTensor tensor = em(weights, bits);
                QCOMPARE(tensor.values, weights);
                QCOMPARE(tensor.codes, Codes(weights.size(), 0));
                QCOMPARE(tensor.codebook, Values(std::size_t{1} << bits, constant));
            }
    QVERIFY(em({}, 2).values.empty());
    QCOMPARE(em({}, 2).codebook, Values(4, 0));
}

void TestEmQuantizer::nonFiniteWeightsHaveNoPart()
{
    const float inf = std::numeric_limits<float>::infinity();
    const Values weights = {10, NAN, 12, inf, 13, -inf, 11};
    const QuantizedTensor tensor = em(weights, 2);
    QCOMPARE(tensor.codebook, em({10, 12, 13, 11}, 2).codebook);
    QCOMPARE(tensor.values, Values({10, 10, 12, 10, 13, 10, 11}));
    QCOMPARE(quantizationStats(weights, tensor).nonFinite, 3);
    QCOMPARE(em({NAN, inf}, 2).values, Values({0, 0}));
}

void TestEmQuantizer::levelsAreEvenlySpaced()
{
    for (int bits = 2; bits <= 8; ++bits) {
        const Values levels = em(gaussian(1000, 4), bits).codebook;
        const double step = (double(levels.back()) - levels.front()) / (double(levels.size()) - 1);
        for (std::size_t i = 1; i < levels.size(); ++i)
            QVERIFY(std::fabs(double(levels[i]) - levels[i - 1] - step) <
                    2 * FLT_EPSILON * std::fabs(double(levels.back())));
    }
}

void TestEmQuantizer::errorNeverRises()
{
    for (const Shape shape : weight_shapes::kAll)
        for (const std::int64_t size : {2, 5, 8, 9, 16, 33, 1000, 5000}) {
            const SortedWeights weights = sorted(weight_shapes::weights(shape, size));
            if (weights.isConstant())
                continue;
            for (const std::size_t levels : {2, 4, 16, 64, 256})
                for (const LevelGrid &start : emStarts(weights, levels)) {
                    const EmFit fit = fitGrid(weights, levels, start);
                    for (std::size_t i = 1; i < fit.errors.size(); ++i)
                        QVERIFY2(fit.errors[i] <= fit.errors[i - 1] + kRounding * weights.squares,
                                 weight_shapes::nameOf(shape, weights.values.size()).c_str());
                    // It stops because it is done.
                    const std::size_t rounds = fit.errors.size() - 1;
                    QVERIFY(rounds < std::size_t{kEmRounds} ||
                            fit.errors[rounds] > (1 - 1e-3) * fit.errors[rounds - 1]);
                }
        }
}

void TestEmQuantizer::neverWorseThanMinMax()
{
    for (const Shape shape : weight_shapes::kAll)
        for (const std::int64_t size : {1, 2, 5, 8, 9, 16, 33, 1000, 5000})
            for (int bits = 1; bits <= 8; ++bits) {
                const Values weights = weight_shapes::weights(shape, size, 9);
                // As many levels or, of the narrow range, one less; min-max takes two bits or more.
                const std::string width = "w" + std::to_string(bits);
                std::vector<WeightSpec> specs = {weightSpec(width + ":extremes")};
                if (bits > 1)
                    for (const char *range : {":minmax:full", ":minmax:asym"})
                        specs.push_back(weightSpec(width + range));
                // Of the largest floats, the level that a narrow range leaves out is none.
                if (bits > 1 && shape != Shape::Huge)
                    specs.push_back(weightSpec(width + ":minmax"));
                const double error = squaredError(weights, em(weights, bits).values);
                for (const WeightSpec &spec : specs) {
                    const double limit =
                        squaredError(weights, quantize(weights, flat(weights), spec).values);
                    // Levels are floats: each may be off by half a unit in the last place, which
                    // of the tiniest floats is not small.
                    const double rounding =
                        0.5 * FLT_TRUE_MIN * std::sqrt(static_cast<double>(weights.size()));
                    QVERIFY2(std::sqrt(error) <=
                                 std::sqrt(limit * (1 + 1e-6) + 1e-13 * magnitude(weights)) +
                                     rounding,
                             weight_shapes::nameOf(shape, weights.size()).c_str());
                }
            }
}

void TestEmQuantizer::startsFindDifferentOptima()
{
    Values weights = gaussian(10000, 1);
    weights.push_back(1);
    weights.push_back(-1);
    const SortedWeights given = sorted(weights);
    double worst = 0;
    for (const LevelGrid &start : emStarts(given, 4)) {
        const EmFit fit = fitGrid(given, 4, start);
        QVERIFY(fitBestGrid(given, 4).error() <= fit.error() * (1 + kStopGap));
        worst = std::max(worst, fit.error());
    }
    QVERIFY(fitBestGrid(given, 4).error() < 0.6 * worst);
}

void TestEmQuantizer::agreesWithTheReference()
{
    for (const Shape shape : weight_shapes::kAll)
        for (const std::int64_t size : {1, 2, 5, 8, 9, 16, 33, 64, 1000})
            for (int bits = 1; bits <= 8; ++bits) {
                // Multiples of one number, as denormal floats are too, lie midway between levels,
                // where the last digit decides.
                if (shape == Shape::FewValues || shape == Shape::Tiny)
                    continue;
                const Values weights = weight_shapes::weights(shape, 2 * size, 3);
                const WeightSpec spec = weightSpec("w" + std::to_string(bits) + ":em");
                const ChannelLayout layout{size, 2, 1, 1};
                const QuantizedTensor fast = quantize(weights, layout, spec);
                const QuantizedTensor slow = reference::quantize(weights, layout, spec);
                const double slowError = squaredError(weights, slow.values);
                QVERIFY2(
                    std::fabs(squaredError(weights, fast.values) - slowError) <=
                        kStopGap * slowError + kRounding * magnitude(weights),
                    (weight_shapes::nameOf(shape, weights.size()) + " " + toText(spec)).c_str());
                QCOMPARE(fast.quantMax, slow.quantMax);
                QCOMPARE(fast.scale, slow.scale);
                QCOMPARE(fast.codebook.size(), slow.codebook.size());
            }
}

void TestEmQuantizer::channelsAreFittedAlone()
{
    // Channels are the middle axis: 0, 2 | 4, 6 | ... of a tensor [3, 2, 1].
    const Values weights = {0, 100, 1, 300, 2, 200};
    const QuantizedTensor tensor = quantize(weights, {3, 2, 1, 1}, weightSpec("w2:em"));
    const Values first = em({0, 1, 2}, 2).codebook;
    const Values second = em({100, 300, 200}, 2).codebook;
    QCOMPARE(Values(tensor.codebook.begin(), tensor.codebook.begin() + 4), first);
    QCOMPARE(Values(tensor.codebook.begin() + 4, tensor.codebook.end()), second);
    const QuantizedTensor whole = quantize(weights, {3, 2, 1, 1}, weightSpec("w2:em:tensor"));
    QCOMPARE(whole.codebook, em(weights, 2).codebook);
}

QTEST_GUILESS_MAIN(TestEmQuantizer)
#include "tst_em_quantizer.moc"

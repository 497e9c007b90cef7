// SPDX-License-Identifier: GPL-3.0-or-later
#include "quant/reference_codebook.h"

#include "quant/em_fit.h"
#include "quant/range_search.h"

#include <algorithm>
#include <cfloat>
#include <cmath>

namespace quantloupe::reference {

namespace {

using Values = std::vector<float>;
using Doubles = std::vector<double>;

double meanOf(const Doubles &numbers)
{
    double sum = 0;
    for (const double x : numbers)
        sum += x;
    return sum / double(numbers.size());
}

float rounded(double level)
{
    return static_cast<float>(std::clamp(level, -double(FLT_MAX), double(FLT_MAX)));
}

Doubles gridCodes(const Doubles &w, LevelGrid grid, double highest)
{
    Doubles codes;
    for (const double x : w)
        codes.push_back(std::clamp(std::round((x - grid.first) / grid.step), 0.0, highest));
    return codes;
}

double gridError(const Doubles &w, const Doubles &codes, LevelGrid grid)
{
    double error = 0;
    for (std::size_t i = 0; i < w.size(); ++i)
        error += std::pow(w[i] - (grid.step * codes[i] + grid.first), 2);
    return error;
}

/// The least-squares line through (code, weight); `grid` itself where all codes are one.
LevelGrid regression(const Doubles &w, const Doubles &codes, LevelGrid grid)
{
    const double meanWeight = meanOf(w);
    const double meanCode = meanOf(codes);
    double covariance = 0;
    double variance = 0;
    for (std::size_t i = 0; i < w.size(); ++i) {
        covariance += (w[i] - meanWeight) * (codes[i] - meanCode);
        variance += (codes[i] - meanCode) * (codes[i] - meanCode);
    }
    if (variance <= 0 || covariance <= 0)
        return grid;
    const double step = covariance / variance;
    return {step, meanWeight - step * meanCode};
}

struct Fit
{
    LevelGrid grid;
    double error;
};

Fit expectationMaximization(const Doubles &w, LevelGrid grid, double highest, double tolerance)
{
    Doubles codes = gridCodes(w, grid, highest);
    double error = gridError(w, codes, grid);
    for (int round = 0; round < kEmRounds; ++round) {
        const double before = error;
        const LevelGrid next = regression(w, codes, grid);
        if (!endsAreFloats(next, static_cast<std::size_t>(highest) + 1))
            break;
        grid = next;
        codes = gridCodes(w, grid, highest);
        error = gridError(w, codes, grid);
        if (before - error <= tolerance * before)
            break;
    }
    return {grid, error};
}

std::vector<LevelGrid> starts(const Doubles &w, double highest)
{
    const double least = *std::min_element(w.begin(), w.end());
    const double most = *std::max_element(w.begin(), w.end());
    const double mean = meanOf(w);
    Doubles squares;
    for (const double x : w)
        squares.push_back((x - mean) * (x - mean));
    const double deviation = std::sqrt(meanOf(squares));
    const AffineRange affine =
        minMaxAffine(static_cast<float>(std::min(0.0, least)),
                     static_cast<float>(std::max(0.0, most)), static_cast<std::int32_t>(highest));
    std::vector<LevelGrid> grids = {{(most - least) / highest, least},
                                    {4 * deviation / highest, mean - 2 * deviation},
                                    {6 * deviation / highest, mean - 3 * deviation},
                                    {affine.scale, -double(affine.scale) * affine.zeroPoint}};
    for (const double below : {(highest - 1) / 2, (highest + 1) / 2})
        if (highest > 1) {
            const CodeLimits limits{static_cast<std::int32_t>(below),
                                    static_cast<std::int32_t>(highest - 1) / 2};
            const double scale =
                minMaxScale(static_cast<float>(least), static_cast<float>(most), limits);
            grids.push_back({scale, -scale * below});
        }
    std::erase_if(grids, [&](const LevelGrid &grid) {
        return !endsAreFloats(grid, static_cast<std::size_t>(highest) + 1);
    });
    return grids;
}

bool isConstant(const Values &values)
{
    return std::ranges::adjacent_find(values, std::ranges::not_equal_to()) == values.end();
}

/// The first and the last level are floats, from which the others follow.
Doubles levelsBetween(double first, double last, double highest)
{
    first = rounded(first);
    last = rounded(last);
    Doubles levels;
    for (int z = 0; z <= highest; ++z)
        levels.push_back((first * (highest - z) + last * z) / highest);
    return levels;
}

CodedChannel extremes(const Values &values, const Values &finite, int bits)
{
    CodedChannel coded{std::vector<std::int32_t>(values.size(), 0), {}};
    const double highest = (1 << bits) - 1;
    if (isConstant(finite)) {
        coded.levels.assign(std::size_t{1} << bits, finite.empty() ? 0 : finite[0] + 0.0F);
        return coded;
    }
    const auto [least, most] = std::ranges::minmax(finite);
    const Doubles levels = levelsBetween(least, most, highest);
    for (std::size_t i = 0; i < values.size(); ++i)
        for (std::size_t c = 1; c < levels.size(); ++c)
            if (values[i] >= (levels[c - 1] + levels[c]) / 2)
                coded.codes[i] = static_cast<std::int32_t>(c);
    std::ranges::transform(levels, std::back_inserter(coded.levels), rounded);
    return coded;
}

CodedChannel em(const Values &values, const Values &finite, int bits)
{
    const double highest = (1 << bits) - 1;
    Fit best{{0, finite.empty() ? 0 : finite[0]}, INFINITY};
    if (!isConstant(finite)) {
        const Doubles w(finite.begin(), finite.end());
        for (const LevelGrid start : starts(w, highest)) {
            const Fit fit = expectationMaximization(w, start, highest, kEmScreening);
            if (fit.error < best.error * (1 - kEmTie))
                best = fit;
        }
        best = expectationMaximization(w, best.grid, highest, kEmTolerance);
    }
    CodedChannel coded;
    for (const double level :
         levelsBetween(best.grid.first, best.grid.first + best.grid.step * highest, highest))
        coded.levels.push_back(rounded(level));
    for (const float x : values)
        coded.codes.push_back(best.grid.step == 0 ? 0
                                                  : static_cast<std::int32_t>(gridCodes(
                                                        {double(x)}, best.grid, highest)[0]));
    return coded;
}

/// Squared error of sorted[begin..end) around its mean.
double runError(const Doubles &sorted, std::size_t begin, std::size_t end)
{
    const double mean =
        meanOf({sorted.begin() + std::ptrdiff_t(begin), sorted.begin() + std::ptrdiff_t(end)});
    double error = 0;
    for (std::size_t i = begin; i < end; ++i)
        error += (sorted[i] - mean) * (sorted[i] - mean);
    return error;
}

/// The means of the best partition into at most `runs` runs, ascending.
Doubles bestMeans(const Doubles &sorted, std::size_t runs)
{
    const std::size_t n = sorted.size();
    std::vector<Doubles> error(n + 1, Doubles(n + 1, 0));
    for (std::size_t a = 0; a < n; ++a)
        for (std::size_t b = a + 1; b <= n; ++b)
            error[a][b] = runError(sorted, a, b);
    // best[i] and the means that reach it, for the first i weights and r runs so far.
    Doubles best = error[0];
    std::vector<Doubles> means(n + 1);
    for (std::size_t i = 1; i <= n; ++i)
        means[i] = {meanOf({sorted.begin(), sorted.begin() + std::ptrdiff_t(i)})};
    for (std::size_t r = 2; r <= runs; ++r) {
        const Doubles last = best;
        const std::vector<Doubles> lastMeans = means;
        for (std::size_t i = 2; i <= n; ++i)
            for (std::size_t m = 1; m < i; ++m)
                if (last[m] + error[m][i] < best[i]) {
                    best[i] = last[m] + error[m][i];
                    means[i] = lastMeans[m];
                    means[i].push_back(meanOf(
                        {sorted.begin() + std::ptrdiff_t(m), sorted.begin() + std::ptrdiff_t(i)}));
                }
    }
    return means[n];
}

CodedChannel kMeans(const Values &values, const Values &finite, int bits)
{
    Doubles sorted(finite.begin(), finite.end());
    std::sort(sorted.begin(), sorted.end());
    const std::size_t runs = std::size_t{1} << bits;
    Doubles means =
        isConstant(finite) ? Doubles{sorted.empty() ? 0 : sorted[0]} : bestMeans(sorted, runs);
    CodedChannel coded;
    for (const float x : values) {
        std::int32_t code = 0;
        for (std::size_t c = 1; c < means.size(); ++c)
            if (std::fabs(x - means[c]) <= std::fabs(x - means[static_cast<std::size_t>(code)]))
                code = static_cast<std::int32_t>(c);
        coded.codes.push_back(code);
    }
    means.resize(runs, means.back());
    for (const double mean : means)
        coded.levels.push_back(rounded(mean));
    return coded;
}

double largestMagnitude(const Values &values)
{
    double largest = 0;
    for (const float x : values)
        largest = std::max(largest, std::fabs(double(x)));
    return largest;
}

CodedChannel allZero(const Values &values, int bits)
{
    return {std::vector<std::int32_t>(values.size(), 0), Values(std::size_t{1} << bits, 0.0F)};
}

CodedChannel logarithmic(const Values &values, int bits)
{
    if (largestMagnitude(values) == 0)
        return allZero(values, bits);
    const int half = 1 << (bits - 1);
    const double highest = std::round(std::log2(largestMagnitude(values)));
    const double lowest = highest - half + 1;
    CodedChannel coded;
    for (const float x : values) {
        const double exponent =
            std::clamp(std::round(std::log2(std::fabs(double(x)))), lowest, highest);
        const int above = static_cast<int>(exponent - lowest);
        coded.codes.push_back(x < 0 ? half - 1 - above : half + above);
    }
    for (double exponent = highest; exponent >= lowest; --exponent)
        coded.levels.push_back(rounded(-std::exp2(exponent)));
    for (double exponent = lowest; exponent <= highest; ++exponent)
        coded.levels.push_back(rounded(std::exp2(exponent)));
    return coded;
}

CodedChannel tanhScaled(const Values &values, const Values &finite, int bits)
{
    if (largestMagnitude(values) == 0)
        return allZero(values, bits);
    const double steps = (1 << bits) - 1;
    const double largest = std::tanh(largestMagnitude(values));
    const auto codeOf = [&](float x) {
        const double t = std::tanh(double(x)) / (2 * largest) + 0.5;
        return std::nearbyint(t * steps);
    };
    Doubles products;
    Doubles squares;
    for (const float x : values) {
        const double multiple = 2 * codeOf(x) - steps;
        products.push_back(multiple * x);
        squares.push_back(multiple * multiple);
    }
    // A non-finite weight stands here as 0, whose multiple is 1.
    const double replaced = double(values.size()) - double(finite.size());
    const double factor = orderedSum(products) / (orderedSum(squares) - replaced);
    CodedChannel coded;
    for (const float x : values)
        coded.codes.push_back(static_cast<std::int32_t>(codeOf(x)));
    // The highest level is a float, from which the others follow.
    const double highest = rounded(factor * steps);
    for (double code = 0; code <= steps; ++code)
        coded.levels.push_back(rounded((2 * code - steps) * highest / steps));
    return coded;
}

} // namespace

double orderedSum(const std::vector<double> &terms)
{
    std::vector<double> partial(64, 0.0);
    for (std::size_t i = 0; i < terms.size(); ++i)
        partial[i % 64] = partial[i % 64] + terms[i];
    while (partial.size() > 1) {
        const std::size_t half = partial.size() / 2;
        for (std::size_t j = 0; j < half; ++j)
            partial[j] = partial[j] + partial[j + half];
        partial.resize(half);
    }
    return partial[0];
}

CodedChannel codedChannel(const std::vector<float> &values, const std::vector<float> &finite,
                          const WeightSpec &spec)
{
    switch (spec.method) {
    case WeightMethod::Extremes:
        return extremes(values, finite, spec.bits);
    case WeightMethod::Em:
        return em(values, finite, spec.bits);
    case WeightMethod::KMeans:
        return kMeans(values, finite, spec.bits);
    case WeightMethod::Log:
        return logarithmic(values, spec.bits);
    default:
        return tanhScaled(values, finite, spec.bits);
    }
}

} // namespace quantloupe::reference

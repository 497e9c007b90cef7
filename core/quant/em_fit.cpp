// SPDX-License-Identifier: GPL-3.0-or-later
#include "quant/em_fit.h"

#include "quant/codebook.h"
#include "quant/even_levels.h"
#include "quant/range_search.h"

#include <algorithm>
#include <utility>

namespace quantloupe {

namespace {

/// Over the weights with their codes z; weights as differences to the mean.
struct CodeSums
{
    double code = 0;
    double codeSquared = 0;
    double codeTimesWeight = 0;
};

class GridFitter
{
public:
    GridFitter(const SortedWeights &weights, std::size_t levels, LevelGrid start)
        : m_weights(weights),
          m_count(static_cast<double>(weights.values.size())),
          m_grid(start),
          m_first(levels, 0)
    {
        m_grid.first -= weights.mean;
    }

    EmFit run(double tolerance);

private:
    void assignCodes();
    bool refit();
    double error() const;

    const SortedWeights &m_weights;
    double m_count;
    /// Of the differences to the mean.
    LevelGrid m_grid;
    /// Where each code begins.
    std::vector<std::size_t> m_first;
    CodeSums m_sums;
};

void GridFitter::assignCodes()
{
    m_sums = {};
    for (std::size_t code = 1; code < m_first.size(); ++code) {
        const double threshold = m_weights.mean + m_grid.first + m_grid.step * (double(code) - 0.5);
        // A code begins near where it did last, at first near the code before.
        m_first[code] =
            firstAtLeast(m_weights.values, threshold, std::max(m_first[code], m_first[code - 1]));
        // Each weight from here on has one code more than the sums have counted.
        const double above = m_count - static_cast<double>(m_first[code]);
        m_sums.code += above;
        m_sums.codeSquared += (2 * double(code) - 1) * above;
        m_sums.codeTimesWeight += m_weights.sums.back() - m_weights.sums[m_first[code]];
    }
}

/// False where all weights have one code, which no step can improve, and where levels would be no
/// floats.
bool GridFitter::refit()
{
    const double meanCode = m_sums.code / m_count;
    const double meanWeight = m_weights.sums.back() / m_count;
    const double variance = m_sums.codeSquared - m_sums.code * meanCode;
    const double covariance = m_sums.codeTimesWeight - m_sums.code * meanWeight;
    if (variance <= 0 || covariance <= 0)
        return false;
    const double step = covariance / variance;
    const LevelGrid next = {step, meanWeight - step * meanCode};
    if (!endsAreFloats({next.step, next.first + m_weights.mean}, m_first.size()))
        return false;
    m_grid = next;
    return true;
}

double GridFitter::error() const
{
    const auto [step, first] = m_grid;
    const double levelTimesWeight = first * m_weights.sums.back() + step * m_sums.codeTimesWeight;
    const double levelSquared =
        first * first * m_count + 2 * first * step * m_sums.code + step * step * m_sums.codeSquared;
    return std::max(0.0, m_weights.squares - 2 * levelTimesWeight + levelSquared);
}

EmFit GridFitter::run(double tolerance)
{
    EmFit fit;
    assignCodes();
    fit.errors.push_back(error());
    for (int round = 0; round < kEmRounds; ++round) {
        if (!refit())
            break;
        assignCodes();
        const double before = fit.error();
        fit.errors.push_back(error());
        if (before - fit.error() <= tolerance * before)
            break;
    }
    fit.grid = {m_grid.step, m_grid.first + m_weights.mean};
    fit.first = std::move(m_first);
    return fit;
}

/// A narrow range is a grid of one level more, which no code needs.
void addMinMaxGrids(std::vector<LevelGrid> &grids, float lowest, float highest, std::int32_t levels)
{
    const AffineRange affine = minMaxAffine(lowest, highest, levels - 1);
    grids.push_back({affine.scale, -double(affine.scale) * affine.zeroPoint});
    const std::int32_t half = levels / 2;
    if (half < 2)
        return;
    for (const CodeLimits limits : {CodeLimits{half - 1, half - 1}, CodeLimits{half, half - 1}}) {
        const double scale = minMaxScale(lowest, highest, limits);
        grids.push_back({scale, -scale * limits.below});
    }
}

} // namespace

EmFit fitGrid(const SortedWeights &weights, std::size_t levels, LevelGrid start, double tolerance)
{
    return GridFitter(weights, levels, start).run(tolerance);
}

std::vector<LevelGrid> emStarts(const SortedWeights &weights, std::size_t levels)
{
    const double steps = double(levels - 1);
    const double lowest = weights.values.front();
    const double highest = weights.values.back();
    std::vector<LevelGrid> starts = {{(highest - lowest) / steps, lowest}};
    const double deviation = weights.deviation();
    for (const double reach : {2.0, 3.0})
        starts.push_back({2 * reach * deviation / steps, weights.mean - reach * deviation});
    addMinMaxGrids(starts, std::min(0.0F, weights.values.front()),
                   std::max(0.0F, weights.values.back()), static_cast<std::int32_t>(levels));
    std::erase_if(starts, [&](const LevelGrid &grid) { return !endsAreFloats(grid, levels); });
    return starts;
}

EmFit fitBestGrid(const SortedWeights &weights, std::size_t levels)
{
    EmFit best;
    for (const LevelGrid &start : emStarts(weights, levels)) {
        EmFit fit = fitGrid(weights, levels, start, kEmScreening);
        if (best.errors.empty() || fit.error() < best.error() * (1 - kEmTie))
            best = std::move(fit);
    }
    return fitGrid(weights, levels, best.grid);
}

std::vector<float> quantizeEmChannel(const ChannelWeights &weights, int bits, ChannelCodes out)
{
    const SortedWeights sorted = sortedWeights(weights);
    std::vector<double> levels(std::size_t{1} << bits, sorted.constant());
    if (!sorted.isConstant()) {
        const LevelGrid grid = fitBestGrid(sorted, levels.size()).grid;
        levels = evenLevels(finiteFloat(grid.first),
                            finiteFloat(grid.first + grid.step * double(levels.size() - 1)),
                            levels.size());
    }
    Codebook codebook = nearestCodebook(levels);
    applyCodebook(codebook, weights.values, out);
    return std::move(codebook.levels);
}

} // namespace quantloupe

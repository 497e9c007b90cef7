// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quant/sorted_weights.h"

#include <cfloat>
#include <vector>

namespace quantloupe {

/// Equally spaced levels: first + step * code.
struct LevelGrid
{
    double step = 1;
    double first = 0;
};

/// The first and the last of `levels` levels are floats, up to rounding.
inline bool endsAreFloats(const LevelGrid &grid, std::size_t levels)
{
    constexpr double kLargest = FLT_MAX * (1 + 1e-12);
    return grid.first >= -kLargest &&
           grid.first + grid.step * static_cast<double>(levels - 1) <= kLargest;
}

/// EM alternates codes = clip(round((w - first) / step), 0, levels - 1), halves away from zero,
/// with the least-squares step and first for these codes, until the squared error falls by less
/// than a tolerance of itself, the grid would leave the range of floats, or kEmRounds are over.
/// This is the usual form of the "EM-based quantizer" of QGAN (Wang et al., arXiv 1901.08263),
/// whose abstract does not give its inner detail.
inline constexpr double kEmTolerance = 1e-6;
/// Of the fits that only choose a start.
inline constexpr double kEmScreening = 1e-4;
/// A later start must be better by this share of the error: two that lead to the same levels, maybe
/// one code apart, differ by the rounding of sums alone.
inline constexpr double kEmTie = 1e-8;
inline constexpr int kEmRounds = 1000;

struct EmFit
{
    LevelGrid grid;
    /// Where each code of `grid` begins among the sorted weights.
    std::vector<std::size_t> first;
    /// Sums of squared errors, that of the start and one a round: never rising,
    /// up to the rounding of sums.
    std::vector<double> errors;

    double error() const { return errors.back(); }
};

/// `weights` is not constant and start.step > 0.
EmFit fitGrid(const SortedWeights &weights, std::size_t levels, LevelGrid start,
              double tolerance = kEmTolerance);

/// Min-max, mean +-2 and +-3 deviations, and the grids of MinMax, asymmetric and symmetric with
/// either level count, which make EM at least as good as these methods; those whose ends are
/// floats.
std::vector<LevelGrid> emStarts(const SortedWeights &weights, std::size_t levels);

/// The start that leads to the least error by kEmScreening, the first of equal ones by kEmTie,
/// fitted to the end; `weights` is not constant.
EmFit fitBestGrid(const SortedWeights &weights, std::size_t levels);

} // namespace quantloupe

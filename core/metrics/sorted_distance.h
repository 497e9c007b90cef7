// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

namespace quantloupe {

/// Memory that sorting reuses from one call to the next.
struct SortScratch
{
    std::vector<float> values;
};

/// Ascending; -0 and 0 are equal. The values must be finite. Many are sorted by counting in two
/// rounds into four million equal cells of their range and by insertion within these; values that
/// crowd in few cells by std::sort.
void sortAscending(std::span<float> values, SortScratch &scratch);

/// The Wasserstein distance of order 1 of two samples of equal size on a line: the mean absolute
/// difference of the sorted ones, summed in float64 in one order always. `a` is sorted in place;
/// `sorted` is ascending.
double distanceToSorted(std::span<float> a, std::span<const float> sorted, SortScratch &scratch);
/// The same of two samples that are not sorted yet.
double sortedDistance(std::span<float> a, std::span<float> b, SortScratch &scratch);

} // namespace quantloupe

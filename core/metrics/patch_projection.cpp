// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/patch_projection.h"

#include "base/cpu_clones.h"

#include <algorithm>
#include <cstring>

namespace quantloupe {

namespace {

/// A register of AVX2. What is wider than a register the compiler takes apart into single values,
/// an order of magnitude slower, while AVX-512 gains next to nothing by registers of its own.
using Half [[gnu::vector_size(kDirectionLanes / 2 * sizeof(float))]] = float;

/// Patches that share each load of the directions; more would not fit AVX2's registers.
constexpr std::size_t kTogether = 4;

} // namespace

QUANTLOUPE_CPU_CLONES
void projectPatches(const PatchRows &patches, const float *directions, float *products)
{
    for (std::size_t first = 0; first < patches.patches; first += kTogether) {
        const std::size_t count = std::min(kTogether, patches.patches - first);
        // A short group repeats its last patch instead of running through a second loop.
        const float *row[kTogether];
        for (std::size_t p = 0; p < kTogether; ++p)
            row[p] = patches.corners[first + std::min(p, count - 1)];
        Half sums[kTogether][2]{};
        const float *weights = directions;
        for (std::size_t r = 0; r < patches.rows; ++r) {
            for (std::size_t i = 0; i < patches.rowLength; ++i, weights += kDirectionLanes) {
                Half low, high;
                std::memcpy(&low, weights, sizeof low);
                std::memcpy(&high, weights + kDirectionLanes / 2, sizeof high);
#pragma GCC unroll 4
                for (std::size_t p = 0; p < kTogether; ++p) {
                    sums[p][0] += low * row[p][i];
                    sums[p][1] += high * row[p][i];
                }
            }
            for (const float *&at : row)
                at += patches.stride;
        }
        std::memcpy(products + first * kDirectionLanes, sums, count * sizeof sums[0]);
    }
}

} // namespace quantloupe

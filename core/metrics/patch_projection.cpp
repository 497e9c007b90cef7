// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/patch_projection.h"

#include "base/cpu_clones.h"

#include <algorithm>
#include <cstring>

namespace quantloupe {

namespace {

/// One register of the widest instruction set, several of the others: the compiler splits it.
using Lanes [[gnu::vector_size(kDirectionLanes * sizeof(float))]] = float;

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
        Lanes sum0{}, sum1{}, sum2{}, sum3{};
        const float *weights = directions;
        for (std::size_t r = 0; r < patches.rows; ++r) {
            for (std::size_t i = 0; i < patches.rowLength; ++i, weights += kDirectionLanes) {
                Lanes weight;
                std::memcpy(&weight, weights, sizeof weight);
                sum0 += weight * row[0][i];
                sum1 += weight * row[1][i];
                sum2 += weight * row[2][i];
                sum3 += weight * row[3][i];
            }
            for (const float *&at : row)
                at += patches.stride;
        }
        const Lanes sums[kTogether] = {sum0, sum1, sum2, sum3};
        std::memcpy(products + first * kDirectionLanes, sums, count * sizeof(Lanes));
    }
}

} // namespace quantloupe

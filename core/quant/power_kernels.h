// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace quantloupe {

/// The inner loops of the logarithmic quantizer, whose levels are powers of two of either sign: the
/// bits of a float tell its code. A non-finite x counts as 0.

/// The exponents of one scale's levels: lowest..lowest + count - 1.
struct PowerRange
{
    std::int32_t lowest = 0;
    std::int32_t count = 1;
};

/// Powers and codes are found from bits only where all levels are normal floats and what rounds to
/// the lowest is the only thing that may not be one.
bool hasNormalPowers(PowerRange range);

/// With above = clip(round(log2|x|) - lowest, 0, count - 1): codes[i] = count - 1 - above where
/// x < 0, else count + above; values[i] = sign(x) 2^(lowest + above), 0 having the positive sign.
/// hasNormalPowers(range).
void quantizePowers(std::span<const float> x, PowerRange range, std::span<std::int32_t> codes,
                    std::span<float> values);

/// Lane by lane (lane_kernels.h). Where a lane is off, code and value are 0.
struct LanePowers
{
    std::vector<std::int32_t> lowest;
    /// All bits, or none where the lane is off.
    std::vector<std::int32_t> isOn;
    /// Of all lanes.
    std::int32_t count = 1;

    void append(std::size_t lanes, std::int32_t laneLowest, bool areOn);
};

void quantizePowerLanes(std::span<const float> x, const LanePowers &powers,
                        std::span<std::int32_t> codes, std::span<float> values);

} // namespace quantloupe

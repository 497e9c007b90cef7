// SPDX-License-Identifier: GPL-3.0-or-later
#include "quant/power_kernels.h"

#include "base/cpu_clones.h"
#include "quant/multiples.h"

#include <bit>
#include <cstddef>

namespace quantloupe {

namespace {

constexpr std::int32_t kFractionBits = 23;
constexpr std::int32_t kExponentBias = 127;
constexpr std::int32_t kMagnitude = 0x7FFFFFFF;
/// The bits of the least float from the root of 1/2 on, which rounds to 2^0 as that times 2^e does
/// to 2^e.
constexpr std::int32_t kRootOfHalf = 0x3F3504F4;

struct Power
{
    std::int32_t code;
    float value;
};

[[gnu::always_inline]] inline Power powerOf(float x, std::int32_t lowest, std::int32_t count)
{
    const std::int32_t magnitude = std::bit_cast<std::int32_t>(x) & kMagnitude;
    std::int32_t above = ((magnitude - kRootOfHalf) >> kFractionBits) - lowest;
    above = above > 0 ? above : 0;
    above = above < count - 1 ? above : count - 1;
    const std::int32_t isNegative = x < 0 ? 1 : 0;
    const float level = std::bit_cast<float>((lowest + above + kExponentBias) << kFractionBits);
    return {isNegative != 0 ? count - 1 - above : count + above, isNegative != 0 ? -level : level};
}

QUANTLOUPE_CPU_CLONES
void quantizeLoop(const float *__restrict x, std::size_t size, std::int32_t lowest,
                  std::int32_t count, std::int32_t *__restrict codes, float *__restrict values)
{
    for (std::size_t i = 0; i < size; ++i) {
        const Power power = powerOf(finiteOrZero(x[i]), lowest, count);
        codes[i] = power.code;
        values[i] = power.value;
    }
}

QUANTLOUPE_CPU_CLONES
void quantizeLanesLoop(const float *__restrict x, std::size_t size,
                       const std::int32_t *__restrict lowest, const std::int32_t *__restrict isOn,
                       std::int32_t count, std::int32_t *__restrict codes, float *__restrict values)
{
    for (std::size_t i = 0; i < size; ++i) {
        const Power power = powerOf(finiteOrZero(x[i]), lowest[i], count);
        codes[i] = power.code & isOn[i];
        values[i] = std::bit_cast<float>(std::bit_cast<std::int32_t>(power.value) & isOn[i]);
    }
}

} // namespace

bool hasNormalPowers(PowerRange range)
{
    // Magnitudes below 2^-126 come out at -126 or less whatever they are.
    constexpr std::int32_t kLeast = -125;
    constexpr std::int32_t kMost = 127;
    return range.lowest >= kLeast && range.lowest + range.count - 1 <= kMost;
}

void quantizePowers(std::span<const float> x, PowerRange range, std::span<std::int32_t> codes,
                    std::span<float> values)
{
    quantizeLoop(x.data(), x.size(), range.lowest, range.count, codes.data(), values.data());
}

void LanePowers::append(std::size_t lanes, std::int32_t laneLowest, bool areOn)
{
    lowest.insert(lowest.end(), lanes, laneLowest);
    isOn.insert(isOn.end(), lanes, areOn ? -1 : 0);
}

void quantizePowerLanes(std::span<const float> x, const LanePowers &powers,
                        std::span<std::int32_t> codes, std::span<float> values)
{
    quantizeLanesLoop(x.data(), x.size(), powers.lowest.data(), powers.isOn.data(), powers.count,
                      codes.data(), values.data());
}

} // namespace quantloupe

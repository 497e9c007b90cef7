// SPDX-License-Identifier: GPL-3.0-or-later
#include "quant/codebook.h"

#include "base/cpu_clones.h"

#include <algorithm>
#include <cfloat>
#include <cmath>
#include <cstddef>

namespace quantloupe {

namespace {

constexpr std::size_t kTogether = 64;

/// A binary search whose every step is taken by many elements alike: no branch depends on the data.
QUANTLOUPE_CPU_CLONES
void searchLoop(const float *__restrict x, std::size_t count, const float *__restrict thresholds,
                std::int32_t half, std::int32_t *__restrict codes)
{
    for (std::size_t i = 0; i < count; i += kTogether) {
        const std::size_t length = std::min(kTogether, count - i);
        std::int32_t found[kTogether] = {};
        for (std::int32_t step = half; step > 0; step /= 2)
            for (std::size_t j = 0; j < length; ++j)
                found[j] += x[i + j] >= thresholds[found[j] + step - 1] ? step : 0;
        for (std::size_t j = 0; j < length; ++j)
            codes[i + j] = found[j];
    }
}

QUANTLOUPE_CPU_CLONES
void lookUpLoop(const float *__restrict levels, std::size_t count,
                const std::int32_t *__restrict codes, float *__restrict values)
{
    for (std::size_t i = 0; i < count; ++i)
        values[i] = levels[codes[i]];
}

} // namespace

Codebook nearestCodebook(const std::vector<double> &levels)
{
    Codebook codebook;
    for (std::size_t c = 0; c < levels.size(); ++c) {
        codebook.levels.push_back(finiteFloat(levels[c]));
        if (c > 0)
            codebook.thresholds.push_back(levels[c] > levels[c - 1]
                                              ? leastFloatFrom(0.5 * (levels[c - 1] + levels[c]))
                                              : HUGE_VALF);
    }
    return codebook;
}

float finiteFloat(double number)
{
    return static_cast<float>(std::clamp(number, -double(FLT_MAX), double(FLT_MAX)));
}

float leastFloatFrom(double number)
{
    if (number > FLT_MAX)
        return HUGE_VALF;
    const float nearest = finiteFloat(number);
    return nearest < number ? std::nextafter(nearest, HUGE_VALF) : nearest;
}

void applyCodebook(const Codebook &codebook, std::span<const float> x, ChannelCodes out)
{
    applyThresholds(codebook.thresholds, x, out.codes);
    lookUp(codebook.levels, out.codes, out.values);
}

void applyThresholds(std::span<const float> thresholds, std::span<const float> x,
                     std::span<std::int32_t> codes)
{
    searchLoop(x.data(), x.size(), thresholds.data(),
               static_cast<std::int32_t>((thresholds.size() + 1) / 2), codes.data());
}

void lookUp(std::span<const float> levels, std::span<const std::int32_t> codes,
            std::span<float> values)
{
    lookUpLoop(levels.data(), codes.size(), codes.data(), values.data());
}

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#include "quant/codebook.h"

#include "base/cpu_clones.h"

#include <algorithm>
#include <cfloat>
#include <cmath>
#include <cstddef>

namespace quantloupe {

namespace {

/// A binary search whose every step is taken by all elements alike: no branch depends on the data.
QUANTLOUPE_CPU_CLONES
void applyLoop(const float *__restrict x, std::size_t count, const float *__restrict thresholds,
               const float *__restrict levels, std::int32_t half, std::int32_t *__restrict codes,
               float *__restrict values)
{
    for (std::size_t i = 0; i < count; ++i) {
        std::int32_t code = 0;
        for (std::int32_t step = half; step > 0; step /= 2)
            code += x[i] >= thresholds[code + step - 1] ? step : 0;
        codes[i] = code;
        values[i] = levels[code];
    }
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
    applyLoop(x.data(), x.size(), codebook.thresholds.data(), codebook.levels.data(),
              static_cast<std::int32_t>(codebook.levels.size() / 2), out.codes.data(),
              out.values.data());
}

} // namespace quantloupe

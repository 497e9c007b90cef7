// SPDX-License-Identifier: GPL-3.0-or-later
#include "quant/codebook.h"

#include "base/cpu_clones.h"

#include <algorithm>
#include <bit>
#include <cfloat>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <optional>

namespace quantloupe {

namespace {

constexpr std::size_t kTogether = 64;
/// Of a table of steps, which is to stay in a first-level cache.
constexpr std::size_t kMostSteps = 2048;
/// Finding the step of fewer weights takes no longer than the table.
constexpr std::size_t kWeightsPerStep = 4;
/// Fewer are found by searching as fast.
constexpr std::size_t kLeastThresholds = 4;

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

/// Equal steps over the range of the thresholds, at most one of which lies in a step: the step of x
/// and one comparison tell its code. Subtraction, product and conversion never fall as x rises, so
/// thresholds of lower steps are below x and those of higher steps above it, whatever the rounding.
struct Steps
{
    float first = 0;
    float perStep = 0;
    /// Number of thresholds in lower steps, and the one in this step or infinity.
    std::vector<std::int32_t> below;
    std::vector<float> threshold;
};

inline std::int32_t stepOf(float x, float first, float perStep, float last)
{
    float step = (x - first) * perStep;
    step = step > 0 ? step : 0;
    step = step < last ? step : last;
    return static_cast<std::int32_t>(step);
}

QUANTLOUPE_CPU_CLONES
void stepLoop(const float *__restrict x, std::size_t count, float first, float perStep, float last,
              const std::int32_t *__restrict below, const float *__restrict threshold,
              std::int32_t *__restrict codes)
{
    for (std::size_t i = 0; i < count; ++i) {
        const std::int32_t step = stepOf(x[i], first, perStep, last);
        codes[i] = below[step] + (x[i] >= threshold[step] ? 1 : 0);
    }
}

/// Empty where two thresholds would share one of `count` steps.
std::optional<Steps> stepsOf(std::span<const float> thresholds, std::size_t count)
{
    const auto last = static_cast<float>(count - 1);
    Steps steps{thresholds.front(), last / (thresholds.back() - thresholds.front()),
                std::vector<std::int32_t>(count), std::vector<float>(count, HUGE_VALF)};
    if (!(steps.perStep > 0 && steps.perStep <= FLT_MAX))
        return {};
    std::size_t next = 0;
    for (std::size_t i = 0; i < thresholds.size(); ++i) {
        const auto step =
            static_cast<std::size_t>(stepOf(thresholds[i], steps.first, steps.perStep, last));
        if (steps.threshold[step] != HUGE_VALF)
            return {};
        for (; next <= step; ++next)
            steps.below[next] = static_cast<std::int32_t>(i);
        steps.threshold[step] = thresholds[i];
    }
    for (; next < count; ++next)
        steps.below[next] = static_cast<std::int32_t>(thresholds.size());
    return steps;
}

/// As few as keep the thresholds apart; empty where that takes more than are worth it for so many
/// weights.
std::optional<Steps> fewestSteps(std::span<const float> thresholds, std::size_t weights)
{
    std::size_t finite = thresholds.size();
    while (finite > 0 && thresholds[finite - 1] == HUGE_VALF)
        --finite;
    if (finite < kLeastThresholds)
        return {};
    thresholds = thresholds.first(finite);
    float least = HUGE_VALF;
    for (std::size_t i = 1; i < finite; ++i)
        least = std::min(least, thresholds[i] - thresholds[i - 1]);
    const float apart = (thresholds.back() - thresholds.front()) / least;
    const std::size_t most = std::min(kMostSteps, weights / kWeightsPerStep);
    if (!(apart >= 1 && apart < static_cast<float>(most)))
        return {};
    for (std::size_t count = std::bit_ceil(static_cast<std::size_t>(apart) + 1); count <= most;
         count *= 2)
        if (auto steps = stepsOf(thresholds, count))
            return steps;
    return {};
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
    std::ranges::transform(levels, std::back_inserter(codebook.levels), finiteFloat);
    codebook.thresholds.resize(levels.size() - 1);
    float next = HUGE_VALF;
    for (std::size_t c = levels.size() - 1; c > 0; --c) {
        // A search of the thresholds relies on their order, so a code that nothing reaches takes
        // that of the code after it.
        if (levels[c] > levels[c - 1])
            next = leastFloatFrom(0.5 * (levels[c - 1] + levels[c]));
        codebook.thresholds[c - 1] = next;
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
    if (const auto steps = fewestSteps(thresholds, x.size()))
        return stepLoop(x.data(), x.size(), steps->first, steps->perStep,
                        static_cast<float>(steps->below.size() - 1), steps->below.data(),
                        steps->threshold.data(), codes.data());
    searchLoop(x.data(), x.size(), thresholds.data(),
               static_cast<std::int32_t>((thresholds.size() + 1) / 2), codes.data());
}

void lookUp(std::span<const float> levels, std::span<const std::int32_t> codes,
            std::span<float> values)
{
    lookUpLoop(levels.data(), codes.size(), codes.data(), values.data());
}

} // namespace quantloupe

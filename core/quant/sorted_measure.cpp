// SPDX-License-Identifier: GPL-3.0-or-later
#include "quant/sorted_measure.h"

#include "quant/sorted_weights.h"

#include <algorithm>
#include <cmath>

namespace quantloupe {

namespace {

double codeOf(float x, float scale, CodeLimits limits)
{
    return std::clamp(std::nearbyint(double(x) / scale), -double(limits.below),
                      double(limits.above));
}

} // namespace

SortedMeasure::SortedMeasure(std::span<const float> values) : m_values(values.begin(), values.end())
{
    sortFloats(m_values);
    m_sums.reserve(m_values.size() + 1);
    Sums sums;
    m_sums.push_back(sums);
    for (const double x : m_values) {
        sums.values += x;
        sums.squares += x * x;
        m_sums.push_back(sums);
    }
}

template <typename Take>
void SortedMeasure::forEachCode(float scale, CodeLimits limits, Take take) const
{
    const double last = codeOf(m_values.back(), scale, limits);
    auto begin = m_values.begin();
    for (double code = codeOf(m_values.front(), scale, limits); code <= last; ++code) {
        // Which side of a threshold a value on it goes to leaves the error as it is.
        const auto threshold = static_cast<float>((code + 0.5) * scale);
        const auto end =
            code == last ? m_values.end() : std::lower_bound(begin, m_values.end(), threshold);
        const Sums &from = m_sums[static_cast<std::size_t>(begin - m_values.begin())];
        const Sums &to = m_sums[static_cast<std::size_t>(end - m_values.begin())];
        take(code, static_cast<double>(end - begin),
             Sums{to.values - from.values, to.squares - from.squares});
        begin = end;
    }
}

double SortedMeasure::error(float scale, CodeLimits limits) const
{
    double error = 0;
    forEachCode(scale, limits, [&](double code, double count, const Sums &sums) {
        const double level = code * scale;
        error += sums.squares - 2 * level * sums.values + level * level * count;
    });
    return std::max(error, 0.0);
}

double SortedMeasure::refit(float scale, CodeLimits limits) const
{
    double codeTimesValue = 0;
    double codeSquared = 0;
    forEachCode(scale, limits, [&](double code, double count, const Sums &sums) {
        codeTimesValue += code * sums.values;
        codeSquared += code * code * count;
    });
    return codeSquared > 0 ? codeTimesValue / codeSquared : 0;
}

} // namespace quantloupe

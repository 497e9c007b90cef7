// SPDX-License-Identifier: GPL-3.0-or-later
#include "quant/clustered_scale.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

namespace quantloupe {

namespace {

/// How many of the finest steps the values may span; beyond that a search finds its way.
constexpr double kMostSteps = 6;
/// The coarsest scale that is tried, in finest steps: the values then lie within two of its own.
constexpr double kCoarsest = 2.5;
/// Values whose thresholds are tried, evenly in their order.
constexpr std::size_t kMostThresholds = 128;
/// Around the best scale so far, the share of it in which those of more values are tried; of so
/// many at most, for the error is continuous in the scale.
constexpr double kNear = 0.01;
constexpr std::size_t kMostNearThresholds = 4096;
/// Beside a threshold, on the side of smaller scales.
constexpr double kBeside = 1 - 1e-9;

/// Magnitudes in ascending order, with sums of their distance from `centre`, which lose no digits.
class SortedMagnitudes
{
public:
    SortedMagnitudes(std::span<const float> values, std::int32_t quantMax) : m_quantMax(quantMax)
    {
        for (const float x : values)
            m_values.push_back(std::fabs(double(x)));
        std::ranges::sort(m_values);
        m_centre = m_values[m_values.size() / 2];
        m_sums.push_back({0, 0});
        for (const double x : m_values) {
            const double away = x - m_centre;
            m_sums.push_back({m_sums.back().first + away, m_sums.back().second + away * away});
        }
    }

    double least() const { return m_values.front(); }
    double most() const { return m_values.back(); }
    std::size_t size() const { return m_values.size(); }
    double operator[](std::size_t index) const { return m_values[index]; }

    struct Fit
    {
        double error = 0;
        /// The best scale for the codes of this one.
        double refit = 0;
    };

    Fit at(double scale) const
    {
        Fit fit;
        double products = 0;
        double squares = 0;
        std::size_t begin = 0;
        const double last = codeOf(most(), scale);
        for (double code = codeOf(least(), scale); code <= last; ++code) {
            const std::size_t end = code == last ? size() : below((code + 0.5) * scale);
            const Sums part = {m_sums[end].first - m_sums[begin].first,
                               m_sums[end].second - m_sums[begin].second};
            const auto count = static_cast<double>(end - begin);
            const double level = code * scale - m_centre;
            fit.error += part.second - 2 * level * part.first + level * level * count;
            products += code * (part.first + m_centre * count);
            squares += code * code * count;
            begin = end;
        }
        fit.refit = squares > 0 ? products / squares : 0;
        return fit;
    }

private:
    struct Sums
    {
        double first;
        double second;
    };

    double codeOf(double magnitude, double scale) const
    {
        return std::min(std::nearbyint(magnitude / scale), double(m_quantMax));
    }

    std::size_t below(double threshold) const
    {
        return static_cast<std::size_t>(std::ranges::lower_bound(m_values, threshold) -
                                        m_values.begin());
    }

    std::int32_t m_quantMax;
    double m_centre = 0;
    std::vector<double> m_values;
    std::vector<Sums> m_sums;
};

class ClusterSearch
{
public:
    ClusterSearch(std::span<const float> values, std::int32_t quantMax)
        : m_values(values, quantMax), m_quantMax(quantMax)
    {
    }

    double run()
    {
        const double finest = m_values.most() / m_quantMax;
        // All values on the largest code.
        offer(m_values.least() / m_quantMax);
        scan(strideFor(kMostThresholds), {0, kCoarsest * finest});
        // Values whose thresholds were left out.
        if (m_values.size() > kMostThresholds)
            scan(strideFor(kMostNearThresholds), {m_best * (1 - kNear), m_best * (1 + kNear)});
        for (int round = 0; round < kRounds; ++round)
            offer(m_best);
        return m_best;
    }

private:
    static constexpr int kRounds = 8;

    struct Span
    {
        double low;
        double high;
    };

    std::size_t strideFor(std::size_t most) const { return (m_values.size() + most - 1) / most; }

    /// Every `stride`-th value's thresholds in a span of scales.
    void scan(std::size_t stride, Span span)
    {
        const auto least = std::max(0.0, std::floor(m_quantMax / kCoarsest) - 1);
        for (double code = least; code < m_quantMax; ++code)
            for (std::size_t i = 0; i < m_values.size(); i += stride)
                if (const double scale = m_values[i] / (code + 0.5);
                    scale >= span.low && scale <= span.high)
                    offer(scale * kBeside);
    }

    void offer(double scale)
    {
        const double refit = m_values.at(scale).refit;
        for (const double each : {scale, refit})
            if (each > 0)
                if (const double error = m_values.at(each).error; !(error >= m_error)) {
                    m_error = error;
                    m_best = each;
                }
    }

    SortedMagnitudes m_values;
    std::int32_t m_quantMax;
    double m_best = 0;
    double m_error = INFINITY;
};

bool isClustered(std::span<const float> values, std::int32_t quantMax)
{
    if (values.empty())
        return false;
    double least = INFINITY;
    double most = 0;
    for (const float x : values) {
        least = std::min(least, std::fabs(double(x)));
        most = std::max(most, std::fabs(double(x)));
    }
    return least > 0 && most - least <= kMostSteps * most / quantMax;
}

} // namespace

double clusteredScale(std::span<const float> values, std::int32_t quantMax)
{
    return isClustered(values, quantMax) ? ClusterSearch(values, quantMax).run() : 0;
}

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#include "quant/scale_search.h"

#include "quant/uniform_kernels.h"

#include <algorithm>
#include <cmath>

namespace quantloupe {

namespace {

constexpr double kCoarseRatio = 0.8;
/// Of a histogram. Heavy tails: at 2 bits the best clip of a million values can be 0.02 of the
/// largest.
constexpr double kSmallestClip = 0.005;
/// Of values, to their mean magnitude. At the best scale s with the limit L, sum((|x| - m s) m) is
/// 0. An unclipped value adds at least -L s / 2 to it and a clipped one L (|x| - L s), so that the
/// mean of what lies above L s is at most s / 2: L s is two thirds of the mean magnitude or more,
/// however far outliers lie. Where the zero point is free, L can be twice the limit given here.
constexpr double kSmallestClipToMean = 0.3;
constexpr double kRoundingVariance = 0.8;
/// How many standard deviations of the raggedness are kept while scanning.
constexpr double kKeptDeviations = 4;
/// Few values: a scale that leaves levels unused can win by chance, and minima lie denser.
constexpr std::size_t kFewValues = 1024;
constexpr double kKeptDeviationsOfFew = 8;
constexpr double kFarAbove = 2;
constexpr std::size_t kMostPolished = 4;
constexpr std::size_t kMostPolishedOfFew = 16;
constexpr int kHalvings = 6;
constexpr int kMostRefits = 30;

} // namespace

ScaleSearch::ScaleSearch(const RangeProblem &problem, CodeLimits limits)
    : m_problem(problem), m_limits(limits)
{
    m_noClip = usableScale(coveringScale(problem.lowest, problem.highest, limits), limits);
}

ScaleSample ScaleSearch::run(float start)
{
    m_best = {start, m_problem.measure.error(start, m_limits)};
    scanCoarsely();
    subdivide();
    polish();
    return m_best;
}

bool ScaleSearch::hasFewValues() const
{
    return !m_problem.values.empty() && m_problem.values.size() <= kFewValues;
}

void ScaleSearch::consider(double scale)
{
    const float usable = usableScale(scale, m_limits);
    m_samples.push_back({usable, m_problem.measure.error(usable, m_limits)});
    if (m_samples.back().error < m_best.error)
        m_best = m_samples.back();
}

double ScaleSearch::smallestScale() const
{
    if (m_problem.values.empty())
        return m_noClip * kSmallestClip;
    const double mean =
        sumOfMagnitudes(m_problem.values) / static_cast<double>(m_problem.values.size());
    return kSmallestClipToMean * mean / std::max(m_limits.below, m_limits.above);
}

void ScaleSearch::scanCoarsely()
{
    const double above = hasFewValues() ? kFarAbove : 1 / kCoarseRatio;
    const double smallest = smallestScale();
    for (double scale = m_noClip * above; scale > smallest; scale *= kCoarseRatio) {
        consider(scale);
        // Once clipping the extremes alone costs more than the best, smaller scales cannot win. The
        // scale that shows it ends the last interval to subdivide.
        const double overAbove = std::max(0.0, m_problem.highest - m_limits.above * scale);
        const double overBelow = std::max(0.0, -m_problem.lowest - m_limits.below * scale);
        if (!m_problem.values.empty() &&
            std::max(overAbove * overAbove, overBelow * overBelow) > m_best.error)
            return;
    }
}

double ScaleSearch::finestSpacing() const
{
    // The error decorrelates when the largest multiple moves by about a third of a step.
    const int limit = std::max(m_limits.below, m_limits.above);
    const double stepsPerLimit = hasFewValues() ? 16 : 8;
    return std::max(1 / (stepsPerLimit * limit), 1.0 / 2048);
}

double ScaleSearch::tolerance(double spacing) const
{
    if (m_problem.values.empty())
        return spacing;
    const auto count = static_cast<double>(m_problem.values.size());
    const double deviations = hasFewValues() ? kKeptDeviationsOfFew : kKeptDeviations;
    return spacing + deviations * std::sqrt(kRoundingVariance / count);
}

void ScaleSearch::subdivide()
{
    double spacing = 1 - kCoarseRatio;
    while (spacing > finestSpacing() && splitOnce(spacing))
        spacing /= 2;
}

bool ScaleSearch::splitOnce(double spacing)
{
    const double kept = m_best.error * (1 + tolerance(spacing));
    std::vector<ScaleSample> old;
    old.swap(m_samples);
    for (std::size_t i = 0; i < old.size(); ++i) {
        m_samples.push_back(old[i]);
        const bool isAdjacent =
            i + 1 < old.size() && old[i + 1].scale > old[i].scale * (1 - 1.5 * spacing);
        if (isAdjacent && std::min(old[i].error, old[i + 1].error) <= kept)
            consider(0.5 * (double(old[i].scale) + old[i + 1].scale));
    }
    return m_samples.size() > old.size();
}

void ScaleSearch::polish()
{
    const double kept = m_best.error * (1 + std::min(0.25, tolerance(0) / 2) + 0.002);
    std::vector<ScaleSample> minima = {m_best};
    for (std::size_t i = 1; i + 1 < m_samples.size(); ++i) {
        const double error = m_samples[i].error;
        if (error <= kept && error <= m_samples[i - 1].error && error < m_samples[i + 1].error &&
            m_samples[i].scale != m_best.scale)
            minima.push_back(m_samples[i]);
    }
    std::ranges::stable_sort(minima, {}, &ScaleSample::error);
    minima.resize(std::min(minima.size(), hasFewValues() ? kMostPolishedOfFew : kMostPolished));
    for (const ScaleSample &minimum : minima)
        descend(minimum, finestSpacing() * minimum.scale);
}

void ScaleSearch::descend(ScaleSample from, double step)
{
    const auto tryScale = [&](double scale) {
        consider(scale);
        const bool isBetter = m_samples.back().error < from.error;
        if (isBetter)
            from = m_samples.back();
        return isBetter;
    };
    for (int halving = 0; halving < kHalvings; ++halving) {
        step /= 2;
        if (!tryScale(from.scale - step))
            tryScale(from.scale + step);
    }
    for (int i = 0; i < kMostRefits; ++i) {
        const double refitted = m_problem.measure.refit(from.scale, m_limits);
        if (refitted <= 0 || !tryScale(refitted))
            return;
    }
}

} // namespace quantloupe

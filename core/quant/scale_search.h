// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quant/range_search.h"

#include <vector>

namespace quantloupe {

struct ScaleSample
{
    float scale = 1;
    double error = 0;
};

/// Minimizes the error over the scale for fixed limits. The error is ragged: every value that
/// crosses a rounding threshold bends it, and for n values the raggedness is about sqrt(0.8 / n)
/// of the error (0.8 = relative variance of the square of a uniform rounding error).
class ScaleSearch
{
public:
    ScaleSearch(const RangeProblem &problem, CodeLimits limits);

    /// The whole search, including `start` as a candidate.
    ScaleSample run(float start);
    /// The different values and limits are few enough for run() to try every scale that matters.
    bool isExactAffordable() const;

private:
    bool hasFewValues() const;
    /// A quarter of the values or more are there again, as those that were quantized before: the
    /// least error may lie at one scale alone.
    bool areRepeated() const;
    void consider(double scale);
    double smallestScale() const;
    void scanCoarsely();
    void tryExactly();
    void subdivide();
    bool splitOnce(double spacing);
    void polish();
    void descend(ScaleSample from, double step);
    double tolerance(double spacing) const;
    double finestSpacing() const;

    const RangeProblem &m_problem;
    CodeLimits m_limits;
    /// The least scale that clips nothing.
    double m_noClip = 1;
    /// Of descending scale while scanning.
    std::vector<ScaleSample> m_samples;
    ScaleSample m_best;
};

/// The scale of least squared error over all scales and all code assignments they produce: sweeps
/// the scale downwards past every rounding threshold |x| / (k + 1/2) keeping sum(m x) and sum(m^2)
/// up to date over all values, each as often as it is there; between thresholds the best error is
/// sum(x^2) - sum(m x)^2 / sum(m^2). Thresholds below `least` are left out. Takes count x limit log
/// steps; 0 where no code is ever used.
double exactScale(std::span<const CountedValue> values, CodeLimits limits, double least);

} // namespace quantloupe

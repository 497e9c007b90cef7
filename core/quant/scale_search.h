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

/// Minimizes the error over the scale of a histogram, beyond 8 bits, or where each scale has a zero
/// point of its own. It relies on the values having about a density; BoundedScaleSearch does not,
/// but knows single values and fixed limits of up to 8 bits only. The error is ragged: every value
/// that crosses a rounding threshold bends it, and for n values the raggedness is about sqrt(0.8 /
/// n) of the error (0.8 = relative variance of the square of a uniform rounding error).
class ScaleSearch
{
public:
    ScaleSearch(const RangeProblem &problem, CodeLimits limits);

    /// The whole search, including `start` as a candidate.
    ScaleSample run(float start);

private:
    bool hasFewValues() const;
    void consider(double scale);
    double smallestScale() const;
    void scanCoarsely();
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

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#include "quant/bounded_scale_search.h"
#include "quant/scale_search.h"
#include "quant/sorted_measure.h"

#include <algorithm>
#include <cfloat>
#include <cmath>
#include <iterator>
#include <optional>
#include <vector>

namespace quantloupe {

namespace {

/// From so many values on, sorting them pays; with more levels, a pass over all of them would.
constexpr std::size_t kManyValues = std::size_t{1} << 15;
constexpr std::int32_t kMostSortedCodes = 1023;
/// Of the sum of squares: below this, sums over sorted values may have lost digits that count.
constexpr double kResolvedError = 1e-8;
/// Up to so many different values, or somewhat more with so few thresholds, every zero point is
/// tried.
constexpr std::size_t kFewDifferent = 64;
constexpr std::size_t kMoreDifferent = 128;
constexpr double kMostThresholds = 1 << 15;
constexpr double kFewThresholds = 1 << 12;
/// The first step downhill is this part of the way between the ends.
constexpr std::int32_t kFirstPart = 8;

/// The least error that a scale can have, whichever zero point goes with it. The zero point moves
/// no rounding threshold: it only says how many levels lie below zero, and each of the two errors,
/// of what is clipped below and of what is clipped above, is convex in their number. The best one
/// is therefore found by going downhill.
class BestZeroPoint : public ErrorMeasure
{
public:
    BestZeroPoint(const RangeProblem &problem, std::int32_t quantMax)
        : m_problem(problem), m_quantMax(quantMax)
    {
    }

    struct Choice
    {
        std::int32_t zeroPoint = 0;
        double error = 0;
    };

    Choice at(float scale) const
    {
        const std::int32_t noneBelow = stepsTo(-double(m_problem.lowest), scale);
        const std::int32_t noneAbove = m_quantMax - stepsTo(m_problem.highest, scale);
        return noneBelow <= noneAbove ? Choice{noneBelow, errorAt(scale, noneBelow)}
                                      : downhill(scale, noneAbove, noneBelow);
    }

    double error(float scale, CodeLimits) const override { return at(scale).error; }

    double refit(float scale, CodeLimits) const override
    {
        return m_problem.measure.refit(scale, affineLimits(m_quantMax, at(scale).zeroPoint));
    }

private:
    std::int32_t stepsTo(double end, float scale) const
    {
        return static_cast<std::int32_t>(
            std::min(std::nearbyint(end / scale), static_cast<double>(m_quantMax)));
    }

    double errorAt(float scale, std::int32_t zeroPoint) const
    {
        return m_problem.measure.error(scale, affineLimits(m_quantMax, zeroPoint));
    }

    Choice downhill(float scale, std::int32_t least, std::int32_t most) const
    {
        const std::int32_t width = most - least;
        const auto start = most - static_cast<std::int32_t>(std::lround(m_shareBelow * width));
        Choice best{start, errorAt(scale, start)};
        const auto go = [&](std::int32_t step) {
            const std::int32_t next = best.zeroPoint + step;
            if (next < least || next > most)
                return false;
            const double error = errorAt(scale, next);
            if (!(error < best.error))
                return false;
            best = {next, error};
            return true;
        };
        for (std::int32_t step = std::max(1, width / kFirstPart); step > 0; step /= 2)
            for (const std::int32_t direction : {-step, step})
                while (go(direction))
                    ;
        m_shareBelow = static_cast<double>(most - best.zeroPoint) / width;
        return best;
    }

    const RangeProblem &m_problem;
    std::int32_t m_quantMax;
    /// Of the levels that were missing at the scale asked for last, those that are missing below:
    /// near the best share for the next scale too.
    mutable double m_shareBelow = 0.5;
};

/// The values without zeros, which have no error at any scale and move no threshold: a pruned
/// channel of thousands may have only a few weights that matter.
std::vector<float> nonZero(std::span<const float> values)
{
    std::vector<float> found;
    found.reserve(values.size());
    std::ranges::copy_if(values, std::back_inserter(found), [](float x) { return x != 0; });
    return found;
}

/// How many differ; one more than `most` where more do.
std::size_t countDifferent(std::span<const float> values, std::size_t most)
{
    std::vector<float> found;
    for (const float x : values) {
        const auto place = std::ranges::lower_bound(found, x);
        if (place != found.end() && *place == x)
            continue;
        found.insert(place, x);
        if (found.size() > most)
            break;
    }
    return found.size();
}

class AffineSearch
{
public:
    AffineSearch(const RangeProblem &problem, std::int32_t quantMax)
        : m_problem(problem),
          m_quantMax(quantMax),
          m_noClip((double(problem.highest) - problem.lowest) / quantMax)
    {
        m_best = minMaxAffine(problem.lowest, problem.highest, quantMax);
        m_error = errorOf(m_best);
    }

    AffineRange run()
    {
        const BestZeroPoint measure(m_problem, m_quantMax);
        const std::int32_t largest = std::max(m_best.zeroPoint, m_quantMax - m_best.zeroPoint);
        // Its ends lie where the search over the scale clips nothing from the same scale on.
        const auto end = static_cast<float>(std::min<double>(m_noClip * largest, FLT_MAX));
        const RangeProblem anyZeroPoint{measure, -end, end, m_problem.values};
        if (canTryZeroPoints(largest)) {
            tryZeroPoints();
        } else {
            const float scale =
                ScaleSearch(anyZeroPoint, {largest, largest}).run(m_best.scale).scale;
            offer(scale, measure.at(scale).zeroPoint);
            // Where the search over both went astray, that with one zero point does not.
            tryZeroPoint((m_quantMax + 1) / 2);
            tryZeroPointOfOneSign();
        }
        return m_best;
    }

    double error() const { return m_error; }

private:
    double errorOf(const AffineRange &range) const
    {
        return m_problem.measure.error(range.scale, affineLimits(m_quantMax, range.zeroPoint));
    }

    void offer(double scale, std::int32_t zeroPoint)
    {
        const AffineRange range{usableScale(scale, affineLimits(m_quantMax, zeroPoint)), zeroPoint};
        const double error = errorOf(range);
        if (!(error < m_error))
            return;
        m_best = range;
        m_error = error;
    }

    void tryZeroPoint(std::int32_t zeroPoint)
    {
        const CodeLimits limits = affineLimits(m_quantMax, zeroPoint);
        const float start = usableScale(m_best.scale, limits);
        offer(BoundedScaleSearch::suits(m_problem, limits)
                  ? bounded().run(limits, {start, m_error})
                  : double(ScaleSearch(m_problem, limits).run(start).scale),
              zeroPoint);
    }

    /// No level on the other side of zero is of use to values of one sign.
    void tryZeroPointOfOneSign()
    {
        if (m_problem.lowest == 0)
            tryZeroPoint(0);
        else if (m_problem.highest == 0)
            tryZeroPoint(m_quantMax);
    }

    BoundedScaleSearch &bounded()
    {
        if (!m_bounded)
            m_bounded.emplace(m_problem.values);
        return *m_bounded;
    }

    bool canTryZeroPoints(std::int32_t largest) const
    {
        const std::size_t count = countDifferent(m_problem.values, kMoreDifferent);
        const double thresholds = double(count) * largest;
        return count > 0 && ((count <= kFewDifferent && thresholds <= kMostThresholds) ||
                             (count <= kMoreDifferent && thresholds <= kFewThresholds));
    }

    /// Each zero point that can be the best one. From `widest` on nothing is clipped with the first
    /// one, and others give the same error; at smaller scales an end that is clipped by more than
    /// `reach` alone costs more than the best.
    void tryZeroPoints()
    {
        const std::int32_t first = m_best.zeroPoint;
        tryZeroPoint(first);
        const double reach = std::sqrt(m_error) * (1 + 1e-6);
        const double widest = m_noClip * (1 + 1.0 / m_quantMax);
        const double least = std::ceil((-double(m_problem.lowest) - reach) / widest);
        const double most = std::floor(m_quantMax - (m_problem.highest - reach) / widest);
        const auto last = static_cast<std::int32_t>(std::min<double>(most, m_quantMax));
        for (auto zeroPoint = static_cast<std::int32_t>(std::max(least, 0.0)); zeroPoint <= last;
             ++zeroPoint)
            if (zeroPoint != first)
                tryZeroPoint(zeroPoint);
    }

    const RangeProblem &m_problem;
    std::int32_t m_quantMax;
    /// The least scale that clips nothing, but for rounding.
    double m_noClip;
    AffineRange m_best;
    double m_error = 0;
    std::optional<BoundedScaleSearch> m_bounded;
};

bool isSortable(const RangeProblem &problem, std::int32_t quantMax)
{
    return problem.values.size() >= kManyValues && quantMax <= kMostSortedCodes;
}

} // namespace

AffineRange plainMseAffine(const RangeProblem &problem, std::int32_t quantMax)
{
    if (problem.isZero())
        return {};
    const std::vector<float> values = nonZero(problem.values);
    const RangeProblem given{problem.measure, problem.lowest, problem.highest, values};
    return AffineSearch(given, quantMax).run();
}

AffineRange mseAffine(const RangeProblem &problem, std::int32_t quantMax)
{
    if (problem.isZero() || !isSortable(problem, quantMax))
        return plainMseAffine(problem, quantMax);
    const std::vector<float> values = nonZero(problem.values);
    const SortedMeasure sorted(values);
    const RangeProblem quick{sorted, problem.lowest, problem.highest, values};
    AffineSearch search(quick, quantMax);
    const AffineRange found = search.run();
    if (!(search.error() >= kResolvedError * sorted.squares()))
        return plainMseAffine(problem, quantMax);
    // Rounding must not make it worse than what it is promised not to be worse than.
    const auto errorOf = [&](const AffineRange &range) {
        return problem.measure.error(range.scale, affineLimits(quantMax, range.zeroPoint));
    };
    const AffineRange minMax = minMaxAffine(problem.lowest, problem.highest, quantMax);
    return errorOf(minMax) < errorOf(found) ? minMax : found;
}

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#include "quant/scale_search.h"

#include <algorithm>

namespace quantloupe {

namespace {

/// Up to this many values times levels every zero point is searched.
constexpr double kExhaustive = 1024;
constexpr int kMovesPerStep = 8;

struct Candidate
{
    AffineRange range;
    double error = 0;
};

class AffineSearch
{
public:
    AffineSearch(const RangeProblem &problem, std::int32_t quantMax)
        : m_problem(problem), m_quantMax(quantMax)
    {
        m_best.range = minMaxAffine(problem.lowest, problem.highest, quantMax);
        m_best.error = error(m_best.range);
    }

    AffineRange run()
    {
        const double work = static_cast<double>(m_problem.values.size()) * m_quantMax;
        if (m_quantMax <= 3 || (work > 0 && work <= kExhaustive))
            searchEveryZeroPoint();
        else
            searchByPattern();
        return m_best.range;
    }

private:
    double error(AffineRange range) const
    {
        return m_problem.measure.error(range.scale, affineLimits(m_quantMax, range.zeroPoint));
    }

    bool offer(ScaleSample sample, std::int32_t zeroPoint)
    {
        if (!(sample.error < m_best.error))
            return false;
        m_best = {{sample.scale, zeroPoint}, sample.error};
        return true;
    }

    ScaleSearch searchAt(std::int32_t zeroPoint) const
    {
        return {m_problem, affineLimits(m_quantMax, zeroPoint)};
    }

    float usableAt(double scale, std::int32_t zeroPoint) const
    {
        return usableScale(scale, affineLimits(m_quantMax, zeroPoint));
    }

    void searchEveryZeroPoint()
    {
        const float scale = m_best.range.scale;
        for (std::int32_t zeroPoint = 0; zeroPoint <= m_quantMax; ++zeroPoint)
            offer(searchAt(zeroPoint).run(usableAt(scale, zeroPoint)), zeroPoint);
    }

    /// Both ends shrink together, then one at a time with ever smaller steps of the zero point.
    void searchByPattern()
    {
        const std::int32_t first = m_best.range.zeroPoint;
        offer(searchAt(first).run(m_best.range.scale), first);
        for (std::int32_t step = (m_quantMax + 1) / 4; step > 0; step /= 2)
            for (int move = 0; move < kMovesPerStep && moveZeroPoint(step); ++move)
                ;
        const std::int32_t centre = m_best.range.zeroPoint;
        const float scale = m_best.range.scale;
        for (const std::int32_t zeroPoint : {centre, centre - 1, centre + 1})
            if (zeroPoint >= 0 && zeroPoint <= m_quantMax)
                offer(searchAt(zeroPoint).refine(usableAt(scale, zeroPoint)), zeroPoint);
    }

    bool moveZeroPoint(std::int32_t step)
    {
        const AffineRange from = m_best.range;
        bool moved = false;
        for (const std::int32_t zeroPoint : {from.zeroPoint - step, from.zeroPoint + step}) {
            if (zeroPoint < 0 || zeroPoint > m_quantMax)
                continue;
            const double keepsLowest = double(from.zeroPoint) / std::max(1, zeroPoint);
            const double keepsHighest =
                double(m_quantMax - from.zeroPoint) / std::max(1, m_quantMax - zeroPoint);
            for (const double factor : {keepsLowest, keepsHighest, 1.0}) {
                const float scale = usableAt(from.scale * factor, zeroPoint);
                moved |= offer({scale, error({scale, zeroPoint})}, zeroPoint);
            }
        }
        return moved;
    }

    const RangeProblem &m_problem;
    std::int32_t m_quantMax;
    Candidate m_best;
};

} // namespace

AffineRange mseAffine(const RangeProblem &problem, std::int32_t quantMax)
{
    return problem.isZero() ? AffineRange{} : AffineSearch(problem, quantMax).run();
}

} // namespace quantloupe

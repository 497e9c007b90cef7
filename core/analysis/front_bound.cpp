// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/front_bound.h"

#include <utility>
#include <vector>

namespace quantloupe {

namespace {

class FrontBoundSearch
{
public:
    FrontBoundSearch(std::size_t points, const FrontLimit &limit, const PointMeasure &measure,
                     const Deadline &deadline)
        : m_limit(limit), m_measure(measure), m_deadline(deadline), m_points(points)
    {
    }

    FrontBoundResult search()
    {
        const std::size_t last = m_points.size() - 1;
        if (isWithin(last)) {
            bisect(last);
            if (!followsCosts())
                scanCheaper();
        } else {
            descendTo(last);
            scanCheaper();
        }
        return m_result;
    }

private:
    struct Point
    {
        bool isMeasured = false;
        std::optional<double> value;
    };

    bool isWithin(std::size_t index)
    {
        Point &point = m_points[index];
        if (!point.isMeasured)
            point = {true, m_measure(index)};
        const bool isKept = point.value && m_limit.keeps(*point.value);
        if (isKept && (!m_result.cheapest || index < *m_result.cheapest))
            m_result.cheapest = index;
        return isKept;
    }

    /// A point that is measured takes no time.
    bool goesOn(std::size_t index)
    {
        if (!m_points[index].isMeasured && m_deadline.isOver())
            m_result.isFinished = false;
        return m_result.isFinished;
    }

    /// Between a point that keeps the limit and the cheapest one.
    void bisect(std::size_t meeting)
    {
        std::size_t first = 0;
        while (first < meeting) {
            const std::size_t middle = first + (meeting - first) / 2;
            if (!goesOn(middle))
                return;
            if (isWithin(middle))
                meeting = middle;
            else
                first = middle + 1;
        }
    }

    /// Dearer ones are more likely to keep the limit: one of them is an answer until there is a
    /// cheaper one.
    void descendTo(std::size_t end)
    {
        for (std::size_t i = end; i > 0 && !m_result.cheapest; --i) {
            if (!goesOn(i - 1))
                return;
            isWithin(i - 1);
        }
    }

    void scanCheaper()
    {
        for (std::size_t i = 0; m_result.cheapest && i < *m_result.cheapest; ++i) {
            if (!goesOn(i))
                return;
            isWithin(i);
        }
    }

    /// No measured point is better than a dearer one.
    bool followsCosts() const
    {
        std::optional<double> best;
        for (const Point &point : m_points) {
            if (!point.value)
                continue;
            if (best && m_limit.isBetter(*best, *point.value))
                return false;
            best = point.value;
        }
        return true;
    }

    FrontLimit m_limit;
    const PointMeasure &m_measure;
    const Deadline &m_deadline;
    std::vector<Point> m_points;
    FrontBoundResult m_result;
};

} // namespace

FrontBoundResult cheapestWithin(std::size_t points, const FrontLimit &limit,
                                const PointMeasure &measure, const Deadline &deadline)
{
    return FrontBoundSearch(points, limit, measure, deadline).search();
}

} // namespace quantloupe

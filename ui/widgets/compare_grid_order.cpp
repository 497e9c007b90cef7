// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare_grid.h"
#include "widgets/compare_text.h"

#include <limits>

namespace quantloupe {

namespace {

/// Identical pictures and those that are missing come last, ones that are no numbers first.
double sortingDistance(const SamplePair *pair)
{
    if (!pair || pair->errorEnergy == 0)
        return std::numeric_limits<double>::infinity();
    if (isNotFinite(*pair))
        return -std::numeric_limits<double>::infinity();
    return pair->psnr.value_or(std::numeric_limits<double>::max());
}

} // namespace

void CompareGrid::setConfigurations(const QStringList &names)
{
    m_names = names;
    m_cache.setConfigurations(int(names.size()));
    relayout();
    refreshReadout();
}

void CompareGrid::rename(const QStringList &names)
{
    m_names = names;
    relayout();
    refreshReadout();
}

void CompareGrid::rearrange(const std::vector<int> &from)
{
    std::vector<Staleness> stale;
    for (const int position : from)
        stale.push_back(position < 0 ? Staleness::All : m_stale[position]);
    m_cache.rearrange(from);
    m_stale = stale;
    m_order.reset(m_cache.count());
    relayout();
    refreshReadout();
}

void CompareGrid::setPinnedCount(int count)
{
    m_pinned = count;
    viewport()->update();
}

void CompareGrid::sort(bool worstFirst)
{
    m_order.reset(m_cache.count());
    if (worstFirst) {
        std::vector<double> distances;
        for (int position = 0; position < m_cache.count(); ++position)
            distances.push_back(sortingDistance(pair(position)));
        m_order.sortBy(distances, m_pinned);
    }
    viewport()->update();
    ensureVisible(m_current);
    refreshReadout();
}

} // namespace quantloupe

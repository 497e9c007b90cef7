// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare_grid.h"
#include "widgets/compare_view.h"

#include <utility>

namespace quantloupe {

void CompareView::showLarge()
{
    if (m_mode == CompareMode::Grid || current() < 0)
        return;
    QList<const SamplePair *> pairs;
    for (int configuration = 0; configuration < int(m_names.size()); ++configuration)
        pairs.append(between() ? between(configuration) : pair(current(), configuration));
    LatentTitle title;
    if (!between() && pair(current()))
        title = {m_grid->sampleName(current()), current() < m_pinned};
    m_large->setPairs(pairs, m_names, title);
    dimLarge();
}

void CompareView::dimLarge()
{
    Staleness staleness = Staleness::None;
    if (between() && m_grid->dims())
        staleness = m_betweenStaleness;
    else if (!between() && current() >= 0 && current() < m_count)
        staleness = m_grid->dimmed(current());
    m_large->setDimmed(staleness);
}

const SamplePair *CompareView::between(int configuration) const
{
    const bool isKnown = configuration >= 0 && configuration < int(m_between.size());
    return isKnown && m_between[configuration] ? &*m_between[configuration] : nullptr;
}

void CompareView::showBetween(std::vector<std::optional<SamplePair>> pairs, const QString &place)
{
    m_place = place;
    m_between = std::move(pairs);
    m_betweenStaleness = Staleness::None;
    showLarge();
}

void CompareView::endBetween()
{
    if (m_between.empty())
        return;
    m_between.clear();
    showLarge();
}

} // namespace quantloupe

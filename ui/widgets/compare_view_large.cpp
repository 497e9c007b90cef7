// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare_grid.h"
#include "widgets/compare_view.h"

namespace quantloupe {

void CompareView::showLarge()
{
    if (m_mode == CompareMode::Grid || current() < 0)
        return;
    QList<const SamplePair *> pairs;
    if (m_between)
        pairs.append(&*m_between);
    for (int configuration = 0; !m_between && configuration < int(m_names.size()); ++configuration)
        pairs.append(pair(current(), configuration));
    const bool isBetween = m_between || !pair(current());
    m_large->setPairs(pairs, m_names,
                      isBetween ? QString() : QString::number(pair(current())->sample.index));
    dimLarge();
}

void CompareView::dimLarge()
{
    const bool isStale = m_between
                             ? m_betweenIsStale && m_grid->dims()
                             : current() >= 0 && current() < m_count && m_grid->isDimmed(current());
    m_large->setDimmed(isStale);
}

void CompareView::showBetween(const SamplePair &pair)
{
    m_between = pair;
    m_betweenIsStale = false;
    showLarge();
}

void CompareView::endBetween()
{
    if (!m_between)
        return;
    m_between.reset();
    showLarge();
}

} // namespace quantloupe

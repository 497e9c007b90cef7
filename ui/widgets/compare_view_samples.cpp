// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare_footer.h"
#include "widgets/compare_grid.h"
#include "widgets/compare_view.h"

#include <algorithm>

namespace quantloupe {

namespace {

/// -1 if it is not there.
int indexOf(const std::vector<SampleRef> &samples, const SampleRef &sample)
{
    const auto found = std::ranges::find(samples, sample);
    return found == samples.end() ? -1 : int(found - samples.begin());
}

} // namespace

void CompareView::setConfigurations(const QStringList &names)
{
    m_names = names;
    m_grid->setConfigurations(names);
    if (m_between.size() > 1)
        m_between.resize(1);
    showLarge();
}

void CompareView::rename(const QStringList &names)
{
    m_names = names;
    m_grid->rename(names);
    showLarge();
}

/// Where the pair of each sample stands now. Pictures of other latents stay, dimmed, where nothing
/// better is there yet.
std::vector<int> CompareView::origins(const std::vector<SampleRef> &samples) const
{
    std::vector<int> from;
    for (const SampleRef &sample : samples)
        from.push_back(indexOf(m_samples, sample));
    for (int position = 0; position < std::min(m_count, int(from.size())); ++position)
        if (from[position] < 0 && std::ranges::count(from, position) == 0)
            from[position] = position;
    return from;
}

void CompareView::setSamples(const std::vector<SampleRef> &samples, int pinned)
{
    if (samples == m_samples && pinned == m_pinned)
        return;
    const std::vector<int> from = origins(samples);
    const int moved = current() < 0 || current() >= int(m_samples.size())
                          ? -1
                          : indexOf(samples, m_samples[current()]);
    m_samples = samples;
    m_pinned = pinned;
    m_count = int(samples.size());
    m_grid->setPinnedCount(pinned);
    m_grid->rearrange(from);
    setCurrent(moved >= 0 ? moved : std::min(std::max(0, current()), m_count - 1));
    if (m_worstFirst)
        m_grid->sort(true);
    showLarge();
}

void CompareView::setSeed(std::optional<std::uint64_t> seed)
{
    m_grid->setSeed(seed);
    showLarge();
}

void CompareView::setWorstFirst(bool worstFirst)
{
    m_worstFirst = worstFirst;
    m_grid->sort(worstFirst);
    m_footer->setWorstFirst(worstFirst);
}

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/statistics_memo.h"

#include <utility>

namespace quantloupe {

namespace {

/// Each is a few kilobytes.
constexpr std::size_t kMost = 4096;

} // namespace

StatisticsMemo::Statistics StatisticsMemo::find(std::uint64_t key) const
{
    const std::lock_guard lock(m_mutex);
    const auto known = m_known.find(key);
    return known == m_known.end() ? nullptr : known->second;
}

void StatisticsMemo::insert(std::uint64_t key, Statistics statistics)
{
    const std::lock_guard lock(m_mutex);
    if (m_known.size() >= kMost)
        m_known.clear();
    m_known.insert_or_assign(key, std::move(statistics));
}

} // namespace quantloupe

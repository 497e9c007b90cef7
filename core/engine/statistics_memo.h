// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/channel_statistics.h"

#include <cstdint>
#include <memory>
#include <mutex>
#include <unordered_map>

namespace quantloupe {

/// The channel statistics of layer outputs and norm inputs, by what they depend on, so that an edit
/// of a layer leaves what lies before it. Thread-safe.
class StatisticsMemo
{
public:
    using Statistics = std::shared_ptr<const ChannelStatistics>;

    /// Null for unknown ones.
    Statistics find(std::uint64_t key) const;
    void insert(std::uint64_t key, Statistics statistics);

private:
    mutable std::mutex m_mutex;
    std::unordered_map<std::uint64_t, Statistics> m_known;
};

} // namespace quantloupe

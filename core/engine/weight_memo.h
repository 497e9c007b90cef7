// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/weight_cache.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>

namespace quantloupe {

/// Weights that took long to find, by what they depend on, under a byte budget; null is a finding,
/// too. Thread-safe.
class WeightMemo
{
public:
    using Weight = std::shared_ptr<const QuantizedWeight>;

    /// Empty for an unknown key.
    std::optional<Weight> find(std::uint64_t key) const;
    /// Forgets all others where there is no room.
    void insert(std::uint64_t key, Weight weight);

private:
    mutable std::mutex m_mutex;
    std::size_t m_bytes = 0;
    std::map<std::uint64_t, Weight> m_known;
};

/// What was made of `weight`, for executors and reports.
WeightMemo::Weight quantizedWeight(const at::Tensor &weight, const QuantizedTensor &quantized);

} // namespace quantloupe

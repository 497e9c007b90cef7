// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/network_rewrite.h"
#include "engine/weight_memo.h"

#include <cstdint>

namespace quantloupe {

/// Rewritten weights, quantized, by layer, factors and setting. Thread-safe.
class RewrittenWeights
{
public:
    /// The layer's weight is rewritten and quantized.
    WeightMemo::Weight get(const CorrectionTask &task, const NetworkRewrite &network,
                           std::size_t layer);
    /// What tells the quantized weight from others in cache keys; never 0.
    static std::uint64_t keyOf(const CorrectionTask &task, const NetworkRewrite &network,
                               std::size_t layer);

private:
    WeightMemo m_known;
};

} // namespace quantloupe

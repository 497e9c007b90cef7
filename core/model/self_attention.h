// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/archive/state_dict.h"
#include "model/module_items.h"
#include "model/source_writer.h"

#include <string>
#include <vector>

namespace quantloupe {

/// Attention over all positions of a map (Zhang et al. 2019, section 3): projections by 1x1
/// convolutions, the result times a learned factor added to the map.
struct SelfAttention
{
    std::string prefix;
    ModuleItem query;
    ModuleItem key;
    ModuleItem value;
    /// Convolves the attended values; without a shape where there is none.
    ModuleItem output;
    /// The factor: one value.
    std::string factor;
    /// Keys and values are max-pooled by 2.
    bool pooled = false;

    std::int64_t channels() const { return query.shape.at(1); }
};

/// Takes the tensors of all self-attention modules, under either of the names published code gives
/// them, out of `dict`. Throws Error{Unsupported} naming a tensor that is missing or does not fit.
std::vector<SelfAttention> takeSelfAttention(StateDict &dict);

/// Attends to the running value, a map of `side` x `side`. What depends on data alone (scores,
/// softmax, weighted sum) has no weight and stays float.
void writeSelfAttention(SourceWriter &writer, const SelfAttention &attention, std::int64_t side);

} // namespace quantloupe

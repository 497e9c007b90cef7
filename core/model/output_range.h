// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/sampling_plan.h"
#include "model/graph_preparation.h"

namespace quantloupe {

struct GuessedRange
{
    ValueRange range;
    /// One sentence.
    std::string reason;
};

/// What black and white are in the network's output: by its last operation where that bounds the
/// values (tanh, sigmoid), else by the values of one output.
GuessedRange guessOutputRange(const PreparedGraph &prepared, const at::Tensor &output);

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/config_problem.h"

namespace quantloupe {

/// Throws Error{BadInput} where the target of the rules takes no setting that this layer may get,
/// but would with other methods or with another granularity, which the sentence names. Does nothing
/// without a target, and for a locked layer.
void requireTargetChoice(const SearchRules &rules, const LayerInfo &layer);

} // namespace quantloupe

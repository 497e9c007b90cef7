// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/search_problem.h"

#include <vector>

namespace quantloupe {

/// Another option for one group, and what that changes.
struct SearchMove
{
    OptionRef to;
    std::int64_t cost = 0;
    double error = 0;
};

/// All allowed moves from a choice, cross terms included, in the order of groups and options.
std::vector<SearchMove> movesFrom(const SearchProblem &problem,
                                  const std::vector<std::size_t> &choice);

} // namespace quantloupe

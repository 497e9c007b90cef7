// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/bit_search.h"

#include <string>

namespace quantloupe {

/// Partial choices of the knapsack that the text of a search holds at most. Of more than that, the
/// first levels are written, and the rest is found again.
inline constexpr std::size_t kMostWrittenNodes = std::size_t{1} << 20;

/// A paused search as JSON. Costs and errors are not in it: they are those of the problem.
std::string toJson(const BitSearchState &state);
/// Throws Error{BadInput} that names `source` where the text is no state or does not fit the
/// problem, which has cross terms as far as the search counts them.
BitSearchState parseBitSearchState(const std::string &text, const SearchProblem &problem,
                                   const std::string &source);

/// The same for searches that belong together.
std::string toJson(const BitSearchStates &states);
BitSearchStates parseBitSearchStates(const std::string &text, const SearchProblem &problem,
                                     const std::string &source);

} // namespace quantloupe

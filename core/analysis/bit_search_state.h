// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/bit_search.h"

#include <string>

namespace quantloupe {

/// A paused search as JSON; errors are written so that they are read to the last bit.
std::string toJson(const BitSearchState &state);
/// Throws Error{BadInput} that names `source` where the text is no state or does not fit the
/// problem.
BitSearchState parseBitSearchState(const std::string &text, const SearchProblem &problem,
                                   const std::string &source);

} // namespace quantloupe

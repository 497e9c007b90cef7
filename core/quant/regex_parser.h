// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quant/name_regex.h"

namespace quantloupe {

/// The automaton of a regular expression; throws as NameRegex does.
std::vector<NameRegex::State> parseRegex(const std::string &text);

} // namespace quantloupe

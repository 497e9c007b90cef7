// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/sensitivity.h"

#include <nlohmann/json_fwd.hpp>

#include <string_view>

namespace quantloupe {

/// `cells`, `ranking`, `redundancy` and `sketch` of `sensitivity`'s answer (CLI.md), and what the
/// numbers hang on. A cell of it is over all repeats; `measurements` holds each by itself.
nlohmann::ordered_json sensitivityJson(const SensitivityReport &report);

/// One measured cell on one line, to be kept, and back: numbers are read to the last bit. Layer,
/// site and bit-width are for readers; what counts is key and value. Throws Error{BadInput} if the
/// line is none.
std::string cellLine(const SensitivityCell &cell);
SensitivityCell parseCellLine(std::string_view line);

} // namespace quantloupe

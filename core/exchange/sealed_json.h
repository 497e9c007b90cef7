// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <string>

namespace quantloupe {

/// A configuration's text with "sha256" of its canonical form (sorted keys, no spaces, without
/// "provenance") as the last key; ends in a line feed.
std::string sealedJson(nlohmann::ordered_json json);

} // namespace quantloupe

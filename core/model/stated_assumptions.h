// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <string>

namespace quantloupe {

/// What a file of weights says about its network beyond the tensors, by the keys of --assume:
/// values only, never code. Stored as a JSON object of texts in the metadata of safetensors.
using StatedAssumptions = std::map<std::string, std::string>;

inline constexpr const char *kStatedAssumptionsKey = "quantloupe.assumptions";

std::string toMetadata(const StatedAssumptions &assumptions);

/// Empty for a file of another kind, without such metadata, or with anything else in it.
/// Throws Error{Io} if the file cannot be read, Error{BadInput} if its header is damaged.
StatedAssumptions readStatedAssumptions(const std::filesystem::path &path);

} // namespace quantloupe

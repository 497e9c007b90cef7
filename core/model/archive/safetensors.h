// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/archive/stored_tensor.h"

#include <cstddef>
#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace quantloupe {

/// All tensors in the order of their data. Checks as the format's own reader does: the header has
/// at most 100 MB, each tensor's range has the size of its shape and type, and the ranges fill the
/// rest of the file without overlap or hole. Throws Error{BadInput|Unsupported|Io}.
std::vector<StoredTensor> readSafetensors(const std::filesystem::path &path);

/// The same from memory; `file` is the name used in messages.
std::vector<StoredTensor> readSafetensors(std::span<const std::byte> bytes,
                                          const std::string &file);

/// The texts of `__metadata__`; empty where the file has none. Throws as above.
std::map<std::string, std::string> readSafetensorsMetadata(const std::filesystem::path &path);
std::map<std::string, std::string> readSafetensorsMetadata(std::span<const std::byte> bytes,
                                                           const std::string &file);

/// Whether the bytes start as a safetensors file does; a cut one counts.
bool looksLikeSafetensors(std::span<const std::byte> bytes);

} // namespace quantloupe

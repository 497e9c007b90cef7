// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <string>

namespace quantloupe {

/// The key of a safetensors file's metadata that says what the file is, and what it says of a
/// generator with packed weights (exchange/packed_file.h), which is no state dict.
inline constexpr const char *kFormatKey = "format";
inline constexpr const char *kPackedFormat = "quantloupe-packed";

/// Whether a file's bytes are such a generator; `file` is the name used in messages. Throws
/// Error{BadInput} for a damaged safetensors header.
bool isPackedGenerator(std::span<const std::byte> bytes, const std::string &file);

} // namespace quantloupe

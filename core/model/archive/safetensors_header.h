// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/archive/stored_tensor.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quantloupe {

struct SafetensorsEntry
{
    std::string name;
    DType type = DType::Float32;
    std::vector<std::int64_t> shape;
    /// Bytes of the data section; end - begin fits shape and type.
    std::uint64_t begin = 0;
    std::uint64_t end = 0;
};

/// The entries sorted by their data, `__metadata__` left out. Throws Error{BadInput|Unsupported}.
std::vector<SafetensorsEntry> parseSafetensorsHeader(std::string_view json,
                                                     const std::string &file);

/// The texts of `__metadata__`; anything but a text is left out. Throws Error{BadInput}.
std::map<std::string, std::string> parseSafetensorsMetadata(std::string_view json,
                                                            const std::string &file);

/// "F32" and so on, as the format writes element types.
std::string_view safetensorsName(DType type);
std::optional<DType> findSafetensorsType(std::string_view name);

} // namespace quantloupe

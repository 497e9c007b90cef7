// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/archive/packed_format.h"
#include "model/archive/stored_tensor.h"

#include <cstring>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace quantloupe {

/// What a packed file calls the parts of a layer.
inline constexpr const char *kCodes = ".weight.codes";
inline constexpr const char *kScale = ".weight.scale";
inline constexpr const char *kZeroPoint = ".weight.zero_point";
inline constexpr const char *kLevels = ".weight.levels";
inline constexpr const char *kInputScale = ".input.scale";
inline constexpr const char *kInputZeroPoint = ".input.zero_point";
/// Keys of its metadata, beside kFormatKey.
inline constexpr const char *kConfigurationKey = "configuration";
/// {"LAYER": groups} of the transposed convolutions that have several.
inline constexpr const char *kGroupsKey = "groups";

inline StoredTensor floatTensor(std::string name, std::vector<std::int64_t> shape,
                                std::span<const float> values)
{
    const auto bytes = std::as_bytes(values);
    return {std::move(name), DType::Float32, std::move(shape), {bytes.begin(), bytes.end()}};
}

inline StoredTensor byteTensor(std::string name, std::vector<std::int64_t> shape,
                               std::vector<std::byte> bytes)
{
    return {std::move(name), DType::UInt8, std::move(shape), std::move(bytes)};
}

} // namespace quantloupe

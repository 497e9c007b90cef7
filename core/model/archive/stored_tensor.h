// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace quantloupe {

enum class DType { Float64, Float32, Float16, BFloat16, Int64, Int32, Int16, Int8, UInt8, Bool };

std::size_t bytesPerElement(DType type);
std::string_view name(DType type);
bool isFloatingPoint(DType type);

/// A tensor as a file holds it: row-major, contiguous, little-endian, in its stored type.
/// Invariant: bytes.size() == elements * bytesPerElement(type).
struct StoredTensor
{
    std::string name;
    DType type = DType::Float32;
    std::vector<std::int64_t> shape;
    std::vector<std::byte> bytes;

    std::int64_t elementCount() const;
    /// The values as float32, whatever the stored type (float16 and bfloat16 exactly).
    std::vector<float> toFloat() const;
};

/// The number of elements of `shape`; -1 if a size is negative or the product leaves 63 bits.
std::int64_t checkedElementCount(const std::vector<std::int64_t> &shape);

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/archive/stored_tensor.h"

#include <bit>
#include <cstring>

namespace quantloupe {

namespace {

float halfToFloat(std::uint16_t half)
{
    const std::uint32_t sign = static_cast<std::uint32_t>(half & 0x8000u) << 16;
    std::uint32_t exponent = (half >> 10) & 0x1fu;
    std::uint32_t mantissa = half & 0x3ffu;
    if (exponent == 0 && mantissa != 0) {
        // A subnormal half is a normal float: shift until the hidden bit appears.
        exponent = 1;
        while ((mantissa & 0x400u) == 0) {
            mantissa <<= 1;
            --exponent;
        }
        mantissa &= 0x3ffu;
    } else if (exponent == 0) {
        return std::bit_cast<float>(sign);
    } else if (exponent == 31) {
        return std::bit_cast<float>(sign | 0x7f800000u | (mantissa << 13));
    }
    return std::bit_cast<float>(sign | ((exponent + 112u) << 23) | (mantissa << 13));
}

float bfloat16ToFloat(std::uint16_t value)
{
    return std::bit_cast<float>(static_cast<std::uint32_t>(value) << 16);
}

template <typename Stored, typename Convert>
std::vector<float> decode(const std::vector<std::byte> &bytes, Convert convert)
{
    std::vector<float> values(bytes.size() / sizeof(Stored));
    for (std::size_t i = 0; i < values.size(); ++i) {
        Stored stored;
        std::memcpy(&stored, bytes.data() + i * sizeof(Stored), sizeof(Stored));
        values[i] = convert(stored);
    }
    return values;
}

template <typename Stored> std::vector<float> decodeNumber(const std::vector<std::byte> &bytes)
{
    return decode<Stored>(bytes, [](Stored value) { return static_cast<float>(value); });
}

} // namespace

std::size_t bytesPerElement(DType type)
{
    switch (type) {
    case DType::Float64:
    case DType::Int64:
        return 8;
    case DType::Float32:
    case DType::Int32:
        return 4;
    case DType::Float16:
    case DType::BFloat16:
    case DType::Int16:
        return 2;
    case DType::Int8:
    case DType::UInt8:
    case DType::Bool:
        return 1;
    }
    return 0;
}

std::string_view name(DType type)
{
    switch (type) {
    case DType::Float64:
        return "float64";
    case DType::Float32:
        return "float32";
    case DType::Float16:
        return "float16";
    case DType::BFloat16:
        return "bfloat16";
    case DType::Int64:
        return "int64";
    case DType::Int32:
        return "int32";
    case DType::Int16:
        return "int16";
    case DType::Int8:
        return "int8";
    case DType::UInt8:
        return "uint8";
    case DType::Bool:
        return "bool";
    }
    return {};
}

bool isFloatingPoint(DType type)
{
    return type == DType::Float64 || type == DType::Float32 || type == DType::Float16 ||
           type == DType::BFloat16;
}

std::int64_t StoredTensor::elementCount() const
{
    return checkedElementCount(shape);
}

std::vector<float> StoredTensor::toFloat() const
{
    switch (type) {
    case DType::Float64:
        return decodeNumber<double>(bytes);
    case DType::Float32:
        return decodeNumber<float>(bytes);
    case DType::Float16:
        return decode<std::uint16_t>(bytes, halfToFloat);
    case DType::BFloat16:
        return decode<std::uint16_t>(bytes, bfloat16ToFloat);
    case DType::Int64:
        return decodeNumber<std::int64_t>(bytes);
    case DType::Int32:
        return decodeNumber<std::int32_t>(bytes);
    case DType::Int16:
        return decodeNumber<std::int16_t>(bytes);
    case DType::Int8:
        return decodeNumber<std::int8_t>(bytes);
    case DType::UInt8:
        return decodeNumber<std::uint8_t>(bytes);
    case DType::Bool:
        return decode<std::uint8_t>(bytes, [](std::uint8_t v) { return v != 0 ? 1.0F : 0.0F; });
    }
    return {};
}

std::int64_t checkedElementCount(const std::vector<std::int64_t> &shape)
{
    std::int64_t count = 1;
    bool empty = false;
    bool overflow = false;
    for (const std::int64_t size : shape) {
        if (size < 0)
            return -1;
        empty = empty || size == 0;
        overflow = overflow || __builtin_mul_overflow(count, size, &count);
    }
    if (empty)
        return 0;
    return overflow ? -1 : count;
}

} // namespace quantloupe

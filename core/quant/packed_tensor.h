// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quant/quantized_tensor.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace quantloupe {

/// A quantized weight in as many bytes as weightBytes() says (size_report.h), from which its codes
/// and values follow again.
struct PackedTensor
{
    WeightSpec spec;
    /// QuantizedTensor::layout.
    ChannelLayout layout;
    /// spec.bits each, in the order of the weights, from the lowest bit of the first byte on:
    /// code - quantMin, and of Binary 1 for +1.
    std::vector<std::byte> codes;
    /// One a scale; empty for a method with a codebook.
    std::vector<float> scale;
    /// ceil(bits / 8) bytes a scale, the lowest first; empty for a symmetric mapping.
    std::vector<std::byte> zeroPoint;
    /// What the codebook of each scale follows from: its levels (KMeans), the first and the last of
    /// even ones (Em), or the highest (Tanh: even from its negative; Log: powers of two below it).
    std::vector<float> levels;

    std::int64_t bytes() const;
    bool operator==(const PackedTensor &) const = default;
};

/// ceil(bits / 8).
std::int64_t bytesOfCode(int bits);

/// Numbers packed() takes for the codebook of one scale; 0 for a method without one.
std::int64_t packedLevels(const WeightSpec &spec);

/// `tensor` is not float.
PackedTensor packed(const QuantizedTensor &tensor);

/// The inverse: spec, layout, codes, scales, zero points, codebook and code range as they were, and
/// values equal to those before, where a negative zero has become a positive one. Throws
/// Error{BadInput} if the parts do not have the sizes of spec and layout.
QuantizedTensor unpacked(const PackedTensor &packed);

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#include "quant/packed_tensor.h"

#include "base/error.h"
#include "quant/channel_view.h"
#include "quant/code_limits.h"
#include "quant/codebook.h"
#include "quant/even_levels.h"
#include "quant/packed_codes.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace quantloupe {

namespace {

constexpr int kByteBits = 8;

bool isAsymmetric(const WeightSpec &spec)
{
    return hasMapping(spec.method) && spec.mapping == MappingType::Asymmetric;
}

/// What stands for the lowest code is 0.
std::uint32_t packedCode(const QuantizedTensor &tensor, std::int32_t code)
{
    const std::int32_t above = code - tensor.quantMin;
    return static_cast<std::uint32_t>(tensor.spec.method == WeightMethod::Binary ? above / 2
                                                                                 : above);
}

std::int32_t codeOf(const QuantizedTensor &tensor, std::uint32_t number)
{
    const auto above = static_cast<std::int32_t>(number);
    return tensor.quantMin + (tensor.spec.method == WeightMethod::Binary ? 2 * above : above);
}

/// Of the numbers from packed() on, for one scale.
std::vector<float> levelsToKeep(const WeightSpec &spec, std::span<const float> codebook)
{
    switch (spec.method) {
    case WeightMethod::KMeans:
        return {codebook.begin(), codebook.end()};
    case WeightMethod::Extremes:
    case WeightMethod::Em:
        return {codebook.front(), codebook.back()};
    default:
        return {codebook.back()};
    }
}

std::vector<float> evenCodebook(float first, float last, std::size_t count)
{
    const std::vector<double> levels = evenLevels(first, last, count);
    std::vector<float> codebook(count);
    std::ranges::transform(levels, codebook.begin(), finiteFloat);
    return codebook;
}

/// +-2^highest and smaller powers of two, as quantizeLogChannel() makes them.
std::vector<float> powers(float highest, std::size_t count)
{
    std::vector<float> codebook(count, 0.0F);
    if (highest == 0)
        return codebook;
    int exponent = 0;
    // The greatest float stands for 2^128, which is none.
    const bool isPower = std::frexp(highest, &exponent) == 0.5F;
    exponent -= isPower ? 1 : 0;
    for (std::size_t i = 0; i < count / 2; ++i) {
        const float level = finiteFloat(std::ldexp(1.0, exponent - static_cast<int>(i)));
        codebook[count - 1 - i] = level;
        codebook[i] = -level;
    }
    return codebook;
}

std::vector<float> codebookOf(const WeightSpec &spec, std::span<const float> kept)
{
    const std::size_t count = std::size_t{1} << spec.bits;
    switch (spec.method) {
    case WeightMethod::KMeans:
        return {kept.begin(), kept.end()};
    case WeightMethod::Extremes:
    case WeightMethod::Em:
        return evenCodebook(kept[0], kept[1], count);
    case WeightMethod::Tanh:
        return evenCodebook(-kept[0], kept[0], count);
    default:
        return powers(kept[0], count);
    }
}

void setCodeRange(QuantizedTensor &tensor)
{
    const WeightSpec &spec = tensor.spec;
    if (hasCodebook(spec.method) || isAsymmetric(spec)) {
        tensor.quantMax = affineQuantMax(spec.bits);
    } else if (hasRange(spec.method)) {
        const CodeLimits limits = symmetricLimits(spec.bits, spec.range);
        tensor.quantMin = -limits.below;
        tensor.quantMax = limits.above;
    } else {
        tensor.quantMin = -1;
        tensor.quantMax = 1;
    }
}

void requireSizes(const PackedTensor &packed)
{
    const auto scales = static_cast<std::size_t>(packed.layout.scaleCount());
    const auto elements = static_cast<std::size_t>(packed.layout.elementCount());
    const bool isTable = hasCodebook(packed.spec.method);
    const auto levels = static_cast<std::size_t>(packedLevels(packed.spec));
    const std::size_t codes = (elements * static_cast<std::size_t>(packed.spec.bits) + 7) / 8;
    const auto zeroPoints = isAsymmetric(packed.spec)
                                ? scales * static_cast<std::size_t>(bytesOfCode(packed.spec.bits))
                                : 0;
    if (packed.spec.isFloat() || packed.codes.size() != codes ||
        packed.scale.size() != (isTable ? 0 : scales) || packed.levels.size() != scales * levels ||
        packed.zeroPoint.size() != zeroPoints)
        throw Error(ErrorKind::BadInput, "A packed weight has not the sizes of its setting " +
                                             toText(packed.spec) +
                                             "; it was damaged, export it again.");
}

void lookUpValues(QuantizedTensor &tensor)
{
    const auto levels = static_cast<std::size_t>(tensor.levelCount());
    for (std::int64_t s = 0; s < tensor.layout.scaleCount(); ++s) {
        const auto at = static_cast<std::size_t>(s);
        const float *table =
            tensor.codebook.empty() ? nullptr : tensor.codebook.data() + at * levels;
        forEachRun(tensor.layout, s, [&](std::int64_t offset, std::int64_t length) {
            for (std::int64_t i = offset; i < offset + length; ++i) {
                const std::int32_t code = tensor.codes[static_cast<std::size_t>(i)];
                tensor.values[static_cast<std::size_t>(i)] =
                    table ? table[code]
                          : tensor.scale[at] * static_cast<float>(code - tensor.zeroPoint[at]);
            }
        });
    }
}

} // namespace

std::int64_t bytesOfCode(int bits)
{
    return (bits + kByteBits - 1) / kByteBits;
}

std::int64_t packedLevels(const WeightSpec &spec)
{
    if (!hasCodebook(spec.method))
        return 0;
    if (spec.method == WeightMethod::KMeans)
        return std::int64_t{1} << spec.bits;
    return hasFreeEnds(spec.method) ? 2 : 1;
}

std::int64_t PackedTensor::bytes() const
{
    return static_cast<std::int64_t>(codes.size() + zeroPoint.size() +
                                     (scale.size() + levels.size()) * sizeof(float));
}

PackedTensor packed(const QuantizedTensor &tensor)
{
    PackedTensor packed{tensor.spec, tensor.layout, {}, {}, {}, {}};
    std::vector<std::uint32_t> numbers(tensor.codes.size());
    std::ranges::transform(tensor.codes, numbers.begin(),
                           [&](std::int32_t code) { return packedCode(tensor, code); });
    packed.codes = packBits(numbers, tensor.spec.bits);
    if (!hasCodebook(tensor.spec.method))
        packed.scale = tensor.scale;
    if (isAsymmetric(tensor.spec))
        for (const std::int32_t zeroPoint : tensor.zeroPoint)
            for (std::int64_t byte = 0; byte < bytesOfCode(tensor.spec.bits); ++byte)
                packed.zeroPoint.push_back(
                    static_cast<std::byte>(zeroPoint >> (kByteBits * byte) & 0xFF));
    const auto levels = static_cast<std::size_t>(tensor.levelCount());
    for (std::size_t at = 0; at < tensor.codebook.size(); at += levels) {
        const auto kept = levelsToKeep(tensor.spec, std::span(tensor.codebook).subspan(at, levels));
        packed.levels.insert(packed.levels.end(), kept.begin(), kept.end());
    }
    return packed;
}

QuantizedTensor unpacked(const PackedTensor &packed)
{
    requireSizes(packed);
    QuantizedTensor tensor;
    tensor.spec = packed.spec;
    tensor.layout = packed.layout;
    setCodeRange(tensor);
    const auto scales = static_cast<std::size_t>(tensor.layout.scaleCount());
    const auto elements = static_cast<std::size_t>(tensor.layout.elementCount());
    for (const std::uint32_t number : unpackBits(packed.codes, elements, tensor.spec.bits))
        tensor.codes.push_back(codeOf(tensor, number));
    tensor.scale = packed.scale.empty() ? std::vector<float>(scales, 1.0F) : packed.scale;
    tensor.zeroPoint.assign(scales, 0);
    const auto bytes = static_cast<std::size_t>(bytesOfCode(tensor.spec.bits));
    for (std::size_t i = 0; i < packed.zeroPoint.size(); ++i)
        tensor.zeroPoint[i / bytes] |= std::to_integer<std::int32_t>(packed.zeroPoint[i])
                                       << (kByteBits * static_cast<int>(i % bytes));
    const auto kept = static_cast<std::size_t>(packedLevels(tensor.spec));
    for (std::size_t s = 0; s < scales && kept > 0; ++s) {
        const auto codebook =
            codebookOf(tensor.spec, std::span(packed.levels).subspan(s * kept, kept));
        tensor.codebook.insert(tensor.codebook.end(), codebook.begin(), codebook.end());
    }
    tensor.values.resize(elements);
    lookUpValues(tensor);
    return tensor;
}

} // namespace quantloupe

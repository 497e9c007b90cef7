// SPDX-License-Identifier: GPL-3.0-or-later
#include "quant/weight_quantizer.h"

#include "base/error.h"
#include "quant/channel_quantizers.h"
#include "quant/channel_view.h"

#include <cmath>
#include <string>

namespace quantloupe {

namespace {

void requireMatchingSizes(std::size_t weights, const ChannelLayout &layout)
{
    if (layout.groups < 1 || layout.outer % layout.groups != 0 ||
        static_cast<std::int64_t>(weights) != layout.elementCount())
        throw Error(ErrorKind::Internal, "A weight of " + std::to_string(weights) +
                                             " elements does not fit its channel layout of " +
                                             std::to_string(layout.elementCount()) + ".");
}

void setCodeBounds(QuantizedTensor &tensor)
{
    const WeightSpec &spec = tensor.spec;
    if (hasCodebook(spec.method) || spec.mapping == MappingType::Asymmetric) {
        tensor.quantMax = affineQuantMax(spec.bits);
    } else if (!hasRange(spec.method)) {
        tensor.quantMin = -1;
        tensor.quantMax = 1;
    } else {
        const CodeLimits limits = symmetricLimits(spec.bits, spec.range);
        tensor.quantMin = -limits.below;
        tensor.quantMax = limits.above;
    }
}

void replaceNonFinite(ChannelWeights &channel)
{
    channel.finite = 0;
    for (float &x : channel.values) {
        if (std::isfinite(x))
            ++channel.finite;
        else
            x = 0;
    }
}

AffineRange quantizeChannel(const ChannelWeights &weights, const WeightSpec &spec, ChannelCodes out)
{
    switch (spec.method) {
    case WeightMethod::Binary:
        return quantizeBinaryChannel(weights, out);
    case WeightMethod::Ternary:
    case WeightMethod::TernaryExact:
        return quantizeTernaryChannel(weights, spec, out);
    default:
        return quantizeUniformChannel(weights, spec, out);
    }
}

Levels quantizeByCodebook(const ChannelWeights &weights, const WeightSpec &spec, ChannelCodes out)
{
    switch (spec.method) {
    case WeightMethod::Em:
        return quantizeEmChannel(weights, spec.bits, out);
    case WeightMethod::KMeans:
        return quantizeKMeansChannel(weights, spec.bits, out);
    case WeightMethod::Log:
        return quantizeLogChannel(weights, spec.bits, out);
    default:
        return quantizeTanhChannel(weights, spec.bits, out);
    }
}

/// Appends what the codes of the channel stand for.
void quantizeInto(QuantizedTensor &tensor, const ChannelWeights &weights, ChannelCodes out)
{
    AffineRange range;
    if (hasCodebook(tensor.spec.method)) {
        const Levels levels = quantizeByCodebook(weights, tensor.spec, out);
        tensor.codebook.insert(tensor.codebook.end(), levels.begin(), levels.end());
    } else {
        range = quantizeChannel(weights, tensor.spec, out);
    }
    tensor.scale.push_back(range.scale);
    tensor.zeroPoint.push_back(range.zeroPoint);
}

void quantizeEachChannel(std::span<const float> weights, QuantizedTensor &tensor)
{
    ChannelWeights channel;
    std::vector<std::int32_t> codes;
    std::vector<float> values;
    for (std::int64_t s = 0; s < tensor.layout.scaleCount(); ++s) {
        gather(weights.data(), tensor.layout, s, channel.values);
        replaceNonFinite(channel);
        codes.resize(channel.values.size());
        values.resize(channel.values.size());
        quantizeInto(tensor, channel, {codes, values});
        scatter(codes, tensor.layout, s, tensor.codes.data());
        scatter(values, tensor.layout, s, tensor.values.data());
    }
}

} // namespace

QuantizedTensor quantize(std::span<const float> weights, const ChannelLayout &layout,
                         const WeightSpec &spec)
{
    validate(spec);
    requireMatchingSizes(weights.size(), layout);
    QuantizedTensor tensor;
    tensor.spec = spec;
    tensor.layout = usedLayout(layout, spec.granularity);
    if (spec.isFloat()) {
        tensor.values.assign(weights.begin(), weights.end());
        return tensor;
    }
    setCodeBounds(tensor);
    tensor.codes.resize(weights.size());
    tensor.values.resize(weights.size());
    quantizeEachChannel(weights, tensor);
    return tensor;
}

} // namespace quantloupe

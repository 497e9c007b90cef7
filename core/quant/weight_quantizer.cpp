// SPDX-License-Identifier: GPL-3.0-or-later
#include "quant/weight_quantizer.h"

#include "base/error.h"
#include "base/parallel_for.h"
#include "quant/channel_blocks.h"
#include "quant/channel_quantizers.h"
#include "quant/channel_view.h"
#include "quant/row_quantizer.h"
#include "quant/stream_copy.h"
#include "quant/uniform_kernels.h"

#include <algorithm>
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
    tensor.quantMin = 0;
    tensor.quantMax = 0;
    if (spec.isFloat())
        return;
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
    case WeightMethod::Extremes:
        return quantizeExtremesChannel(weights, spec.bits, out);
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

/// Codes and values get their size; what the codes of a scale stand for is not known yet.
void prepare(QuantizedTensor &tensor)
{
    const bool isFloat = tensor.spec.isFloat();
    const bool isTable = hasCodebook(tensor.spec.method);
    const auto count = static_cast<std::size_t>(tensor.layout.elementCount());
    const auto scales = isFloat ? 0 : static_cast<std::size_t>(tensor.layout.scaleCount());
    tensor.codes.resize(isFloat ? 0 : count);
    tensor.values.resize(count);
    tensor.scale.assign(scales, 1);
    tensor.zeroPoint.assign(scales, 0);
    tensor.codebook.assign(isTable ? scales * static_cast<std::size_t>(tensor.levelCount()) : 0, 0);
}

/// With 0; returns how many others there are.
std::int64_t replaceNonFinite(std::span<float> weights)
{
    if (areFinite(weights))
        return static_cast<std::int64_t>(weights.size());
    const auto isReplaced = [](float x) { return !std::isfinite(x); };
    const auto replaced = std::ranges::count_if(weights, isReplaced);
    std::ranges::replace_if(weights, isReplaced, 0.0F);
    return static_cast<std::int64_t>(weights.size()) - replaced;
}

/// Elements of a block that a processor's second-level cache holds three times.
constexpr std::size_t kMostBuffered = std::size_t{1} << 16;

/// Of a thread, kept for its next block: fresh memory costs a page fault every 4 KiB.
struct BlockBuffers
{
    std::vector<float> weights;
    std::vector<std::int32_t> codes;
    std::vector<float> values;
};

BlockBuffers &buffers()
{
    thread_local BlockBuffers own;
    return own;
}

/// Different blocks of one tensor may be quantized at the same time.
class BlockQuantizer
{
public:
    BlockQuantizer(std::span<const float> weights, QuantizedTensor &tensor,
                   const ChannelBlock &block)
        : m_weights(weights),
          m_tensor(tensor),
          m_layout(tensor.layout),
          m_block(block),
          m_size(static_cast<std::size_t>(block.count * m_layout.channelSize()))
    {
    }

    void run()
    {
        const bool isInOrder = liesInOrder(m_layout);
        const auto offset = static_cast<std::size_t>(offsetOf(m_layout, m_block));
        m_in = isInOrder ? m_weights.subspan(offset, m_size) : std::span<const float>();
        if (!isInOrder || !areFinite(m_in))
            takeCopy();
        if (isInOrder && !isWorthStreaming())
            return quantizeScales({std::span(m_tensor.codes).subspan(offset, m_size),
                                   std::span(m_tensor.values).subspan(offset, m_size)});
        BlockBuffers &own = buffers();
        own.codes.resize(m_size);
        own.values.resize(m_size);
        quantizeScales({own.codes, own.values});
        if (isInOrder) {
            streamCopy(own.codes.data(), m_size, m_tensor.codes.data() + offset);
            streamCopy(own.values.data(), m_size, m_tensor.values.data() + offset);
            return finishStreaming();
        }
        forEachPiece(m_layout, m_block, [&](std::int64_t at, std::int64_t from, std::int64_t size) {
            copyPiece(own.codes.data() + from, size, m_tensor.codes.data() + at);
            copyPiece(own.values.data() + from, size, m_tensor.values.data() + at);
        });
    }

private:
    bool isWorthStreaming() const
    {
        return m_layout.elementCount() >= kStreamedElements && m_size <= kMostBuffered;
    }

    void takeCopy()
    {
        std::vector<float> &copy = buffers().weights;
        copy.resize(m_size);
        forEachPiece(m_layout, m_block, [&](std::int64_t at, std::int64_t to, std::int64_t size) {
            copyPiece(m_weights.data() + at, size, copy.data() + to);
        });
        m_copy = copy;
        m_in = copy;
    }

    void quantizeScales(ChannelCodes out)
    {
        forEachScale(m_layout, m_block, [&](std::size_t s, std::size_t at, std::size_t count) {
            quantizeScale(s, at, count,
                          {out.codes.subspan(at, count), out.values.subspan(at, count)});
        });
    }

    void quantizeScale(std::size_t scale, std::size_t at, std::size_t count, ChannelCodes out)
    {
        const std::int64_t finite = m_copy.empty() ? static_cast<std::int64_t>(count)
                                                   : replaceNonFinite(m_copy.subspan(at, count));
        const ChannelWeights weights{m_in.subspan(at, count), finite};
        if (hasCodebook(m_tensor.spec.method)) {
            const Levels levels = quantizeByCodebook(weights, m_tensor.spec, out);
            std::ranges::copy(levels, m_tensor.codebook.begin() +
                                          static_cast<std::ptrdiff_t>(scale * levels.size()));
            return;
        }
        const AffineRange range = quantizeChannel(weights, m_tensor.spec, out);
        m_tensor.scale[scale] = range.scale;
        m_tensor.zeroPoint[scale] = range.zeroPoint;
    }

    std::span<const float> m_weights;
    QuantizedTensor &m_tensor;
    const ChannelLayout &m_layout;
    ChannelBlock m_block;
    std::size_t m_size;
    std::span<const float> m_in;
    /// Where the weights do not lie in order or are not all finite.
    std::span<float> m_copy;
};

} // namespace

void quantizeInto(QuantizedTensor &tensor, std::span<const float> weights,
                  const ChannelLayout &layout, const WeightSpec &spec, int threads)
{
    validate(spec);
    requireMatchingSizes(weights.size(), layout);
    tensor.spec = spec;
    tensor.layout = usedLayout(layout, spec.granularity);
    setCodeBounds(tensor);
    prepare(tensor);
    if (spec.isFloat()) {
        std::ranges::copy(weights, tensor.values.begin());
        return;
    }
    const bool isByRows = isQuantizedByRows(tensor);
    const auto blocks = isByRows ? rowBlocks(tensor.layout) : channelBlocks(tensor.layout);
    parallelFor(blocks.size(), threads, RunContext(), [&](std::size_t i) {
        const ChannelBlock &block = blocks[i];
        if (!isByRows)
            return BlockQuantizer(weights, tensor, block).run();
        if (quantizeRows(weights, tensor, block))
            return;
        for (std::int64_t k = 0; k < block.count; ++k)
            BlockQuantizer(weights, tensor, {block.group, block.first + k, 1}).run();
    });
}

QuantizedTensor quantize(std::span<const float> weights, const ChannelLayout &layout,
                         const WeightSpec &spec)
{
    QuantizedTensor tensor;
    quantizeInto(tensor, weights, layout, spec, 1);
    return tensor;
}

} // namespace quantloupe

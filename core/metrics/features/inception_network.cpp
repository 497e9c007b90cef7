// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/features/inception_network.h"

#include "base/error.h"
#include "base/hash.h"

#include <ATen/ATen.h>

#include <cstring>

namespace quantloupe {

namespace {

constexpr double kEpsilon = 1e-3;
constexpr std::int64_t kInputSide = 299;

at::Tensor pooled(const at::Tensor &input, InceptionPooling pooling)
{
    switch (pooling) {
    case InceptionPooling::None:
        return input;
    case InceptionPooling::Average:
        return at::avg_pool2d(input, 3, 1, 1, false, /*count_include_pad=*/false);
    case InceptionPooling::Maximum:
        return at::max_pool2d(input, 3, 1, 1);
    case InceptionPooling::Halving:
        return at::max_pool2d(input, 3, 2);
    }
    return input;
}

void requireDepth(std::size_t depth)
{
    for (const InceptionStage &stage : inceptionStages())
        if (stage.depth == depth)
            return;
    throw Error(ErrorKind::BadInput, "The Inception has no features of depth " +
                                         std::to_string(depth) + "; choose 64, 192, 768 or 2048.");
}

/// SHA-256 of the tensors that a depth needs, as float32 in the order of the blocks.
std::string_view sha256Of2015(std::size_t depth)
{
    switch (depth) {
    case 64:
        return "2cd0944d5e83eab06be1d4b3b3d0d3a8f15c0e6580620393f255c9fb8c5aa623";
    case 192:
        return "92c20c4bca1811b074501aa3ac07d19bbf91b10ba45a13173056c205855090b6";
    case 768:
        return "34c1a11312d60b0b66b326eddeb5b8f2e1ed07ac0f097086b47076931749b67b";
    default:
        return {};
    }
}

std::vector<std::string> convolutionNames(const InceptionStage &stage)
{
    std::vector<std::string> names;
    for (const InceptionBlock &block : stage.blocks)
        for (const InceptionBranch &branch : block)
            for (const auto *convolutions : {&branch.chain, &branch.fork})
                for (const InceptionConvolution &convolution : *convolutions)
                    names.push_back(convolution.name);
    return names;
}

/// Channels, height and width between two blocks.
struct MapSize
{
    std::int64_t channels = 3;
    std::int64_t height = kInputSide;
    std::int64_t width = kInputSide;
};

} // namespace

/// Walks through the blocks and folds their weights.
struct InceptionNetwork::Binder
{
    const StateDict &weights;
    const std::string &file;
    std::size_t depth;
    std::map<std::string, FoldedConvolution> &bound;
    Sha256 &contents;

    [[noreturn]] void refuse(const std::string &what) const
    {
        throw Error(ErrorKind::BadInput,
                    file + " " + what + ", so the Inception features of depth " +
                        std::to_string(depth) + " cannot be computed from it; " + advice());
    }

    std::string advice() const
    {
        return depth > 64 ? "give a complete file or a smaller depth."
                          : "give pt_inception-2015-12-05-6726825d.pth of pytorch-fid.";
    }

    /// Advice on depths misleads where a file is of another network altogether.
    void requireInception() const
    {
        for (const InceptionStage &stage : inceptionStages())
            for (const std::string &name : convolutionNames(stage))
                if (weights.find(name + ".conv.weight"))
                    return;
        throw Error(ErrorKind::BadInput,
                    file + " holds no tensor of the Inception of 2015; give "
                           "pt_inception-2015-12-05-6726825d.pth of pytorch-fid, a file of "
                           "train-features, or TorchScript.");
    }

    at::Tensor tensor(const std::string &key, const std::vector<std::int64_t> &shape) const
    {
        const StoredTensor *stored = weights.find(key);
        if (!stored)
            refuse("lacks the tensor " + key);
        if (stored->shape != shape)
            refuse("holds the tensor " + key + " in another shape than the Inception of 2015");
        const std::vector<float> values = stored->toFloat();
        contents.add(std::as_bytes(std::span(values)));
        at::Tensor result = at::empty(shape, at::kFloat);
        std::memcpy(result.data_ptr<float>(), values.data(), values.size() * sizeof(float));
        return result.to(at::kDouble);
    }

    ConvolutionWeights folded(const InceptionConvolution &convolution, std::int64_t inputs) const
    {
        const std::string &name = convolution.name;
        const at::Tensor kernel =
            tensor(name + ".conv.weight",
                   {convolution.outputs, inputs, convolution.height, convolution.width});
        const auto norm = [&](const char *part) {
            return tensor(name + ".bn." + part, {convolution.outputs});
        };
        // One after the other: the order of operands is no order of calls.
        const at::Tensor weight = norm("weight");
        const at::Tensor variance = norm("running_var");
        const at::Tensor bias = norm("bias");
        const at::Tensor mean = norm("running_mean");
        const at::Tensor gain = weight / at::sqrt(variance + kEpsilon);
        ConvolutionWeights result;
        result.kernel = (kernel * gain.reshape({-1, 1, 1, 1})).to(at::kFloat);
        result.bias = (bias - mean * gain).to(at::kFloat);
        result.stride = convolution.stride;
        if (convolution.padded)
            result.padding = {convolution.height / 2, convolution.width / 2};
        return result;
    }

    MapSize add(const InceptionConvolution &convolution, const MapSize &input)
    {
        ConvolutionWeights folding = folded(convolution, input.channels);
        const auto shrunk = [&](std::int64_t side, std::int64_t kernel, std::int64_t padding) {
            return (side + 2 * padding - kernel) / convolution.stride + 1;
        };
        const MapSize output = {convolution.outputs,
                                shrunk(input.height, convolution.height, folding.padding[0]),
                                shrunk(input.width, convolution.width, folding.padding[1])};
        bound.try_emplace(
            convolution.name, std::move(folding),
            std::array<std::int64_t, 4>{kFeatureBatch, input.channels, input.height, input.width});
        return output;
    }

    MapSize add(const InceptionBranch &branch, MapSize size)
    {
        if (branch.pooling == InceptionPooling::Halving)
            size = {size.channels, (size.height - 1) / 2, (size.width - 1) / 2};
        for (const InceptionConvolution &convolution : branch.chain)
            size = add(convolution, size);
        std::int64_t channels = 0;
        for (const InceptionConvolution &convolution : branch.fork)
            channels += add(convolution, size).channels;
        if (channels > 0)
            size.channels = channels;
        return size;
    }

    MapSize add(const InceptionBlock &block, const MapSize &input)
    {
        MapSize output;
        output.channels = 0;
        for (const InceptionBranch &branch : block) {
            const MapSize size = add(branch, input);
            output = {output.channels + size.channels, size.height, size.width};
        }
        return output;
    }
};

InceptionNetwork::InceptionNetwork(const StateDict &weights, std::size_t depth,
                                   const std::string &file)
{
    requireDepth(depth);
    Sha256 contents;
    Binder binder{weights, file, depth, m_convolutions, contents};
    binder.requireInception();
    MapSize size;
    for (const InceptionStage &stage : inceptionStages()) {
        for (const InceptionBlock &block : stage.blocks) {
            size = binder.add(block, size);
            m_blocks.push_back(block);
        }
        if (stage.depth == depth)
            break;
    }
    m_hasWeightsOf2015 = contents.hex() == sha256Of2015(depth);
}

at::Tensor InceptionNetwork::branch(const InceptionBranch &branch, const at::Tensor &input) const
{
    at::Tensor values = pooled(input, branch.pooling);
    for (const InceptionConvolution &convolution : branch.chain)
        values = m_convolutions.at(convolution.name).forward(values);
    if (branch.fork.empty())
        return values;
    std::vector<at::Tensor> parts;
    for (const InceptionConvolution &convolution : branch.fork)
        parts.push_back(m_convolutions.at(convolution.name).forward(values));
    return at::cat(parts, 1);
}

at::Tensor InceptionNetwork::forward(const at::Tensor &pictures) const
{
    at::Tensor values = pictures;
    for (const InceptionBlock &block : m_blocks) {
        std::vector<at::Tensor> parts;
        for (const InceptionBranch &part : block)
            parts.push_back(branch(part, values));
        values = parts.size() == 1 ? parts.front() : at::cat(parts, 1);
    }
    return values.mean({2, 3});
}

} // namespace quantloupe

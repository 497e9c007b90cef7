// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/generator_info.h"

#include <algorithm>

namespace quantloupe {

std::string toText(const Shape &shape)
{
    if (shape.empty())
        return "scalar";
    std::string text;
    for (const std::int64_t size : shape)
        text += (text.empty() ? "" : "x") + std::to_string(size);
    return text;
}

std::string_view name(LayerKind kind)
{
    switch (kind) {
    case LayerKind::Convolution:
        return "convolution";
    case LayerKind::TransposedConvolution:
        return "transposed convolution";
    case LayerKind::Linear:
        return "linear";
    case LayerKind::MatrixProduct:
        return "matrix product";
    case LayerKind::Embedding:
        return "embedding";
    }
    return "unknown";
}

std::string_view onnxOperator(LayerKind kind)
{
    switch (kind) {
    case LayerKind::Convolution:
        return "Conv";
    case LayerKind::TransposedConvolution:
        return "ConvTranspose";
    case LayerKind::Linear:
        return "Gemm";
    case LayerKind::MatrixProduct:
        return "MatMul";
    case LayerKind::Embedding:
        return "Gather";
    }
    return {};
}

std::string_view name(InputKind kind)
{
    switch (kind) {
    case InputKind::Latent:
        return "latent";
    case InputKind::Image:
        return "image";
    case InputKind::Label:
        return "label";
    case InputKind::OneHotLabel:
        return "one-hot label";
    case InputKind::Truncation:
        return "truncation";
    case InputKind::Constant:
        return "constant";
    }
    return "unknown";
}

bool GeneratorInfo::isImageToImage() const
{
    return std::any_of(inputs.begin(), inputs.end(),
                       [](const InputInfo &input) { return input.kind == InputKind::Image; });
}

const LayerInfo *GeneratorInfo::layer(std::string_view wanted) const
{
    const auto found = std::find_if(layers.begin(), layers.end(),
                                    [&](const LayerInfo &l) { return l.name == wanted; });
    return found == layers.end() ? nullptr : &*found;
}

const Assumption *GeneratorInfo::assumption(std::string_view key) const
{
    const auto found = std::find_if(assumptions.begin(), assumptions.end(),
                                    [&](const Assumption &a) { return a.key == key; });
    return found == assumptions.end() ? nullptr : &*found;
}

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/core/Tensor.h>
#include <ATen/core/ivalue.h>

#include <array>
#include <cstdint>

namespace quantloupe {

/// Kernel [out, in, height, width] and bias [out], float32, of a convolution with a ReLU behind it.
struct ConvolutionWeights
{
    at::Tensor kernel;
    at::Tensor bias;
    std::int64_t stride = 1;
    std::array<std::int64_t, 2> padding = {0, 0};
};

/// Convolution and ReLU with weights in the layout of the fastest kernel at hand: oneDNN's where
/// LibTorch was built with it. Immutable.
class FoldedConvolution
{
public:
    /// `inputSize` is what forward() will mostly get; others are computed alike, but slower.
    FoldedConvolution(ConvolutionWeights weights, std::array<std::int64_t, 4> inputSize);

    /// Channels last in, channels last out; the input is left as it is.
    at::Tensor forward(const at::Tensor &input) const;

private:
    ConvolutionWeights m_weights;
    /// LibTorch's prepacked operation; None without oneDNN.
    c10::IValue m_packed;
};

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/features/folded_convolution.h"

#include <ATen/ATen.h>
#include <ATen/core/dispatch/Dispatcher.h>

namespace quantloupe {

namespace {

auto findOperator(const char *name)
{
    return c10::Dispatcher::singleton().findSchema({name, ""});
}

c10::IValue packed(const ConvolutionWeights &weights, const std::array<std::int64_t, 4> &inputSize)
{
    const auto pack = findOperator("mkldnn_prepacked::conv2d_prepack");
    if (!pack || !findOperator("mkldnn_prepacked::conv2d_run"))
        return {};
    const auto list = [](auto values) {
        return c10::List<std::int64_t>(at::IntArrayRef(values.data(), values.size()).vec());
    };
    torch::jit::Stack stack = {
        weights.kernel,
        weights.bias,
        list(std::array{weights.stride, weights.stride}),
        list(weights.padding),
        list(std::array<std::int64_t, 2>{1, 1}),
        std::int64_t{1},
        list(inputSize),
        std::string("relu"),
    };
    pack->callBoxed(stack);
    return stack.at(0);
}

} // namespace

FoldedConvolution::FoldedConvolution(ConvolutionWeights weights,
                                     std::array<std::int64_t, 4> inputSize)
    : m_weights(std::move(weights))
{
    m_weights.kernel = m_weights.kernel.contiguous(at::MemoryFormat::ChannelsLast);
    m_packed = packed(m_weights, inputSize);
    if (!m_packed.isNone())
        m_weights.kernel.reset();
}

at::Tensor FoldedConvolution::forward(const at::Tensor &input) const
{
    if (m_packed.isNone())
        return at::conv2d(input, m_weights.kernel, m_weights.bias, m_weights.stride,
                          m_weights.padding)
            .relu_();
    static const auto run = findOperator("mkldnn_prepacked::conv2d_run");
    torch::jit::Stack stack = {input, m_packed};
    run->callBoxed(stack);
    return stack.at(0).toTensor();
}

} // namespace quantloupe

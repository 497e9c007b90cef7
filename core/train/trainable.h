// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/core/Tensor.h>

#include <string>
#include <utility>
#include <vector>

namespace quantloupe {

struct NamedTensor
{
    std::string name;
    at::Tensor tensor;
};

/// What a network is run on.
struct NetworkInput
{
    /// Latents or pictures, the batch in the first dimension.
    at::Tensor values;
    /// The class of each, one row of int64; undefined where there are none.
    at::Tensor labels;

    NetworkInput(at::Tensor values, at::Tensor labels = {})
        : values(std::move(values)), labels(std::move(labels))
    {
    }
};

/// How a network is run.
struct Pass
{
    /// Batch statistics, which running statistics then follow; else those are used.
    bool training = true;
    /// Weight of this batch in the running statistics.
    double momentum = 0.1;
};

/// A network as training sees it: a function with named tensors. What it is made of, and whether
/// it rounds its weights on the way, is its own affair.
class Trainable
{
public:
    Trainable() = default;
    virtual ~Trainable() = default;
    Trainable(const Trainable &) = delete;
    Trainable &operator=(const Trainable &) = delete;

    /// Differentiable twice by the input's values and the parameters.
    virtual at::Tensor forward(const NetworkInput &input, const Pass &pass) const = 0;
    /// What gradients are taken by, in a fixed order. The tensors themselves, not copies.
    virtual std::vector<NamedTensor> parameters() const = 0;
    /// Running statistics, in a fixed order. The tensors themselves, not copies.
    virtual std::vector<NamedTensor> buffers() const = 0;
    /// Brings the parameters back to values the network allows; called after every update of them.
    /// What it allows is a linear space, so that averages of allowed values need no call.
    virtual void confine() const {}
};

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/core/Tensor.h>

#include <string>
#include <vector>

namespace quantloupe {

struct NamedTensor
{
    std::string name;
    at::Tensor tensor;
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

    /// `input` has the batch in its first dimension. Differentiable twice by its input and its
    /// parameters.
    virtual at::Tensor forward(const at::Tensor &input, const Pass &pass) const = 0;
    /// What gradients are taken by, in a fixed order. The tensors themselves, not copies.
    virtual std::vector<NamedTensor> parameters() const = 0;
    /// Running statistics, in a fixed order. The tensors themselves, not copies.
    virtual std::vector<NamedTensor> buffers() const = 0;
    /// Brings the parameters back to values the network allows; called after every update of them.
    /// What it allows is a linear space, so that averages of allowed values need no call.
    virtual void confine() const {}
};

} // namespace quantloupe

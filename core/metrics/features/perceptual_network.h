// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/archive/state_dict.h"

#include <ATen/core/Tensor.h>

#include <array>
#include <string>
#include <vector>

namespace quantloupe {

struct TrunkConvolution
{
    /// Its place among torchvision's `features`.
    int place = 0;
    std::int64_t inputs = 0;
    std::int64_t outputs = 0;
    std::int64_t kernel = 3;
    std::int64_t stride = 1;
    std::int64_t padding = 1;
};

/// Convolutions, each with a ReLU, after a maximum pool; the last output is compared.
struct TrunkStage
{
    /// Side of the pool's window at stride 2; 0 for none.
    std::int64_t pool = 0;
    std::vector<TrunkConvolution> convolutions;
};

struct Trunk
{
    /// "alex", "vgg", as LPIPS calls them.
    std::string name;
    /// Of a picture that reaches the last stage.
    int smallestSide = 0;
    std::array<TrunkStage, 5> stages;
};

/// AlexNet (Krizhevsky 2014) and VGG-16 (Simonyan and Zisserman 2014) as torchvision builds them.
const std::vector<Trunk> &perceptualTrunks();

class PerceptualNetwork
{
public:
    struct Source
    {
        const StateDictFile &contents;
        const std::string &file;
    };
    /// Throws Error{BadInput} as PerceptualDistance().
    PerceptualNetwork(const Source &trunk, const Source &heads);

    const Trunk &trunk() const { return m_trunk; }
    /// `pair` 2 x 3 x height x width in -1..1. Call it with one LibTorch thread.
    double distance(const at::Tensor &pair) const;

private:
    const Trunk &m_trunk;
    /// Weight and bias of each convolution, in order.
    std::vector<at::Tensor> m_weights;
    std::vector<at::Tensor> m_heads;
};

} // namespace quantloupe

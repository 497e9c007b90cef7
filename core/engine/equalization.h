// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/norm_folding.h"
#include "engine/weight_blocks.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace quantloupe {

/// The layer whose input channels are the output channels of another, or why there is none.
struct NextLayer
{
    std::optional<std::size_t> layer;
    /// A part of a sentence; empty where there is a layer.
    std::string obstacle;
};

/// Follows the output of `layer` through its folded norm, if any, and operations f of each channel
/// with f(s x) = s f(x) for every s > 0: ReLU, leaky and parametric ReLU; of maps also resampling,
/// pooling and reflection. Each value has one reader, and both weights are used once and unchanged.
NextLayer layerBehind(const Program &program, const OperationList &operations, std::size_t layer,
                      const NormFold *fold);

/// Layers whose channels between them are scaled: first and second.
using LayerPairs = std::vector<std::pair<std::size_t, std::size_t>>;

/// Cross-layer equalization (Nagel et al., arXiv 1906.04721, section 4.1, equation 11): with the
/// largest magnitudes r1 of an output channel of the first weight and r2 of the same input channel
/// of the second, the first is divided by s = sqrt(r1 / r2) there and the second multiplied by it,
/// so that both become sqrt(r1 r2). Where pairs share layers they are gone through again until
/// little moves. A channel where either is zero or not finite keeps its size. Takes the factors of
/// the folded norms (empty for none) and gives those on top of them, both for each layer.
std::vector<ChannelFactors> equalize(const Program &program, const LayerPairs &pairs,
                                     const std::vector<std::vector<double>> &folded);

} // namespace quantloupe

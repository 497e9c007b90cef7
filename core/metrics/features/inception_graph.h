// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace quantloupe {

/// A convolution without bias, batch norm (eps 1e-3) and ReLU.
struct InceptionConvolution
{
    /// "Mixed_5b.branch1x1"; tensors are <name>.conv.weight and <name>.bn.*.
    std::string name;
    int outputs = 0;
    int height = 1;
    int width = 1;
    int stride = 1;
    /// Half the kernel on each side, so that the size is kept at stride 1; else none.
    bool padded = true;
};

enum class InceptionPooling {
    None,
    Average, ///< 3x3, stride 1, padded; the padding does not count.
    Maximum, ///< 3x3, stride 1, padded.
    Halving  ///< Maximum of 3x3 at stride 2, not padded.
};

/// A pooling, then convolutions one after the other; where `fork` is not empty, the last result
/// feeds each of its convolutions, whose outputs are joined.
struct InceptionBranch
{
    InceptionPooling pooling = InceptionPooling::None;
    std::vector<InceptionConvolution> chain;
    std::vector<InceptionConvolution> fork = {};
};

/// Branches of the same input, joined by channels in this order.
using InceptionBlock = std::vector<InceptionBranch>;

/// Blocks one after the other; the spatial mean of the last output are the features of `depth`.
struct InceptionStage
{
    std::size_t depth = 0;
    std::vector<InceptionBlock> blocks;
};

/// The FID network (Szegedy et al. 2015 as converted from TensorFlow's file of 2015-12-05; names of
/// pytorch-fid): four stages, for depths 64, 192, 768 and 2048. It differs from torchvision's:
/// average pools leave the padding out, and the last block takes the maximum instead.
const std::vector<InceptionStage> &inceptionStages();

} // namespace quantloupe

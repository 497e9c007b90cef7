// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/network_rewrite.h"

#include <ATen/core/Tensor.h>

#include <functional>
#include <vector>

namespace quantloupe {

struct RewriteStructure
{
    /// One for each layer, as the others.
    std::vector<FoldFinding> folds;
    /// What lies behind it with its norm as it is, and folded.
    std::vector<NextLayer> behind;
    std::vector<NextLayer> behindFolded;
    /// Undefined for none.
    std::vector<at::Tensor> biases;
};

RewriteStructure structureOf(const Generator &generator);

struct RewriteChoice
{
    std::vector<bool> isFolded;
    LayerPairs pairs;
};

/// As suffersFromFold() for the layer's setting.
using SuffersFromFold = std::function<bool(std::size_t layer, const NormFold &fold)>;

/// What the task's configuration folds and equalizes of what is possible; adds what it wants in
/// vain to `refusals`.
RewriteChoice chooseRewrites(const CorrectionTask &task, const RewriteStructure &structure,
                             const SuffersFromFold &suffers, std::vector<RewriteRefusal> &refusals);

} // namespace quantloupe

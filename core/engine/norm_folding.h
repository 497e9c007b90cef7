// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/operation_list.h"
#include "model/generator_info.h"
#include "quant/quant_spec.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace quantloupe {

/// A batch norm as what it does to each channel: gamma / sqrt(variance + eps) times the value, and
/// beta - mean times that factor on top.
struct NormFold
{
    /// Index into Program::norms.
    int norm = -1;
    std::vector<double> factors;
    std::vector<double> offsets;
};

/// The batch norm that can become part of a layer's weight, or why there is none.
struct FoldFinding
{
    std::optional<NormFold> fold;
    /// A part of a sentence, as "its weight is used several times"; empty where there is a fold.
    std::string obstacle;
};

/// Folding (Jacob et al., arXiv 1712.05877, section 3.2) needs a batch norm that reads the layer's
/// output directly and alone and has known statistics, gain and offset of its own, which those of a
/// conditional batch norm are not; and a weight that is used once and unchanged.
FoldFinding findFold(const Program &program, const std::vector<LayerInfo> &layers,
                     const OperationList &operations, std::size_t layer);

/// 1 and 2 bits have too few levels for channels of different sizes: there the norm stays float.
bool hasLevelsToFold(const WeightSpec &spec);

/// The quantizer of a weight fits its channels worse behind the norm: the squared errors of
/// quantizing the folded weight, each channel's relative to its own squares, are larger in the mean
/// than those of the weight. False where levels follow the factors, as those with a scale for each
/// channel do; but powers of two and the levels of log and tanh do not, and a factor below zero
/// turns the full range around.
bool suffersFromFold(const WeightSite &site, const NormFold &fold, const WeightSpec &spec);

} // namespace quantloupe

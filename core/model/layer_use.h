// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/weight_search.h"

#include <string>

namespace quantloupe {

/// A layer operator with its weight, before shapes are known.
struct LayerUse
{
    torch::jit::Node *node = nullptr;
    LayerOperator positions;
    FoundWeight weight;
};

using LayerUses = std::map<const torch::jit::Node *, LayerUse>;

/// The layer's name: the parameter's path without "weight".
std::string layerName(std::string parameter);

/// The name of the weight of a convolution or linear layer that is computed from a parameter and
/// from data in a way that leaves it without a fixed value; empty for all other nodes.
std::string unfixedWeight(const torch::jit::Node *node, const WeightSearch &search);

/// Groups matter for the layout of scales only where the operator itself folds them into the
/// weight's leading axis; a modulated weight (of another shape than its site) holds one sample's
/// group.
std::int64_t groupsOf(const LayerUse &use, bool unchangedShape);

/// The value is one of the network's own inputs, at most reshaped, padded, or moved and scaled by
/// values known before a run (from the range of pictures to that of the first layer).
bool isNetworkInput(const PreparedGraph &prepared, const WeightSearch &search,
                    torch::jit::Value *value);

/// The operations on data that no quantizer reaches, those inside conditions and loops included,
/// by name with their number.
std::vector<UnquantizedOperation> unquantizedOperations(const PreparedGraph &prepared,
                                                        const WeightSearch &search,
                                                        const LayerUses &layers);

} // namespace quantloupe

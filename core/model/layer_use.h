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

/// Groups matter for the layout of scales only where the operator itself folds them into the
/// weight's leading axis; a modulated weight (of another shape than its site) holds one sample's
/// group.
std::int64_t groupsOf(const LayerUse &use, bool unchangedShape);

/// Padding and reshaping aside, the value is one of the network's own inputs.
bool isNetworkInput(const PreparedGraph &prepared, torch::jit::Value *value);

/// The operations on data that no quantizer reaches, those inside conditions and loops included,
/// by name with their number.
std::vector<UnquantizedOperation> unquantizedOperations(const PreparedGraph &prepared,
                                                        const WeightSearch &search,
                                                        const LayerUses &layers);

} // namespace quantloupe

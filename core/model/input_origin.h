// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/layer_use.h"

namespace quantloupe {

/// The module and the ONNX operator that torch's exporter would name the tensor after that a layer
/// reads: a layer or a batch norm before it, or a module without parameters, such as an activation,
/// where the numbers of a sequence leave it exactly one place. Empty for the network's own input
/// and where a function, a reshaping or an operation without a module of its own is before it.
TensorOrigin inputOrigin(const PreparedGraph &prepared, const LayerUses &uses, const LayerUse &use);

} // namespace quantloupe

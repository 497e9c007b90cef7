// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/layer_edit.h"

#include <optional>

namespace quantloupe {

/// Layers with a float activation refuse.
LayerEdit activationMappingEdit(MappingType mapping);
/// Sets what estimatorParameter() returns. Layers refuse whose observer has no parameter, and
/// values that it cannot have.
LayerEdit estimatorParameterEdit(double value);

/// The share that a percentile cuts off or the weight of a sample in a moving average; nothing for
/// other observers.
std::optional<double> estimatorParameter(const ActivationSpec &spec);

QString displayName(MappingType mapping);
/// One or two sentences on what the observer does and where it comes from.
QString explanation(RangeEstimator estimator);
QString explanation(MappingType mapping);

} // namespace quantloupe

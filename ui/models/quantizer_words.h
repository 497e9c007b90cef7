// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quant/quant_spec.h"

#include <QString>

namespace quantloupe {

/// "MSE clip, asymmetric": the method with what sets it apart from the method as it usually is.
QString variantName(const WeightSpec &spec);
/// "MSE clip, asymmetric, 4 bits".
QString quantizerName(const WeightSpec &spec);
/// What the method does, where it comes from, and what the variant changes.
QString quantizerExplanation(const WeightSpec &spec);

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/generator_info.h"
#include "quant/quant_config.h"

#include <QList>
#include <QString>

namespace quantloupe {

enum class Preset { AllFloat, W8, W4, W8A8, W4A8, W2Em, BinaryExceptLast };

/// In the order of the menu.
QList<Preset> allPresets();
QString title(Preset preset);
/// One sentence for the tooltip.
QString explanation(Preset preset);

/// The preset for all layers. Activations that are the network's own input, or that do not exist,
/// stay float.
QuantConfig presetConfig(Preset preset, const GeneratorInfo &info);

} // namespace quantloupe

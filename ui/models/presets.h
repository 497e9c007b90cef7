// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/generator_info.h"
#include "models/document_state.h"

#include <QList>
#include <QString>

namespace quantloupe {

/// Each is described by one row of a table in presets.cpp.
enum class Preset { AllFloat, W8, W4, W8A8, W4A8, W2Em, BinaryExceptLast };

/// In the order of the menu.
QList<Preset> allPresets();
QString title(Preset preset);
/// One sentence for the tooltip.
QString explanation(Preset preset);

/// The preset for all layers. Activations that are the network's own input, or that do not exist,
/// stay float.
QuantConfig presetConfig(Preset preset, const GeneratorInfo &info);

struct PresetStep
{
    QuantConfig config;
    /// How many layers would have got another setting if they were not locked.
    int locked = 0;
};

/// The preset for the layers that may change: those that are locked, or tied to one that is, keep
/// their present setting.
PresetStep presetStep(Preset preset, const GeneratorInfo &info, const DocumentState &present);

} // namespace quantloupe

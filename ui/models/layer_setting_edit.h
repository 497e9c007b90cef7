// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/layer_edit.h"
#include "quant/spec_rules.h"

namespace quantloupe {

/// The sites that `setting` names get it. Layers without an activation site refuse bits for it.
LayerEdit settingEdit(const SpecEdit &setting, const QString &what);
/// The same for a rule, whose '*' leaves the network's own input alone. Throws Error for a broken
/// pattern.
LayerEdit ruleEdit(const SpecRule &rule);
/// What filling from a cell copies: a bits cell the bits of its site, a cell about the method the
/// weight's setting, any other the layer's.
LayerEdit fillEdit(LayerColumn column, const LayerQuantSpec &spec);

/// The layer's setting in the command line's notation, "w4,a8".
QString settingText(const LayerQuantSpec &spec);

} // namespace quantloupe

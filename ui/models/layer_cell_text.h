// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/layer_columns.h"

#include <QString>
#include <QVariant>

namespace quantloupe {

/// Text of a numeric cell's raw value; empty for an invalid one.
QString numberText(LayerColumn column, const QVariant &value);
/// "4", "fp", "2–8" where `most` is valid and another, a dash where `fewest` is invalid.
QString bitsCellText(const QVariant &fewest, const QVariant &most);

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rule_preview.h"

#include <QString>

#include <utility>

namespace quantloupe {

/// What the bar says about a rule: matches, what is wrong, what stands in the way.
QString statusText(const RulePreview &preview);
/// One line a layer.
QString refusalLines(const QList<EditRefusal> &refusals);
/// Pattern and setting of a "PATTERN=SPEC" that was applied before.
std::pair<QString, QString> splitRule(const QString &rule);

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace quantloupe {

/// The rules that were applied last, "PATTERN=SPEC", newest first; kept in the settings.
QStringList recentRules();
void addRecentRule(const QString &rule);

} // namespace quantloupe

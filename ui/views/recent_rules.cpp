// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/recent_rules.h"

#include <QSettings>

namespace quantloupe {

namespace {

constexpr qsizetype kMostRules = 8;
const char *const kRulesKey = "layers/recentRules";

} // namespace

QStringList recentRules()
{
    return QSettings().value(kRulesKey).toStringList().mid(0, kMostRules);
}

void addRecentRule(const QString &rule)
{
    QStringList rules = recentRules();
    rules.removeAll(rule);
    rules.prepend(rule);
    QSettings().setValue(kRulesKey, rules.mid(0, kMostRules));
}

} // namespace quantloupe

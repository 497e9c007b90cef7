// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QAction;

namespace quantloupe {

/// The dynamic property of an action that holds why it is disabled.
inline constexpr const char *kReasonProperty = "unavailableReason";

/// While the action is disabled, its tooltip and its status tip say why, in place of its own; both
/// must not change later on. `reason` is a short sentence without a full stop.
void sayWhyDisabled(QAction *action, const QString &reason);
/// From now on it says another reason.
void changeReason(QAction *action, const QString &reason);

} // namespace quantloupe

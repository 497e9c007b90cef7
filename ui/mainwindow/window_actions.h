// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mainwindow/palette_entry.h"

#include <QList>

class QAction;
class QWidget;

namespace quantloupe {

/// Every action a user can reach in the window: in its menus, toolbars and widgets, or by a key.
/// Left out are those without text, separators, submenus, hidden ones, what belongs to widgets that
/// are not in front, and what Qt's own editors and dialogs bring along.
QList<QAction *> reachableActions(const QWidget *window);

/// "Presets: W4", by the menu the action stands in, or the widget whose context menu that is.
PaletteEntry paletteEntry(QAction *action);

/// What the palette says while the action is disabled, as a short sentence without a full stop.
void setUnavailableReason(QAction *action, const QString &reason);

} // namespace quantloupe

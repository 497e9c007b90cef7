// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

class QAction;
class QWidget;

namespace quantloupe {

/// The action shows or does something of the moment: no choice to keep.
void setTransient(QAction *action);

/// The choices a view offers in its own bars (switches and lists, by object name), for the session.
/// What has no object name, or is transient, is left out.
QJsonObject viewControls(const QWidget *view);
/// As if the user had chosen them; names that are not there any more are skipped.
void restoreViewControls(QWidget *view, const QJsonObject &controls);

} // namespace quantloupe

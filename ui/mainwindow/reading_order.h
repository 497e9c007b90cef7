// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

class QMainWindow;
class QWidget;

namespace quantloupe {

/// The controls that Tab can reach now, as they are read: toolbars, then docks and centre from left
/// to right, where docks and tabs above each other are one, then the status bar, and each of these
/// line by line. Independent of the order in which they were made, so that moved docks and rebuilt
/// panels are in order too.
QList<QWidget *> controlsInReadingOrder(const QMainWindow *window);

/// Moves the focus to the next control in that order, or to the one before. False if there is none.
bool moveFocus(const QMainWindow *window, bool next);

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QList>

namespace quantloupe {

/// What can be done with the selected layers, with names, keys and object names; connected by
/// LayersDock.
struct LayerActions
{
    QAction *lock = nullptr;
    QAction *tie = nullptr;
    QAction *untie = nullptr;
    QAction *fill = nullptr;
    /// Their keys work in the table alone, which handles them itself.
    QAction *copy = nullptr;
    QAction *paste = nullptr;
    /// Checked while the rule is being written.
    QAction *setByRule = nullptr;
    /// Checked while layers are grouped by module.
    QAction *group = nullptr;

    QList<QAction *> forSelection() const { return {lock, tie, untie, fill, copy, paste}; }
    QList<QAction *> forMenu() const { return forSelection() << setByRule; }
};

LayerActions createLayerActions(QObject *parent);

} // namespace quantloupe

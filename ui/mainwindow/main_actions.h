// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/presets.h"

#include <QAction>
#include <QList>
#include <QObject>

class QUndoStack;

namespace quantloupe {

/// The window's actions with their names, keys and object names; connected by the window.
struct MainActions
{
    QAction *open = nullptr;
    /// QAction::data holds the path.
    QList<QAction *> builtins;
    /// Offered where the last file needs one.
    QAction *architecture = nullptr;
    /// The same for the weights that are open.
    QAction *readByArchitecture = nullptr;
    QAction *inputPictures = nullptr;
    QAction *loadConfig = nullptr;
    QAction *saveConfig = nullptr;
    QAction *saveConfigAs = nullptr;
    QAction *quit = nullptr;
    QAction *undo = nullptr;
    QAction *redo = nullptr;
    QAction *copyCommand = nullptr;
    QAction *palette = nullptr;
    QAction *filterLayers = nullptr;
    QAction *cancelJobs = nullptr;
    QAction *resetLayout = nullptr;
    QAction *presentation = nullptr;
    QAction *help = nullptr;
    QAction *firstSteps = nullptr;
    QAction *keys = nullptr;
    QAction *about = nullptr;
    /// QAction::data holds the Preset.
    QList<QAction *> presets;

    /// Actions that need an opened generator.
    QList<QAction *> forGenerator() const;
};

MainActions createMainActions(QObject *parent, QUndoStack *undoStack);

} // namespace quantloupe

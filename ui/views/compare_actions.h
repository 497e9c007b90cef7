// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/compare_large.h"

#include <QAction>
#include <QList>
#include <QObject>

namespace quantloupe {

/// What can be done with the compared pictures, with names, keys and object names; connected by
/// ComparePage.
struct CompareActions
{
    /// Exclusive; QAction::data holds the CompareMode.
    QList<QAction *> modes;
    QAction *fit = nullptr;
    /// Checked for as long as its key is held.
    QAction *flicker = nullptr;
    QAction *raiseGain = nullptr;
    QAction *lowerGain = nullptr;
    QAction *previous = nullptr;
    QAction *next = nullptr;
    QAction *reroll = nullptr;
    QAction *pin = nullptr;
    QAction *worstFirst = nullptr;
    QAction *interpolate = nullptr;
    QAction *brush = nullptr;
    QAction *keep = nullptr;
    QAction *copyPicture = nullptr;
    QAction *savePicture = nullptr;

    /// For a menu; null stands for a separator.
    QList<QAction *> inOrder() const;
    /// Those whose keys mean something else outside of the pictures.
    QList<QAction *> forPicturesOnly() const;
    /// What one does to the picture under the mouse; null stands for a separator.
    QList<QAction *> forContextMenu() const;
};

CompareActions createCompareActions(QObject *parent);

} // namespace quantloupe

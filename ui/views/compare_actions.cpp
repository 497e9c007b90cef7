// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/compare_actions.h"

#include "models/translate.h"

#include <QActionGroup>
#include <QKeySequence>

namespace quantloupe {

namespace {

QAction *make(QObject *parent, const char *objectName, const QString &text, const QKeySequence &key,
              const QString &meaning)
{
    auto *action = new QAction(text, parent);
    action->setObjectName(objectName);
    action->setShortcut(key);
    const QString keys = key.toString(QKeySequence::NativeText);
    action->setToolTip(key.isEmpty() ? meaning : tr("%1 (%2)").arg(meaning, keys));
    action->setStatusTip(meaning);
    return action;
}

void createModes(CompareActions &actions, QObject *parent)
{
    auto *group = new QActionGroup(parent);
    const auto add = [&](CompareMode mode, const char *objectName, const QString &text,
                         const QString &shortText, const QKeySequence &key,
                         const QString &meaning) {
        QAction *action = make(parent, objectName, text, key, meaning);
        action->setIconText(shortText);
        action->setCheckable(true);
        action->setData(int(mode));
        group->addAction(action);
        actions.modes.append(action);
    };
    add(CompareMode::Grid, "gridMode", tr("Grid of latents"), tr("Grid"), Qt::Key_G,
        tr("All latents as a grid"));
    add(CompareMode::Pair, "pairMode", tr("One pair large"), tr("Pair"), Qt::Key_Return,
        tr("The current latent large, side by side"));
    add(CompareMode::Wipe, "wipeMode", tr("Wipe"), tr("Wipe"), Qt::Key_W,
        tr("The current latent large, float left of a divider"));
    add(CompareMode::Difference, "differenceMode", tr("Difference"), tr("Difference"), Qt::Key_D,
        tr("The difference of the current latent large"));
    actions.modes.constFirst()->setChecked(true);
}

void createLatentActions(CompareActions &actions, QObject *parent)
{
    actions.reroll = make(parent, "reroll", tr("Reroll"), Qt::Key_R, tr("Other latents"));
    actions.previous = make(parent, "previousLatent", tr("Previous latent"), Qt::Key_BracketLeft,
                            tr("Select the latent before the current one"));
    actions.next = make(parent, "nextLatent", tr("Next latent"), Qt::Key_BracketRight,
                        tr("Select the latent after the current one"));
    actions.pin = make(parent, "pinLatent", tr("Pin the latent"), Qt::Key_P,
                       tr("Keep the current latent in front, also when rerolled"));
    actions.pin->setIconText(tr("Pin"));
    actions.pin->setCheckable(true);
    actions.worstFirst = make(parent, "worstFirst", tr("Worst first"), {},
                              tr("Sort by distance to float, the largest first; "
                                 "distance is no measure of quality"));
    actions.worstFirst->setCheckable(true);
    actions.interpolate =
        make(parent, "interpolate", tr("Interpolate between latents"), Qt::Key_I,
             tr("Move from the current latent to the next, or through the pinned ones"));
    actions.interpolate->setCheckable(true);
    actions.brush = make(parent, "brushRegion", tr("Find what harms a part…"), Qt::Key_B,
                         tr("Choose a part of the current picture, and see which layers, returned "
                            "to float, repair it"));
}

void createPictureActions(CompareActions &actions, QObject *parent)
{
    actions.flicker = make(parent, "flicker", tr("Flicker to float"), Qt::Key_Space,
                           tr("Float in place of the quantized pictures while the key is held"));
    actions.flicker->setCheckable(true);
    actions.flicker->setAutoRepeat(false);
    actions.fit = make(parent, "fit", tr("Fit"), Qt::CTRL | Qt::Key_0,
                       tr("Show whole pictures, also by a double click"));
    actions.raiseGain = make(parent, "raiseDifferenceGain", tr("Raise the gain of the difference"),
                             Qt::Key_Period, tr("Differences twice as strong"));
    actions.lowerGain = make(parent, "lowerDifferenceGain", tr("Lower the gain of the difference"),
                             Qt::Key_Comma, tr("Differences half as strong"));
}

} // namespace

QList<QAction *> CompareActions::inOrder() const
{
    return modes + QList<QAction *>{flicker, fit,    raiseGain,   lowerGain,  nullptr,     previous,
                                    next,    reroll, pin,         worstFirst, interpolate, brush,
                                    nullptr, keep,   copyPicture, savePicture};
}

QList<QAction *> CompareActions::forPicturesOnly() const
{
    return {modes.value(int(CompareMode::Pair)), copyPicture};
}

QList<QAction *> CompareActions::forContextMenu() const
{
    return {pin, interpolate, brush, nullptr, fit, keep, nullptr, copyPicture, savePicture};
}

CompareActions createCompareActions(QObject *parent)
{
    CompareActions actions;
    createModes(actions, parent);
    createPictureActions(actions, parent);
    createLatentActions(actions, parent);
    actions.keep = make(parent, "keepConfiguration", tr("Keep configuration"), Qt::Key_C,
                        tr("Keep the present configuration in sight beside the one you edit"));
    actions.keep->setIconText(tr("Keep"));
    actions.copyPicture = make(parent, "copyPicture", tr("Copy picture"), QKeySequence::Copy,
                               tr("Copy the pictures shown, with the configuration in them"));
    actions.savePicture = make(parent, "savePicture", tr("Save picture…"), {},
                               tr("Save the pictures shown as PNG, with the configuration in it"));
    for (QAction *action : actions.forPicturesOnly())
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    return actions;
}

} // namespace quantloupe

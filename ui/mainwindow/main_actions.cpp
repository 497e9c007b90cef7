// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/main_actions.h"

#include "base/embedded_files.h"
#include "models/translate.h"

#include <QKeySequence>
#include <QUndoStack>

namespace quantloupe {

namespace {

QAction *make(QObject *parent, const char *objectName, const QString &text,
              const QKeySequence &key = {})
{
    auto *action = new QAction(text, parent);
    action->setObjectName(objectName);
    action->setShortcut(key);
    return action;
}

void createFileActions(MainActions &actions, QObject *parent)
{
    actions.open = make(parent, "open", tr("&Open generator…"), QKeySequence::Open);
    actions.open->setIconText(tr("Open"));
    actions.open->setToolTip(tr("Open a generator (Ctrl+O)"));
    for (const std::string_view path : embeddedGenerators()) {
        const QString text = QString::fromUtf8(path.data(), qsizetype(path.size()));
        QAction *action = make(parent, "builtin", text.section(u':', 1));
        action->setObjectName(text);
        action->setData(text);
        actions.builtins.append(action);
    }
    actions.architecture = make(parent, "useArchitecture", tr("Use an architecture file…"));
    actions.architecture->setToolTip(
        tr("Read these weights by a network description of your own."));
    actions.readByArchitecture =
        make(parent, "readByArchitecture", tr("Read by an &architecture file…"));
    actions.readByArchitecture->setStatusTip(
        tr("Read the open weights by a network description of your own"));
    actions.readByArchitecture->setEnabled(false);
    actions.inputPictures = make(parent, "inputPictures", tr("&Input pictures…"));
    actions.inputPictures->setStatusTip(
        tr("Feed an image-to-image network with pictures of your own"));
    actions.inputPictures->setEnabled(false);
    actions.loadConfig =
        make(parent, "loadConfig", tr("&Load configuration…"), Qt::CTRL | Qt::Key_L);
    actions.saveConfig = make(parent, "saveConfig", tr("&Save configuration"), QKeySequence::Save);
    actions.saveConfigAs = make(parent, "saveConfigAs", tr("Save configuration &as…"),
                                Qt::CTRL | Qt::SHIFT | Qt::Key_S);
    actions.quit = make(parent, "quit", tr("&Quit"), Qt::CTRL | Qt::Key_Q);
    actions.quit->setMenuRole(QAction::QuitRole);
}

void createEditActions(MainActions &actions, QObject *parent, QUndoStack *undoStack)
{
    actions.undo = undoStack->createUndoAction(parent, tr("&Undo"));
    actions.undo->setObjectName("undo");
    actions.undo->setShortcut(QKeySequence::Undo);
    actions.undo->setIconText(tr("Undo"));
    actions.redo = undoStack->createRedoAction(parent, tr("&Redo"));
    actions.redo->setObjectName("redo");
    actions.redo->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_Z);
    actions.redo->setIconText(tr("Redo"));
    actions.copyCommand =
        make(parent, "copyCommand", tr("&Copy as command"), Qt::CTRL | Qt::SHIFT | Qt::Key_C);
    actions.copyCommand->setStatusTip(
        tr("The quantloupe-cli command that gives what is shown, for a shell"));
    actions.palette = make(parent, "palette", tr("Command &palette…"), Qt::CTRL | Qt::Key_K);
    actions.palette->setStatusTip(tr("Every action and every layer by name"));
    actions.filterLayers = make(parent, "filterLayers", tr("&Filter layers"), QKeySequence::Find);
    actions.cancelJobs = make(parent, "cancelJobs", tr("&Cancel what is running"), Qt::Key_Escape);
    actions.cancelJobs->setEnabled(false);
}

void createPresetActions(MainActions &actions, QObject *parent)
{
    for (const Preset preset : allPresets()) {
        QAction *action = make(parent, "preset", title(preset));
        action->setObjectName(QStringLiteral("preset%1").arg(static_cast<int>(preset)));
        action->setToolTip(explanation(preset));
        action->setStatusTip(explanation(preset));
        action->setData(static_cast<int>(preset));
        actions.presets.append(action);
    }
}

} // namespace

QList<QAction *> MainActions::forGenerator() const
{
    return QList<QAction *>{loadConfig, saveConfig, saveConfigAs, filterLayers, copyCommand} +
           presets;
}

MainActions createMainActions(QObject *parent, QUndoStack *undoStack)
{
    MainActions actions;
    createFileActions(actions, parent);
    createEditActions(actions, parent, undoStack);
    createPresetActions(actions, parent);
    actions.resetLayout = make(parent, "resetLayout", tr("&Reset layout"));
    actions.presentation =
        make(parent, "presentation", tr("&Presentation mode"), QKeySequence(Qt::Key_F11));
    actions.presentation->setStatusTip(tr("Pictures alone, with larger type; Esc leaves"));
    actions.help = make(parent, "help", tr("&Help on what has the focus"), Qt::Key_F1);
    actions.firstSteps = make(parent, "firstSteps", tr("&First five minutes"));
    actions.keys = make(parent, "keys", tr("&Keys"));
    actions.about = make(parent, "about", tr("&About Quantloupe"));
    actions.about->setMenuRole(QAction::AboutRole);
    return actions;
}

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/layer_actions.h"

#include "models/translate.h"

#include <QKeySequence>

namespace quantloupe {

namespace {

QAction *make(QObject *parent, const char *objectName, const QString &text,
              const QString &explanation, const QKeySequence &key = {})
{
    auto *action = new QAction(text, parent);
    action->setObjectName(objectName);
    action->setToolTip(explanation);
    action->setStatusTip(explanation);
    action->setShortcut(key);
    return action;
}

} // namespace

LayerActions createLayerActions(QObject *parent)
{
    LayerActions actions;
    actions.lock = make(parent, "lockLayers", tr("&Lock or unlock"),
                        tr("Locked layers keep their settings"), Qt::Key_L);
    actions.tie =
        make(parent, "tieLayers", tr("&Tie together"),
             tr("Tied layers always have the same setting, that of the focused one"), Qt::Key_T);
    actions.untie =
        make(parent, "untieLayers", tr("&Untie"),
             tr("Give the selected layers settings of their own"), Qt::SHIFT | Qt::Key_T);
    actions.fill = make(parent, "fillSetting", tr("&Fill"),
                        tr("Copy the focused cell's setting to the other selected layers"),
                        Qt::CTRL | Qt::Key_D);
    actions.copy =
        make(parent, "copySetting", tr("&Copy"),
             tr("Copy the selected rows and the setting they share"), QKeySequence::Copy);
    actions.paste = make(parent, "pasteSetting", tr("&Paste setting"),
                         tr("Give the selected layers the setting that was copied, or one like "
                            "w4:mse:channel,a8"),
                         QKeySequence::Paste);
    for (QAction *action : {actions.copy, actions.paste})
        action->setShortcutContext(Qt::WidgetShortcut);
    actions.setByRule =
        make(parent, "setByRule", tr("Set by &rule"),
             tr("Set all layers that match a pattern (Ctrl+R)"), Qt::CTRL | Qt::Key_R);
    actions.setByRule->setIconText(tr("Rule"));
    actions.setByRule->setCheckable(true);
    actions.group = make(parent, "groupLayers", tr("Group by module"),
                         tr("Show layers under the module they belong to"));
    actions.group->setCheckable(true);
    actions.group->setChecked(true);
    return actions;
}

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/view_controls.h"

#include <QAction>
#include <QComboBox>

namespace quantloupe {

namespace {

const char *const kTransientProperty = "transient";

bool isChoice(const QAction &action)
{
    return action.isCheckable() && !action.objectName().isEmpty() &&
           !action.property(kTransientProperty).toBool();
}

} // namespace

void setTransient(QAction *action)
{
    action->setProperty(kTransientProperty, true);
}

QJsonObject viewControls(const QWidget *view)
{
    QJsonObject controls;
    for (const QAction *action : view->findChildren<QAction *>())
        if (isChoice(*action))
            controls.insert(action->objectName(), action->isChecked());
    for (const QComboBox *list : view->findChildren<QComboBox *>())
        if (!list->objectName().isEmpty())
            controls.insert(list->objectName(), list->currentIndex());
    return controls;
}

void restoreViewControls(QWidget *view, const QJsonObject &controls)
{
    for (auto it = controls.begin(); it != controls.end(); ++it) {
        auto *action = view->findChild<QAction *>(it.key());
        if (action && isChoice(*action) && action->isChecked() != it.value().toBool())
            action->trigger();
        auto *list = view->findChild<QComboBox *>(it.key());
        if (list && it.value().toInt(-1) >= 0 && it.value().toInt() < list->count())
            list->setCurrentIndex(it.value().toInt());
    }
}

} // namespace quantloupe

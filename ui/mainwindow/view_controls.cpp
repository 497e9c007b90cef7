// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/view_controls.h"

#include <QAction>
#include <QComboBox>

namespace quantloupe {

QJsonObject viewControls(const QWidget *view)
{
    QJsonObject controls;
    for (const QAction *action : view->findChildren<QAction *>())
        if (action->isCheckable() && !action->objectName().isEmpty())
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
        if (action && action->isChecked() != it.value().toBool())
            action->trigger();
        auto *list = view->findChild<QComboBox *>(it.key());
        if (list && it.value().toInt(-1) >= 0 && it.value().toInt() < list->count())
            list->setCurrentIndex(it.value().toInt());
    }
}

} // namespace quantloupe

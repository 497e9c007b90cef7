// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/disabled_reason.h"

#include <QAction>

namespace quantloupe {

namespace {

struct Tips
{
    QString tool;
    QString status;
};

/// Without a tooltip of its own, an action has one made from its text, which may change.
Tips ownTips(const QAction *action)
{
    const QString derived = QAction(action->text()).toolTip();
    return {action->toolTip() == derived ? QString() : action->toolTip(), action->statusTip()};
}

void show(QAction *action, const Tips &tips)
{
    action->setToolTip(tips.tool);
    action->setStatusTip(tips.status);
}

Tips reasonOf(const QAction *action)
{
    const QString reason = action->property(kReasonProperty).toString() + u'.';
    return {reason, reason};
}

} // namespace

void sayWhyDisabled(QAction *action, const QString &reason)
{
    action->setProperty(kReasonProperty, reason);
    const Tips own = ownTips(action);
    QObject::connect(action, &QAction::enabledChanged, action,
                     [action, own] { show(action, action->isEnabled() ? own : reasonOf(action)); });
    show(action, action->isEnabled() ? own : reasonOf(action));
}

void changeReason(QAction *action, const QString &reason)
{
    action->setProperty(kReasonProperty, reason);
    if (!action->isEnabled())
        show(action, reasonOf(action));
}

} // namespace quantloupe

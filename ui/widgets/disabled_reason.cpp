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

void show(QAction *action, const Tips &own)
{
    const QString reason = action->property(kReasonProperty).toString() + u'.';
    action->setToolTip(action->isEnabled() ? own.tool : reason);
    action->setStatusTip(action->isEnabled() ? own.status : reason);
}

} // namespace

void sayWhyDisabled(QAction *action, const QString &reason)
{
    action->setProperty(kReasonProperty, reason);
    const Tips own = ownTips(action);
    QObject::connect(action, &QAction::enabledChanged, action,
                     [action, own] { show(action, own); });
    show(action, own);
}

} // namespace quantloupe

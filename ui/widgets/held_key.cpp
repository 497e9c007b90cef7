// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/held_key.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>

namespace quantloupe {

namespace {

bool needsKeys(const QObject *object)
{
    return qobject_cast<const QAbstractButton *>(object) ||
           qobject_cast<const QComboBox *>(object) || qobject_cast<const QLineEdit *>(object) ||
           qobject_cast<const QAbstractSpinBox *>(object);
}

} // namespace

HeldKey::HeldKey(QAction *action) : QObject(action), m_action(action)
{
    qApp->installEventFilter(this);
}

bool HeldKey::isOurs(const QKeyEvent &event) const
{
    return QKeySequence(event.keyCombination()) == m_action->shortcut() && !event.isAutoRepeat();
}

void HeldKey::release()
{
    m_isHeld = false;
    m_action->setChecked(false);
}

bool HeldKey::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && watched->isWidgetType() &&
        isOurs(*static_cast<QKeyEvent *>(event))) {
        if (needsKeys(watched)) {
            event->accept();
            return true;
        }
        m_isHeld = m_action->isEnabled();
    }
    const bool isReleased =
        event->type() == QEvent::KeyRelease && isOurs(*static_cast<QKeyEvent *>(event));
    if (m_isHeld && (isReleased || event->type() == QEvent::ApplicationDeactivate))
        release();
    return QObject::eventFilter(watched, event);
}

} // namespace quantloupe

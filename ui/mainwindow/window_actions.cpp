// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/window_actions.h"

#include "models/translate.h"
#include "widgets/disabled_reason.h"

#include <QAbstractSpinBox>
#include <QAction>
#include <QDialog>
#include <QDockWidget>
#include <QLineEdit>
#include <QMenu>
#include <QPointer>
#include <QWidget>

#include <algorithm>

namespace quantloupe {

namespace {

/// As it reads outside a menu: no mark of the key to press.
QString plainText(const QString &menuText)
{
    QString text;
    for (qsizetype i = 0; i < menuText.size(); ++i) {
        if (menuText[i] == u'&' && i + 1 < menuText.size())
            ++i;
        text += menuText[i];
    }
    return text;
}

bool belongsToEditorOrDialog(const QAction *action)
{
    for (const QObject *object = action->parent(); object; object = object->parent())
        if (qobject_cast<const QLineEdit *>(object) ||
            qobject_cast<const QAbstractSpinBox *>(object) || qobject_cast<const QDialog *>(object))
            return true;
    return false;
}

/// Popups and floating docks are parts of the window; a window beside it, like that of the help,
/// has keys of its own.
bool belongsToOtherWindow(const QAction *action, const QWidget *window)
{
    for (const QObject *object = action->parent(); object; object = object->parent()) {
        const auto *widget = qobject_cast<const QWidget *>(object);
        if (widget && widget->windowType() == Qt::Window)
            return widget != window;
    }
    return false;
}

/// On screen, and not behind the tab of another panel.
bool isInFront(const QWidget *widget)
{
    if (!widget->isVisible())
        return false;
    for (const QWidget *parent = widget; parent; parent = parent->parentWidget())
        if (qobject_cast<const QDockWidget *>(parent))
            return !parent->visibleRegion().isEmpty();
    return true;
}

/// The widget whose context menu this is; null for menus of the menu bar.
const QWidget *ownerOf(const QObject *menu)
{
    const auto *contextMenu = qobject_cast<const QMenu *>(menu);
    return contextMenu && contextMenu->title().isEmpty() ? contextMenu->parentWidget() : nullptr;
}

bool isOffered(const QObject *place)
{
    if (const QWidget *owner = ownerOf(place))
        return isInFront(owner);
    const auto *widget = qobject_cast<const QWidget *>(place);
    return qobject_cast<const QMenu *>(place) || (widget && isInFront(widget));
}

bool isReachable(const QAction *action)
{
    return !action->shortcut().isEmpty() ||
           std::ranges::any_of(action->associatedObjects(), isOffered);
}

/// Of the only menu that it stands in.
const QWidget *ownerOf(const QAction *action)
{
    const QList<QObject *> places = action->associatedObjects();
    return places.size() == 1 ? ownerOf(places.constFirst()) : nullptr;
}

/// Of the part of a menu that the action stands in; empty where menus have no such parts.
QString sectionTitle(const QAction *action)
{
    QString title;
    for (const QObject *object : action->associatedObjects())
        if (const auto *menu = qobject_cast<const QMenu *>(object))
            for (const QAction *other : menu->actions()) {
                if (other == action)
                    break;
                if (other->isSeparator())
                    title = other->text();
            }
    return title;
}

QString menuTitle(const QAction *action)
{
    if (const QString section = sectionTitle(action); !section.isEmpty())
        return section;
    for (const QObject *object : action->associatedObjects())
        if (const auto *menu = qobject_cast<const QMenu *>(object);
            menu && !menu->title().isEmpty())
            return plainText(menu->title());
    const QWidget *owner = ownerOf(action);
    return owner ? owner->accessibleName() : QString();
}

/// Menus of several widgets may hold actions of the same name.
QString idOf(const QAction *action)
{
    const QWidget *owner = ownerOf(action);
    return owner && !owner->objectName().isEmpty()
               ? owner->objectName() + u'.' + action->objectName()
               : action->objectName();
}

QString unavailableReason(const QAction *action)
{
    if (action->isEnabled())
        return {};
    const QString reason = action->property(kReasonProperty).toString();
    return reason.isEmpty() ? tr("Not available now") : reason;
}

} // namespace

QList<QAction *> reachableActions(const QWidget *window)
{
    QList<QAction *> actions = window->findChildren<QAction *>();
    actions.removeIf([window](const QAction *action) {
        return action->isSeparator() || action->menu() || !action->isVisible() ||
               action->text().isEmpty() || belongsToEditorOrDialog(action) ||
               belongsToOtherWindow(action, window) || !isReachable(action);
    });
    return actions;
}

PaletteEntry paletteEntry(QAction *action)
{
    const QString menu = menuTitle(action);
    const QString text = plainText(action->text());
    PaletteEntry entry;
    entry.text = menu.isEmpty() ? text : tr("%1: %2").arg(menu, text);
    entry.id = action->objectName().isEmpty() ? entry.text : idOf(action);
    entry.key = action->shortcut().toString(QKeySequence::NativeText);
    if (action->isCheckable())
        entry.state = action->isChecked() ? tr("on") : tr("off");
    entry.unavailable = unavailableReason(action);
    entry.run = [target = QPointer<QAction>(action)] {
        if (target)
            target->trigger();
    };
    return entry;
}

void setUnavailableReason(QAction *action, const QString &reason)
{
    action->setProperty(kReasonProperty, reason);
}

} // namespace quantloupe

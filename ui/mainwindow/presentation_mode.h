// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFont>
#include <QList>
#include <QObject>
#include <QPointer>

class QAction;
class QMainWindow;
class QWidget;

namespace quantloupe {

/// Pictures alone on the whole screen with type of 1.5 times the size: docks, menu, toolbars,
/// status bar and the page's own chrome are hidden, and leaving brings back exactly what was there.
/// Keys of hidden menus go on working.
class PresentationMode : public QObject
{
    Q_OBJECT

public:
    static constexpr double kTypeFactor = 1.5;

    /// `chrome` is hidden besides the window's own; `focus` gets the keys.
    PresentationMode(QMainWindow *window, const QList<QWidget *> &chrome, QWidget *focus);
    /// This dock is no chrome: it stays, with larger type, if it is open.
    void keep(QWidget *dock) { m_kept.append(dock); }
    bool isActive() const { return m_active; }
    void toggle();
    void leave();

protected:
    /// Esc, where nothing else wants it.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void enter();
    void hideChrome();
    void keepKeys();
    void enlargeType();
    void restoreType();

    QMainWindow *m_window;
    QList<QWidget *> m_chrome;
    QWidget *m_focus;
    QList<QWidget *> m_kept;
    bool m_active = false;
    QByteArray m_state;
    Qt::WindowStates m_windowState;
    QPointer<QWidget> m_focusBefore;
    /// Those that were visible.
    QList<QPointer<QWidget>> m_hidden;
    /// What has a font of its own, and that font.
    QList<std::pair<QPointer<QWidget>, QFont>> m_enlarged;
    /// Actions the window knows only while their menus are hidden.
    QList<QPointer<QAction>> m_borrowed;
};

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

class QDockWidget;
class QMainWindow;
class QTabBar;

namespace quantloupe {

/// Takes the title bar from docks that share a place, as their tab says the same. Such docks are
/// opened and closed by the View menu and the tabs' context menu, which also detaches the one in
/// front, as a double click on its tab does; detached, they have their title bar to be moved by.
class DockTitles : public QObject
{
    Q_OBJECT

public:
    /// The docks that `window` has now.
    explicit DockTitles(QMainWindow *window);

private:
    void connectSignals();
    void update();
    bool hasTab(QDockWidget *dock) const;
    void setTitled(QDockWidget *dock, bool titled);
    void prepareTabs(QTabBar *tabs);
    static void nameDetaching(const QTabBar *tabs);
    void detach(const QString &title);

    QMainWindow *m_window;
    QList<QDockWidget *> m_docks;
    QTimer m_settled{this};
};

} // namespace quantloupe

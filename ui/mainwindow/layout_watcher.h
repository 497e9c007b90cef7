// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>

class QMainWindow;

namespace quantloupe {

/// Tells that the window was moved or resized, or that a dock was moved, resized, raised, shown or
/// hidden: once for all that happens within a short time.
class LayoutWatcher : public QObject
{
    Q_OBJECT

public:
    /// From a change until it is told.
    static constexpr std::chrono::milliseconds kDelay{500};

    explicit LayoutWatcher(QMainWindow *window);

Q_SIGNALS:
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QMainWindow *m_window;
    QTimer m_timer;
};

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QAction;
class QKeyEvent;

namespace quantloupe {

/// Lets a checkable action with a plain key as its shortcut be checked for as long as the key is
/// held. Buttons, boxes and fields that have the focus keep the key for themselves.
class HeldKey : public QObject
{
    Q_OBJECT

public:
    explicit HeldKey(QAction *action);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool isOurs(const QKeyEvent &event) const;
    void release();

    QAction *m_action;
    bool m_isHeld = false;
};

} // namespace quantloupe

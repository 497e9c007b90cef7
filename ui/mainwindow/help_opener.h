// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QWidget;

namespace quantloupe {

class HelpWindow;

/// Makes the help window of a main window when it is first asked for.
class HelpOpener : public QObject
{
    Q_OBJECT

public:
    explicit HelpOpener(QWidget *mainWindow);

    /// The page on what has the focus.
    void openForFocus();
    void open(const QString &place);

private:
    QWidget *m_mainWindow;
    HelpWindow *m_window = nullptr;
};

} // namespace quantloupe

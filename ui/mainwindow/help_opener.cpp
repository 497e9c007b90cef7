// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/help_opener.h"

#include "views/help_window.h"
#include "widgets/help_page.h"

namespace quantloupe {

HelpOpener::HelpOpener(QWidget *mainWindow) : QObject(mainWindow), m_mainWindow(mainWindow) {}

void HelpOpener::openForFocus()
{
    open(helpPageOf(m_mainWindow->focusWidget()));
}

void HelpOpener::open(const QString &place)
{
    if (!m_window)
        m_window = new HelpWindow(m_mainWindow);
    m_window->show();
    m_window->open(place);
    m_window->raise();
    m_window->activateWindow();
}

} // namespace quantloupe

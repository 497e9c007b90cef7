// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/screenshot.h"

#include "jobs/inspector_controller.h"
#include "jobs/preview_controller.h"
#include "mainwindow/generator_opener.h"
#include "mainwindow/main_window.h"

#include <QCoreApplication>
#include <QDockWidget>
#include <QPixmap>
#include <QTimer>

namespace quantloupe {

namespace {

/// Delayed repaints and the fading of progress are over by then.
constexpr std::chrono::milliseconds kSettle{500};

} // namespace

Screenshot::Screenshot(MainWindow *window, const QString &path, const QString &part,
                       QObject *parent)
    : QObject(parent), m_window(window), m_path(path), m_part(part)
{
}

void Screenshot::start()
{
    if (!m_part.isEmpty())
        revealPart();
    const auto soonIfOpen = [this] {
        if (!m_window->opener()->isRunning())
            takeSoon();
    };
    connect(m_window->preview(), &PreviewController::finished, this, soonIfOpen);
    connect(m_window->inspector(), &InspectorController::finished, this, soonIfOpen);
    connect(m_window, &MainWindow::failed, this, [this](const QString &sentence) {
        fail(sentence);
        takeSoon();
    });
}

void Screenshot::fail(const QString &sentence)
{
    m_exitCode = 1;
    qWarning("%s", qUtf8Printable(sentence));
}

/// A dock may be closed, or behind another one.
void Screenshot::revealPart()
{
    for (QWidget *widget = m_window->findChild<QWidget *>(m_part); widget;
         widget = widget->parentWidget())
        if (auto *dock = qobject_cast<QDockWidget *>(widget)) {
            dock->show();
            dock->raise();
        }
}

void Screenshot::takeSoon()
{
    QTimer::singleShot(kSettle, this, &Screenshot::take);
}

void Screenshot::take()
{
    // What is still under way comes back here at its end.
    if (m_window->preview()->isPending() || m_window->inspector()->isPending())
        return;
    QWidget *shown = m_part.isEmpty() ? m_window : m_window->findChild<QWidget *>(m_part);
    if (!shown)
        fail(tr("The window has no part %1.").arg(m_part));
    else if (!shown->grab().save(m_path, "PNG"))
        fail(tr("%1 could not be written.").arg(m_path));
    QCoreApplication::exit(m_exitCode);
}

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/runs_tab.h"

#include "jobs/runs_controller.h"
#include "mainwindow/window_actions.h"
#include "views/plots_dock.h"
#include "views/runs_page.h"
#include "widgets/disabled_reason.h"

#include <QFileInfo>
#include <QSettings>

namespace quantloupe {

namespace {

const char *const kStoreKey = "runs/store";

} // namespace

RunsTab::RunsTab(QuantDocument *document, FileWriter *files, PlotsDock *plots, QObject *parent)
    : QObject(parent),
      m_controller(new RunsController(document, files, this)),
      m_page(new RunsPage(m_controller, plots))
{
    plots->addPage(m_page, tr("Runs"));
    for (QAction *action : m_page->runActions())
        sayWhyDisabled(action, tr("Choose a run first"));
    connect(m_page, &RunsPage::seen, this, &RunsTab::openFirst);
    connect(m_page, &RunsPage::fileChosen, m_controller, &RunsController::open);
    connect(m_page, &RunsPage::commandWanted, this, &RunsTab::commandMade);
    connect(m_controller, &RunsController::changed, this, &RunsTab::keep);
}

void RunsTab::openFirst()
{
    QString file = QSettings().value(kStoreKey).toString();
    if (!QFileInfo(file).isFile())
        file = QString::fromStdString(usualStore().string());
    if (QFileInfo(file).isFile())
        m_controller->open(file);
}

/// Of a store that was damaged, the file that took its place.
void RunsTab::keep() const
{
    if (m_controller->state() == RunsController::State::Open)
        QSettings().setValue(kStoreKey, m_controller->file());
}

} // namespace quantloupe

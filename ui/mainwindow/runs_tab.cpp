// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/runs_tab.h"

#include "jobs/run_log.h"
#include "jobs/runs_controller.h"
#include "mainwindow/window_actions.h"
#include "views/plots_dock.h"
#include "views/runs_page.h"
#include "widgets/disabled_reason.h"

#include <QAction>
#include <QFileInfo>
#include <QSettings>

namespace quantloupe {

namespace {

const char *const kStoreKey = "runs/store";

} // namespace

RunsTab::RunsTab(QuantDocument *document, FileWriter *files, PlotsDock *plots, QObject *parent)
    : QObject(parent),
      m_controller(new RunsController(document, files, this)),
      m_log(new RunLog(this)),
      m_page(new RunsPage(m_controller, plots))
{
    plots->addPage(m_page, tr("Runs"));
    for (QAction *action : m_page->runActions())
        sayWhyDisabled(action, tr("Choose a run first"));
    sayWhyDisabled(m_page->bestAction(), tr("Choose a search that came to its end first"));
    sayWhyDisabled(m_page->keepAction(), tr("Open a run store first"));
    connect(m_page, &RunsPage::seen, this, &RunsTab::openFirst);
    connect(m_page, &RunsPage::fileChosen, m_controller, &RunsController::open);
    connect(m_page, &RunsPage::newFileChosen, m_controller, &RunsController::create);
    connect(m_page, &RunsPage::commandWanted, this, &RunsTab::commandMade);
    connect(m_controller, &RunsController::changed, this, &RunsTab::takeStore);
    connectLog();
}

QAction *RunsTab::repeatAction() const
{
    return m_page->repeatAction();
}

void RunsTab::connectLog()
{
    QAction *keep = m_page->keepAction();
    keep->setChecked(m_log->isKeeping());
    connect(keep, &QAction::toggled, m_log, &RunLog::setKeeping);
    connect(m_log, &RunLog::keepingChanged, this, [this, keep] {
        keep->setChecked(m_log->isKeeping());
        Q_EMIT choiceChanged();
    });
    connect(m_log, &RunLog::recorded, m_controller, &RunsController::refresh);
}

void RunsTab::openFirst()
{
    if (m_controller->state() != RunsController::State::None)
        return;
    QString file = QSettings().value(kStoreKey).toString();
    if (!QFileInfo(file).isFile())
        file = QString::fromStdString(usualStore().string());
    if (QFileInfo(file).isFile())
        m_controller->open(file);
}

/// Of a store that was damaged, the file that took its place.
void RunsTab::takeStore()
{
    m_log->setStore(m_controller->store());
    if (m_controller->state() == RunsController::State::Open)
        QSettings().setValue(kStoreKey, m_controller->file());
    Q_EMIT choiceChanged();
}

QJsonObject RunsTab::choice() const
{
    const bool isOpen = m_controller->state() == RunsController::State::Open;
    return {{"keep", m_log->isKeeping()}, {"store", isOpen ? m_controller->file() : QString()}};
}

void RunsTab::setChoice(const QJsonObject &choice)
{
    m_log->setKeeping(choice[u"keep"].toBool(true));
    const QString file = choice[u"store"].toString();
    if (QFileInfo(file).isFile() && file != m_controller->file())
        m_controller->open(file);
}

} // namespace quantloupe

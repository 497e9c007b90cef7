// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/run_repeater.h"

#include "base/error.h"
#include "jobs/metrics_controller.h"
#include "jobs/recipe_controller.h"
#include "jobs/runs_controller.h"
#include "jobs/search_controller.h"
#include "jobs/sensitivity_controller.h"
#include "models/core_words.h"
#include "models/quant_document.h"
#include "widgets/disabled_reason.h"

#include <QAction>

namespace quantloupe {

namespace {

using Page = RunRepeat::Page;

/// As a reason, which has none.
QString withoutFullStop(QString sentence)
{
    if (sentence.endsWith(u'.'))
        sentence.chop(1);
    return sentence;
}

QString tabOf(Page page)
{
    switch (page) {
    case Page::Metrics:
        return QStringLiteral("metricsPage");
    case Page::Sensitivity:
        return QStringLiteral("page:sensitivity");
    case Page::Search:
        return QStringLiteral("page:search");
    case Page::Papers:
        break;
    }
    return QStringLiteral("page:recipes");
}

} // namespace

RunRepeater::RunRepeater(const Parts &parts, RunsController *runs, QAction *action, QObject *parent)
    : QObject(parent), m_parts(parts), m_runs(runs), m_action(action)
{
    connect(action, &QAction::triggered, this, &RunRepeater::repeat);
    connect(runs, &RunsController::chosenChanged, this, &RunRepeater::judge);
    for (const auto changed : {&QuantDocument::opened, &QuantDocument::inputPicturesChanged})
        connect(parts.document, changed, this, &RunRepeater::judge);
    for (const auto changed : {&MetricsController::started, &MetricsController::finished})
        connect(parts.metrics, changed, this, &RunRepeater::showAction);
    connect(parts.sensitivity, &SensitivityController::changed, this, &RunRepeater::showAction);
    connect(parts.search, &SearchController::changed, this, &RunRepeater::showAction);
    connect(parts.recipes, &RecipeController::changed, this, &RunRepeater::showAction);
    judge();
}

RunRepeat RunRepeater::present() const
{
    RunRepeat now;
    now.state = m_parts.document->state();
    now.measuring = m_parts.metrics->settings();
    now.sensitivity = m_parts.sensitivity->settings();
    now.search = m_parts.search->settings();
    return now;
}

void RunRepeater::judge()
{
    m_objection.clear();
    if (m_runs->chosen()) {
        try {
            m_page = repeatOf(*m_runs->chosen(), *m_parts.document, present()).page;
        } catch (const CannotRepeat &refusal) {
            m_objection = refusal.reason;
        } catch (const Error &error) {
            m_objection = withoutFullStop(coreText(error.what()));
        }
    } else {
        m_objection = tr("Choose a run first");
    }
    showAction();
}

bool RunRepeater::isBusy() const
{
    switch (m_page) {
    case Page::Metrics:
        return m_parts.metrics->isRunning();
    case Page::Sensitivity:
        return m_parts.sensitivity->isRunning();
    case Page::Search:
        return m_parts.search->isRunning();
    case Page::Papers:
        break;
    }
    return m_parts.recipes->isRunning();
}

void RunRepeater::showAction()
{
    const QString reason = m_objection.isEmpty() && isBusy()
                               ? tr("Another one of its kind is running; wait for it, or cancel it")
                               : m_objection;
    if (!reason.isEmpty())
        changeReason(m_action, reason);
    m_action->setEnabled(reason.isEmpty());
}

void RunRepeater::repeat()
{
    if (!m_action->isEnabled())
        return;
    RunRepeat asked;
    try {
        asked = repeatOf(*m_runs->chosen(), *m_parts.document, present());
    } catch (const CannotRepeat &) {
        judge();
        return;
    } catch (const Error &) {
        judge();
        return;
    }
    m_parts.document->replaceState(
        asked.state, tr("Load the settings of run %1").arg(m_runs->chosen()->summary.id));
    m_parts.metrics->setSettings(asked.measuring);
    m_parts.sensitivity->setSettings(asked.sensitivity);
    m_parts.search->setSettings(asked.search);
    Q_EMIT revealed(tabOf(asked.page));
    if (asked.page == Page::Papers)
        Q_EMIT recipeWanted(asked.recipe);
    else
        start(asked.page);
}

void RunRepeater::start(Page page)
{
    switch (page) {
    case Page::Metrics:
        m_parts.metrics->start();
        break;
    case Page::Sensitivity:
        m_parts.sensitivity->start();
        break;
    case Page::Search:
        m_parts.search->start();
        break;
    case Page::Papers:
        break;
    }
}

} // namespace quantloupe

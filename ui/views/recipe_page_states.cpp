// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metrics_words.h"
#include "models/recipe_words.h"
#include "views/recipe_page.h"
#include "views/recipe_table.h"
#include "widgets/elided_label.h"
#include "widgets/progress_line.h"
#include "widgets/stale_veil.h"
#include "widgets/state_page.h"

#include <QAction>
#include <QComboBox>
#include <QFileInfo>
#include <QLocale>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTextBrowser>

namespace quantloupe {

namespace {

QString countText(std::size_t count)
{
    return QLocale().toString(qulonglong(count));
}

/// Without the folders it lies in.
QString referenceText(const MetricsReference &reference)
{
    return reference.source == kFloatReference
               ? RecipePage::tr("other pictures of the float generator")
               : QFileInfo(QString::fromStdString(reference.source)).fileName();
}

} // namespace

void RecipePage::showKnown()
{
    m_table->setRows(m_controller->rows());
    showVerdict();
    showState();
}

void RecipePage::showVerdict()
{
    const auto &report = m_controller->report();
    if (report)
        m_verdict->setHtml(recipeVerdictHtml(report->kind, report->claims, report->notes,
                                             report->rows.front().report));
    else
        m_verdict->setHtml(QStringLiteral("<p>%1</p>")
                               .arg(tr("The verdict follows when all configurations are "
                                       "measured.")) +
                           recipeSourceHtml(m_controller->kind()));
}

void RecipePage::showState()
{
    if (!showGap())
        m_stack->setCurrentWidget(m_content);
    m_veil->setVisible(m_controller->isStale());
    showHead();
    showProgress();
}

QString RecipePage::invitation() const
{
    return tr("Configurations of the paper on this generator, without training: %1 samples each "
              "against %2, as chosen under Metrics.")
        .arg(countText(m_controller->settings().count), referenceText(m_controller->reference()));
}

bool RecipePage::showGap()
{
    using State = RecipeController::State;
    const State state = m_controller->state();
    const bool isOther = m_controller->kind() != chosen() && !m_controller->isRunning();
    const QString recipe = recipeName(chosen());
    m_start->setText(state == State::Failed && !isOther    ? tr("Try again")
                     : m_controller->canContinue(chosen()) ? tr("Continue")
                                                           : tr("Run"));
    PageState page;
    if (m_document->isEmpty())
        page = {tr("No generator is open"),
                tr("The experiments of the papers are run here on the open generator."),
                {},
                {m_open},
                {}};
    else if (isOther || state == State::None)
        page = {tr("%1 has not been run yet").arg(recipe), invitation(), {}, {m_start}, {}};
    else if (state == State::Failed)
        page = {tr("%1 could not be run").arg(recipe), m_failure, m_failureDetails, {m_start}, {}};
    else if (!m_controller->rows().empty())
        return false;
    else if (state == State::Running)
        page = {tr("Reproducing %1").arg(recipe), progressText(), {}, {}, m_controller->fraction()};
    else
        page = {tr("%1 was cancelled").arg(recipe),
                tr("None of its configurations is measured yet."),
                {},
                {m_start},
                {}};
    m_state->setState(page);
    m_stack->setCurrentWidget(m_state);
    return true;
}

void RecipePage::showFailure(const QString &sentence, const QString &details)
{
    m_failure = sentence;
    m_failureDetails = details;
    showState();
}

QString RecipePage::progressText() const
{
    const QString known = countText(m_controller->rows().size());
    if (m_controller->wanted() > 0)
        return tr("%1 of %2 configurations").arg(known, countText(m_controller->wanted()));
    const auto &estimate = m_controller->estimate();
    return estimate ? tr("at most %1").arg(durationText(estimate->seconds))
                    : tr("The time is being estimated…");
}

QStringList RecipePage::summary() const
{
    using State = RecipeController::State;
    const QString known = countText(m_controller->rows().size());
    QString progress = progressText();
    if (m_controller->state() == State::Cancelled)
        progress = tr("cancelled after %1").arg(progress);
    else if (m_controller->state() == State::Done)
        progress = tr("%1 configurations").arg(known);
    else if (const auto &estimate = m_controller->estimate())
        progress = tr("%1, at most %2 in all").arg(progress, durationText(estimate->seconds));
    if (m_controller->isStale())
        return {tr("%1; measured by other settings than those under Metrics now").arg(progress),
                tr("%1; other settings").arg(progress), progress};
    return {tr("%1, %2 samples each against %3")
                .arg(progress, countText(m_controller->asked().count),
                     referenceText(m_controller->asked().reference)),
            progress};
}

void RecipePage::showHead()
{
    const bool isRunning = m_controller->isRunning();
    const bool showsContent = m_stack->currentWidget() == m_content;
    const bool canRun = !m_document->isEmpty();
    m_recipe->setEnabled(canRun && !isRunning);
    for (QAction *action : std::as_const(m_runs))
        action->setEnabled(canRun);
    m_summary->setTexts(showsContent ? summary() : QStringList(QString()));
    m_run->setText(isRunning                             ? tr("Cancel")
                   : m_controller->canContinue(chosen()) ? tr("Continue")
                                                         : tr("Run"));
    m_run->setAccessibleName(isRunning ? tr("Cancel the recipe") : tr("Run the recipe"));
    m_run->setVisible(showsContent);
    m_load->setVisible(showsContent);
    m_table->copyCommandAction()->setEnabled(!m_controller->rows().empty());
}

void RecipePage::showProgress()
{
    const bool isRunning = m_controller->isRunning();
    const bool showsLine = isRunning && m_stack->currentWidget() == m_content;
    if (isRunning && m_stack->currentWidget() == m_state)
        m_state->setProgress(m_controller->fraction());
    m_progress->setBusy(showsLine);
    m_progress->setFraction(showsLine ? m_controller->fraction() : -1);
    Q_EMIT progressSeen(isVisible() && isRunning);
}

} // namespace quantloupe

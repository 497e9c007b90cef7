// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/search_words.h"
#include "views/search_form.h"
#include "views/search_page.h"
#include "views/search_results.h"
#include "widgets/elided_label.h"
#include "widgets/message_banner.h"
#include "widgets/progress_line.h"
#include "widgets/stale_veil.h"
#include "widgets/state_page.h"

#include <QAction>
#include <QComboBox>
#include <QLocale>
#include <QPushButton>
#include <QStackedWidget>

#include <algorithm>
#include <utility>

namespace quantloupe {

namespace {

QString countText(std::size_t count)
{
    return QLocale().toString(qulonglong(count));
}

} // namespace

void SearchPage::showKnown()
{
    m_results->refresh();
    showState();
}

void SearchPage::showState()
{
    const bool isFailed = m_controller->state() == SearchController::State::Failed;
    m_start->setText(isFailed                      ? tr("Try again")
                     : m_controller->canContinue() ? tr("Continue")
                                                   : tr("Start"));
    m_start->setEnabled(m_controller->canStart());
    m_form->showProblem(m_controller->problem());
    if (!showGap()) {
        m_stack->setCurrentWidget(m_results);
        if (std::exchange(m_isFailureNew, false))
            m_banner->showMessage(MessageKind::Error, tr("The search failed. %1").arg(m_failure),
                                  m_failureDetails, m_start);
    }
    if (!isFailed || !showsContent())
        m_banner->dismiss();
    m_veil->setVisible(m_controller->isStale());
    showHead();
    showProgress();
}

bool SearchPage::showsContent() const
{
    return m_stack->currentWidget() == m_results;
}

QString SearchPage::invitation() const
{
    const SearchSettings &settings = m_controller->settings();
    if (settings.bits.empty())
        return tr("Choose a bit-width.");
    if (settings.methods.empty())
        return tr("Choose a method.");
    if (const QString problem = m_controller->problem(); !problem.isEmpty())
        return problem;
    return tr("Each layer alone is measured at each setting, the best settings are found from "
              "those errors, and measured anew on samples that the search never saw.");
}

bool SearchPage::showGap()
{
    using State = SearchController::State;
    const State state = m_controller->state();
    PageState page;
    if (m_document->isEmpty())
        page = {tr("No generator is open"),
                tr("The best bits of its layers under a budget are found here."),
                {},
                {m_open},
                {}};
    else if (state == State::None)
        page = {tr("Which bits are best?"), invitation(), {}, {m_start}, {}};
    else if (!m_controller->findings().isEmpty())
        return false;
    else if (state == State::Failed)
        page = {tr("The search failed"), m_failure, m_failureDetails, {m_start}, {}};
    else if (state == State::Running)
        page = {tr("Searching for bits"), progressText(), {}, {}, m_controller->fraction()};
    else
        page = {tr("The search was cancelled"),
                tr("No point of its front is known yet; what was measured is kept."),
                {},
                {m_start},
                {}};
    m_state->setState(page);
    m_stack->setCurrentWidget(m_state);
    return true;
}

void SearchPage::showFailure(const QString &sentence, const QString &details)
{
    m_failure = sentence;
    m_failureDetails = details;
    m_isFailureNew = true;
}

QString SearchPage::progressText() const
{
    const QString measured =
        tr("Values measured or known: %1").arg(countText(m_controller->measured()));
    return m_controller->activity().isEmpty()
               ? measured
               : QStringLiteral("%1. %2").arg(m_controller->activity(), measured);
}

QStringList SearchPage::summary() const
{
    using State = SearchController::State;
    const std::size_t count = m_controller->findings().trials.size();
    QString progress =
        count == 1 ? tr("1 configuration") : tr("%1 configurations").arg(countText(count));
    if (m_controller->isRunning())
        progress = progressText();
    if (m_controller->state() == State::Cancelled)
        progress = tr("cancelled after %1").arg(progress);
    if (m_controller->isStale())
        return {tr("%1; found by other settings than those chosen now").arg(progress),
                tr("%1; other settings").arg(progress), progress};
    return {tr("%1: %2").arg(progress, searchConditions(m_controller->asked(),
                                                        m_controller->askedSettings().target,
                                                        m_controller->findings())),
            progress};
}

QStringList SearchPage::answer() const
{
    const auto &report = m_controller->report();
    return searchAnswer(m_controller->findings(), report ? &*report : nullptr);
}

QString SearchPage::noteText() const
{
    const auto &report = m_controller->report();
    if (!report)
        return {};
    QStringList notes = searchNotes(*report);
    if (report->isReachable &&
        std::ranges::count(m_controller->asked().metrics, MetricKind::Kernel) == 0)
        notes.append(tr("KID of the best is not measured, since the file of the features that are "
                        "chosen under Metrics is not there."));
    return notes.join(u' ');
}

void SearchPage::showHead()
{
    const bool isShown = showsContent();
    const bool isRunning = m_controller->isRunning();
    const QStringList said = answer();
    m_answer->setTexts(isShown && !said.isEmpty() ? said : QStringList(QString()));
    m_answer->setVisible(isShown && !said.isEmpty());
    m_summary->setTexts(isShown ? summary() : QStringList(QString()));
    m_note->setText(isShown ? noteText() : QString());
    m_note->setVisible(!m_note->text().isEmpty());
    m_results->quantityList()->setVisible(isShown);
    m_results->costList()->setVisible(isShown);
    m_run->setText(isRunning                     ? tr("Cancel")
                   : m_controller->canContinue() ? tr("Continue")
                                                 : tr("Start"));
    m_run->setAccessibleName(isRunning ? tr("Cancel the search") : tr("Start the search"));
    m_run->setEnabled(isRunning || m_controller->canStart());
    m_find->setEnabled(m_controller->canStart());
    m_copyCommand->setEnabled(m_controller->state() != SearchController::State::None);
}

void SearchPage::showProgress()
{
    const bool isRunning = m_controller->isRunning();
    const bool showsLine = isRunning && showsContent();
    if (isRunning && !showsContent())
        m_state->setProgress(m_controller->fraction());
    if (isRunning && showsContent())
        m_summary->setTexts(summary());
    m_progress->setBusy(showsLine);
    m_progress->setFraction(showsLine ? m_controller->fraction() : -1);
    Q_EMIT progressSeen(isVisible() && isRunning);
}

} // namespace quantloupe

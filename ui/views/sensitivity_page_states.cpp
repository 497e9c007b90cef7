// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sensitivity_words.h"
#include "views/sensitivity_page.h"
#include "views/sensitivity_plots.h"
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

#include <utility>

namespace quantloupe {

namespace {

QString countText(std::size_t count)
{
    return QLocale().toString(qulonglong(count));
}

} // namespace

void SensitivityPage::showKnown()
{
    m_plots->refresh();
    showState();
}

void SensitivityPage::showState()
{
    const bool isFailed = m_controller->state() == SensitivityController::State::Failed;
    m_start->setText(isFailed                      ? tr("Try again")
                     : m_controller->canContinue() ? tr("Continue")
                                                   : tr("Start"));
    m_start->setEnabled(m_controller->canStart());
    if (!showGap()) {
        m_stack->setCurrentWidget(m_plots);
        if (std::exchange(m_isFailureNew, false))
            m_banner->showMessage(MessageKind::Error, tr("The sweep failed. %1").arg(m_failure),
                                  m_failureDetails, m_start);
    }
    if (!isFailed || !showsContent())
        m_banner->dismiss();
    m_veil->setVisible(m_controller->isStale());
    showHead();
    showProgress();
}

bool SensitivityPage::showsContent() const
{
    return m_stack->currentWidget() == m_plots;
}

QString SensitivityPage::invitation() const
{
    const SensitivitySettings &settings = m_controller->settings();
    if (settings.bits.empty())
        return tr("Choose a bit-width.");
    return tr("Each layer is measured by itself at each of the bit-widths, on %1 samples. A click "
              "then gives a layer its bits.")
        .arg(countText(settings.count));
}

bool SensitivityPage::showGap()
{
    using State = SensitivityController::State;
    const State state = m_controller->state();
    PageState page;
    if (m_document->isEmpty())
        page = {tr("No generator is open"),
                tr("Which of its layers hurts, at which bit-width, is found out here."),
                {},
                {m_open},
                {}};
    else if (state == State::None)
        page = {tr("Which layer hurts, at which bit-width?"), invitation(), {}, {m_start}, {}};
    else if (m_controller->findings().hasValues())
        return false;
    else if (state == State::Failed)
        page = {tr("The sensitivity could not be measured"),
                m_failure,
                m_failureDetails,
                {m_start},
                {}};
    else if (state == State::Running)
        page = {tr("Finding sensitivities"), progressText(), {}, {}, m_controller->fraction()};
    else
        page = {tr("The sweep was cancelled"),
                tr("None of its cells is measured yet."),
                {},
                {m_start},
                {}};
    m_state->setState(page);
    m_stack->setCurrentWidget(m_state);
    return true;
}

void SensitivityPage::showFailure(const QString &sentence, const QString &details)
{
    m_failure = sentence;
    m_failureDetails = details;
    m_isFailureNew = true;
}

QString SensitivityPage::progressText() const
{
    return tr("%1 of %2 cells")
        .arg(countText(m_controller->measured()), countText(m_controller->wanted()));
}

QStringList SensitivityPage::summary() const
{
    using State = SensitivityController::State;
    QString progress = progressText();
    if (m_controller->state() == State::Cancelled)
        progress = tr("cancelled after %1").arg(progress);
    const auto &report = m_controller->report();
    if (report)
        progress = tr("%1 cells").arg(countText(m_controller->measured()));
    if (report && report->isSettled)
        progress = tr("%1, all ranks told apart after %2 repeats")
                       .arg(progress, countText(std::size_t(report->repeats)));
    if (m_controller->isStale())
        return {tr("%1; measured by other settings than those chosen now").arg(progress),
                tr("%1; other settings").arg(progress), progress};
    return {tr("%1: %2").arg(progress, sensitivityConditions(m_controller->asked())), progress};
}

QStringList SensitivityPage::noteTexts() const
{
    const auto &report = m_controller->report();
    QStringList accuracies;
    if (report && report->sketch)
        accuracies = sketchAccuracyTexts(*report->sketch);
    if (accuracies.isEmpty())
        accuracies.append(QString());
    QStringList texts;
    for (const QString &accuracy : std::as_const(accuracies)) {
        QStringList notes{m_plots->note(), accuracy};
        notes += m_controller->notes();
        notes.removeAll(QString());
        texts.append(notes.join(u' ').trimmed());
    }
    return texts;
}

void SensitivityPage::showHead()
{
    const bool isShown = showsContent();
    const bool isRunning = m_controller->isRunning();
    const QStringList answer = sensitivityAnswer(m_controller->findings());
    m_answer->setTexts(isShown && !answer.isEmpty() ? answer : QStringList(QString()));
    m_answer->setVisible(isShown && !answer.isEmpty());
    m_summary->setTexts(isShown ? summary() : QStringList(QString()));
    m_note->setTexts(isShown ? noteTexts() : QStringList(QString()));
    m_note->setVisible(!m_note->text().isEmpty());
    m_plots->formList()->setVisible(isShown);
    if (!isShown)
        m_plots->bitsList()->hide();
    m_run->setText(isRunning                     ? tr("Cancel")
                   : m_controller->canContinue() ? tr("Continue")
                                                 : tr("Start"));
    m_run->setAccessibleName(isRunning ? tr("Cancel the sweep") : tr("Start the sweep"));
    m_run->setEnabled(isRunning || m_controller->canStart());
    m_find->setEnabled(m_controller->canStart());
    m_copyCommand->setEnabled(!m_controller->findings().isEmpty());
}

void SensitivityPage::showProgress()
{
    const bool isRunning = m_controller->isRunning();
    const bool showsLine = isRunning && showsContent();
    if (isRunning && !showsContent())
        m_state->setProgress(m_controller->fraction());
    m_progress->setBusy(showsLine);
    m_progress->setFraction(showsLine ? m_controller->fraction() : -1);
    Q_EMIT progressSeen(isVisible() && isRunning);
}

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metrics_words.h"
#include "views/metrics_form.h"
#include "views/metrics_page.h"
#include "views/metrics_result.h"
#include "widgets/message_banner.h"
#include "widgets/state_page.h"

#include <QAction>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>

namespace quantloupe {

namespace {

constexpr int kProgressSteps = 1000;

} // namespace

void MetricsPage::showNewest()
{
    showEstimate();
    const QList<Measurement> &all = m_parts.history->all();
    const int present = m_parts.history->indexOfPresent();
    m_shown = present >= 0 ? present : int(all.size()) - 1;
    showProgress();
    if (m_shown < 0) {
        m_banner->dismiss();
        showWithoutResult();
        return;
    }
    std::optional<MetricsReport> previous;
    if (m_shown > 0)
        previous = all[m_shown - 1].report;
    m_result->setReport(all[m_shown].report, previous);
    m_stack->setCurrentWidget(m_resultScroll);
    if (present < 0 && !m_parts.controller->isRunning())
        m_banner->showMessage(MessageKind::Warning, staleText(), {}, m_parts.measure);
    else
        m_banner->dismiss();
}

void MetricsPage::showWithoutResult()
{
    m_stack->setCurrentWidget(m_state);
    if (m_parts.document->isEmpty())
        m_state->setState({tr("No generator is open"),
                           tr("How far its configuration is from float is measured here."),
                           {},
                           {m_parts.open},
                           {}});
    else if (m_parts.controller->isRunning())
        showProgress();
    else if (resumable() > 0)
        m_state->setState({tr("The measurement was cancelled"),
                           keptText(),
                           {},
                           {m_parts.measure, m_parts.anew},
                           {}});
    else
        m_state->setState({tr("Nothing is measured yet"),
                           tr("How far is this configuration from float, and is that more than "
                              "noise?"),
                           {},
                           {m_parts.measure},
                           {}});
}

QString MetricsPage::staleText() const
{
    const int number = m_parts.history->all()[m_shown].number;
    if (resumable() > 0)
        return tr("These numbers are of measurement #%1; that of the present configuration was "
                  "cancelled. %2")
            .arg(QString::number(number), keptText());
    return tr("These numbers are of measurement #%1; the configuration has been edited since.")
        .arg(number);
}

void MetricsPage::takeEstimate()
{
    if (m_parts.controller->isRunning() || m_ending == Ending::Failed)
        showEstimate();
    else if (m_ending == Ending::Cancelled)
        showCancelled();
    else
        showNewest();
}

std::size_t MetricsPage::resumable() const
{
    const auto &estimate = m_parts.controller->estimate();
    return estimate ? estimate->resumable : 0;
}

QString MetricsPage::keptText() const
{
    const QLocale locale;
    return tr("%1 of %2 samples are kept; measuring again goes on from there.")
        .arg(locale.toString(qulonglong(resumable())),
             locale.toString(qulonglong(m_parts.controller->settings().count)));
}

QString MetricsPage::cancelledText() const
{
    if (!m_parts.controller->estimate())
        return {};
    return resumable() > 0 ? keptText()
                           : tr("Nothing of it is kept; measuring again starts from the first "
                                "sample.");
}

void MetricsPage::showPartial(const MetricsReport &report)
{
    m_arrived = report.n;
    if (report.rows.empty())
        return;
    const bool hadFocus = m_state->cancelButton()->hasFocus();
    m_result->setPartialReport(report);
    m_stack->setCurrentWidget(m_resultScroll);
    showProgress();
    if (hadFocus)
        shownCancel()->setFocus();
}

QString MetricsPage::stageText() const
{
    const MetricsController &controller = *m_parts.controller;
    const auto left = controller.timeLeft();
    switch (left ? left->stage : MetricsStage::Samples) {
    case MetricsStage::Reference:
        return tr("Reference");
    case MetricsStage::Samples:
        break;
    case MetricsStage::Projection:
        return tr("Projections for SWD");
    case MetricsStage::Numbers:
        return tr("Computing the numbers");
    }
    const QLocale locale;
    return tr("%1 of %2 samples")
        .arg(locale.toString(qulonglong(m_arrived)),
             locale.toString(qulonglong(controller.settings().count)));
}

QString MetricsPage::progressText() const
{
    const auto left = m_parts.controller->timeLeft();
    if (!left)
        return stageText();
    if (left->ofAll > left->ofPhase)
        return tr("%1: about %2 left, %3 until the end")
            .arg(stageText(), durationText(left->ofPhase), durationText(left->ofAll));
    return tr("%1: about %2 left").arg(stageText(), durationText(left->ofPhase));
}

void MetricsPage::showProgress()
{
    const bool isRunning = m_parts.controller->isRunning();
    const bool isBeside = isRunning && m_stack->currentWidget() != m_state;
    const double fraction = m_parts.controller->fraction();
    // A bar in one place: beside the numbers, or in the state that stands for them.
    for (QWidget *widget : QList<QWidget *>{m_progressText, m_progress, m_cancel})
        widget->setVisible(isBeside);
    m_progress->setRange(0, kProgressSteps);
    m_progress->setValue(qRound(fraction * kProgressSteps));
    m_progressText->setText(isRunning ? progressText() : QString());
    if (isRunning && !isBeside)
        m_state->setState({tr("Measuring"), progressText(), {}, {}, fraction});
}

void MetricsPage::showEstimate()
{
    const MetricsController &controller = *m_parts.controller;
    const bool canStart = m_parts.document->generator() && !controller.isRunning() &&
                          !controller.settings().metrics.empty();
    m_parts.measure->setEnabled(canStart);
    m_start->setEnabled(canStart);
    if (canStart && (m_cancel->hasFocus() || m_state->cancelButton()->hasFocus()))
        m_start->setFocus();
    m_start->setText(resumable() > 0 ? tr("Resume (F5)") : tr("Measure (F5)"));
    m_parts.anew->setEnabled(canStart);
    QString text;
    if (controller.settings().metrics.empty())
        text = tr("Choose a metric.");
    else if (controller.estimate())
        text = estimateText(*controller.estimate(), controller.settings().count);
    else if (!controller.estimateFailure().isEmpty())
        text = controller.estimateFailure();
    else if (canStart)
        text = tr("%1 samples; the time is being estimated…")
                   .arg(QLocale().toString(qulonglong(controller.settings().count)));
    m_estimate->setText(text);
    m_parts.measure->setStatusTip(text);
}

void MetricsPage::showFailure(const QString &sentence, const QString &details)
{
    m_ending = Ending::Failed;
    showEstimate();
    if (m_shown < 0) {
        m_state->setState({tr("The measurement failed"), sentence, details, {m_parts.measure}, {}});
        m_stack->setCurrentWidget(m_state);
        return;
    }
    showNewest();
    m_banner->showMessage(MessageKind::Error, tr("The measurement failed. %1").arg(sentence),
                          details, m_parts.measure);
}

void MetricsPage::showCancelled()
{
    m_ending = Ending::Cancelled;
    showEstimate();
    if (m_shown < 0) {
        QList<QAction *> actions{m_parts.measure};
        if (resumable() > 0)
            actions.append(m_parts.anew);
        m_state->setState({tr("The measurement was cancelled"), cancelledText(), {}, actions, {}});
        m_stack->setCurrentWidget(m_state);
        return;
    }
    showNewest();
    m_banner->showMessage(MessageKind::Info,
                          tr("The measurement was cancelled. %1").arg(cancelledText()).trimmed(),
                          {}, m_parts.measure);
}

} // namespace quantloupe

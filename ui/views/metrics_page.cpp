// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/metrics_page.h"

#include "models/metrics_words.h"
#include "views/metrics_form.h"
#include "views/metrics_result.h"
#include "widgets/help_page.h"
#include "widgets/message_banner.h"
#include "widgets/progress_line.h"
#include "widgets/reading_block.h"
#include "widgets/state_page.h"
#include "widgets/theme.h"

#include <QAction>
#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace quantloupe {

namespace {

QScrollArea *scrollAround(QWidget *content, const char *objectName, const QString &name)
{
    auto *scroll = new QScrollArea(content->parentWidget());
    scroll->setObjectName(objectName);
    scroll->setAccessibleName(name);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(content);
    return scroll;
}

} // namespace

MetricsPage::MetricsPage(const Parts &parts, QWidget *parent) : QWidget(parent), m_parts(parts)
{
    createWidgets();
    createLayout();
    connectSignals();
    showNewest();
}

void MetricsPage::createWidgets()
{
    setObjectName("metricsPage");
    setHelpPage(this, "metrics");
    m_form = new MetricsForm(this);
    m_form->setSettings(m_parts.controller->settings());
    m_estimate = new QLabel(this);
    m_estimate->setObjectName("metricsEstimate");
    m_estimate->setWordWrap(true);
    m_estimate->setFont(smallFont(m_estimate->font()));
    m_start = new QPushButton(this);
    m_start->setObjectName("startMeasuring");
    m_state = new StatePage(this);
    m_state->setObjectName("metricsState");
    m_banner = new MessageBanner(this);
    m_banner->setObjectName("metricsBanner");
    setHelpPage(m_banner, "metrics", {"Esc"});
    m_result = new MetricsResult(this);
    m_stack = new QStackedWidget(this);
    m_progress = new ProgressLine(this);
    m_progressText = new QLabel(this);
    m_progressText->setObjectName("metricsProgress");
    m_cancel = new QPushButton(tr("Cancel"), this);
    m_cancel->setObjectName("cancelMeasuring");
    m_cancel->setAccessibleName(tr("Cancel measuring"));
}

void MetricsPage::createLayout()
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(kSpacing, kSpacing, kSpacing, kSpacing);
    layout->setSpacing(kSpacingWide);
    layout->addWidget(createFormColumn());
    layout->addWidget(createResultColumn(), 1);
}

QWidget *MetricsPage::createFormColumn()
{
    auto *column = new QWidget(this);
    m_formScroll = scrollAround(m_form, "metricsFormScroll", tr("What is measured"));
    m_formScroll->setMinimumWidth(m_form->sizeHint().width() +
                                  m_formScroll->verticalScrollBar()->sizeHint().width());
    column->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    readAsBlock(column);
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kSpacingTight);
    layout->addWidget(m_formScroll, 1);
    layout->addWidget(m_estimate);
    layout->addWidget(m_start);
    return column;
}

QWidget *MetricsPage::createResultColumn()
{
    auto *column = new QWidget(this);
    readAsBlock(column);
    auto *running = new QHBoxLayout;
    running->setSpacing(kSpacing);
    running->addWidget(m_progressText, 1);
    running->addWidget(m_cancel);
    m_resultScroll = scrollAround(m_result, "metricsResultScroll", tr("Measurement"));
    m_stack->addWidget(m_state);
    m_stack->addWidget(m_resultScroll);
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kSpacingTight);
    layout->addWidget(m_banner);
    layout->addLayout(running);
    layout->addWidget(m_stack, 1);
    return column;
}

void MetricsPage::connectSignals()
{
    connect(m_form, &MetricsForm::edited, m_parts.controller, &MetricsController::setSettings);
    connect(m_start, &QPushButton::clicked, m_parts.controller,
            [this] { m_parts.controller->start(); });
    connect(m_cancel, &QPushButton::clicked, m_parts.controller, &MetricsController::cancel);
    connect(m_state, &StatePage::cancelRequested, m_parts.controller, &MetricsController::cancel);
    const auto newest = [this] {
        m_hasEnded = false;
        showNewest();
    };
    connect(m_parts.history, &MetricsHistory::changed, this, newest);
    for (const auto changed :
         {&QuantDocument::opened, &QuantDocument::configChanged, &QuantDocument::planChanged})
        connect(m_parts.document, changed, this, newest);
    connectController();
}

void MetricsPage::connectController()
{
    MetricsController *controller = m_parts.controller;
    connect(controller, &MetricsController::settingsChanged, this, [this] {
        if (!(m_form->settings() == m_parts.controller->settings()))
            m_form->setSettings(m_parts.controller->settings());
    });
    connect(controller, &MetricsController::estimateChanged, this, &MetricsPage::takeEstimate);
    connect(controller, &MetricsController::started, this, [this] {
        m_arrived = 0;
        m_hasEnded = false;
        const bool hadFocus = hasFocusOutsideForm();
        showNewest();
        if (hadFocus)
            shownCancel()->setFocus();
    });
    connect(controller, &MetricsController::arrived, this, &MetricsPage::showPartial);
    connect(controller, &MetricsController::progressed, this, &MetricsPage::showProgress);
    connect(controller, &MetricsController::failed, this, &MetricsPage::showFailure);
    connect(controller, &MetricsController::cancelled, this, &MetricsPage::showCancelled);
    connect(controller, &MetricsController::finished, this, [this] {
        if (!m_hasEnded)
            showNewest();
        showProgress();
        showEstimate();
    });
}

/// What has the focus here is about to be hidden or disabled.
bool MetricsPage::hasFocusOutsideForm() const
{
    const QWidget *focus = QApplication::focusWidget();
    return focus && isAncestorOf(focus) && !m_form->isAncestorOf(focus);
}

QWidget *MetricsPage::shownCancel() const
{
    return m_stack->currentWidget() == m_state ? m_state->cancelButton() : m_cancel;
}

void MetricsPage::focusStart()
{
    m_start->setFocus(Qt::ShortcutFocusReason);
}

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
    if (m_parts.document->isEmpty())
        m_state->setState({tr("No generator is open"),
                           tr("How far its configuration is from float is measured here."),
                           {},
                           {m_parts.open},
                           {}});
    else if (m_parts.controller->isRunning())
        m_state->setState(
            {tr("Measuring"), progressText(), {}, {}, m_parts.controller->fraction()});
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
    m_stack->setCurrentWidget(m_state);
}

QString MetricsPage::staleText() const
{
    if (resumable() > 0)
        return tr("These numbers are of measurement #%1; that of the present configuration was "
                  "cancelled. %2")
            .arg(QString::number(m_shown + 1), keptText());
    return tr("These numbers are of measurement #%1; the configuration has been edited since.")
        .arg(m_shown + 1);
}

void MetricsPage::takeEstimate()
{
    if (m_hasEnded || m_parts.controller->isRunning())
        showEstimate();
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

void MetricsPage::showPartial(const MetricsReport &report)
{
    m_arrived = report.n;
    if (report.rows.empty())
        return;
    m_result->setPartialReport(report);
    m_stack->setCurrentWidget(m_resultScroll);
    showProgress();
}

QString MetricsPage::progressText() const
{
    const MetricsController &controller = *m_parts.controller;
    const QLocale locale;
    QString text = tr("%1 of %2 samples")
                       .arg(locale.toString(qulonglong(m_arrived)),
                            locale.toString(qulonglong(controller.settings().count)));
    if (const std::optional<double> left = controller.secondsLeft())
        text += tr(", %1 left").arg(durationText(*left));
    return text;
}

void MetricsPage::showProgress()
{
    const bool isRunning = m_parts.controller->isRunning();
    const bool isBeside = isRunning && m_stack->currentWidget() != m_state;
    m_progress->setBusy(isRunning);
    m_progress->setFraction(isRunning ? m_parts.controller->fraction() : -1);
    m_progressText->setText(isRunning ? progressText() : QString());
    m_progressText->setVisible(isBeside);
    m_cancel->setVisible(isBeside);
    if (isRunning && !isBeside)
        m_state->setState(
            {tr("Measuring"), progressText(), {}, {}, m_parts.controller->fraction()});
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
    m_hasEnded = true;
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
    m_hasEnded = true;
    showEstimate();
    const QString sentence = tr("What was measured is kept; measuring again goes on from there.");
    if (m_shown < 0) {
        m_state->setState({tr("The measurement was cancelled"),
                           sentence,
                           {},
                           {m_parts.measure, m_parts.anew},
                           {}});
        m_stack->setCurrentWidget(m_state);
        return;
    }
    showNewest();
    m_banner->showMessage(MessageKind::Info, tr("The measurement was cancelled. %1").arg(sentence),
                          {}, m_parts.measure);
}

void MetricsPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_progress->setGeometry(0, 0, width(), ProgressLine::kThickness);
    m_progress->raise();
}

} // namespace quantloupe

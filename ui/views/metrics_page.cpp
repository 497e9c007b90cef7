// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/metrics_page.h"

#include "views/metrics_form.h"
#include "views/metrics_result.h"
#include "widgets/help_page.h"
#include "widgets/message_banner.h"
#include "widgets/reading_block.h"
#include "widgets/row_scroll_area.h"
#include "widgets/state_page.h"
#include "widgets/theme.h"

#include <QAction>
#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace quantloupe {

namespace {

constexpr int kProgressCharacters = 12;
/// In small windows, where it would take the room of other docks.
constexpr int kLeastProgressCharacters = 7;

void scrollAround(QScrollArea *scroll, QWidget *content, const char *objectName,
                  const QString &name)
{
    scroll->setObjectName(objectName);
    scroll->setAccessibleName(name);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(content);
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
    m_progress = new QProgressBar(this);
    m_progress->setObjectName("measuringProgress");
    m_progress->setAccessibleName(tr("Progress of measuring"));
    m_progress->setTextVisible(false);
    m_progress->setMaximumHeight(fontMetrics().height());
    m_progress->setMaximumWidth(fontMetrics().averageCharWidth() * kProgressCharacters);
    m_progress->setMinimumWidth(fontMetrics().averageCharWidth() * kLeastProgressCharacters);
    m_progressText = new QLabel(this);
    m_progressText->setObjectName("metricsProgress");
    // On one line it would take the room of other docks.
    m_progressText->setWordWrap(true);
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
    m_formScroll = new RowScrollArea(this);
    scrollAround(m_formScroll, m_form, "metricsFormScroll", tr("What is measured"));
    fitFormColumn();
    column->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    // What is scrolled away is above the button all the same.
    readAsBlock(m_formScroll);
    readAsBlock(column);
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kSpacingTight);
    layout->addWidget(m_formScroll, 1);
    layout->addWidget(m_estimate);
    layout->addWidget(m_start);
    return column;
}

void MetricsPage::fitFormColumn()
{
    // Layouts inside of layouts learn of another font one turn of the event loop after the other.
    for (QWidget *field : m_form->findChildren<QWidget *>())
        field->updateGeometry();
    m_formScroll->setMinimumWidth(m_form->sizeHint().width() +
                                  m_formScroll->verticalScrollBar()->sizeHint().width());
}

void MetricsPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    // The fields have the font after the page.
    if (event->type() == QEvent::FontChange)
        QMetaObject::invokeMethod(this, &MetricsPage::fitFormColumn, Qt::QueuedConnection);
}

QWidget *MetricsPage::createResultColumn()
{
    auto *column = new QWidget(this);
    readAsBlock(column);
    auto *running = new QHBoxLayout;
    running->setSpacing(kSpacing);
    running->addWidget(m_progressText, 1);
    running->addWidget(m_progress);
    running->addWidget(m_cancel);
    m_resultScroll = new QScrollArea(this);
    scrollAround(m_resultScroll, m_result, "metricsResultScroll", tr("Measurement"));
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
        m_ending = Ending::None;
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
        // What was cancelled is not what is measured next.
        if (m_ending == Ending::Cancelled)
            m_ending = Ending::None;
        if (!(m_form->settings() == m_parts.controller->settings()))
            m_form->setSettings(m_parts.controller->settings());
    });
    connect(controller, &MetricsController::estimateChanged, this, &MetricsPage::takeEstimate);
    connect(controller, &MetricsController::started, this, [this] {
        m_arrived = 0;
        m_ending = Ending::None;
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
        if (m_ending == Ending::None)
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

} // namespace quantloupe

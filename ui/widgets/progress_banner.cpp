// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/progress_banner.h"

#include "widgets/elided_label.h"
#include "widgets/theme.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>

#include <algorithm>

namespace quantloupe {

namespace {

constexpr std::chrono::milliseconds kBlink{250};
constexpr int kPermille = 1000;
constexpr int kProgressCharacters = 24;

} // namespace

ProgressBanner::ProgressBanner(QWidget *parent) : QFrame(parent)
{
    createWidgets();
    createLayout();
    connectSignals();
    hide();
}

void ProgressBanner::createWidgets()
{
    setObjectName(QStringLiteral("progressBanner"));
    m_text = new ElidedLabel(this);
    m_text->setObjectName(QStringLiteral("progressText"));
    m_progress = new QProgressBar(this);
    m_progress->setObjectName(QStringLiteral("progressBar"));
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(fontMetrics().averageCharWidth() * kProgressCharacters);
    m_progress->setMaximumHeight(fontMetrics().height());
    m_cancel = new QPushButton(tr("Cancel"), this);
    m_cancel->setObjectName(QStringLiteral("progressCancel"));
    m_cancel->setAccessibleName(tr("Cancel"));
    m_cancel->setToolTip(tr("Stop what is running (Esc)"));
    m_delay.setSingleShot(true);
    m_delay.setInterval(kBlink);
}

void ProgressBanner::createLayout()
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(kSpacing, kSpacing, kSpacing, kSpacing);
    row->setSpacing(kSpacing);
    row->addWidget(m_text, 1);
    row->addWidget(m_progress);
    row->addWidget(m_cancel);
}

void ProgressBanner::connectSignals()
{
    connect(&m_delay, &QTimer::timeout, this, &QWidget::show);
    connect(m_cancel, &QPushButton::clicked, this, &ProgressBanner::cancelRequested);
}

void ProgressBanner::start(const QString &text)
{
    m_text->setText(text);
    m_progress->setRange(0, 0);
    setAccessibleName(text);
    if (isHidden())
        m_delay.start();
}

void ProgressBanner::setFraction(double fraction)
{
    m_progress->setRange(0, kPermille);
    m_progress->setValue(qRound(std::clamp(fraction, 0.0, 1.0) * kPermille));
}

void ProgressBanner::stop()
{
    m_delay.stop();
    hide();
}

void ProgressBanner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const ThemeColors &colors = themeColors(palette());
    painter.fillRect(rect(), colors.infoGround);
    painter.fillRect(QRect(0, height() - 1, width(), 1), colors.divider);
}

} // namespace quantloupe

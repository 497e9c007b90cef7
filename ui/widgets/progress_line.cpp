// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/progress_line.h"

#include "widgets/theme.h"

#include <QPainter>

#include <algorithm>

namespace quantloupe {

namespace {

constexpr int kSweepMilliseconds = 1400;
constexpr double kPiece = 0.2;

} // namespace

ProgressLine::ProgressLine(QWidget *parent) : QWidget(parent)
{
    createWidgets();
    connectSignals();
}

void ProgressLine::createWidgets()
{
    setObjectName(QStringLiteral("progressLine"));
    setAccessibleName(tr("Progress"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFixedHeight(kThickness);
    hide();
    m_animation.setDuration(kSweepMilliseconds);
    m_animation.setLoopCount(-1);
    m_animation.setStartValue(-kPiece);
    m_animation.setEndValue(1.0);
}

void ProgressLine::connectSignals()
{
    connect(&m_animation, &QVariantAnimation::valueChanged, this, [this] { update(); });
}

void ProgressLine::setBusy(bool busy)
{
    m_busy = busy;
    refresh();
}

void ProgressLine::setFraction(double fraction)
{
    m_fraction = std::min(fraction, 1.0);
    refresh();
}

void ProgressLine::refresh()
{
    const bool unknown = m_fraction < 0;
    setVisible(m_busy || !unknown);
    if (m_busy && unknown && m_animation.state() != QAbstractAnimation::Running)
        m_animation.start();
    else if (!m_busy || !unknown)
        m_animation.stop();
    setAccessibleDescription(unknown ? QString() : tr("%1 %").arg(qRound(m_fraction * 100)));
    update();
}

void ProgressLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const ThemeColors &colors = themeColors(palette());
    painter.fillRect(rect(), colors.divider);
    const double from = m_fraction < 0 ? m_animation.currentValue().toDouble() : 0;
    const double length = m_fraction < 0 ? kPiece : m_fraction;
    painter.fillRect(QRectF(from * width(), 0, length * width(), height()), colors.accent);
}

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare_view.h"

#include "widgets/compare_footer.h"
#include "widgets/compare_grid.h"
#include "widgets/progress_line.h"

#include <QVBoxLayout>

#include <algorithm>

namespace quantloupe {

CompareView::CompareView(QWidget *parent) : QWidget(parent)
{
    createWidgets();
    createLayout();
    connectSignals();
    setDifference(m_kind, m_gain);
}

void CompareView::createWidgets()
{
    setObjectName(QStringLiteral("compareView"));
    setAccessibleName(tr("Compare"));
    m_grid = new CompareGrid(this);
    m_footer = new CompareFooter(this);
    m_progress = new ProgressLine(this);
    m_staleTimer.setObjectName(QStringLiteral("staleTimer"));
    m_staleTimer.setSingleShot(true);
    m_staleTimer.setInterval(kStaleMilliseconds);
    setFocusProxy(m_grid);
}

void CompareView::createLayout()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_grid, 1);
    column->addWidget(m_footer);
}

void CompareView::connectSignals()
{
    connect(&m_staleTimer, &QTimer::timeout, m_grid, [this] { m_grid->setDimmed(true); });
    connect(m_grid, &CompareGrid::zoomChanged, m_footer, &CompareFooter::setZoom);
    connect(m_grid, &CompareGrid::zoomChanged, this, &CompareView::zoomChanged);
    connect(m_grid, &CompareGrid::currentChanged, this, &CompareView::currentChanged);
    connect(m_grid, &CompareGrid::readoutChanged, m_footer, &CompareFooter::setReadout);
    connect(m_footer, &CompareFooter::gainRequested, this,
            [this](double gain) { setDifference(m_kind, gain); });
}

void CompareView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_progress->setGeometry(0, 0, width(), ProgressLine::kThickness);
    m_progress->raise();
}

void CompareView::setCount(int count)
{
    m_count = std::max(0, count);
    m_grid->setCount(m_count);
}

void CompareView::setPair(int position, const SamplePair &pair)
{
    m_grid->setPair(position, pair);
}

const SamplePair *CompareView::pair(int position) const
{
    return m_grid->pair(position);
}

void CompareView::clear()
{
    setStale(false);
    setCount(0);
}

void CompareView::setBusy(bool busy)
{
    m_progress->setBusy(busy);
}

void CompareView::setProgress(double fraction)
{
    m_progress->setFraction(fraction);
}

void CompareView::setStale(bool stale)
{
    if (!stale) {
        m_staleTimer.stop();
        m_grid->setDimmed(false);
        return;
    }
    m_grid->markStale();
    // An edit while already dimmed must not flash.
    if (!m_staleTimer.isActive())
        m_staleTimer.start();
}

void CompareView::setDifference(DifferenceKind kind, double gain)
{
    const bool changed = gain != m_gain;
    m_kind = kind;
    m_gain = gain;
    m_grid->setDifference(kind, gain);
    m_footer->setDifference(kind, gain);
    if (changed)
        Q_EMIT gainChanged(gain);
}

double CompareView::zoom() const
{
    return m_grid->zoom();
}

void CompareView::setZoom(double zoom, QPointF anchor)
{
    m_grid->setZoom(zoom, m_grid->viewport()->mapFrom(this, anchor));
}

void CompareView::fit()
{
    m_grid->fit();
}

int CompareView::current() const
{
    return m_grid->current();
}

void CompareView::setCurrent(int position)
{
    m_grid->setCurrent(position);
}

void CompareView::selectNext()
{
    m_grid->setCurrent(std::min(m_count - 1, current() + 1));
}

void CompareView::selectPrevious()
{
    m_grid->setCurrent(std::max(m_count > 0 ? 0 : -1, current() - 1));
}

} // namespace quantloupe

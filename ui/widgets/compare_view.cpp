// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare_view.h"

#include "widgets/compare_footer.h"
#include "widgets/compare_grid.h"
#include "widgets/progress_line.h"

#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace quantloupe {

CompareView::CompareView(QWidget *parent) : QWidget(parent)
{
    createWidgets();
    createBrushes();
    createLayout();
    connectSignals();
    setDifference(m_kind, m_gain);
}

void CompareView::createWidgets()
{
    setObjectName(QStringLiteral("compareView"));
    setAccessibleName(tr("Compare"));
    m_grid = new CompareGrid(this);
    m_large = new CompareLarge(this);
    m_stack = new QStackedWidget(this);
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
    m_stack->addWidget(m_grid);
    m_stack->addWidget(m_large);
    column->addWidget(m_stack, 1);
    column->addWidget(m_footer);
}

void CompareView::connectSignals()
{
    connect(&m_staleTimer, &QTimer::timeout, m_grid, [this] {
        m_grid->setDimmed(true);
        dimLarge();
    });
    connect(m_grid, &CompareGrid::zoomChanged, this, &CompareView::showZoom);
    connect(m_grid, &CompareGrid::currentChanged, this, [this](int position) {
        endBrush();
        showLarge();
        Q_EMIT currentChanged(position);
    });
    connect(m_grid, &CompareGrid::enlargeRequested, this, [this] { setMode(CompareMode::Pair); });
    connect(m_large, &CompareLarge::closeRequested, this, [this] { setMode(CompareMode::Grid); });
    connect(m_large, &CompareLarge::stepRequested, this, &CompareView::step);
    connect(m_large, &CompareLarge::zoomChanged, this, &CompareView::showZoom);
    connect(m_grid, &CompareGrid::panned, this, &CompareView::panned);
    connect(m_large, &CompareLarge::panned, this, &CompareView::panned);
    connect(m_large, &CompareLarge::readoutChanged, m_footer, &CompareFooter::setReadout);
    connect(m_grid, &CompareGrid::readoutChanged, m_footer, &CompareFooter::setReadout);
    connect(m_footer, &CompareFooter::raiseRequested, this, &CompareView::raiseGain);
    connect(m_footer, &CompareFooter::lowerRequested, this, &CompareView::lowerGain);
    connect(m_footer, &CompareFooter::kindRequested, this,
            [this](DifferenceKind kind) { setDifference(kind, m_gain); });
}

void CompareView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_progress->setGeometry(0, 0, width(), ProgressLine::kThickness);
    m_progress->raise();
}

void CompareView::setCount(int count)
{
    endBrush();
    m_count = std::max(0, count);
    m_grid->setCount(m_count);
}

void CompareView::setPair(int position, const SamplePair &pair)
{
    setPair(position, 0, pair);
}

void CompareView::setPair(int position, int configuration, const SamplePair &pair)
{
    m_grid->setPair(position, pair, configuration);
    if (position == current())
        showLarge();
}

const SamplePair *CompareView::pair(int position, int configuration) const
{
    return m_grid->pair(position, configuration);
}

void CompareView::setMode(CompareMode mode)
{
    if (mode == m_mode || (mode != CompareMode::Grid && current() < 0))
        return;
    const bool hadFocus = m_grid->hasFocus() || m_large->hasFocus();
    const PictureZoom zoomBefore = wantedZoom();
    m_mode = mode;
    QWidget *shown = m_grid;
    if (mode != CompareMode::Grid) {
        shown = m_large;
        m_large->setMode(mode);
        showLarge();
    }
    // What fills the view with one picture would leave the grid with scraps.
    if (mode != CompareMode::Grid)
        setWantedZoom(zoomBefore);
    m_stack->setCurrentWidget(shown);
    setFocusProxy(shown);
    if (hadFocus)
        shown->setFocus();
    m_footer->setShowsDifference(mode == CompareMode::Grid || mode == CompareMode::Difference);
    m_footer->setReadout({});
    m_footer->setZoom(zoom());
    Q_EMIT modeChanged(mode);
}

void CompareView::setChoice(const LargeChoice &choice)
{
    m_large->setChoice(choice);
}

const LargeChoice &CompareView::choice() const
{
    return m_large->choice();
}

void CompareView::setShowsFloat(bool shows)
{
    m_grid->setShowsFloat(shows);
    m_large->setShowsLeft(shows);
}

void CompareView::clear()
{
    setStale(Staleness::None);
    endBetween();
    setMode(CompareMode::Grid);
    fit();
    setCount(0);
    m_samples.clear();
    m_pinned = 0;
}

void CompareView::setBusy(bool busy)
{
    m_progress->setBusy(busy);
    if (!busy && m_worstFirst)
        m_grid->sort(true);
}

void CompareView::setProgress(double fraction)
{
    m_progress->setFraction(fraction);
}

void CompareView::setStale(Staleness staleness)
{
    if (staleness == Staleness::None) {
        m_staleTimer.stop();
        m_grid->setDimmed(false);
        m_large->setDimmed(Staleness::None);
        return;
    }
    m_grid->markStale(staleness);
    m_betweenStaleness = std::max(m_betweenStaleness, staleness);
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
    m_large->setDifference(kind, gain);
    m_footer->setDifference(kind, gain);
    if (changed)
        Q_EMIT gainChanged(gain);
}

void CompareView::raiseGain()
{
    setDifference(m_kind, std::min(CompareFooter::kLargestGain, 2 * m_gain));
}

void CompareView::lowerGain()
{
    setDifference(m_kind, std::max(CompareFooter::kSmallestGain, m_gain / 2));
}

QWidget *CompareView::footer() const
{
    return m_footer;
}

double CompareView::zoom() const
{
    return m_mode == CompareMode::Grid ? m_grid->zoom() : m_large->zoom();
}

/// The one that is not shown fits its pictures too.
void CompareView::showZoom(double changed)
{
    if (changed != zoom())
        return;
    m_footer->setZoom(changed);
    Q_EMIT zoomChanged(changed);
}

void CompareView::setZoom(double zoom, QPointF anchor)
{
    if (m_mode == CompareMode::Grid)
        m_grid->setZoom(zoom, m_grid->viewport()->mapFrom(this, anchor));
    else
        m_large->setZoom(zoom, m_large->mapFrom(this, anchor));
}

void CompareView::fit()
{
    if (m_mode == CompareMode::Grid)
        m_grid->fit();
    else
        m_large->fit();
}

const PictureZoom &CompareView::wantedZoom() const
{
    return m_mode == CompareMode::Grid ? m_grid->wantedZoom() : m_large->wantedZoom();
}

void CompareView::setWantedZoom(const PictureZoom &zoom)
{
    if (m_mode == CompareMode::Grid)
        m_grid->setWantedZoom(zoom);
    else
        m_large->setWantedZoom(zoom);
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
    step(1);
}

void CompareView::selectPrevious()
{
    step(-1);
}

void CompareView::step(int by)
{
    if (current() < 0)
        return;
    const int place = m_grid->placeOf(current()) + by;
    if (place >= 0 && place < m_count)
        m_grid->setCurrent(m_grid->positionAt(place));
}

} // namespace quantloupe

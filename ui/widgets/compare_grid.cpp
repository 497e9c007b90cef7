// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare_grid.h"

#include "models/path_place.h"
#include "widgets/compare_painter.h"
#include "widgets/compare_text.h"
#include "widgets/pixel_tip.h"
#include "widgets/theme.h"

#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace quantloupe {

namespace {

constexpr QSize kUnknownPicture(32, 32);
constexpr int kSmallestTile = 48;
/// Between a picture and the text above or below it.
constexpr int kTextGap = 2;
constexpr int kPreferredWidth = 720;
constexpr int kPreferredHeight = 700;

} // namespace

CompareGrid::CompareGrid(QWidget *parent) : QAbstractScrollArea(parent)
{
    createWidgets();
    createLayout();
}

void CompareGrid::createWidgets()
{
    setObjectName(QStringLiteral("compareGrid"));
    setAccessibleName(tr("Float and quantized pictures"));
    viewport()->setObjectName(QStringLiteral("compareViewport"));
    viewport()->setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    m_tip = new PixelTip(viewport());
}

void CompareGrid::createLayout()
{
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

QSize CompareGrid::sizeHint() const
{
    return {kPreferredWidth, kPreferredHeight};
}

QSize CompareGrid::minimumSizeHint() const
{
    return {kPreferredWidth / 3, kPreferredHeight / 3};
}

void CompareGrid::setCount(int count)
{
    if (count == m_cache.count())
        return;
    setHover({}, {});
    m_cache.resize(count);
    m_order.reset(m_cache.count());
    m_stale.resize(std::size_t(std::max(0, count)));
    relayout();
    setCurrent(count == 0 ? -1 : std::clamp(m_current, 0, count - 1));
}

void CompareGrid::setPair(int position, const SamplePair &pair, int configuration)
{
    if (position < 0 || position >= m_cache.count())
        return;
    const QSize before = m_cache.pictureSize();
    m_cache.set(position, pair, configuration);
    if (configuration == 0)
        m_stale[position] = Staleness::None;
    if (m_cache.pictureSize() != before)
        relayout();
    else
        updateCell(position);
    if (position == m_current)
        describeCurrent();
    refreshReadout();
}

void CompareGrid::setShowsFloat(bool shows)
{
    m_showsFloat = shows;
    viewport()->update();
}

void CompareGrid::markStale(Staleness staleness)
{
    for (Staleness &each : m_stale)
        each = std::max(each, staleness);
}

void CompareGrid::setDimmed(bool dimmed)
{
    if (dimmed == m_dimmed)
        return;
    m_dimmed = dimmed;
    viewport()->update();
}

void CompareGrid::setDifference(DifferenceKind kind, double gain)
{
    m_cache.setDifference(kind, gain);
    viewport()->update();
}

void CompareGrid::setCurrent(int position)
{
    if (position == m_current || position >= m_cache.count())
        return;
    updateCell(m_current);
    m_current = position;
    updateCell(m_current);
    ensureVisible(m_current);
    describeCurrent();
    Q_EMIT currentChanged(position);
}

void CompareGrid::describeCurrent()
{
    const SamplePair *shown = pair(m_current);
    setAccessibleDescription(shown ? pairDescription(*shown, sampleName(m_current)) : QString());
}

void CompareGrid::setSeed(std::optional<std::uint64_t> seed)
{
    m_seed = seed;
    describeCurrent();
    viewport()->update();
}

/// Those that are not pinned are of the present seed, or about to be.
QString CompareGrid::sampleName(int position) const
{
    const SamplePair *shown = pair(position);
    if (!shown)
        return {};
    return sampleText(shown->sample, position < m_pinned ? m_seed : std::nullopt);
}

CompareSpace CompareGrid::space() const
{
    const double ratio = devicePixelRatioF();
    const auto device = [ratio](int length) { return int(std::ceil(length * ratio)); };
    const CompareTextSizes text = ComparePainter(*this).textSizes(m_names);
    const QSize room = maximumViewportSize();
    CompareSpace space;
    space.viewport = {int(room.width() * ratio), int(room.height() * ratio)};
    space.scrollBarWidth = device(verticalScrollBar()->sizeHint().width());
    space.count = m_cache.count();
    space.configurations = m_cache.configurations();
    space.picture = pictureSize();
    space.headerWidth = device(text.header);
    space.captionHeight = device(text.line + kTextGap);
    space.metricsHeight = device(2 * text.line + kTextGap);
    space.minCellWidth = device(text.cell);
    space.minTile = device(kSmallestTile);
    space.gap = device(kSpacing);
    space.margin = device(kSpacing);
    return space;
}

void CompareGrid::relayout()
{
    const CompareSpace space = this->space();
    m_layout = CompareLayout(space);
    verticalScrollBar()->setRange(0,
                                  std::max(0, m_layout.contentHeight() - space.viewport.height()));
    verticalScrollBar()->setPageStep(space.viewport.height());
    verticalScrollBar()->setSingleStep(2 * space.captionHeight);
    setWantedZoom(m_wanted);
    viewport()->update();
}

QSize CompareGrid::pictureSize() const
{
    return m_cache.pictureSize().isEmpty() ? kUnknownPicture : m_cache.pictureSize();
}

void CompareGrid::setRegion(const PictureRegion &region)
{
    const double before = m_region.scale;
    m_region = bounded(region, pictureSize(), m_layout.tileSize());
    m_cache.setRegion(m_region, m_layout.tileSize());
    viewport()->update();
    if (m_region.scale != before)
        Q_EMIT zoomChanged(m_region.scale);
}

bool CompareGrid::canPan() const
{
    return m_region.scale > m_layout.fitScale();
}

void CompareGrid::fit()
{
    setWantedZoom({});
}

void CompareGrid::setWantedZoom(const PictureZoom &zoom)
{
    m_wanted = zoom;
    setRegion(regionOf(m_wanted, m_layout.fitScale(), pictureSize(), m_layout.tileSize()));
}

void CompareGrid::setZoom(double zoom, QPointF anchor)
{
    const auto hit = hitAt(toContent(anchor));
    const QSize tile = m_layout.tileSize();
    zoomTo(allowedScale(zoom, m_layout.fitScale()),
           hit ? hit->offset : QPoint(tile.width() / 2, tile.height() / 2));
}

void CompareGrid::zoomTo(double scale, QPoint inTile)
{
    if (scale <= m_layout.fitScale()) {
        fit();
        return;
    }
    setRegion(zoomed(m_region, scale, QPointF(inTile) + QPointF(0.5, 0.5)));
    m_wanted = zoomOf(m_region, pictureSize(), m_layout.tileSize());
}

void CompareGrid::panBy(QPoint device)
{
    setRegion({m_region.scale, m_region.offset - device});
    m_wanted = zoomOf(m_region, pictureSize(), m_layout.tileSize());
    Q_EMIT panned();
}

int CompareGrid::scrolled() const
{
    return verticalScrollBar()->value();
}

QPoint CompareGrid::toContent(QPointF inViewport) const
{
    const QPointF device = inViewport * devicePixelRatioF();
    return {int(std::floor(device.x())), int(std::floor(device.y())) + scrolled()};
}

QRectF CompareGrid::toViewport(QRect content) const
{
    const double ratio = devicePixelRatioF();
    const QRect moved = content.translated(0, -scrolled());
    return {moved.x() / ratio, moved.y() / ratio, moved.width() / ratio, moved.height() / ratio};
}

QRectF CompareGrid::tileRect(int position, PictureRow row) const
{
    return toViewport(m_layout.tile(placeOf(position), row));
}

std::optional<TileHit> CompareGrid::hitAt(QPoint content) const
{
    std::optional<TileHit> hit = m_layout.tileAt(content);
    if (hit)
        hit->position = positionAt(hit->position);
    return hit;
}

void CompareGrid::updateCell(int position)
{
    if (position < 0 || position >= m_layout.count())
        return;
    const int outline = kSpacing;
    viewport()->update(toViewport(cellOf(position))
                           .toAlignedRect()
                           .adjusted(-outline, -outline, outline, outline));
}

void CompareGrid::ensureVisible(int position)
{
    // Before it is shown the grid does not have its size.
    if (position < 0 || position >= m_layout.count() || !isVisible())
        return;
    const QRect cell = cellOf(position);
    QScrollBar *bar = verticalScrollBar();
    const bool isSeen = cell.bottom() > bar->value() && cell.top() < bar->value() + bar->pageStep();
    // Of one that is taller than the room, any part will do.
    if (cell.height() > bar->pageStep() && isSeen)
        return;
    if (cell.top() < bar->value() || cell.height() > bar->pageStep())
        bar->setValue(cell.top());
    else if (cell.bottom() > bar->value() + bar->pageStep())
        bar->setValue(cell.bottom() + kSpacing - bar->pageStep());
}

} // namespace quantloupe

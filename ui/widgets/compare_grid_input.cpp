// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare_grid.h"

#include "widgets/arrow_keys.h"
#include "widgets/compare_text.h"
#include "widgets/pixel_tip.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>

namespace quantloupe {

namespace {

constexpr int kWheelNotch = 120;

} // namespace

bool CompareGrid::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave) {
        m_pointer.reset();
        setHover({}, {});
    }
    if (event->type() == QEvent::ToolTip) {
        explainAt(*static_cast<QHelpEvent *>(event));
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void CompareGrid::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    relayout();
}

void CompareGrid::showEvent(QShowEvent *event)
{
    QAbstractScrollArea::showEvent(event);
    ensureVisible(m_current);
}

void CompareGrid::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        relayout();
    else if (event->type() == QEvent::PaletteChange)
        viewport()->update();
}

void CompareGrid::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    updateCell(m_current);
}

void CompareGrid::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    m_pointer.reset();
    setHover({}, {});
    updateCell(m_current);
}

void CompareGrid::keyPressEvent(QKeyEvent *event)
{
    const auto chord = event->modifiers() & (Qt::ControlModifier | Qt::AltModifier);
    if (chord == Qt::ControlModifier && lookByKey(event->key()))
        event->accept();
    else if (chord || (!moveByKey(event->key()) && !zoomByKey(event->key())))
        QAbstractScrollArea::keyPressEvent(event);
}

bool CompareGrid::moveByKey(int key)
{
    if (m_current < 0)
        return false;
    const int last = m_cache.count() - 1;
    const int columns = m_layout.columns();
    const int here = placeOf(m_current);
    const auto go = [&](int place) {
        if (place >= 0 && place <= last)
            setCurrent(positionAt(place));
        return true;
    };
    switch (key) {
    case Qt::Key_BracketLeft:
    case Qt::Key_Left:
        return go(here - 1);
    case Qt::Key_BracketRight:
    case Qt::Key_Right:
        return go(here + 1);
    case Qt::Key_Up:
        return go(here - columns);
    case Qt::Key_Down:
        return go(here + columns);
    case Qt::Key_Home:
        return go(0);
    case Qt::Key_End:
        return go(last);
    default:
        return false;
    }
}

bool CompareGrid::lookByKey(int key)
{
    const QPoint direction = arrowDirection(key);
    if (direction.isNull() || !pair(m_current))
        return false;
    if (m_region.scale < PixelTip::kFromScale)
        panBy(panStep(direction, m_layout.tileSize()));
    else
        readNext(direction);
    return true;
}

void CompareGrid::readNext(QPoint direction)
{
    const bool isRead = m_hover && m_hover->first == m_current;
    const QSize tile = m_layout.tileSize();
    const QPoint pixel = nextPixel(isRead ? std::optional(m_hover->second) : std::nullopt,
                                   direction, m_region, m_cache.pictureSize(), tile);
    panBy(shiftToShow(pixel, m_region, tile));
    const QRectF shown = tileRect(m_current, PictureRow::Float);
    const QPointF inTile = QRectF(m_region.pixelRect(pixel)).center() / devicePixelRatioF();
    updateReadout(shown.topLeft() + inTile);
}

bool CompareGrid::zoomByKey(int key)
{
    const QPoint centre(m_layout.tileSize().width() / 2, m_layout.tileSize().height() / 2);
    const double fitScale = m_layout.fitScale();
    switch (key) {
    case Qt::Key_Plus:
        zoomTo(nextScale(m_region.scale, fitScale, 1), centre);
        return true;
    case Qt::Key_Minus:
        zoomTo(nextScale(m_region.scale, fitScale, -1), centre);
        return true;
    case Qt::Key_0:
        fit();
        return true;
    default:
        return false;
    }
}

void CompareGrid::wheelEvent(QWheelEvent *event)
{
    const auto hit = hitAt(toContent(event->position()));
    if (!hit || (event->modifiers() & Qt::ShiftModifier)) {
        QAbstractScrollArea::wheelEvent(event);
        return;
    }
    m_wheelRest += event->angleDelta().y();
    const int notches = m_wheelRest / kWheelNotch;
    m_wheelRest -= notches * kWheelNotch;
    if (notches != 0)
        zoomTo(nextScale(m_region.scale, m_layout.fitScale(), notches), hit->offset);
    updateCursor(true);
    updateReadout(event->position());
    event->accept();
}

void CompareGrid::mousePressEvent(QMouseEvent *event)
{
    const QPoint at = toContent(event->position());
    const auto place = m_layout.positionAt(at);
    // The menu of the right button is about the picture under the mouse, too.
    if (place && (event->button() == Qt::LeftButton || event->button() == Qt::RightButton))
        setCurrent(positionAt(*place));
    if (event->button() != Qt::LeftButton)
        return;
    if (m_layout.tileAt(at) && canPan())
        m_panFrom = event->position();
    updateCursor(m_layout.tileAt(at).has_value());
}

void CompareGrid::mouseMoveEvent(QMouseEvent *event)
{
    if (m_panFrom) {
        const QPoint moved = toContent(event->position()) - toContent(*m_panFrom);
        m_panFrom = event->position();
        panBy(moved);
        return;
    }
    updateCursor(m_layout.tileAt(toContent(event->position())).has_value());
    updateReadout(event->position());
}

void CompareGrid::mouseReleaseEvent(QMouseEvent *event)
{
    m_panFrom.reset();
    updateCursor(m_layout.tileAt(toContent(event->position())).has_value());
}

void CompareGrid::mouseDoubleClickEvent(QMouseEvent *event)
{
    m_panFrom.reset();
    const bool onLatent = m_layout.positionAt(toContent(event->position())).has_value();
    if (event->button() == Qt::LeftButton && canPan())
        fit();
    else if (event->button() == Qt::LeftButton && onLatent)
        Q_EMIT enlargeRequested();
    updateReadout(event->position());
}

void CompareGrid::updateCursor(bool overTile)
{
    viewport()->setCursor(m_panFrom              ? Qt::ClosedHandCursor
                          : overTile && canPan() ? Qt::OpenHandCursor
                                                 : Qt::ArrowCursor);
}

void CompareGrid::explainAt(const QHelpEvent &event) const
{
    const QPoint at = toContent(event.pos());
    const std::optional<int> place = m_layout.positionAt(at);
    if (place && m_layout.caption(*place).contains(at))
        QToolTip::showText(event.globalPos(), tr("Sample %1").arg(sampleName(positionAt(*place))),
                           viewport());
    else
        QToolTip::hideText();
}

void CompareGrid::updateReadout(QPointF at)
{
    m_pointer = at;
    const auto hit = hitAt(toContent(at));
    const bool readable = hit && pair(hit->position) && m_region.scale >= PixelTip::kFromScale;
    setHover(readable ? hit : std::nullopt, at);
}

void CompareGrid::refreshReadout()
{
    if (m_pointer && isVisible())
        updateReadout(*m_pointer);
}

void CompareGrid::setHover(std::optional<TileHit> hover, QPointF at)
{
    const auto before = m_hover;
    m_hover.reset();
    if (hover)
        m_hover = {hover->position, m_region.pixelAt(hover->offset)};
    if (before == m_hover && !m_hover)
        return;
    if (before != m_hover) {
        updateCell(before ? before->first : -1);
        updateCell(m_hover ? m_hover->first : -1);
    }
    QList<const SamplePair *> pairs;
    for (int i = 0; m_hover && i < m_cache.configurations(); ++i)
        pairs.append(pair(m_hover->first, i));
    m_tip->showValues(at.toPoint(), m_hover ? m_hover->second : QPoint(), pairs, m_names);
    Q_EMIT readoutChanged(m_hover ? pixelText(*pairs.constFirst(), m_hover->second) : QString());
}

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare_large.h"

#include "widgets/arrow_keys.h"
#include "widgets/compare_text.h"
#include "widgets/pixel_tip.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace quantloupe {

namespace {

constexpr int kWheelNotch = 120;
/// The divider is grasped within this distance, in device-independent pixels.
constexpr int kGrasp = 6;
/// Pixels of the picture that the divider moves by with Shift held.
constexpr int kLongStep = 8;

} // namespace

bool CompareLarge::event(QEvent *event)
{
    if (event->type() == QEvent::Leave)
        forgetPointer();
    return QWidget::event(event);
}

void CompareLarge::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    relayout();
}

void CompareLarge::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        relayout();
}

void CompareLarge::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void CompareLarge::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    forgetPointer();
    update();
}

void CompareLarge::keyPressEvent(QKeyEvent *event)
{
    const auto chord = event->modifiers() & (Qt::ControlModifier | Qt::AltModifier);
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closeRequested();
    else if (chord == Qt::ControlModifier && lookByKey(event->key()))
        event->accept();
    else if (chord || (!moveByKey(*event) && !zoomByKey(event->key())))
        QWidget::keyPressEvent(event);
}

bool CompareLarge::moveByKey(const QKeyEvent &event)
{
    const int by = event.key() == Qt::Key_Left ? -1 : event.key() == Qt::Key_Right ? 1 : 0;
    if (m_mode != CompareMode::Wipe) {
        if (by != 0)
            Q_EMIT stepRequested(by);
        return by != 0;
    }
    const int pixels = by * (event.modifiers() & Qt::ShiftModifier ? kLongStep : 1);
    if (event.key() == Qt::Key_Home)
        setDivider(0);
    else if (event.key() == Qt::Key_End)
        setDivider(1);
    else if (pixels != 0 && !m_cache.pictureSize().isEmpty())
        setDivider(m_divider + double(pixels) / m_cache.pictureSize().width());
    else
        return false;
    return true;
}

bool CompareLarge::lookByKey(int key)
{
    const QPoint direction = arrowDirection(key);
    if (direction.isNull() || !pairOf(0))
        return false;
    if (m_region.scale < PixelTip::kFromScale)
        panBy(panStep(direction, m_layout.tileSize()));
    else
        readNext(direction);
    return true;
}

void CompareLarge::readNext(QPoint direction)
{
    const QSize tile = m_layout.tileSize();
    const QPoint pixel = nextPixel(m_hover, direction, m_region, m_cache.pictureSize(), tile);
    panBy(shiftToShow(pixel, m_region, tile));
    const QPoint at = m_layout.tile(0).topLeft() + m_region.pixelRect(pixel).center();
    updateReadout((QPointF(at) + QPointF(0.5, 0.5)) / devicePixelRatioF());
}

bool CompareLarge::zoomByKey(int key)
{
    const QPoint centre(m_layout.tileSize().width() / 2, m_layout.tileSize().height() / 2);
    if (key == Qt::Key_Plus)
        zoomTo(nextScale(m_region.scale, m_layout.fitScale(), 1), centre);
    else if (key == Qt::Key_Minus)
        zoomTo(nextScale(m_region.scale, m_layout.fitScale(), -1), centre);
    else if (key == Qt::Key_0)
        fit();
    else
        return false;
    return true;
}

void CompareLarge::setDivider(double share)
{
    m_divider = std::clamp(share, 0.0, 1.0);
    update();
}

int CompareLarge::dividerX() const
{
    const double inPicture = m_divider * m_region.scaledSize(m_cache.pictureSize()).width();
    const int inTile = int(std::lround(inPicture)) - m_region.offset.x();
    return m_layout.tile(0).left() + std::clamp(inTile, 0, m_layout.tileSize().width());
}

bool CompareLarge::isOnDivider(QPoint at) const
{
    return m_mode == CompareMode::Wipe && m_layout.tileAt(at) &&
           std::abs(at.x() - dividerX()) <= kGrasp * devicePixelRatioF();
}

void CompareLarge::wheelEvent(QWheelEvent *event)
{
    const QPoint at = toDevice(event->position());
    const auto index = m_layout.tileAt(at);
    m_wheelRest += event->angleDelta().y();
    const int notches = m_wheelRest / kWheelNotch;
    m_wheelRest -= notches * kWheelNotch;
    if (notches != 0 && index)
        zoomTo(nextScale(m_region.scale, m_layout.fitScale(), notches),
               at - m_layout.tile(*index).topLeft());
    updateReadout(event->position());
    event->accept();
}

void CompareLarge::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const QPoint at = toDevice(event->position());
    m_dragsDivider = isOnDivider(at);
    if (!m_dragsDivider && m_layout.tileAt(at) && canPan())
        m_panFrom = at;
    updateCursor(at);
}

void CompareLarge::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint at = toDevice(event->position());
    if (m_dragsDivider) {
        const double inPicture = at.x() - m_layout.tile(0).left() + m_region.offset.x();
        setDivider(inPicture / m_region.scaledSize(m_cache.pictureSize()).width());
    } else if (m_panFrom) {
        panBy(at - *m_panFrom);
        m_panFrom = at;
    } else {
        updateReadout(event->position());
    }
    updateCursor(at);
}

void CompareLarge::mouseReleaseEvent(QMouseEvent *event)
{
    m_panFrom.reset();
    m_dragsDivider = false;
    updateCursor(toDevice(event->position()));
}

void CompareLarge::mouseDoubleClickEvent(QMouseEvent *event)
{
    m_panFrom.reset();
    if (event->button() == Qt::LeftButton)
        fit();
    updateReadout(event->position());
}

void CompareLarge::updateCursor(QPoint at)
{
    setCursor(m_dragsDivider || isOnDivider(at) ? Qt::SplitHCursor
              : m_panFrom                       ? Qt::ClosedHandCursor
              : m_layout.tileAt(at) && canPan() ? Qt::OpenHandCursor
                                                : Qt::ArrowCursor);
}

void CompareLarge::forgetPointer()
{
    m_pointer.reset();
    if (!m_hover)
        return;
    m_hover.reset();
    m_tip->hide();
    update();
    Q_EMIT readoutChanged({});
}

void CompareLarge::updateReadout(QPointF at)
{
    m_pointer = at;
    const QPoint device = toDevice(at);
    const auto index = m_layout.tileAt(device);
    const SamplePair *first = pairOf(0);
    m_hover.reset();
    if (index && first && m_region.scale >= PixelTip::kFromScale)
        m_hover = m_region.pixelAt(device - m_layout.tile(*index).topLeft());
    QList<const SamplePair *> pairs;
    for (int i = 0; m_hover && i < int(m_pairs.size()); ++i)
        pairs.append(pairOf(i));
    m_tip->showValues(at.toPoint(), m_hover.value_or(QPoint()), pairs, m_names);
    update();
    Q_EMIT readoutChanged(m_hover ? pixelText(*first, *m_hover) : QString());
}

} // namespace quantloupe

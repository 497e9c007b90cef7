// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/layers_view.h"

#include "quant/quant_spec.h"

#include <QFocusEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include <utility>

namespace quantloupe {

namespace {

constexpr int kPixelsPerStep = 8;
constexpr int kWheelNotch = 120;

bool isPlain(const QKeyEvent &event)
{
    return !(event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
}

int digitOf(const QKeyEvent &event)
{
    const int digit = event.key() - Qt::Key_0;
    return isPlain(event) && !(event.modifiers() & Qt::ShiftModifier) && digit >= 0 && digit <= 9
               ? digit
               : -1;
}

int stepOf(const QKeyEvent &event)
{
    if (!isPlain(event))
        return 0;
    return event.key() == Qt::Key_Plus ? 1 : event.key() == Qt::Key_Minus ? -1 : 0;
}

bool isFloatKey(const QKeyEvent &event)
{
    return event.key() == Qt::Key_F && event.modifiers() == Qt::NoModifier;
}

bool isOpenKey(const QKeyEvent &event)
{
    return isPlain(event) && (event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter ||
                              event.key() == Qt::Key_F2);
}

/// -1 or 1 for the plain arrow keys, else 0.
int sidewaysOf(const QKeyEvent &event)
{
    if (event.modifiers() & ~Qt::KeypadModifier)
        return 0;
    return event.key() == Qt::Key_Left ? -1 : event.key() == Qt::Key_Right ? 1 : 0;
}

} // namespace

bool LayersView::isEditKey(const QKeyEvent &event) const
{
    return digitOf(event) >= 0 || stepOf(event) != 0 || isFloatKey(event) || isOpenKey(event) ||
           event.matches(QKeySequence::Copy) || event.matches(QKeySequence::Paste);
}

bool LayersView::event(QEvent *event)
{
    // The window's shortcuts must not take the keys this table edits with.
    if (event->type() == QEvent::ShortcutOverride && isEditKey(*static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    return QTreeView::event(event);
}

void LayersView::keyPressEvent(QKeyEvent *event)
{
    if (const int digit = digitOf(*event); digit >= 0) {
        typeDigit(digit);
        return;
    }
    m_digits.flush();
    const int sideways = sidewaysOf(*event);
    if (!(sideways != 0 && moveSideways(sideways)) && !applyEditKey(*event))
        QTreeView::keyPressEvent(event);
}

bool LayersView::applyEditKey(const QKeyEvent &event)
{
    if (!isEditKey(event))
        return false;
    if (isFloatKey(event))
        enter(focusedTarget(), kFloatBits);
    else if (isOpenKey(event))
        openEditor();
    else if (event.matches(QKeySequence::Copy))
        copySelection();
    else if (event.matches(QKeySequence::Paste))
        paste();
    else
        step(focusedTarget(), stepOf(event));
    return true;
}

void LayersView::typeDigit(int digit)
{
    if (!m_digits.isWaiting())
        m_digitTarget = focusedTarget();
    m_digits.type(digit);
}

void LayersView::openEditor()
{
    QModelIndex cell = currentIndex();
    if (cell.isValid() && !isBitsCell(cell))
        cell = cell.siblingAtColumn(int(LayerColumn::WeightBits));
    if (!cell.isValid())
        return;
    if (!hasSite(cell) || !(cell.flags() & Qt::ItemIsEditable)) {
        const LayerTarget target = targetAt(cell);
        Q_EMIT editBlocked(target.rows + target.without, target.site);
        return;
    }
    if (cell != currentIndex())
        selectionModel()->setCurrentIndex(cell, QItemSelectionModel::NoUpdate);
    edit(cell);
}

bool LayersView::moveSideways(int direction)
{
    if (!currentIndex().isValid())
        return false;
    if (foldSideways(direction))
        return true;
    if (const QModelIndex next = nextCell(direction); next.isValid()) {
        selectionModel()->setCurrentIndex(next, QItemSelectionModel::NoUpdate);
        return true;
    }
    const QModelIndex group = currentIndex().parent();
    if (direction > 0 || !group.isValid())
        return false;
    selectionModel()->setCurrentIndex(group, QItemSelectionModel::ClearAndSelect |
                                                 QItemSelectionModel::Rows);
    return true;
}

bool LayersView::foldSideways(int direction)
{
    const QModelIndex group = currentIndex().siblingAtColumn(int(LayerColumn::Name));
    if (!model()->hasChildren(group))
        return false;
    // From the activation's cell on, Left is the way back to the weight's.
    const bool closes = direction < 0 && currentIndex().column() <= int(LayerColumn::WeightBits);
    const bool opens = direction > 0;
    if (!(closes && isExpanded(group)) && !(opens && !isExpanded(group)))
        return false;
    setExpanded(group, opens);
    return true;
}

QModelIndex LayersView::nextCell(int direction) const
{
    int column = currentIndex().column() + direction;
    while (column >= 0 && column < model()->columnCount() && isColumnHidden(column))
        column += direction;
    return currentIndex().siblingAtColumn(column);
}

void LayersView::focusOutEvent(QFocusEvent *event)
{
    m_digits.flush();
    QTreeView::focusOutEvent(event);
}

void LayersView::wheelEvent(QWheelEvent *event)
{
    if (!(event->modifiers() & Qt::ControlModifier)) {
        QTreeView::wheelEvent(event);
        return;
    }
    m_digits.flush();
    m_wheelRest += event->angleDelta().y();
    const int notches = m_wheelRest / kWheelNotch;
    m_wheelRest -= notches * kWheelNotch;
    const QModelIndex under = indexAt(event->position().toPoint());
    step(isBitsCell(under) ? targetAt(under) : focusedTarget(), notches);
    event->accept();
}

void LayersView::mousePressEvent(QMouseEvent *event)
{
    m_digits.flush();
    const QModelIndex cell = indexAt(event->position().toPoint());
    const bool plain = event->button() == Qt::LeftButton && event->modifiers() == Qt::NoModifier;
    if (plain && hasSite(cell))
        m_drag = Drag{targetAt(cell), event->position().toPoint().y()};
    QTreeView::mousePressEvent(event);
}

void LayersView::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_drag || !(event->buttons() & Qt::LeftButton)) {
        const bool over = hasSite(indexAt(event->position().toPoint()));
        viewport()->setCursor(over ? Qt::SizeVerCursor : Qt::ArrowCursor);
        QTreeView::mouseMoveEvent(event);
        return;
    }
    viewport()->setCursor(Qt::SizeVerCursor);
    const int wanted = (m_drag->startY - event->position().toPoint().y()) / kPixelsPerStep;
    const int delta = wanted - m_drag->delivered;
    m_drag->delivered = wanted;
    m_drag->stepped = m_drag->stepped || delta != 0;
    step(m_drag->target, delta);
}

void LayersView::mouseReleaseEvent(QMouseEvent *event)
{
    const bool open = std::exchange(m_editOnRelease, false);
    const bool stepped = m_drag && m_drag->stepped;
    endDrag();
    // A release selects the cell under it, which after a drag is not the one that was meant.
    if (!stepped)
        QTreeView::mouseReleaseEvent(event);
    if (open)
        openEditor();
}

void LayersView::endDrag()
{
    if (m_drag && m_drag->stepped)
        Q_EMIT stepGestureFinished();
    m_drag.reset();
}

void LayersView::mouseDoubleClickEvent(QMouseEvent *event)
{
    m_digits.flush();
    const QModelIndex cell = indexAt(event->position().toPoint());
    setExpandsOnDoubleClick(!isBitsCell(cell));
    QTreeView::mouseDoubleClickEvent(event);
    // Opened on the press, the list would take the release for a choice.
    m_editOnRelease = event->button() == Qt::LeftButton && isBitsCell(cell);
}

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/numbers_view.h"

#include "widgets/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>

namespace quantloupe {

NumbersView::NumbersView(int rawRole, QWidget *parent) : QTableView(parent), m_rawRole(rawRole)
{
    createWidgets();
}

void NumbersView::createWidgets()
{
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setShowGrid(false);
    setAlternatingRowColors(true);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFont(smallFont(numericFont(font())));
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(0);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setMinimumSectionSize(0);
    fitRows();
}

void NumbersView::setModel(QAbstractItemModel *model)
{
    QTableView::setModel(model);
    connect(model, &QAbstractItemModel::modelReset, this, &NumbersView::fit);
    fit();
}

void NumbersView::fitRows()
{
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + kSpacingTight);
}

void NumbersView::fit()
{
    if (model()->columnCount() == 0)
        return;
    horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    fitStretched();
    updateGeometry();
}

/// A number that is cut off would be another number: what does not fit is scrolled.
void NumbersView::fitStretched()
{
    const bool fits = contentsWidth() <= viewport()->width() + 2 * frameWidth();
    horizontalHeader()->setSectionResizeMode(m_stretched, fits ? QHeaderView::Stretch
                                                               : QHeaderView::ResizeToContents);
    const auto policy = fits ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAlwaysOn;
    if (policy == horizontalScrollBarPolicy())
        return;
    setHorizontalScrollBarPolicy(policy);
    updateGeometry();
}

void NumbersView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    if (model() && model()->columnCount() > 0)
        fitStretched();
}

int NumbersView::contentsWidth() const
{
    int width = 2 * frameWidth();
    for (int column = 0; model() && column < model()->columnCount(); ++column)
        if (!isColumnHidden(column))
            width +=
                std::max(sizeHintForColumn(column), horizontalHeader()->sectionSizeHint(column));
    return width;
}

QSize NumbersView::sizeHint() const
{
    const int rows = model() ? model()->rowCount() : 0;
    const bool hasBar = horizontalScrollBarPolicy() == Qt::ScrollBarAlwaysOn;
    const int barHeight = hasBar ? horizontalScrollBar()->sizeHint().height() : 0;
    return {QTableView::sizeHint().width(), horizontalHeader()->sizeHint().height() +
                                                rows * verticalHeader()->defaultSectionSize() +
                                                2 * frameWidth() + barHeight};
}

QSize NumbersView::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 12, sizeHint().height()};
}

bool NumbersView::event(QEvent *event)
{
    // The window may have an action of its own for the key.
    if (event->type() == QEvent::ShortcutOverride &&
        static_cast<QKeyEvent *>(event)->matches(QKeySequence::Copy))
        event->accept();
    return QTableView::event(event);
}

void NumbersView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        fitRows();
        updateGeometry();
    }
}

void NumbersView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        copy();
    else
        QTableView::keyPressEvent(event);
}

QString NumbersView::selectionAsText() const
{
    const int columns = model()->columnCount();
    QStringList lines;
    QStringList cells;
    for (int column = 0; column < columns; ++column)
        cells.append(model()->headerData(column, Qt::Horizontal).toString());
    lines.append(cells.join(u'\t'));
    const bool takesAll = selectionModel()->selectedRows().isEmpty();
    for (int row = 0; row < model()->rowCount(); ++row) {
        if (!takesAll && !selectionModel()->isRowSelected(row, {}))
            continue;
        cells.clear();
        for (int column = 0; column < columns; ++column) {
            const QModelIndex cell = model()->index(row, column);
            const QVariant raw = cell.data(m_rawRole);
            cells.append((raw.isValid() ? raw : cell.data()).toString());
        }
        lines.append(cells.join(u'\t'));
    }
    return lines.join(u'\n');
}

void NumbersView::copy() const
{
    QGuiApplication::clipboard()->setText(selectionAsText());
}

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/layers_view.h"

#include "widgets/bits_delegate.h"
#include "widgets/column_fitter.h"
#include "widgets/sqnr_delegate.h"
#include "widgets/theme.h"

#include <QAbstractProxyModel>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>

#include <algorithm>

namespace quantloupe {

LayersView::LayersView(QWidget *parent) : QTableView(parent)
{
    createWidgets();
    createLayout();
    connectSignals();
}

void LayersView::createWidgets()
{
    setObjectName(QStringLiteral("layersView"));
    setAccessibleName(tr("Layers"));
    setAccessibleDescription(tr("Digits set the bits of the selected layers, F makes them float, "
                                "plus and minus step them, Enter opens a list."));
    m_bitsDelegate = new BitsDelegate(this);
    m_fitter = new ColumnFitter(this);
    m_columnMenu = new QMenu(tr("Columns"), this);
    m_columnMenu->setObjectName(QStringLiteral("columnMenu"));
    setItemDelegate(new CellDelegate(this));
    setItemDelegateForColumn(int(LayerColumn::WeightBits), m_bitsDelegate);
    setItemDelegateForColumn(int(LayerColumn::ActivationBits), m_bitsDelegate);
    setItemDelegateForColumn(int(LayerColumn::Sqnr), new SqnrDelegate(this));
}

void LayersView::createLayout()
{
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setShowGrid(false);
    // Names differ in their ends; they share the path of their module.
    setTextElideMode(Qt::ElideMiddle);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    setHorizontalScrollMode(ScrollPerPixel);
    setMouseTracking(true);
    setTabKeyNavigation(false);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);
    horizontalHeader()->setMinimumSectionSize(24);
    fitRowHeight();
}

void LayersView::connectSignals()
{
    connect(m_bitsDelegate, &BitsDelegate::bitsChosen, this,
            [this](const QModelIndex &index, int bits) { enter(targetAt(index), bits); });
    connect(&m_digits, &DigitEntry::entered, this,
            [this](int bits) { enter(m_digitTarget, bits); });
    connect(m_columnMenu, &QMenu::aboutToShow, this, &LayersView::fillColumnMenu);
    connect(horizontalHeader(), &QWidget::customContextMenuRequested, this,
            [this](const QPoint &at) {
                m_columnMenu->popup(horizontalHeader()->viewport()->mapToGlobal(at));
            });
}

void LayersView::fitRowHeight()
{
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + kSpacing);
}

void LayersView::setModel(QAbstractItemModel *model)
{
    QTableView::setModel(model);
    m_fitter->setDefaultWidths();
}

void LayersView::reset()
{
    // Rows that were remembered belong to the old model.
    m_digits.cancel();
    m_drag.reset();
    QTableView::reset();
}

void LayersView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    m_fitter->fit();
}

void LayersView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() != QEvent::FontChange || !m_fitter)
        return;
    fitRowHeight();
    m_fitter->setDefaultWidths();
}

bool LayersView::automaticColumns() const
{
    return m_fitter->isAutomatic();
}

void LayersView::setAutomaticColumns(bool automatic)
{
    m_fitter->setAutomatic(automatic);
}

void LayersView::fillColumnMenu()
{
    m_columnMenu->clear();
    if (!model())
        return;
    for (int column = 0; column < model()->columnCount(); ++column) {
        const QVariant heading = model()->headerData(column, Qt::Horizontal);
        QAction *action = m_columnMenu->addAction(heading.toString());
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(column));
        action->setEnabled(column != int(LayerColumn::Name));
        connect(action, &QAction::toggled, this, [this, column](bool shown) {
            m_fitter->setAutomatic(false);
            setColumnHidden(column, !shown);
            m_fitter->setDefaultWidths();
        });
    }
    m_columnMenu->addSeparator();
    QAction *fit = m_columnMenu->addAction(tr("Fit to width"));
    fit->setCheckable(true);
    fit->setChecked(automaticColumns());
    connect(fit, &QAction::toggled, this, &LayersView::setAutomaticColumns);
}

QString LayersView::selectionAsText() const
{
    QStringList lines;
    for (const QModelIndex &row : selectedRowsInOrder()) {
        QStringList cells;
        for (int visual = 0; visual < horizontalHeader()->count(); ++visual) {
            const int column = horizontalHeader()->logicalIndex(visual);
            if (isColumnHidden(column))
                continue;
            const QModelIndex cell = row.siblingAtColumn(column);
            const QVariant raw = cell.data(SortRole);
            const QVariant value = raw.isValid() ? raw : cell.data(Qt::DisplayRole);
            cells.append(value.toString().simplified());
        }
        lines.append(cells.join(u'\t'));
    }
    return lines.join(u'\n');
}

void LayersView::copySelection() const
{
    const QString text = selectionAsText();
    if (!text.isEmpty())
        QGuiApplication::clipboard()->setText(text);
}

void LayersView::enter(const LayerTarget &target, int bits)
{
    if (!target.rows.isEmpty())
        Q_EMIT bitsEntered(target.rows, target.site, bits);
}

void LayersView::step(const LayerTarget &target, int delta)
{
    if (!target.rows.isEmpty() && delta != 0)
        Q_EMIT bitsStepped(target.rows, target.site, delta);
}

bool LayersView::isBitsCell(const QModelIndex &index) const
{
    return index.isValid() && (index.column() == int(LayerColumn::WeightBits) ||
                               index.column() == int(LayerColumn::ActivationBits));
}

bool LayersView::hasSite(const QModelIndex &index) const
{
    return isBitsCell(index) && index.data(BitsRole).isValid();
}

QModelIndexList LayersView::selectedRowsInOrder() const
{
    QModelIndexList rows;
    if (selectionModel())
        rows = selectionModel()->selectedRows(int(LayerColumn::Name));
    if (rows.isEmpty() && currentIndex().isValid())
        rows.append(currentIndex());
    std::sort(rows.begin(), rows.end(),
              [](const auto &a, const auto &b) { return a.row() < b.row(); });
    return rows;
}

int LayersView::sourceRow(QModelIndex index) const
{
    const QAbstractItemModel *holder = index.model();
    while (const auto *proxy = qobject_cast<const QAbstractProxyModel *>(holder)) {
        index = proxy->mapToSource(index);
        holder = proxy->sourceModel();
    }
    return index.row();
}

LayerTarget LayersView::makeTarget(const QModelIndexList &rows, QuantSite site) const
{
    const auto column =
        site == QuantSite::Weight ? LayerColumn::WeightBits : LayerColumn::ActivationBits;
    LayerTarget target{{}, site};
    for (const QModelIndex &row : rows)
        if (hasSite(row.siblingAtColumn(int(column))))
            target.rows.append(sourceRow(row));
    std::sort(target.rows.begin(), target.rows.end());
    return target;
}

LayerTarget LayersView::focusedTarget() const
{
    const bool activation = currentIndex().column() == int(LayerColumn::ActivationBits);
    return makeTarget(selectedRowsInOrder(),
                      activation ? QuantSite::Activation : QuantSite::Weight);
}

LayerTarget LayersView::targetAt(const QModelIndex &index) const
{
    const bool activation = index.column() == int(LayerColumn::ActivationBits);
    const bool selected = selectionModel() && selectionModel()->isSelected(index);
    return makeTarget(selected ? selectedRowsInOrder() : QModelIndexList{index},
                      activation ? QuantSite::Activation : QuantSite::Weight);
}

} // namespace quantloupe

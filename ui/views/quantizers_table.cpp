// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/quantizers_table.h"

#include "models/quantizer_order.h"
#include "models/quantizer_table_model.h"
#include "widgets/help_page.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QMenu>

namespace quantloupe {

namespace {

constexpr int kFewestRows = 3;
constexpr int kFewestCharacters = 24;

} // namespace

QuantizersTable::QuantizersTable(QWidget *parent)
    : NumbersView(QuantizerTableModel::RawRole, parent)
{
    createWidgets();
    createMenu();
    connectSignals();
}

void QuantizersTable::createWidgets()
{
    setObjectName("quantizersTable");
    setAccessibleName(tr("Quantizers of the layer"));
    setStatusTip(tr("Enter or a double click gives the quantizer to the layer"));
    setHelpPage(this, "quantizers#comparing-quantizers", {"Return", "Enter", "Ctrl+C"});
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    m_model = new QuantizerTableModel(this);
    m_order = new QuantizerOrder(this);
    m_order->setSourceModel(m_model);
    setModel(m_order);
    horizontalHeader()->setSortIndicator(QuantizerTableModel::Bits, Qt::DescendingOrder);
    setSortingEnabled(true);
}

void QuantizersTable::createMenu()
{
    m_menu = new QMenu(this);
    m_menu->setObjectName("quantizersMenu");
    m_assign = m_menu->addAction(tr("Give to the layer"));
    m_assign->setObjectName("assignQuantizer");
    m_assign->setToolTip(tr("The layer is quantized by the method of the selected row (Enter)"));
    m_assign->setEnabled(false);
    m_menu->addAction(tr("Copy rows"), this, &NumbersView::copy)->setObjectName("copyQuantizers");
    m_menu->addAction(tr("Copy as command"), this, &QuantizersTable::commandWanted)
        ->setObjectName("copyQuantizersCommand");
    m_menu->addSeparator();
    for (int column = 0; column < QuantizerTableModel::ColumnCount; ++column) {
        const QString title =
            m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        QAction *sort = m_menu->addAction(tr("Sort by %1").arg(title));
        sort->setObjectName(QStringLiteral("sortQuantizers%1").arg(column));
        connect(sort, &QAction::triggered, this, [this, column] { sortBy(column); });
    }
}

void QuantizersTable::connectSignals()
{
    connect(this, &QAbstractItemView::activated, this, &QuantizersTable::assignCurrent);
    connect(m_assign, &QAction::triggered, this, &QuantizersTable::assignCurrent);
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &QuantizersTable::followChoice);
    connect(m_order, &QAbstractItemModel::rowsInserted, this, &QuantizersTable::fit);
}

void QuantizersTable::sortBy(int column)
{
    const QHeaderView *header = horizontalHeader();
    const bool isTurned = header->sortIndicatorSection() == column &&
                          header->sortIndicatorOrder() == Qt::AscendingOrder;
    sortByColumn(column, isTurned ? Qt::DescendingOrder : Qt::AscendingOrder);
}

void QuantizersTable::setTrials(const std::vector<QuantizerTrial> &trials)
{
    const bool wasChosen = currentIndex().isValid();
    m_model->setTrials(trials);
    if (!wasChosen || !currentIndex().isValid())
        choose(m_present);
    else
        // Rows came above it.
        scrollTo(currentIndex());
    followChoice();
}

void QuantizersTable::setPresent(const WeightSpec &spec)
{
    m_present = spec;
    m_model->setPresent(spec);
    followChoice();
}

int QuantizersTable::currentRow() const
{
    return currentIndex().isValid() ? m_order->mapToSource(currentIndex()).row() : -1;
}

std::vector<WeightSpec> QuantizersTable::chosen() const
{
    std::vector<WeightSpec> specs;
    const int current = currentRow();
    if (current >= 0)
        specs.push_back(m_model->trial(current).spec);
    const QModelIndexList rows = selectionModel()->selectedRows();
    for (const QModelIndex &row : rows)
        if (const int source = m_order->mapToSource(row).row(); source != current)
            specs.push_back(m_model->trial(source).spec);
    return specs;
}

void QuantizersTable::choose(const WeightSpec &spec)
{
    const int row = m_model->rowOf(spec);
    if (row < 0)
        return;
    const QModelIndex index = m_order->mapFromSource(m_model->index(row, 0));
    setCurrentIndex(index);
    selectRow(index.row());
    scrollTo(index);
}

void QuantizersTable::followChoice()
{
    const int row = currentRow();
    m_assign->setEnabled(row >= 0 && m_model->trial(row).spec != m_present);
    Q_EMIT choiceChanged();
}

void QuantizersTable::assignCurrent()
{
    if (const int row = currentRow(); row >= 0)
        Q_EMIT assigned(m_model->trial(row).spec);
}

void QuantizersTable::contextMenuEvent(QContextMenuEvent *event)
{
    m_menu->popup(event->globalPos());
}

QSize QuantizersTable::sizeHint() const
{
    return {contentsWidth(), minimumSizeHint().height()};
}

QSize QuantizersTable::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * kFewestCharacters,
            horizontalHeader()->sizeHint().height() +
                kFewestRows * verticalHeader()->defaultSectionSize()};
}

} // namespace quantloupe

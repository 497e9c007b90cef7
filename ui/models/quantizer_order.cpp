// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/quantizer_order.h"

#include "models/quantizer_table_model.h"

namespace quantloupe {

namespace {

double errorIn(const QModelIndex &row)
{
    return row.siblingAtColumn(QuantizerTableModel::Error)
        .data(QuantizerTableModel::SortRole)
        .toDouble();
}

} // namespace

QuantizerOrder::QuantizerOrder(QObject *parent) : QSortFilterProxyModel(parent)
{
    setSortRole(QuantizerTableModel::SortRole);
    setDynamicSortFilter(true);
}

bool QuantizerOrder::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const QVariant a = left.data(sortRole());
    const QVariant b = right.data(sortRole());
    // Qt turns the answer round for a descending order.
    const bool isTurned = sortOrder() == Qt::DescendingOrder;
    if (a.isValid() != b.isValid())
        return a.isValid() != isTurned;
    if (a == b)
        return isTurned ? errorIn(left) > errorIn(right) : errorIn(left) < errorIn(right);
    if (left.column() == QuantizerTableModel::Name)
        return QString::localeAwareCompare(a.toString(), b.toString()) < 0;
    return a.toDouble() < b.toDouble();
}

} // namespace quantloupe

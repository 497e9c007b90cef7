// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>

namespace quantloupe {

/// The rows of a QuantizerTableModel in the order of a column. What is equal there, such as the
/// bits, is ordered by error, the least first; what has no value comes last. Both also where the
/// order is descending.
class QuantizerOrder : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit QuantizerOrder(QObject *parent = nullptr);

protected:
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;
};

} // namespace quantloupe

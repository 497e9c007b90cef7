// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/config_difference.h"
#include "quant/size_report.h"

#include <QAbstractTableModel>

#include <vector>

namespace quantloupe {

/// Two configurations of one network with what they take.
struct ConfigPair
{
    QuantConfig first;
    QuantConfig second;
    SizeReport firstSize;
    SizeReport secondSize;
    std::vector<LayerInfo> layers;
};

/// What differs between two configurations, a layer each row.
class DifferenceTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    /// QString: all digits, for copying.
    static constexpr int kRawRole = Qt::UserRole + 1;
    enum Column { Layer, First, Second, Bytes, Corrections, kColumns };

    using QAbstractTableModel::QAbstractTableModel;
    /// Those that are the same only if `all`.
    void setPair(const ConfigPair &pair, bool all);
    /// Layers that differ, whatever is shown.
    int differing() const { return m_differing; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row
    {
        LayerDifference difference;
        /// Of the second beyond the first.
        std::int64_t bytes = 0;
    };

    QString text(const Row &row, int column) const;

    std::vector<Row> m_rows;
    int m_differing = 0;
};

} // namespace quantloupe

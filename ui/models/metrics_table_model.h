// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/metrics_report.h"

#include <QAbstractTableModel>

#include <optional>

namespace quantloupe {

/// The rows of a measurement with their differences to float and to the measurement before. A
/// blank cell says in its tooltip why it is blank.
class MetricsTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Float, Quantized, Delta, Interval, Previous, Floor, Count, ColumnCount };
    /// QString: all digits, for copying.
    static constexpr int kRawRole = Qt::UserRole + 1;

    using QAbstractTableModel::QAbstractTableModel;
    void setReport(const MetricsReport &report, const std::optional<MetricsReport> &previous);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    /// A number, or why there is none.
    Measured<double> number(const MetricRow &row, int column) const;
    /// Of KID.
    static std::optional<double> standardError(const MetricRow &row, int column);
    Measured<double> changeToPrevious(const MetricRow &row) const;
    QString text(const MetricRow &row, int column, bool isRaw) const;
    QString reason(const MetricRow &row, int column) const;

    MetricsReport m_report;
    std::optional<MetricsReport> m_previous;
};

} // namespace quantloupe

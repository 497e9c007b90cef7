// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/quantizer_trial.h"

#include <QAbstractTableModel>

#include <vector>

namespace quantloupe {

/// What quantizers make of one weight, a row each. A blank cell says in its tooltip why it is.
class QuantizerTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Bits, Sqnr, Occupancy, Entropy, Error, Clipped, Time, ColumnCount };
    enum Role {
        /// QString: all digits, for copying.
        RawRole = Qt::UserRole + 1,
        /// double or QString, for sorting; invalid where there is no value.
        SortRole
    };

    using QAbstractTableModel::QAbstractTableModel;
    /// Rows are added behind those that are there as long as these stay the same.
    void setTrials(const std::vector<QuantizerTrial> &trials);
    void setPresent(const WeightSpec &spec);
    const QuantizerTrial &trial(int row) const { return m_trials.at(std::size_t(row)); }
    /// -1 for a quantizer that is not there.
    int rowOf(const WeightSpec &spec) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    bool beginsWithRows(const std::vector<QuantizerTrial> &trials) const;
    QVariant sortValue(const QuantizerTrial &trial, int column) const;
    QString text(const QuantizerTrial &trial, int column) const;
    QString raw(const QuantizerTrial &trial, int column) const;
    QString toolTip(const QuantizerTrial &trial, int column) const;

    std::vector<QuantizerTrial> m_trials;
    WeightSpec m_present;
};

} // namespace quantloupe

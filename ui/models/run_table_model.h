// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/stored_run.h"

#include <QAbstractTableModel>

#include <vector>

namespace quantloupe {

/// The runs of a store, one line each.
class RunTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Number, Started, What, Generator, Time, State, Tags, Note, kColumns };
    /// QString: the whole text, for copying.
    static constexpr int kRawRole = Qt::UserRole + 1;

    using QAbstractTableModel::QAbstractTableModel;
    void setRuns(const std::vector<RunSummary> &runs);
    /// 0 for no row.
    RunId runAt(int row) const;
    /// -1 where it is not among them.
    int rowOf(RunId run) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const QModelIndex &index) const;

    std::vector<RunSummary> m_runs;
};

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/edit_ledger.h"

#include <QAbstractTableModel>

namespace quantloupe {

/// The ledger as a table, an edit each row: what it changed, what it saved, what it cost.
class LedgerTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    /// QString: all digits, for copying.
    static constexpr int kRawRole = Qt::UserRole + 1;
    enum Column { What, Layers, Saved, Size, Sqnr, Metric, kColumns };

    explicit LedgerTableModel(const EditLedger *ledger, QObject *parent = nullptr);
    /// What the ledger says now.
    void refresh();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const LedgerEntry &entry, int column) const;
    QString rawText(const LedgerEntry &entry, int column) const;
    QString explanation(const LedgerEntry &entry, int column) const;

    const EditLedger *m_ledger;
    /// Of the last refresh().
    QList<LedgerEntry> m_entries;
    QString m_metric;
};

} // namespace quantloupe

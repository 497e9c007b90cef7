// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mainwindow/palette_entry.h"

#include <QAbstractListModel>
#include <QStringList>

namespace quantloupe {

/// The entries that match what was typed, best first: those that can be chosen before the others,
/// recent ones before equals. Without a query recent ones lead and the rest keeps its order.
class PaletteModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        /// QString.
        KeyRole = Qt::UserRole,
        /// Why it cannot be chosen, or "on" or "off"; may be empty.
        NoteRole,
        /// QList<int>: letters of the text that were matched.
        PositionsRole
    };

    using QAbstractListModel::QAbstractListModel;
    /// `recent` holds ids, newest first.
    void setEntries(const QList<PaletteEntry> &entries, const QStringList &recent);
    void setQuery(const QString &query);
    /// Entry of a row.
    const PaletteEntry &entry(int row) const { return m_entries.at(m_rows.at(row).entry); }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Row
    {
        qsizetype entry = 0;
        int score = 0;
        QList<int> positions;
    };

    void rank();
    int scoreOf(const PaletteEntry &entry, int match) const;

    QList<PaletteEntry> m_entries;
    QStringList m_recent;
    QString m_query;
    QList<Row> m_rows;
};

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>
#include <QStringList>

namespace quantloupe {

/// Layers whose name and kind hold every word of the filter; sorted by raw values.
class LayerFilterModel : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit LayerFilterModel(QObject *parent = nullptr);

    void setFilterText(const QString &text);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QStringList m_words;
};

} // namespace quantloupe

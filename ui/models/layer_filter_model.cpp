// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/layer_filter_model.h"

#include "models/layer_columns.h"

#include <algorithm>

namespace quantloupe {

LayerFilterModel::LayerFilterModel(QObject *parent) : QSortFilterProxyModel(parent)
{
    setSortRole(SortRole);
}

void LayerFilterModel::setFilterText(const QString &text)
{
    m_words = text.split(u' ', Qt::SkipEmptyParts);
    invalidateFilter();
}

bool LayerFilterModel::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    QString text;
    for (const LayerColumn column : {LayerColumn::Name, LayerColumn::Kind})
        text +=
            u' ' + sourceModel()->index(row, static_cast<int>(column), parent).data().toString();
    return std::all_of(m_words.begin(), m_words.end(), [&](const QString &word) {
        return text.contains(word, Qt::CaseInsensitive);
    });
}

} // namespace quantloupe

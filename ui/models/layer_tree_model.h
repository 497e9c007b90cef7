// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/layer_columns.h"
#include "models/layer_grouping.h"

#include <QAbstractProxyModel>
#include <QStringList>

namespace quantloupe {

/// The rows of a LayerTableModel whose name and kind hold every word of the filter, grouped by
/// module path. A group's cells say what its shown layers share. Any change of the rows is a reset.
class LayerTreeModel : public QAbstractProxyModel
{
    Q_OBJECT

public:
    explicit LayerTreeModel(QObject *parent = nullptr);

    void setSourceModel(QAbstractItemModel *source) override;
    void setFilterText(const QString &text);
    void setGrouping(bool grouping);

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    bool hasChildren(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    /// Groups have no source that could have one.
    QModelIndex buddy(const QModelIndex &index) const override { return index; }
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QModelIndex mapToSource(const QModelIndex &index) const override;
    QModelIndex mapFromSource(const QModelIndex &index) const override;

private:
    void rebuild();
    void followData();
    bool isShown(int row) const;
    const LayerNode &node(const QModelIndex &index) const;
    const QList<int> &childrenOf(const QModelIndex &parent) const;
    QModelIndex indexOf(int node, int column) const;
    QVariant leafData(const QModelIndex &index, int role) const;
    QVariant groupData(const QModelIndex &index, int role) const;
    /// Source rows of the layers under a node.
    QList<int> rowsUnder(const LayerNode &node) const;

    QStringList m_words;
    bool m_isGrouping = true;
    LayerGrouping m_grouping;
    /// Source row of each layer that is shown, and the node of each source row; -1 for none.
    QList<int> m_rows;
    QList<int> m_nodes;
};

} // namespace quantloupe

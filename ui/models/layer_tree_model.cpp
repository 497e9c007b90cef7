// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/layer_tree_model.h"

#include "models/layer_group_data.h"

#include <algorithm>

namespace quantloupe {

LayerTreeModel::LayerTreeModel(QObject *parent) : QAbstractProxyModel(parent) {}

void LayerTreeModel::setSourceModel(QAbstractItemModel *source)
{
    beginResetModel();
    if (sourceModel())
        sourceModel()->disconnect(this);
    QAbstractProxyModel::setSourceModel(source);
    connect(source, &QAbstractItemModel::modelAboutToBeReset, this, [this] { beginResetModel(); });
    connect(source, &QAbstractItemModel::modelReset, this, [this] {
        rebuild();
        endResetModel();
    });
    connect(source, &QAbstractItemModel::dataChanged, this, &LayerTreeModel::followData);
    rebuild();
    endResetModel();
}

void LayerTreeModel::setFilterText(const QString &text)
{
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    if (words == m_words)
        return;
    beginResetModel();
    m_words = words;
    rebuild();
    endResetModel();
}

void LayerTreeModel::setGrouping(bool grouping)
{
    if (grouping == m_isGrouping)
        return;
    beginResetModel();
    m_isGrouping = grouping;
    rebuild();
    endResetModel();
}

bool LayerTreeModel::isShown(int row) const
{
    QString text;
    for (const LayerColumn column : {LayerColumn::Name, LayerColumn::Kind})
        text += u' ' + sourceModel()->index(row, static_cast<int>(column)).data().toString();
    return std::ranges::all_of(
        m_words, [&](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

void LayerTreeModel::rebuild()
{
    QStringList names;
    m_rows.clear();
    for (int row = 0; row < sourceModel()->rowCount(); ++row) {
        if (!isShown(row))
            continue;
        m_rows.append(row);
        names.append(sourceModel()->index(row, int(LayerColumn::Name)).data().toString());
    }
    m_grouping = m_isGrouping ? groupByModule(names) : withoutGroups(names);
    m_nodes = QList<int>(sourceModel()->rowCount(), -1);
    for (int i = 0; i < static_cast<int>(m_grouping.nodes.size()); ++i)
        if (const LayerNode &each = m_grouping.nodes[i]; !each.isGroup())
            m_nodes[m_rows[each.layer]] = i;
}

void LayerTreeModel::followData()
{
    const auto report = [this](const QList<int> &siblings) {
        if (!siblings.isEmpty())
            Q_EMIT dataChanged(indexOf(siblings.constFirst(), 0),
                               indexOf(siblings.constLast(), columnCount() - 1));
    };
    report(m_grouping.top);
    for (const LayerNode &each : m_grouping.nodes)
        report(each.children);
}

const LayerNode &LayerTreeModel::node(const QModelIndex &index) const
{
    return m_grouping.nodes[index.internalId()];
}

const QList<int> &LayerTreeModel::childrenOf(const QModelIndex &parent) const
{
    return parent.isValid() ? node(parent).children : m_grouping.top;
}

QModelIndex LayerTreeModel::indexOf(int node, int column) const
{
    return createIndex(m_grouping.nodes[node].position, column, quintptr(node));
}

QModelIndex LayerTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    return hasIndex(row, column, parent) ? indexOf(childrenOf(parent)[row], column) : QModelIndex();
}

QModelIndex LayerTreeModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || node(child).parent < 0)
        return {};
    return indexOf(node(child).parent, 0);
}

int LayerTreeModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : static_cast<int>(childrenOf(parent).size());
}

int LayerTreeModel::columnCount(const QModelIndex &) const
{
    return sourceModel() ? sourceModel()->columnCount() : 0;
}

bool LayerTreeModel::hasChildren(const QModelIndex &parent) const
{
    return rowCount(parent) > 0;
}

QModelIndex LayerTreeModel::mapToSource(const QModelIndex &index) const
{
    if (!index.isValid() || node(index).isGroup())
        return {};
    return sourceModel()->index(m_rows[node(index).layer], index.column());
}

QModelIndex LayerTreeModel::mapFromSource(const QModelIndex &index) const
{
    const int found = index.isValid() ? m_nodes.value(index.row(), -1) : -1;
    return found < 0 ? QModelIndex() : indexOf(found, index.column());
}

QVariant LayerTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return sourceModel() ? sourceModel()->headerData(section, orientation, role) : QVariant();
}

Qt::ItemFlags LayerTreeModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    if (!node(index).isGroup())
        return sourceModel()->flags(mapToSource(index));
    const Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    const bool isEditable = data(index, BitsRole).isValid() && !data(index, LockedRole).toBool();
    return isEditable ? flags | Qt::ItemIsEditable : flags;
}

QVariant LayerTreeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    return node(index).isGroup() ? groupData(index, role) : leafData(index, role);
}

QVariant LayerTreeModel::leafData(const QModelIndex &index, int role) const
{
    if (index.column() == int(LayerColumn::Name)) {
        if (role == Qt::DisplayRole)
            return node(index).title;
        if (role == DiffersAtRole)
            return node(index).differsAt;
    }
    return mapToSource(index).data(role);
}

QVariant LayerTreeModel::groupData(const QModelIndex &index, int role) const
{
    const LayerNode &group = node(index);
    const LayerGroupView view{*sourceModel(), rowsUnder(group)};
    if (role == GroupPathRole)
        return group.path;
    if (role == LayerCountRole)
        return view.rows.size();
    if (role == Qt::ToolTipRole)
        return view.tooltip(group.path);
    const auto column = static_cast<LayerColumn>(index.column());
    if (column != LayerColumn::Name)
        return view.cell(column, role);
    switch (role) {
    case Qt::DisplayRole:
        return group.title;
    case Qt::AccessibleTextRole:
        return view.spokenName(group.path);
    case DiffersAtRole:
        return group.differsAt;
    case RawValueRole:
        return group.path;
    default:
        return view.cell(column, role);
    }
}

QList<int> LayerTreeModel::rowsUnder(const LayerNode &node) const
{
    if (!node.isGroup())
        return {m_rows[node.layer]};
    QList<int> rows;
    for (const int child : node.children)
        rows += rowsUnder(m_grouping.nodes[child]);
    return rows;
}

} // namespace quantloupe

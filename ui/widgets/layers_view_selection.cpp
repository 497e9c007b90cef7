// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/layers_view.h"

#include <QAbstractProxyModel>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMimeData>

#include <algorithm>
#include <map>

namespace quantloupe {

namespace {

/// A layer's setting in the command line's notation.
const char *const kSettingFormat = "application/x-quantloupe-setting";

LayerColumn columnOf(QuantSite site)
{
    return site == QuantSite::Weight ? LayerColumn::WeightBits : LayerColumn::ActivationBits;
}

QString cellText(const QModelIndex &cell)
{
    const QVariant raw = cell.data(RawValueRole);
    return (raw.isValid() ? raw : cell.data(Qt::DisplayRole)).toString().simplified();
}

} // namespace

QString LayersView::selectionAsText() const
{
    QStringList lines;
    for (const QModelIndex &row : leavesOf(selectedRows())) {
        QStringList cells;
        for (const int column : shownColumns())
            cells.append(cellText(row.siblingAtColumn(column)));
        lines.append(cells.join(u'\t'));
    }
    return lines.join(u'\n');
}

void LayersView::copySelection() const
{
    const QString text = selectionAsText();
    if (text.isEmpty())
        return;
    QSet<QString> settings;
    for (const QModelIndex &row : leavesOf(selectedRows()))
        settings.insert(row.data(SettingRole).toString());
    auto *data = new QMimeData;
    data->setText(text);
    if (settings.size() == 1)
        data->setData(kSettingFormat, settings.begin()->toUtf8());
    QGuiApplication::clipboard()->setMimeData(data);
}

void LayersView::paste()
{
    const QMimeData *data = QGuiApplication::clipboard()->mimeData();
    const QList<int> rows = selectedLayers();
    if (!data || rows.isEmpty())
        return;
    const QString setting = data->hasFormat(kSettingFormat)
                                ? QString::fromUtf8(data->data(kSettingFormat))
                                : data->text().simplified();
    Q_EMIT settingPasted(rows, setting);
}

bool LayersView::isBlocked(const LayerTarget &target)
{
    if (!target.rows.isEmpty())
        return false;
    if (!target.without.isEmpty())
        Q_EMIT editBlocked(target.without, target.site);
    return true;
}

void LayersView::enter(const LayerTarget &target, int bits)
{
    if (!isBlocked(target))
        Q_EMIT bitsEntered(target.rows, target.site, bits);
}

void LayersView::step(const LayerTarget &target, int delta)
{
    if (delta != 0 && !isBlocked(target))
        Q_EMIT bitsStepped(target.rows, target.site, delta);
}

bool LayersView::isBitsCell(const QModelIndex &index) const
{
    return index.isValid() && (index.column() == int(LayerColumn::WeightBits) ||
                               index.column() == int(LayerColumn::ActivationBits));
}

bool LayersView::hasSite(const QModelIndex &index) const
{
    return isBitsCell(index) && index.data(BitsRole).isValid();
}

QModelIndexList LayersView::selectedRows() const
{
    QModelIndexList rows;
    if (selectionModel())
        rows = selectionModel()->selectedRows(int(LayerColumn::Name));
    if (rows.isEmpty() && currentIndex().isValid())
        rows.append(currentIndex().siblingAtColumn(int(LayerColumn::Name)));
    return rows;
}

QModelIndexList LayersView::leavesOf(const QModelIndexList &rows) const
{
    std::map<int, QModelIndex> leaves;
    QModelIndexList open = rows;
    while (!open.isEmpty()) {
        const QModelIndex row = open.takeLast();
        if (!model()->hasChildren(row))
            leaves.emplace(sourceRow(row), row);
        for (int child = 0; child < model()->rowCount(row); ++child)
            open.append(model()->index(child, int(LayerColumn::Name), row));
    }
    QModelIndexList result;
    for (const auto &[row, leaf] : leaves)
        result.append(leaf);
    return result;
}

QList<int> LayersView::selectedLayers() const
{
    QList<int> rows;
    for (const QModelIndex &leaf : leavesOf(selectedRows()))
        rows.append(sourceRow(leaf));
    return rows;
}

int LayersView::currentLayer() const
{
    if (!currentIndex().isValid())
        return -1;
    return sourceRow(
        leavesOf({currentIndex().siblingAtColumn(int(LayerColumn::Name))}).constFirst());
}

void LayersView::selectLayers(const QList<int> &rows, int current, int column)
{
    QItemSelection selection;
    for (const int row : rows)
        if (const QModelIndex index = indexOfLayer(row, int(LayerColumn::Name)); index.isValid())
            selection.select(index, index);
    selectionModel()->setCurrentIndex(indexOfLayer(current, column), QItemSelectionModel::NoUpdate);
    selectionModel()->select(selection,
                             QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

int LayersView::sourceRow(QModelIndex index) const
{
    const QAbstractItemModel *holder = index.model();
    while (const auto *proxy = qobject_cast<const QAbstractProxyModel *>(holder)) {
        index = proxy->mapToSource(index);
        holder = proxy->sourceModel();
    }
    return index.row();
}

QModelIndex LayersView::indexOfLayer(int row, int column) const
{
    const auto *proxy = qobject_cast<const QAbstractProxyModel *>(model());
    if (!proxy)
        return model()->index(row, column);
    return proxy->mapFromSource(proxy->sourceModel()->index(row, column));
}

LayerTarget LayersView::makeTarget(const QModelIndexList &rows, QuantSite site) const
{
    LayerTarget target{{}, site, {}};
    for (const QModelIndex &leaf : leavesOf(rows))
        (hasSite(leaf.siblingAtColumn(int(columnOf(site)))) ? target.rows : target.without)
            .append(sourceRow(leaf));
    return target;
}

LayerTarget LayersView::focusedTarget() const
{
    const bool activation = currentIndex().column() == int(LayerColumn::ActivationBits);
    return makeTarget(selectedRows(), activation ? QuantSite::Activation : QuantSite::Weight);
}

LayerTarget LayersView::targetAt(const QModelIndex &index) const
{
    const bool activation = index.column() == int(LayerColumn::ActivationBits);
    const bool selected = selectionModel() && selectionModel()->isSelected(index);
    const QModelIndex row = index.siblingAtColumn(int(LayerColumn::Name));
    return makeTarget(selected ? selectedRows() : QModelIndexList{row},
                      activation ? QuantSite::Activation : QuantSite::Weight);
}

} // namespace quantloupe

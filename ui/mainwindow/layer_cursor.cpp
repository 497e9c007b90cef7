// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/layer_cursor.h"

#include "models/quant_document.h"
#include "views/layers_dock.h"
#include "widgets/layers_view.h"

#include <QAbstractProxyModel>
#include <QLineEdit>

#include <algorithm>

namespace quantloupe {

namespace {

/// The index of `top` that shows `source`; invalid where it is filtered out.
QModelIndex shownIndex(const QAbstractItemModel *top, const QModelIndex &source)
{
    const auto *proxy = qobject_cast<const QAbstractProxyModel *>(top);
    return proxy && top != source.model()
               ? proxy->mapFromSource(shownIndex(proxy->sourceModel(), source))
               : source;
}

QModelIndex sourceIndex(QModelIndex index)
{
    while (const auto *proxy = qobject_cast<const QAbstractProxyModel *>(index.model()))
        index = proxy->mapToSource(index);
    return index;
}

} // namespace

QString LayerCursor::current() const
{
    const int row = sourceIndex(m_dock->view()->currentIndex()).row();
    const std::vector<LayerInfo> &layers = m_document->info().layers;
    return row < 0 || row >= int(layers.size())
               ? QString()
               : QString::fromStdString(layers[std::size_t(row)].name);
}

void LayerCursor::moveTo(const QString &layer)
{
    const std::vector<LayerInfo> &layers = m_document->info().layers;
    const auto found = std::ranges::find(layers, layer.toStdString(), &LayerInfo::name);
    if (found == layers.end())
        return;
    LayersView *view = m_dock->view();
    const QModelIndex source = m_dock->model()->index(static_cast<int>(found - layers.begin()),
                                                      static_cast<int>(LayerColumn::WeightBits));
    if (!shownIndex(view->model(), source).isValid())
        m_dock->findChild<QLineEdit *>("layersFilter")->clear();
    const QModelIndex shown = shownIndex(view->model(), source);
    view->setCurrentIndex(shown);
    view->scrollTo(shown);
}

} // namespace quantloupe

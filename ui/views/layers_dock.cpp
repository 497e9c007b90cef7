// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/layers_dock.h"

#include "views/method_bar.h"
#include "widgets/layers_view.h"
#include "widgets/theme.h"

#include <QItemSelectionModel>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace quantloupe {

LayersDock::LayersDock(QuantDocument *document, QWidget *parent)
    : QDockWidget(tr("Layers"), parent), m_document(document)
{
    createWidgets();
    createLayout();
    connectSignals();
}

void LayersDock::createWidgets()
{
    setObjectName("layersDock");
    m_model = new LayerTableModel(m_document, this);
    m_filtered = new LayerFilterModel(this);
    m_filtered->setSourceModel(m_model);

    m_filter = new QLineEdit(this);
    m_filter->setObjectName("layersFilter");
    m_filter->setAccessibleName(tr("Filter layers"));
    m_filter->setPlaceholderText(tr("Filter by name or kind"));
    m_filter->setClearButtonEnabled(true);

    m_view = new LayersView(this);
    m_view->setObjectName("layersView");
    m_view->setAccessibleName(tr("Layers"));
    m_view->setModel(m_filtered);

    m_methods = new MethodBar(m_document, this);
}

void LayersDock::createLayout()
{
    auto *content = new QWidget(this);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(kSpacing, kSpacing, kSpacing, kSpacing);
    layout->setSpacing(kSpacing);
    layout->addWidget(m_filter);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_methods);
    setWidget(content);
}

void LayersDock::connectSignals()
{
    connect(m_filter, &QLineEdit::textChanged, m_filtered, &LayerFilterModel::setFilterText);
    connect(m_filter, &QLineEdit::returnPressed, m_view, qOverload<>(&QWidget::setFocus));
    connect(m_view, &LayersView::bitsEntered, this,
            [this](const QList<int> &rows, QuantSite site, int bits) {
                m_document->edit(rows, bitsEdit(site, bits));
            });
    connect(m_view, &LayersView::bitsStepped, this,
            [this](const QList<int> &rows, QuantSite site, int delta) {
                m_document->edit(rows, stepEdit(site, delta));
            });
    connect(m_view, &LayersView::stepGestureFinished, m_document, &QuantDocument::finishGesture);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &LayersDock::followSelection);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this] { Q_EMIT currentLayerChanged(currentLayer()); });
    connect(m_filtered, &QAbstractItemModel::modelReset, this, &LayersDock::startAtFirst);
}

QList<int> LayersDock::selectedRows() const
{
    QList<int> rows;
    for (const QItemSelectionRange &range : m_view->selectionModel()->selection())
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.append(m_filtered->mapToSource(m_filtered->index(row, 0)).row());
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

void LayersDock::followSelection()
{
    m_methods->setRows(selectedRows());
}

int LayersDock::currentLayer() const
{
    return m_filtered->mapToSource(m_view->currentIndex()).row();
}

void LayersDock::startAtFirst()
{
    // Digits work at once on a generator that was just opened.
    if (m_filtered->rowCount() > 0)
        m_view->setCurrentIndex(m_filtered->index(0, static_cast<int>(LayerColumn::WeightBits)));
    followSelection();
}

void LayersDock::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

} // namespace quantloupe

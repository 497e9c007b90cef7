// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/layer_filter_model.h"
#include "models/layer_table_model.h"

#include <QDockWidget>

class QLineEdit;

namespace quantloupe {

class LayersView;
class MethodBar;

/// The layers of the document: filter, table, and the settings of the selection. Every edit is a
/// command of the document.
class LayersDock : public QDockWidget
{
    Q_OBJECT

public:
    explicit LayersDock(QuantDocument *document, QWidget *parent = nullptr);

    LayerTableModel *model() const { return m_model; }
    LayersView *view() const { return m_view; }
    void focusFilter();
    /// The document's row of the focused layer; -1 for none.
    int currentLayer() const;

Q_SIGNALS:
    void currentLayerChanged(int row);

private:
    void createWidgets();
    void createLayout();
    void connectSignals();
    void followSelection();
    void startAtFirst();
    QList<int> selectedRows() const;

    QuantDocument *m_document;
    LayerTableModel *m_model = nullptr;
    LayerFilterModel *m_filtered = nullptr;
    QLineEdit *m_filter = nullptr;
    LayersView *m_view = nullptr;
    MethodBar *m_methods = nullptr;
};

} // namespace quantloupe

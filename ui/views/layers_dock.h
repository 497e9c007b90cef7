// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/layer_table_model.h"
#include "models/layer_tree_model.h"
#include "views/layer_actions.h"

#include <QDockWidget>

class QLineEdit;
class QToolButton;

namespace quantloupe {

class LayersView;
class MethodBar;
class RuleBar;

/// The layers of the document: filter, rule, table, and the settings of the selection. Every edit
/// is a command of the document.
class LayersDock : public QDockWidget
{
    Q_OBJECT

public:
    explicit LayersDock(QuantDocument *document, QWidget *parent = nullptr);

    LayerTableModel *model() const { return m_model; }
    LayersView *view() const { return m_view; }
    const LayerActions &layerActions() const { return m_actions; }
    /// What the corrections of the present configuration bought.
    void setCorrectionReport(const CorrectionReport &report);
    void focusFilter();
    /// A file is on its way; said while no generator is open.
    void setOpening(bool isOpening);
    /// Offered while nothing is open; not owned.
    void setOpenAction(QAction *open);

Q_SIGNALS:
    /// The document's row of the focused layer; -1 for none.
    void currentLayerChanged(int row);
    /// The document's rows of the selected layers.
    void selectionChanged(const QList<int> &rows);
    /// Something that was asked for is not possible.
    void refused(const QString &sentence);

private:
    void createWidgets();
    void createLayout();
    void connectSignals();
    void connectEdits();
    void connectActions();
    void filter(const QString &text);
    void setGrouping(bool grouping);
    /// In place of rows, where there are none.
    void showEmptyText();
    void followSelection();
    void startAtFirst();
    void tieSelection();
    void fillSelection();
    void pasteSetting(const QList<int> &rows, const QString &setting);
    void restoreSettings();
    void saveColumns();

    QuantDocument *m_document;
    bool m_isOpening = false;
    QAction *m_open = nullptr;
    LayerTableModel *m_model = nullptr;
    LayerTreeModel *m_tree = nullptr;
    LayerActions m_actions;
    QLineEdit *m_filter = nullptr;
    QToolButton *m_ruleButton = nullptr;
    RuleBar *m_rule = nullptr;
    LayersView *m_view = nullptr;
    MethodBar *m_methods = nullptr;
};

} // namespace quantloupe

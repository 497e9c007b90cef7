// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/layer_columns.h"
#include "widgets/digit_entry.h"

#include <QList>
#include <QTableView>

#include <optional>

class QMenu;

namespace quantloupe {

class BitsDelegate;
class ColumnFitter;

/// Rows of a model with LayerColumn columns, and one site of them. Rows are those of the source
/// model, in ascending order; rows without the site (BitsRole invalid) are left out.
struct LayerTarget
{
    QList<int> rows;
    QuantSite site = QuantSite::Weight;
};

/// The table of layers. It changes nothing by itself: every edit is one signal for the selection,
/// which the owner turns into one undo step. Bits cells open their editor where the model gives
/// them Qt::ItemIsEditable.
class LayersView : public QTableView
{
    Q_OBJECT

public:
    explicit LayersView(QWidget *parent = nullptr);
    void setModel(QAbstractItemModel *model) override;
    void reset() override;
    /// Show, hide and fit columns; also opened by a right click on the header.
    QMenu *columnMenu() const { return m_columnMenu; }
    /// While automatic, columns that do not fit hide in order of importance. Choosing a column by
    /// hand ends it.
    bool automaticColumns() const;
    void setAutomaticColumns(bool automatic);
    QString selectionAsText() const;

Q_SIGNALS:
    /// 1..16, or 32 for float.
    void bitsEntered(const QList<int> &rows, quantloupe::QuantSite site, int bits);
    void bitsStepped(const QList<int> &rows, quantloupe::QuantSite site, int delta);
    /// The mouse was released: later steps belong to another edit.
    void stepGestureFinished();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Drag
    {
        LayerTarget target;
        int startY = 0;
        int delivered = 0;
        bool stepped = false;
    };

    void createWidgets();
    void createLayout();
    void connectSignals();
    void fillColumnMenu();
    void fitRowHeight();

    bool isEditKey(const QKeyEvent &event) const;
    bool applyEditKey(const QKeyEvent &event);
    void typeDigit(int digit);
    void openEditor();
    void copySelection() const;
    void enter(const LayerTarget &target, int bits);
    void step(const LayerTarget &target, int delta);
    void endDrag();

    bool isBitsCell(const QModelIndex &index) const;
    bool hasSite(const QModelIndex &index) const;
    /// The selection at the focused site.
    LayerTarget focusedTarget() const;
    /// The selection if `index` belongs to it, else this row alone.
    LayerTarget targetAt(const QModelIndex &index) const;
    QModelIndexList selectedRowsInOrder() const;
    LayerTarget makeTarget(const QModelIndexList &rows, QuantSite site) const;
    int sourceRow(QModelIndex index) const;

    BitsDelegate *m_bitsDelegate = nullptr;
    ColumnFitter *m_fitter = nullptr;
    QMenu *m_columnMenu = nullptr;
    DigitEntry m_digits;
    LayerTarget m_digitTarget;
    std::optional<Drag> m_drag;
    int m_wheelRest = 0;
    bool m_editOnRelease = false;
};

} // namespace quantloupe

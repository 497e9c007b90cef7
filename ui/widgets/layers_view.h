// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/layer_columns.h"
#include "widgets/digit_entry.h"

#include <QList>
#include <QPointer>
#include <QSet>
#include <QTreeView>

#include <optional>

class QMenu;
class QPushButton;

namespace quantloupe {

class BitsDelegate;
class ColumnFitter;

/// Layers of a model with LayerColumn columns, and one site of them. Rows are those of the source
/// model, in ascending order. A row with children stands for the layers under it.
struct LayerTarget
{
    QList<int> rows;
    QuantSite site = QuantSite::Weight;
    /// Rows that were meant but lack the site (BitsRole invalid).
    QList<int> without;
};

/// The layers, as a tree where the model groups them. It changes nothing by itself: every edit is
/// one signal for the selection, which the owner turns into one undo step. Bits cells open their
/// editor where the model gives them Qt::ItemIsEditable.
class LayersView : public QTreeView
{
    Q_OBJECT

public:
    explicit LayersView(QWidget *parent = nullptr);
    void setModel(QAbstractItemModel *model) override;
    /// Groups are open, except those the user closed.
    void reset() override;
    /// All groups are open while the user searches.
    void setSearching(bool searching) { m_searching = searching; }
    /// Shown where there is no row.
    void setEmptyText(const QString &text);
    QString emptyText() const { return m_emptyText; }
    /// A button below that text; null for none. Not owned.
    void setEmptyAction(QAction *action);

    /// Show, hide and fit columns; also opened by a right click on the header.
    QMenu *columnMenu() const { return m_columnMenu; }
    /// Shown in the column menu; not owned.
    void addHeaderAction(QAction *action);
    /// While automatic, columns that do not fit hide in order of importance. Choosing a column by
    /// hand ends it.
    bool automaticColumns() const;
    void setAutomaticColumns(bool automatic);
    QList<int> shownColumns() const;
    void chooseColumns(const QList<int> &columns);

    /// Source rows of the selected layers, groups as the layers in them; ascending.
    QList<int> selectedLayers() const;
    /// Source row of the focused layer, of a group its first; -1 for none.
    int currentLayer() const;
    /// Selects the layers that are shown and focuses `current`, in `column`, if it is.
    void selectLayers(const QList<int> &rows, int current, int column);

    QString selectionAsText() const;
    /// The selection as text and, where its layers share one, its setting.
    void copySelection() const;
    /// Emits settingPasted() with what the clipboard holds.
    void paste();

Q_SIGNALS:
    /// 1..16, or 32 for float.
    void bitsEntered(const QList<int> &rows, quantloupe::QuantSite site, int bits);
    void bitsStepped(const QList<int> &rows, quantloupe::QuantSite site, int delta);
    /// The mouse was released: later steps belong to another edit.
    void stepGestureFinished();
    /// An edit of layers all of which lack the site or are not editable.
    void editBlocked(const QList<int> &rows, quantloupe::QuantSite site);
    void settingPasted(const QList<int> &rows, const QString &setting);
    /// By the user.
    void columnsChosen();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
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
    QRect emptyRoom() const;
    void placeEmptyButton();
    void createColumnActions();
    /// What is shown may change with the width too.
    void checkColumns();
    void noteCollapsed(const QModelIndex &group, bool collapsed);
    void openGroups();

    bool isEditKey(const QKeyEvent &event) const;
    bool applyEditKey(const QKeyEvent &event);
    void typeDigit(int digit);
    void openEditor();
    void enter(const LayerTarget &target, int bits);
    void step(const LayerTarget &target, int delta);
    bool isBlocked(const LayerTarget &target);
    void endDrag();

    /// Closes or opens the focused group, or moves to the next cell; false at the end of the row.
    bool moveSideways(int direction);
    bool foldSideways(int direction);
    QModelIndex nextCell(int direction) const;

    bool isBitsCell(const QModelIndex &index) const;
    bool hasSite(const QModelIndex &index) const;
    /// The selection at the focused site.
    LayerTarget focusedTarget() const;
    /// The selection if `index` belongs to it, else this row alone.
    LayerTarget targetAt(const QModelIndex &index) const;
    QModelIndexList selectedRows() const;
    /// The layers of rows, each once, in the order of the source.
    QModelIndexList leavesOf(const QModelIndexList &rows) const;
    LayerTarget makeTarget(const QModelIndexList &rows, QuantSite site) const;
    int sourceRow(QModelIndex index) const;
    QModelIndex indexOfLayer(int row, int column) const;

    BitsDelegate *m_bitsDelegate = nullptr;
    ColumnFitter *m_fitter = nullptr;
    QMenu *m_columnMenu = nullptr;
    QList<QAction *> m_columnActions;
    QAction *m_fitColumns = nullptr;
    QSet<QString> m_collapsed;
    bool m_searching = false;
    QString m_emptyText;
    QPointer<QAction> m_emptyAction;
    QPushButton *m_emptyButton = nullptr;
    DigitEntry m_digits;
    LayerTarget m_digitTarget;
    std::optional<Drag> m_drag;
    int m_wheelRest = 0;
    bool m_editOnRelease = false;
};

} // namespace quantloupe

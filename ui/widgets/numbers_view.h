// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace quantloupe {

/// A small table of numbers, as high as its rows, that is read and copied. Copying takes the
/// selected rows, or all where none is selected, tab-separated with the header; from `rawRole`
/// where a cell has it.
class NumbersView : public QTableView
{
    Q_OBJECT

public:
    explicit NumbersView(int rawRole, QWidget *parent = nullptr);
    /// Takes the room that is left; the first one otherwise. Before setModel().
    void setStretchedColumn(int column) { m_stretched = column; }
    void setModel(QAbstractItemModel *model) override;
    QString selectionAsText() const;
    void copy() const;
    /// What shows every column whole.
    int contentsWidth() const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    /// Columns as wide as what stands in them.
    void fit();

private:
    void createWidgets();
    void fitStretched();
    void fitRows();

    const int m_rawRole;
    int m_stretched = 0;
};

} // namespace quantloupe

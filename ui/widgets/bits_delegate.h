// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/cell_delegate.h"

namespace quantloupe {

/// Cells with BitsRole: the number, or "fp", and a bar of bits / 16 in the bits colour; two of them
/// where MostBitsRole says that a group's layers differ; a dash where there is no site. The editor
/// offers the bit-widths of the column's site. It does not write the model: a choice is one edit of
/// the whole selection, which only the view knows. A list that is closed without a choice leaves no
/// editor behind.
class BitsDelegate : public CellDelegate
{
    Q_OBJECT

public:
    using CellDelegate::CellDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model,
                      const QModelIndex &index) const override;

Q_SIGNALS:
    void bitsChosen(const QModelIndex &index, int bits) const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void commitAndClose(QWidget *editor);
};

} // namespace quantloupe

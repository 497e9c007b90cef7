// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/cell_delegate.h"

namespace quantloupe {

/// A line of the command palette: the text with its matched letters bold, then note and key.
class PaletteDelegate : public CellDelegate
{
    Q_OBJECT

public:
    using CellDelegate::CellDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    QColor noteColor(const QStyleOptionViewItem &option) const;
    /// Right-aligned; returns what is left of `space`.
    QRect paintRight(QPainter *painter, QRect space, const QString &text) const;
    void paintText(QPainter *painter, const QStyleOptionViewItem &option, QRect space,
                   const QModelIndex &index) const;
};

} // namespace quantloupe

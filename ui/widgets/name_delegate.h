// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/cell_delegate.h"

namespace quantloupe {

/// Names of layers and groups with the marks of locks and ties, and a group's number of layers.
class NameDelegate : public CellDelegate
{
    Q_OBJECT

public:
    using CellDelegate::CellDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

private:
    QRect paintMarks(QPainter &painter, const QStyleOptionViewItem &option,
                     const QModelIndex &index, QRect space) const;
    QRect paintCount(QPainter &painter, const QStyleOptionViewItem &option,
                     const QModelIndex &index, QRect space) const;
};

/// `name` shortened to `width` so that it still shows the character at `differsAt`, by which it can
/// be told from the name most like it.
QString distinctlyElided(const QFontMetrics &metrics, const QString &name, int differsAt,
                         int width);

} // namespace quantloupe

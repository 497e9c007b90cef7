// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace quantloupe {

/// Paints a cell of LayersView with a visible focus ring; heirs draw their own content over its
/// ground.
class CellDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// Of a bar beside a number, where there is room; a shorter one does.
    static constexpr int kBarWidth = 28;

    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    /// Rows with MatchRole have a ground of their own.
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
    /// What stands where a cell has no value.
    static QString dash();
    /// Room for a bar and a number as wide as `widest`.
    QSize barHint(const QStyleOptionViewItem &option, const QString &widest) const;
    /// Selection and ground only.
    void paintGround(QPainter *painter, const QStyleOptionViewItem &option,
                     const QModelIndex &index) const;
    void paintFocusRing(QPainter *painter, const QStyleOptionViewItem &option) const;
    QColor textColor(const QStyleOptionViewItem &option, const QModelIndex &index) const;
    /// Right-aligned text in tabular figures; returns the space left of a text as wide as `widest`.
    QRect paintNumber(QPainter *painter, const QStyleOptionViewItem &option,
                      const QModelIndex &index, const QString &text, const QString &widest) const;
    /// A horizontal bar filled by `share` (0..1) of `space`, outlined where selected.
    void paintBar(QPainter *painter, const QStyleOptionViewItem &option, QRect space, double share,
                  const QColor &color) const;
};

} // namespace quantloupe

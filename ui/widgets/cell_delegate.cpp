// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/cell_delegate.h"

#include "models/layer_columns.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QPainter>

#include <algorithm>

namespace quantloupe {

namespace {

constexpr int kBarHeight = 6;
constexpr int kCellMargin = 8;

const QStyle *styleOf(const QStyleOptionViewItem &option)
{
    return option.widget ? option.widget->style() : QApplication::style();
}

int rowHeight(const QStyleOptionViewItem &option)
{
    return QFontMetrics(option.font).height() + kSpacing;
}

} // namespace

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    QStyleOptionViewItem plain = option;
    plain.state &= ~QStyle::State_HasFocus;
    QStyledItemDelegate::paint(painter, plain, index);
    paintFocusRing(painter, option);
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return {QStyledItemDelegate::sizeHint(option, index).width(), rowHeight(option)};
}

void CellDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    if (index.siblingAtColumn(int(LayerColumn::Name)).data(MatchRole).toBool())
        option->backgroundBrush = themeColors(option->palette).infoGround;
}

QString CellDelegate::dash()
{
    return QStringLiteral("\u2014");
}

QSize CellDelegate::barHint(const QStyleOptionViewItem &option, const QString &widest) const
{
    const QFontMetrics metrics(numericFont(option.font));
    return {metrics.horizontalAdvance(widest) + kBarWidth + 3 * kCellMargin, rowHeight(option)};
}

void CellDelegate::paintGround(QPainter *painter, const QStyleOptionViewItem &option,
                               const QModelIndex &index) const
{
    QStyleOptionViewItem ground = option;
    initStyleOption(&ground, index);
    ground.text.clear();
    ground.features &= ~QStyleOptionViewItem::HasDecoration;
    ground.state &= ~QStyle::State_HasFocus;
    styleOf(option)->drawControl(QStyle::CE_ItemViewItem, &ground, painter, option.widget);
}

void CellDelegate::paintFocusRing(QPainter *painter, const QStyleOptionViewItem &option) const
{
    if (!(option.state & QStyle::State_HasFocus))
        return;
    const bool selected = option.state & QStyle::State_Selected;
    const QColor color = selected ? option.palette.color(QPalette::HighlightedText)
                                  : themeColors(option.palette).accent;
    painter->save();
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(color, 2));
    painter->drawRect(option.rect.adjusted(2, 2, -2, -2));
    painter->restore();
}

QColor CellDelegate::textColor(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto group = !(option.state & QStyle::State_Enabled)  ? QPalette::Disabled
                       : !(option.state & QStyle::State_Active) ? QPalette::Inactive
                                                                : QPalette::Active;
    if (option.state & QStyle::State_Selected)
        return option.palette.color(group, QPalette::HighlightedText);
    const QVariant foreground = index.data(Qt::ForegroundRole);
    return foreground.canConvert<QBrush>() ? qvariant_cast<QBrush>(foreground).color()
                                           : option.palette.color(group, QPalette::Text);
}

QRect CellDelegate::paintNumber(QPainter *painter, const QStyleOptionViewItem &option,
                                const QModelIndex &index, const QString &text,
                                const QString &widest) const
{
    const QRect inner = option.rect.adjusted(kCellMargin, 0, -kCellMargin, 0);
    painter->save();
    painter->setFont(numericFont(option.font));
    painter->setPen(textColor(option, index));
    painter->drawText(inner, Qt::AlignRight | Qt::AlignVCenter, text);
    const int reserved = painter->fontMetrics().horizontalAdvance(widest) + kCellMargin;
    painter->restore();
    return inner.adjusted(0, 0, -std::min(reserved, inner.width()), 0);
}

void CellDelegate::paintBar(QPainter *painter, const QStyleOptionViewItem &option, QRect space,
                            double share, const QColor &color) const
{
    const QRect bar(space.left(), space.center().y() - kBarHeight / 2 + 1,
                    qRound(space.width() * std::clamp(share, 0.0, 1.0)), kBarHeight);
    if (bar.width() < 1)
        return;
    painter->save();
    // The map's blues would vanish in the selection's blue.
    if (option.state & QStyle::State_Selected)
        painter->fillRect(bar.adjusted(-1, -1, 1, 1),
                          option.palette.color(QPalette::HighlightedText));
    painter->fillRect(bar, color);
    painter->restore();
}

} // namespace quantloupe

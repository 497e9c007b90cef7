// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/name_delegate.h"

#include "models/layer_columns.h"
#include "widgets/mark_painter.h"
#include "widgets/theme.h"

#include <QPainter>

namespace quantloupe {

namespace {

constexpr int kMatchBarWidth = 3;
constexpr QChar kEllipsis = u'…';

QColor quietColor(const QStyleOptionViewItem &option)
{
    return option.state & QStyle::State_Selected ? option.palette.color(QPalette::HighlightedText)
                                                 : themeColors(option.palette).secondaryText;
}

} // namespace

void NameDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    paintGround(painter, option, index);
    if (index.data(MatchRole).toBool())
        painter->fillRect(QRect(option.rect.topLeft(), QSize(kMatchBarWidth, option.rect.height())),
                          themeColors(option.palette).accent);
    painter->save();
    painter->setFont(option.font);
    QRect space = option.rect.adjusted(kSpacingTight + kMatchBarWidth, 0, -kSpacing, 0);
    space = paintMarks(*painter, option, index, space);
    space = paintCount(*painter, option, index, space);
    painter->setPen(textColor(option, index));
    painter->drawText(space, Qt::AlignLeft | Qt::AlignVCenter,
                      distinctlyElided(painter->fontMetrics(), index.data().toString(),
                                       index.data(DiffersAtRole).toInt(), space.width()));
    painter->restore();
    paintFocusRing(painter, option);
}

QRect NameDelegate::paintMarks(QPainter &painter, const QStyleOptionViewItem &option,
                               const QModelIndex &index, QRect space) const
{
    if (index.data(LockedRole).toBool())
        space = paintLock(painter, space, quietColor(option));
    if (const QString tie = index.data(TieRole).toString(); !tie.isEmpty())
        space = paintTie(painter, space, tie, quietColor(option));
    if (index.data(CorrectedRole).toBool())
        space = paintCorrection(painter, space, quietColor(option));
    return space;
}

QRect NameDelegate::paintCount(QPainter &painter, const QStyleOptionViewItem &option,
                               const QModelIndex &index, QRect space) const
{
    const QVariant count = index.data(LayerCountRole);
    if (!count.isValid())
        return space;
    const QString text = QStringLiteral("×%1").arg(count.toInt());
    painter.setPen(quietColor(option));
    painter.drawText(space, Qt::AlignRight | Qt::AlignVCenter, text);
    return space.adjusted(0, 0, -painter.fontMetrics().horizontalAdvance(text) - kSpacing, 0);
}

QString distinctlyElided(const QFontMetrics &metrics, const QString &name, int differsAt, int width)
{
    const auto fits = [&](const QString &text) { return metrics.horizontalAdvance(text) <= width; };
    if (fits(name.left(differsAt + 1) + kEllipsis))
        return metrics.elidedText(name, Qt::ElideRight, width);
    if (fits(kEllipsis + name.mid(differsAt)))
        return metrics.elidedText(name, Qt::ElideLeft, width);
    return metrics.elidedText(kEllipsis + name.mid(differsAt), Qt::ElideRight, width);
}

} // namespace quantloupe

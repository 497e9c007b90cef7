// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/palette_delegate.h"

#include "mainwindow/palette_model.h"
#include "widgets/theme.h"

#include <QPainter>
#include <QTextLayout>

#include <algorithm>

namespace quantloupe {

namespace {

QList<QTextLayout::FormatRange> boldLetters(const QList<int> &positions, int count)
{
    QTextCharFormat bold;
    bold.setFontWeight(QFont::Bold);
    QList<QTextLayout::FormatRange> ranges;
    for (const int position : positions)
        if (position < count)
            ranges.append({position, 1, bold});
    return ranges;
}

} // namespace

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return {CellDelegate::sizeHint(option, index).width(),
            option.fontMetrics.height() + 2 * kSpacingTight};
}

QColor PaletteDelegate::noteColor(const QStyleOptionViewItem &option) const
{
    return option.state & QStyle::State_Selected ? option.palette.color(QPalette::HighlightedText)
                                                 : themeColors(option.palette).secondaryText;
}

void PaletteDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    paintGround(painter, option, index);
    painter->save();
    painter->setFont(option.font);
    painter->setPen(noteColor(option));
    QRect space = option.rect.adjusted(kSpacing, 0, -kSpacing, 0);
    space = paintRight(painter, space, index.data(PaletteModel::KeyRole).toString());
    space = paintRight(painter, space, index.data(PaletteModel::NoteRole).toString());
    paintText(painter, option, space, index);
    painter->restore();
}

QRect PaletteDelegate::paintRight(QPainter *painter, QRect space, const QString &text) const
{
    if (text.isEmpty())
        return space;
    painter->drawText(space, Qt::AlignRight | Qt::AlignVCenter, text);
    return space.adjusted(0, 0, -painter->fontMetrics().horizontalAdvance(text) - kSpacingWide, 0);
}

void PaletteDelegate::paintText(QPainter *painter, const QStyleOptionViewItem &option, QRect space,
                                const QModelIndex &index) const
{
    const QString whole = index.data(Qt::DisplayRole).toString();
    // Bold letters are wider than the metrics know.
    const int width = space.width() - painter->fontMetrics().averageCharWidth();
    const QString text = painter->fontMetrics().elidedText(whole, Qt::ElideRight, width);
    QTextLayout layout(text, option.font);
    layout.setFormats(boldLetters(index.data(PaletteModel::PositionsRole).value<QList<int>>(),
                                  static_cast<int>(text.size())));
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(std::max(space.width(), 1));
    layout.endLayout();
    if (option.state & QStyle::State_Enabled)
        painter->setPen(textColor(option, index));
    layout.draw(painter, QPointF(space.left(), space.center().y() - line.height() / 2 + 1));
}

} // namespace quantloupe

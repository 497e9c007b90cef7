// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/sqnr_delegate.h"

#include "models/layer_columns.h"
#include "widgets/theme.h"

#include <QLocale>

namespace quantloupe {

namespace {

constexpr double kFullBarDecibel = 60;

} // namespace

void SqnrDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    paintGround(painter, option, index);
    const QVariant sqnr = index.data(SqnrRole);
    const QString shown = index.data(Qt::DisplayRole).toString();
    const QString text = sqnr.isValid()    ? option.locale.toString(sqnr.toDouble(), 'f', 1)
                         : shown.isEmpty() ? dash()
                                           : shown;
    const QRect space = paintNumber(painter, option, index, text, QStringLiteral("88.8"));
    if (sqnr.isValid())
        paintBar(painter, option, space, sqnr.toDouble() / kFullBarDecibel,
                 themeColors(option.palette).bar);
    paintFocusRing(painter, option);
}

QSize SqnrDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return barHint(option, QStringLiteral("88.8"));
}

} // namespace quantloupe

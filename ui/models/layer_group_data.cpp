// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/layer_group_data.h"

#include "models/layer_cell_text.h"
#include "models/layer_edit.h"

#include <algorithm>

namespace quantloupe {

QVariant LayerGroupView::at(int row, LayerColumn column, int role) const
{
    return layers.index(row, static_cast<int>(column)).data(role);
}

QVariant LayerGroupView::cell(LayerColumn column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return text(column);
    case Qt::TextAlignmentRole:
        return at(rows.constFirst(), column, role);
    case BitsRole:
    case MostBitsRole:
        return bits(column, role);
    case RawValueRole:
        return value(column);
    case LockedRole:
    case CorrectedRole:
    case MatchRole:
        return all(role);
    default:
        return {};
    }
}

QVariant LayerGroupView::text(LayerColumn column) const
{
    switch (column) {
    case LayerColumn::WeightBits:
    case LayerColumn::ActivationBits:
        return bitsCellText(bits(column, BitsRole), bits(column, MostBitsRole));
    case LayerColumn::Parameters:
    case LayerColumn::Macs:
    case LayerColumn::Bytes:
    case LayerColumn::NominalBits:
    case LayerColumn::EffectiveBits:
        return numberText(column, value(column));
    case LayerColumn::Method:
    case LayerColumn::Granularity: {
        const QVariant same = shared(column, Qt::DisplayRole);
        return same.isValid() ? same : tr("mixed");
    }
    case LayerColumn::Sqnr:
        return {};
    default:
        return shared(column, Qt::DisplayRole);
    }
}

QVariant LayerGroupView::value(LayerColumn column) const
{
    switch (column) {
    case LayerColumn::Parameters:
    case LayerColumn::Macs:
    case LayerColumn::Bytes:
        return sum(column);
    case LayerColumn::NominalBits:
    case LayerColumn::EffectiveBits:
        return mean(column);
    default:
        return text(column);
    }
}

QVariant LayerGroupView::bits(LayerColumn column, int role) const
{
    QList<int> widths;
    for (const int row : rows)
        if (const QVariant width = at(row, column, BitsRole); width.isValid())
            widths.append(width.toInt());
    if (widths.isEmpty())
        return {};
    const auto [fewest, most] = std::ranges::minmax(widths);
    if (role == BitsRole)
        return fewest;
    return most == fewest ? QVariant() : QVariant(most);
}

QVariant LayerGroupView::shared(LayerColumn column, int role) const
{
    const QVariant first = at(rows.constFirst(), column, role);
    const bool same =
        std::ranges::all_of(rows, [&](int row) { return at(row, column, role) == first; });
    return same ? first : QVariant();
}

QVariant LayerGroupView::sum(LayerColumn column) const
{
    qlonglong total = 0;
    for (const int row : rows) {
        const QVariant value = at(row, column, RawValueRole);
        if (!value.isValid())
            return {};
        total += value.toLongLong();
    }
    return total;
}

QVariant LayerGroupView::mean(LayerColumn column) const
{
    double total = 0;
    double weights = 0;
    for (const int row : rows) {
        const QVariant value = at(row, column, RawValueRole);
        const double own = at(row, LayerColumn::Name, WeightsRole).toDouble();
        if (!value.isValid())
            return {};
        total += own * value.toDouble();
        weights += own;
    }
    return weights > 0 ? QVariant(total / weights) : QVariant();
}

bool LayerGroupView::all(int role) const
{
    return std::ranges::all_of(rows,
                               [&](int row) { return at(row, LayerColumn::Name, role).toBool(); });
}

QString LayerGroupView::tooltip(const QString &path) const
{
    QString rest;
    for (const LayerColumn column : {LayerColumn::WeightBits, LayerColumn::ActivationBits,
                                     LayerColumn::Parameters, LayerColumn::Bytes})
        rest +=
            QStringLiteral("<tr><td>%1&nbsp;&nbsp;</td><td>%2</td></tr>")
                .arg(columnTitle(column).toHtmlEscaped(), text(column).toString().toHtmlEscaped());
    return QStringLiteral("<b>%1</b> (%2)<table>%3</table><p>%4</p>")
        .arg(path.toHtmlEscaped(), layerCountText(rows.size()).toHtmlEscaped(), rest,
             tr("Edits here apply to all its layers.").toHtmlEscaped());
}

QString LayerGroupView::spokenName(const QString &path) const
{
    return tr("%1, group of %2").arg(path, layerCountText(rows.size()));
}

} // namespace quantloupe

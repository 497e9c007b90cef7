// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/difference_table_model.h"

#include "models/correction_words.h"
#include "widgets/amount_text.h"

#include <algorithm>
#include <cstdlib>

namespace quantloupe {

namespace {

QString settingText(const LayerQuantSpec &spec)
{
    return QString::fromStdString(toText(spec.weight) + "," + toText(spec.activation));
}

std::int64_t bytesOf(const SizeReport &size, const std::string &layer)
{
    const auto found = std::ranges::find(size.layers, layer, &SizedLayer::name);
    return found == size.layers.end() ? 0 : found->bytes;
}

QString changeText(std::int64_t bytes)
{
    if (bytes == 0)
        return QStringLiteral("=");
    return (bytes < 0 ? QStringLiteral("−%1") : QStringLiteral("+%1"))
        .arg(bytesText(std::abs(bytes)));
}

} // namespace

void DifferenceTableModel::setPair(const ConfigPair &pair, bool all)
{
    beginResetModel();
    m_rows.clear();
    m_differing = 0;
    for (const LayerDifference &each :
         configDifference({pair.first, pair.layers}, {pair.second, pair.layers})) {
        m_differing += each.isSame() ? 0 : 1;
        if (all || !each.isSame())
            m_rows.push_back(
                {each, bytesOf(pair.secondSize, each.layer) - bytesOf(pair.firstSize, each.layer)});
    }
    endResetModel();
}

int DifferenceTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int DifferenceTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kColumns;
}

QString DifferenceTableModel::text(const Row &row, int column) const
{
    switch (column) {
    case Layer:
        return QString::fromStdString(row.difference.layer);
    case First:
        return settingText(row.difference.first);
    case Second:
        return settingText(row.difference.second);
    case Bytes:
        return changeText(row.bytes);
    default:
        break;
    }
    QStringList names;
    for (const Correction correction : row.difference.corrections)
        names.append(displayName(correction));
    return names.isEmpty() ? QStringLiteral("–") : names.join(QStringLiteral(", "));
}

QVariant DifferenceTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Row &row = m_rows[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case kRawRole:
        return index.column() == Bytes ? QString::number(row.bytes) : text(row, index.column());
    case Qt::TextAlignmentRole:
        return int((index.column() == Bytes ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant DifferenceTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= kColumns)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == Bytes ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Layer:
        return tr("Layer");
    case First:
        return tr("First");
    case Second:
        return tr("Second");
    case Bytes:
        return tr("Bytes");
    default:
        return tr("Corrections that differ");
    }
}

} // namespace quantloupe

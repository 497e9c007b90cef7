// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/export_loss_model.h"

#include "models/core_words.h"

namespace quantloupe {

void ExportLossModel::setLosses(const std::vector<ExportLoss> &losses)
{
    if (losses == m_losses)
        return;
    beginResetModel();
    m_losses = losses;
    endResetModel();
}

int ExportLossModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_losses.size());
}

int ExportLossModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(kColumns);
}

QString ExportLossModel::text(const QModelIndex &index) const
{
    const ExportLoss &loss = m_losses[std::size_t(index.row())];
    switch (index.column()) {
    case Layer:
        return QString::fromStdString(loss.layer);
    case Lost:
        return coreText(loss.what);
    default:
        return coreText(loss.written);
    }
}

QVariant ExportLossModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return text(index);
    default:
        return {};
    }
}

QVariant ExportLossModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Layer:
        return tr("Layer");
    case Lost:
        return tr("What it cannot say");
    case Written:
        return tr("Written instead");
    default:
        return {};
    }
}

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/export.h"

#include <QAbstractTableModel>

#include <vector>

namespace quantloupe {

/// What a format cannot say of each layer, and what stands there instead.
class ExportLossModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Layer, Lost, Written, kColumns };

    using QAbstractTableModel::QAbstractTableModel;
    void setLosses(const std::vector<ExportLoss> &losses);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const QModelIndex &index) const;

    std::vector<ExportLoss> m_losses;
};

} // namespace quantloupe

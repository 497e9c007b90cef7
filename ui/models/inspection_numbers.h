// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/layer_inspection.h"

#include <QAbstractTableModel>
#include <QString>

#include <optional>

namespace quantloupe {

/// A number with how it is written for people and for spreadsheets.
struct InspectionNumber
{
    QString shown;
    QString raw;
};

struct InspectionRow
{
    /// With its unit.
    QString name;
    InspectionNumber layer;
    /// Of the chosen channel; empty for what only the layer has.
    InspectionNumber channel;
    /// What the number means, or why it is absent.
    QString explanation;
};

/// The numbers of an inspection in the order they are read.
QList<InspectionRow> inspectionRows(const LayerInspection &inspection);

/// Those rows as a table: name, layer and, if one is chosen, channel.
class InspectionNumbersModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    /// QString: all digits, for copying.
    static constexpr int kRawRole = Qt::UserRole + 1;

    using QAbstractTableModel::QAbstractTableModel;
    void setInspection(const LayerInspection &inspection);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<InspectionRow> m_rows;
    std::optional<int> m_channel;
};

} // namespace quantloupe

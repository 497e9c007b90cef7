// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// First, for moc does not parse libstdc++'s <compare> where it is the first of its headers.
#include <vector>

#include "models/search_findings.h"

#include <QAbstractTableModel>

namespace quantloupe {

/// The configurations of a search, a row each: what they cost, how good they are by prediction and
/// by measurement, and the bits of their layers.
class SearchTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    /// QString: all digits, for copying.
    static constexpr int kRawRole = Qt::UserRole + 1;

    using QAbstractTableModel::QAbstractTableModel;
    /// `present` is what the document has now.
    void setFindings(const SearchFindings &findings, const QuantConfig &present,
                     const std::vector<LayerInfo> &layers);
    const SearchFindings &findings() const { return m_findings; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    enum class Kind { Place, Bytes, Bits, Bops, Predicted, Measured, Exact, Layers };
    struct Column
    {
        Kind kind = Kind::Place;
        /// Of values.
        MetricKind metric = MetricKind::OutputSqnr;
        bool operator==(const Column &) const = default;
    };

    static std::vector<Column> columnsOf(const SearchFindings &findings);
    bool hasSameRows(const SearchFindings &findings) const;
    QString placeText(std::size_t row) const;
    QString title(const Column &column) const;
    /// Absent where there is none.
    std::optional<double> value(std::size_t row, const Column &column) const;
    QString text(std::size_t row, const Column &column) const;
    QString rawText(std::size_t row, const Column &column) const;
    QString explanation(std::size_t row, const Column &column) const;
    static QString measuredText(MetricKind metric, const SearchTrial &trial);

    SearchFindings m_findings;
    QuantConfig m_present;
    std::vector<LayerInfo> m_layers;
    std::vector<Column> m_columns;
};

} // namespace quantloupe

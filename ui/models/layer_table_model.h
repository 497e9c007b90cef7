// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/layer_columns.h"
#include "models/quant_document.h"
#include "quant/correction_report.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QSet>
#include <QStringList>

#include <map>
#include <string>

namespace quantloupe {

/// The document's layers, one row each in execution order, with what the last report said of them.
/// Read-only: edits go to the document.
class LayerTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    explicit LayerTableModel(const QuantDocument *document, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    /// Bits cells of unlocked layers are editable: their editor asks the view, which asks the
    /// document.
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// What a comparison found. Values that belong to settings changed since are not shown.
    void setReport(const std::vector<LayerReport> &layers);
    /// What corrections did to layers: those without an effect are not shown, until others are
    /// chosen.
    void setCorrectionReport(const CorrectionReport &report);
    /// Bytes of the present configuration.
    void setSize(const SizeReport &size);
    /// Rows that the rule being written means.
    void setMatches(const QList<int> &rows);

private:
    void reset();
    void noteRefusals(const QList<EditRefusal> &refusals);
    void followConfig();
    void followMarks();
    void changed(LayerColumn first, LayerColumn last);

    const LayerInfo &layer(int row) const { return m_document->info().layers.at(row); }
    const LayerQuantSpec &spec(int row) const { return m_document->config().spec(layer(row).name); }
    /// The last report of the layer if it is about its present weight setting.
    const LayerReport *report(int row) const;
    QVariant text(int row, LayerColumn column) const;
    QVariant rawValue(int row, LayerColumn column) const;
    QVariant bits(int row, LayerColumn column) const;
    QVariant bytes(int row) const;
    QVariant effectiveBits(int row) const;
    QVariant sqnr(int row) const;
    QStringList tiedTo(int row) const;
    /// Names of those that are wanted for the layer, and have an effect as far as that is known.
    QStringList corrections(int row) const;
    QString tooltip(int row) const;
    QString spokenName(int row) const;

    const QuantDocument *m_document;
    std::map<std::string, LayerReport> m_reports;
    std::map<std::string, std::int64_t> m_bytes;
    CorrectionReport m_corrections;
    /// By which it was told.
    CorrectionChoice m_reportedChoice;
    QHash<QString, QString> m_refusals;
    QSet<int> m_matches;
};

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/search_table_model.h"

#include "models/core_words.h"
#include "models/metrics_words.h"
#include "models/search_words.h"
#include "widgets/amount_text.h"

#include <QLocale>

#include <algorithm>

namespace quantloupe {

namespace {

constexpr int kAllDigits = 9;
/// Of average bits: rows may lie close to the limit, on either side of it.
constexpr int kBitsDigits = 3;

bool isText(int column, int columns)
{
    return column == 0 || column == columns - 1;
}

} // namespace

std::vector<SearchTableModel::Column> SearchTableModel::columnsOf(const SearchFindings &findings)
{
    std::vector<Column> columns = {
        {Kind::Place}, {Kind::Bytes}, {Kind::Bits}, {Kind::Bops}, {Kind::Predicted}};
    if (findings.metric)
        columns.push_back({Kind::Measured, *findings.metric});
    for (const MetricRow &row : findings.exact.rows)
        columns.push_back({Kind::Exact, row.kind});
    columns.push_back({Kind::Layers});
    return columns;
}

bool SearchTableModel::hasSameRows(const SearchFindings &findings) const
{
    return columnsOf(findings) == m_columns &&
           std::ranges::equal(findings.trials, m_findings.trials, {}, &SearchTrial::config,
                              &SearchTrial::config);
}

void SearchTableModel::setFindings(const SearchFindings &findings, const QuantConfig &present,
                                   const std::vector<LayerInfo> &layers)
{
    const bool isSame = hasSameRows(findings);
    if (!isSame)
        beginResetModel();
    m_findings = findings;
    m_present = present;
    m_layers = layers;
    m_columns = columnsOf(findings);
    if (!isSame)
        endResetModel();
    else if (rowCount() > 0) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        // What is measured has its published name once it is.
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    }
}

int SearchTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_findings.trials.size());
}

int SearchTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_columns.size());
}

QString SearchTableModel::placeText(std::size_t row) const
{
    QStringList marks{QString::number(row + 1)};
    if (m_findings.best == row)
        marks.append(m_findings.isReachable ? tr("best") : tr("nearest"));
    if (m_findings.trials[row].config == m_present)
        marks.append(tr("present"));
    return marks.join(QStringLiteral(" · "));
}

std::optional<double> SearchTableModel::value(std::size_t row, const Column &column) const
{
    const SearchTrial &trial = m_findings.trials[row];
    switch (column.kind) {
    case Kind::Bytes:
        return double(trial.size.bytes);
    case Kind::Bits:
        return trial.size.averageBits;
    case Kind::Bops:
        return trial.size.bops;
    case Kind::Predicted:
        return drawn(trial.predictedSqnr);
    case Kind::Measured:
        return drawn(trial.measured);
    case Kind::Exact: {
        const MetricRow *exact = m_findings.exactRow(column.metric);
        return m_findings.best == row && exact ? drawn(exact->quantized.value) : std::nullopt;
    }
    case Kind::Place:
    case Kind::Layers:
        break;
    }
    return {};
}

QString SearchTableModel::text(std::size_t row, const Column &column) const
{
    const SizeReport &size = m_findings.trials[row].size;
    switch (column.kind) {
    case Kind::Place:
        return placeText(row);
    case Kind::Layers:
        return layerBitsText(m_findings.trials[row].config, m_layers);
    case Kind::Bytes:
        return bytesText(size.bytes);
    case Kind::Bits:
        return QLocale().toString(size.averageBits, 'f', kBitsDigits);
    case Kind::Bops:
        return bopsText(size.bops);
    case Kind::Predicted:
    case Kind::Measured:
    case Kind::Exact:
        break;
    }
    const std::optional<double> number = value(row, column);
    return number ? metricNumber(*number) : QStringLiteral("–");
}

QString SearchTableModel::rawText(std::size_t row, const Column &column) const
{
    if (column.kind == Kind::Place || column.kind == Kind::Layers)
        return text(row, column);
    const std::optional<double> number = value(row, column);
    return number ? QString::number(*number, 'g', kAllDigits) : QString();
}

QString SearchTableModel::measuredText(MetricKind metric, const SearchTrial &trial)
{
    return tr("%1, measured on %2 samples that the search chose by")
               .arg(searchValueText(metric, *trial.measured, trial.interval),
                    QLocale().toString(qulonglong(trial.n))) +
           (trial.interval ? QString() : tr("; no interval")) + markText(trial);
}

QString SearchTableModel::explanation(std::size_t row, const Column &column) const
{
    const SearchTrial &trial = m_findings.trials[row];
    if (column.kind == Kind::Place || column.kind == Kind::Layers)
        return configurationText(trial.config, m_layers);
    if (value(row, column))
        return column.kind == Kind::Measured ? measuredText(column.metric, trial) : QString();
    const MetricRow *exact = m_findings.exactRow(column.metric);
    if (column.kind == Kind::Exact && m_findings.best == row && exact)
        return tr("Absent: %1.").arg(coreText(exact->quantized.reason));
    if (column.kind == Kind::Exact)
        return tr("Only the best is measured on samples that the search never saw.");
    return column.kind == Kind::Predicted ? tr("The output is that of float.")
                                          : tr("Not measured.");
}

QVariant SearchTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto row = std::size_t(index.row());
    const Column &column = m_columns[std::size_t(index.column())];
    switch (role) {
    case Qt::DisplayRole:
        return text(row, column);
    case kRawRole:
        return rawText(row, column);
    case Qt::ToolTipRole:
    case Qt::AccessibleDescriptionRole:
        return explanation(row, column);
    case Qt::TextAlignmentRole:
        return int((isText(index.column(), columnCount()) ? Qt::AlignLeft : Qt::AlignRight) |
                   Qt::AlignVCenter);
    default:
        return {};
    }
}

QString SearchTableModel::title(const Column &column) const
{
    switch (column.kind) {
    case Kind::Place:
        return tr("Trial");
    case Kind::Bytes:
        return displayName(SearchCost::Bytes);
    case Kind::Bits:
        return displayName(SearchCost::Bits);
    case Kind::Bops:
        return displayName(SearchCost::Bops);
    case Kind::Predicted:
        return tr("SQNR, predicted");
    case Kind::Measured:
        return tr("%1, measured").arg(searchMetricName(m_findings, column.metric));
    case Kind::Exact:
        return tr("%1, unseen").arg(rowName(*m_findings.exactRow(column.metric)));
    case Kind::Layers:
        break;
    }
    return tr("Bits by layer");
}

QVariant SearchTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const Column &column = m_columns[std::size_t(section)];
    switch (role) {
    case Qt::DisplayRole:
        return title(column);
    case Qt::ToolTipRole:
        return column.kind == Kind::Exact ? tr("On samples that neither sweep nor search ever saw")
                                          : QString();
    case Qt::TextAlignmentRole:
        return int((isText(section, columnCount()) ? Qt::AlignLeft : Qt::AlignRight) |
                   Qt::AlignVCenter);
    default:
        return {};
    }
}

} // namespace quantloupe

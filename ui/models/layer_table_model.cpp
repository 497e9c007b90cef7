// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/layer_table_model.h"

#include "models/layer_setting_edit.h"

namespace quantloupe {

namespace {

LayerColumn columnOf(const QModelIndex &index)
{
    return static_cast<LayerColumn>(index.column());
}

} // namespace

LayerTableModel::LayerTableModel(const QuantDocument *document, QObject *parent)
    : QAbstractTableModel(parent), m_document(document)
{
    connect(document, &QuantDocument::aboutToOpen, this, [this] { beginResetModel(); });
    connect(document, &QuantDocument::opened, this, &LayerTableModel::reset);
    connect(document, &QuantDocument::configChanged, this, &LayerTableModel::followConfig);
    connect(document, &QuantDocument::marksChanged, this, &LayerTableModel::followMarks);
    connect(document, &QuantDocument::editRefused, this, &LayerTableModel::noteRefusals);
}

int LayerTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_document->info().layers.size());
}

int LayerTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(LayerColumn::Count);
}

QVariant LayerTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int row = index.row();
    const LayerColumn column = columnOf(index);
    switch (role) {
    case Qt::DisplayRole:
        return text(row, column);
    case Qt::ToolTipRole:
        return tooltip(row);
    case Qt::AccessibleTextRole:
        return column == LayerColumn::Name ? spokenName(row) : text(row, column);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter |
                                   (isNumeric(column) ? Qt::AlignRight : Qt::AlignLeft));
    case BitsRole:
        return bits(row, column);
    case SqnrRole:
        return column == LayerColumn::Sqnr ? sqnr(row) : QVariant();
    case RawValueRole:
        return rawValue(row, column);
    case WeightsRole:
        return static_cast<qlonglong>(layer(row).weights);
    case LockedRole:
        return m_document->marks().isLocked(layer(row).name);
    case TieRole:
        return QString::fromStdString(m_document->marks().tie(layer(row).name));
    case CorrectedRole:
        return !corrections(row).isEmpty();
    case SettingRole:
        return settingText(spec(row));
    case MatchRole:
        return m_matches.contains(row);
    default:
        return {};
    }
}

Qt::ItemFlags LayerTableModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags result = QAbstractTableModel::flags(index);
    if (index.isValid() && bits(index.row(), columnOf(index)).isValid() &&
        !m_document->marks().isLocked(layer(index.row()).name))
        result |= Qt::ItemIsEditable;
    return result;
}

QVariant LayerTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const auto column = static_cast<LayerColumn>(section);
    if (role == Qt::DisplayRole)
        return columnTitle(column);
    if (role == Qt::ToolTipRole)
        return columnExplanation(column);
    if (role == Qt::TextAlignmentRole && isNumeric(column))
        return QVariant::fromValue(Qt::AlignVCenter | Qt::AlignRight);
    return {};
}

void LayerTableModel::setReport(const std::vector<LayerReport> &layers)
{
    m_reports.clear();
    for (const LayerReport &report : layers)
        m_reports[report.name] = report;
    changed(LayerColumn::Name, LayerColumn::EffectiveBits);
}

void LayerTableModel::setCorrectionReport(const CorrectionReport &report)
{
    m_corrections = report;
    m_reportedChoice = m_document->config().corrections();
    changed(LayerColumn::Name, LayerColumn::Name);
}

void LayerTableModel::setSize(const SizeReport &size)
{
    m_bytes.clear();
    for (const SizedLayer &sized : size.layers)
        m_bytes[sized.name] = sized.bytes;
    changed(LayerColumn::Bytes, LayerColumn::EffectiveBits);
}

void LayerTableModel::setMatches(const QList<int> &rows)
{
    const QSet<int> matches(rows.begin(), rows.end());
    if (matches == m_matches)
        return;
    m_matches = matches;
    changed(LayerColumn::Name, LayerColumn::EffectiveBits);
}

void LayerTableModel::reset()
{
    m_reports.clear();
    m_bytes.clear();
    m_corrections = {};
    m_refusals.clear();
    m_matches.clear();
    endResetModel();
}

void LayerTableModel::noteRefusals(const QList<EditRefusal> &refusals)
{
    for (const EditRefusal &refusal : refusals)
        m_refusals[refusal.layer] = refusal.reason;
}

void LayerTableModel::followConfig()
{
    m_refusals.clear();
    changed(LayerColumn::WeightBits, LayerColumn::EffectiveBits);
}

void LayerTableModel::followMarks()
{
    m_refusals.clear();
    changed(LayerColumn::Name, LayerColumn::EffectiveBits);
}

void LayerTableModel::changed(LayerColumn first, LayerColumn last)
{
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, static_cast<int>(first)),
                           index(rowCount() - 1, static_cast<int>(last)));
}

const LayerReport *LayerTableModel::report(int row) const
{
    const auto found = m_reports.find(layer(row).name);
    return found != m_reports.end() && found->second.spec.weight == spec(row).weight
               ? &found->second
               : nullptr;
}

} // namespace quantloupe

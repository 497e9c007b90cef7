// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/layer_table_model.h"

#include "models/layer_tooltip.h"

#include <QLocale>

namespace quantloupe {

namespace {

LayerColumn columnOf(const QModelIndex &index)
{
    return static_cast<LayerColumn>(index.column());
}

bool isNumber(LayerColumn column)
{
    switch (column) {
    case LayerColumn::Parameters:
    case LayerColumn::WeightBits:
    case LayerColumn::ActivationBits:
    case LayerColumn::Sqnr:
    case LayerColumn::Bytes:
        return true;
    default:
        return false;
    }
}

QString countText(qlonglong value)
{
    return QLocale().toString(value);
}

} // namespace

LayerTableModel::LayerTableModel(const QuantDocument *document, QObject *parent)
    : QAbstractTableModel(parent), m_document(document)
{
    connect(document, &QuantDocument::aboutToOpen, this, [this] { beginResetModel(); });
    connect(document, &QuantDocument::opened, this, &LayerTableModel::reset);
    connect(document, &QuantDocument::configChanged, this, &LayerTableModel::followConfig);
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
        return layerTooltip({layer(row), spec(row), report(row),
                             m_refusals.value(QString::fromStdString(layer(row).name))});
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter |
                                   (isNumber(column) ? Qt::AlignRight : Qt::AlignLeft));
    case BitsRole:
        return bits(row, column);
    case SqnrRole:
        return column == LayerColumn::Sqnr ? sqnr(row) : QVariant();
    case SortRole:
        return sortValue(row, column);
    default:
        return {};
    }
}

Qt::ItemFlags LayerTableModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags result = QAbstractTableModel::flags(index);
    if (index.isValid() && bits(index.row(), columnOf(index)).isValid())
        result |= Qt::ItemIsEditable;
    return result;
}

QVariant LayerTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    struct Header
    {
        QString title;
        QString explanation;
    };
    const Header headers[] = {
        {tr("Layer"), tr("Layers in the order they run")},
        {tr("Kind"), tr("What the layer computes")},
        {tr("Output"), tr("Shape of the layer's output, without the batch")},
        {tr("Parameters"), tr("Weights and bias")},
        {tr("W bits"), tr("Bits of a weight; fp is float")},
        {tr("A bits"), tr("Bits of the input activation; fp is float")},
        {tr("Method"), tr("How weights are turned into codes, and what shares a scale")},
        {tr("SQNR"), tr("Signal to quantization noise of the weight, in dB")},
        {tr("Bytes"), tr("Codes, scales and zero points, or the float32 weights")}};
    if (role == Qt::DisplayRole)
        return headers[section].title;
    if (role == Qt::ToolTipRole)
        return headers[section].explanation;
    if (role == Qt::TextAlignmentRole && isNumber(static_cast<LayerColumn>(section)))
        return QVariant::fromValue(Qt::AlignVCenter | Qt::AlignRight);
    return {};
}

void LayerTableModel::setReport(const std::vector<LayerReport> &layers)
{
    m_reports.clear();
    for (const LayerReport &report : layers)
        m_reports[report.name] = report;
    changed(LayerColumn::Name, LayerColumn::Bytes);
}

void LayerTableModel::setSize(const SizeReport &size)
{
    m_bytes.clear();
    for (const SizedLayer &sized : size.layers)
        m_bytes[sized.name] = sized.bytes;
    changed(LayerColumn::Bytes, LayerColumn::Bytes);
}

void LayerTableModel::reset()
{
    m_reports.clear();
    m_bytes.clear();
    m_refusals.clear();
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
    changed(LayerColumn::WeightBits, LayerColumn::Bytes);
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

QVariant LayerTableModel::text(int row, LayerColumn column) const
{
    switch (column) {
    case LayerColumn::Name:
        return QString::fromStdString(layer(row).name);
    case LayerColumn::Kind:
        return displayName(layer(row).kind);
    case LayerColumn::OutputShape:
        return QString::fromStdString(toText(layer(row).outputShape));
    case LayerColumn::Parameters:
        return countText(layer(row).parameters);
    case LayerColumn::WeightBits:
    case LayerColumn::ActivationBits: {
        const QVariant value = bits(row, column);
        if (!value.isValid())
            return QStringLiteral("–");
        return value.toInt() == kFloatBits ? tr("fp") : QString::number(value.toInt());
    }
    case LayerColumn::Method:
        return methodText(spec(row).weight);
    case LayerColumn::Sqnr: {
        const QVariant value = sqnr(row);
        return value.isValid() ? tr("%1 dB").arg(value.toDouble(), 0, 'f', 1) : QVariant();
    }
    case LayerColumn::Bytes: {
        const QVariant value = bytes(row);
        return value.isValid() ? countText(value.toLongLong()) : QVariant();
    }
    case LayerColumn::Count:
        break;
    }
    return {};
}

QVariant LayerTableModel::sortValue(int row, LayerColumn column) const
{
    switch (column) {
    case LayerColumn::Name:
        return row;
    case LayerColumn::Parameters:
        return static_cast<qlonglong>(layer(row).parameters);
    case LayerColumn::WeightBits:
    case LayerColumn::ActivationBits:
        return bits(row, column);
    case LayerColumn::Sqnr:
        return sqnr(row);
    case LayerColumn::Bytes:
        return bytes(row);
    default:
        return text(row, column);
    }
}

QVariant LayerTableModel::bits(int row, LayerColumn column) const
{
    if (column == LayerColumn::WeightBits)
        return spec(row).weight.bits;
    if (column == LayerColumn::ActivationBits && layer(row).hasActivationSite)
        return spec(row).activation.bits;
    return {};
}

QVariant LayerTableModel::bytes(int row) const
{
    const auto found = m_bytes.find(layer(row).name);
    return found == m_bytes.end() ? QVariant() : QVariant(static_cast<qlonglong>(found->second));
}

QVariant LayerTableModel::sqnr(int row) const
{
    const LayerReport *known = report(row);
    return known && known->sqnr ? QVariant(*known->sqnr) : QVariant();
}

} // namespace quantloupe

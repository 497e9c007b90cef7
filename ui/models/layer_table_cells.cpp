// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/correction_words.h"
#include "models/layer_cell_text.h"
#include "models/layer_table_model.h"
#include "models/layer_tooltip.h"

#include <QLocale>

#include <algorithm>

namespace quantloupe {

QVariant LayerTableModel::text(int row, LayerColumn column) const
{
    switch (column) {
    case LayerColumn::Name:
        return QString::fromStdString(layer(row).name);
    case LayerColumn::Kind:
        return displayName(layer(row).kind);
    case LayerColumn::OutputShape:
        return QString::fromStdString(toText(layer(row).outputShape));
    case LayerColumn::WeightShape:
        return QString::fromStdString(toText(layer(row).weightShape));
    case LayerColumn::Parameters:
    case LayerColumn::Macs:
    case LayerColumn::Bytes:
    case LayerColumn::NominalBits:
    case LayerColumn::EffectiveBits:
        return numberText(column, rawValue(row, column));
    case LayerColumn::WeightBits:
    case LayerColumn::ActivationBits:
        return bitsCellText(bits(row, column), {});
    case LayerColumn::Method:
        return methodText(spec(row).weight);
    case LayerColumn::Granularity:
        return spec(row).weight.isFloat() ? QString() : displayName(spec(row).weight.granularity);
    case LayerColumn::Sqnr: {
        const QVariant value = sqnr(row);
        return value.isValid() ? tr("%1 dB").arg(QLocale().toString(value.toDouble(), 'f', 1))
                               : QVariant();
    }
    case LayerColumn::Count:
        break;
    }
    return {};
}

QVariant LayerTableModel::rawValue(int row, LayerColumn column) const
{
    switch (column) {
    case LayerColumn::Parameters:
        return static_cast<qlonglong>(layer(row).parameters);
    case LayerColumn::WeightBits:
    case LayerColumn::ActivationBits:
        return bits(row, column);
    case LayerColumn::Sqnr:
        return sqnr(row);
    case LayerColumn::Bytes:
        return bytes(row);
    case LayerColumn::Macs:
        return static_cast<qlonglong>(layer(row).macs);
    case LayerColumn::NominalBits:
        return spec(row).weight.bits;
    case LayerColumn::EffectiveBits:
        return effectiveBits(row);
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

QVariant LayerTableModel::effectiveBits(int row) const
{
    const QVariant known = bytes(row);
    const std::int64_t weights = layer(row).weights;
    return known.isValid() && weights > 0 ? QVariant(known.toDouble() * 8 / double(weights))
                                          : QVariant();
}

QVariant LayerTableModel::sqnr(int row) const
{
    const LayerReport *known = report(row);
    return known && known->sqnr ? QVariant(*known->sqnr) : QVariant();
}

QStringList LayerTableModel::tiedTo(int row) const
{
    const LayerMarks &marks = m_document->marks();
    QStringList others;
    for (const std::string &name : marks.members(marks.tie(layer(row).name)))
        if (name != layer(row).name)
            others.append(QString::fromStdString(name));
    return others;
}

QStringList LayerTableModel::corrections(int row) const
{
    QStringList names;
    if (spec(row).isFloat())
        return names;
    const QuantConfig &config = m_document->config();
    const auto known =
        std::ranges::find(m_corrections.layers, layer(row).name, &CorrectedLayer::name);
    const bool isKnown = known != m_corrections.layers.end() && report(row) &&
                         m_reportedChoice == config.corrections();
    for (const Correction each : quantloupe::corrections()) {
        const bool isIdle =
            isKnown && std::ranges::find(known->corrections, each) == known->corrections.end();
        if (config.corrects(each, layer(row).name) && !isIdle)
            names.append(displayName(each));
    }
    return names;
}

QString LayerTableModel::tooltip(int row) const
{
    const QString name = QString::fromStdString(layer(row).name);
    return layerTooltip({layer(row), spec(row), report(row), m_refusals.value(name),
                         m_document->marks().isLocked(layer(row).name), tiedTo(row),
                         corrections(row)});
}

QString LayerTableModel::spokenName(int row) const
{
    QString text = QString::fromStdString(layer(row).name);
    if (m_document->marks().isLocked(layer(row).name))
        text = tr("%1, locked").arg(text);
    if (const QStringList others = tiedTo(row); !others.isEmpty())
        text = tr("%1, tied to %2").arg(text, others.join(QStringLiteral(", ")));
    if (const QStringList names = corrections(row); !names.isEmpty())
        text = tr("%1, with %2").arg(text, names.join(QStringLiteral(", ")));
    return text;
}

} // namespace quantloupe

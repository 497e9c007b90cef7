// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/layer_cell_text.h"

#include "quant/quant_spec.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace quantloupe {

namespace {

constexpr int kDecimals = 2;

QString oneBitsText(int bits)
{
    return bits == kFloatBits ? QCoreApplication::translate("LayerTableModel", "fp")
                              : QString::number(bits);
}

} // namespace

QString numberText(LayerColumn column, const QVariant &value)
{
    if (!value.isValid())
        return {};
    const bool isMean = column == LayerColumn::NominalBits || column == LayerColumn::EffectiveBits;
    if (!isMean)
        return QLocale().toString(value.toLongLong());
    const double mean = value.toDouble();
    return QLocale().toString(mean, 'f', mean == std::floor(mean) ? 0 : kDecimals);
}

QString bitsCellText(const QVariant &fewest, const QVariant &most)
{
    if (!fewest.isValid())
        return QStringLiteral("–");
    const QString text = oneBitsText(fewest.toInt());
    return !most.isValid() || most == fewest
               ? text
               : QStringLiteral("%1–%2").arg(text, oneBitsText(most.toInt()));
}

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metrics_readings.h"

#include "models/metrics_words.h"
#include "models/translate.h"
#include "widgets/amount_text.h"

#include <QLocale>

namespace quantloupe {

namespace {

QString bitsText(const Measurement &measurement)
{
    return tr("%1 bits").arg(QLocale().toString(measurement.size.averageBits, 'f', 1));
}

/// Its whiskers reach one standard error to both sides, those of others cover 95 %.
bool hasStandardError(const MetricQuantity &quantity)
{
    return quantity.kind == MetricKind::Kernel && quantity.aspect == MetricQuantity::Aspect::Value;
}

bool hasFloor(const MetricRow *row, const MetricQuantity &quantity)
{
    return row && row->floor && quantity.aspect == MetricQuantity::Aspect::Value;
}

/// "31.2", "2.7 (95 %: 2.4 to 3.0)" or why there is none.
QString valueText(const QuantityValue &value, const MetricQuantity &quantity)
{
    if (!value.value)
        return tr("– (%1)").arg(value.reason);
    const QString number = metricNumber(*value.value);
    if (!value.interval)
        return number;
    if (hasStandardError(quantity))
        return tr("%1 (standard error)")
            .arg(withErrorText(*value.value, value.interval->second - *value.value));
    return tr("%1 (95 %: %2)")
        .arg(number, intervalText({value.interval->first, value.interval->second}));
}

} // namespace

QString numberOf(const Measurement &measurement)
{
    return tr("#%1").arg(measurement.number);
}

QString labelOf(const QList<Measurement> &measurements, int index)
{
    return tr("%1, %2").arg(numberOf(measurements[index]), bitsText(measurements[index]));
}

QString readingOf(const QList<Measurement> &measurements, int index, const MetricQuantity &quantity)
{
    const Measurement &measurement = measurements[index];
    return tr("%1: %2 %3\n%4, %5: %6")
        .arg(numberOf(measurement), shortName(quantity),
             valueText(valueOf(measurement, quantity), quantity), bitsText(measurement),
             bytesText(measurement.size.bytes), measurement.summary);
}

QString whiskerNote(const MetricRow *row, const MetricQuantity &quantity)
{
    if (!row || !row->quantized)
        return {};
    if (hasStandardError(quantity))
        return row->quantizedStandardError ? tr("Whiskers: one standard error.") + u' ' : QString();
    const bool isDelta = quantity.aspect == MetricQuantity::Aspect::Delta;
    const bool isDifference = isDelta || isPaired(row->kind);
    if (isDifference && (isDelta ? row->deltaInterval : row->pairedInterval))
        return tr("Whiskers: 95 % of the bootstrap over samples.") + u' ';
    if (!isDifference && row->deltaInterval)
        return tr("No whiskers: only the difference to float has an interval.") + u' ';
    return {};
}

QString leftOutNote(int count, const QString &reason)
{
    if (count == 0)
        return {};
    return tr("Measurements left out: %1. The last because: %2").arg(count).arg(reason);
}

std::optional<double> bandOf(const MetricRow *row, const MetricQuantity &quantity)
{
    return hasFloor(row, quantity) && !largerIsBetter(row->kind) ? row->floor.value : std::nullopt;
}

QString floorNote(const MetricRow *row, const MetricQuantity &quantity)
{
    if (!hasFloor(row, quantity))
        return {};
    const QString n = QLocale().toString(qulonglong(row->n));
    const QString note =
        largerIsBetter(row->kind)
            ? tr("The reference against itself has %1 with N = %2.")
                  .arg(metricNumber(*row->floor), n)
            : tr("Hatched: the floor, the reference against itself with N = %1.").arg(n);
    return note + u' ';
}

} // namespace quantloupe

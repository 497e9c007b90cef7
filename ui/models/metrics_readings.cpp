// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metrics_readings.h"

#include "models/metrics_words.h"
#include "widgets/amount_text.h"

#include <QCoreApplication>
#include <QLocale>

namespace quantloupe {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("quantloupe", text);
}

QString bitsText(const Measurement &measurement)
{
    return tr("%1 bits").arg(QLocale().toString(measurement.size.averageBits, 'f', 1));
}

/// "31.2", "2.7 (95 %: 2.4 to 3.0)" or why there is none.
QString valueText(const QuantityValue &value, const MetricQuantity &quantity)
{
    if (!value.value)
        return tr("– (%1)").arg(value.reason);
    const QString number = metricNumber(*value.value);
    if (!value.interval)
        return number;
    const QString range = intervalText({value.interval->first, value.interval->second});
    return quantity.kind == MetricKind::Kernel && quantity.aspect == MetricQuantity::Aspect::Value
               ? tr("%1 (standard error: %2)").arg(number, range)
               : tr("%1 (95 %: %2)").arg(number, range);
}

} // namespace

QString numberOf(int measurement)
{
    return tr("#%1").arg(measurement + 1);
}

QString labelOf(const QList<Measurement> &measurements, int index)
{
    return tr("%1, %2").arg(numberOf(index), bitsText(measurements[index]));
}

QString readingOf(const QList<Measurement> &measurements, int index, const MetricQuantity &quantity)
{
    const Measurement &measurement = measurements[index];
    return tr("%1: %2 %3\n%4, %5: %6")
        .arg(numberOf(index), shortName(quantity),
             valueText(valueOf(measurement, quantity), quantity), bitsText(measurement),
             bytesText(measurement.size.bytes), measurement.summary);
}

QString leftOutNote(int count, const QString &reason)
{
    if (count == 0)
        return {};
    return tr("Measurements left out: %1. The last because: %2").arg(count).arg(reason);
}

std::optional<double> bandOf(const MetricRow &row)
{
    return largerIsBetter(row.kind) ? std::nullopt : row.floor.value;
}

QString floorNote(const MetricRow &row)
{
    const QString n = QLocale().toString(qulonglong(row.n));
    if (largerIsBetter(row.kind))
        return tr("The reference against itself has %1 with N = %2.")
            .arg(metricNumber(*row.floor), n);
    return tr("Hatched: the floor, the reference against itself with N = %1.").arg(n);
}

} // namespace quantloupe

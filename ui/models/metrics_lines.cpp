// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metrics_charts.h"
#include "models/metrics_readings.h"
#include "models/metrics_words.h"
#include "models/translate.h"

#include <QLocale>

#include <algorithm>

namespace quantloupe {

namespace {

LinePlotValue pointOf(const QuantityValue &value)
{
    return {value.value, value.interval};
}

/// Of KID.
std::optional<std::pair<double, double>> floatInterval(const MetricRow &row)
{
    if (!row.floatValue || !row.floatStandardError)
        return std::nullopt;
    return std::pair(*row.floatValue - *row.floatStandardError,
                     *row.floatValue + *row.floatStandardError);
}

QString optionalNumber(const std::optional<double> &value)
{
    return value ? metricNumber(*value) : QStringLiteral("–");
}

QString deltaToPrevious(const QList<Measurement> &measurements, int index,
                        const MetricQuantity &quantity)
{
    if (index == 0)
        return tr("the first measurement");
    const Measurement &before = measurements[index - 1];
    const std::optional<double> old = valueOf(before, quantity).value;
    const std::optional<double> now = valueOf(measurements[index], quantity).value;
    const QString reason = obstacle(before, measurements[index], quantity);
    if (!reason.isEmpty())
        return tr("no difference to %1: %2").arg(numberOf(before), reason);
    if (!old || !now)
        return tr("no difference to %1").arg(numberOf(before));
    const QString sign = *now >= *old ? QStringLiteral("+") : QString();
    return tr("%1 to %2").arg(sign + metricNumber(*now - *old), numberOf(before));
}

/// `against`: why the measurement is left out; empty if it is shown.
QString historyReading(const QList<Measurement> &measurements, int index,
                       const MetricQuantity &quantity, const QString &against)
{
    QStringList lines{readingOf(measurements, index, quantity)};
    if (!against.isEmpty())
        lines.append(tr("left out: %1").arg(against));
    lines.append(deltaToPrevious(measurements, index, quantity));
    if (const QString &change = measurements[index].change; !change.isEmpty())
        lines.append(tr("configuration: %1").arg(change));
    return lines.join(u'\n');
}

} // namespace

LinePlotData levelLines(const Measurement &measurement)
{
    LinePlotData data;
    const std::vector<MetricRow> &rows = measurement.report.rows;
    const auto row = std::ranges::find_if(rows, [](const MetricRow &each) {
        return each.kind == MetricKind::SlicedWasserstein && !each.levels.empty();
    });
    if (row == rows.end())
        return data;
    data.name = tr("%1 by level").arg(rowName(*row));
    data.conditions = conditionsText(measurement.report);
    data.xLabel = tr("level of the pyramid, pixels");
    data.yLabel = axisLabel({MetricQuantity::Aspect::Value, row->kind, row->name});
    LinePlotSeries reference{tr("float"), {}, false};
    LinePlotSeries quantized{tr("quantized"), {}, false};
    LinePlotSeries floor{tr("floor"), {}, true};
    for (std::size_t i = 0; i < row->levels.size(); ++i) {
        const MetricLevel &level = row->levels[i];
        data.places.append(double(i));
        data.placeLabels.append(QString::number(level.resolution));
        reference.values.append({level.floatValue, {}});
        quantized.values.append({level.quantized, {}});
        floor.values.append({level.floor, {}});
        data.readings.append(
            tr("%1 pixels: float %2, quantized %3, floor %4")
                .arg(QString::number(level.resolution), optionalNumber(level.floatValue),
                     optionalNumber(level.quantized), optionalNumber(level.floor)));
    }
    data.series = {reference, quantized, floor};
    return data;
}

LinePlotData sampleLines(const Measurement &measurement, const MetricQuantity &quantity)
{
    LinePlotData data;
    const MetricRow *row = rowOf(measurement, quantity);
    if (!row || row->curve.empty())
        return data;
    const bool isDelta = quantity.aspect == MetricQuantity::Aspect::Delta;
    data.name = tr("%1 by samples").arg(shortName(quantity));
    data.conditions = conditionsText(measurement.report);
    data.xLabel = tr("samples");
    data.yLabel = axisLabel(quantity);
    data.isLogarithmic = true;
    LinePlotSeries reference{tr("float"), {}, false};
    LinePlotSeries quantized{tr("quantized"), {}, false};
    for (const MetricPoint &point : row->curve) {
        const QString n = QLocale().toString(qulonglong(point.n));
        std::optional<double> value = point.quantized;
        if (isDelta)
            value = point.floatValue && point.quantized
                        ? std::optional(*point.quantized - *point.floatValue)
                        : std::nullopt;
        data.places.append(double(point.n));
        data.placeLabels.append(n);
        reference.values.append({point.floatValue, {}});
        quantized.values.append({value, {}});
        data.readings.append(
            isDelta || isPaired(quantity.kind)
                ? tr("N = %1: %2").arg(n, optionalNumber(value))
                : tr("N = %1: float %2, quantized %3")
                      .arg(n, optionalNumber(point.floatValue), optionalNumber(value)));
    }
    // An interval belongs to all samples; those of fewer were dropped with them.
    if (row->curve.back().n == row->n) {
        quantized.values.last().interval = valueOf(measurement, quantity).interval;
        reference.values.last().interval = floatInterval(*row);
    }
    if (isDelta || isPaired(quantity.kind))
        data.series = {quantized};
    else
        data.series = {reference, quantized};
    data.floor = bandOf(row, quantity);
    if (data.floor)
        data.floorName = tr("floor, N = %1").arg(QLocale().toString(qulonglong(row->n)));
    return data;
}

MetricsChart<LinePlotData> historyLine(const QList<Measurement> &measurements,
                                       const MetricQuantity &quantity, int present)
{
    MetricsChart<LinePlotData> chart;
    const int newest = newestWith(measurements, quantity);
    if (newest < 0)
        return chart;
    LinePlotData &data = chart.data;
    data.name = tr("history of %1").arg(shortName(quantity));
    data.conditions = conditionsText(measurements[newest].report);
    data.xLabel = tr("measurement of this session");
    data.yLabel = axisLabel(quantity);
    data.chosen = present;
    LinePlotSeries line;
    int leftOut = 0;
    QString reason;
    for (int i = 0; i < measurements.size(); ++i) {
        const QString against = obstacle(measurements[i], measurements[newest], quantity);
        if (!against.isEmpty()) {
            ++leftOut;
            reason = against;
        }
        data.places.append(measurements[i].number);
        line.values.append(against.isEmpty() ? pointOf(valueOf(measurements[i], quantity))
                                             : LinePlotValue());
        data.readings.append(historyReading(measurements, i, quantity, against));
        chart.measurements.append(i);
    }
    data.series = {line};
    const MetricRow *row = rowOf(measurements[newest], quantity);
    data.floor = bandOf(row, quantity);
    if (data.floor)
        data.floorName = tr("floor");
    chart.note =
        whiskerNote(row, quantity) + floorNote(row, quantity) + leftOutNote(leftOut, reason);
    return chart;
}

} // namespace quantloupe

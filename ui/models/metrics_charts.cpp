// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metrics_charts.h"

#include "models/metrics_words.h"
#include "widgets/amount_text.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

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

QString numberOf(int measurement)
{
    return tr("#%1").arg(measurement + 1);
}

QString labelOf(const QList<Measurement> &measurements, int index)
{
    return tr("%1, %2").arg(numberOf(index), bitsText(measurements[index]));
}

/// Its whiskers reach one standard error to both sides, those of others cover 95 %.
bool hasStandardError(const MetricQuantity &quantity)
{
    return quantity.kind == MetricKind::Kernel && quantity.aspect == MetricQuantity::Aspect::Value;
}

QString whiskerNote(const MetricQuantity &quantity)
{
    return hasStandardError(quantity) ? tr("Whiskers: one standard error.") + u' ' : QString();
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
        return tr("%1 ± %2 (standard error)")
            .arg(number, metricNumber(value.interval->second - *value.value));
    return tr("%1 (95 %: %2)")
        .arg(number, intervalText({value.interval->first, value.interval->second}));
}

/// Two lines: the number, then what was measured.
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

BarPlotItem floatBar(const MetricRow &row)
{
    BarPlotItem bar;
    bar.label = tr("float");
    bar.value = row.floatValue.value;
    if (row.floatValue)
        bar.valueText = metricNumber(*row.floatValue);
    if (row.floatValue && row.floatStandardError)
        bar.interval = {*row.floatValue - *row.floatStandardError,
                        *row.floatValue + *row.floatStandardError};
    bar.reading =
        tr("float: %1")
            .arg(row.floatValue ? bar.valueText : QString::fromStdString(row.floatValue.reason));
    return bar;
}

/// A later measurement of the same configuration stands for the earlier one, if it has the quantity
/// and compares.
bool isRepeated(const QList<Measurement> &measurements, int index, const MetricQuantity &quantity)
{
    const Measurement &earlier = measurements[index];
    return std::any_of(
        measurements.begin() + index + 1, measurements.end(), [&](const Measurement &later) {
            return later.config == earlier.config && later.calibration == earlier.calibration &&
                   obstacle(earlier, later, quantity).isEmpty() && valueOf(later, quantity).value;
        });
}

/// Only absolute values have a floor.
std::optional<double> floorOf(const MetricRow *row, const MetricQuantity &quantity)
{
    return row && quantity.aspect == MetricQuantity::Aspect::Value ? row->floor.value
                                                                   : std::nullopt;
}

BarPlotItem barOf(const QList<Measurement> &measurements, int index, const MetricQuantity &quantity)
{
    const QuantityValue value = valueOf(measurements[index], quantity);
    return {labelOf(measurements, index), value.value, value.interval,
            value.value ? metricNumber(*value.value) : QString(),
            readingOf(measurements, index, quantity)};
}

LinePlotValue pointOf(const QuantityValue &value)
{
    return {value.value, value.interval};
}

QString floorNote(std::size_t n)
{
    return tr("Hatched: the floor, the reference against itself with N = %1.")
        .arg(QLocale().toString(qulonglong(n)));
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
        return tr("no difference to %1: %2").arg(numberOf(index - 1), reason);
    if (!old || !now)
        return tr("no difference to %1").arg(numberOf(index - 1));
    const QString sign = *now >= *old ? QStringLiteral("+") : QString();
    return tr("%1 to %2").arg(sign + metricNumber(*now - *old), numberOf(index - 1));
}

} // namespace

MetricsChart<BarPlotData> configurationBars(const QList<Measurement> &measurements,
                                            const MetricQuantity &quantity, int present)
{
    MetricsChart<BarPlotData> chart;
    const int newest = newestWith(measurements, quantity);
    if (newest < 0)
        return chart;
    const MetricRow &row = *rowOf(measurements[newest], quantity);
    chart.data.name = tr("%1 by configuration").arg(shortName(quantity));
    chart.data.conditions = conditionsText(measurements[newest].report);
    chart.note = whiskerNote(quantity);
    chart.data.xLabel = tr("configuration");
    chart.data.yLabel = axisLabel(quantity);
    if (quantity.aspect == MetricQuantity::Aspect::Value && !isPaired(quantity.kind)) {
        chart.data.bars.append(floatBar(row));
        chart.measurements.append(-1);
        chart.data.floor = row.floor.value;
        chart.data.floorName = tr("floor");
        if (row.floor)
            chart.note += floorNote(row.n) + u' ';
    }
    int leftOut = 0;
    QString reason;
    for (int i = 0; i < measurements.size(); ++i) {
        const QString against = obstacle(measurements[i], measurements[newest], quantity);
        if (!against.isEmpty()) {
            ++leftOut;
            reason = against;
        } else if (!isRepeated(measurements, i, quantity)) {
            if (i == present)
                chart.data.chosen = int(chart.data.bars.size());
            chart.data.bars.append(barOf(measurements, i, quantity));
            chart.measurements.append(i);
        }
    }
    chart.note += leftOutNote(leftOut, reason);
    return chart;
}

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
    if (isDelta || isPaired(quantity.kind))
        data.series = {quantized};
    else
        data.series = {reference, quantized};
    data.floor = floorOf(row, quantity);
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
    chart.note = whiskerNote(quantity);
    data.xLabel = tr("measurement of this session");
    data.yLabel = axisLabel(quantity);
    data.chosen = present;
    LinePlotSeries line;
    for (int i = 0; i < measurements.size(); ++i) {
        const bool compares = obstacle(measurements[i], measurements[newest], quantity).isEmpty();
        data.places.append(i + 1);
        line.values.append(compares ? pointOf(valueOf(measurements[i], quantity))
                                    : LinePlotValue());
        QString reading = readingOf(measurements, i, quantity) + u'\n' +
                          deltaToPrevious(measurements, i, quantity);
        if (!measurements[i].change.isEmpty())
            reading += QStringLiteral("; ") + measurements[i].change;
        data.readings.append(reading);
        chart.measurements.append(i);
    }
    data.series = {line};
    const MetricRow *row = rowOf(measurements[newest], quantity);
    data.floor = floorOf(row, quantity);
    if (data.floor) {
        data.floorName = tr("floor");
        chart.note += floorNote(row->n);
    }
    return chart;
}

MetricsChart<ScatterPlotData> quantityPoints(const QList<Measurement> &measurements,
                                             const MetricQuantity &x, const MetricQuantity &y,
                                             int present)
{
    MetricsChart<ScatterPlotData> chart;
    const int newestX = newestWith(measurements, x);
    const int newestY = newestWith(measurements, y);
    if (newestX < 0 || newestY < 0)
        return chart;
    chart.data.name = tr("%1 against %2").arg(shortName(y), shortName(x));
    chart.data.conditions = conditionsText(measurements[newestY].report);
    chart.note = whiskerNote(y);
    chart.data.xLabel = axisLabel(x);
    chart.data.yLabel = axisLabel(y);
    int leftOut = 0;
    QString reason;
    for (int i = 0; i < measurements.size(); ++i) {
        QString against = obstacle(measurements[i], measurements[newestY], y);
        if (against.isEmpty())
            against = obstacle(measurements[i], measurements[newestX], x);
        const QuantityValue horizontal = valueOf(measurements[i], x);
        const QuantityValue vertical = valueOf(measurements[i], y);
        if (against.isEmpty())
            against = !horizontal.value ? horizontal.reason : vertical.reason;
        if (!against.isEmpty()) {
            ++leftOut;
            reason = against;
            continue;
        }
        if (i == present)
            chart.data.chosen = int(chart.data.points.size());
        chart.data.points.append({numberOf(i), *horizontal.value, *vertical.value,
                                  vertical.interval,
                                  tr("%1\n%2 %3")
                                      .arg(readingOf(measurements, i, y), shortName(x),
                                           metricNumber(*horizontal.value))});
        chart.measurements.append(i);
    }
    const MetricRow *row = rowOf(measurements[newestY], y);
    chart.data.floor = floorOf(row, y);
    if (chart.data.floor) {
        chart.data.floorName = tr("floor");
        chart.note += floorNote(row->n) + u' ';
    }
    chart.note += leftOutNote(leftOut, reason);
    return chart;
}

} // namespace quantloupe

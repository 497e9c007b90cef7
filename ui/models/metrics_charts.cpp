// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metrics_charts.h"

#include "models/core_words.h"
#include "models/metrics_readings.h"
#include "models/metrics_words.h"
#include "models/translate.h"

#include <algorithm>

namespace quantloupe {

namespace {

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
        tr("float: %1").arg(row.floatValue ? bar.valueText : coreText(row.floatValue.reason));
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

BarPlotItem barOf(const QList<Measurement> &measurements, int index, const MetricQuantity &quantity)
{
    const QuantityValue value = valueOf(measurements[index], quantity);
    return {labelOf(measurements, index), value.value, value.interval,
            value.value ? metricNumber(*value.value) : QString(),
            readingOf(measurements, index, quantity)};
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
    chart.note = whiskerNote(&row, quantity);
    chart.data.xLabel = tr("configuration");
    chart.data.yLabel = axisLabel(quantity);
    if (quantity.aspect == MetricQuantity::Aspect::Value && !isPaired(quantity.kind)) {
        chart.data.bars.append(floatBar(row));
        chart.measurements.append(-1);
        chart.data.floor = bandOf(&row, quantity);
        chart.data.floorName = tr("floor");
        chart.note += floorNote(&row, quantity);
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
        chart.data.points.append({numberOf(measurements[i]), *horizontal.value, *vertical.value,
                                  vertical.interval,
                                  tr("%1\n%2 %3")
                                      .arg(readingOf(measurements, i, y), shortName(x),
                                           metricNumber(*horizontal.value))});
        chart.measurements.append(i);
    }
    const MetricRow *row = rowOf(measurements[newestY], y);
    chart.note = whiskerNote(row, y);
    chart.data.floor = bandOf(row, y);
    if (chart.data.floor)
        chart.data.floorName = tr("floor");
    chart.note += floorNote(row, y);
    chart.note += leftOutNote(leftOut, reason);
    return chart;
}

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metrics_quantity.h"

#include "models/core_words.h"
#include "models/translate.h"

namespace quantloupe {

namespace {

constexpr double kBytesPerKilobyte = 1000;
constexpr double kBopsPerGigaBops = 1e9;

std::optional<std::pair<double, double>> pairOf(const Measured<MetricInterval> &interval)
{
    if (!interval)
        return std::nullopt;
    return std::pair((*interval).low, (*interval).high);
}

QuantityValue metricValue(const MetricRow &row, MetricQuantity::Aspect aspect)
{
    const bool isDelta = aspect == MetricQuantity::Aspect::Delta;
    const Measured<double> &measured = isDelta ? row.delta : row.quantized;
    QuantityValue value{measured.value, {}, coreText(measured.reason)};
    if (!measured)
        return value;
    if (isDelta)
        value.interval = pairOf(row.deltaInterval);
    else if (isPaired(row.kind))
        value.interval = pairOf(row.pairedInterval);
    else if (row.quantizedStandardError)
        value.interval = {*measured - *row.quantizedStandardError,
                          *measured + *row.quantizedStandardError};
    return value;
}

} // namespace

QString shortName(const MetricQuantity &quantity)
{
    const QString name = QString::fromStdString(quantity.name);
    switch (quantity.aspect) {
    case MetricQuantity::Aspect::Value:
        return name;
    case MetricQuantity::Aspect::Delta:
        return tr("%1, quantized minus float").arg(name);
    case MetricQuantity::Aspect::Bytes:
        return tr("Size");
    case MetricQuantity::Aspect::AverageBits:
        return tr("Average bits");
    case MetricQuantity::Aspect::Bops:
        return tr("BOPs");
    }
    return {};
}

QString axisLabel(const MetricQuantity &quantity)
{
    switch (quantity.aspect) {
    case MetricQuantity::Aspect::Bytes:
        return tr("size, kB");
    case MetricQuantity::Aspect::AverageBits:
        return tr("average bits of a weight");
    case MetricQuantity::Aspect::Bops:
        return tr("GBOPs of a sample");
    case MetricQuantity::Aspect::Value:
    case MetricQuantity::Aspect::Delta:
        break;
    }
    const std::string_view unit = unitOf(quantity.kind);
    if (unit.empty())
        return shortName(quantity);
    return tr("%1, %2").arg(shortName(quantity),
                            QString::fromUtf8(unit.data(), qsizetype(unit.size())));
}

const MetricRow *rowOf(const Measurement &measurement, const MetricQuantity &quantity)
{
    if (!quantity.isMetric())
        return nullptr;
    for (const MetricRow &row : measurement.report.rows)
        if (row.kind == quantity.kind && row.name == quantity.name && row.layer.empty())
            return &row;
    return nullptr;
}

QuantityValue valueOf(const Measurement &measurement, const MetricQuantity &quantity)
{
    switch (quantity.aspect) {
    case MetricQuantity::Aspect::Bytes:
        return {double(measurement.size.bytes) / kBytesPerKilobyte, {}, {}};
    case MetricQuantity::Aspect::AverageBits:
        return {measurement.size.averageBits, {}, {}};
    case MetricQuantity::Aspect::Bops:
        return {measurement.size.bops / kBopsPerGigaBops, {}, {}};
    case MetricQuantity::Aspect::Value:
    case MetricQuantity::Aspect::Delta:
        break;
    }
    const MetricRow *row = rowOf(measurement, quantity);
    if (!row)
        return {{}, {}, tr("%1 was not measured").arg(QString::fromStdString(quantity.name))};
    return metricValue(*row, quantity.aspect);
}

QList<MetricQuantity> metricQuantities(const QList<Measurement> &measurements)
{
    QList<MetricQuantity> quantities;
    for (qsizetype i = measurements.size(); i-- > 0;)
        for (const MetricRow &row : measurements[i].report.rows) {
            const MetricQuantity value{MetricQuantity::Aspect::Value, row.kind, row.name};
            if (!row.layer.empty() || quantities.contains(value))
                continue;
            quantities.append(value);
            if (!isPaired(row.kind))
                quantities.append({MetricQuantity::Aspect::Delta, row.kind, row.name});
        }
    return quantities;
}

QList<MetricQuantity> sizeQuantities()
{
    return {{MetricQuantity::Aspect::Bytes},
            {MetricQuantity::Aspect::AverageBits},
            {MetricQuantity::Aspect::Bops}};
}

int newestWith(const QList<Measurement> &measurements, const MetricQuantity &quantity)
{
    for (qsizetype i = measurements.size(); i-- > 0;)
        if (!quantity.isMetric() || rowOf(measurements[i], quantity))
            return int(i);
    return -1;
}

QString obstacle(const Measurement &a, const Measurement &b, const MetricQuantity &quantity)
{
    if (!quantity.isMetric())
        return {};
    const MetricRow *rowA = rowOf(a, quantity);
    const MetricRow *rowB = rowOf(b, quantity);
    if (!rowA || !rowB)
        return tr("%1 was not measured").arg(QString::fromStdString(quantity.name));
    return coreText(differenceOf(a.report, *rowA, b.report, *rowB));
}

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/metrics_history.h"

#include <utility>

namespace quantloupe::test {

/// Float 10, quantized 10 + `delta` with an interval of 0.5 to each side, floor 4, on three levels
/// and a course of three points.
inline MetricRow swdRow(double delta)
{
    MetricRow row;
    row.kind = MetricKind::SlicedWasserstein;
    row.name = "SWD";
    row.floatValue = Measured<double>::of(10);
    row.quantized = Measured<double>::of(10 + delta);
    row.floor = Measured<double>::of(4);
    row.delta = Measured<double>::of(delta);
    row.deltaInterval = Measured<MetricInterval>::of({delta - 0.5, delta + 0.5});
    row.n = 4096;
    row.form = "sorted";
    for (const int side : {64, 32, 16})
        row.levels.push_back({side, 160.0 / side, (160 + delta) / side, 64.0 / side});
    for (const std::size_t n : {std::size_t{1024}, std::size_t{2048}, std::size_t{4096}})
        row.curve.push_back({n, 10.0, 10 + delta});
    return row;
}

inline MetricRow psnrRow(double value)
{
    MetricRow row;
    row.kind = MetricKind::Psnr;
    row.name = "PSNR";
    row.floatValue = Measured<double>::missing("it is a distance to float");
    row.quantized = Measured<double>::of(value);
    row.floor = Measured<double>::missing("it is a distance to float");
    row.delta = Measured<double>::missing("it is a distance to float");
    row.deltaInterval = Measured<MetricInterval>::missing("it is a distance to float");
    row.pairedInterval = Measured<MetricInterval>::of({value - 1, value + 1});
    row.n = 4096;
    return row;
}

inline MetricsReport madeUpReport(double delta)
{
    MetricsReport report;
    report.rows = {swdRow(delta), psnrRow(30)};
    report.n = report.count = 4096;
    report.reference.name = kFloatReference;
    report.reference.sha256 = "reference";
    report.reference.n = 4096;
    report.threads = 1;
    report.microBatch = 4;
    return report;
}

/// Of the document's present configuration.
inline Measurement madeUpMeasurement(const QuantDocument &document, double delta)
{
    Measurement measurement;
    measurement.config = document.config();
    measurement.calibration = document.calibration();
    measurement.settings.metrics = {MetricKind::SlicedWasserstein, MetricKind::Psnr};
    measurement.size.bytes = 250000;
    measurement.size.averageBits = 4;
    measurement.report = madeUpReport(delta);
    measurement.report.plan = document.plan();
    measurement.report.generatorSha256 = document.info().sha256;
    return measurement;
}

} // namespace quantloupe::test

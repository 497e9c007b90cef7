// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/metrics_quantity.h"
#include "plots/bar_plot.h"
#include "plots/line_plot.h"
#include "plots/scatter_plot.h"

namespace quantloupe {

/// A chart, and for each of its items the measurement it stands for; -1 for none.
template <typename Data> struct MetricsChart
{
    Data data;
    QList<int> measurements = {};
    /// What is left out and why; empty for nothing.
    QString note = {};
};

/// Each configuration once, by its newest measurement, after the float generator. Only what
/// compares with the newest measurement of the quantity.
MetricsChart<BarPlotData> configurationBars(const QList<Measurement> &measurements,
                                            const MetricQuantity &quantity, int present);

/// SWD of a measurement by the levels of its pyramid; without places where it was not measured.
LinePlotData levelLines(const Measurement &measurement);

/// The quantity while the samples of one measurement grew; an interval stands at all samples.
LinePlotData sampleLines(const Measurement &measurement, const MetricQuantity &quantity);

/// Every measurement of the session in order; gaps where it does not compare with the newest.
MetricsChart<LinePlotData> historyLine(const QList<Measurement> &measurements,
                                       const MetricQuantity &quantity, int present);

/// One quantity against another, of the measurements whose metrics compare with the newest.
MetricsChart<ScatterPlotData> quantityPoints(const QList<Measurement> &measurements,
                                             const MetricQuantity &x, const MetricQuantity &y,
                                             int present);

} // namespace quantloupe

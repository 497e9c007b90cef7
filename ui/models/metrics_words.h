// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/metrics_report.h"
#include "model/generator_info.h"
#include "quant/quant_config.h"
#include "session/metrics_request.h"

#include <QString>
#include <QStringList>

namespace quantloupe {

struct Measurement;

/// "w4 on all, main.12=w8" as rules, "float" for none.
QString configurationText(const QuantConfig &config, const std::vector<LayerInfo> &layers);
/// What an edit between two measurements did: one layer with both settings, or how many layers.
QString changeText(const QuantConfig &before, const QuantConfig &after);

/// So many digits behind the point; never "-0.00".
QString decimalText(double value, int decimals);
/// Four figures.
QString metricNumber(double value);
/// As many digits as its width has two figures: "1.8 to 2.9".
QString intervalText(const MetricInterval &interval);
/// As many digits as the width of its interval has two figures: "6.9" of "6.2 to 7.6".
QString metricNumber(double value, const MetricInterval &interval);
/// As many digits as the standard error has two figures: "2.46 ± 0.11".
QString withErrorText(double value, double error);
/// "SWD", with the layer where it is of one.
QString rowName(const MetricRow &row);
/// With its unit.
QString rowTitle(const MetricRow &row);
/// "about 2 min"; rounded up, so that it is not over before.
QString durationText(double seconds);

/// How far the configuration is from float and whether that is more than noise: one sentence.
QString verdict(const MetricsReport &report);
/// What the numbers depend on, in one line.
QString conditionsText(const MetricsReport &report);
/// Why values are missing, what marks say, and why numbers do not compare with those of
/// `previous` (null for none): one sentence each.
QStringList metricNotes(const MetricsReport &report, const MetricsReport *previous);
/// The row of the same metric; null where there is none.
const MetricRow *findRow(const MetricsReport &report, const MetricRow &like);

/// N and time before the start, and what an interrupted measurement left.
QString estimateText(const MetricsEstimate &estimate, std::size_t count);

} // namespace quantloupe

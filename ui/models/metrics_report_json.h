// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/metrics_report.h"

#include <QJsonObject>

namespace quantloupe {

/// A report as a session keeps it, with all digits.
QJsonObject metricsReportJson(const MetricsReport &report);
/// Throws Error{BadInput} for a metric or a filter this program does not know.
MetricsReport parseMetricsReport(const QJsonObject &json);

} // namespace quantloupe

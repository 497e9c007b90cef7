// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/paired_metrics.h"
#include "session/sensitivity_request.h"

#include <vector>

namespace quantloupe {

/// Throws Error{BadInput} for a metric that is not of the output, and without samples or repeats.
void requireMeasurable(const SensitivityRequest &request);

/// What measures one cell of a metric that a sweep cannot, on samples of its own for each repeat.
MetricsRequest measurementOf(const SensitivityRequest &request, const QuantConfig &config,
                             int repeat);

/// The request's metric over the samples of a sweep.
MetricRow sweptRow(const SensitivityRequest &request, const std::vector<PairedSample> &samples);
/// Float and quantized outputs are the same to the bit.
bool areExact(const std::vector<PairedSample> &samples);

/// What a measurement found becomes the cell's.
void setValue(SensitivityCell &cell, const MetricRow &row);

} // namespace quantloupe

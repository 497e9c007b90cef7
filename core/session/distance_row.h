// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/metrics_report.h"
#include "session/metrics_sets.h"

#include <optional>
#include <string>

namespace quantloupe {

/// One result for the float column, for the quantized one and for the floor.
template <typename Result> struct Distances
{
    Result floatValue;
    Result quantized;
    Result floor;
};

/// A row of these sets without values.
MetricRow distanceRow(MetricKind kind, const std::string &name, const MetricsSets &sets);

/// All values of a row are missing for one reason.
void setMissing(MetricRow &row, const std::string &reason);

/// Values and delta. Those of a set with broken pictures are missing: they are painted black, and
/// their distance means nothing. The float value is the floor where there are no halves, because
/// the reference is the float generator then.
void setValues(MetricRow &row, const MetricsSets &sets, const Distances<Measured<double>> &values);

Measured<double> measured(const std::optional<double> &value, const std::string &reason);

} // namespace quantloupe

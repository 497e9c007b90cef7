// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/distance_row.h"

namespace quantloupe {

namespace {

std::string firstOf(const std::string &a, const std::string &b)
{
    return a.empty() ? b : a;
}

std::string brokenReason(const MeasuredSet &set)
{
    if (set.broken() == 0)
        return {};
    return std::to_string(set.broken()) + " of " + std::to_string(set.size()) +
           " outputs hold values that are not finite";
}

/// Quantized minus float, once both are there.
void setDelta(MetricRow &row)
{
    row.delta = row.floatValue && row.quantized
                    ? Measured<double>::of(*row.quantized - *row.floatValue)
                    : Measured<double>::missing(row.quantized ? "there is no float value"
                                                              : "there is no quantized value");
}

} // namespace

MetricRow distanceRow(MetricKind kind, const std::string &name, const MetricsSets &sets)
{
    MetricRow row;
    row.kind = kind;
    row.name = name;
    row.n = sets.quantized.size();
    row.pairedInterval = Measured<MetricInterval>::missing("it is no paired metric");
    return row;
}

void setMissing(MetricRow &row, const std::string &reason)
{
    row.floatValue = row.quantized = row.floor = row.delta = Measured<double>::missing(reason);
    row.deltaInterval = Measured<MetricInterval>::missing(reason);
}

void setValues(MetricRow &row, const MetricsSets &sets, const Distances<Measured<double>> &values)
{
    const std::string brokenReference = brokenReason(sets.reference);
    const auto guarded = [&](const Measured<double> &value, const MeasuredSet &set) {
        const std::string reason = firstOf(brokenReason(set), brokenReference);
        return reason.empty() ? value : Measured<double>::missing(reason);
    };
    row.floatValue = guarded(values.floatValue, sets.floatSet);
    row.quantized = guarded(values.quantized, sets.quantized);
    row.floor = !sets.floorObstacle.empty() ? Measured<double>::missing(sets.floorObstacle)
                : sets.halves               ? values.floor
                                            : row.floatValue;
    setDelta(row);
}

Measured<double> measured(const std::optional<double> &value, const std::string &reason)
{
    return value ? Measured<double>::of(*value) : Measured<double>::missing(reason);
}

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/metrics_history.h"

#include <optional>
#include <utility>

namespace quantloupe {

/// A number of a measurement that charts can show.
struct MetricQuantity
{
    enum class Aspect {
        /// A metric of the quantized pictures; paired metrics are distances to float already.
        Value,
        /// Quantized minus float.
        Delta,
        Bytes,
        AverageBits,
        Bops
    };

    Aspect aspect = Aspect::Value;
    /// Of the row; unused by sizes.
    MetricKind kind = MetricKind::Frechet;
    std::string name = {};

    bool isMetric() const { return aspect == Aspect::Value || aspect == Aspect::Delta; }
    bool operator==(const MetricQuantity &) const = default;
};

struct QuantityValue
{
    std::optional<double> value;
    /// Of differences the bootstrap's 95 %; of KID one standard error to each side.
    std::optional<std::pair<double, double>> interval;
    /// Why there is no value.
    QString reason;
};

/// With its unit, for an axis.
QString axisLabel(const MetricQuantity &quantity);
/// Without, for a list and file names.
QString shortName(const MetricQuantity &quantity);

/// The row of the metric; null for sizes and where it was not measured.
const MetricRow *rowOf(const Measurement &measurement, const MetricQuantity &quantity);
QuantityValue valueOf(const Measurement &measurement, const MetricQuantity &quantity);

/// Metrics of whole pictures in any of the measurements, those of the newest first.
QList<MetricQuantity> metricQuantities(const QList<Measurement> &measurements);
QList<MetricQuantity> sizeQuantities();

/// The newest measurement that has the metric; -1 for none.
int newestWith(const QList<Measurement> &measurements, const MetricQuantity &quantity);
/// One sentence on why the quantity of `a` cannot be set against that of `b`; empty where it can.
QString obstacle(const Measurement &a, const Measurement &b, const MetricQuantity &quantity);

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/metrics_report.h"

#include <optional>
#include <span>

namespace quantloupe {

/// The probability that Student's t with `freedom` >= 1 degrees of freedom is at most `t` >= 0, by
/// its finite series (Abramowitz and Stegun 1964, 26.7.3 and 26.7.4).
double studentProbability(double t, int freedom);
/// The t that 97.5 % do not exceed.
double studentLimit(int freedom);
/// 95 % for the mean of independent values (Student 1908); absent for fewer than two.
std::optional<MetricInterval> studentInterval(std::span<const double> values);

} // namespace quantloupe

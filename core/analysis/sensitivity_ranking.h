// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/sensitivity.h"

#include <span>
#include <vector>

namespace quantloupe {

/// Cells over their repeats, in the order of their first ones.
std::vector<SensitivityMean> meansOf(std::span<const SensitivityCell> cells);

/// One for each site, mode and bit-width. Outputs with values that are not finite count as the
/// worst, exact ones as the best. Neighbours tie where the 95 % interval of their difference over
/// the repeats (which share latents) holds zero, and where only one repeat was measured, where
/// their own intervals overlap.
std::vector<SensitivityRanking> rankingsOf(std::span<const SensitivityCell> cells,
                                           MetricKind metric);

/// No neighbours tie.
bool areSettled(std::span<const SensitivityRanking> rankings);

/// Every redundancy measure of `layers`, and how well it tells each ranking.
std::vector<RedundancyColumn> redundancyColumns(std::span<const LayerInfo> layers,
                                                std::span<const SensitivityRanking> rankings);

/// How well predicted values tell measured ones, over the means that have both.
SketchAccuracy accuracyOf(std::span<const SensitivityMean> means);

} // namespace quantloupe

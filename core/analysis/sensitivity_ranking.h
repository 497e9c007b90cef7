// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/sensitivity.h"

#include <functional>
#include <span>
#include <vector>

namespace quantloupe {

/// Cells over their repeats, in the order of their first ones.
std::vector<SensitivityMean> meansOf(std::span<const SensitivityCell> cells);

/// Whether a value without an interval is no estimate: other samples would not be an answer to the
/// same question, as where the samples are named, or none were measured.
using IsCertain = std::function<bool(const SensitivityCell &)>;

/// One for each site, mode and bit-width. Outputs with values that are not finite count as the
/// worst, exact ones as the best. Neighbours tie where the 95 % interval of their difference over
/// the repeats (which share latents) holds zero, and where only one repeat was measured, where
/// their own intervals overlap. A value without an interval may be anything, so that it ties with
/// its neighbours, unless `isCertain` says that it is what it is; equal values always tie.
std::vector<SensitivityRanking> rankingsOf(std::span<const SensitivityCell> cells,
                                           MetricKind metric, const IsCertain &isCertain = {});

/// No neighbours tie.
bool areSettled(std::span<const SensitivityRanking> rankings);

/// Every redundancy measure of `layers`, and how well it tells each ranking.
std::vector<RedundancyColumn> redundancyColumns(std::span<const LayerInfo> layers,
                                                std::span<const SensitivityRanking> rankings);

/// How well predicted values tell measured ones, over the means that have both; those of one key
/// are one measurement and count once.
SketchAccuracy accuracyOf(std::span<const SensitivityMean> means);

} // namespace quantloupe

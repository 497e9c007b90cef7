// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sensitivity_findings.h"
#include "plots/bar_plot.h"
#include "plots/heat_map_plot.h"
#include "plots/line_plot.h"

#include <vector>

namespace quantloupe {

/// Layers by bit-widths. `conditions` are sensitivityConditions(); what `config` gives a layer now
/// is framed.
HeatMapData sensitivityMap(const SensitivityFindings &findings, const QuantConfig &config,
                           const QString &conditions);

struct SensitivityBars
{
    BarPlotData data;
    /// By bar, places in SensitivityFindings::layers.
    std::vector<std::size_t> layers = {};
};

/// The layers at one bit-width, the most sensitive first; those that lead are marked.
SensitivityBars sensitivityBars(const SensitivityFindings &findings, std::size_t bit,
                                const QString &conditions);

/// What was measured of the layers that are most sensitive at the fewest bits, by bit-width.
LinePlotData sensitivityLines(const SensitivityFindings &findings, const QString &conditions);

/// The rank correlation of each redundancy measure with the sensitivity at one bit-width.
BarPlotData redundancyBars(const SensitivityReport &report, int bits, const QString &conditions);

} // namespace quantloupe

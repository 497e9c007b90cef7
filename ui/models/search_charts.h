// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/search_findings.h"
#include "plots/pareto_plot.h"

#include <QList>

#include <cstddef>
#include <vector>

namespace quantloupe {

/// Of what anything is known: SQNR, which is predicted of each configuration, then what was
/// measured.
QList<MetricKind> searchQuantities(const SearchFindings &findings);

struct SearchFront
{
    ParetoPlotData data;
    /// By point, places in SearchFindings::trials.
    std::vector<std::size_t> trials = {};
};

/// What configurations cost against a metric; what is `present` is ringed. `conditions` are
/// searchConditions().
SearchFront searchFront(const SearchFindings &findings, SearchCost cost, MetricKind metric,
                        const QuantConfig &present, const std::vector<LayerInfo> &layers,
                        const QString &conditions);

} // namespace quantloupe

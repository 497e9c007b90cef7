// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/search_findings.h"
#include "models/search_settings.h"

#include <QString>
#include <QStringList>

#include <span>

namespace quantloupe {

/// For lists and axes: "Size", "Average bits", "BOPs".
QString displayName(SearchCost cost);
/// "knapsack", with what it does and where it comes from.
QString displayName(SearchAlgorithm algorithm);
QString explanation(SearchAlgorithm algorithm);
/// "Size ≤", "SQNR ≥".
QString displayName(const SearchGoal &goal);

/// "312 kB", "3.98 bits on average", "1.2 GBOPs".
QString costText(SearchCost cost, const SizeReport &size);
/// All three.
QString sizeText(const SizeReport &size);
/// As short as it can be told from others: "312 kB at 3.98 bits".
QString trialName(const SearchTrial &trial);
/// Each layer's bits in order: "8 4 4 fp".
QString layerBitsText(const QuantConfig &config, std::span<const LayerInfo> layers);
/// "21.3 dB", "3.42"; with the interval where there is one.
QString searchValueText(MetricKind metric, double value,
                        const std::optional<MetricInterval> &interval = {});

/// As it is published, for example "FD-avatarnet", once something was measured by it.
QString searchMetricName(const SearchFindings &findings, MetricKind metric);
/// " (no more samples than features)": what a reader must know of its measured value, or nothing.
QString markText(const SearchTrial &trial);

/// The best and how good it is, predicted and exact, or what came nearest; in fewer and fewer
/// words. Empty while nothing can be said. `report` is null while it is not there.
QStringList searchAnswer(const SearchFindings &findings, const ConfigSearchReport *report);
/// What else is to be known of it, a sentence each.
QStringList searchNotes(const ConfigSearchReport &report);
/// What was searched and by what, in one line.
QString searchConditions(const ConfigSearchRequest &request, const QString &target,
                         const SearchFindings &findings);

} // namespace quantloupe

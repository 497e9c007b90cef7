// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/rank_correlation.h"
#include "analysis/redundancy.h"
#include "metrics/metrics_report.h"
#include "quant/quant_config.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace quantloupe {

/// What of a layer is quantized: its weight, its input activation, or both (of a layer without an
/// activation site its weight).
enum class SensitivitySite { Weights, Activations, Both };
/// Alone: one layer gets a quantizer, the others stay as the base configuration has them, float
/// unless it says otherwise. LeaveOneOut: one layer is returned to float, the others are quantized.
enum class SensitivityMode { Alone, LeaveOneOut };

std::span<const SensitivitySite> sensitivitySites();
std::span<const SensitivityMode> sensitivityModes();
/// "weights", "activations", "both".
std::string_view name(SensitivitySite site);
/// "alone", "leave-one-out".
std::string_view name(SensitivityMode mode);
/// Throw Error{BadInput} that lists the names.
SensitivitySite parseSensitivitySite(std::string_view text);
SensitivityMode parseSensitivityMode(std::string_view text);

/// SensitivityCell::bits where a layer is left out of the base configuration, whose layers keep the
/// bits they have.
inline constexpr int kBaseBits = 0;

/// Which cells a sweep has.
struct SensitivityPlan
{
    /// By name; empty for all.
    std::vector<std::string> layers;
    std::vector<int> bits = {8, 6, 4, 3, 2, 1};
    /// Everything but the bits; the method follows where it must, as withBits() says.
    WeightSpec weight = weightSpecOfBits(8);
    ActivationSpec activation = {.bits = 8};
    std::vector<SensitivitySite> sites = {SensitivitySite::Weights};
    std::vector<SensitivityMode> modes = {SensitivityMode::Alone};
    bool operator==(const SensitivityPlan &) const = default;
};

/// A stable text that stands for all a measured value depends on: generator, configuration, how
/// inputs are drawn, calibration, metric, samples, repeat and execution. The same in every process
/// and independent of what else the sweep measures.
using CellKey = std::string;

/// One value: one layer, site, mode and bit-width on the latents of one repeat.
struct SensitivityCell
{
    CellKey key;
    std::string layer;
    SensitivitySite site = SensitivitySite::Weights;
    SensitivityMode mode = SensitivityMode::Alone;
    /// kBaseBits where layers are left out of a base configuration.
    int bits = 8;
    /// Alone: of the layer. LeaveOneOut: what the layer lacks.
    LayerQuantSpec spec;
    /// From 0 on.
    int repeat = 0;
    /// Of the quantized network by the sweep's metric; absent with `reason`.
    std::optional<double> value;
    std::string reason;
    /// The outputs are those of the float network to the bit; then there is no SQNR.
    bool isExact = false;
    /// As MetricRow::isIdentical.
    bool isIdentical = false;
    /// Of the float network, for metrics that compare with a reference.
    std::optional<double> floatValue;
    /// Over the samples of the repeat; paired metrics only.
    std::optional<MetricInterval> interval;
    /// Samples.
    std::size_t n = 0;
    /// As the metric is published, for example "SQNR", "FD-avatarnet".
    std::string metricName;
    /// As MetricRow::mark.
    std::string mark;
    /// Wall time; not part of what is compared.
    double seconds = 0;
    bool operator==(const SensitivityCell &) const = default;
};

/// A cell over all repeats.
struct SensitivityMean
{
    /// Of its first repeat; the same for places that share one configuration, such as the weights
    /// alone and both sites of a layer without an activation site. Empty where nothing is measured.
    CellKey key;
    std::string layer;
    SensitivitySite site = SensitivitySite::Weights;
    SensitivityMode mode = SensitivityMode::Alone;
    int bits = 8;
    LayerQuantSpec spec;
    /// Mean over the repeats; absent with `reason` where one of them has no value.
    std::optional<double> value;
    std::string reason;
    bool isExact = false;
    std::optional<double> floatValue;
    /// 95 %, of Student's t over two repeats or more, else over the samples of the one repeat.
    std::optional<MetricInterval> interval;
    int repeats = 0;
    /// By the Jacobian sketch, where there is one that can tell.
    std::optional<double> predicted;
    bool operator==(const SensitivityMean &) const = default;
};

struct RankedLayer
{
    std::string layer;
    std::optional<double> value;
    std::optional<MetricInterval> interval;
    /// The larger, the more sensitive: the value or its negative; infinite where there is no error
    /// to measure, or no value at all, as of an output that is not finite.
    double sensitivity = 0;
    /// What was measured does not tell its place from that of the next one.
    bool tiesWithNext = false;
    bool operator==(const RankedLayer &) const = default;
};

/// The layers by one site, mode and bit-width, the most sensitive first: the one that harms the
/// output most alone, or whose return to float repairs it most.
struct SensitivityRanking
{
    SensitivitySite site = SensitivitySite::Weights;
    SensitivityMode mode = SensitivityMode::Alone;
    int bits = 8;
    std::vector<RankedLayer> layers;
    bool operator==(const SensitivityRanking &) const = default;
};

/// How well a measure tells one ranking. Redundant layers should be insensitive: rho is of the
/// measure and the sensitivity, and the better the measure, the lower it is.
struct RedundancyMatch
{
    SensitivitySite site = SensitivitySite::Weights;
    SensitivityMode mode = SensitivityMode::Alone;
    int bits = 8;
    /// Absent where rankCorrelation() says so.
    std::optional<RankCorrelation> correlation;
};

struct RedundancyColumn
{
    RedundancyMeasure measure = RedundancyMeasure::MapRatio;
    /// One for each of SensitivityReport::layers.
    std::vector<std::optional<double>> values;
    std::vector<RedundancyMatch> matches;
};

/// How well a Jacobian sketch predicts the cells that were measured: weights, SQNR.
struct SketchAccuracy
{
    /// Spearman's, of predicted and measured values; absent for fewer than three.
    std::optional<double> spearman;
    /// Mean absolute difference in dB.
    std::optional<double> meanError;
    /// Distinct configurations that were measured and predicted.
    std::size_t cells = 0;
    bool operator==(const SketchAccuracy &) const = default;
};

struct SketchReport
{
    int probes = 0;
    std::size_t samples = 0;
    std::size_t bytes = 0;
    double buildSeconds = 0;
    /// Of one variant of one layer, quantizing included.
    double variantSeconds = 0;
    SketchAccuracy all;
    /// By bit-width, as they come in the plan.
    std::vector<std::pair<int, SketchAccuracy>> byBits;
};

struct SensitivityReport
{
    MetricKind metric = MetricKind::OutputSqnr;
    /// As SensitivityCell::metricName.
    std::string metricName;
    /// Those swept, in execution order.
    std::vector<std::string> layers;
    /// In the order in which they were measured.
    std::vector<SensitivityCell> cells;
    std::vector<SensitivityMean> means;
    std::vector<SensitivityRanking> rankings;
    std::vector<RedundancyColumn> redundancy;
    std::optional<SketchReport> sketch;
    /// Samples of one repeat, and repeats done.
    std::size_t count = 0;
    int repeats = 0;
    /// All ranks were told apart before the last repeat, and the rest was left out.
    bool isSettled = false;
    /// Cells measured now, and those that were known.
    std::size_t measured = 0;
    std::size_t known = 0;
    std::vector<std::string> notes;
    int stepsRun = 0;
    int stepsSkipped = 0;
    int threads = 0;
    int microBatch = 0;
    double seconds = 0;
};

} // namespace quantloupe

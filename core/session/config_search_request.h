// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/bit_search.h"
#include "analysis/config_problem.h"
#include "session/search_progress.h"
#include "session/sensitivity_request.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quantloupe {

/// At most so much of a distance, or at least so much of a metric of which more is better.
struct SearchBound
{
    MetricKind metric = MetricKind::SlicedWasserstein;
    double value = 0;
};

/// "swd=3.5", "fid=20", "sqnr=30". Throws Error{BadInput} that shows how it is written.
SearchBound parseSearchBound(std::string_view text);
bool meets(const SearchBound &bound, double value);

/// What a search confirms its best by unless asked otherwise, as parseMetrics() takes it. The last
/// one takes features, which the built-in network gives without any file.
inline constexpr std::string_view kConfirmation = "sqnr,swd,kid";

/// Which bits are best under a budget, or cheapest within a bound of quality.
struct ConfigSearchRequest
{
    /// Generator, base configuration, how samples are drawn and measured, and the samples of one
    /// sweep. Layers, bit-widths, metric, repeats and the sketch are the search's own.
    SensitivityRequest sweep;
    SearchRules rules;
    SearchAlgorithm algorithm = SearchAlgorithm::Knapsack;
    /// Exactly one of both.
    std::optional<SearchBudget> budget;
    std::optional<SearchBound> bound;
    /// What is made as small as possible within a bound.
    SearchCost boundCost = SearchCost::Bytes;
    /// Time box of the search itself, its front and the points that are measured for a bound; 0 for
    /// none. It begins once the layers are measured and their cross terms are known.
    double seconds = 0;
    int restarts = 64;
    /// Points of the front at most, of budgets evenly spread between the cheapest and the one of
    /// the least error; the answer of a budget is one more.
    int frontPoints = 24;
    /// Probes of the sketch that cross terms come from.
    int sketchProbes = 32;
    /// Of the confirmation; the bound's metric is measured, too.
    std::vector<MetricKind> metrics = parseMetrics(kConfirmation);
    /// Samples of each measured point, and of the confirmation.
    std::size_t count = kMetricSamples;
    /// Measure every point of the front by measuredMetric(), which takes a measurement for each.
    bool measuresFront = false;
};

/// What points of the front are measured by: the bound's metric, or else the first one of the
/// confirmation; absent where none is measured.
std::optional<MetricKind> measuredMetric(const ConfigSearchRequest &request);

/// One configuration of a search.
struct SearchTrial
{
    QuantConfig config;
    SizeReport size;
    /// In dB, from the layers' errors (and their cross terms); absent for none.
    std::optional<double> predictedSqnr;
    /// By measuredMetric(), on samples of the search; absent where it was not measured.
    std::optional<double> measured;
    /// Of `measured`, see valueInterval(); absent for SWD and where the samples are too few.
    std::optional<MetricInterval> interval;
    /// What was measured as it is published, for example "FD-avatarnet", "SWD-grey", which the
    /// metric's own name does not tell; empty until it was.
    std::string metricName;
    /// Samples it was measured on; 0 until it was.
    std::size_t n = 0;
    /// What a reader must know beside `measured`, such as too few samples; empty for nothing.
    std::string mark;
};

struct ConfigSearchReport
{
    /// Some configuration keeps the budget or meets the bound. Else `best` is the nearest one, and
    /// `nearest` says in a sentence how near.
    bool isReachable = false;
    std::string nearest;
    /// The time box left nothing out: of the search under a budget, or of the front and the points
    /// measured for a bound.
    bool isFinished = false;
    /// No point of the front was left out because the time was up.
    bool isFrontFinished = true;
    /// See BitSearchResult.
    bool isProvenBest = false;
    SearchTrial best;
    /// Of the best, on evaluation samples that the search never saw.
    MetricsReport exact;
    /// The bound is met there, too; absent without a bound, and without a value.
    std::optional<bool> holdsOnUnseen;
    /// By ascending cost. That of a budget has `best` among its points.
    std::vector<SearchTrial> front;
    /// All that were measured, of the front and between its points, in the order in which they
    /// were.
    std::vector<SearchTrial> trials;
    /// Cells of the sweep that were measured now, and those that were known.
    std::size_t measured = 0;
    std::size_t known = 0;
    std::vector<std::string> notes;
    double seconds = 0;
};

/// As the trials tell it, of which one at least was measured; else the name of the metric, and
/// empty where none is measured.
std::string measuredName(const ConfigSearchRequest &request, const ConfigSearchReport &report);

/// Some of it is left to do in more time.
inline bool isCutShort(const ConfigSearchReport &report)
{
    return !report.isFinished || !report.isFrontFinished;
}

/// What a search tells while it runs, and what it goes by beside what is asked.
struct ConfigSearchHooks
{
    /// Of the sweep and of points measured for a bound.
    SensitivityHooks sweep = {};
    /// What a search that does not come to its end leaves, to be gone on with.
    SearchKeeping keeping = {};
    /// The clock of the time box.
    Deadline::Now now = &Deadline::Clock::now;
    /// Each configuration that is better than those before; first the best that an earlier one
    /// left.
    std::function<void(const SearchTrial &)> better = {};
    /// Each point of the front when it is known, and each configuration, of the front or between
    /// its points, once when it is measured.
    std::function<void(const SearchTrial &)> trial = {};
};

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/weight_cache.h"
#include "session/config_search.h"
#include "session/lane_caches.h"
#include "session/search_progress.h"

#include <optional>
#include <string>
#include <vector>

namespace quantloupe {

/// The steps of searchConfig().
class ConfigSearchRun
{
public:
    ConfigSearchRun(Session &session, const ConfigSearchRequest &request,
                    const ConfigSearchHooks &hooks);

    ConfigSearchReport execute(const RunContext &context);

private:
    /// What each layer alone does to the output, less what the base configuration does.
    void measureLayers(const RunContext &context);
    void measureMethod(WeightMethod method, double baseError, const RunContext &context);
    /// Energy of the output's error by that of the output, on the samples of the sweep.
    double errorOnSweep(QuantConfig config, const RunContext &context);
    void buildProblem(const RunContext &context);
    /// Strategy, front and points: all that goes on where an earlier search ended.
    void search(const RunContext &context);
    /// Stands for all that the answer depends on except the time box.
    std::string progressKey() const;
    void addCrossTerms(const RunContext &context);
    void findFront(const RunContext &context);
    void searchWithinBudget(const RunContext &context);
    /// Cross terms are a sketch's: where the knapsack's answer, which knows none, errs less by
    /// measurement, it is the best.
    void compareWithKnapsack(const RunContext &context);
    void measureFront(const RunContext &context);
    void confirm(const RunContext &context);

    // Points of the front, and between its points.
    /// With what it measures at. Each is measured and told once; a bound's answer is the cheapest
    /// of all that meet it.
    SearchTrial measured(const SearchSolution &solution, const RunContext &context);
    /// Null where it was not measured.
    const SearchTrial *knownTrial(const SearchSolution &solution) const;
    SensitivityCell measuredCell(const QuantConfig &config, const RunContext &context);
    SearchTrial trialOf(const SearchSolution &solution) const;
    void tell(const SearchTrial &trial) const;
    /// The report's points get what they were measured at.
    void takeMeasured();
    std::string amountText(std::int64_t cost) const;

    // Bounds.
    void searchWithinBound(const RunContext &context);
    bool isWithinBound(const SearchTrial &trial) const;
    void offer(const SearchSolution &solution, const SearchTrial &trial);
    /// Between a front's point that fails and the next one, which meets the bound. False where the
    /// time was up before its end.
    bool refine(SearchSolution failing, SearchSolution meeting, const RunContext &context);
    bool isWholeFrontMeasured() const;
    void sayNearest();

    Session &m_session;
    const ConfigSearchRequest &m_request;
    const ConfigSearchHooks &m_hooks;
    const GeneratorInfo &m_info;
    BitSearchRequest m_search;
    /// As the search sees it: the base without the searched weights.
    SensitivityRequest m_sweep;
    /// Of all sweeps and of the sketch, until the problem is there.
    std::optional<WeightCache> m_weights{LaneCaches::kWeightBytes};
    LayerErrors m_errors;
    double m_baseError = 0;
    ConfigProblem m_problem;
    /// From the problem on.
    std::optional<SearchProgress> m_progress;
    std::vector<SearchSolution> m_front;
    struct MeasuredPoint
    {
        SearchSolution solution;
        SearchTrial trial;
    };
    /// In the order in which they were measured.
    std::vector<MeasuredPoint> m_points;
    /// Of the report.
    SearchSolution m_best;
    /// Why the last point has no value.
    std::string m_reason;
    ConfigSearchReport m_report;
};

} // namespace quantloupe

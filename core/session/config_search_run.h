// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/config_search.h"

#include <map>
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
    double baseErrorOnSweep(const RunContext &context);
    void buildProblem(const RunContext &context);
    void addCrossTerms(const RunContext &context);
    void noteFloatInputs();
    void findFront(const RunContext &context);
    void searchWithinBudget(const RunContext &context);
    void measureFront(const RunContext &context);
    void confirm(const RunContext &context);

    // Bounds.
    void searchWithinBound(const RunContext &context);
    /// Between a front's point that fails and the next one, which meets the bound.
    void refine(SearchSolution failing, SearchSolution meeting, const RunContext &context);
    /// Absent where there is none, with m_reason.
    std::optional<double> measuredValue(const SearchSolution &solution, const RunContext &context);
    bool isWithinBound(const SearchSolution &solution, const RunContext &context);
    void sayNearest(const SearchSolution &solution);
    SensitivityCell measuredCell(const QuantConfig &config, const RunContext &context);

    SearchTrial trialOf(const SearchSolution &solution) const;
    /// With what it was measured at; of one that was not, it is measured.
    SearchTrial measuredTrial(const SearchSolution &solution, const RunContext &context);
    void tell(const SearchTrial &trial) const;
    void takeBest(const SearchSolution &solution);
    std::string amountText(std::int64_t cost) const;

    Session &m_session;
    const ConfigSearchRequest &m_request;
    const ConfigSearchHooks &m_hooks;
    const GeneratorInfo &m_info;
    BitSearchRequest m_search;
    /// As the search sees it: the base without the searched weights.
    SensitivityRequest m_sweep;
    LayerErrors m_errors;
    double m_baseError = 0;
    ConfigProblem m_problem;
    std::vector<SearchSolution> m_front;
    /// Points measured for a bound.
    std::map<CellKey, SensitivityCell> m_cells;
    std::string m_reason;
    ConfigSearchReport m_report;
};

} // namespace quantloupe

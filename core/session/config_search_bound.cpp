// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "session/config_search_run.h"
#include "session/sensitivity_key.h"
#include "session/sensitivity_measurement.h"

#include <charconv>
#include <cmath>
#include <limits>

namespace quantloupe {

namespace {

/// Between two neighbours of the front.
constexpr int kRefinements = 4;
/// Budgets that are tried for another solution between them.
constexpr int kTries = 24;

[[noreturn]] void refuse(std::string_view text)
{
    throw Error(ErrorKind::BadInput,
                "A bound is a metric and the value it may have, such as swd=3.5, fid=20 or "
                "sqnr=30, not '" +
                    std::string(text) + "'.");
}

} // namespace

SearchBound parseSearchBound(std::string_view text)
{
    const std::size_t equals = text.find('=');
    if (equals == std::string_view::npos)
        refuse(text);
    const std::string_view number = text.substr(equals + 1);
    SearchBound bound;
    bound.metric = parseMetrics(text.substr(0, equals)).front();
    const char *end = number.data() + number.size();
    const auto result = std::from_chars(number.data(), end, bound.value);
    if (result.ec != std::errc() || result.ptr != end || !std::isfinite(bound.value) ||
        bound.metric == MetricKind::LayerSqnr)
        refuse(text);
    return bound;
}

bool meets(const SearchBound &bound, double value)
{
    return largerIsBetter(bound.metric) ? value >= bound.value : value <= bound.value;
}

std::optional<MetricKind> measuredMetric(const ConfigSearchRequest &request)
{
    if (request.bound)
        return request.bound->metric;
    return request.measuresFront && !request.metrics.empty()
               ? std::optional(request.metrics.front())
               : std::nullopt;
}

SensitivityCell ConfigSearchRun::measuredCell(const QuantConfig &config, const RunContext &context)
{
    SensitivityRequest measurement = m_sweep;
    measurement.metric = measuredMetric(m_request).value();
    measurement.count = m_request.count;
    SensitivityCell cell;
    cell.key = "search " + SensitivityKeys(measurement).of(config, 0);
    cell.n = m_request.count;
    if (const auto found = m_cells.find(cell.key); found != m_cells.end())
        return found->second;
    const auto known = m_hooks.sweep.known ? m_hooks.sweep.known(cell.key) : std::nullopt;
    if (known)
        cell = *known;
    else
        setValue(cell,
                 m_session.measure(measurementOf(measurement, config, 0), Lane::Compute, context)
                     .rows.front());
    ++(known ? m_report.known : m_report.measured);
    if (m_hooks.sweep.cell)
        m_hooks.sweep.cell(cell, known.has_value());
    m_cells.emplace(cell.key, cell);
    return cell;
}

std::optional<double> ConfigSearchRun::measuredValue(const SearchSolution &solution,
                                                     const RunContext &context)
{
    const SensitivityCell cell = measuredCell(configOf(m_problem, solution), context);
    m_reason = cell.reason;
    // Outputs that equal the float ones to the bit: as good as can be.
    const MetricKind metric = measuredMetric(m_request).value();
    const bool isExact = m_baseError + solution.error == 0;
    if (!cell.value && isExact && (metric == MetricKind::OutputSqnr || metric == MetricKind::Psnr))
        return std::numeric_limits<double>::infinity();
    return cell.value;
}

bool ConfigSearchRun::isWithinBound(const SearchSolution &solution, const RunContext &context)
{
    const std::optional<double> value = measuredValue(solution, context);
    return value && meets(*m_request.bound, *value);
}

SearchTrial ConfigSearchRun::measuredTrial(const SearchSolution &solution,
                                           const RunContext &context)
{
    SearchTrial trial = trialOf(solution);
    trial.measured = measuredValue(solution, context);
    trial.interval = measuredCell(trial.config, context).interval;
    tell(trial);
    return trial;
}

void ConfigSearchRun::measureFront(const RunContext &context)
{
    if (!measuredMetric(m_request))
        return;
    context.describe("Measuring points of the front");
    const double count = static_cast<double>(m_front.size());
    for (std::size_t i = 0; i < m_front.size(); ++i)
        m_report.front[i] =
            measuredTrial(m_front[i], context.sub(static_cast<double>(i) / count,
                                                  static_cast<double>(i + 1) / count));
}

void ConfigSearchRun::takeBest(const SearchSolution &solution)
{
    m_report.isReachable = true;
    m_report.best = measuredTrial(solution, {});
    if (m_hooks.better)
        m_hooks.better(m_report.best);
}

void ConfigSearchRun::sayNearest(const SearchSolution &solution)
{
    const std::optional<double> least = measuredValue(solution, {});
    if (!least)
        throw Error(ErrorKind::BadInput,
                    "The bound's metric could not be measured: " + m_reason + ".");
    m_report.best = measuredTrial(solution, {});
    m_report.nearest = "No configuration meets the bound; the nearest one has " +
                       std::string(name(m_request.bound->metric)) + " " + std::to_string(*least) +
                       ".";
}

void ConfigSearchRun::searchWithinBound(const RunContext &context)
{
    context.describe("Measuring points of the front");
    const auto isWithin = [&](std::size_t i) {
        m_report.front[i] = measuredTrial(m_front[i], context.sub(0, 0.8));
        return isWithinBound(m_front[i], {});
    };
    // One point is measured whatever the time, for an answer.
    std::size_t meeting = m_front.size() - 1;
    m_report.isFinished = true;
    if (!isWithin(meeting))
        return sayNearest(m_front[meeting]);
    // Everything before it fails.
    std::size_t first = 0;
    while (first < meeting && !m_search.deadline.isOver()) {
        const std::size_t middle = first + (meeting - first) / 2;
        if (isWithin(middle))
            meeting = middle;
        else
            first = middle + 1;
    }
    takeBest(m_front[meeting]);
    if (first == meeting && meeting > 0)
        refine(m_front[meeting - 1], m_front[meeting], context.sub(0.8, 1));
    m_report.isFinished = !m_search.deadline.isOver();
}

void ConfigSearchRun::refine(SearchSolution failing, SearchSolution meeting,
                             const RunContext &context)
{
    std::int64_t low = failing.cost;
    int measured = 0;
    for (int i = 0; i < kTries && measured < kRefinements && meeting.cost - low > 1; ++i) {
        if (m_search.deadline.isOver())
            return;
        BitSearchRequest search = m_search;
        search.budget = low + (meeting.cost - low) / 2;
        const SearchSolution between =
            searchBits(m_problem.problem, search, context.sub(0, 0)).best;
        if (between.choice == failing.choice) {
            low = search.budget;
            continue;
        }
        ++measured;
        measuredTrial(between, context);
        if (isWithinBound(between, context)) {
            meeting = between;
            takeBest(meeting);
        } else {
            failing = between;
            low = search.budget;
        }
    }
}

} // namespace quantloupe

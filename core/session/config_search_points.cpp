// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/number_text.h"
#include "session/config_search_run.h"
#include "session/sensitivity_key.h"
#include "session/sensitivity_measurement.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

namespace quantloupe {

namespace {

/// Before the keys of points. Changes with what keys hold, so that no value of an earlier form is
/// taken over.
const std::string kPointKey = "search 3 ";

/// In thousandths of a bit: what an average is off by at most.
constexpr double kRounding = 1e-6;

std::optional<double> sqnrOf(double relativeError)
{
    return relativeError > 0 ? std::optional(-10 * std::log10(relativeError)) : std::nullopt;
}

} // namespace

std::optional<MetricKind> measuredMetric(const ConfigSearchRequest &request)
{
    if (request.bound)
        return request.bound->metric;
    return request.measuresFront && !request.metrics.empty()
               ? std::optional(request.metrics.front())
               : std::nullopt;
}

std::string measuredName(const ConfigSearchRequest &request, const ConfigSearchReport &report)
{
    const std::optional<MetricKind> metric = measuredMetric(request);
    if (!metric)
        return {};
    for (const SearchTrial &trial : report.trials)
        if (!trial.metricName.empty())
            return trial.metricName;
    return report.best.metricName.empty() ? std::string(name(*metric)) : report.best.metricName;
}

SearchTrial ConfigSearchRun::trialOf(const SearchSolution &solution) const
{
    SearchTrial trial;
    trial.config = configOf(m_problem, solution);
    trial.size = m_session.size(*m_request.sweep.generator, trial.config);
    trial.predictedSqnr = sqnrOf(m_baseError + solution.error);
    return trial;
}

void ConfigSearchRun::tell(const SearchTrial &trial) const
{
    if (m_hooks.trial)
        m_hooks.trial(trial);
}

std::string ConfigSearchRun::amountText(std::int64_t cost) const
{
    const double amount = amountOf(m_problem, cost);
    if (m_problem.cost == SearchCost::Bytes)
        return std::to_string(std::llround(amount)) + " bytes";
    if (m_problem.cost == SearchCost::Bops)
        return std::to_string(std::llround(amount)) + " bit operations";
    // Upwards, so that a budget of what is told can be kept.
    const double thousandths = std::ceil(1000 * amount - kRounding);
    return fixedText(thousandths / 1000, 3) + " bits on average";
}

SensitivityCell ConfigSearchRun::measuredCell(const QuantConfig &config, const RunContext &context)
{
    SensitivityRequest measurement = m_sweep;
    measurement.metric = measuredMetric(m_request).value();
    measurement.count = m_request.count;
    SensitivityCell cell;
    cell.key = kPointKey + SensitivityKeys(measurement).of(config, 0);
    cell.n = m_request.count;
    const auto known = m_hooks.sweep.known ? m_hooks.sweep.known(cell.key) : std::nullopt;
    if (known)
        cell = *known;
    else {
        const MetricsReport report =
            m_session.measure(measurementOf(measurement, config, 0), Lane::Compute, context);
        setValue(cell, report.rows.front());
        cell.interval = valueInterval(report.rows.front());
    }
    ++(known ? m_report.known : m_report.measured);
    if (m_hooks.sweep.cell)
        m_hooks.sweep.cell(cell, known.has_value());
    return cell;
}

const SearchTrial *ConfigSearchRun::knownTrial(const SearchSolution &solution) const
{
    const auto known = std::ranges::find_if(m_points, [&](const MeasuredPoint &point) {
        return point.solution.choice == solution.choice;
    });
    return known == m_points.end() ? nullptr : &known->trial;
}

SearchTrial ConfigSearchRun::measured(const SearchSolution &solution, const RunContext &context)
{
    if (const SearchTrial *known = knownTrial(solution))
        return *known;
    SearchTrial trial = trialOf(solution);
    const SensitivityCell cell = measuredCell(trial.config, context);
    const MetricKind metric = measuredMetric(m_request).value();
    trial.measured = cell.value;
    trial.interval = cell.interval;
    trial.metricName = cell.metricName.empty() ? std::string(name(metric)) : cell.metricName;
    trial.n = m_request.count;
    trial.mark = cell.mark;
    m_reason = cell.reason;
    // Outputs that equal the float ones to the bit: as good as can be.
    const bool isExact = m_baseError + solution.error == 0;
    if (!cell.value && isExact && (metric == MetricKind::OutputSqnr || metric == MetricKind::Psnr))
        trial.measured = std::numeric_limits<double>::infinity();
    tell(trial);
    m_points.push_back({solution, trial});
    offer(solution, trial);
    return trial;
}

void ConfigSearchRun::measureFront(const RunContext &context)
{
    if (!measuredMetric(m_request))
        return;
    context.describe("Measuring points of the front");
    const auto count = static_cast<double>(m_front.size());
    for (std::size_t i = 0; i < m_front.size(); ++i)
        measured(m_front[i],
                 context.sub(static_cast<double>(i) / count, static_cast<double>(i + 1) / count));
}

void ConfigSearchRun::takeMeasured()
{
    for (std::size_t i = 0; i < m_front.size(); ++i)
        if (const SearchTrial *known = knownTrial(m_front[i]))
            m_report.front[i] = *known;
    for (const MeasuredPoint &point : m_points)
        m_report.trials.push_back(point.trial);
    if (const SearchTrial *known = knownTrial(m_best))
        m_report.best = *known;
}

} // namespace quantloupe

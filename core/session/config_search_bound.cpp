// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/front_bound.h"
#include "base/error.h"
#include "base/number_text.h"
#include "session/config_search_run.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace quantloupe {

namespace {

/// Between two neighbours of the front.
constexpr int kRefinements = 4;
/// Budgets that are tried for another solution between them.
constexpr int kTries = 24;
/// Of the nearest value.
constexpr int kFigures = 6;

FrontLimit limitOf(const SearchBound &bound)
{
    return {bound.value, largerIsBetter(bound.metric) ? BetterValue::Larger : BetterValue::Smaller};
}

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
    return limitOf(bound).keeps(value);
}

bool ConfigSearchRun::isWithinBound(const SearchTrial &trial) const
{
    return trial.measured && meets(*m_request.bound, *trial.measured);
}

void ConfigSearchRun::offer(const SearchSolution &solution, const SearchTrial &trial)
{
    if (!m_request.bound || !isWithinBound(trial) ||
        (m_report.isReachable && solution.cost >= m_best.cost))
        return;
    m_report.isReachable = true;
    m_best = solution;
    m_report.best = trial;
    if (m_hooks.better)
        m_hooks.better(trial);
}

bool ConfigSearchRun::isWholeFrontMeasured() const
{
    return m_report.isFrontFinished &&
           std::ranges::all_of(m_front, [this](const SearchSolution &solution) {
               return knownTrial(solution) != nullptr;
           });
}

void ConfigSearchRun::sayNearest()
{
    const FrontLimit limit = limitOf(*m_request.bound);
    const MeasuredPoint *nearest = nullptr;
    for (const MeasuredPoint &point : m_points) {
        if (!point.trial.measured)
            continue;
        const double value = *point.trial.measured;
        if (!nearest || limit.isBetter(value, *nearest->trial.measured) ||
            (value == *nearest->trial.measured && point.solution.cost < nearest->solution.cost))
            nearest = &point;
    }
    if (nearest == nullptr)
        throw Error(ErrorKind::BadInput,
                    "The bound's metric could not be measured: " + m_reason + ".");
    m_report.best = nearest->trial;
    m_report.isFinished = isWholeFrontMeasured();
    const std::string value =
        nearest->trial.metricName + " " + shortText(*nearest->trial.measured, kFigures) + ".";
    m_report.nearest =
        m_report.isFinished
            ? "No configuration of the front meets the bound; the nearest one has " + value
            : "Nothing that was measured until the time was up meets the bound; the nearest one "
              "has " +
                  value;
}

void ConfigSearchRun::searchWithinBound(const RunContext &context)
{
    context.describe("Measuring points of the front");
    const auto count = static_cast<double>(m_front.size());
    const RunContext whole = context.sub(0, 0.8);
    const auto measure = [&](std::size_t point) {
        const auto done = static_cast<double>(m_points.size());
        const SearchTrial trial =
            measured(m_front[point], whole.sub(done / count, (done + 1) / count));
        // What cannot be measured of the first cannot of the others.
        if (!trial.measured && m_points.size() == 1)
            throw Error(ErrorKind::BadInput,
                        "The bound's metric could not be measured: " + m_reason + ".");
        return trial.measured;
    };
    const FrontBoundResult found =
        cheapestWithin(m_front.size(), limitOf(*m_request.bound), measure, m_search.deadline);
    m_report.isFinished = m_report.isFrontFinished && found.isFinished;
    if (!found.isFinished || !found.cheapest || *found.cheapest == 0)
        return;
    const std::size_t meeting = *found.cheapest;
    if (!refine(m_front[meeting - 1], m_front[meeting], context.sub(0.8, 1)))
        m_report.isFinished = false;
}

bool ConfigSearchRun::refine(SearchSolution failing, SearchSolution meeting,
                             const RunContext &context)
{
    std::int64_t low = failing.cost;
    int tried = 0;
    for (int i = 0; i < kTries && tried < kRefinements && meeting.cost - low > 1; ++i) {
        if (m_search.deadline.isOver())
            return false;
        BitSearchRequest search = m_search;
        search.budget = low + (meeting.cost - low) / 2;
        BitSearchState &state = m_progress->states()[keyOf(m_problem.problem, search)];
        const BitSearchResult between = searchBits(m_problem.problem, search, context.sub(0, 0),
                                                   state, {}, [this] { m_progress->pulse(); });
        if (!between.isFinished)
            return false;
        if (between.best.choice == failing.choice) {
            low = search.budget;
            continue;
        }
        ++tried;
        if (isWithinBound(measured(between.best, context))) {
            meeting = between.best;
        } else {
            failing = between.best;
            low = search.budget;
        }
    }
    return true;
}

} // namespace quantloupe

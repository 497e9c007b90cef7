// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/config_search.h"

#include "base/elapsed.h"
#include "base/error.h"
#include "session/config_search_run.h"
#include "session/metrics_plan.h"
#include "session/sensitivity_measurement.h"
#include "session/sensitivity_run.h"
#include "session/sensitivity_sketch.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <set>

namespace quantloupe {

namespace {

using Clock = std::chrono::steady_clock;

/// Of the progress.
constexpr double kMeasured = 0.4;
constexpr double kBuilt = 0.5;
constexpr double kSearched = 0.75;
constexpr double kFrontMeasured = 0.95;

/// Energy of the error by that of the output.
double relativeError(double sqnr)
{
    return std::pow(10.0, -sqnr / 10);
}

void requireOneGoal(const ConfigSearchRequest &request)
{
    if (request.budget.has_value() == request.bound.has_value())
        throw Error(ErrorKind::BadInput,
                    "A search needs either a budget or a bound; give one of them.");
}

std::vector<MetricKind> confirmedMetrics(const ConfigSearchRequest &request)
{
    std::vector<MetricKind> metrics = request.metrics;
    if (request.bound && std::ranges::find(metrics, request.bound->metric) == metrics.end())
        metrics.push_back(request.bound->metric);
    return metrics;
}

SearchCost costOf(const ConfigSearchRequest &request)
{
    return request.budget ? request.budget->cost : request.boundCost;
}

} // namespace

ConfigSearchRun::ConfigSearchRun(Session &session, const ConfigSearchRequest &request,
                                 const ConfigSearchHooks &hooks)
    : m_session(session),
      m_request(request),
      m_hooks(hooks),
      m_info(info(*request.sweep.generator)),
      m_sweep(request.sweep)
{
    requireOneGoal(request);
    m_search.algorithm = request.algorithm;
    m_search.seed = request.sweep.seed;
    m_search.restarts = request.restarts;
    m_sweep.base = searchBase(m_info.layers, request.sweep.base, request.rules);
    m_sweep.metric = MetricKind::OutputSqnr;
    m_sweep.repeats = 1;
    m_sweep.sketchProbes = 0;
    m_sweep.notesRanks = false;
}

ConfigSearchReport ConfigSearchRun::execute(const RunContext &context)
{
    const auto start = Clock::now();
    // The confirmation needs it, which is too late to learn that it cannot be opened.
    if (std::ranges::any_of(confirmedMetrics(m_request), usesFeatures))
        m_session.openExtractor(m_request.sweep.extractor, context.sub(0, 0));
    measureLayers(context.sub(0, kMeasured));
    buildProblem(context.sub(kMeasured, kBuilt));
    // Points are measured by the session, which has a cache of its own.
    m_weights.reset();
    m_progress.emplace(m_hooks.keeping, progressKey(), m_problem.problem, m_hooks.now);
    const double searched = m_request.measuresFront ? kFrontMeasured : kSearched;
    try {
        search(context.sub(kBuilt, searched));
        if (m_report.isReachable)
            confirm(context.sub(searched, 1));
    } catch (...) {
        // Stopped, above all; whatever it was, it need not cost what was found.
        m_progress->keep();
        throw;
    }
    if (!isCutShort(m_report))
        m_progress->remove();
    m_report.seconds = secondsSince(start);
    context.advance(1);
    return std::move(m_report);
}

double ConfigSearchRun::errorOnSweep(QuantConfig config, const RunContext &context)
{
    // As the sweep does: quantizers alone.
    config.setCorrections({});
    if (config.isFloat())
        return 0;
    CompareRequest request = generationOf(measurementOf(m_sweep, config, 0));
    request.source.role = StreamRole::Sweep;
    request.source.samples = firstSamples(m_sweep.seed, m_sweep.count);
    const CompareReport report = m_session.compare(request, Lane::Compute, context);
    return report.mean.sqnr ? relativeError(*report.mean.sqnr) : 0;
}

void ConfigSearchRun::measureLayers(const RunContext &context)
{
    context.describe("Measuring layers");
    const std::vector<WeightMethod> &methods = m_request.rules.methods;
    m_baseError = errorOnSweep(m_sweep.base, context.sub(0, 0.1));
    for (std::size_t i = 0; i < methods.size(); ++i) {
        const double count = static_cast<double>(methods.size());
        measureMethod(methods[i], m_baseError,
                      context.sub(0.1 + 0.9 * static_cast<double>(i) / count,
                                  0.1 + 0.9 * static_cast<double>(i + 1) / count));
    }
}

void ConfigSearchRun::measureMethod(WeightMethod method, double baseError,
                                    const RunContext &context)
{
    SearchRules one = m_request.rules;
    one.methods = {method};
    std::set<int, std::greater<>> bits;
    m_sweep.cells.layers.clear();
    for (const LayerInfo &layer : m_info.layers) {
        bool isSearched = false;
        for (const WeightSpec &spec : searchedSpecs(one, layer))
            if (!spec.isFloat()) {
                bits.insert(spec.bits);
                isSearched = true;
            }
        if (isSearched)
            m_sweep.cells.layers.push_back(layer.name);
    }
    if (bits.empty())
        return;
    m_sweep.cells.bits.assign(bits.begin(), bits.end());
    m_sweep.cells.weight = WeightSpec{};
    m_sweep.cells.weight.method = method;
    m_sweep.cells.weight.bits = bitRange(method).most;
    m_sweep.cells.weight.granularity = m_request.rules.granularity;
    m_sweep.cells.weight = canonical(m_sweep.cells.weight);
    m_sweep.cells.sites = {SensitivitySite::Weights};
    m_sweep.cells.modes = {SensitivityMode::Alone};
    const SensitivityReport report =
        runSensitivity(m_session, m_sweep, context, m_hooks.sweep, &m_weights.value());
    for (const std::string &sentence : report.notes)
        if (std::ranges::find(m_report.notes, sentence) == m_report.notes.end())
            m_report.notes.push_back(sentence);
    m_report.measured += report.measured;
    m_report.known += report.known;
    for (const SensitivityCell &cell : report.cells) {
        if (!cell.isExact && !cell.value)
            continue;
        const double error = cell.isExact ? 0 : relativeError(*cell.value);
        m_errors[{cell.layer, canonical(cell.spec.weight)}] = std::max(0.0, error - baseError);
    }
}

void ConfigSearchRun::buildProblem(const RunContext &context)
{
    const Generator &generator = *m_request.sweep.generator;
    m_problem = configProblem(
        m_info.layers, m_request.sweep.base, m_request.rules, costOf(m_request), m_errors,
        [&](const QuantConfig &config) { return m_session.size(generator, config); });
    if (m_request.algorithm == SearchAlgorithm::Quadratic)
        addCrossTerms(context);
    context.advance(1);
}

void ConfigSearchRun::addCrossTerms(const RunContext &context)
{
    SensitivityRequest sweep = m_sweep;
    sweep.sketchProbes = m_request.sketchProbes;
    SketchPredictor predictor(sweep.generator, buildSketch(sweep, context), m_weights.value());
    std::map<std::string, std::size_t> index;
    for (std::size_t i = 0; i < m_info.layers.size(); ++i)
        index[m_info.layers[i].name] = i;
    std::vector<SearchGroup> &groups = m_problem.problem.groups;
    const auto response = [&](std::size_t group, std::size_t option) {
        std::vector<double> sum;
        const WeightSpec &spec = m_problem.specs[group][option];
        if (spec.isFloat() || groups[group].locked)
            return sum;
        for (const std::string &layer : groups[group].layers) {
            const std::vector<double> &one = predictor.response(index.at(layer), spec);
            sum = sum.empty() ? one : sumOf(sum, one);
        }
        return sum;
    };
    std::vector<std::vector<std::vector<double>>> responses(groups.size());
    for (std::size_t i = 0; i < groups.size(); ++i)
        for (std::size_t a = 0; a < groups[i].options.size(); ++a)
            responses[i].push_back(response(i, a));
    const double signal = predictor.sketch().signalEnergy();
    for (std::size_t i = 0; i < groups.size(); ++i)
        for (std::size_t j = i + 1; j < groups.size(); ++j)
            for (std::size_t a = 0; a < groups[i].options.size(); ++a)
                for (std::size_t b = 0; b < groups[j].options.size(); ++b)
                    if (signal > 0 && !responses[i][a].empty() && !responses[j][b].empty())
                        m_problem.problem.cross.set(groups, {i, a}, {j, b},
                                                    crossTerm(responses[i][a], responses[j][b]) /
                                                        signal);
}

void ConfigSearchRun::confirm(const RunContext &context)
{
    context.describe("Confirming on samples that the search never saw");
    MetricsRequest request = measurementOf(m_sweep, m_report.best.config, 0);
    request.seed = m_request.sweep.seed;
    request.count = m_request.count;
    request.metrics = confirmedMetrics(m_request);
    m_report.exact = m_session.measure(request, Lane::Compute, context);
    if (!m_request.bound)
        return;
    for (const MetricRow &row : m_report.exact.rows)
        if (row.kind == m_request.bound->metric && row.quantized)
            m_report.holdsOnUnseen = meets(*m_request.bound, *row.quantized);
    if (m_report.holdsOnUnseen == false)
        m_report.notes.emplace_back("On samples that the search never saw, the bound is not met; "
                                    "choose the next larger configuration of the front.");
}

ConfigSearchReport searchConfig(Session &session, const ConfigSearchRequest &request,
                                const RunContext &context, const ConfigSearchHooks &hooks)
{
    return ConfigSearchRun(session, request, hooks).execute(context);
}

} // namespace quantloupe

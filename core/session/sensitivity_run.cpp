// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/sensitivity_run.h"

#include "analysis/sensitivity_ranking.h"
#include "analysis/sensitivity_sweep.h"
#include "analysis/sensitivity_variants.h"
#include "engine/overlay_builder.h"
#include "metrics/features/tensor_threads.h"
#include "session/lane_caches.h"
#include "session/sensitivity_batches.h"
#include "session/sensitivity_key.h"
#include "session/sensitivity_measurement.h"
#include "session/sensitivity_ranges.h"
#include "session/sensitivity_sketch.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <thread>

namespace quantloupe {

namespace {

using Clock = std::chrono::steady_clock;

/// Of the progress.
constexpr double kCalibrated = 0.05;
constexpr double kSketched = 0.15;

double secondsSince(Clock::time_point start)
{
    return std::chrono::duration<double>(Clock::now() - start).count();
}

/// As sessions count: no more threads than cores.
int threadsFor(int wish)
{
    const int cores = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
    return wish > 0 ? std::min(wish, cores) : cores;
}

class Run
{
public:
    Run(Session &session, const SensitivityRequest &request, const SensitivityHooks &hooks)
        : m_session(session),
          m_request(request),
          m_hooks(hooks),
          m_info(info(*request.generator)),
          m_keys(request),
          m_variants(sensitivityVariants(request.cells, request.base, m_info.layers))
    {
        m_report.metric = request.metric;
        m_report.count = request.count;
        m_report.threads = threadsFor(request.execution.threads);
        m_report.microBatch =
            static_cast<int>(microBatchFor(*request.generator, request.execution.microBatch));
        m_report.notes = m_variants.notes;
        if (!request.base.corrections().isEmpty())
            m_report.notes.emplace_back(
                "Corrections are left aside: the sweep measures quantizers alone.");
    }

    SensitivityReport execute(const RunContext &context)
    {
        const auto start = Clock::now();
        std::vector<const QuantConfig *> configs;
        for (const SensitivityTrunk &trunk : m_variants.trunks) {
            configs.push_back(&trunk.config);
            for (const SensitivityVariant &variant : trunk.variants)
                configs.push_back(&variant.config);
        }
        m_ranges.emplace(m_session, m_request, configs, context.sub(0, kCalibrated));
        // A calibration sets the count as it likes.
        const ThreadCount threads(m_report.threads);
        if (m_request.sketchProbes > 0) {
            m_predictions =
                predictVariants(m_request, m_variants, context.sub(kCalibrated, kSketched));
            if (m_hooks.predicted)
                m_hooks.predicted(m_predictions->means);
        }
        measureRepeats(context.sub(m_request.sketchProbes > 0 ? kSketched : kCalibrated, 1));
        finish();
        m_report.seconds = secondsSince(start);
        context.advance(1);
        return std::move(m_report);
    }

private:
    SensitivityCell cellOf(const SensitivityVariant &variant, int repeat) const
    {
        SensitivityCell cell;
        cell.key = m_keys.of(variant.config, repeat);
        cell.layer = m_info.layers[variant.layer].name;
        cell.site = variant.site;
        cell.mode = variant.mode;
        cell.bits = variant.bits;
        cell.spec = variant.spec;
        cell.repeat = repeat;
        cell.n = m_request.count;
        return cell;
    }

    /// The same configuration may have another place in another sweep.
    static void fillIn(SensitivityCell &cell, const SensitivityCell &known)
    {
        cell.value = known.value;
        cell.reason = known.reason;
        cell.isExact = known.isExact;
        cell.floatValue = known.floatValue;
        cell.interval = known.interval;
        cell.metricName = known.metricName;
        cell.n = known.n;
        cell.seconds = known.seconds;
    }

    /// True where the cell's value is known, in this run or from before it.
    bool recall(SensitivityCell &cell)
    {
        if (const auto found = m_found.find(cell.key); found != m_found.end()) {
            fillIn(cell, found->second);
            return true;
        }
        if (const auto known = m_hooks.known ? m_hooks.known(cell.key) : std::nullopt) {
            fillIn(cell, *known);
            return true;
        }
        return false;
    }

    void deliver(const SensitivityCell &cell, bool isKnown)
    {
        m_found.emplace(cell.key, cell);
        m_report.cells.push_back(cell);
        m_report.metricName = cell.metricName;
        ++(isKnown ? m_report.known : m_report.measured);
        if (m_hooks.cell)
            m_hooks.cell(cell, isKnown);
    }

    void measureRepeats(const RunContext &context)
    {
        for (int repeat = 0; repeat < m_request.repeats; ++repeat) {
            const double count = m_request.repeats;
            measureRepeat(repeat, context.sub(repeat / count, (repeat + 1) / count));
            m_report.repeats = repeat + 1;
            m_report.rankings = rankingsOf(m_report.cells, m_request.metric);
            const bool isLast = repeat + 1 == m_request.repeats;
            if (m_request.stopsWhenSettled && repeat > 0 && areSettled(m_report.rankings) &&
                !isLast) {
                m_report.isSettled = true;
                return;
            }
        }
    }

    void measureRepeat(int repeat, const RunContext &context)
    {
        std::optional<SensitivitySweep> sweep;
        const double count = static_cast<double>(m_variants.trunks.size());
        for (std::size_t t = 0; t < m_variants.trunks.size(); ++t) {
            const RunContext part =
                context.sub(static_cast<double>(t) / count, (static_cast<double>(t) + 1) / count);
            measureTrunk(m_variants.trunks[t], repeat, sweep, part);
        }
        if (!sweep)
            return;
        m_report.stepsRun += sweep->stats().stepsRun;
        m_report.stepsSkipped += sweep->stats().stepsSkipped;
    }

    void measureTrunk(const SensitivityTrunk &trunk, int repeat,
                      std::optional<SensitivitySweep> &sweep, const RunContext &context)
    {
        Overlay trunkOverlay;
        bool isStarted = false;
        for (std::size_t first = 0; first < trunk.variants.size();) {
            std::size_t end = first;
            while (end < trunk.variants.size() &&
                   trunk.variants[end].layer == trunk.variants[first].layer)
                ++end;
            const auto size = static_cast<double>(trunk.variants.size());
            const RunContext part =
                context.sub(static_cast<double>(first) / size, static_cast<double>(end) / size);
            part.advance(0);
            std::vector<const SensitivityVariant *> missing;
            std::vector<SensitivityCell> cells;
            for (std::size_t v = first; v < end; ++v) {
                SensitivityCell cell = cellOf(trunk.variants[v], repeat);
                if (recall(cell)) {
                    deliver(cell, true);
                    continue;
                }
                missing.push_back(&trunk.variants[v]);
                cells.push_back(std::move(cell));
            }
            first = end;
            if (missing.empty())
                continue;
            m_what = m_info.layers[missing.front()->layer].name;
            if (!isSwept(m_request.metric)) {
                measureOneByOne(missing, cells, part);
                continue;
            }
            if (!isStarted) {
                begin(trunk, repeat, sweep, trunkOverlay, part);
                isStarted = true;
            }
            measureTogether(missing, cells, *sweep, part);
        }
    }

    Overlay overlayOf(const QuantConfig &config, const RunContext &context)
    {
        if (config.isFloat())
            return {};
        return buildOverlay(*m_request.generator, config, {m_ranges->of(config), {}}, m_weights,
                            context.sub(0, 0))
            .layers;
    }

    void begin(const SensitivityTrunk &trunk, int repeat, std::optional<SensitivitySweep> &sweep,
               Overlay &overlay, const RunContext &context)
    {
        const at::NoGradGuard noGradients;
        context.describe("Running the network that the sweep starts from");
        if (!sweep)
            sweep.emplace(SweepInputs{*m_request.generator, m_request.plan,
                                      sweepBatches(m_request, repeat), m_request.metric,
                                      m_request.execution.useCache ? LaneCaches::kPrefixBytes : 0});
        overlay = overlayOf(trunk.config, context);
        sweep->start(overlay, context.sub(0, 0));
    }

    void measureTogether(const std::vector<const SensitivityVariant *> &variants,
                         std::vector<SensitivityCell> &cells, SensitivitySweep &sweep,
                         const RunContext &context)
    {
        const at::NoGradGuard noGradients;
        const auto start = Clock::now();
        context.describe("Measuring %1", m_what);
        std::vector<Overlay> overlays;
        for (const SensitivityVariant *variant : variants)
            overlays.push_back(overlayOf(variant->config, context));
        const auto samples = sweep.measure(variants.front()->layer, overlays, context);
        const double seconds = secondsSince(start) / static_cast<double>(cells.size());
        for (std::size_t i = 0; i < cells.size(); ++i) {
            setValue(cells[i], sweptRow(m_request, samples[i]));
            cells[i].isExact = areExact(samples[i]);
            cells[i].seconds = seconds;
            deliver(cells[i], false);
        }
    }

    void measureOneByOne(const std::vector<const SensitivityVariant *> &variants,
                         std::vector<SensitivityCell> &cells, const RunContext &context)
    {
        const auto count = static_cast<double>(cells.size());
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const auto start = Clock::now();
            const MetricsReport measured = m_session.measure(
                measurementOf(m_request, variants[i]->config, cells[i].repeat), Lane::Compute,
                context.sub(static_cast<double>(i) / count, (static_cast<double>(i) + 1) / count));
            setValue(cells[i], measured.rows.front());
            cells[i].seconds = secondsSince(start);
            deliver(cells[i], false);
        }
    }

    void finish()
    {
        m_report.means = meansOf(m_report.cells);
        std::vector<LayerInfo> layers;
        for (const LayerInfo &layer : m_info.layers)
            if (std::ranges::any_of(m_report.cells, [&](const SensitivityCell &cell) {
                    return cell.layer == layer.name;
                })) {
                layers.push_back(layer);
                m_report.layers.push_back(layer.name);
            }
        m_report.redundancy = redundancyColumns(layers, m_report.rankings);
        if (m_predictions) {
            takeOver(*m_predictions, m_report.means);
            m_report.sketch = m_predictions->sketch;
            if (m_request.metric == MetricKind::OutputSqnr)
                judge(*m_report.sketch, m_report.means, m_request.cells.bits);
        }
    }

    Session &m_session;
    const SensitivityRequest &m_request;
    const SensitivityHooks &m_hooks;
    const GeneratorInfo &m_info;
    SensitivityKeys m_keys;
    SensitivityVariants m_variants;
    std::optional<SensitivityRanges> m_ranges;
    WeightCache m_weights{LaneCaches::kWeightBytes};
    std::map<CellKey, SensitivityCell> m_found;
    std::optional<SketchPredictions> m_predictions;
    std::string m_what;
    SensitivityReport m_report;
};

} // namespace

SensitivityReport runSensitivity(Session &session, const SensitivityRequest &request,
                                 const RunContext &context, const SensitivityHooks &hooks)
{
    requireMeasurable(request);
    requirePlanFits(*request.generator, request.plan);
    return Run(session, request, hooks).execute(context);
}

} // namespace quantloupe

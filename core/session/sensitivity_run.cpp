// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/sensitivity_run.h"

#include "analysis/sensitivity_ranking.h"
#include "analysis/sensitivity_sweep.h"
#include "analysis/sensitivity_variants.h"
#include "base/elapsed.h"
#include "engine/overlay_builder.h"
#include "metrics/features/tensor_threads.h"
#include "session/lane_caches.h"
#include "session/sensitivity_batches.h"
#include "session/sensitivity_ledger.h"
#include "session/sensitivity_measurement.h"
#include "session/sensitivity_notes.h"
#include "session/sensitivity_ranges.h"
#include "session/sensitivity_sketch.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>

#include <algorithm>
#include <chrono>
#include <optional>
#include <thread>

namespace quantloupe {

namespace {

using Clock = std::chrono::steady_clock;

/// Of the progress.
constexpr double kCalibrated = 0.05;
constexpr double kSketched = 0.15;

/// As sessions count: no more threads than cores.
int threadsFor(int wish)
{
    const int cores = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
    return wish > 0 ? std::min(wish, cores) : cores;
}

GivenInputs givenOf(const SensitivityRequest &request)
{
    if (!request.samples)
        return {};
    return {request.samples->latents, request.samples->images, request.samples->labels};
}

class Run
{
public:
    Run(Session &session, const SensitivityRequest &request, const SensitivityHooks &hooks,
        WeightCache &weights)
        : m_session(session),
          m_request(request),
          m_hooks(hooks),
          m_info(info(*request.generator)),
          m_variants(sensitivityVariants(request.cells, request.base, m_info.layers)),
          m_ledger(request, hooks, m_report),
          m_weights(weights)
    {
        m_report.metric = request.metric;
        m_report.count = samplesPerRepeat(request);
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
        remember();
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
            m_predictions = predictVariants(m_request, m_variants, m_weights,
                                            context.sub(kCalibrated, kSketched));
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
    void remember() const
    {
        if (!m_hooks.remembered)
            return;
        for (int repeat = 0; repeat < m_request.repeats; ++repeat)
            for (const SensitivityTrunk &trunk : m_variants.trunks)
                for (const SensitivityVariant &variant : trunk.variants)
                    if (SensitivityCell cell = m_ledger.cellOf(variant, repeat);
                        m_ledger.recall(cell))
                        m_hooks.remembered(cell);
    }

    void measureRepeats(const RunContext &context)
    {
        for (int repeat = 0; repeat < m_request.repeats; ++repeat) {
            const double count = m_request.repeats;
            measureRepeat(repeat, context.sub(repeat / count, (repeat + 1) / count));
            m_report.repeats = repeat + 1;
            m_report.rankings =
                rankingsOf(m_report.cells, m_request.metric, [this](const SensitivityCell &) {
                    // Named samples are themselves what is asked about.
                    return m_request.samples.has_value();
                });
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
        const auto size = static_cast<double>(trunk.variants.size());
        for (std::size_t first = 0; first < trunk.variants.size();) {
            std::size_t end = first;
            while (end < trunk.variants.size() &&
                   trunk.variants[end].layer == trunk.variants[first].layer)
                ++end;
            const RunContext part =
                context.sub(static_cast<double>(first) / size, static_cast<double>(end) / size);
            part.advance(0);
            LayerCells layer;
            for (std::size_t v = first; v < end; ++v)
                lookUp(trunk.variants[v], repeat, layer);
            first = end;
            if (!layer.missing.empty() && !isStarted && isSwept(m_request.metric)) {
                begin(trunk, repeat, sweep, trunkOverlay, part);
                isStarted = true;
            }
            measureLayer(layer, sweep, part);
        }
    }

    /// Of one layer and trunk, in the order of the plan.
    struct LayerCells
    {
        std::vector<const SensitivityVariant *> variants;
        std::vector<SensitivityCell> cells;
        /// Positions of those to be measured, each configuration once.
        std::vector<std::size_t> missing;
        /// Positions of those that another one of these tells.
        std::vector<std::size_t> twins;
    };

    void lookUp(const SensitivityVariant &variant, int repeat, LayerCells &layer)
    {
        SensitivityCell cell = m_ledger.cellOf(variant, repeat);
        const std::size_t place = layer.cells.size();
        if (m_ledger.recall(cell))
            m_ledger.announce(cell, true);
        else if (std::ranges::find(layer.cells, cell.key, &SensitivityCell::key) ==
                 layer.cells.end())
            layer.missing.push_back(place);
        else
            layer.twins.push_back(place);
        layer.variants.push_back(&variant);
        layer.cells.push_back(std::move(cell));
    }

    void measureLayer(LayerCells &layer, std::optional<SensitivitySweep> &sweep,
                      const RunContext &context)
    {
        context.describe("Measuring %1", layer.cells.front().layer);
        if (!layer.missing.empty() && isSwept(m_request.metric))
            measureTogether(layer, *sweep, context);
        else
            measureOneByOne(layer, context);
        for (const std::size_t place : layer.twins) {
            m_ledger.recall(layer.cells[place]);
            m_ledger.announce(layer.cells[place], true);
        }
        // Whatever was known, cells come in one order.
        m_report.cells.insert(m_report.cells.end(), layer.cells.begin(), layer.cells.end());
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
                                      m_request.execution.useCache ? LaneCaches::kPrefixBytes : 0,
                                      givenOf(m_request), m_request.region});
        overlay = overlayOf(trunk.config, context);
        sweep->start(overlay, context.sub(0, 0));
    }

    void measureTogether(LayerCells &layer, SensitivitySweep &sweep, const RunContext &context)
    {
        const at::NoGradGuard noGradients;
        const auto start = Clock::now();
        std::vector<Overlay> overlays;
        for (const std::size_t place : layer.missing)
            overlays.push_back(overlayOf(layer.variants[place]->config, context));
        const auto samples = sweep.measure(layer.variants.front()->layer, overlays, context);
        const double seconds = secondsSince(start) / static_cast<double>(layer.missing.size());
        for (std::size_t i = 0; i < samples.size(); ++i) {
            SensitivityCell &cell = layer.cells[layer.missing[i]];
            setValue(cell, sweptRow(m_request, samples[i]));
            cell.isExact = areExact(samples[i]);
            cell.seconds = seconds;
            m_ledger.announce(cell, false);
        }
    }

    void measureOneByOne(LayerCells &layer, const RunContext &context)
    {
        const auto count = static_cast<double>(layer.missing.size());
        for (std::size_t i = 0; i < layer.missing.size(); ++i) {
            const auto start = Clock::now();
            const std::size_t place = layer.missing[i];
            SensitivityCell &cell = layer.cells[place];
            const MetricsReport measured = m_session.measure(
                measurementOf(m_request, layer.variants[place]->config, cell.repeat), Lane::Compute,
                context.sub(static_cast<double>(i) / count, (static_cast<double>(i) + 1) / count));
            setValue(cell, measured.rows.front());
            cell.seconds = secondsSince(start);
            m_ledger.announce(cell, false);
        }
    }

    void finish()
    {
        m_report.means = meansOf(m_report.cells);
        if (m_request.notesRanks)
            addValueNotes(m_report, m_request.samples.has_value());
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
            if (m_predictions->means.empty())
                m_report.notes.emplace_back("A sketch tells nothing of quantized activations, and "
                                            "each of these cells has one.");
            if (m_request.metric == MetricKind::OutputSqnr)
                judge(*m_report.sketch, m_report.means, m_request.cells.bits);
        }
    }

    Session &m_session;
    const SensitivityRequest &m_request;
    const SensitivityHooks &m_hooks;
    const GeneratorInfo &m_info;
    SensitivityVariants m_variants;
    SensitivityReport m_report;
    SensitivityLedger m_ledger;
    std::optional<SensitivityRanges> m_ranges;
    WeightCache &m_weights;
    std::optional<SketchPredictions> m_predictions;
};

} // namespace

SensitivityReport runSensitivity(Session &session, const SensitivityRequest &request,
                                 const RunContext &context, const SensitivityHooks &hooks,
                                 WeightCache *weights)
{
    requireMeasurable(request);
    requirePlanFits(*request.generator, request.plan);
    WeightCache own(LaneCaches::kWeightBytes);
    SensitivityRequest distinct = request;
    distinct.cells = withoutDuplicates(request.cells);
    return Run(session, distinct, hooks, weights ? *weights : own).execute(context);
}

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/sensitivity_ranking.h"
#include "analysis/sensitivity_variants.h"
#include "base/error.h"
#include "jobs/sensitivity_controller.h"
#include "quant_document_fixture.h"

#include <QTest>

#include <algorithm>
#include <atomic>
#include <functional>
#include <memory>
#include <thread>

namespace quantloupe::test {

/// Measures at once, or some cells and then holds until it is stopped or told to go on, or fails
/// after them. "out" hurts most from 4 bits on, "up" below, and "embed" least.
struct FakeSensitivity
{
    enum class Way { Done, Hold, Fail };

    std::atomic<Way> way = Way::Done;
    std::atomic<int> cellsBefore = 0;
    /// Half of an interval; from 1.5 on neighbours overlap.
    std::atomic<double> uncertainty = 0.5;
    /// As of distances and of few samples.
    std::atomic<bool> hasIntervals = true;
    /// Cells that were not known.
    std::atomic<int> measured = 0;
    std::atomic<int> runs = 0;

    SensitivityEngine engine()
    {
        return [this](const SensitivityTask &task, const RunContext &context,
                      const SensitivityStepSink &sink) { return run(task, context, sink); };
    }

    static double valueOf(const std::string &layer, int bits, int repeat = 0)
    {
        const double place = layer == "embed" ? 10 : layer == "out" ? 1 : bits >= 4 ? 4 : -2;
        return 6.0 * bits + place + 0.01 * repeat;
    }
    static constexpr double kPredictedTooLow = 0.25;

    SensitivityReport run(const SensitivityTask &task, const RunContext &context,
                          const SensitivityStepSink &sink)
    {
        ++runs;
        const SensitivityRequest &request = task.request;
        const GeneratorInfo info = madeUpGenerator().info;
        const SensitivityVariants variants =
            sensitivityVariants(request.cells, request.base, info.layers);
        SensitivityReport report;
        report.metric = request.metric;
        report.metricName = "SQNR";
        report.notes = variants.notes;
        std::vector<SensitivityMean> predicted;
        for (const SensitivityTrunk &trunk : variants.trunks)
            for (const SensitivityVariant &variant : trunk.variants)
                predicted.push_back(predictionOf(variant, info));
        if (request.sketchProbes > 0)
            sink({.predicted = predicted});
        for (int repeat = 0; repeat < request.repeats; ++repeat)
            for (const SensitivityTrunk &trunk : variants.trunks)
                for (const SensitivityVariant &variant : trunk.variants) {
                    const SensitivityCell cell = cellOf(request, variant, info, repeat);
                    wait(report.cells.size(), context);
                    const bool isKnown = task.known && task.known->contains(cell.key);
                    measured += isKnown ? 0 : 1;
                    report.cells.push_back(cell);
                    sink({.cell = cell});
                }
        report.repeats = request.repeats;
        report.count = request.count;
        report.means = meansOf(report.cells);
        report.rankings = rankingsOf(report.cells, report.metric);
        report.redundancy = redundancyColumns(info.layers, report.rankings);
        if (request.sketchProbes > 0)
            report.sketch = sketchOf(report, predicted, request.sketchProbes);
        return report;
    }

private:
    void wait(std::size_t done, const RunContext &context) const
    {
        while (way == Way::Hold && int(done) >= cellsBefore) {
            context.checkCancelled();
            std::this_thread::yield();
        }
        if (way == Way::Fail && int(done) >= cellsBefore)
            throw Error(ErrorKind::OutOfMemory, "There is not enough memory for the levels.",
                        "details");
        context.checkCancelled();
    }

    static SensitivityMean predictionOf(const SensitivityVariant &variant,
                                        const GeneratorInfo &info)
    {
        SensitivityMean mean;
        mean.layer = info.layers[variant.layer].name;
        mean.site = variant.site;
        mean.mode = variant.mode;
        mean.bits = variant.bits;
        mean.spec = variant.spec;
        mean.predicted = valueOf(mean.layer, mean.bits) - kPredictedTooLow;
        return mean;
    }

    SensitivityCell cellOf(const SensitivityRequest &request, const SensitivityVariant &variant,
                           const GeneratorInfo &info, int repeat) const
    {
        SensitivityCell cell;
        cell.layer = info.layers[variant.layer].name;
        cell.site = variant.site;
        cell.mode = variant.mode;
        cell.bits = variant.bits;
        cell.spec = variant.spec;
        cell.repeat = repeat;
        cell.value = valueOf(cell.layer, cell.bits, repeat);
        if (hasIntervals)
            cell.interval = {*cell.value - uncertainty, *cell.value + uncertainty};
        cell.n = request.count;
        cell.metricName = "SQNR";
        cell.key = cell.layer + "/" + std::string(name(cell.site)) + "/" +
                   std::string(name(cell.mode)) + "/" + std::to_string(cell.bits) + "/" +
                   std::to_string(repeat) + "/" + std::to_string(request.count) + "/" +
                   std::string(name(request.metric));
        return cell;
    }

    static SketchReport sketchOf(SensitivityReport &report,
                                 const std::vector<SensitivityMean> &predicted, int probes)
    {
        for (SensitivityMean &mean : report.means)
            for (const SensitivityMean &each : predicted)
                if (each.layer == mean.layer && each.bits == mean.bits)
                    mean.predicted = each.predicted;
        SketchReport sketch;
        sketch.probes = probes;
        sketch.all = accuracyOf(report.means);
        return sketch;
    }
};

/// A controller over a made-up engine and a made-up generator.
class SensitivityFixture : public QuantDocumentFixture
{
protected:
    void createController()
    {
        openMadeUp();
        m_fake = std::make_unique<FakeSensitivity>();
        m_lane = std::make_unique<JobLane>(QueuePolicy::Serial);
        m_controller = std::make_unique<SensitivityController>(m_fake->engine(), m_document.get(),
                                                               m_lane.get());
    }

    void destroyController()
    {
        m_fake->way = FakeSensitivity::Way::Done;
        m_lane.reset();
        m_controller.reset();
        m_document.reset();
    }

    bool isDone() const { return m_controller->state() == SensitivityController::State::Done; }
    void change(const std::function<void(SensitivitySettings &)> &edit)
    {
        SensitivitySettings settings = m_controller->settings();
        edit(settings);
        m_controller->setSettings(settings);
    }
    /// Places in the findings.
    std::size_t layer(const std::string &name) const
    {
        const std::vector<std::string> &all = m_controller->findings().layers;
        return std::size_t(std::ranges::find(all, name) - all.begin());
    }
    std::size_t bit(int bits) const
    {
        const std::vector<int> &all = m_controller->findings().bits;
        return std::size_t(std::ranges::find(all, bits) - all.begin());
    }
    const SensitivitySpot &spot(const std::string &name, int bits) const
    {
        return m_controller->findings().spot(layer(name), bit(bits));
    }

    std::unique_ptr<FakeSensitivity> m_fake;
    std::unique_ptr<JobLane> m_lane;
    std::unique_ptr<SensitivityController> m_controller;
};

} // namespace quantloupe::test

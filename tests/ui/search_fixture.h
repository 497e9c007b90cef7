// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "jobs/search_controller.h"
#include "models/compare_set.h"
#include "quant_document_fixture.h"

#include <QTest>

#include <atomic>
#include <cmath>
#include <functional>
#include <memory>
#include <thread>

namespace quantloupe::test {

/// Searches at once, or tells some steps and then holds until it is stopped or told to go on, or
/// fails after them, or has no time for more than the first points of its front. Its front gives
/// all layers that are not locked 2, 4, 6 and 8 bits; the best is the largest that keeps the limit
/// in bits, or the cheapest whose SQNR is at least the bound.
struct FakeSearch
{
    enum class Way { Done, Hold, Fail, TimeUp };

    static constexpr int kCells = 6;
    static constexpr std::size_t kInTime = 2;
    static constexpr double kPredictedPerBit = 6;
    static constexpr double kMeasuredLess = 0.5;
    static constexpr double kExactLess = 1;
    static constexpr std::size_t kMeasuredSamples = 64;

    std::atomic<Way> way = Way::Done;
    /// Cells, then points of the front, then measured ones.
    std::atomic<int> stepsBefore = 0;
    /// Cells that were not known.
    std::atomic<int> measured = 0;
    std::atomic<int> runs = 0;
    /// Of its measured points.
    std::string measuredName = "SQNR";
    std::string mark;
    bool hasInterval = true;

    SearchEngine engine()
    {
        return [this](const SearchTask &task, const RunContext &context,
                      const SearchStepSink &sink) { return run(task, context, sink); };
    }

    static std::vector<int> widths() { return {2, 4, 6, 8}; }
    static std::int64_t bytesOf(int bits) { return 1000 * bits; }

    static SearchTrial trialOf(const ConfigSearchRequest &request, int bits)
    {
        SearchTrial trial;
        trial.config = request.sweep.base;
        for (const LayerInfo &layer : madeUpGenerator().info.layers) {
            LayerQuantSpec spec = trial.config.spec(layer.name);
            spec.weight = weightSpecOfBits(bits);
            if (layer.outputAxis < 0)
                spec.weight.granularity = Granularity::PerTensor;
            if (!request.rules.marks.isLocked(layer.name))
                trial.config.set(layer.name, spec);
        }
        trial.size.bytes = bytesOf(bits);
        trial.size.averageBits = bits;
        trial.size.bops = 1e6 * bits;
        trial.predictedSqnr = kPredictedPerBit * bits;
        return trial;
    }

    SearchTrial measuredOf(SearchTrial trial) const
    {
        trial.measured = *trial.predictedSqnr - kMeasuredLess;
        if (hasInterval)
            trial.interval = MetricInterval{*trial.measured - 0.2, *trial.measured + 0.2};
        trial.metricName = measuredName;
        trial.n = kMeasuredSamples;
        trial.mark = mark;
        return trial;
    }

    ConfigSearchReport run(const SearchTask &task, const RunContext &context,
                           const SearchStepSink &sink)
    {
        ++runs;
        const ConfigSearchRequest &request = task.request;
        int steps = 0;
        for (int i = 0; i < kCells; ++i) {
            wait(steps++, context);
            SensitivityCell cell;
            cell.key = "cell " + std::to_string(i) + " of " + std::to_string(request.sweep.count);
            const bool isKnown = task.known && task.known->contains(cell.key);
            measured += isKnown ? 0 : 1;
            sink({.cell = cell});
        }
        ConfigSearchReport report;
        report.isFinished = way != Way::TimeUp;
        report.isFrontFinished = report.isFinished;
        report.isProvenBest = report.isFinished && request.algorithm == SearchAlgorithm::Knapsack;
        for (const int bits : widths()) {
            if (!report.isFinished && report.front.size() == kInTime)
                break;
            wait(steps++, context);
            report.front.push_back(trialOf(request, bits));
            sink({.trial = report.front.back()});
        }
        if (measuredMetric(request))
            for (SearchTrial &trial : report.front) {
                wait(steps++, context);
                trial = measuredOf(trial);
                sink({.trial = trial});
            }
        choose(request, report, sink);
        wait(steps++, context);
        if (report.isReachable)
            confirm(request, report);
        return report;
    }

private:
    void wait(int done, const RunContext &context) const
    {
        while (way == Way::Hold && done >= stepsBefore) {
            context.checkCancelled();
            std::this_thread::yield();
        }
        if (way == Way::Fail && done >= stepsBefore)
            throw Error(ErrorKind::OutOfMemory, "There is not enough memory for the levels.",
                        "details");
        context.checkCancelled();
    }

    static void choose(const ConfigSearchRequest &request, ConfigSearchReport &report,
                       const SearchStepSink &sink)
    {
        for (const SearchTrial &trial : report.front) {
            const bool fits = request.budget ? trial.size.averageBits <= request.budget->amount
                                             : *trial.measured >= request.bound->value;
            if (!fits || (request.bound && report.isReachable))
                continue;
            report.isReachable = true;
            report.best = trial;
            sink({.better = trial});
        }
        if (report.isReachable)
            return;
        report.best = request.budget ? report.front.front() : report.front.back();
        report.nearest =
            request.budget
                ? "No configuration keeps the budget; the cheapest one has 2.000 bits on average."
                : "No configuration of the front meets the bound; the nearest one has SQNR "
                  "47.500000.";
    }

    static void confirm(const ConfigSearchRequest &request, ConfigSearchReport &report)
    {
        MetricRow sqnr;
        sqnr.kind = MetricKind::OutputSqnr;
        sqnr.name = "SQNR";
        const double exact = *report.best.predictedSqnr - kExactLess;
        sqnr.quantized = Measured<double>::of(exact);
        sqnr.pairedInterval = Measured<MetricInterval>::of({exact - 0.5, exact + 0.5});
        report.exact.rows = {sqnr};
        report.exact.n = report.exact.count = request.count;
        if (request.bound)
            report.holdsOnUnseen = exact >= request.bound->value;
    }
};

/// A controller over a made-up engine and a made-up generator.
class SearchFixture : public QuantDocumentFixture
{
protected:
    void createController()
    {
        openMadeUp();
        m_kept = std::make_unique<CompareSet>(m_document.get());
        m_fake = std::make_unique<FakeSearch>();
        m_lane = std::make_unique<JobLane>(QueuePolicy::Serial);
        m_controller =
            std::make_unique<SearchController>(m_fake->engine(), m_document.get(), m_lane.get());
    }

    void destroyController()
    {
        m_fake->way = FakeSearch::Way::Done;
        m_lane.reset();
        m_controller.reset();
        m_kept.reset();
        m_document.reset();
    }

    bool isDone() const { return m_controller->state() == SearchController::State::Done; }
    void change(const std::function<void(SearchSettings &)> &edit)
    {
        SearchSettings settings = m_controller->settings();
        edit(settings);
        m_controller->setSettings(settings);
    }
    /// Sqnr of at least so much.
    void bound(double sqnr)
    {
        change([sqnr](SearchSettings &settings) {
            settings.goal.bound = MetricKind::OutputSqnr;
            settings.amounts["sqnr"] = sqnr;
        });
    }
    int bitsOf(const char *layer) const { return m_document->config().spec(layer).weight.bits; }

    std::unique_ptr<CompareSet> m_kept;
    std::unique_ptr<FakeSearch> m_fake;
    std::unique_ptr<JobLane> m_lane;
    std::unique_ptr<SearchController> m_controller;
};

} // namespace quantloupe::test

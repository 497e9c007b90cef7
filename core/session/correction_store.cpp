// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/correction_store.h"

#include "base/error.h"
#include "base/hash.h"
#include "session/calibration_store.h"

#include <functional>
#include <memory>
#include <utility>

namespace quantloupe {

namespace {

/// Always the same, so that corrections do not depend on the micro-batches of what asks for them.
constexpr int kBatch = 16;
constexpr std::size_t kHeldOut = 64;
constexpr std::size_t kMostReports = 256;

void requirePictures(const CompareRequest &request)
{
    if (CalibrationStore::canSee(request))
        return;
    const std::string &from = request.ranges->pictures.name;
    throw Error(ErrorKind::BadInput,
                "The corrections need the calibration's pictures" +
                    (from.empty() ? "" : " " + from) +
                    ", which are not given; give those, or switch the corrections off.");
}

CorrectionTask taskFor(const CompareRequest &request, const QuantConfig &config,
                       const ActivationRanges &ranges, WeightCache &weights,
                       const RunContext &context)
{
    const Generator &generator = *request.generator;
    return {generator,
            config,
            request.plan,
            calibrationBatches(generator, request.calibration, CalibrationStore::inputs(request),
                               kBatch),
            mixHash(5, CalibrationStore::identity(request)),
            buildOverlay(generator, config, {ranges, {}}, weights, context).layers};
}

/// Pictures are few: those of the calibration serve again.
std::vector<CalibrationBatch> judges(const CompareRequest &request, const CorrectionTask &task)
{
    return request.generator->info.isImageToImage()
               ? task.batches
               : heldOutBatches(*request.generator, request.calibration, kHeldOut, kBatch);
}

/// The configuration without the corrections that are applied after `last`.
QuantConfig configUpTo(const QuantConfig &config, Correction last)
{
    CorrectionChoice choice = config.corrections();
    for (const Correction each : quantloupe::corrections())
        if (each > last)
            choice.setEverywhere(each, false);
    QuantConfig part = config;
    part.setCorrections(std::move(choice));
    return part;
}

/// Of everything the errors depend on.
std::uint64_t keyOf(const CorrectionTask &task, const LayerCorrections &corrections)
{
    Overlay corrected = task.overlay;
    apply(corrections, corrected);
    const Program &program = task.generator.program;
    std::uint64_t key = 6;
    for (const Overlay &overlay : {std::cref(task.overlay), std::cref<Overlay>(corrected)}) {
        const auto keys = valueKeys(program, task.inputsKey, overlay);
        key = mixHash(key, keys[static_cast<std::size_t>(program.output)]);
    }
    // Of those that change nothing here, too.
    for (const WeightSite &layer : program.layers)
        for (const Correction each : quantloupe::corrections())
            key = mixHash(key, task.config.corrects(each, layer.name) ? 1U : 0U);
    return key;
}

} // namespace

LayerCorrections CorrectionStore::corrections(const CompareRequest &request,
                                              const QuantConfig &config,
                                              const ActivationRanges &ranges, WeightCache &weights,
                                              const RunContext &context)
{
    if (!wantsCorrections(config))
        return {};
    requirePictures(request);
    context.describe("Correcting");
    const CorrectionTask task = taskFor(request, config, ranges, weights, context.sub(0, 0.1));
    LayerCorrections result = computeCorrections(task, m_memo, context.sub(0.1, 1));
    context.advance(1);
    return result;
}

RewrittenLayer CorrectionStore::rewrittenLayer(const CompareRequest &request, std::size_t layer)
{
    const Generator &generator = *request.generator;
    const CorrectionTask task{generator, request.config, request.plan, {}, 0, {}};
    // Held, for nobody else has to.
    const std::shared_ptr<const NetworkRewrite> network = m_memo.rewrites.get(task).network;
    const std::uint64_t key = (*network)[layer].key;
    if (key == 0)
        return {};
    return {rewrittenWeight(generator.program, *network, layer), key};
}

/// What is found for the first ones serves those that come later, so that AdaRound never searches
/// again.
std::vector<CorrectionStage> CorrectionStore::stages(const CorrectionTask &task,
                                                     const LayerCorrections &corrections,
                                                     const RunContext &context)
{
    const std::vector<Correction> chosen = correctionsInEffect(task, corrections);
    std::vector<CorrectionStage> found;
    for (std::size_t i = 0; i + 1 < chosen.size(); ++i) {
        const QuantConfig config = configUpTo(task.config, chosen[i]);
        const CorrectionTask part{task.generator, config,         task.plan,
                                  task.batches,   task.inputsKey, task.overlay};
        const auto share = [&](std::size_t done) {
            return static_cast<double>(done) / static_cast<double>(chosen.size() - 1);
        };
        found.push_back(
            {chosen[i], computeCorrections(part, m_memo, context.sub(share(i), share(i + 1)))});
    }
    return found;
}

CorrectionReport CorrectionStore::report(const CompareRequest &request,
                                         const CalibratedSites &sites, WeightCache &weights,
                                         const RunContext &context)
{
    if (sites.corrections.empty())
        return {};
    const CorrectionTask task =
        taskFor(request, request.config, sites.ranges, weights, context.sub(0, 0.1));
    const std::uint64_t key = keyOf(task, sites.corrections);
    {
        const std::lock_guard lock(m_mutex);
        if (const auto known = m_reports.find(key); known != m_reports.end())
            return known->second;
    }
    const std::vector<CorrectionStage> parts =
        stages(task, sites.corrections, context.sub(0.1, 0.5));
    context.describe("Measuring corrections");
    const CorrectionReport fresh = measureCorrections(task, sites.corrections, parts,
                                                      judges(request, task), context.sub(0.5, 1));
    const std::lock_guard lock(m_mutex);
    if (m_reports.size() >= kMostReports)
        m_reports.clear();
    m_reports.insert_or_assign(key, fresh);
    return fresh;
}

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/calibration_store.h"

#include "base/error.h"
#include "base/hash.h"
#include "base/version.h"
#include "engine/overlay_builder.h"

#include <algorithm>
#include <span>

namespace quantloupe {

namespace {

/// Histograms are small, but every plan ever tried would stay.
constexpr std::size_t kMostCalibrations = 64;
/// Samples at once at least; the result does not depend on it.
constexpr int kLeastBatch = 16;
/// Before the key of a calibration.
const std::string kHeldOutKey = "held-out/";

std::string thisProgram()
{
    std::string text = "quantloupe ";
    return text.append(kVersion);
}

CalibrationPictures picturesOf(const CompareRequest &request)
{
    const GivenInputs given = CalibrationStore::inputs(request);
    const std::size_t count =
        calibrationCounts(*request.generator, request.calibration, given).pictures;
    if (count == 0)
        return {};
    Sha256 hash;
    for (const Image &image : std::span(*given.images).first(count))
        hash.add(std::as_bytes(std::span(image.pixels)));
    return {{}, count, hash.hex()};
}

std::string keyOf(const CompareRequest &request, const CalibrationPictures &pictures)
{
    const SamplingPlan &plan = request.plan;
    const CalibrationPlan &calibration = request.calibration;
    return std::to_string(request.generator->program.id) + "/" +
           std::string(name(plan.distribution)) + "/" + toText(plan.inputRange) + "/" +
           std::to_string(plan.label.value_or(-1)) + "/" + std::to_string(plan.truncation) + "/" +
           std::to_string(calibration.seed) + "/" + std::to_string(calibration.count) + "/" +
           std::string(name(calibration.inputs)) + "/" + pictures.sha256;
}

/// Ranges that were made from pictures cannot be joined by some of other inputs.
void requirePictures(const CompareRequest &request, const std::string &layer)
{
    if (CalibrationStore::canSee(request))
        return;
    const std::string &from = request.ranges->pictures.name;
    throw Error(ErrorKind::BadInput,
                "The input of " + layer + " has no activation range yet, and the pictures" +
                    (from.empty() ? "" : " " + from) +
                    " that the others come from are not given; give those, or leave the "
                    "observers as they were.");
}

} // namespace

bool CalibrationStore::canSee(const CompareRequest &request)
{
    return !request.ranges || request.ranges->pictures.isEmpty() ||
           request.ranges->pictures.sha256 == picturesOf(request).sha256;
}

GivenInputs CalibrationStore::inputs(const CompareRequest &request)
{
    return {nullptr, request.calibrationImages ? request.calibrationImages : request.source.images};
}

std::string CalibrationStore::identity(const CompareRequest &request)
{
    return keyOf(request, picturesOf(request));
}

CalibrationStore::Histograms CalibrationStore::find(const std::string &key)
{
    const std::lock_guard lock(m_mutex);
    const auto known = m_known.find(key);
    return known == m_known.end() ? nullptr : known->second.histograms;
}

CalibrationStore::Histograms CalibrationStore::run(const std::string &key,
                                                   const CompareRequest &request,
                                                   const RunContext &context)
{
    context.describe("Calibrating activation ranges");
    return keep(key,
                calibrate(*request.generator, request.plan, request.calibration, inputs(request),
                          std::max(request.execution.microBatch, kLeastBatch), context));
}

CalibrationStore::Histograms CalibrationStore::keep(const std::string &key,
                                                    std::vector<ActivationHistogram> seen)
{
    auto fresh = std::make_shared<const std::vector<ActivationHistogram>>(std::move(seen));
    const std::lock_guard lock(m_mutex);
    if (m_known.size() > kMostCalibrations)
        m_known.clear();
    return m_known.emplace(key, Known{std::move(fresh), {}}).first->second.histograms;
}

CalibrationStore::Histograms CalibrationStore::histograms(const CompareRequest &request,
                                                          const RunContext &context)
{
    const std::string key = identity(request);
    Histograms known = find(key);
    return known ? known : run(key, request, context);
}

CalibrationStore::Histograms CalibrationStore::heldOut(const CompareRequest &request,
                                                       const RunContext &context)
{
    const std::string key = kHeldOutKey + keyOf(request, {});
    if (Histograms known = find(key))
        return known;
    return keep(key, observeHeldOut(*request.generator, request.plan, request.calibration,
                                    std::max(request.execution.microBatch, kLeastBatch), context));
}

ActivationRange CalibrationStore::range(const std::string &key, const Histograms &histograms,
                                        std::size_t layer, const ActivationSpec &spec)
{
    const RangeKey wanted{layer, canonical(spec)};
    {
        const std::lock_guard lock(m_mutex);
        if (const auto known = m_known.find(key); known != m_known.end())
            if (const auto found = known->second.ranges.find(wanted);
                found != known->second.ranges.end())
                return found->second;
    }
    const ActivationRange found = estimateRange((*histograms)[layer], spec);
    const std::lock_guard lock(m_mutex);
    if (const auto known = m_known.find(key); known != m_known.end())
        known->second.ranges.emplace(wanted, found);
    return found;
}

CalibrationResult CalibrationStore::ranges(const CompareRequest &request, const QuantConfig &config,
                                           const RunContext &context)
{
    CalibrationResult result;
    if (!quantizesActivations(config))
        return result;
    const CalibrationPictures pictures = picturesOf(request);
    const std::string key = keyOf(request, pictures);
    const std::vector<LayerInfo> &layers = request.generator->info.layers;
    result.ranges.resize(layers.size());
    result.record.pictures = request.ranges ? request.ranges->pictures : pictures;
    result.record.madeBy = request.ranges ? request.ranges->madeBy : thisProgram();
    Histograms seen;
    const auto look = [&](const std::string &layer) {
        requirePictures(request, layer);
        seen = find(key);
        if (seen)
            return;
        seen = run(key, request, context);
        const GivenInputs given = inputs(request);
        result.samplesRun = static_cast<int>(
            calibrationCounts(*request.generator, request.calibration, given).all());
    };
    for (std::size_t i = 0; i < layers.size(); ++i) {
        const ActivationSpec &spec = config.spec(layers[i].name).activation;
        // Inputs of indices are refused by name when the overlay is built.
        if (spec.isFloat() || !layers[i].hasActivationSite)
            continue;
        const ActivationRange *known =
            request.ranges ? request.ranges->find(layers[i].name, spec) : nullptr;
        if (!known && !seen)
            look(layers[i].name);
        result.ranges[i] = known ? *known : range(key, seen, i, spec);
        result.record.layers[layers[i].name] = {canonical(spec), *result.ranges[i]};
    }
    context.advance(1);
    return result;
}

} // namespace quantloupe

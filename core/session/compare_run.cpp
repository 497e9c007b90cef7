// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/compare_run.h"

#include "base/error.h"
#include "data/latent_set.h"
#include "engine/correction_notes.h"
#include "engine/picture.h"
#include "image/image_metrics.h"
#include "session/sample_batches.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace quantloupe {

namespace {

SamplePair makePair(const at::Tensor &reference, const at::Tensor &quantized, std::int64_t sample,
                    ValueRange range)
{
    SamplePair pair;
    pair.reference = toImage(reference, sample, range);
    pair.quantized = toImage(quantized, sample, range);
    const std::int64_t values = reference.numel() / reference.size(0);
    const float *a = reference.data_ptr<float>() + sample * values;
    const float *b = quantized.data_ptr<float>() + sample * values;
    for (std::int64_t i = 0; i < values; ++i) {
        const double error = static_cast<double>(b[i]) - a[i];
        pair.signalEnergy += static_cast<double>(a[i]) * a[i];
        pair.errorEnergy += error * error;
    }
    // A picture of values that are not finite is painted black there; its distance means nothing.
    if (std::isfinite(pair.signalEnergy) && std::isfinite(pair.errorEnergy)) {
        pair.psnr = psnr(pair.reference, pair.quantized);
        pair.ssim = ssim(pair.reference, pair.quantized);
    }
    return pair;
}

std::optional<double> meanOf(const std::vector<SamplePair> &pairs,
                             std::optional<double> SamplePair::*member)
{
    double sum = 0;
    int count = 0;
    for (const SamplePair &pair : pairs)
        if (pair.*member) {
            sum += *(pair.*member);
            ++count;
        }
    return count > 0 ? std::optional(sum / count) : std::nullopt;
}

} // namespace

MeanQuality meanQuality(const std::vector<SamplePair> &pairs)
{
    MeanQuality mean;
    mean.psnr = meanOf(pairs, &SamplePair::psnr);
    mean.ssim = meanOf(pairs, &SamplePair::ssim);
    double signal = 0;
    double error = 0;
    for (const SamplePair &pair : pairs) {
        signal += pair.signalEnergy;
        error += pair.errorEnergy;
    }
    if (pairs.empty())
        mean.absence = Absence::NoSamples;
    else if (!std::isfinite(signal) || !std::isfinite(error))
        mean.absence = Absence::OutputNotFinite;
    else if (error == 0)
        mean.absence = Absence::OutputsIdentical;
    else if (signal == 0)
        mean.absence = Absence::ReferenceZero;
    else
        mean.sqnr = 10 * std::log10(signal / error);
    if (mean.absence == Absence::None && !mean.psnr)
        mean.absence = Absence::PicturesIdentical;
    else if (mean.absence == Absence::None && !mean.ssim)
        mean.absence = Absence::PicturesTooSmall;
    return mean;
}

CompareRun::CompareRun(const CompareRequest &request, LaneCaches &caches,
                       const CalibratedSites &sites)
    : m_request(request), m_generator(*request.generator), m_caches(caches), m_sites(sites)
{
}

CompareReport CompareRun::execute(const RunContext &context, const PairSink &sink)
{
    context.describe("Quantizing");
    m_overlay =
        buildOverlay(m_generator, m_request.config, m_sites, m_caches.weights, context.sub(0, 0.2));
    context.describe("Generating pictures");
    CompareReport report;
    const std::vector<BatchSamples> batches = microBatches(m_request);
    for (std::size_t i = 0; i < batches.size(); ++i) {
        context.advance(0.2 + 0.8 * static_cast<double>(i) / static_cast<double>(batches.size()));
        const std::vector<SamplePair> pairs = runBatch(batches[i], context);
        report.pairs.insert(report.pairs.end(), pairs.begin(), pairs.end());
        if (sink)
            sink(pairs);
    }
    report.mean = meanQuality(report.pairs);
    report.size = sizeOf(m_generator, m_request.config);
    addLayerReports(report);
    m_facts.microBatch =
        static_cast<int>(microBatchFor(m_generator, m_request.execution.microBatch));
    report.facts = m_facts;
    report.warnings = m_generator.info.warnings;
    for (const LayerCorrection &correction : m_sites.corrections)
        for (const std::string &note : correction.notes)
            report.warnings.push_back(note);
    if (std::string note = nothingQuantizedNote(m_request.config); !note.empty())
        report.warnings.push_back(std::move(note));
    context.advance(1);
    return report;
}

std::vector<SamplePair> CompareRun::runBatch(const BatchSamples &batch, const RunContext &context)
{
    const ProgramInputs inputs = batchInputs(m_request, batch);
    PrefixCache *cache = m_request.execution.useCache ? &m_caches.prefix : nullptr;
    Executor executor(m_generator.program, cache);
    const Shape &shape = m_generator.info.output;
    const at::Tensor reference = pictureTensor(executor.run(inputs, {}, context), shape);
    const at::Tensor quantized =
        pictureTensor(executor.run(inputs, m_overlay.layers, context), shape);
    m_facts.stepsRun += executor.stats().stepsRun;
    m_facts.stepsSkipped += executor.stats().stepsSkipped;
    std::vector<SamplePair> pairs;
    for (std::size_t i = 0; i < batch.samples.size(); ++i) {
        pairs.push_back(makePair(reference, quantized, static_cast<std::int64_t>(i),
                                 m_request.plan.outputRange));
        pairs.back().sample = batch.samples[i];
    }
    return pairs;
}

void CompareRun::addLayerReports(CompareReport &report) const
{
    for (std::size_t i = 0; i < m_generator.info.layers.size(); ++i) {
        LayerReport layer;
        layer.name = m_generator.info.layers[i].name;
        layer.spec = m_request.config.spec(layer.name);
        layer.bytes = report.size.layers.at(i).bytes;
        if (const auto &weight = m_overlay.weights[i]) {
            layer.hasNonFiniteWeights = weight->stats.nonFinite > 0;
            if (std::isfinite(weight->stats.sqnr) && !layer.hasNonFiniteWeights)
                layer.sqnr = weight->stats.sqnr;
            layer.occupancy = weight->stats.occupancy;
            layer.entropy = weight->stats.entropy;
            if (hasRange(layer.spec.weight.method))
                layer.clipped = weight->stats.clipped;
        }
        layer.activation = m_overlay.layers[i].activation;
        report.layers.push_back(std::move(layer));
    }
}

void sampleRun(const CompareRequest &request, LaneCaches &caches, const CalibratedSites &sites,
               const RunContext &context, const SampleSink &sink, RunFacts &facts)
{
    const Generator &generator = *request.generator;
    const BuiltOverlay overlay =
        buildOverlay(generator, request.config, sites, caches.weights, context.sub(0, 0.1));
    Executor executor(generator.program);
    const std::vector<BatchSamples> batches = microBatches(request);
    for (std::size_t i = 0; i < batches.size(); ++i) {
        context.advance(0.1 + 0.9 * static_cast<double>(i) / static_cast<double>(batches.size()));
        const ProgramInputs inputs = batchInputs(request, batches[i]);
        const at::Tensor pictures =
            pictureTensor(executor.run(inputs, overlay.layers, context), generator.info.output);
        facts.stepsRun += executor.stats().stepsRun;
        const std::int64_t values = pictures.numel() / pictures.size(0);
        const std::vector<std::int64_t> labels = labelsIn(generator, inputs);
        std::vector<Sample> samples;
        for (std::size_t s = 0; s < batches[i].samples.size(); ++s) {
            const float *first = pictures.data_ptr<float>() + static_cast<std::int64_t>(s) * values;
            Sample sample{batches[i].samples[s].index,
                          toImage(pictures, static_cast<std::int64_t>(s), request.plan.outputRange),
                          {},
                          {first, first + values}};
            if (const std::size_t size = latentSize(generator)) {
                const at::Tensor latents = inputs.values.at(0).toTensor();
                const float *row = latents.data_ptr<float>() + s * size;
                sample.latent.assign(row, row + size);
            }
            if (!labels.empty())
                sample.label = labels.at(s);
            samples.push_back(std::move(sample));
        }
        sink(std::move(samples));
    }
    facts.microBatch = static_cast<int>(microBatchFor(generator, request.execution.microBatch));
    context.advance(1);
}

SizeReport sizeOf(const Generator &generator, const QuantConfig &config)
{
    std::vector<LayerSize> layers;
    for (std::size_t i = 0; i < generator.info.layers.size(); ++i) {
        const LayerInfo &layer = generator.info.layers[i];
        layers.push_back(
            {layer.name, layer.weights, layoutOf(generator.program.layers[i]).channelCount(),
             layer.storedBytesPerWeight, layer.macs, generator.program.layers[i].biasElements > 0});
    }
    const OtherParameters other{generator.otherElements, generator.storedBytesPerElement};
    return sizeReport(layers, std::span(&other, 1), config);
}

} // namespace quantloupe

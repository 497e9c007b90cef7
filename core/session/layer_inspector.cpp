// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/layer_inspector.h"

#include "base/error.h"
#include "engine/output_channels.h"
#include "engine/tensor_values.h"
#include "quant/clipped_share.h"
#include "quant/weight_quantizer.h"
#include "session/calibration_store.h"
#include "session/layer_lookup.h"
#include "session/sample_batches.h"

#include <ATen/ATen.h>

#include <algorithm>

namespace quantloupe {

namespace {

QuantConfig configUpTo(const Generator &generator, std::size_t layer, const QuantConfig &config)
{
    // Equalization looks at the layer behind.
    if (std::ranges::any_of(config.layers(), [&](const auto &entry) {
            return config.corrects(Correction::Equalize, entry.first);
        }))
        return config;
    QuantConfig part;
    part.setCorrections(config.corrections());
    bool isPast = false;
    for (auto step = generator.program.steps.rbegin(); step != generator.program.steps.rend();
         ++step) {
        if (step->layer < 0)
            continue;
        const auto index = static_cast<std::size_t>(step->layer);
        isPast |= index == layer;
        const std::string &name = generator.info.layers[index].name;
        if (isPast && !config.spec(name).isFloat())
            part.set(name, config.spec(name));
    }
    return part;
}

} // namespace

LayerInspector::LayerInspector(const InspectRequest &request, InspectionCaches &caches)
    : m_request(request),
      m_generator(*request.compare.generator),
      m_caches(caches),
      m_layer(layerIndex(m_generator.info, request.layer)),
      m_config(configUpTo(m_generator, m_layer, request.compare.config))
{
}

LayerInspection LayerInspector::weight(const RewrittenLayer &rewritten, const RunContext &context)
{
    context.describe("Inspecting %1", m_request.layer);
    context.advance(0);
    const WeightSite &site = m_generator.program.layers[m_layer];
    LayerInspection report;
    report.layer = m_request.layer;
    report.spec = m_request.compare.config.spec(m_request.layer);
    const at::Tensor &weight = rewritten.weight.defined() ? rewritten.weight : site.weight;
    const QuantizedTensor &quantized = quantizedWeight(weight, rewritten.key);
    context.advance(0.5);
    report.weight = inspectWeight(valuesOf(weight), layoutOf(site), quantized, m_request.channel);
    report.weight.isRewritten = rewritten.weight.defined();
    context.advance(1);
    return report;
}

const QuantizedTensor &LayerInspector::quantizedWeight(const at::Tensor &weight,
                                                       std::uint64_t rewrite)
{
    const WeightSpec &spec = m_request.compare.config.spec(m_request.layer).weight;
    const bool isKnown = m_caches.program == m_generator.program.id && m_caches.layer == m_layer &&
                         m_caches.rewrite == rewrite && m_caches.quantized.spec == spec;
    if (!isKnown) {
        m_caches.program = 0;
        m_caches.quantized =
            quantize(valuesOf(weight), layoutOf(m_generator.program.layers[m_layer]), spec);
        m_caches.layer = m_layer;
        m_caches.rewrite = rewrite;
        m_caches.program = m_generator.program.id;
    }
    return m_caches.quantized;
}

bool LayerInspector::needsCalibration() const
{
    return quantizesActivations(m_config);
}

void LayerInspector::addActivation(LayerInspection &report,
                                   const std::vector<ActivationHistogram> *histograms,
                                   const ActivationRanges &ranges, const RunContext &context)
{
    if (!m_generator.info.layers[m_layer].hasActivationSite) {
        report.activation.absence = Absence::InputOfIndices;
        return;
    }
    const ActivationSpec &spec = report.spec.activation;
    const CompareRequest &compare = m_request.compare;
    const std::optional<ActivationRange> range = ranges.empty() ? std::nullopt : ranges[m_layer];
    if (histograms) {
        report.activation = inspectActivation((*histograms)[m_layer], spec, range);
        report.activation.samples = static_cast<int>(
            calibrationCounts(m_generator, compare.calibration, CalibrationStore::inputs(compare))
                .all());
        return;
    }
    report.activation = inspectActivation(sampledActivation(context), spec, range);
    report.activation.source = ActivationSource::Samples;
    report.activation.samples = static_cast<int>(compare.source.samples.size());
}

void LayerInspector::addHeldOut(LayerInspection &report,
                                const std::vector<ActivationHistogram> &histograms) const
{
    ActivationInspection &activation = report.activation;
    activation.heldOutClipped = clippedShare(histograms[m_layer], *activation.range);
    activation.heldOutSamples = static_cast<int>(heldOutCount(m_generator));
    const CompareRequest &compare = m_request.compare;
    activation.isHeldOutDrawn =
        calibrationCounts(m_generator, compare.calibration, CalibrationStore::inputs(compare))
            .pictures > 0;
}

ActivationHistogram LayerInspector::sampledActivation(const RunContext &context) const
{
    ActivationHistogram histogram;
    const LayerObserver observer = [&](const Step &, const at::Tensor &input, const at::Tensor &) {
        if (input.defined() && input.scalar_type() == at::kFloat)
            histogram.add(valuesOf(input.contiguous()));
    };
    const std::vector<BatchSamples> batches = microBatches(m_request.compare);
    Executor executor(m_generator.program);
    for (std::size_t i = 0; i < batches.size(); ++i) {
        context.advance(static_cast<double>(i) / static_cast<double>(batches.size()));
        executor.observe(static_cast<int>(m_layer), batchInputs(m_request.compare, batches[i]), {},
                         context, observer);
    }
    return histogram;
}

at::Tensor LayerInspector::outputUnder(const Overlay &overlay, const RunContext &context) const
{
    at::Tensor output;
    const LayerObserver observer = [&](const Step &, const at::Tensor &, const at::Tensor &value) {
        if (!output.defined())
            output = value.clone();
    };
    Executor(m_generator.program)
        .observe(
            static_cast<int>(m_layer),
            batchInputs(m_request.compare, oneSample(m_request.compare.source, m_request.sample)),
            overlay, context, observer);
    return output;
}

at::Tensor LayerInspector::rewritten(const at::Tensor &output,
                                     const LayerCorrections &corrections) const
{
    if (corrections.empty() || corrections[m_layer].outputFactors.empty())
        return output;
    return withFactor(output, m_generator.program.layers[m_layer].kind,
                      at::tensor(corrections[m_layer].outputFactors, at::kDouble).to(at::kFloat));
}

void LayerInspector::addFeatureMaps(LayerInspection &report, const CalibratedSites &sites,
                                    const RunContext &context)
{
    report.isComplete = true;
    if (m_request.maps.count <= 0 || m_request.compare.source.samples.empty())
        return;
    context.advance(0);
    const at::Tensor reference = rewritten(outputUnder({}, context), sites.corrections);
    context.advance(0.4);
    const BuiltOverlay overlay =
        buildOverlay(m_generator, m_config, sites, m_caches.weights, context.sub(0.4, 0.6));
    const at::Tensor quantized =
        m_config.isFloat() ? reference : outputUnder(overlay.layers, context);
    report.maps = featureMaps(reference, quantized, m_request.maps);
}

} // namespace quantloupe

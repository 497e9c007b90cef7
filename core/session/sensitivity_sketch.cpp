// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/sensitivity_sketch.h"

#include "analysis/jacobian_build.h"
#include "analysis/sensitivity_ranking.h"
#include "base/elapsed.h"
#include "base/finite.h"
#include "engine/overlay_builder.h"
#include "metrics/features/tensor_threads.h"
#include "session/sensitivity_batches.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <iterator>
#include <ranges>

namespace quantloupe {

namespace {

using Clock = std::chrono::steady_clock;

constexpr double kBuilt = 0.8;

SensitivityMean predictionOf(const SensitivityVariant &variant, const std::string &layer,
                             double value)
{
    SensitivityMean mean;
    mean.layer = layer;
    mean.site = variant.site;
    mean.mode = variant.mode;
    mean.bits = variant.bits;
    mean.spec = variant.spec;
    mean.predicted = value;
    return mean;
}

bool haveSamePlace(const SensitivityMean &a, const SensitivityMean &b)
{
    return a.layer == b.layer && a.site == b.site && a.mode == b.mode && a.bits == b.bits;
}

} // namespace

JacobianSketchPtr buildSketch(const SensitivityRequest &request, const RunContext &context)
{
    context.describe("Sketching how weights act on the output");
    const ThreadCount threads(request.execution.threads);
    const SketchPlan plan{request.sketchProbes, request.sketchBytes, request.seed};
    return sketchJacobian(*request.generator, request.plan, sweepBatches(request, 0), plan,
                          context);
}

SketchPredictor::SketchPredictor(GeneratorPtr generator, JacobianSketchPtr sketch,
                                 WeightCache &weights)
    : m_generator(std::move(generator)), m_sketch(std::move(sketch)), m_weights(weights)
{
}

const std::vector<double> &SketchPredictor::response(std::size_t layer, const WeightSpec &spec)
{
    const std::pair key{layer, spec};
    if (const auto known = m_known.find(key); known != m_known.end())
        return known->second;
    const at::NoGradGuard noGradients;
    const Program &program = m_generator->program;
    const at::Tensor change =
        m_weights.get(program, layer, spec)->values - program.layers.at(layer).weight;
    const std::span<const float> values(change.data_ptr<float>(),
                                        static_cast<std::size_t>(change.numel()));
    return m_known.emplace(key, m_sketch->response(layer, values)).first->second;
}

std::optional<double> SketchPredictor::sqnr(const QuantConfig &config)
{
    if (quantizesActivations(config))
        return {};
    std::vector<double> sum(static_cast<std::size_t>(m_sketch->probes()), 0);
    for (std::size_t i = 0; i < m_generator->info.layers.size(); ++i) {
        const WeightSpec &spec = config.spec(m_generator->info.layers[i].name).weight;
        if (!spec.isFloat())
            sum = sumOf(sum, response(i, spec));
    }
    const double value = 10 * std::log10(m_sketch->signalEnergy() / predictedError(sum));
    return finite(value);
}

SketchPredictions predictVariants(const SensitivityRequest &request,
                                  const SensitivityVariants &variants, WeightCache &weights,
                                  const RunContext &context)
{
    const auto start = Clock::now();
    SketchPredictor predictor(request.generator, buildSketch(request, context.sub(0, kBuilt)),
                              weights);
    SketchPredictions predictions;
    SketchReport &sketch = predictions.sketch;
    sketch.probes = predictor.sketch().probes();
    sketch.samples = predictor.sketch().samples();
    sketch.bytes = predictor.sketch().bytes();
    sketch.buildSeconds = secondsSince(start);
    const auto built = Clock::now();
    const std::vector<LayerInfo> &layers = info(*request.generator).layers;
    for (const SensitivityTrunk &trunk : std::views::reverse(variants.trunks))
        for (const SensitivityVariant &variant : std::views::reverse(trunk.variants)) {
            context.checkCancelled();
            if (const auto value = predictor.sqnr(variant.config))
                predictions.means.push_back(
                    predictionOf(variant, layers[variant.layer].name, *value));
        }
    std::ranges::reverse(predictions.means);
    if (!predictions.means.empty())
        sketch.variantSeconds = secondsSince(built) / static_cast<double>(predictions.means.size());
    return predictions;
}

void takeOver(const SketchPredictions &predictions, std::vector<SensitivityMean> &means)
{
    for (SensitivityMean &mean : means)
        for (const SensitivityMean &known : predictions.means)
            if (haveSamePlace(mean, known))
                mean.predicted = known.predicted;
}

void judge(SketchReport &sketch, std::span<const SensitivityMean> means, std::span<const int> bits)
{
    sketch.all = accuracyOf(means);
    for (const int each : bits) {
        std::vector<SensitivityMean> some;
        std::ranges::copy_if(means, std::back_inserter(some),
                             [&](const SensitivityMean &mean) { return mean.bits == each; });
        sketch.byBits.emplace_back(each, accuracyOf(some));
    }
}

} // namespace quantloupe

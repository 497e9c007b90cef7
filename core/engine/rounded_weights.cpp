// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/rounded_weights.h"

#include "base/hash.h"
#include "engine/adaround.h"
#include "engine/tensor_values.h"
#include "quant/weight_quantizer.h"

#include <ATen/ATen.h>

#include <cmath>
#include <numeric>
#include <span>
#include <utility>
#include <vector>

namespace quantloupe {

namespace {

/// Of the progress of one layer; the rest is the search.
constexpr double kObservingShare = 0.2;
/// Every so many batches one is kept from the search, to judge what it finds.
constexpr std::size_t kJudgedBatches = 4;

const WeightSpec &specOf(const CorrectionTask &task, std::size_t layer)
{
    return task.config.spec(task.generator.info.layers[layer].name).weight;
}

/// Rows of the leading axis that belong to samples; those beyond fill a fixed batch up.
std::int64_t rowsOf(const at::Tensor &input, const CalibrationBatch &batch,
                    const ProgramInputs &inputs)
{
    const auto samples = static_cast<std::int64_t>(batch.samples.samples.size());
    const auto filled = static_cast<std::int64_t>(inputs.sampleKeys.size());
    const std::int64_t rows = input.dim() == 0 ? 0 : input.size(0);
    return rows % filled == 0 ? rows / filled * samples : rows;
}

/// What the search minimizes, and what judges it; the same where there are too few batches.
struct SeenInputs
{
    WeightGrams fitted;
    WeightGrams judge;
};

/// Of the one use of a layer; empty where that cannot be followed, or there are several.
std::optional<WeightGrams> emptyGrams(const Program &program, std::size_t layer)
{
    std::optional<WeightGrams> grams;
    for (const Step &step : program.steps)
        if (step.layer == static_cast<int>(layer) && step.kind == StepKind::Layer) {
            std::optional<WeightGrams> ofUse = WeightGrams::forLayer(program, step);
            if (!ofUse || grams)
                return {};
            grams = std::move(ofUse);
        }
    return grams;
}

/// Empty where the layer's input cannot be followed.
std::optional<SeenInputs> seenInputs(const CorrectionTask &task, const ObservedNetwork &network,
                                     std::size_t layer, const RunContext &context)
{
    const Program &program = task.generator.program;
    const Overlay overlay = overlayOf(program, network.rewrite);
    const std::optional<WeightGrams> none = emptyGrams(program, layer);
    if (!none)
        return {};
    SeenInputs seen{*none, *none};
    const auto count = static_cast<double>(task.batches.size());
    for (std::size_t b = 0; b < task.batches.size(); ++b) {
        context.advance(static_cast<double>(b) / count);
        const CalibrationBatch &batch = task.batches[b];
        const ProgramInputs inputs =
            inputBatch(task.generator, task.plan, batch.given, batch.samples);
        WeightGrams &grams = b % kJudgedBatches == kJudgedBatches - 1 ? seen.judge : seen.fitted;
        bool isFollowed = true;
        Executor(program, network.prefix)
            .observe(static_cast<int>(layer), inputs, overlay, context,
                     [&](const Step &, const at::Tensor &input, const at::Tensor &) {
                         isFollowed = grams.add(input, rowsOf(input, batch, inputs));
                     });
        if (!isFollowed)
            return {};
    }
    if (seen.fitted.groupCount() == 0)
        return {};
    if (seen.judge.groupCount() == 0)
        seen.judge = seen.fitted;
    return seen;
}

double totalError(std::span<const float> weights, std::span<const float> values,
                  const ChannelLayout &layout, const WeightGrams &grams)
{
    const std::vector<double> errors = outputErrors(weights, values, layout, grams);
    return std::accumulate(errors.begin(), errors.end(), 0.0);
}

/// Between two sets of codes for `weights`; empty where that is no number.
std::optional<RoundingError> roundingError(std::span<const float> weights,
                                           const QuantizedTensor &nearest,
                                           const QuantizedTensor &chosen,
                                           const ChannelLayout &layout, const WeightGrams &judge)
{
    const std::vector<float> nothing(weights.size());
    const double signal = totalError(weights, nothing, layout, judge);
    if (!(signal > 0))
        return {};
    const RoundingError error{totalError(weights, nearest.values, layout, judge) / signal,
                              totalError(weights, chosen.values, layout, judge) / signal};
    const bool isNumber = std::isfinite(error.nearest) && std::isfinite(error.chosen);
    return isNumber ? std::optional(error) : std::nullopt;
}

RoundedWeight searched(const CorrectionTask &task, const ObservedNetwork &network,
                       std::size_t layer, const RunContext &context)
{
    const WeightSite &site = task.generator.program.layers[layer];
    const at::Tensor weight = rewrittenWeight(task.generator.program, network.rewrite, layer);
    const std::optional<SeenInputs> seen =
        seenInputs(task, network, layer, context.sub(0, kObservingShare));
    if (!seen)
        return {};
    const std::span<const float> weights = valuesOf(weight);
    const ChannelLayout layout = layoutOf(site);
    const QuantizedTensor nearest = quantize(weights, layout, specOf(task, layer));
    const QuantizedTensor chosen = adaptiveRounding(
        weights, nearest, layout, seen->fitted, seen->judge, {}, context.sub(kObservingShare, 1));
    return {quantizedWeight(weight, chosen),
            roundingError(weights, nearest, chosen, layout, seen->judge)};
}

} // namespace

std::uint64_t RoundedWeights::keyOf(const CorrectionTask &task, const NetworkRewrite &network,
                                    std::size_t layer)
{
    std::uint64_t key = mixHash(7, task.inputsKey);
    key = mixHash(key, task.generator.program.id);
    key = mixHash(key, layer);
    key = mixHash(key, toText(specOf(task, layer)));
    // Scaled inputs are told by the layer's own factors.
    key = mixHash(key, network[layer].key);
    return key == 0 ? 1 : key;
}

std::optional<RoundedWeight> RoundedWeights::find(std::uint64_t key) const
{
    const std::optional<WeightMemo::Weight> weight = m_known.find(key);
    if (!weight)
        return {};
    const std::lock_guard lock(m_mutex);
    const auto error = m_errors.find(key);
    return RoundedWeight{*weight,
                         error == m_errors.end() ? std::nullopt : std::optional(error->second)};
}

void RoundedWeights::insert(std::uint64_t key, const RoundedWeight &found)
{
    if (found.error) {
        const std::lock_guard lock(m_mutex);
        m_errors.insert_or_assign(key, *found.error);
    }
    // Last: who finds the weight finds its error.
    m_known.insert(key, found.weight);
}

RoundedWeight RoundedWeights::get(const CorrectionTask &task, const ObservedNetwork &network,
                                  std::size_t layer, const RunContext &context)
{
    if (!hasRange(specOf(task, layer).method))
        return {};
    const std::uint64_t key = keyOf(task, network.rewrite, layer);
    if (std::optional<RoundedWeight> known = find(key))
        return *std::move(known);
    context.describe("Rounding %1", task.generator.info.layers[layer].name);
    RoundedWeight found = searched(task, network, layer, context);
    insert(key, found);
    return found;
}

std::string RoundedWeights::whyNot(const CorrectionTask &task, std::size_t layer)
{
    const std::string &name = task.generator.info.layers[layer].name;
    if (!hasRange(specOf(task, layer).method))
        return "AdaRound leaves the weight of " + name +
               " as it is: it rounds to the levels of the uniform methods alone; choose minmax, "
               "mse or "
               "pow2, with 2 bits or more.";
    return "AdaRound leaves the weight of " + name +
           " as it is: it rounds those of two-dimensional convolutions and linear layers that use "
           "their weight once and unchanged.";
}

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/equalization.h"

#include "engine/sole_use.h"

#include <ATen/ATen.h>
#include <torch/csrc/jit/ir/ir.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace quantloupe {

namespace {

constexpr std::array kOfValues = {"relu", "leaky_relu", "prelu", "contiguous"};
/// They mix the positions of a channel, which only maps keep apart from the channels.
constexpr std::array kOfMaps = {"upsample_nearest2d", "upsample_bilinear2d", "reflection_pad2d",
                                "avg_pool2d", "max_pool2d"};

constexpr int kMostRounds = 20;
/// Relative change of a factor that ends the rounds.
constexpr double kSmallChange = 1e-3;

bool isMapLayer(const WeightSite &site)
{
    return site.kind == LayerKind::Convolution || site.kind == LayerKind::TransposedConvolution;
}

bool isTensor(const Operation &operation, std::size_t position)
{
    return operation.node->input(position)->type()->isSubtypeOf(*c10::TensorType::get());
}

bool keepsScale(const OperationList &operations, const Operation &operation, ValueId input,
                bool isMap)
{
    const auto isNamed = [&](const char *name) { return operation.name == name; };
    if (!operation.node || operation.outputs.size() != 1 || operation.inputs.front() != input ||
        !(std::ranges::any_of(kOfValues, isNamed) ||
          (isMap && std::ranges::any_of(kOfMaps, isNamed))))
        return false;
    for (std::size_t i = 1; i < operation.inputs.size(); ++i)
        // Numbers are of the geometry, whoever computes them.
        if (isTensor(operation, i) && !operations.known(operation.inputs[i]))
            return false;
    return true;
}

bool readsAsActivation(const Step &step, ValueId value)
{
    return step.activationInput >= 0 &&
           step.inputs.at(static_cast<std::size_t>(step.activationInput)) == value;
}

/// Largest magnitudes, groups x outputs x inputs; doubles.
using Magnitudes = at::Tensor;

at::Tensor along(const std::vector<double> &factors, const Magnitudes &magnitudes,
                 std::int64_t axis)
{
    std::vector<std::int64_t> shape = {magnitudes.size(0), 1, 1};
    shape[static_cast<std::size_t>(axis)] = magnitudes.size(axis);
    return at::tensor(factors, at::kDouble).view(shape);
}

Magnitudes magnitudesOf(const WeightSite &site, const std::vector<double> &folded)
{
    const at::Tensor largest = weightBlocks(site, site.weight).abs().amax(3).to(at::kDouble);
    return folded.empty() ? largest : largest * along(folded, largest, 1).abs();
}

Magnitudes scaled(const Magnitudes &magnitudes, const ChannelFactors &factors)
{
    at::Tensor result = magnitudes;
    if (!factors.outputs.empty())
        result = result * along(factors.outputs, result, 1);
    if (!factors.inputs.empty())
        result = result * along(factors.inputs, result, 2);
    return result;
}

std::vector<double> listOf(const at::Tensor &values)
{
    const at::Tensor plain = values.contiguous();
    const double *first = plain.data_ptr<double>();
    return {first, first + plain.numel()};
}

/// Of one pair; returns the largest relative change.
double equalizePair(const Magnitudes &first, const Magnitudes &second, ChannelFactors &outer,
                    ChannelFactors &inner)
{
    const std::vector<double> from = listOf(scaled(first, outer).amax(2));
    const std::vector<double> to = listOf(scaled(second, inner).amax(1));
    outer.outputs.resize(from.size(), 1);
    inner.inputs.resize(to.size(), 1);
    double change = 0;
    for (std::size_t c = 0; c < from.size(); ++c) {
        const double scale = std::sqrt(from[c] / to[c]);
        if (!std::isfinite(scale) || scale <= 0)
            continue;
        outer.outputs[c] /= scale;
        inner.inputs[c] *= scale;
        change = std::max(change, std::abs(std::log(scale)));
    }
    return change;
}

} // namespace

NextLayer layerBehind(const Program &program, const OperationList &operations, std::size_t layer,
                      const NormFold *fold)
{
    const Step *use = soleUse(program, operations, layer);
    if (!use)
        return {{}, "its weight is used several times, or not as it is"};
    const WeightSite &first = program.layers[layer];
    ValueId value = use->outputs.front();
    while (const Operation *reader = soleReader(program, operations, value)) {
        const Step &step = program.steps[reader->step];
        const bool isStep = !reader->node;
        if (isStep && step.kind == StepKind::Norm) {
            if (!fold || fold->norm != step.norm || value != use->outputs.front())
                return {{}, "a batch norm behind it is not folded; fold it (--fold-bn), too"};
        } else if (isStep && step.kind == StepKind::Layer && readsAsActivation(step, value)) {
            const auto next = static_cast<std::size_t>(step.layer);
            const WeightSite &second = program.layers[next];
            if (soleUse(program, operations, next) != &step ||
                isMapLayer(first) != isMapLayer(second) ||
                outputChannels(first) != inputChannels(second))
                return {{},
                        "the weight of the layer behind it is used several times, or not as it "
                        "is"};
            return {next, {}};
        } else if (!keepsScale(operations, *reader, value, isMapLayer(first))) {
            break;
        }
        value = reader->outputs.front();
    }
    return {{},
            "its output does not reach one other layer alone, through nothing but ReLU, leaky "
            "ReLU or resampling"};
}

std::vector<ChannelFactors> equalize(const Program &program, const LayerPairs &pairs,
                                     const std::vector<std::vector<double>> &folded)
{
    std::vector<ChannelFactors> factors(program.layers.size());
    std::map<std::size_t, Magnitudes> magnitudes;
    for (const auto &[first, second] : pairs)
        for (const std::size_t layer : {first, second})
            if (!magnitudes.contains(layer))
                magnitudes[layer] = magnitudesOf(program.layers[layer], folded[layer]);
    for (int round = 0; round < kMostRounds; ++round) {
        double change = 0;
        for (const auto &[first, second] : pairs)
            change = std::max(change, equalizePair(magnitudes[first], magnitudes[second],
                                                   factors[first], factors[second]));
        if (change < kSmallChange)
            break;
    }
    return factors;
}

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/norm_folding.h"

#include "engine/sole_use.h"
#include "engine/weight_blocks.h"
#include "engine/weight_cache.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cmath>
#include <span>

namespace quantloupe {

namespace {

/// Positions among the operands of aten::batch_norm.
constexpr std::size_t kGain = 1;
constexpr std::size_t kOffset = 2;
constexpr std::size_t kEpsilon = 7;

constexpr int kLeastBits = 3;

const c10::IValue *knownAt(const Program &program, const Step &step, std::size_t position)
{
    const auto &value = program.constants.at(static_cast<std::size_t>(step.inputs.at(position)));
    return value ? &*value : nullptr;
}

/// Undefined where the values are not known before a run, or there are none.
at::Tensor tensorAt(const Program &program, const Step &step, std::size_t position)
{
    const c10::IValue *value = knownAt(program, step, position);
    return value && value->isTensor() ? value->toTensor().detach().to(at::kDouble).contiguous()
                                      : at::Tensor();
}

std::vector<double> valuesOf(const at::Tensor &tensor)
{
    const double *first = tensor.data_ptr<double>();
    return {first, first + tensor.numel()};
}

bool isFinite(const std::vector<double> &values)
{
    return std::ranges::all_of(values, [](double value) { return std::isfinite(value); });
}

/// The norm that alone reads the output of `use`; null for another reader.
const Step *normBehind(const Program &program, const OperationList &operations, const Step &use)
{
    const Operation *reader = soleReader(program, operations, use.outputs.front());
    if (!reader || reader->node)
        return nullptr;
    const Step &step = program.steps[reader->step];
    return step.kind == StepKind::Norm && step.inputs.front() == use.outputs.front() ? &step
                                                                                     : nullptr;
}

/// Empty where the gain or the offset is no number known before a run.
std::optional<NormFold> foldOf(const Program &program, const Step &step)
{
    const at::Tensor gain = tensorAt(program, step, kGain);
    const at::Tensor offset = tensorAt(program, step, kOffset);
    const c10::IValue *epsilon = knownAt(program, step, kEpsilon);
    if (!gain.defined() || !offset.defined() || !epsilon || !epsilon->isDouble())
        return {};
    const NormSite &site = program.norms[static_cast<std::size_t>(step.norm)];
    const at::Tensor factor = gain / at::sqrt(site.variance.to(at::kDouble) + epsilon->toDouble());
    return NormFold{step.norm, valuesOf(factor.contiguous()),
                    valuesOf((offset - site.mean.to(at::kDouble) * factor).contiguous())};
}

/// Squared errors of quantizing `weight` relative to its squares, summed over the channels that
/// `factors` leave on.
double errorOf(const WeightSite &site, const at::Tensor &weight, const WeightSpec &spec,
               const std::vector<double> &factors)
{
    const std::span<const float> values(weight.data_ptr<float>(),
                                        static_cast<std::size_t>(weight.numel()));
    const QuantizedTensor quantized = quantize(values, layoutOf(site), spec);
    const at::Tensor found =
        at::from_blob(const_cast<float *>(quantized.values.data()), weight.sizes(), at::kFloat);
    const auto ofChannels = [&](const at::Tensor &squares) {
        return weightBlocks(site, squares).to(at::kDouble).sum({2, 3}).flatten();
    };
    const at::Tensor errors = ofChannels((found - weight).square());
    const at::Tensor sizes = ofChannels(weight.square());
    double sum = 0;
    for (std::size_t c = 0; c < factors.size(); ++c) {
        const auto at = static_cast<std::int64_t>(c);
        if (const double size = sizes[at].item<double>(); factors[c] != 0 && size > 0)
            sum += errors[at].item<double>() / size;
    }
    return sum;
}

bool followsFactors(const WeightSpec &spec, const NormFold &fold)
{
    if (spec.granularity == Granularity::PerTensor || spec.method == WeightMethod::Pow2 ||
        spec.method == WeightMethod::Log || spec.method == WeightMethod::Tanh)
        return false;
    const bool isLopsided = spec.range == CodeRange::Full && spec.mapping == MappingType::Symmetric;
    return !isLopsided ||
           std::ranges::none_of(fold.factors, [](double factor) { return factor < 0; });
}

} // namespace

FoldFinding findFold(const Program &program, const std::vector<LayerInfo> &layers,
                     const OperationList &operations, std::size_t layer)
{
    const Step *use = soleUse(program, operations, layer);
    if (!use)
        return {{}, "its weight is used several times, or not as it is"};
    const Step *norm = normBehind(program, operations, *use);
    // The channels of a matrix product are its last axis, and those of a norm the one behind the
    // samples.
    const bool isMatrix =
        layers[layer].kind == LayerKind::Linear || layers[layer].kind == LayerKind::MatrixProduct;
    if (!norm || (isMatrix && layers[layer].outputShape.size() != 1) ||
        program.norms[static_cast<std::size_t>(norm->norm)].layer != static_cast<int>(layer))
        return {{},
                "no batch norm with stored statistics is directly behind it and alone in reading "
                "it"};
    std::optional<NormFold> fold = foldOf(program, *norm);
    const auto channels = static_cast<std::size_t>(outputChannels(program.layers[layer]));
    if (!fold || fold->factors.size() != channels || fold->offsets.size() != channels)
        return {{},
                "the batch norm has no gain and offset of its own, as where labels give them "
                "(conditional batch norm)"};
    if (!isFinite(fold->factors) || !isFinite(fold->offsets))
        return {{}, "values of the batch norm are not finite"};
    return {std::move(fold), {}};
}

bool hasLevelsToFold(const WeightSpec &spec)
{
    return spec.bits >= kLeastBits;
}

bool suffersFromFold(const WeightSite &site, const NormFold &fold, const WeightSpec &spec)
{
    if (followsFactors(spec, fold))
        return false;
    return errorOf(site, scaledWeight(site, {fold.factors, {}}), spec, fold.factors) >
           errorOf(site, site.weight, spec, fold.factors);
}

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sole_use.h"

#include "engine/weight_blocks.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace quantloupe {

namespace {

constexpr std::array kWithBias = {"conv1d",           "conv2d",           "conv3d",
                                  "conv_transpose1d", "conv_transpose2d", "conv_transpose3d",
                                  "_convolution",     "convolution",      "linear"};
constexpr std::array kWithoutBias = {"matmul", "mm"};
/// beta * bias + alpha * input x weight, where any shape that can be spread will do for the bias.
constexpr const char *kScaledSum = "addmm";
constexpr std::size_t kBeta = 3;
constexpr std::size_t kAlpha = 4;
/// They see no value.
constexpr std::array kOfShapes = {"dim", "size", "numel", "dtype", "device"};

template <typename Names> bool isOneOf(const Names &names, const std::string &name)
{
    return std::ranges::any_of(names, [&](const char *each) { return name == each; });
}

bool isMatrix(const WeightSite &site)
{
    return site.kind == LayerKind::Linear || site.kind == LayerKind::MatrixProduct;
}

const c10::IValue *knownAt(const Program &program, const Step &step, std::size_t position)
{
    const auto &value = program.constants.at(static_cast<std::size_t>(step.inputs.at(position)));
    return value ? &*value : nullptr;
}

bool isOne(const c10::IValue *value)
{
    return value && value->isScalar() && value->toScalar().toDouble() == 1;
}

/// As a linear layer: the bias of each output, and the product as it is.
bool isLinear(const Program &program, const Step &step, const at::Tensor &bias)
{
    const WeightSite &site = program.layers.at(static_cast<std::size_t>(step.layer));
    return isOne(knownAt(program, step, kBeta)) && isOne(knownAt(program, step, kAlpha)) &&
           bias.dim() == 1 && bias.numel() == outputChannels(site);
}

} // namespace

const Step *soleUse(const Program &program, const OperationList &operations, std::size_t layer)
{
    const WeightSite &site = program.layers.at(layer);
    const Step *use = nullptr;
    for (const Step &step : program.steps)
        if (step.layer == static_cast<int>(layer)) {
            if (use)
                return nullptr;
            use = &step;
        }
    if (!use || !hasBlocks(site) || operations.readers(site.value).size() != 1 ||
        use->activationInput + 1 != use->weightInput || !biasOf(program, *use))
        return nullptr;
    const bool isUnchanged =
        isMatrix(site) ? usesWeightItself(program, operations, *use)
                       : use->inputs.at(static_cast<std::size_t>(use->weightInput)) == site.value;
    return isUnchanged ? use : nullptr;
}

std::optional<at::Tensor> biasOf(const Program &program, const Step &step)
{
    if (isOneOf(kWithoutBias, step.operatorName))
        return at::Tensor();
    const bool isSum = step.operatorName == kScaledSum;
    if (!isSum && !isOneOf(kWithBias, step.operatorName))
        return {};
    const c10::IValue *value = knownAt(program, step, static_cast<std::size_t>(step.biasInput));
    if (!value)
        return {};
    if (value->isNone())
        return at::Tensor();
    if (!value->isTensor() || (isSum && !isLinear(program, step, value->toTensor())))
        return {};
    return value->toTensor();
}

const Operation *soleReader(const Program &program, const OperationList &operations, ValueId value)
{
    std::vector<const Operation *> readers = operations.readers(value);
    std::erase_if(readers,
                  [](const Operation *reader) { return isOneOf(kOfShapes, reader->name); });
    return value != program.output && readers.size() == 1 ? readers.front() : nullptr;
}

} // namespace quantloupe

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

/// Their operands begin with input, weight and bias.
constexpr std::array kWithBias = {"conv1d",           "conv2d",           "conv3d",
                                  "conv_transpose1d", "conv_transpose2d", "conv_transpose3d",
                                  "_convolution",     "convolution",      "linear"};
constexpr std::array kWithoutBias = {"matmul", "mm"};
constexpr std::size_t kBias = 2;
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
        use->activationInput != 0 || use->weightInput != 1 || !biasOf(program, *use))
        return nullptr;
    const bool isUnchanged =
        isMatrix(site) ? usesWeightItself(program, operations, *use) : use->inputs[1] == site.value;
    return isUnchanged ? use : nullptr;
}

std::optional<at::Tensor> biasOf(const Program &program, const Step &step)
{
    if (isOneOf(kWithoutBias, step.operatorName))
        return at::Tensor();
    if (!isOneOf(kWithBias, step.operatorName))
        return {};
    const auto &value = program.constants.at(static_cast<std::size_t>(step.inputs.at(kBias)));
    if (!value)
        return {};
    if (value->isNone())
        return at::Tensor();
    return value->isTensor() ? std::optional(value->toTensor()) : std::nullopt;
}

const Operation *soleReader(const Program &program, const OperationList &operations, ValueId value)
{
    std::vector<const Operation *> readers = operations.readers(value);
    std::erase_if(readers,
                  [](const Operation *reader) { return isOneOf(kOfShapes, reader->name); });
    return value != program.output && readers.size() == 1 ? readers.front() : nullptr;
}

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/weight_grams.h"

#include "engine/operation_list.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <string>

namespace quantloupe {

namespace {

using Numbers = std::vector<std::int64_t>;

/// Of the inputs of all weights that are written out at once, 64 MB.
constexpr std::int64_t kMostValues = std::int64_t{1} << 24;

const c10::IValue *constantAt(const Program &program, const Step &step, std::size_t position)
{
    if (position >= step.inputs.size())
        return nullptr;
    const auto &value = program.constants[static_cast<std::size_t>(step.inputs[position])];
    return value ? &*value : nullptr;
}

/// Two numbers, where the operand holds one or two.
std::optional<Numbers> pairAt(const Program &program, const Step &step, std::size_t position)
{
    const c10::IValue *value = constantAt(program, step, position);
    if (!value || !(value->isIntList() || value->isInt()))
        return {};
    Numbers numbers = value->isInt() ? Numbers{value->toInt()} : value->toIntVector();
    if (numbers.size() == 1)
        numbers.push_back(numbers.front());
    return numbers.size() == 2 ? std::optional(numbers) : std::nullopt;
}

std::optional<std::int64_t> numberAt(const Program &program, const Step &step, std::size_t position)
{
    const c10::IValue *value = constantAt(program, step, position);
    return value && value->isInt() ? std::optional(value->toInt()) : std::nullopt;
}

/// Where an operator has the numbers of its geometry.
struct Positions
{
    std::size_t stride = 3;
    std::size_t padding = 4;
    std::size_t dilation = 5;
    /// 0 for none.
    std::size_t outputPadding = 0;
    std::size_t groups = 6;
};

std::optional<Positions> positionsOf(const Step &step)
{
    if (step.operatorName == "conv2d")
        return Positions{3, 4, 5, 0, 6};
    if (step.operatorName == "conv_transpose2d")
        return Positions{3, 4, 7, 5, 6};
    if (step.operatorName == "_convolution" || step.operatorName == "convolution")
        return Positions{3, 4, 5, 7, 8};
    return {};
}

/// Weights of a channel that output positions of one phase see: taps in one dimension, each with
/// the shift of its input.
struct Tap
{
    std::int64_t index = 0;
    std::int64_t shift = 0;
};

std::vector<Tap> tapsOf(std::int64_t phase, std::int64_t kernel, std::int64_t stride,
                        std::int64_t padding, std::int64_t dilation)
{
    std::vector<Tap> taps;
    for (std::int64_t k = 0; k < kernel; ++k)
        if (const std::int64_t reach = phase + padding - k * dilation; reach % stride == 0)
            taps.push_back({k, reach / stride});
    return taps;
}

/// Rows from `shift` on, `count` of them, zeros where there are none.
at::Tensor shifted(const at::Tensor &input, std::int64_t axis, std::int64_t shift,
                   std::int64_t count)
{
    const std::int64_t size = input.size(axis);
    const std::int64_t begin = std::clamp<std::int64_t>(shift, 0, size);
    const std::int64_t end = std::clamp<std::int64_t>(shift + count, begin, size);
    auto shape = input.sizes().vec();
    shape[static_cast<std::size_t>(axis)] = count;
    at::Tensor result = at::zeros(shape, input.options());
    if (end > begin)
        result.narrow(axis, begin - shift, end - begin)
            .copy_(input.narrow(axis, begin, end - begin));
    return result;
}

/// rows x columns x positions as columns x (rows and positions).
at::Tensor asColumns(const at::Tensor &seen)
{
    return seen.transpose(0, 1).reshape({seen.size(1), -1});
}

Numbers upTo(std::int64_t count)
{
    Numbers numbers(static_cast<std::size_t>(count));
    for (std::size_t i = 0; i < numbers.size(); ++i)
        numbers[i] = static_cast<std::int64_t>(i);
    return numbers;
}

} // namespace

std::optional<WeightGrams> WeightGrams::forLayer(const Program &program, const Step &step)
{
    const WeightSite &site = program.layers.at(static_cast<std::size_t>(step.layer));
    WeightGrams grams;
    grams.m_kind = site.kind;
    if (step.activationInput < 0 || site.outputAxis < 0)
        return {};
    if (site.kind == LayerKind::Linear || site.kind == LayerKind::MatrixProduct) {
        const bool isFollowed = site.weight.dim() == 2 && step.activationInput < step.weightInput &&
                                usesWeightItself(program, OperationList(program), step);
        return isFollowed ? std::optional(std::move(grams)) : std::nullopt;
    }
    const std::optional<Positions> positions = positionsOf(step);
    // A weight that is worked on again before the operator is not the operand.
    if (!positions || site.weight.dim() != 4 ||
        step.inputs.at(static_cast<std::size_t>(step.weightInput)) != site.value)
        return {};
    const auto stride = pairAt(program, step, positions->stride);
    const auto padding = pairAt(program, step, positions->padding);
    const auto dilation = pairAt(program, step, positions->dilation);
    const auto groups = numberAt(program, step, positions->groups);
    const auto outputPadding = positions->outputPadding == 0
                                   ? std::optional(Numbers{0, 0})
                                   : pairAt(program, step, positions->outputPadding);
    if (!stride || !padding || !dilation || !groups || !outputPadding)
        return {};
    grams.m_geometry = {{site.weight.size(2), site.weight.size(3)},
                        *stride,
                        *padding,
                        *dilation,
                        *outputPadding,
                        *groups};
    return grams;
}

bool WeightGrams::add(const at::Tensor &input, std::int64_t rows)
{
    const bool isMap =
        m_kind == LayerKind::Convolution || m_kind == LayerKind::TransposedConvolution;
    if (isMap ? input.dim() != 4 : input.dim() < 2)
        return false;
    const at::Tensor seen = input.narrow(0, 0, rows).to(at::kFloat);
    const std::int64_t taps = isMap ? m_geometry.kernel[0] * m_geometry.kernel[1] : 1;
    const std::int64_t atOnce = std::max<std::int64_t>(
        1, kMostValues * rows / std::max<std::int64_t>(1, seen.numel() * taps));
    for (std::int64_t row = 0; row < rows; row += atOnce) {
        const at::Tensor part = seen.narrow(0, row, std::min(atOnce, rows - row));
        if (m_kind == LayerKind::Convolution)
            addConvolution(part);
        else if (m_kind == LayerKind::TransposedConvolution)
            addTransposed(part);
        else
            addLinear(part);
    }
    return true;
}

void WeightGrams::addTo(std::size_t group, std::size_t part, const Numbers &columns,
                        const at::Tensor &seen)
{
    if (m_groups.size() <= group)
        m_groups.resize(group + 1);
    GramParts &parts = m_groups[group];
    if (parts.size() <= part)
        parts.resize(part + 1);
    const at::Tensor gram = at::matmul(seen, seen.t());
    if (parts[part].gram.defined())
        parts[part].gram += gram;
    else
        parts[part] = {columns, gram};
}

void WeightGrams::addLinear(const at::Tensor &input)
{
    const std::int64_t features = input.size(-1);
    addTo(0, 0, upTo(features), input.reshape({-1, features}).t());
}

void WeightGrams::addConvolution(const at::Tensor &input)
{
    const Geometry &g = m_geometry;
    const at::Tensor columns = at::im2col(input, g.kernel, g.dilation, g.padding, g.stride);
    const std::int64_t size = columns.size(1) / g.groups;
    for (std::int64_t group = 0; group < g.groups; ++group)
        addTo(static_cast<std::size_t>(group), 0, upTo(size),
              asColumns(columns.narrow(1, group * size, size)));
}

void WeightGrams::addTransposed(const at::Tensor &input)
{
    Geometry g = m_geometry;
    Numbers sides;
    for (std::size_t d = 0; d < 2; ++d) {
        const std::int64_t size = input.size(static_cast<std::int64_t>(d) + 2);
        const std::int64_t reach = g.dilation[d] * (g.kernel[d] - 1);
        sides.push_back((size - 1) * g.stride[d] - 2 * g.padding[d] + reach + g.outputPadding[d] +
                        1);
        // A map of one position has no next one to stride to: each output sees one weight.
        if (size == 1)
            g.stride[d] = sides.back() + reach + g.padding[d] + 1;
    }
    const std::int64_t features = input.size(1) / g.groups;
    std::size_t part = 0;
    for (std::int64_t phaseY = 0; phaseY < g.stride[0]; ++phaseY)
        for (std::int64_t phaseX = 0; phaseX < g.stride[1]; ++phaseX) {
            const auto down = tapsOf(phaseY, g.kernel[0], g.stride[0], g.padding[0], g.dilation[0]);
            const auto right =
                tapsOf(phaseX, g.kernel[1], g.stride[1], g.padding[1], g.dilation[1]);
            const std::int64_t rows = (sides[0] - phaseY + g.stride[0] - 1) / g.stride[0];
            const std::int64_t width = (sides[1] - phaseX + g.stride[1] - 1) / g.stride[1];
            if (down.empty() || right.empty() || rows <= 0 || width <= 0)
                continue;
            std::vector<at::Tensor> seen;
            Numbers taps;
            for (const Tap &y : down)
                for (const Tap &x : right) {
                    seen.push_back(
                        shifted(shifted(input, 2, y.shift, rows), 3, x.shift, width).flatten(2));
                    taps.push_back(y.index * g.kernel[1] + x.index);
                }
            // samples x features x taps x positions
            const at::Tensor all = at::stack(seen, 2);
            Numbers columns;
            for (std::int64_t feature = 0; feature < features; ++feature)
                for (const std::int64_t tap : taps)
                    columns.push_back(feature * g.kernel[0] * g.kernel[1] + tap);
            for (std::int64_t group = 0; group < g.groups; ++group)
                addTo(static_cast<std::size_t>(group), part, columns,
                      asColumns(all.narrow(1, group * features, features).flatten(1, 2)));
            ++part;
        }
}

} // namespace quantloupe

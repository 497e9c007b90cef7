// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/output_range.h"

#include "model/weight_search.h"

#include <ATen/ATen.h>
#include <torch/csrc/jit/ir/constants.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <sstream>

namespace quantloupe {

namespace {

std::optional<ValueRange> clampBounds(const torch::jit::Node *node)
{
    const std::string name = node->kind().toUnqualString();
    if ((name != "clamp" && name != "hardtanh" && name != "clip") || node->inputs().size() < 3)
        return std::nullopt;
    const auto low = torch::jit::toIValue(node->input(1));
    const auto high = torch::jit::toIValue(node->input(2));
    if (!low || !high || !low->isScalar() || !high->isScalar())
        return std::nullopt;
    const ValueRange range{low->toScalar().toDouble(), high->toScalar().toDouble()};
    return range.low < range.high ? std::optional(range) : std::nullopt;
}

} // namespace

GuessedRange guessOutputRange(const PreparedGraph &prepared, const at::Tensor &output)
{
    const torch::jit::Value *value = prepared.graph->outputs().at(0);
    while (isShapeOnly(value->node()))
        value = value->node()->input(0);
    const std::string last = value->node()->kind().toUnqualString();
    if (last == "tanh")
        return {{-1, 1}, "The network ends with tanh."};
    if (last == "sigmoid")
        return {{0, 1}, "The network ends with a sigmoid."};
    if (const auto bounds = clampBounds(value->node()))
        return {*bounds, "The network ends with a clamp to " + toText(*bounds) + "."};
    const double low = output.min().item<double>();
    const double high = output.max().item<double>();
    std::ostringstream seen;
    seen << "Values of a sample output lie between " << low << " and " << high << ".";
    if (high > 8)
        return {{0, 255}, seen.str()};
    // Rounding around black is no sign of a symmetric range.
    const bool negative = low < -0.02 * std::max(std::abs(low), std::abs(high));
    return {negative ? ValueRange{-1, 1} : ValueRange{0, 1}, seen.str()};
}

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/channel_axis.h"

#include "model/weight_search.h"

#include <torch/csrc/jit/ir/constants.h>

#include <set>

namespace quantloupe {

using torch::jit::Node;
using torch::jit::Value;

namespace {

using Axes = std::set<int>;

int fromEnd(std::int64_t axis, std::size_t dimensions)
{
    return static_cast<int>(axis < 0 ? axis + static_cast<std::int64_t>(dimensions) : axis);
}

std::int64_t integerInput(Node *node, std::size_t position)
{
    const auto value = torch::jit::toIValue(node->input(position));
    return value && value->isInt() ? value->toInt() : 0;
}

std::vector<std::int64_t> integersInput(Node *node, std::size_t position)
{
    const auto value = torch::jit::toIValue(node->input(position));
    if (value && value->isIntList())
        return value->toIntVector();
    std::vector<std::int64_t> result;
    for (Value *element : node->input(position)->node()->inputs())
        if (const auto constant = torch::jit::toIValue(element); constant && constant->isInt())
            result.push_back(constant->toInt());
    return result;
}

/// The axes of `from` that share elements with `axes` of `to`, both row-major views of the same
/// elements: two axes overlap where their ranges of strides do.
Axes throughReshape(const Axes &axes, const Shape &to, const Shape &from)
{
    const auto range = [](const Shape &shape, int axis) {
        std::int64_t low = 1;
        for (std::size_t i = shape.size(); static_cast<int>(--i) > axis;)
            low *= shape[i];
        return std::pair(low, low * shape[static_cast<std::size_t>(axis)]);
    };
    Axes result;
    for (const int axis : axes) {
        const auto [low, high] = range(to, axis);
        for (int candidate = 0; candidate < static_cast<int>(from.size()); ++candidate) {
            const auto [otherLow, otherHigh] = range(from, candidate);
            if (otherLow < high && low < otherHigh)
                result.insert(candidate);
        }
    }
    return result;
}

Axes throughTranspose(const Axes &axes, int first, int second)
{
    Axes result;
    for (const int axis : axes)
        result.insert(axis == first ? second : axis == second ? first : axis);
    return result;
}

std::optional<Axes> throughShapeOnly(Node *node, const Axes &axes, const Shape &to,
                                     const Shape &from)
{
    const std::string name = node->kind().toUnqualString();
    if (name == "t" || name == "numpy_T") {
        Axes result;
        for (const int axis : axes)
            result.insert(static_cast<int>(from.size()) - 1 - axis);
        return result;
    }
    if (name == "transpose")
        return throughTranspose(axes, fromEnd(integerInput(node, 1), from.size()),
                                fromEnd(integerInput(node, 2), from.size()));
    if (name == "permute") {
        const std::vector<std::int64_t> order = integersInput(node, 1);
        if (order.size() != from.size())
            return std::nullopt;
        Axes result;
        for (const int axis : axes)
            result.insert(fromEnd(order[static_cast<std::size_t>(axis)], from.size()));
        return result;
    }
    return throughReshape(axes, to, from);
}

/// Broadcasting aligns shapes at their ends.
Axes throughBroadcast(const Axes &axes, const Shape &to, const Shape &from)
{
    const int shift = static_cast<int>(to.size()) - static_cast<int>(from.size());
    Axes result;
    for (const int axis : axes)
        if (axis - shift >= 0)
            result.insert(axis - shift);
    return result;
}

bool isBehind(Value *value, const Value *site, std::set<const Value *> &seen)
{
    if (value == site)
        return true;
    if (!seen.insert(value).second)
        return false;
    for (Value *input : value->node()->inputs())
        if (input->type()->kind() == c10::TypeKind::TensorType &&
            layerOperators(value->node()).empty() && isBehind(input, site, seen))
            return true;
    return false;
}

Value *inputTowards(Node *node, const Value *site)
{
    for (Value *input : node->inputs()) {
        std::set<const Value *> seen;
        if (input->type()->kind() == c10::TypeKind::TensorType && isBehind(input, site, seen))
            return input;
    }
    return nullptr;
}

} // namespace

std::vector<Value *> pathBetween(Value *operand, const Value *site)
{
    std::vector<Value *> path = {operand};
    while (path.back() != site) {
        Value *next = inputTowards(path.back()->node(), site);
        if (!next)
            return {};
        path.push_back(next);
    }
    return path;
}

std::optional<int> followAxis(const Value *operand, int axis, const Value *site,
                              const ValueShapes &shapes)
{
    const std::vector<Value *> path = pathBetween(const_cast<Value *>(operand), site);
    if (path.empty())
        return std::nullopt;
    Axes axes = {fromEnd(axis, shapes.at(operand).size())};
    for (std::size_t i = 0; i + 1 < path.size(); ++i) {
        const Shape &to = shapes.at(path[i]);
        const Shape &from = shapes.at(path[i + 1]);
        Node *node = path[i]->node();
        if (isShapeOnly(node)) {
            const auto next = throughShapeOnly(node, axes, to, from);
            if (!next)
                return std::nullopt;
            axes = *next;
        } else {
            axes = throughBroadcast(axes, to, from);
        }
    }
    // Axes of size 1 carry no channel; they join the set through merges such as batch x channels.
    const Shape &final = shapes.at(site);
    Axes wide;
    for (const int candidate : axes)
        if (final.at(static_cast<std::size_t>(candidate)) > 1)
            wide.insert(candidate);
    if (wide.size() > 1 || axes.empty())
        return std::nullopt;
    return wide.empty() ? *axes.begin() : *wide.begin();
}

} // namespace quantloupe

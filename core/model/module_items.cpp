// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/module_items.h"

#include "base/error.h"

#include <algorithm>
#include <cctype>

namespace quantloupe {

namespace {

[[noreturn]] void refuseTensor(const StoredTensor &tensor)
{
    throw Error(ErrorKind::Unsupported,
                "the tensor " + tensor.name + " (" + toText(tensor.shape) +
                    ") is no part of a linear, convolution or normalization layer");
}

std::optional<ItemKind> kindOfWeight(const Shape &shape)
{
    if (shape.size() == 1)
        return ItemKind::Norm;
    if (shape.size() == 2)
        return ItemKind::Linear;
    if (shape.size() == 4 && shape[2] == shape[3])
        return ItemKind::Convolution;
    return std::nullopt;
}

void addTensor(ModuleItem &item, const StoredTensor &tensor, const std::string &field)
{
    if (field == "weight") {
        const auto kind = kindOfWeight(tensor.shape);
        if (!kind)
            refuseTensor(tensor);
        item.kind = *kind;
        item.shape = tensor.shape;
        item.weight = tensor.name;
    } else if (field == "bias") {
        item.bias = tensor.name;
    } else if (field == "running_mean") {
        item.runningMean = tensor.name;
        if (item.shape.empty())
            item.shape = tensor.shape;
    } else if (field == "running_var") {
        item.runningVar = tensor.name;
    } else if (field != "num_batches_tracked") {
        refuseTensor(tensor);
    }
}

/// Digits compare as numbers, everything else as characters.
bool naturallyLess(const std::string &a, const std::string &b)
{
    std::size_t i = 0;
    std::size_t j = 0;
    const auto digit = [](char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; };
    while (i < a.size() && j < b.size()) {
        if (digit(a[i]) && digit(b[j])) {
            std::size_t endA = i;
            std::size_t endB = j;
            while (endA < a.size() && digit(a[endA]))
                ++endA;
            while (endB < b.size() && digit(b[endB]))
                ++endB;
            const std::string numberA = a.substr(i, endA - i);
            const std::string numberB = b.substr(j, endB - j);
            if (numberA.size() != numberB.size())
                return numberA.size() < numberB.size();
            if (numberA != numberB)
                return numberA < numberB;
            i = endA;
            j = endB;
        } else if (a[i] != b[j]) {
            return a[i] < b[j];
        } else {
            ++i;
            ++j;
        }
    }
    return a.size() - i < b.size() - j;
}

} // namespace

std::vector<ModuleItem> moduleItems(const StateDict &dict)
{
    std::vector<ModuleItem> items;
    for (const StoredTensor &tensor : dict.tensors) {
        const std::size_t dot = tensor.name.rfind('.');
        const std::string prefix = dot == std::string::npos ? "" : tensor.name.substr(0, dot);
        const std::string field =
            dot == std::string::npos ? tensor.name : tensor.name.substr(dot + 1);
        auto item = std::find_if(items.begin(), items.end(),
                                 [&](const ModuleItem &i) { return i.prefix == prefix; });
        if (item == items.end()) {
            items.push_back({});
            item = items.end() - 1;
            item->prefix = prefix;
        }
        addTensor(*item, tensor, field);
    }
    std::erase_if(items, [](const ModuleItem &item) { return item.shape.empty(); });
    return items;
}

std::vector<ModuleItem> inNaturalOrder(std::vector<ModuleItem> items)
{
    std::stable_sort(items.begin(), items.end(), [](const ModuleItem &a, const ModuleItem &b) {
        return naturallyLess(a.prefix, b.prefix);
    });
    return items;
}

} // namespace quantloupe

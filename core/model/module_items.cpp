// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/module_items.h"

#include "base/error.h"

#include <algorithm>
#include <cctype>
#include <utility>

namespace quantloupe {

namespace {

[[noreturn]] void refuseTensor(const StoredTensor &tensor)
{
    throw Error(ErrorKind::Unsupported,
                "the tensor " + tensor.name + " (" + toText(tensor.shape) +
                    ") is no part of a linear, convolution or normalization layer");
}

[[noreturn]] void refuseParametrization(const std::string &module, const std::string &tensor)
{
    throw Error(ErrorKind::Unsupported, "the weight of " + module + " is computed from " + tensor +
                                            " in a way that gives it no fixed value");
}

struct TensorName
{
    std::string module;
    std::string field;
};

/// "a.parametrizations.weight.0._u" belongs to the module "a", not to a part of it.
TensorName splitName(const std::string &name)
{
    const std::size_t inner = name.find("parametrizations.");
    const std::size_t dot = inner == std::string::npos ? name.rfind('.')
                            : inner == 0               ? std::string::npos
                                                       : inner - 1;
    if (dot == std::string::npos)
        return {"", name};
    return {name.substr(0, dot), name.substr(dot + 1)};
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

void setWeight(ModuleItem &item, const StoredTensor &tensor, WeightForm form)
{
    const auto kind = kindOfWeight(tensor.shape);
    if (!kind)
        refuseTensor(tensor);
    item.kind = *kind;
    item.shape = tensor.shape;
    item.weight = tensor.name;
    item.form = form;
}

/// The names that torch.nn.utils.spectral_norm and weight_norm, their successors in
/// torch.nn.utils.parametrizations, and modules with a "weight_bar" give to what they store.
/// False if `field` is none of them.
bool addParametrization(ModuleItem &item, const StoredTensor &tensor, const std::string &field)
{
    if (field == "weight_orig" || field == "parametrizations.weight.original")
        setWeight(item, tensor, WeightForm::SpectralNorm);
    else if (field == "weight_bar")
        setWeight(item, tensor, WeightForm::IteratedSpectralNorm);
    else if (field == "parametrizations.weight.original1")
        setWeight(item, tensor, WeightForm::WeightNorm);
    else if (field == "weight_u" || field == "parametrizations.weight.0._u")
        item.u = tensor.name;
    else if (field == "weight_v" || field == "parametrizations.weight.0._v")
        item.v = tensor.name;
    else if (field == "weight_g" || field == "parametrizations.weight.original0")
        item.magnitude = tensor.name;
    else
        return false;
    return true;
}

void addTensor(ModuleItem &item, const StoredTensor &tensor, const std::string &field)
{
    if (addParametrization(item, tensor, field))
        return;
    if (field == "weight") {
        setWeight(item, tensor, WeightForm::Plain);
    } else if (field == "bias") {
        item.bias = tensor.name;
    } else if (field == "running_mean") {
        item.runningMean = tensor.name;
        if (item.shape.empty())
            item.shape = tensor.shape;
    } else if (field == "running_var") {
        item.runningVar = tensor.name;
    } else if (field.starts_with("weight_") || field.starts_with("parametrizations.")) {
        refuseParametrization(item.prefix, tensor.name);
    } else if (field != "num_batches_tracked") {
        refuseTensor(tensor);
    }
}

/// The older weight norm calls its direction "weight_v", as spectral norm does its vector.
void settleWeight(ModuleItem &item, const StateDict &dict)
{
    if (!item.magnitude.empty() && item.weight.empty() && !item.v.empty())
        setWeight(item, *dict.find(std::exchange(item.v, {})), WeightForm::WeightNorm);
    const std::string stored = !item.weight.empty() ? item.weight : item.u + item.v;
    switch (item.form) {
    case WeightForm::Plain:
        if (!item.u.empty() || !item.v.empty() || !item.magnitude.empty())
            refuseParametrization(item.prefix, stored.empty() ? item.magnitude : stored);
        break;
    case WeightForm::SpectralNorm:
        if (item.u.empty() || item.v.empty() || !item.magnitude.empty())
            refuseParametrization(item.prefix, stored);
        break;
    case WeightForm::IteratedSpectralNorm:
        if (item.u.empty() || !item.magnitude.empty())
            refuseParametrization(item.prefix, stored);
        break;
    case WeightForm::WeightNorm:
        if (item.magnitude.empty() || !item.u.empty())
            refuseParametrization(item.prefix, stored);
        break;
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
        const auto [prefix, field] = splitName(tensor.name);
        auto item =
            std::find_if(items.begin(), items.end(),
                         [&, &module = prefix](const ModuleItem &i) { return i.prefix == module; });
        if (item == items.end()) {
            items.push_back({});
            item = items.end() - 1;
            item->prefix = prefix;
        }
        addTensor(*item, tensor, field);
    }
    for (ModuleItem &item : items)
        settleWeight(item, dict);
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

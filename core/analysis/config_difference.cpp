// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/config_difference.h"

#include <algorithm>
#include <functional>
#include <numeric>

namespace quantloupe {

namespace {

const LayerInfo *find(std::span<const LayerInfo> layers, const std::string &name)
{
    const auto found = std::ranges::find(layers, name, &LayerInfo::name);
    return found == layers.end() ? nullptr : &*found;
}

/// Saved configurations hold no count.
std::int64_t weightsOf(const LayerInfo &layer)
{
    return std::accumulate(layer.weightShape.begin(), layer.weightShape.end(), std::int64_t{1},
                           std::multiplies<>());
}

LayerDifference differenceOf(const std::string &name, const ConfiguredLayers &first,
                             const ConfiguredLayers &second)
{
    LayerDifference difference;
    difference.layer = name;
    const LayerInfo *a = find(first.layers, name);
    const LayerInfo *b = find(second.layers, name);
    difference.isInFirst = a != nullptr;
    difference.isInSecond = b != nullptr;
    difference.first = first.config.spec(name);
    difference.second = second.config.spec(name);
    difference.weights = weightsOf(a ? *a : *b);
    for (const Correction each : corrections())
        if (first.config.corrects(each, name) != second.config.corrects(each, name))
            difference.corrections.push_back(each);
    return difference;
}

} // namespace

double averageBits(const ConfiguredLayers &configured)
{
    double weights = 0;
    double bits = 0;
    for (const LayerInfo &layer : configured.layers) {
        const auto count = static_cast<double>(weightsOf(layer));
        weights += count;
        bits += count * configured.config.spec(layer.name).weight.bits;
    }
    return weights > 0 ? bits / weights : 0;
}

std::vector<LayerDifference> configDifference(const ConfiguredLayers &first,
                                              const ConfiguredLayers &second)
{
    std::vector<LayerDifference> differences;
    for (const LayerInfo &layer : first.layers)
        differences.push_back(differenceOf(layer.name, first, second));
    for (const LayerInfo &layer : second.layers)
        if (!find(first.layers, layer.name))
            differences.push_back(differenceOf(layer.name, first, second));
    return differences;
}

} // namespace quantloupe

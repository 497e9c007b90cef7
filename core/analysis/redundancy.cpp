// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/redundancy.h"

#include <algorithm>
#include <array>
#include <limits>
#include <numeric>

namespace quantloupe {

namespace {

constexpr std::array kMeasures = {RedundancyMeasure::MapRatio, RedundancyMeasure::FanIn,
                                  RedundancyMeasure::WeightsPerOutput,
                                  RedundancyMeasure::FreedomSurplus};

double elements(const Shape &shape)
{
    return std::accumulate(shape.begin(), shape.end(), 1.0, [](double product, std::int64_t size) {
        return product * static_cast<double>(size);
    });
}

/// The values of a map are told by shapes that have channels first.
bool hasShapes(const LayerInfo &layer)
{
    return layer.kind != LayerKind::Embedding && !layer.inputShape.empty() &&
           !layer.outputShape.empty() && elements(layer.inputShape) > 0 &&
           elements(layer.outputShape) > 0;
}

/// Height x width of the kernel; 1 of a layer without one.
double kernelArea(const LayerInfo &layer)
{
    const bool isSpatial =
        layer.kind == LayerKind::Convolution || layer.kind == LayerKind::TransposedConvolution;
    if (!isSpatial || layer.weightShape.size() < 2)
        return 1;
    return elements(Shape(layer.weightShape.begin() + 2, layer.weightShape.end()));
}

/// Values of one position of a map of a convolution; all values of a vector.
double channels(const LayerInfo &layer, const Shape &shape)
{
    const bool isSpatial =
        layer.kind == LayerKind::Convolution || layer.kind == LayerKind::TransposedConvolution;
    return static_cast<double>(isSpatial ? shape.front() : shape.back());
}

double positions(const LayerInfo &layer, const Shape &shape)
{
    return elements(shape) / channels(layer, shape);
}

} // namespace

std::span<const RedundancyMeasure> redundancyMeasures()
{
    return kMeasures;
}

std::string_view name(RedundancyMeasure measure)
{
    switch (measure) {
    case RedundancyMeasure::MapRatio:
        return "map-ratio";
    case RedundancyMeasure::FanIn:
        return "fan-in";
    case RedundancyMeasure::WeightsPerOutput:
        return "weights-per-output";
    case RedundancyMeasure::FreedomSurplus:
        break;
    }
    return "freedom-surplus";
}

std::string_view formulaOf(RedundancyMeasure measure)
{
    switch (measure) {
    case RedundancyMeasure::MapRatio:
        return "values of the input to one of the output, c_in / (s^2 c_out)";
    case RedundancyMeasure::FanIn:
        return "weights that reach one value of the output, c_in k^2 / s^2";
    case RedundancyMeasure::WeightsPerOutput:
        return "weights of the layer to one value of its output";
    case RedundancyMeasure::FreedomSurplus:
        break;
    }
    return "inputs that reach one s x s block of the output less its values, "
           "c_in (k/s)^2 - s^2 c_out";
}

std::optional<double> mapRatio(const LayerInfo &layer)
{
    if (!hasShapes(layer))
        return {};
    return elements(layer.inputShape) / elements(layer.outputShape);
}

std::optional<double> fanIn(const LayerInfo &layer)
{
    if (!hasShapes(layer) || layer.uses < 1)
        return {};
    return static_cast<double>(layer.macs) / layer.uses / elements(layer.outputShape);
}

std::optional<double> weightsPerOutput(const LayerInfo &layer)
{
    if (!hasShapes(layer))
        return {};
    return static_cast<double>(layer.weights) / elements(layer.outputShape);
}

std::optional<double> freedomSurplus(const LayerInfo &layer)
{
    if (!hasShapes(layer))
        return {};
    const double growth =
        layer.kind == LayerKind::TransposedConvolution
            ? positions(layer, layer.outputShape) / positions(layer, layer.inputShape)
            : 1;
    const double groups = static_cast<double>(std::max<std::int64_t>(1, layer.groups));
    return channels(layer, layer.inputShape) / groups * kernelArea(layer) / growth -
           growth * channels(layer, layer.outputShape) / groups;
}

std::optional<double> redundancy(RedundancyMeasure measure, const LayerInfo &layer)
{
    switch (measure) {
    case RedundancyMeasure::MapRatio:
        return mapRatio(layer);
    case RedundancyMeasure::FanIn:
        return fanIn(layer);
    case RedundancyMeasure::WeightsPerOutput:
        return weightsPerOutput(layer);
    case RedundancyMeasure::FreedomSurplus:
        break;
    }
    return freedomSurplus(layer);
}

std::vector<std::size_t> redundancyOrder(RedundancyMeasure measure,
                                         std::span<const LayerInfo> layers)
{
    std::vector<std::size_t> order(layers.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto keyOf = [&](std::size_t index) {
        return redundancy(measure, layers[index])
            .value_or(-std::numeric_limits<double>::infinity());
    };
    std::ranges::stable_sort(order,
                             [&](std::size_t a, std::size_t b) { return keyOf(a) > keyOf(b); });
    return order;
}

} // namespace quantloupe

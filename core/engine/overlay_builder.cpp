// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/overlay_builder.h"

#include "engine/activation_key.h"

#include <ATen/ATen.h>

#include <algorithm>

namespace quantloupe {

namespace {

void requireKnownLayers(const Generator &generator, const QuantConfig &config)
{
    for (const auto &[layer, spec] : config.layers()) {
        const LayerInfo *known = generator.info.layer(layer);
        if (!known)
            throw Error(ErrorKind::BadInput, "The configuration names the layer " + layer +
                                                 ", which " + generator.info.name +
                                                 " does not have.");
        if (!spec.activation.isFloat() && !known->hasActivationSite)
            throw Error(ErrorKind::BadInput, "The input of " + layer +
                                                 " holds indices and cannot be quantized; leave "
                                                 "its activation float.");
    }
}

} // namespace

bool quantizesActivations(const QuantConfig &config)
{
    return std::any_of(config.layers().begin(), config.layers().end(),
                       [](const auto &entry) { return !entry.second.activation.isFloat(); });
}

BuiltOverlay buildOverlay(const Generator &generator, const QuantConfig &config,
                          const CalibratedSites &sites, WeightCache &cache,
                          const RunContext &context)
{
    requireKnownLayers(generator, config);
    const std::size_t count = generator.program.layers.size();
    BuiltOverlay built;
    built.layers.resize(count);
    built.weights.resize(count);
    for (std::size_t i = 0; i < count; ++i) {
        context.advance(static_cast<double>(i) / static_cast<double>(count));
        const LayerQuantSpec &spec = config.spec(generator.info.layers[i].name);
        LayerOverlay &layer = built.layers[i];
        if (!spec.weight.isFloat()) {
            built.weights[i] = cache.get(generator.program, i, spec.weight);
            layer.weight = built.weights[i]->values;
            layer.weightKey = quantloupe::keyOf(spec.weight);
        }
        if (!spec.activation.isFloat() && !sites.ranges.empty()) {
            layer.activation = sites.ranges[i];
            layer.activationKey = keyOf(*layer.activation);
        }
    }
    apply(sites.corrections, built.layers);
    for (std::size_t i = 0; i < sites.corrections.size(); ++i)
        if (sites.corrections[i].weight)
            built.weights[i] = sites.corrections[i].weight;
    return built;
}

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/quantizer_trials.h"

#include "engine/weight_cache.h"
#include "model/generator.h"
#include "session/layer_lookup.h"

#include <ATen/ATen.h>

namespace quantloupe {

namespace {

const WeightSite &siteOf(const Generator &generator, const std::string &layer)
{
    return generator.program.layers[layerIndex(generator.info, layer)];
}

std::span<const float> weightsOf(const WeightSite &site)
{
    return {site.weight.data_ptr<float>(), static_cast<std::size_t>(site.weight.numel())};
}

} // namespace

std::vector<QuantizerTrial> tryQuantizers(const Generator &generator, const std::string &layer,
                                          std::span<const WeightSpec> specs,
                                          const RunContext &context, const QuantizerTrialSink &sink)
{
    const WeightSite &site = siteOf(generator, layer);
    const std::span<const float> weights = weightsOf(site);
    std::vector<QuantizerTrial> trials;
    trials.reserve(specs.size());
    for (const WeightSpec &spec : specs) {
        context.describe("Trying %1", toText(spec));
        context.advance(static_cast<double>(trials.size()) / static_cast<double>(specs.size()));
        trials.push_back(tryQuantizer(weights, layoutOf(site), spec));
        if (sink)
            sink(trials.back());
    }
    context.advance(1);
    return trials;
}

PlacedWeights placeWeights(const Generator &generator, const std::string &layer,
                           Granularity granularity)
{
    const WeightSite &site = siteOf(generator, layer);
    return placeWeights(weightsOf(site), layoutOf(site), granularity);
}

} // namespace quantloupe

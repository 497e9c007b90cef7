// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/quantizer_trials.h"

#include "engine/weight_cache.h"
#include "session/layer_lookup.h"

#include <ATen/ATen.h>

namespace quantloupe {

std::vector<QuantizerTrial> tryQuantizers(const Generator &generator, const std::string &layer,
                                          std::span<const WeightSpec> specs,
                                          const RunContext &context, const QuantizerTrialSink &sink)
{
    const WeightSite &site = generator.program.layers[layerIndex(generator.info, layer)];
    const std::span<const float> weights(site.weight.data_ptr<float>(),
                                         static_cast<std::size_t>(site.weight.numel()));
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

} // namespace quantloupe

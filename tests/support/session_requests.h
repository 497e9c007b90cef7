// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/session.h"

/// Requests that the tests of sessions start from.
namespace session_requests {

using namespace quantloupe;

inline CompareRequest requestFor(const GeneratorPtr &generator, std::size_t count)
{
    CompareRequest request;
    request.generator = generator;
    request.plan = samplingPlan(*generator);
    request.source.samples = firstSamples(0, count);
    request.calibration.count = 32;
    request.execution.threads = 1;
    return request;
}

inline void setAll(CompareRequest &request, int weightBits, int activationBits)
{
    for (const LayerInfo &layer : info(*request.generator).layers) {
        LayerQuantSpec spec;
        spec.weight = weightSpecOfBits(weightBits);
        if (layer.hasActivationSite && !layer.readsNetworkInput)
            spec.activation.bits = activationBits;
        request.config.set(layer.name, spec);
    }
}

inline std::vector<Image> quantizedPictures(const CompareReport &report)
{
    std::vector<Image> pictures;
    for (const SamplePair &pair : report.pairs)
        pictures.push_back(pair.quantized);
    return pictures;
}

} // namespace session_requests

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sweep_options.h"

#include "base/error.h"
#include "quant/layer_pattern.h"

namespace quantloupe::cli {

SensitivityRequest sweepFor(const MetricsRequest &metrics, std::size_t count)
{
    SensitivityRequest sweep;
    sweep.generator = metrics.generator;
    sweep.base = metrics.config;
    sweep.plan = metrics.plan;
    sweep.calibration = metrics.calibration;
    sweep.calibrationImages = metrics.calibrationImages;
    sweep.ranges = metrics.ranges;
    sweep.execution = metrics.execution;
    sweep.reference = metrics.reference;
    sweep.extractor = metrics.extractor;
    sweep.perceptual = metrics.perceptual;
    sweep.allowSmallFid = metrics.allowSmallFid;
    sweep.count = count;
    sweep.seed = metrics.seed;
    return sweep;
}

std::vector<std::string> layersOf(const GeneratorInfo &info, const std::string &pattern)
{
    std::vector<std::string> names;
    for (const std::size_t i : LayerPattern(pattern).matches(info.layers))
        names.push_back(info.layers[i].name);
    if (names.empty())
        throw Error(ErrorKind::BadInput, "'" + pattern + "' matches no layer of " + info.name +
                                             "; `inspect` lists its layers.");
    return names;
}

} // namespace quantloupe::cli

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/random_stream.h"
#include "quant/reference.h"
#include "quant/weight_quantizer.h"

#include <cstring>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

/// What tests of weight quantizers share.
namespace weight_quantization {

using namespace quantloupe;

using Values = std::vector<float>;
using Codes = std::vector<std::int32_t>;

/// SPEC of the command line.
inline WeightSpec weightSpec(std::string_view text)
{
    return parseSpec(text).spec.weight;
}

/// All values in one channel.
inline ChannelLayout flat(const Values &values)
{
    return {1, 1, static_cast<std::int64_t>(values.size()), 1};
}

/// Like trained weights: normal, standard deviation 0.02.
inline Values gaussian(std::int64_t count, std::uint64_t seed)
{
    RandomStream random(seed, StreamRole::Probe, 0);
    Values values(static_cast<std::size_t>(count));
    for (float &x : values)
        x = static_cast<float>(0.02 * random.normal());
    return values;
}

template <typename Value> bool sameBits(const std::vector<Value> &a, const std::vector<Value> &b)
{
    return a.size() == b.size() &&
           (a.empty() || std::memcmp(a.data(), b.data(), a.size() * sizeof(Value)) == 0);
}

/// The first thing in which fast and reference differ; empty when nothing does.
inline std::string differenceToReference(const Values &weights, const ChannelLayout &layout,
                                         const WeightSpec &spec)
{
    const QuantizedTensor fast = quantize(weights, layout, spec);
    const QuantizedTensor slow = reference::quantize(weights, layout, spec);
    const std::string where = toText(spec) + " n=" + std::to_string(weights.size()) + " [" +
                              std::to_string(layout.outer) + "," + std::to_string(layout.channels) +
                              "," + std::to_string(layout.inner) + "]/" +
                              std::to_string(layout.groups) + ": ";
    if (!sameBits(fast.scale, slow.scale))
        return where + "scale";
    if (!sameBits(fast.zeroPoint, slow.zeroPoint))
        return where + "zero point";
    if (!sameBits(fast.codes, slow.codes))
        return where + "codes";
    if (!sameBits(fast.values, slow.values))
        return where + "values";
    if (!sameBits(fast.codebook, slow.codebook))
        return where + "codebook";
    if (fast.quantMin != slow.quantMin || fast.quantMax != slow.quantMax ||
        fast.spec != slow.spec || !(fast.layout == slow.layout))
        return where + "bounds";
    return {};
}

/// Every method, mapping and code range, per channel, per tensor and per
/// group of 16, but for those that equal the
/// reference only in their error: em and kmeans.
inline std::vector<WeightSpec> allSpecs(std::initializer_list<int> uniformBits)
{
    std::vector<WeightSpec> specs;
    for (const char *text : {"w1", "w2:ternary", "w2:ternary-exact"})
        specs.push_back(weightSpec(text));
    for (const int bits : uniformBits)
        for (const char *flags : {":minmax", ":minmax:full", ":minmax:asym", "", ":full", ":asym",
                                  ":pow2", ":pow2:full", ":extremes", ":log", ":tanh"})
            if (bits <= 8 ||
                (flags != std::string_view(":log") && flags != std::string_view(":tanh") &&
                 flags != std::string_view(":extremes")))
                specs.push_back(weightSpec("w" + std::to_string(bits) + flags));
    for (std::size_t i = 0, count = specs.size(); i < count; ++i)
        for (const Granularity granularity : {Granularity::PerTensor, Granularity::PerGroup16}) {
            specs.push_back(specs[i]);
            specs.back().granularity = granularity;
        }
    return specs;
}

inline double squaredError(const Values &weights, const Values &values)
{
    double sum = 0;
    for (std::size_t i = 0; i < weights.size(); ++i)
        sum += (double(weights[i]) - values[i]) * (double(weights[i]) - values[i]);
    return sum;
}

} // namespace weight_quantization

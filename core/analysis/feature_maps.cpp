// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/feature_maps.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace quantloupe {

namespace {

/// One sample as rows of values.
struct Output
{
    at::Tensor values;
    const float *channel(std::int64_t index) const
    {
        return values.data_ptr<float>() + index * values.size(2) * values.size(3);
    }
    std::int64_t pixels() const { return values.size(2) * values.size(3); }
};

struct ChannelEnergy
{
    std::int64_t channel = 0;
    double signal = 0;
    double noise = 0;

    bool isFinite() const { return std::isfinite(signal) && std::isfinite(noise); }
    /// Squared, for sorting: what cannot be compared comes first.
    double error() const
    {
        if (!isFinite() || (signal == 0 && noise > 0))
            return INFINITY;
        return noise > 0 ? noise / signal : 0;
    }
};

ChannelEnergy energyOf(const Output &reference, const Output &quantized, std::int64_t channel)
{
    ChannelEnergy energy{channel};
    const float *a = reference.channel(channel);
    const float *b = quantized.channel(channel);
    for (std::int64_t i = 0; i < reference.pixels(); ++i) {
        const double difference = static_cast<double>(b[i]) - a[i];
        energy.signal += static_cast<double>(a[i]) * a[i];
        energy.noise += difference * difference;
    }
    return energy;
}

std::vector<ChannelEnergy> chosenChannels(const Output &reference, const Output &quantized,
                                          const MapLimits &limits)
{
    std::vector<ChannelEnergy> all;
    for (std::int64_t c = 0; c < reference.values.size(1); ++c)
        all.push_back(energyOf(reference, quantized, c));
    if (limits.order == MapOrder::LargestError)
        std::stable_sort(all.begin(), all.end(),
                         [](const auto &a, const auto &b) { return a.error() > b.error(); });
    all.resize(std::min(all.size(), static_cast<std::size_t>(std::max(0, limits.count))));
    return all;
}

/// Extremes over the finite values of the chosen channels, of float and quantized alike.
void addRanges(const Output &reference, const Output &quantized,
               const std::vector<ChannelEnergy> &chosen, FeatureMaps &maps)
{
    double low = INFINITY;
    double high = -INFINITY;
    for (const ChannelEnergy &energy : chosen) {
        const float *a = reference.channel(energy.channel);
        const float *b = quantized.channel(energy.channel);
        for (std::int64_t i = 0; i < reference.pixels(); ++i) {
            if (!std::isfinite(a[i]) || !std::isfinite(b[i]))
                continue;
            low = std::min<double>({low, a[i], b[i]});
            high = std::max<double>({high, a[i], b[i]});
            maps.largestDifference =
                std::max(maps.largestDifference, std::abs(static_cast<double>(b[i]) - a[i]));
        }
    }
    maps.range = low <= high ? ValueRange{low, high} : ValueRange{0, 0};
}

std::uint8_t byteOf(double share)
{
    return static_cast<std::uint8_t>(std::lround(255 * std::clamp(share, 0.0, 1.0)));
}

/// Calls put(x, y, position) for each pixel that is shown.
template <typename Put> void forEachPixel(const FeatureMaps &maps, Put put)
{
    for (int y = 0; y < maps.height; y += maps.stride)
        for (int x = 0; x < maps.width; x += maps.stride)
            put(x / maps.stride, y / maps.stride, static_cast<std::int64_t>(y) * maps.width + x);
}

int shown(int extent, int stride)
{
    return (extent + stride - 1) / stride;
}

Image greyImage(const FeatureMaps &maps, const float *values)
{
    Image image(shown(maps.width, maps.stride), shown(maps.height, maps.stride), 1);
    const double span = maps.range.high - maps.range.low;
    forEachPixel(maps, [&](int x, int y, std::int64_t i) {
        const bool isFinite = std::isfinite(values[i]);
        *image.at(x, y) = isFinite && span > 0 ? byteOf((values[i] - maps.range.low) / span) : 0;
    });
    return image;
}

Image differenceImage(const FeatureMaps &maps, const float *reference, const float *quantized)
{
    Image image(shown(maps.width, maps.stride), shown(maps.height, maps.stride), 3);
    forEachPixel(maps, [&](int x, int y, std::int64_t i) {
        const double difference = static_cast<double>(quantized[i]) - reference[i];
        const double share = std::isfinite(difference) && maps.largestDifference > 0
                                 ? difference / maps.largestDifference
                                 : 0;
        std::uint8_t *pixel = image.at(x, y);
        pixel[0] = byteOf(1 + std::min(0.0, share));
        pixel[1] = byteOf(1 - std::abs(share));
        pixel[2] = byteOf(1 - std::max(0.0, share));
    });
    return image;
}

std::optional<double> relativeError(const ChannelEnergy &energy)
{
    if (!energy.isFinite() || energy.signal == 0)
        return std::nullopt;
    return std::sqrt(energy.error());
}

} // namespace

FeatureMaps featureMaps(const at::Tensor &reference, const at::Tensor &quantized,
                        const MapLimits &limits)
{
    FeatureMaps maps;
    if (reference.dim() != 4 || reference.scalar_type() != at::kFloat) {
        maps.absence = Absence::OutputWithoutMaps;
        return maps;
    }
    const Output a{reference.narrow(0, 0, 1).contiguous()};
    const Output b{quantized.narrow(0, 0, 1).contiguous()};
    maps.channels = reference.size(1);
    maps.height = static_cast<int>(reference.size(2));
    maps.width = static_cast<int>(reference.size(3));
    maps.stride = std::max(1, shown(std::max(maps.width, maps.height), limits.side));
    const std::vector<ChannelEnergy> chosen = chosenChannels(a, b, limits);
    addRanges(a, b, chosen, maps);
    for (const ChannelEnergy &energy : chosen) {
        const float *values = a.channel(energy.channel);
        const float *other = b.channel(energy.channel);
        maps.maps.push_back({energy.channel, greyImage(maps, values), greyImage(maps, other),
                             differenceImage(maps, values, other), relativeError(energy),
                             energy.noise == 0});
    }
    return maps;
}

} // namespace quantloupe

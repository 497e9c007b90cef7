// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/absence.h"
#include "data/sampling_plan.h"
#include "image/image.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace at {
class Tensor;
}

namespace quantloupe {

enum class MapOrder { LargestError, Channel };

struct MapLimits
{
    MapOrder order = MapOrder::LargestError;
    /// At most this many channels; 0 for none at all.
    int count = 12;
    /// Larger maps are shown by every n-th row and column.
    int side = 64;
};

/// One channel of a layer's output, grey. `difference` is quantized - reference in
/// blue-white-red.
struct FeatureMap
{
    std::int64_t channel = 0;
    Image reference;
    Image quantized;
    Image difference;
    /// RMS difference relative to the RMS of the float map; absent where that is zero.
    std::optional<double> error;
    /// The same values in both networks.
    bool isEqual = false;
};

struct FeatureMaps
{
    std::vector<FeatureMap> maps;
    std::int64_t channels = 0;
    int width = 0;
    int height = 0;
    /// Every `stride`-th row and column is shown.
    int stride = 1;
    /// The values black and white stand for, the same for all maps.
    ValueRange range;
    /// The difference that full red stands for; 0 where all maps are equal.
    double largestDifference = 0;
    /// Why there are none.
    Absence absence = Absence::None;
};

/// The first sample of two outputs of one layer [batch, channels, height, width], float32.
FeatureMaps featureMaps(const at::Tensor &reference, const at::Tensor &quantized,
                        const MapLimits &limits);

} // namespace quantloupe

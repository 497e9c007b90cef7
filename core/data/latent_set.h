// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/random_stream.h"
#include "data/sampling_plan.h"
#include "image/image.h"

#include <cstdint>
#include <vector>

namespace quantloupe {

/// Latent `index` of a stream: `size` values of the plan's distribution. The same whatever else is
/// drawn. Truncation is not applied here: it belongs to the network.
std::vector<float> drawLatent(const SamplingPlan &plan, std::uint64_t seed, StreamRole role,
                              std::uint64_t index, std::size_t size);

/// The class of sample `index`: the plan's label, or uniform over `classes`.
std::int64_t drawLabel(const SamplingPlan &plan, std::uint64_t seed, StreamRole role,
                       std::uint64_t index, std::int64_t classes);

/// A picture to feed image-to-image networks when the user gave none: soft shapes on a gradient,
/// with edges, flat areas and stripes in it. Deterministic.
Image drawPicture(std::uint64_t seed, StreamRole role, std::uint64_t index, int width, int height,
                  int channels);

} // namespace quantloupe

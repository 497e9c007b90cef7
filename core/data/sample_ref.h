// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace quantloupe {

/// Sample `index` of the random stream with `seed`: always the same latent, class and noise, in
/// whatever company it is drawn.
struct SampleRef
{
    std::uint64_t seed = 0;
    std::uint64_t index = 0;
    bool operator==(const SampleRef &) const = default;
};

/// Where a latent lies on the way from a sample's own (share 0) to another one's (share 1).
struct LatentBlend
{
    SampleRef towards;
    double share = 0;
    bool operator==(const LatentBlend &) const = default;
};

/// Samples 0..count-1 of a stream.
std::vector<SampleRef> firstSamples(std::uint64_t seed, std::size_t count);

} // namespace quantloupe

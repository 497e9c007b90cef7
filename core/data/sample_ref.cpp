// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/sample_ref.h"

namespace quantloupe {

std::vector<SampleRef> firstSamples(std::uint64_t seed, std::size_t count)
{
    std::vector<SampleRef> samples;
    for (std::size_t i = 0; i < count; ++i)
        samples.push_back({seed, i});
    return samples;
}

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/sample_ref.h"
#include "data/sampling_plan.h"

#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace quantloupe {

/// A place on a path of latents.
struct PathPlace
{
    /// At least two.
    std::vector<SampleRef> path;
    /// As pointOnPath() counts.
    double position = 0;
};

/// "2", or "2 of seed 7" where `seed`, the present one, is another. Without a present seed samples
/// do not depend on it.
QString sampleText(const SampleRef &sample, std::optional<std::uint64_t> seed);
/// The same as commands name samples, "7:2", where there is little room.
QString shortSampleText(const SampleRef &sample, std::optional<std::uint64_t> seed);
/// "40 % from 2 to 1", and with short names.
QString placeText(const PathPlace &place, std::uint64_t seed);
QString shortPlaceText(const PathPlace &place, std::uint64_t seed);
/// "spherical" or "linear", as interpolate().
QString interpolationText(Distribution distribution);

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/sample_ref.h"
#include "data/sampling_plan.h"

#include <span>
#include <string_view>
#include <vector>

namespace quantloupe {

/// The latent `share` (0..1) of the way from `a` to `b`, which have one size. Linear for uniform
/// latents. Spherical for normal ones, whose length is close to sqrt(size) and would shrink on a
/// straight line: sin((1 - t) w) / sin(w) a + sin(t w) / sin(w) b with w the angle between them
/// (White, "Sampling Generative Networks", 2016, section 2.1); linear where w is 0 or pi. The ends
/// are `a` and `b` exactly.
std::vector<float> interpolate(std::span<const float> a, std::span<const float> b, double share,
                               Distribution distribution);

/// "linear" or "spherical".
std::string_view interpolationName(Distribution distribution);

/// A point of a path through samples. Class and noise cannot be blended; they are `sample`'s.
struct PathPoint
{
    SampleRef sample;
    LatentBlend blend;
    bool operator==(const PathPoint &) const = default;
};

/// `position` counts the samples of the path: 1.25 is a quarter of the way from the second to the
/// third. The point belongs to the nearer sample, so that whole positions are that sample exactly.
/// Positions beyond the path are its ends; `path` is not empty.
PathPoint pointOnPath(std::span<const SampleRef> path, double position);

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/run_context.h"
#include "metrics/feature_set.h"

#include <cstdint>
#include <optional>
#include <string>

namespace quantloupe {

struct SlicedRequest
{
    /// Of the stream Directions.
    std::uint64_t seed = 0;
    /// > 0.
    int directions = 512;
    /// 0 takes every core. The numbers do not depend on it.
    int threads = 1;
};

struct SlicedDistance
{
    /// Nothing where it cannot be computed; `reason` says why.
    std::optional<double> value;
    std::string reason;
};

/// Sliced Wasserstein distance of order 1 of features as they are: on each direction, uniform on
/// the sphere, the mean absolute difference of the sorted projections (float32); the mean over
/// directions. Features that are not finite give a reason. Throws Error{BadInput} if the sets
/// differ in count or dimension or are empty; Cancelled.
SlicedDistance slicedDistance(const Features &a, const Features &b, const SlicedRequest &request,
                              const RunContext &context);

} // namespace quantloupe

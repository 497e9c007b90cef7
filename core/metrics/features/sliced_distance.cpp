// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/sliced_distance.h"

#include "base/error.h"
#include "base/hash.h"
#include "metrics/features/stats_tensors.h"
#include "metrics/features/tensor_threads.h"
#include "metrics/sorted_distance.h"
#include "metrics/swd_draws.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace quantloupe {

namespace {

/// Directions that one product projects on.
constexpr std::size_t kBlock = 16;

void requireComparable(const Features &a, const Features &b, const SlicedRequest &request)
{
    if (a.count == 0 || a.count != b.count || a.dimension != b.dimension || request.directions < 1)
        throw Error(ErrorKind::BadInput,
                    "The sliced distance needs as many features of the same length in both sets, "
                    "and one direction or more; there are " +
                        std::to_string(a.count) + " and " + std::to_string(b.count) + ".");
}

bool isFinite(const Features &features)
{
    return std::all_of(features.values.begin(), features.values.end(),
                       [](float value) { return std::isfinite(value); });
}

/// One row of projections for each direction.
at::Tensor projected(const at::Tensor &directions, const Features &features)
{
    return at::mm(directions, rowView(features).t()).contiguous();
}

} // namespace

SlicedDistance slicedDistance(const Features &a, const Features &b, const SlicedRequest &request,
                              const RunContext &context)
{
    requireComparable(a, b, request);
    if (!isFinite(a) || !isFinite(b))
        return {{}, "some features are not finite numbers"};
    const SwdDirections directions =
        drawUnitVectors(request.seed, mixHash(0, "features"), a.dimension, request.directions);
    const Features rows{directions.count(), a.dimension, directions.values};
    const at::Tensor all = rowView(rows);
    std::vector<double> distances(directions.count());
    const std::size_t blocks = (distances.size() + kBlock - 1) / kBlock;
    parallelForTensors(blocks, request.threads, context, [&](std::size_t block) {
        const std::size_t first = block * kBlock;
        const std::size_t count = std::min(kBlock, distances.size() - first);
        const at::Tensor chosen =
            all.narrow(0, static_cast<std::int64_t>(first), static_cast<std::int64_t>(count));
        const at::Tensor one = projected(chosen, a);
        const at::Tensor other = projected(chosen, b);
        SortScratch scratch;
        for (std::size_t i = 0; i < count; ++i)
            distances[first + i] =
                sortedDistance(std::span(one.data_ptr<float>() + i * a.count, a.count),
                               std::span(other.data_ptr<float>() + i * a.count, a.count), scratch);
    });
    const double sum = std::accumulate(distances.begin(), distances.end(), 0.0);
    return {sum / static_cast<double>(distances.size()), {}};
}

} // namespace quantloupe

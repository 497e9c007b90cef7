// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/swd.h"

#include "base/error.h"
#include "base/parallel_for.h"
#include "metrics/laplacian_pyramid.h"
#include "metrics/patch_projection.h"
#include "metrics/patch_set.h"
#include "metrics/random_order.h"
#include "metrics/sorted_distance.h"
#include "metrics/swd_checks.h"
#include "metrics/swd_kept_sides.h"
#include "metrics/swd_side_file.h"

#include <algorithm>
#include <numeric>
#include <optional>
#include <span>

namespace quantloupe {

namespace {

constexpr double kPublishedScale = 1000;
/// Share of a level's time that measuring the moments of a set takes, about.
constexpr double kMomentsShare = 0.04;

/// Both sets at one level, and what is drawn for them.
struct Level
{
    SwdCenters centers;
    SwdDirections directions;
};

Level drawnLevel(const SwdRequest &request, const ImageStack &set, std::size_t index)
{
    const SwdDrawPlan plan = {request.seed,      index,     pyramidSides(set.side)[index],
                              set.channels,      set.count, request.patches,
                              request.directions};
    return {request.fixedCenters.empty() ? drawCenters(plan) : request.fixedCenters[index],
            request.fixedDirections.empty() ? drawDirections(plan)
                                            : request.fixedDirections[index]};
}

/// More directions at once do not save time: the pyramid is cheap, fresh memory is not.
constexpr std::size_t kLargestBlock = 128;

/// Directions whose projections fit the bound, in whole groups, but at least one group.
std::size_t blockSize(const SwdRequest &request, std::size_t patches)
{
    const std::size_t bytesOfOne = 2 * patches * sizeof(float);
    const std::size_t fitting = request.projectionBytes / bytesOfOne;
    return std::clamp(fitting / kDirectionLanes * kDirectionLanes, kDirectionLanes, kLargestBlock);
}

/// Calls work(i, scratch) for the rows of a block on several threads.
template <typename Work>
void eachRow(std::size_t count, int threads, const RunContext &context, const Work &work)
{
    parallelFor(count, threads, context, [&](std::size_t i) {
        thread_local SortScratch scratch;
        work(i, scratch);
    });
}

/// The second set at one level, projected and sorted, or as it is known from before.
class SecondSide
{
public:
    SecondSide(const ImageStack &stack, std::size_t level, const Level &draws,
               const SwdRequest &request, const RunContext &context)
        : m_request(request),
          m_shape{draws.directions.count(), draws.centers.b.size()},
          m_file(keptSideFor({stack, level, draws.centers.b, draws.directions}, request.keptSides))
    {
        if (!m_file.empty())
            m_known = SwdSideFile::open(m_file, m_shape);
        if (m_known)
            return;
        m_set.emplace(stack, level, draws.centers.b, request.threads, context);
        if (!m_file.empty())
            m_writer.emplace(m_file, m_shape);
    }

    /// `count` rows from direction `first` on; valid until the next call.
    std::span<const float> rows(const DirectionBlock &block, std::size_t first,
                                const RunContext &context)
    {
        if (m_known)
            return m_known->directions(first, block.count());
        m_set->project(block, m_projections, m_request.threads, context.sub(0, 0.6));
        eachRow(block.count(), m_request.threads, context.sub(0.6, 1),
                [&](std::size_t i, SortScratch &scratch) {
                    sortAscending(
                        std::span(m_projections).subspan(i * m_shape.patches, m_shape.patches),
                        scratch);
                });
        if (m_writer)
            m_writer->add(m_projections);
        return m_projections;
    }

    void finish()
    {
        if (m_writer)
            m_writer->finish();
    }

private:
    const SwdRequest &m_request;
    SwdSideShape m_shape;
    std::filesystem::path m_file;
    std::optional<SwdSideFile> m_known;
    std::optional<SwdSideWriter> m_writer;
    std::optional<PatchSet> m_set;
    std::vector<float> m_projections;
};

double levelDistance(const PatchSet &set, SecondSide &second, const SwdDirections &directions,
                     int channels, const SwdRequest &request, const RunContext &context)
{
    const std::size_t block = blockSize(request, set.size());
    std::vector<float> projections;
    std::vector<double> distances(directions.count());
    for (std::size_t first = 0; first < directions.count(); first += block) {
        const std::size_t count = std::min(block, directions.count() - first);
        const DirectionBlock chosen(directions, first, count, channels);
        const double all = static_cast<double>(directions.count());
        const RunContext part =
            context.sub(static_cast<double>(first) / all, static_cast<double>(first + count) / all);
        set.project(chosen, projections, request.threads, part.sub(0, 0.3));
        const std::span<const float> others = second.rows(chosen, first, part.sub(0.3, 0.8));
        eachRow(count, request.threads, part.sub(0.8, 1), [&](std::size_t i, SortScratch &scratch) {
            distances[first + i] =
                distanceToSorted(std::span(projections).subspan(i * set.size(), set.size()),
                                 others.subspan(i * set.size(), set.size()), scratch);
        });
    }
    second.finish();
    return std::accumulate(distances.begin(), distances.end(), 0.0) /
           static_cast<double>(distances.size());
}

double distanceAt(std::size_t index, const ImageStack &a, const ImageStack &b,
                  const SwdRequest &request, const RunContext &context)
{
    const Level level = drawnLevel(request, a, index);
    const PatchSet set(a, index, level.centers.a, request.threads, context.sub(0, kMomentsShare));
    SecondSide second(b, index, level, request, context.sub(kMomentsShare, 2 * kMomentsShare));
    return kPublishedScale * levelDistance(set, second, level.directions, a.channels, request,
                                           context.sub(2 * kMomentsShare, 1));
}

ImageStack picturesOf(const ImageStack &set, std::span<const std::size_t> indices)
{
    ImageStack chosen;
    chosen.side = set.side;
    chosen.channels = set.channels;
    chosen.count = indices.size();
    chosen.pixels.reserve(indices.size() * set.bytesOfOne());
    for (const std::size_t index : indices) {
        const auto first =
            set.pixels.begin() + static_cast<std::ptrdiff_t>(index * set.bytesOfOne());
        chosen.pixels.insert(chosen.pixels.end(), first,
                             first + static_cast<std::ptrdiff_t>(set.bytesOfOne()));
    }
    return chosen;
}

} // namespace

SwdResult swd(const ImageStack &a, const ImageStack &b, const SwdRequest &request,
              const RunContext &context)
{
    requireComparable(a, b);
    requireFits(request, a);
    SwdResult result;
    result.name = swdName(a.channels);
    result.n = a.count;
    result.standard = isPublishedSetting(a, request);
    result.seed = request.seed;
    trimKeptSides(request.keptSides);
    const std::vector<int> sides = pyramidSides(a.side);
    const double levels = static_cast<double>(sides.size());
    for (std::size_t i = 0; i < sides.size(); ++i) {
        context.describe("SWD at %1 pixels", std::to_string(sides[i]));
        const double done = static_cast<double>(i);
        const RunContext part = context.sub(done / levels, (done + 1) / levels);
        result.levels.push_back({sides[i], distanceAt(i, a, b, request, part)});
        result.value += result.levels.back().value / levels;
    }
    return result;
}

SwdResult swdFloor(const ImageStack &set, std::size_t n, const SwdRequest &request,
                   const RunContext &context)
{
    if (n == 0 || set.count / 2 < n)
        throw Error(ErrorKind::BadInput, "The floor at " + std::to_string(n) +
                                             " pictures compares two halves of the "
                                             "reference set and needs " +
                                             std::to_string(2 * n) + " pictures, but there are " +
                                             std::to_string(set.count) + ".");
    const std::vector<std::size_t> order =
        randomOrder(set.count, RandomStream(request.seed, StreamRole::Split, 0));
    SwdRequest drawn = request;
    drawn.fixedCenters.clear();
    return swd(picturesOf(set, std::span(order).first(n)),
               picturesOf(set, std::span(order).subspan(n, n)), drawn, context);
}

} // namespace quantloupe

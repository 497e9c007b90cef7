// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/swd_histogram.h"

#include "base/error.h"
#include "base/parallel_for.h"
#include "metrics/laplacian_pyramid.h"
#include "metrics/swd_checks.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <span>

namespace quantloupe {

namespace {

constexpr double kPublishedScale = 1000;
/// Directions whose projections are kept at a time.
constexpr std::size_t kBlock = 128;
/// Other pictures may reach further than those the bins are made for.
constexpr float kRoom = 1.25F;

SwdDrawPlan drawPlan(const SwdStreamPlan &plan, std::size_t level, std::size_t pictures)
{
    return {plan.request.seed,      level,    pyramidSides(plan.side)[level],
            plan.channels,          pictures, plan.request.patches,
            plan.request.directions};
}

/// A part of a set at one level, to be projected.
struct Part
{
    const ImageStack &pictures;
    SwdSide side;
    std::size_t first;
};

using ProjectionSink =
    std::function<void(std::size_t direction, std::span<const float> projections)>;

/// Calls `sink` for every direction, on several threads.
void project(const SwdStreamPlan &plan, std::size_t level, const Part &part,
             const SwdDirections &directions, const PatchNormalization &normalization,
             const RunContext &context, const ProjectionSink &sink)
{
    const std::vector<PatchCenter> centers =
        drawCenters(drawPlan(plan, level, part.pictures.count), part.side, part.first);
    const PatchSet set(part.pictures, level, centers, normalization);
    std::vector<float> projections;
    for (std::size_t first = 0; first < directions.count(); first += kBlock) {
        const std::size_t count = std::min(kBlock, directions.count() - first);
        const DirectionBlock block(directions, first, count, plan.channels);
        const RunContext stoppable(context.stopToken());
        set.project(block, projections, plan.request.threads, stoppable);
        parallelFor(count, plan.request.threads, stoppable, [&](std::size_t i) {
            sink(first + i, std::span(projections).subspan(i * set.size(), set.size()));
        });
    }
}

} // namespace

void requireFits(const SwdStreamPlan &plan)
{
    if (pyramidSides(plan.side).empty())
        throw Error(ErrorKind::BadInput, "Pictures of " + std::to_string(plan.side) + " x " +
                                             std::to_string(plan.side) +
                                             " pixels are too small for SWD, which needs 16 x 16 "
                                             "pixels or more.");
}

SwdMoments::SwdMoments(SwdStreamPlan plan, SwdSide side)
    : m_plan(std::move(plan)), m_side(side), m_levels(pyramidSides(m_plan.side).size())
{
}

void SwdMoments::add(const ImageStack &part, std::size_t first, const RunContext &context)
{
    for (std::size_t level = 0; level < m_levels.size(); ++level) {
        const std::vector<PatchCenter> centers =
            drawCenters(drawPlan(m_plan, level, part.count), m_side, first);
        m_levels[level].add(PatchSet(part, level, centers, {})
                                .moments(m_plan.request.threads, RunContext(context.stopToken())));
    }
}

void SwdMoments::add(const std::vector<PatchMoments> &part)
{
    for (std::size_t level = 0; level < m_levels.size(); ++level)
        m_levels[level].add(part.at(level));
}

std::vector<PatchNormalization> SwdMoments::normalizations() const
{
    const std::vector<int> sides = pyramidSides(m_plan.side);
    std::vector<PatchNormalization> all;
    for (std::size_t level = 0; level < m_levels.size(); ++level)
        all.push_back(normalizationOf(m_levels[level], m_plan.channels, sides[level]));
    return all;
}

SwdBins binsFor(const SwdStreamPlan &plan, const ImageStack &pictures, SwdSide side,
                const std::vector<PatchNormalization> &normalizations, const RunContext &context)
{
    SwdBins bins;
    for (std::size_t level = 0; level < normalizations.size(); ++level) {
        const SwdDirections directions = drawDirections(drawPlan(plan, level, pictures.count));
        std::vector<float> ranges(directions.count());
        project(plan, level, {pictures, side, 0}, directions, normalizations[level], context,
                [&](std::size_t direction, std::span<const float> projections) {
                    float largest = 0;
                    for (const float value : projections)
                        largest = std::max(largest, std::fabs(value));
                    ranges[direction] = kRoom * largest;
                });
        bins.ranges.push_back(std::move(ranges));
    }
    return bins;
}

SwdHistogram::SwdHistogram(SwdStreamPlan plan, SwdSide side, SwdBins bins,
                           std::vector<PatchNormalization> normalizations)
    : m_plan(std::move(plan)),
      m_side(side),
      m_bins(std::move(bins)),
      m_normalizations(std::move(normalizations))
{
    for (std::size_t level = 0; level < m_bins.ranges.size(); ++level) {
        m_directions.push_back(drawDirections(drawPlan(m_plan, level, 1)));
        m_levels.emplace_back(m_directions.back().count(),
                              Direction{std::vector<std::uint32_t>(kBins, 0), 0, 0});
    }
}

void SwdHistogram::add(const ImageStack &part, std::size_t first, const RunContext &context)
{
    for (std::size_t level = 0; level < m_levels.size(); ++level)
        addLevel(level, part, first, context);
    m_pictures += part.count;
}

void SwdHistogram::addLevel(std::size_t level, const ImageStack &part, std::size_t first,
                            const RunContext &context)
{
    project(m_plan, level, {part, m_side, first}, m_directions[level], m_normalizations[level],
            context, [&](std::size_t index, std::span<const float> projections) {
                Direction &direction = m_levels[level][index];
                const float range = m_bins.ranges[level][index];
                const float scale = static_cast<float>(kBins) / (2 * range);
                const auto last = static_cast<float>(kBins - 1);
                for (const float value : projections) {
                    direction.below += std::max(0.0F, -range - value);
                    direction.above += std::max(0.0F, value - range);
                    const float bin = std::clamp((value + range) * scale, 0.0F, last);
                    ++direction.counts[static_cast<std::size_t>(bin)];
                }
            });
}

SwdHistogramState SwdHistogram::state() const
{
    SwdHistogramState state{m_pictures, {}, {}};
    for (const std::vector<Direction> &level : m_levels)
        for (const Direction &direction : level) {
            state.counts.insert(state.counts.end(), direction.counts.begin(),
                                direction.counts.end());
            state.beyond.insert(state.beyond.end(), {direction.below, direction.above});
        }
    return state;
}

void SwdHistogram::setState(const SwdHistogramState &state)
{
    std::size_t directions = 0;
    for (const std::vector<Direction> &level : m_levels)
        directions += level.size();
    if (state.counts.size() != directions * kBins || state.beyond.size() != 2 * directions)
        throw Error(ErrorKind::BadInput, "The state of a histogram is of another size.");
    m_pictures = state.pictures;
    std::size_t at = 0;
    for (std::vector<Direction> &level : m_levels)
        for (Direction &direction : level) {
            std::copy_n(state.counts.begin() + static_cast<std::ptrdiff_t>(at * kBins), kBins,
                        direction.counts.begin());
            direction.below = state.beyond[2 * at];
            direction.above = state.beyond[2 * at + 1];
            ++at;
        }
}

/// The integral of |F - G| over the line, where the distribution functions F and G are straight
/// within a bin; beyond the ends that of 1 - F is what lies there on average.
double SwdHistogram::distance(const Direction &a, const Direction &b, double range, double patches)
{
    const double width = 2 * range / static_cast<double>(kBins);
    double sum = 0;
    std::int64_t left = 0;
    for (std::size_t bin = 0; bin < kBins; ++bin) {
        const std::int64_t right = left + a.counts[bin] - b.counts[bin];
        const double ends =
            std::fabs(static_cast<double>(left)) + std::fabs(static_cast<double>(right));
        const bool crosses = (left < 0) != (right < 0) && left != 0 && right != 0;
        sum += crosses ? static_cast<double>(left * left + right * right) / (2 * ends) : ends / 2;
        left = right;
    }
    return (sum * width + std::fabs(a.below - b.below) + std::fabs(a.above - b.above)) / patches;
}

SwdResult swd(const SwdHistogram &a, const SwdHistogram &b)
{
    if (a.m_pictures != b.m_pictures || a.m_pictures == 0)
        throw Error(ErrorKind::Internal, "SWD needs as many pictures in both sets.");
    SwdResult result;
    result.name = swdName(a.m_plan.channels);
    result.n = a.m_pictures;
    result.standard = isPublishedSetting({a.m_plan.side, a.m_plan.channels, a.m_pictures, {}, {}},
                                         a.m_plan.request);
    result.seed = a.m_plan.request.seed;
    const std::vector<int> sides = pyramidSides(a.m_plan.side);
    const double patches =
        static_cast<double>(a.m_pictures) * static_cast<double>(a.m_plan.request.patches);
    for (std::size_t level = 0; level < a.m_levels.size(); ++level) {
        double sum = 0;
        for (std::size_t i = 0; i < a.m_levels[level].size(); ++i)
            sum += SwdHistogram::distance(a.m_levels[level][i], b.m_levels[level][i],
                                          a.m_bins.ranges[level][i], patches);
        result.levels.push_back(
            {sides[level], kPublishedScale * sum / static_cast<double>(a.m_levels[level].size())});
        result.value += result.levels.back().value / static_cast<double>(a.m_levels.size());
    }
    return result;
}

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/run_context.h"
#include "data/image_stack.h"
#include "metrics/patch_set.h"
#include "metrics/swd.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace quantloupe {

/// SWD of sets that are too large to keep, in two passes over their pictures: the first adds up the
/// moments of the patches, which normalize them exactly as swd() does; the second counts the
/// projections on every direction in 4096 bins. Memory is 16 KiB for each direction of a level and
/// set. Patches and directions are those of swd(), whose value is met within 1.5e-4
/// (relative) where sets differ; more patches bring it nearer. It is never further than the mean
/// width of the bins, times 1000: spreading the values of a bin over it moves each by half of its
/// width on average at most, in either set.

/// What is common to the sets that are compared.
struct SwdStreamPlan
{
    /// Fixed draws and projectionBytes are left aside.
    SwdRequest request;
    int side = 0;
    int channels = 3;
};

/// Throws Error{BadInput} if the pictures are under 16 pixels wide.
void requireFits(const SwdStreamPlan &plan);

/// First pass over one set: one entry a level. Parts may be added in any division, but for the last
/// bit of the sums.
class SwdMoments
{
public:
    SwdMoments() = default;
    SwdMoments(SwdStreamPlan plan, SwdSide side);

    /// Pictures `first`.. of the set.
    void add(const ImageStack &part, std::size_t first, const RunContext &context);
    void add(const std::vector<PatchMoments> &part);
    const std::vector<PatchMoments> &levels() const { return m_levels; }
    /// Throws Error{BadInput} if a channel is constant.
    std::vector<PatchNormalization> normalizations() const;

private:
    SwdStreamPlan m_plan;
    SwdSide m_side = SwdSide::A;
    std::vector<PatchMoments> m_levels;
};

/// What a histogram holds so far, for each direction of each level, one after the other: the
/// numbers in its bins, and what lies below and above them on average.
struct SwdHistogramState
{
    std::size_t pictures = 0;
    std::vector<std::uint32_t> counts;
    std::vector<double> beyond;
};

/// The middle of the bins is 0, their ends are -range and range.
struct SwdBins
{
    /// One for each direction of each level.
    std::vector<std::vector<float>> ranges;
};

/// A quarter more than the largest absolute projection of the given pictures of a set.
SwdBins binsFor(const SwdStreamPlan &plan, const ImageStack &pictures, SwdSide side,
                const std::vector<PatchNormalization> &normalizations, const RunContext &context);

/// Second pass over one set.
class SwdHistogram
{
public:
    static constexpr std::size_t kBins = 4096;

    SwdHistogram() = default;
    SwdHistogram(SwdStreamPlan plan, SwdSide side, SwdBins bins,
                 std::vector<PatchNormalization> normalizations);

    /// Pictures `first`.. of the set.
    void add(const ImageStack &part, std::size_t first, const RunContext &context);
    std::size_t pictures() const { return m_pictures; }

    SwdHistogramState state() const;
    /// Goes on from a state() of the same plan and bins. Throws Error{BadInput} if it is of others.
    void setState(const SwdHistogramState &state);

    /// Both of the same plan and bins and of equal size. The projections of a bin are taken as
    /// spread evenly over it; of those beyond the ends the sums are kept.
    friend SwdResult swd(const SwdHistogram &a, const SwdHistogram &b);

private:
    /// Counts of the bins, and what lies beyond the ends on average.
    struct Direction
    {
        std::vector<std::uint32_t> counts;
        double below = 0;
        double above = 0;
    };

    void addLevel(std::size_t level, const ImageStack &part, std::size_t first,
                  const RunContext &context);
    static double distance(const Direction &a, const Direction &b, double range, double patches);

    SwdStreamPlan m_plan;
    SwdSide m_side = SwdSide::A;
    SwdBins m_bins;
    std::vector<PatchNormalization> m_normalizations;
    std::vector<std::vector<Direction>> m_levels;
    std::vector<SwdDirections> m_directions;
    std::size_t m_pictures = 0;
};

} // namespace quantloupe

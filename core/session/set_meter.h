// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/feature_cache.h"
#include "metrics/feature_stats.h"
#include "metrics/swd_histogram.h"
#include "session/set_part.h"

#include <optional>
#include <span>
#include <vector>

namespace quantloupe {

enum class SwdForm { None, Sorted, Histogram };

/// What is measured of every set.
struct SetPlan
{
    /// Null where no metric uses features.
    FeatureExtractorPtr extractor;
    KeepFeatures keep = KeepFeatures::WhereShort;
    SwdForm swd = SwdForm::None;
    /// Its threads are those of everything here.
    SwdStreamPlan stream;
};

/// Measures pictures of sets, which can be dropped then.
class SetMeter
{
public:
    SetMeter(SetPlan plan, FeatureCache cache) : m_plan(std::move(plan)), m_cache(std::move(cache))
    {
    }
    const SetPlan &plan() const { return m_plan; }

    /// Empty where no metric uses them.
    Features features(std::span<const Image> images, const RunContext &context) const;
    /// Without features. `images` are those from `first` on of a set.
    SetPart part(std::span<const Image> images, SwdSide side, std::size_t first,
                 const RunContext &context) const;

private:
    SetPlan m_plan;
    FeatureCache m_cache;
};

/// Pictures of one size one after the other; coloured where any is.
ImageStack stackOf(std::span<const Image> images);

/// All that is kept of one set.
class MeasuredSet
{
public:
    MeasuredSet() = default;
    MeasuredSet(const SetPlan &plan, SwdSide side);

    /// The next part.
    void add(const SetPart &part, const RunContext &context);
    std::size_t size() const { return m_size; }
    std::size_t broken() const { return m_broken; }
    const ImageStack &pictures() const { return m_pictures; }
    const SwdMoments &moments() const { return m_moments; }
    /// Statistics of the pictures so far.
    FeatureStats statsSoFar(const RunContext &context) const;
    /// Once, at the end.
    FeatureStats stats(const RunContext &context);

private:
    int m_threads = 1;
    std::size_t m_size = 0;
    std::size_t m_broken = 0;
    ImageStack m_pictures;
    SwdMoments m_moments;
    std::optional<FeatureAccumulator> m_features;
};

} // namespace quantloupe

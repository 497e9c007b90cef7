// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "context.h"
#include "metrics/feature_stats.h"

#include <array>
#include <cstddef>
#include <vector>

namespace quantloupe::cli {

/// Statistics of the first pictures of a reference, and of two halves of its first 2 n, drawn by
/// the seed, which the floor is the distance of. A batch is dropped when all three have it.
class ReferenceStats
{
public:
    /// The reference itself has `count` pictures, each half `n`.
    ReferenceStats(const CommandContext &context, const FeatureIdentity &identity,
                   std::size_t count, std::size_t n);

    /// The next pictures.
    void add(const Features &batch);
    std::size_t seen() const { return m_seen; }
    /// Each once.
    FeatureStats first() { return m_first.finish(m_threads, m_run); }
    FeatureStats half(std::size_t index) { return m_halves.at(index).finish(m_threads, m_run); }

private:
    int m_threads;
    RunContext m_run;
    std::size_t m_count;
    FeatureAccumulator m_first;
    std::array<FeatureAccumulator, 2> m_halves;
    /// The half of each picture.
    std::vector<std::size_t> m_halfOf;
    std::size_t m_seen = 0;
};

} // namespace quantloupe::cli

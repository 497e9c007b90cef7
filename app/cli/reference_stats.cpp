// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference_stats.h"

#include "metrics/random_order.h"

#include <span>

namespace quantloupe::cli {

namespace {

void append(Features &features, std::span<const float> row)
{
    features.values.insert(features.values.end(), row.begin(), row.end());
    ++features.count;
}

} // namespace

ReferenceStats::ReferenceStats(const CommandContext &context, const FeatureIdentity &identity,
                               std::size_t count, std::size_t n)
    : m_threads(context.global.threads),
      m_run(context.run.stopToken()),
      m_count(count),
      m_first(identity),
      m_halves{FeatureAccumulator(identity), FeatureAccumulator(identity)},
      m_halfOf(2 * n)
{
    const std::vector<std::size_t> order =
        randomOrder(2 * n, RandomStream(context.global.seed, StreamRole::Split, 0));
    for (std::size_t i = 0; i < order.size(); ++i)
        m_halfOf[order[i]] = i / n;
}

void ReferenceStats::add(const Features &batch)
{
    Features first{0, batch.dimension, {}};
    std::array<Features, 2> halves = {first, first};
    for (std::size_t i = 0; i < batch.count; ++i, ++m_seen) {
        if (m_seen < m_count)
            append(first, batch.row(i));
        if (m_seen < m_halfOf.size())
            append(halves.at(m_halfOf[m_seen]), batch.row(i));
    }
    m_first.add(first, m_threads, m_run);
    for (std::size_t half = 0; half < halves.size(); ++half)
        m_halves[half].add(halves[half], m_threads, m_run);
}

} // namespace quantloupe::cli

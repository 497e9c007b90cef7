// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/run_context.h"
#include "engine/correction_sites.h"
#include "engine/statistics_memo.h"

#include <span>
#include <vector>

namespace quantloupe {

/// Statistics of sites over a task's batches. Values between the layers are kept in `prefix`, so
/// that each site need not start from the inputs.
class SiteStatistics
{
public:
    using Statistics = StatisticsMemo::Statistics;

    SiteStatistics(const CorrectionTask &task, StatisticsMemo &memo, PrefixCache &prefix)
        : m_task(task),
          m_program(task.generator.program),
          m_memo(memo),
          m_executor(m_program, &prefix)
    {
    }

    /// Of all the sites in one pass; those that are known are not looked at again. The same object
    /// where two overlays do the same before a site.
    std::vector<Statistics> of(std::span<const CorrectionSite> sites, const Overlay &overlay,
                               const RunContext &context);

private:
    std::uint64_t keyOf(const CorrectionSite &site, const std::vector<std::uint64_t> &keys) const;
    std::vector<ChannelStatistics> observe(std::span<const CorrectionSite> sites,
                                           const std::vector<std::size_t> &wanted,
                                           const Overlay &overlay, const RunContext &context);

    const CorrectionTask &m_task;
    const Program &m_program;
    StatisticsMemo &m_memo;
    Executor m_executor;
};

} // namespace quantloupe

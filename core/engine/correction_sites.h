// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/channel_statistics.h"
#include "engine/correction_task.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace quantloupe {

/// Where statistics are taken: all uses of a layer, or one norm.
struct CorrectionSite
{
    std::vector<std::size_t> steps;
    /// The layer, or the one before the norm.
    std::size_t layer = 0;
    int norm = -1;
};

/// What the configuration wants to correct by statistics, in execution order; indices of steps into
/// Program::steps.
std::vector<CorrectionSite> sitesOf(const CorrectionTask &task);

/// Adds what one micro-batch of `samples` samples, filled up to `rows`, shows of a step.
class SiteObserver
{
public:
    SiteObserver(const Program &program, std::size_t samples, std::size_t rows)
        : m_program(program),
          m_samples(static_cast<std::int64_t>(samples)),
          m_rows(static_cast<std::int64_t>(rows))
    {
    }

    /// Of a layer's output or a norm's input.
    void see(const Step &step, const at::Tensor &input, const at::Tensor &output,
             ChannelStatistics &statistics) const;

private:
    void add(const at::Tensor &values, LayerKind kind, std::int64_t channels,
             ChannelStatistics &statistics) const;

    const Program &m_program;
    std::int64_t m_samples;
    std::int64_t m_rows;
};

} // namespace quantloupe

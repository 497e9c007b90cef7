// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/site_statistics.h"

#include "base/hash.h"

#include <ATen/ATen.h>

#include <memory>
#include <unordered_map>
#include <utility>

namespace quantloupe {

std::uint64_t SiteStatistics::keyOf(const CorrectionSite &site,
                                    const std::vector<std::uint64_t> &keys) const
{
    std::uint64_t key = site.norm < 0 ? 1 : 2;
    for (const std::size_t s : site.steps) {
        const Step &step = m_program.steps[s];
        const ValueId seen = site.norm < 0 ? step.outputs.front() : step.inputs.front();
        key = mixHash(key, keys[static_cast<std::size_t>(seen)]);
    }
    return key;
}

std::vector<StatisticsMemo::Statistics> SiteStatistics::of(std::span<const CorrectionSite> sites,
                                                           const Overlay &overlay,
                                                           const RunContext &context)
{
    const std::vector<std::uint64_t> keys = valueKeys(m_program, m_task.inputsKey, overlay);
    std::vector<Statistics> found;
    std::vector<std::size_t> missing;
    for (std::size_t i = 0; i < sites.size(); ++i) {
        found.push_back(m_memo.find(keyOf(sites[i], keys)));
        if (!found.back())
            missing.push_back(i);
    }
    if (missing.empty())
        return found;
    std::vector<ChannelStatistics> fresh = observe(sites, missing, overlay, context);
    for (std::size_t i = 0; i < missing.size(); ++i) {
        Statistics &result = found[missing[i]];
        result = std::make_shared<const ChannelStatistics>(std::move(fresh[i]));
        m_memo.insert(keyOf(sites[missing[i]], keys), result);
    }
    return found;
}

std::vector<ChannelStatistics> SiteStatistics::observe(std::span<const CorrectionSite> sites,
                                                       const std::vector<std::size_t> &wanted,
                                                       const Overlay &overlay,
                                                       const RunContext &context)
{
    std::vector<ChannelStatistics> result(wanted.size());
    std::vector<std::size_t> steps;
    std::unordered_map<const Step *, ChannelStatistics *> targets;
    for (std::size_t i = 0; i < wanted.size(); ++i)
        for (const std::size_t s : sites[wanted[i]].steps) {
            steps.push_back(s);
            targets[&m_program.steps[s]] = &result[i];
        }
    const auto count = static_cast<double>(m_task.batches.size());
    for (std::size_t b = 0; b < m_task.batches.size(); ++b) {
        context.advance(static_cast<double>(b) / count);
        const CalibrationBatch &batch = m_task.batches[b];
        const ProgramInputs inputs =
            inputBatch(m_task.generator, m_task.plan, batch.given, batch.samples);
        const SiteObserver observer(m_program, batch.samples.samples.size(),
                                    inputs.sampleKeys.size());
        m_executor.observeSteps(
            steps, inputs, overlay, context,
            [&](const Step &step, const at::Tensor &input, const at::Tensor &output) {
                observer.see(step, input, output, *targets.at(&step));
            });
    }
    return result;
}

} // namespace quantloupe

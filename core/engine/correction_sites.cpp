// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/correction_sites.h"

#include "engine/output_channels.h"

#include <ATen/ATen.h>

#include <algorithm>

namespace quantloupe {

std::vector<CorrectionSite> sitesOf(const CorrectionTask &task)
{
    const Program &program = task.generator.program;
    std::vector<CorrectionSite> sites;
    const auto wants = [&](Correction correction, int layer) {
        return layer >= 0 && task.config.corrects(
                                 correction, program.layers[static_cast<std::size_t>(layer)].name);
    };
    for (std::size_t s = 0; s < program.steps.size(); ++s) {
        const Step &step = program.steps[s];
        const int before =
            step.norm < 0 ? -1 : program.norms[static_cast<std::size_t>(step.norm)].layer;
        if (wants(Correction::ReestimateNorm, before))
            sites.push_back({{s}, static_cast<std::size_t>(before), step.norm});
        if (!wants(Correction::Bias, step.layer))
            continue;
        const auto layer = static_cast<std::size_t>(step.layer);
        const auto known = std::ranges::find_if(sites, [&](const CorrectionSite &site) {
            return site.norm < 0 && site.layer == layer;
        });
        if (known == sites.end())
            sites.push_back({{s}, layer, -1});
        else
            known->steps.push_back(s);
    }
    return sites;
}

void SiteObserver::see(const Step &step, const at::Tensor &input, const at::Tensor &output,
                       ChannelStatistics &statistics) const
{
    if (step.kind == StepKind::Norm)
        return add(input, LayerKind::Convolution, input.size(1), statistics);
    const LayerKind kind = m_program.layers[static_cast<std::size_t>(step.layer)].kind;
    if (const std::int64_t channels = outputChannels(kind, output, m_rows))
        add(output, kind, channels, statistics);
}

void SiteObserver::add(const at::Tensor &values, LayerKind kind, std::int64_t channels,
                       ChannelStatistics &statistics) const
{
    if (values.numel() == 0)
        return;
    const at::Tensor view = byChannel(values.to(at::kFloat), kind, channels);
    // Rows beyond the samples fill a fixed batch up.
    const bool isDivided = view.size(0) % m_rows == 0;
    statistics.add(view, isDivided ? view.size(0) / m_rows * m_samples : view.size(0));
}

} // namespace quantloupe

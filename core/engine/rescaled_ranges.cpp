// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/rescaled_ranges.h"

#include "base/hash.h"

namespace quantloupe {

namespace {

/// More are forgotten all at once.
constexpr std::size_t kMostHistograms = 8;
constexpr std::size_t kMostRanges = 4096;

std::uint64_t keyOf(const CorrectionTask &task, const NetworkRewrite &network)
{
    std::uint64_t key = mixHash(mixHash(12, task.inputsKey), task.generator.program.id);
    for (const LayerRewrite &layer : network)
        key = mixHash(key, layer.key);
    return key;
}

} // namespace

ActivationRange RescaledRanges::get(const CorrectionTask &task, const NetworkRewrite &network,
                                    std::size_t layer, const RunContext &context)
{
    const LayerQuantSpec &spec = task.config.spec(task.generator.info.layers[layer].name);
    const std::uint64_t networkKey = keyOf(task, network);
    const std::uint64_t key =
        mixHash(mixHash(networkKey, layer), toText(canonical(spec.activation)));
    {
        const std::lock_guard lock(m_mutex);
        if (const auto known = m_ranges.find(key); known != m_ranges.end())
            return known->second;
    }
    const Histograms seen = histograms(networkKey, task, network, context);
    const ActivationRange found = estimateRange((*seen)[layer], spec.activation);
    const std::lock_guard lock(m_mutex);
    if (m_ranges.size() >= kMostRanges)
        m_ranges.clear();
    m_ranges[key] = found;
    return found;
}

RescaledRanges::Histograms RescaledRanges::histograms(std::uint64_t key, const CorrectionTask &task,
                                                      const NetworkRewrite &network,
                                                      const RunContext &context)
{
    {
        const std::lock_guard lock(m_mutex);
        if (const auto known = m_histograms.find(key); known != m_histograms.end())
            return known->second;
    }
    context.describe("Calibrating activation ranges");
    auto fresh = std::make_shared<const std::vector<ActivationHistogram>>(
        observeActivations(task.generator, task.plan, task.batches,
                           overlayOf(task.generator.program, network), context));
    const std::lock_guard lock(m_mutex);
    if (m_histograms.size() >= kMostHistograms)
        m_histograms.clear();
    m_histograms[key] = fresh;
    return fresh;
}

} // namespace quantloupe

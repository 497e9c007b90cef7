// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/weight_cache.h"

#include "base/hash.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>

#include <cstring>

namespace quantloupe {

ChannelLayout layoutOf(const WeightSite &site)
{
    const auto sizes = site.weight.sizes();
    const std::span<const std::int64_t> shape(sizes.data(), sizes.size());
    if (site.outputAxis < 0)
        return tensorLayout(shape);
    // Only a transposed convolution folds its groups into the leading axis; a convolution's output
    // channels already run over all groups.
    const bool folded = site.kind == LayerKind::TransposedConvolution && site.outputAxis == 1;
    return channelLayout(shape, site.outputAxis, folded ? site.groups : 1);
}

std::uint64_t keyOf(const WeightSpec &spec)
{
    const std::uint64_t key = mixHash(1, toText(spec));
    return key == 0 ? 1 : key;
}

namespace {

std::shared_ptr<const QuantizedWeight> quantizeSite(const WeightSite &site, const WeightSpec &spec,
                                                    QuantizedTensor &quantized)
{
    const int threads = at::get_num_threads();
    const std::span<const float> weights(site.weight.data_ptr<float>(),
                                         static_cast<std::size_t>(site.weight.numel()));
    quantizeInto(quantized, weights, layoutOf(site), spec, threads);
    auto result = std::make_shared<QuantizedWeight>();
    result->values = at::empty(site.weight.sizes(), at::kFloat);
    if (!quantized.values.empty())
        std::memcpy(result->values.data_ptr<float>(), quantized.values.data(),
                    quantized.values.size() * sizeof(float));
    result->stats = quantizationStats(weights, quantized, threads);
    return result;
}

} // namespace

std::shared_ptr<const QuantizedWeight> WeightCache::get(const Program &program, std::size_t layer,
                                                        const WeightSpec &spec)
{
    const Key key{program.id, layer, spec};
    if (const auto found = m_entries.find(key); found != m_entries.end()) {
        m_uses.splice(m_uses.begin(), m_uses, found->second.use);
        return found->second.weight;
    }
    auto weight = quantizeSite(program.layers.at(layer), spec, m_quantized);
    ++m_misses;
    const std::size_t bytes = weight->values.nbytes();
    while (!m_uses.empty() && m_bytes + bytes > m_budget) {
        const auto oldest = m_entries.find(m_uses.back());
        m_bytes -= oldest->second.weight->values.nbytes();
        m_entries.erase(oldest);
        m_uses.pop_back();
    }
    m_uses.push_front(key);
    m_entries.emplace(key, Entry{weight, m_uses.begin()});
    m_bytes += bytes;
    return weight;
}

} // namespace quantloupe

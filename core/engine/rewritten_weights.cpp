// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/rewritten_weights.h"

#include "base/hash.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>

#include <span>

namespace quantloupe {

namespace {

const WeightSpec &specOf(const CorrectionTask &task, std::size_t layer)
{
    return task.config.spec(task.generator.info.layers[layer].name).weight;
}

} // namespace

std::uint64_t RewrittenWeights::keyOf(const CorrectionTask &task, const NetworkRewrite &network,
                                      std::size_t layer)
{
    std::uint64_t key = mixHash(mixHash(13, task.generator.program.id), layer);
    key = mixHash(mixHash(key, network[layer].key), toText(specOf(task, layer)));
    return key == 0 ? 1 : key;
}

WeightMemo::Weight RewrittenWeights::get(const CorrectionTask &task, const NetworkRewrite &network,
                                         std::size_t layer)
{
    const std::uint64_t key = keyOf(task, network, layer);
    if (const auto known = m_known.find(key))
        return *known;
    const at::Tensor weight = rewrittenWeight(task.generator.program, network, layer);
    QuantizedTensor quantized;
    quantizeInto(
        quantized,
        std::span<const float>(weight.data_ptr<float>(), static_cast<std::size_t>(weight.numel())),
        layoutOf(task.generator.program.layers[layer]), specOf(task, layer), at::get_num_threads());
    WeightMemo::Weight found = quantizedWeight(weight, quantized);
    m_known.insert(key, found);
    return found;
}

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/weight_memo.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>

#include <cstring>
#include <span>
#include <utility>

namespace quantloupe {

namespace {

constexpr std::size_t kMostBytes = std::size_t{256} << 20;

} // namespace

std::optional<WeightMemo::Weight> WeightMemo::find(std::uint64_t key) const
{
    const std::lock_guard lock(m_mutex);
    const auto known = m_known.find(key);
    return known == m_known.end() ? std::nullopt : std::optional(known->second);
}

void WeightMemo::insert(std::uint64_t key, Weight weight)
{
    const std::size_t bytes = weight ? weight->values.nbytes() : 0;
    const std::lock_guard lock(m_mutex);
    if (m_bytes + bytes > kMostBytes) {
        m_known.clear();
        m_bytes = 0;
    }
    if (m_known.insert_or_assign(key, std::move(weight)).second)
        m_bytes += bytes;
}

WeightMemo::Weight quantizedWeight(const at::Tensor &weight, const QuantizedTensor &quantized)
{
    const std::span<const float> weights(weight.data_ptr<float>(),
                                         static_cast<std::size_t>(weight.numel()));
    auto result = std::make_shared<QuantizedWeight>();
    result->values = at::empty(weight.sizes(), at::kFloat);
    std::memcpy(result->values.data_ptr<float>(), quantized.values.data(),
                quantized.values.size() * sizeof(float));
    result->stats = quantizationStats(weights, quantized, at::get_num_threads());
    return result;
}

} // namespace quantloupe

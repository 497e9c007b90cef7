// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/prefix_cache.h"

#include <ATen/ATen.h>

namespace quantloupe {

namespace {

std::size_t bytesOf(const c10::IValue &value)
{
    if (value.isTensor())
        return value.toTensor().defined() ? value.toTensor().nbytes() : 0;
    std::size_t total = sizeof(c10::IValue);
    if (value.isTensorList())
        for (const at::Tensor &tensor : value.toTensorVector())
            total += tensor.nbytes();
    return total;
}

} // namespace

std::optional<c10::IValue> PrefixCache::find(std::uint64_t key)
{
    const auto found = m_entries.find(key);
    if (found == m_entries.end()) {
        ++m_misses;
        return std::nullopt;
    }
    ++m_hits;
    m_uses.splice(m_uses.begin(), m_uses, found->second.use);
    return found->second.value;
}

void PrefixCache::insert(std::uint64_t key, const c10::IValue &value)
{
    const std::size_t bytes = bytesOf(value);
    if (m_isFrozen || contains(key))
        return;
    if (bytes > m_budget) {
        ++m_drops;
        return;
    }
    while (m_bytes + bytes > m_budget) {
        const auto oldest = m_entries.find(m_uses.back());
        m_bytes -= oldest->second.bytes;
        m_entries.erase(oldest);
        m_uses.pop_back();
        ++m_drops;
    }
    m_uses.push_front(key);
    m_entries.emplace(key, Entry{value, bytes, m_uses.begin()});
    m_bytes += bytes;
}

void PrefixCache::clear()
{
    m_entries.clear();
    m_uses.clear();
    m_bytes = 0;
}

} // namespace quantloupe

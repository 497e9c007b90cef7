// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/core/ivalue.h>

#include <cstdint>
#include <list>
#include <optional>
#include <unordered_map>

namespace quantloupe {

/// Values of earlier runs under a byte budget, least recently used dropped first. A key is a hash
/// over the program, the inputs and the effective settings of every step the value depends on, so
/// an edit of one layer leaves everything before it usable. One thread at a time.
class PrefixCache
{
public:
    explicit PrefixCache(std::size_t byteBudget) : m_budget(byteBudget) {}

    std::optional<c10::IValue> find(std::uint64_t key);
    bool contains(std::uint64_t key) const { return m_entries.count(key) != 0; }
    /// Nothing when frozen.
    void insert(std::uint64_t key, const c10::IValue &value);
    /// From now on nothing comes in, so nothing is dropped.
    void freeze() { m_isFrozen = true; }
    void clear();

    std::size_t bytes() const { return m_bytes; }
    std::size_t budget() const { return m_budget; }
    std::uint64_t hits() const { return m_hits; }
    std::uint64_t misses() const { return m_misses; }
    /// How many values made room for others, or were too large to come in.
    std::uint64_t drops() const { return m_drops; }

private:
    struct Entry
    {
        c10::IValue value;
        std::size_t bytes = 0;
        std::list<std::uint64_t>::iterator use;
    };

    std::size_t m_budget;
    std::size_t m_bytes = 0;
    bool m_isFrozen = false;
    std::uint64_t m_hits = 0;
    std::uint64_t m_misses = 0;
    std::uint64_t m_drops = 0;
    std::unordered_map<std::uint64_t, Entry> m_entries;
    std::list<std::uint64_t> m_uses;
};

} // namespace quantloupe

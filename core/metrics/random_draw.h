// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/random_stream.h"

#include <cstddef>
#include <unordered_map>

namespace quantloupe {

/// Numbers 0..count-1 in random order, each once, with memory for those drawn so far only: the
/// shuffle of Fisher and Yates with the places that were swapped kept in a table.
class RandomDraw
{
public:
    RandomDraw(std::size_t count, RandomStream random) : m_left(count), m_random(random) {}
    /// At most `count` times.
    std::size_t next();

private:
    std::size_t at(std::size_t place) const;

    std::size_t m_left;
    RandomStream m_random;
    std::unordered_map<std::size_t, std::size_t> m_moved;
};

} // namespace quantloupe

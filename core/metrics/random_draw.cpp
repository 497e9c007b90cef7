// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/random_draw.h"

namespace quantloupe {

std::size_t RandomDraw::next()
{
    const std::size_t place = m_random.below(m_left);
    const std::size_t drawn = at(place);
    --m_left;
    m_moved[place] = at(m_left);
    m_moved.erase(m_left);
    return drawn;
}

std::size_t RandomDraw::at(std::size_t place) const
{
    const auto moved = m_moved.find(place);
    return moved == m_moved.end() ? place : moved->second;
}

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/place_order.h"

#include <algorithm>
#include <numeric>

namespace quantloupe {

void PlaceOrder::reset(int count)
{
    m_positions.resize(std::size_t(std::max(0, count)));
    std::iota(m_positions.begin(), m_positions.end(), 0);
    m_places = m_positions;
}

void PlaceOrder::sortBy(const std::vector<double> &keys, int fixed)
{
    reset(count());
    std::stable_sort(m_positions.begin() + std::min(fixed, count()), m_positions.end(),
                     [&](int a, int b) { return keys[a] < keys[b]; });
    for (int place = 0; place < count(); ++place)
        m_places[m_positions[place]] = place;
}

} // namespace quantloupe

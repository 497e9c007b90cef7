// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace quantloupe {

/// Which latent stands at which place of the grid; in order unless sorted.
class PlaceOrder
{
public:
    void reset(int count);
    /// Ascending by the key of each latent; equal ones keep their order. The first `fixed` latents
    /// stay in front.
    void sortBy(const std::vector<double> &keys, int fixed);
    int count() const { return int(m_positions.size()); }
    int positionAt(int place) const { return m_positions[place]; }
    int placeOf(int position) const { return m_places[position]; }

private:
    std::vector<int> m_positions;
    std::vector<int> m_places;
};

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/random_order.h"

#include <numeric>
#include <utility>

namespace quantloupe {

std::vector<std::size_t> randomOrder(std::size_t count, RandomStream random)
{
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (std::size_t i = order.size(); i > 1; --i)
        std::swap(order[i - 1], order[random.below(i)]);
    return order;
}

} // namespace quantloupe

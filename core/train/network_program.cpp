// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/network_program.h"

#include <functional>
#include <numeric>

namespace quantloupe {

std::int64_t NetworkProgram::elements() const
{
    std::int64_t total = 0;
    for (const InitialTensor &tensor : tensors)
        total += std::accumulate(tensor.shape.begin(), tensor.shape.end(), std::int64_t{1},
                                 std::multiplies<>());
    return total;
}

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/random_stream.h"

#include <cstddef>
#include <vector>

namespace quantloupe {

/// 0..count-1 in an order drawn from the stream (Fisher and Yates).
std::vector<std::size_t> randomOrder(std::size_t count, RandomStream random);

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/run_context.h"

#include <cstddef>
#include <functional>

namespace quantloupe {

/// Calls work(0), ..., work(count - 1), each once, in any order, on the calling thread and
/// `threads` - 1 others that end with the call; 0 takes every core. Reports the share that is done
/// and stops between two items. Rethrows the first exception, Cancelled too, when all have stopped.
void parallelFor(std::size_t count, int threads, const RunContext &context,
                 const std::function<void(std::size_t)> &work);

} // namespace quantloupe

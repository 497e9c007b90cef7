// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/run_context.h"

#include <cstddef>
#include <functional>

namespace quantloupe {

/// LibTorch's thread count of the calling thread for as long as this object lives; 0 takes every
/// core.
class ThreadCount
{
public:
    explicit ThreadCount(int threads);
    ~ThreadCount();
    ThreadCount(const ThreadCount &) = delete;
    ThreadCount &operator=(const ThreadCount &) = delete;

private:
    int m_before;
};

/// parallelFor() (base/parallel_for.h) for work on tensors: each item computes without
/// gradients and on one LibTorch thread, so that the order of its sums, and with it the last bit,
/// does not depend on `threads`.
void parallelForTensors(std::size_t count, int threads, const RunContext &context,
                        const std::function<void(std::size_t)> &work);

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/features/tensor_threads.h"

#include "base/parallel_for.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>

#include <algorithm>
#include <thread>

namespace quantloupe {

// Asking for the count first gets a thread's taking over of the count that any thread set last
// behind us.
ThreadCount::ThreadCount(int threads) : m_before(at::get_num_threads())
{
    const int cores = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
    at::set_num_threads(threads > 0 ? threads : cores);
}

ThreadCount::~ThreadCount()
{
    at::set_num_threads(m_before);
}

void parallelForTensors(std::size_t count, int threads, const RunContext &context,
                        const std::function<void(std::size_t)> &work)
{
    // Outlives the items: what other threads left as the last count is put right by it.
    const ThreadCount callersCount(1);
    parallelFor(count, threads, context, [&](std::size_t i) {
        const at::NoGradGuard noGradients;
        const ThreadCount one(1);
        work(i);
    });
}

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/parked_team.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>

#include <algorithm>
#include <condition_variable>
#include <mutex>

namespace quantloupe {

namespace {

void startTeam()
{
    const int threads = std::max(1, static_cast<int>(std::thread::hardware_concurrency())) + 1;
    // A thread's first parallel work takes over the count that any thread set last; asking for it
    // gets that behind us.
    at::get_num_threads();
    at::set_num_threads(threads);
    // Large enough for LibTorch to open a team; its own at::parallel_for is serial in a file that
    // is compiled without OpenMP.
    at::empty({threads * at::internal::GRAIN_SIZE}, at::kFloat).fill_(0);
}

/// A team ends with the thread that started it.
void sleepUntil(const std::stop_token &end)
{
    std::mutex mutex;
    std::condition_variable_any wake;
    std::unique_lock lock(mutex);
    wake.wait(lock, end, [] { return false; });
}

} // namespace

ParkedTeam::ParkedTeam()
    : m_owner([](const std::stop_token &end) {
          startTeam();
          sleepUntil(end);
      })
{
}

} // namespace quantloupe

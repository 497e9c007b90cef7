// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/parallel_for.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace quantloupe {

namespace {

/// What the threads of one call share.
class SharedLoop
{
public:
    SharedLoop(std::size_t count, const RunContext &context,
               const std::function<void(std::size_t)> &work)
        : m_count(count), m_context(context), m_work(work)
    {
    }
    void run() noexcept
    {
        try {
            for (std::size_t i = m_next++; i < m_count; i = m_next++) {
                m_work(i);
                m_context.advance(static_cast<double>(++m_done) / static_cast<double>(m_count));
            }
        } catch (...) {
            m_next = m_count;
            const std::lock_guard lock(m_mutex);
            if (!m_failure)
                m_failure = std::current_exception();
        }
    }
    void rethrow() const
    {
        if (m_failure)
            std::rethrow_exception(m_failure);
    }

private:
    const std::size_t m_count;
    const RunContext &m_context;
    const std::function<void(std::size_t)> &m_work;
    std::atomic<std::size_t> m_next{0};
    std::atomic<std::size_t> m_done{0};
    std::mutex m_mutex;
    std::exception_ptr m_failure;
};

} // namespace

void parallelFor(std::size_t count, int threads, const RunContext &context,
                 const std::function<void(std::size_t)> &work)
{
    context.checkCancelled();
    SharedLoop loop(count, context, work);
    const auto wanted = static_cast<std::size_t>(
        threads > 0 ? threads : std::max(1, static_cast<int>(std::thread::hardware_concurrency())));
    {
        std::vector<std::jthread> others;
        for (std::size_t i = 1; i < std::min(wanted, count); ++i)
            others.emplace_back([&loop] { loop.run(); });
        loop.run();
    }
    loop.rethrow();
}

} // namespace quantloupe

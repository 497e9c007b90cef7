// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/run_context.h"
#include "jobs/job_outcome.h"

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <stop_token>
#include <string>
#include <thread>

namespace quantloupe {

enum class QueuePolicy {
    /// One after the other, in the order they were posted.
    Serial,
    /// A new job stops the running one and replaces the waiting one.
    NewestWins
};

struct QueuedJob
{
    /// Completes "Failed while ..." for errors that are not ours.
    std::string doing;
    std::shared_ptr<ProgressState> progress;
    std::function<void(const RunContext &)> work;
    /// Called exactly once, without any lock held: by the worker thread, or, for a job that never
    /// ran, by the thread that dropped it. Must not throw.
    std::function<void(const JobOutcome &)> finished;
};

/// A thread of one with a queue in front of it. Knows nothing of Qt. All methods may be called
/// from any thread, also from within a job, except the destructor.
class JobQueue
{
public:
    explicit JobQueue(QueuePolicy policy);
    /// Stops the running job, drops the waiting ones and waits for the thread.
    ~JobQueue();
    JobQueue(const JobQueue &) = delete;
    JobQueue &operator=(const JobQueue &) = delete;

    /// `id` is the caller's; it must not be in the queue already.
    void post(std::uint64_t id, QueuedJob job);
    /// Asks the job to stop if it runs, drops it if it waits; nothing if it is neither.
    void cancel(std::uint64_t id);
    void cancelAll();
    /// 0 while no job runs.
    std::uint64_t running() const;

private:
    struct Entry
    {
        std::uint64_t id = 0;
        QueuedJob job;
    };

    void runThread();
    bool takeNext(Entry &next, std::stop_token &stop);
    std::deque<Entry> dropWaiting();

    const QueuePolicy m_policy;
    mutable std::mutex m_mutex;
    std::condition_variable m_wakeUp;
    std::deque<Entry> m_waiting;
    std::stop_source m_stopRunning;
    std::uint64_t m_running = 0;
    bool m_closing = false;
    std::thread m_thread;
};

} // namespace quantloupe

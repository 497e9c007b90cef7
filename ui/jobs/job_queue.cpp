// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/job_queue.h"

#include <algorithm>
#include <utility>

namespace quantloupe {

namespace {

JobOutcome runJob(const QueuedJob &job, const RunContext &context)
{
    try {
        try {
            context.checkCancelled();
            job.work(context);
            return JobOutcome::done();
        } catch (...) {
            return JobOutcome::failed(translateCurrentException(job.doing));
        }
    } catch (const Cancelled &) {
        return JobOutcome::cancelled();
    }
}

} // namespace

JobQueue::JobQueue(QueuePolicy policy) : m_policy(policy), m_thread([this] { runThread(); }) {}

JobQueue::~JobQueue()
{
    {
        const std::lock_guard lock(m_mutex);
        m_closing = true;
    }
    cancelAll();
    m_wakeUp.notify_all();
    m_thread.join();
}

void JobQueue::post(std::uint64_t id, QueuedJob job)
{
    std::deque<Entry> dropped;
    {
        const std::lock_guard lock(m_mutex);
        if (m_policy == QueuePolicy::NewestWins) {
            m_stopRunning.request_stop();
            dropped = dropWaiting();
        }
        m_waiting.push_back({id, std::move(job)});
    }
    m_wakeUp.notify_one();
    for (const Entry &entry : dropped)
        entry.job.finished(JobOutcome::cancelled());
}

void JobQueue::cancel(std::uint64_t id)
{
    std::deque<Entry> dropped;
    {
        const std::lock_guard lock(m_mutex);
        if (m_running == id)
            m_stopRunning.request_stop();
        const auto found = std::find_if(m_waiting.begin(), m_waiting.end(),
                                        [&](const Entry &entry) { return entry.id == id; });
        if (found != m_waiting.end()) {
            dropped.push_back(std::move(*found));
            m_waiting.erase(found);
        }
    }
    for (const Entry &entry : dropped)
        entry.job.finished(JobOutcome::cancelled());
}

void JobQueue::cancelAll()
{
    std::deque<Entry> dropped;
    {
        const std::lock_guard lock(m_mutex);
        m_stopRunning.request_stop();
        dropped = dropWaiting();
    }
    for (const Entry &entry : dropped)
        entry.job.finished(JobOutcome::cancelled());
}

std::uint64_t JobQueue::running() const
{
    const std::lock_guard lock(m_mutex);
    return m_running;
}

std::deque<JobQueue::Entry> JobQueue::dropWaiting()
{
    return std::exchange(m_waiting, {});
}

bool JobQueue::takeNext(Entry &next, std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    m_running = 0;
    m_wakeUp.wait(lock, [this] { return m_closing || !m_waiting.empty(); });
    if (m_waiting.empty())
        return false;
    next = std::move(m_waiting.front());
    m_waiting.pop_front();
    m_running = next.id;
    m_stopRunning = std::stop_source();
    stop = m_stopRunning.get_token();
    if (m_closing)
        m_stopRunning.request_stop();
    return true;
}

void JobQueue::runThread()
{
    Entry entry;
    std::stop_token stop;
    while (takeNext(entry, stop)) {
        const JobOutcome outcome = runJob(entry.job, RunContext(stop, entry.job.progress));
        entry.job.finished(outcome);
        entry = {};
    }
}

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/job_lane.h"

#include "models/activity_words.h"

namespace quantloupe {

namespace {

/// "Opening x.pt" as it reads after "Failed while".
std::string withinSentence(QString name)
{
    if (!name.isEmpty())
        name[0] = name[0].toLower();
    return name.toStdString();
}

} // namespace

JobLane::JobLane(QueuePolicy policy, std::chrono::milliseconds sampling, QObject *parent)
    : QObject(parent), m_policy(policy), m_queue(std::make_unique<JobQueue>(policy))
{
    m_timer.setInterval(sampling);
    connect(&m_timer, &QTimer::timeout, this, &JobLane::sample);
}

JobLane::~JobLane()
{
    m_queue.reset();
}

quint64 JobLane::start(std::unique_ptr<AbstractJob> job)
{
    const quint64 id = ++m_newest;
    AbstractJob *raw = job.get();
    m_jobs.emplace(id, std::move(job));

    // Waiting for the timer would add to the time from an edit to its first picture.
    raw->setFirstItemHook(
        [this] { QMetaObject::invokeMethod(this, &JobLane::sample, Qt::QueuedConnection); });

    QueuedJob queued;
    queued.doing = withinSentence(raw->name());
    queued.progress = raw->progress();
    // The raw pointer is safe: m_jobs lets go of the job only after `finished`, and the queue is
    // joined before m_jobs is destroyed.
    queued.work = [raw](const RunContext &context) { raw->run(context); };
    queued.finished = [this, id](const JobOutcome &outcome) {
        QMetaObject::invokeMethod(
            this, [this, id, outcome] { finish(id, outcome); }, Qt::QueuedConnection);
    };
    m_queue->post(id, std::move(queued));
    // Restarting it with every job would starve it while the user drags.
    if (!m_timer.isActive())
        m_timer.start();
    if (!raw->isQuiet())
        Q_EMIT jobsChanged();
    return id;
}

void JobLane::cancel(quint64 id)
{
    if (m_jobs.contains(id))
        m_cancelled.insert(id);
    m_queue->cancel(id);
}

void JobLane::cancelAll()
{
    for (const auto &[id, job] : m_jobs)
        m_cancelled.insert(id);
    m_queue->cancelAll();
}

QList<JobStatus> JobLane::jobs() const
{
    const quint64 running = m_queue->running();
    QList<JobStatus> result;
    for (const auto &[id, job] : m_jobs)
        if (!job->isQuiet())
            result.append({id, job->name(), activityText(job->progress()->activity()),
                           job->progress()->fraction(), id == running, m_cancelled.contains(id)});
    return result;
}

bool JobLane::mayAnswer(quint64 id, const AbstractJob &job) const
{
    return job.hasReceiver() && (m_policy == QueuePolicy::Serial || id == m_newest);
}

void JobLane::sample()
{
    const auto found = m_jobs.find(m_queue->running());
    if (found != m_jobs.end() && mayAnswer(found->first, *found->second))
        found->second->drain();
    Q_EMIT progressed();
}

void JobLane::finish(quint64 id, const JobOutcome &outcome)
{
    const auto found = m_jobs.find(id);
    const std::unique_ptr<AbstractJob> job = std::move(found->second);
    const bool quiet = job->isQuiet();
    m_jobs.erase(found);
    m_cancelled.erase(id);
    if (m_jobs.empty())
        m_timer.stop();
    // A callback may start the next job, which makes this one an old one, or destroy the lane.
    const QPointer<JobLane> self(this);
    if (mayAnswer(id, *job))
        job->drain();
    if (self && mayAnswer(id, *job))
        job->deliver(outcome);
    if (self && !quiet)
        Q_EMIT jobsChanged();
}

} // namespace quantloupe

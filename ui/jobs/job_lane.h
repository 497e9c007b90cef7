// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/job.h"
#include "jobs/job_queue.h"

#include <QList>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <map>
#include <memory>
#include <set>

namespace quantloupe {

/// What a job list shows of a job.
struct JobStatus
{
    quint64 id = 0;
    QString name;
    /// What it is doing just now; may be empty.
    QString activity;
    /// 0..1.
    double fraction = 0;
    bool isRunning = false;
    /// It was cancelled, and has not noticed yet.
    bool isStopping = false;
};

/// A lane of the window: jobs run in one thread of its own and answer in the GUI thread. Results of
/// a job whose receiver is gone, or that a newer job replaced, are dropped. Lives in the GUI
/// thread.
class JobLane : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds kSampling{100};

    /// While a job runs, its progress and partial items are fetched every `sampling`.
    explicit JobLane(QueuePolicy policy, std::chrono::milliseconds sampling = kSampling,
                     QObject *parent = nullptr);
    /// Stops the running job and waits for it; no callback is made any more.
    ~JobLane() override;

    quint64 start(std::unique_ptr<AbstractJob> job);
    void cancel(quint64 id);
    void cancelAll();
    bool isBusy() const { return !m_jobs.empty(); }
    /// In the order they were started, without quiet ones.
    QList<JobStatus> jobs() const;

Q_SIGNALS:
    /// A job that is not quiet was added, or left.
    void jobsChanged();
    /// It is time to look at jobs() again.
    void progressed();

private:
    void sample();
    void finish(quint64 id, const JobOutcome &outcome);
    bool mayAnswer(quint64 id, const AbstractJob &job) const;

    const QueuePolicy m_policy;
    QTimer m_timer;
    std::map<quint64, std::unique_ptr<AbstractJob>> m_jobs;
    /// Of m_jobs.
    std::set<quint64> m_cancelled;
    quint64 m_newest = 0;
    std::unique_ptr<JobQueue> m_queue;
};

} // namespace quantloupe

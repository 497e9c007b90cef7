// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/output_job.h"

#include "jobs/file_writer.h"

#include <algorithm>
#include <memory>

namespace quantloupe {

OutputJob::OutputJob(FileWriter *files, QObject *parent) : QObject(parent), m_files(files)
{
    connect(files->lane(), &JobLane::progressed, this, &OutputJob::takeProgress);
}

void OutputJob::write(const QString &path, const Work &work)
{
    if (isWriting())
        return;
    const auto files = std::make_shared<QStringList>();
    FileTask task;
    task.path = path;
    task.receiver = this;
    task.work = [work, files](const RunContext &context) {
        for (const std::filesystem::path &file : work(context))
            files->append(QString::fromStdString(file.string()));
    };
    task.done = [this, files] {
        end();
        Q_EMIT written(*files);
    };
    task.failed = [this](const QString &sentence, const QString &details) {
        end();
        Q_EMIT failed(sentence, details);
    };
    task.cancelled = [this] {
        end();
        Q_EMIT cancelled();
    };
    m_fraction = 0;
    m_job = m_files->run(task);
    Q_EMIT started();
}

void OutputJob::cancel()
{
    if (isWriting())
        m_files->lane()->cancel(m_job);
}

void OutputJob::takeProgress()
{
    const QList<JobStatus> jobs = m_files->lane()->jobs();
    const auto job = std::ranges::find(jobs, m_job, &JobStatus::id);
    if (!isWriting() || job == jobs.end())
        return;
    m_fraction = job->fraction;
    Q_EMIT progressed();
}

void OutputJob::end()
{
    m_job = 0;
    Q_EMIT ended();
}

} // namespace quantloupe

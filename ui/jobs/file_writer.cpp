// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/file_writer.h"

#include "base/file_io.h"
#include "models/core_words.h"

#include <QFileInfo>
#include <QPointer>

#include <string_view>

namespace quantloupe {

FileWriter::FileWriter(JobLane *lane, QObject *parent) : QObject(parent), m_lane(lane) {}

void FileWriter::write(const QString &path, const FileContent &content)
{
    auto job = std::make_unique<Job<bool>>(tr("Saving %1").arg(QFileInfo(path).fileName()), this);
    job->work = [target = path.toStdString(), content](const RunContext &, const auto &) {
        const QByteArray bytes = content();
        writeFileAtomically(target, std::string_view(bytes.constData(), std::size_t(bytes.size())));
        return true;
    };
    job->done = [this, path](bool) {
        Q_EMIT written(path);
        finishOne();
    };
    job->failed = [this, path](const Error &error) {
        Q_EMIT failed(failureOf(path, error), QString::fromStdString(error.context()));
        finishOne();
    };
    job->cancelled = [this] { finishOne(); };
    ++m_writing;
    m_lane->start(std::move(job));
}

quint64 FileWriter::run(const FileTask &task)
{
    auto job =
        std::make_unique<Job<bool>>(tr("Saving %1").arg(QFileInfo(task.path).fileName()), this);
    job->work = [work = task.work](const RunContext &context, const auto &) {
        work(context);
        return true;
    };
    const QPointer<QObject> receiver = task.receiver;
    job->done = [this, task, receiver](bool) {
        if (task.isTold)
            Q_EMIT written(task.path);
        if (receiver && task.done)
            task.done();
        finishOne();
    };
    job->failed = [this, task, receiver](const Error &error) {
        const QString sentence = failureOf(task.path, error);
        const QString details = QString::fromStdString(error.context());
        if (task.isTold)
            Q_EMIT failed(sentence, details);
        if (receiver && task.failed)
            task.failed(sentence, details);
        finishOne();
    };
    job->cancelled = [this, task, receiver] {
        if (receiver && task.cancelled)
            task.cancelled();
        finishOne();
    };
    ++m_writing;
    return m_lane->start(std::move(job));
}

QString FileWriter::failureOf(const QString &path, const Error &error) const
{
    return tr("%1 could not be saved. %2").arg(QFileInfo(path).fileName(), coreText(error.what()));
}

void FileWriter::finishOne()
{
    if (--m_writing == 0)
        Q_EMIT idle();
}

} // namespace quantloupe

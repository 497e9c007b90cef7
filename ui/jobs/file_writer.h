// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/job_lane.h"
#include "widgets/file_content.h"

#include <QObject>
#include <QString>

#include <functional>

namespace quantloupe {

/// Files that are made and written in one go.
struct FileTask
{
    /// The first of them, by which it is named.
    QString path;
    /// In the lane's thread: makes and writes all of them, or throws.
    std::function<void(const RunContext &)> work;
    /// In the GUI thread, while `receiver` lives; what is not set is skipped.
    QObject *receiver = nullptr;
    std::function<void()> done;
    std::function<void(const QString &sentence, const QString &details)> failed;
    std::function<void()> cancelled;
    /// By written() and failed(); else the receiver alone knows.
    bool isTold = true;
};

/// Writes finished files in a lane: each is whole or not there.
class FileWriter : public QObject
{
    Q_OBJECT

public:
    explicit FileWriter(JobLane *lane, QObject *parent = nullptr);

    void write(const QString &path, const FileContent &content);
    /// The lane's number of the job.
    quint64 run(const FileTask &task);
    JobLane *lane() const { return m_lane; }
    bool isWriting() const { return m_writing > 0; }

Q_SIGNALS:
    void written(const QString &path);
    void failed(const QString &sentence, const QString &details);
    /// Nothing is on its way any more.
    void idle();

private:
    void finishOne();
    /// What failed(), as all of this class, says.
    QString failureOf(const QString &path, const Error &error) const;

    JobLane *m_lane;
    int m_writing = 0;
};

} // namespace quantloupe

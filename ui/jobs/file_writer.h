// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/job_lane.h"
#include "widgets/file_content.h"

#include <QObject>

namespace quantloupe {

/// Writes finished files in a lane: each is whole or not there.
class FileWriter : public QObject
{
    Q_OBJECT

public:
    explicit FileWriter(JobLane *lane, QObject *parent = nullptr);

    void write(const QString &path, const FileContent &content);
    bool isWriting() const { return m_writing > 0; }

Q_SIGNALS:
    void written(const QString &path);
    void failed(const QString &sentence, const QString &details);
    /// Nothing is on its way any more.
    void idle();

private:
    void finishOne();

    JobLane *m_lane;
    int m_writing = 0;
};

} // namespace quantloupe

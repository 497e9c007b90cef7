// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/run_context.h"

#include <QObject>
#include <QStringList>

#include <filesystem>
#include <functional>
#include <vector>

namespace quantloupe {

class FileWriter;

/// A file that takes long to make, on its way to the disk in the writer's lane; one at a time.
class OutputJob : public QObject
{
    Q_OBJECT

public:
    /// Makes and writes files in the lane's thread, and gives them, that which was asked for first.
    using Work = std::function<std::vector<std::filesystem::path>(const RunContext &)>;

    explicit OutputJob(FileWriter *files, QObject *parent = nullptr);

    /// Nothing while it is writing.
    void write(const QString &path, const Work &work);
    void cancel();
    bool isWriting() const { return m_job != 0; }
    /// 0..1.
    double fraction() const { return m_fraction; }

Q_SIGNALS:
    void started();
    void progressed();
    /// However it went; one of the following comes next.
    void ended();
    void written(const QStringList &files);
    void failed(const QString &sentence, const QString &details);
    void cancelled();

private:
    void takeProgress();
    void end();

    FileWriter *m_files;
    /// The lane's number; 0 for none.
    quint64 m_job = 0;
    double m_fraction = 0;
};

} // namespace quantloupe

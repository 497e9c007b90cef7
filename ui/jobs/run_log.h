// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/run_recorder.h"

#include <QObject>
#include <QString>

#include <memory>
#include <mutex>

namespace quantloupe {

/// Keeps the measurements of the window as runs of the store that is open, while the user wants
/// that. The threads that measure write; this is what they tell.
class RunLog : public QObject
{
    Q_OBJECT

public:
    explicit RunLog(QObject *parent = nullptr);
    ~RunLog() override;

    /// Null for none. A measurement that runs stays with the store it began in.
    void setStore(const std::shared_ptr<RunStore> &store) { m_store = store; }
    /// What makes the pictures of runs.
    void setPainter(const RunRecorder::Painter &painter) { m_painter = painter; }
    bool isKeeping() const { return m_isKeeping; }
    void setKeeping(bool keeping);

    /// For a measurement that is about to start; null where nothing is kept. `request` is asked in
    /// the measurement's thread.
    std::shared_ptr<RunRecorder> recorder(const RunRecorder::Request &request) const;

Q_SIGNALS:
    void keepingChanged();
    /// A run has begun or ended.
    void recorded();
    /// Once for each run that cannot be kept.
    void failed(const QString &sentence, const QString &details);

private:
    /// By which other threads reach this, as long as it lives.
    struct Line
    {
        std::mutex mutex;
        RunLog *log = nullptr;
    };

    static void post(const std::shared_ptr<Line> &line,
                     const std::function<void(RunLog &)> &message);

    std::shared_ptr<Line> m_line = std::make_shared<Line>();
    std::shared_ptr<RunStore> m_store;
    RunRecorder::Painter m_painter;
    bool m_isKeeping = true;
};

} // namespace quantloupe

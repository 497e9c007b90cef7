// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/job_lane.h"
#include "model/architecture_error.h"
#include "models/quant_document.h"

#include <QObject>

#include <functional>
#include <optional>
#include <utility>

namespace quantloupe {

class Session;

/// Opens generators in the io lane. The document keeps its generator, and can be edited, until the
/// next one is there; the newest request wins.
class GeneratorOpener : public QObject
{
    Q_OBJECT

public:
    GeneratorOpener(Session &session, QuantDocument *document, JobLane *lane,
                    QObject *parent = nullptr);

    void open(const QString &path);
    void open(const OpenRequest &request);
    /// The document's file read in another way; settings of layers that agree are kept.
    void reopen(const OpenRequest &request);
    /// What was asked for last, once more.
    void openAgain();
    /// The same, read as the architecture file describes.
    void openAs(const QString &architectureFile);
    /// Why what was asked for last failed, where an architecture file may mend it.
    const std::optional<ArchitectureProblem> &architectureProblem() const
    {
        return m_architectureProblem;
    }
    /// What was asked for last.
    const OpenRequest &request() const { return m_request; }
    /// At once, however long the file's reader takes to notice.
    void cancel();
    bool isRunning() const { return m_job != 0; }
    /// Asked once another file was read, before it takes the place of unsaved changes; calls one of
    /// both.
    using Guard = std::function<void(const std::function<void()> &proceed,
                                     const std::function<void()> &decline)>;
    void setGuard(Guard guard) { m_guard = std::move(guard); }

Q_SIGNALS:
    void started(const QString &path);
    /// 0..1.
    void progressed(double fraction);
    /// The newest request is over, however it ended; before the signals that say how.
    void finished();
    /// The document has another file now; before opened().
    void openedOther();
    /// The document has it.
    void opened(const QString &path);
    /// The document was read in another way, and there had been something to undo; after opened().
    void undoDropped();
    void failed(const QString &path, const quantloupe::Error &error);
    /// Also when the user kept the unsaved changes.
    void cancelled(const QString &path);

private:
    enum class Mode { New, SameFile };

    void start(const OpenRequest &request, Mode mode);
    QString path() const;
    void reportProgress();
    void end();
    void arrive(const OpenedGenerator &opened, Mode mode);
    void take(const OpenedGenerator &opened, Mode mode);

    Session &m_session;
    QuantDocument *m_document;
    JobLane *m_lane;
    Guard m_guard;
    quint64 m_job = 0;
    OpenRequest m_request;
    Mode m_mode = Mode::New;
    std::optional<ArchitectureProblem> m_architectureProblem;
    /// Grows with every request; answers to older ones are dropped.
    int m_generation = 0;
};

} // namespace quantloupe

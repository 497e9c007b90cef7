// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/job_lane.h"
#include "models/quant_document.h"

#include <QObject>

namespace quantloupe {

class Session;

/// Opens generators in the io lane. The document keeps its generator until the next one is there;
/// the newest request wins.
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
    bool isRunning() const { return m_job != 0; }

Q_SIGNALS:
    void started(const QString &path);
    /// The document has another file now; before opened().
    void openedOther();
    /// The document has it.
    void opened(const QString &path);
    /// The document was read in another way, and there had been something to undo; after opened().
    void undoDropped();
    void failed(const QString &path, const QString &sentence, const QString &details);
    void cancelled(const QString &path);

private:
    enum class Mode { New, SameFile };

    void start(const OpenRequest &request, Mode mode);
    void take(OpenedGenerator opened, Mode mode);

    Session &m_session;
    QuantDocument *m_document;
    JobLane *m_lane;
    quint64 m_job = 0;
    /// Grows with every request; answers to older ones are dropped.
    int m_generation = 0;
};

} // namespace quantloupe

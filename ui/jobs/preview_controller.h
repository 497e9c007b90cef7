// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/job_lane.h"
#include "jobs/preview_run.h"
#include "models/compare_set.h"
#include "models/quant_document.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <optional>

namespace quantloupe {

/// Milliseconds from an edit until pictures of it were there.
struct PreviewTiming
{
    qint64 firstPair = 0;
    /// All pictures that are shown; absent while some are missing.
    std::optional<qint64> shownPairs;
};

/// Keeps the pictures up to date: after every change of the document a comparison runs in the
/// preview lane, the newest wins. Pictures stay until their successors arrive.
class PreviewController : public QObject
{
    Q_OBJECT

public:
    PreviewController(Session &session, QuantDocument *document, CompareSet *set, JobLane *lane,
                      QObject *parent = nullptr);

    /// How many pairs the grid shows for the document's generator.
    int shownCount() const;
    /// Pinned latents first, then those of the seed; as many as averages are taken over. The first
    /// shownCount() are shown.
    std::vector<SampleRef> samples() const;
    /// What the pictures of the document's present state are asked with: samples(); its configuration may be replaced.
    PreviewRequest request() const;
    /// Computes the present state again, for example after it was cancelled or failed.
    void refresh();
    /// False once the newest run is over, however it ended.
    bool isRunning() const { return m_running; }
    /// The pictures of float and of kept configurations are those of the run before the newest.
    bool keepsFloat() const { return m_keepsFloat; }
    /// A run is under way or about to start.
    bool isPending() const { return m_running || m_coalesce.isActive(); }

Q_SIGNALS:
    void started();
    void pairArrived(int position, const quantloupe::SamplePair &pair);
    void stageReached(const quantloupe::PreviewStage &stage);
    void timed(const quantloupe::PreviewTiming &timing);
    void progressed(double fraction);
    void failed(const QString &sentence, const QString &details);
    void cancelled();
    /// The newest run is over, however it ended.
    void finished();
    /// It was neither cancelled nor did it fail; after finished().
    void completed();

private:
    void schedule();
    void run();
    std::size_t averagedCount() const;
    void take(std::vector<PreviewUpdate> updates, const CompareRequest &asked);
    void takePair(const SamplePair &pair);
    void end();

    Session &m_session;
    QuantDocument *m_document;
    CompareSet *m_set;
    JobLane *m_lane;
    QTimer m_coalesce;
    QElapsedTimer m_sinceEdit;
    PreviewTiming m_timing;
    int m_arrived = 0;
    bool m_running = false;
    /// Of the newest run.
    CompareRequest m_asked;
    bool m_keepsFloat = false;
};

/// Threads for a preview: one core stays with the window while the user drags.
int previewThreads();

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/preview_controller.h"
#include "models/path_place.h"

#include <QObject>

#include <map>
#include <vector>

namespace quantloupe {

/// The same latent by KeptConfiguration::id; 0 is the present configuration.
using PathPairs = std::map<int, SamplePair>;

/// Draws the latent at one place of a path through samples, in the preview lane: with the present
/// configuration, and with those of the kept ones that are looked at. While one is
/// drawn only the newest wish is remembered, so that a moving scrubber shows pictures all the time.
/// The document's own pictures go first; the place is drawn again after them.
class PathPreview : public QObject
{
    Q_OBJECT

public:
    PathPreview(Session &session, CompareSet *set, PreviewController *preview, JobLane *lane,
                QObject *parent = nullptr);

    /// At its first sample. An empty path ends it.
    void setPath(const std::vector<SampleRef> &path);
    const std::vector<SampleRef> &path() const { return m_path; }
    /// What the present configuration's picture at the present place is asked with; there must be a
    /// path.
    CompareRequest request() const;
    /// Kept configurations that are looked at.
    void setKept(const std::vector<int> &ids);
    /// Counts the samples of the path, as pointOnPath().
    void moveTo(double position);
    /// The lane has dropped the job for another one; its place is drawn again.
    void restart();

Q_SIGNALS:
    /// The latent at `place`.
    void arrived(const quantloupe::PathPairs &pairs, const quantloupe::PathPlace &place);
    void failed(const QString &sentence, const QString &details);
    /// The newest place is drawn, or cannot be.
    void settled();

private:
    using Requests = std::map<int, CompareRequest>;

    Requests requests() const;
    void run();
    void end();

    Session &m_session;
    CompareSet *m_set;
    PreviewController *m_preview;
    JobLane *m_lane;
    std::vector<SampleRef> m_path;
    double m_position = 0;
    std::vector<int> m_kept;
    /// The place is not drawn yet.
    bool m_isWanted = false;
    bool m_isRunning = false;
};

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/job_lane.h"
#include "session/requests.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace quantloupe {

class PreviewController;
class Session;

/// Draws one sample by float and by some other configuration than the document's, for as long as
/// the user points at what stands for it. In a lane of its own, the newest wins, on one thread and
/// beside what measures; it keeps nothing.
class CellPreview : public QObject
{
    Q_OBJECT

public:
    /// So long somebody who only passes by sees nothing drawn.
    static constexpr int kRestMs = 80;

    /// Inputs and sampling are those of `preview`.
    CellPreview(Session &session, PreviewController *preview, QObject *parent = nullptr);

    /// Position of the preview's sample.
    void setSample(int position);
    /// Nothing while no generator is open. What cannot be drawn is not: the cell says its value.
    void draw(const QuantConfig &config);
    /// Nobody points at it any more.
    void stop();

Q_SIGNALS:
    /// What draw() was asked for last.
    void arrived(const quantloupe::SamplePair &pair);

private:
    /// Another generator, inputs or sampling; edits of the document's configuration change nothing.
    void followPreview();
    void run();

    Session &m_session;
    PreviewController *m_preview;
    JobLane m_lane{QueuePolicy::NewestWins};
    QTimer m_rest;
    /// Absent while nobody points.
    std::optional<QuantConfig> m_config;
    /// What was drawn last, of all samples.
    CompareRequest m_drawn;
    int m_sample = 0;
};

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/preview_controller.h"

#include <QObject>

#include <map>
#include <vector>

namespace quantloupe {

/// Pictures and averages of one kept configuration.
struct KeptPictures
{
    /// The shown ones, in order; those that are missing come later.
    std::vector<SamplePair> pairs;
    MeanQuality mean;
    int samples = 0;
};

/// Draws the kept configurations, always after the present one and never while it is drawn. What
/// is drawn stays while the present configuration is edited; other latents, another sampling or
/// another generator start anew.
class KeptPreview : public QObject
{
    Q_OBJECT

public:
    KeptPreview(Session &session, CompareSet *set, PreviewController *preview, JobLane *lane,
                QObject *parent = nullptr);

    /// What is there of a configuration; null for none.
    const KeptPictures *pictures(int id) const;
    /// Goes on after it was cancelled or failed.
    void resume();
    bool isRunning() const { return m_running; }

Q_SIGNALS:
    void started();
    /// A shown pair of a kept configuration.
    void pairArrived(int id, int position, const quantloupe::SamplePair &pair);
    /// The averages of a configuration are over more samples now.
    void averaged(int id);
    void failed(const QString &sentence, const QString &details);
    void cancelled();
    /// However it ended, unless the present configuration is drawn again.
    void finished();

private:
    /// One kept configuration's part of a job, from the first sample that is missing.
    struct Part
    {
        int id = 0;
        CompareRequest request;
    };
    struct Arrival
    {
        int id = 0;
        std::vector<SamplePair> pairs;
    };
    struct Drawn
    {
        /// What was drawn; the shown pairs as pictures, all as numbers.
        QuantConfig config;
        std::vector<SamplePair> numbers;
        KeptPictures pictures;
    };

    void dropOutdated(const CompareRequest &present);
    std::vector<Part> missingParts(const CompareRequest &present) const;
    void take(const Arrival &arrival);
    void end();

    Session &m_session;
    CompareSet *m_set;
    PreviewController *m_preview;
    JobLane *m_lane;
    /// What all of m_drawn answers, without the configuration.
    CompareRequest m_question;
    std::map<int, Drawn> m_drawn;
    bool m_running = false;
};

} // namespace quantloupe

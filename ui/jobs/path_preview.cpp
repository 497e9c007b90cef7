// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/path_preview.h"

#include "data/latent_path.h"
#include "models/core_words.h"

namespace quantloupe {

PathPreview::PathPreview(Session &session, CompareSet *set, PreviewController *preview,
                         JobLane *lane, QObject *parent)
    : QObject(parent), m_session(session), m_set(set), m_preview(preview), m_lane(lane)
{
    // The lane has dropped our job by then.
    connect(preview, &PreviewController::started, this, [this] {
        m_isRunning = false;
        m_isWanted = !m_path.empty();
    });
    connect(preview, &PreviewController::completed, this, &PathPreview::run);
}

void PathPreview::setPath(const std::vector<SampleRef> &path)
{
    m_path = path;
    moveTo(0);
}

void PathPreview::moveTo(double position)
{
    m_position = position;
    m_isWanted = !m_path.empty();
    run();
}

void PathPreview::setKept(const std::vector<int> &ids)
{
    if (ids == m_kept)
        return;
    m_kept = ids;
    m_isWanted = !m_path.empty();
    run();
}

void PathPreview::restart()
{
    if (!m_isRunning)
        return;
    m_isRunning = false;
    m_isWanted = !m_path.empty();
    run();
}

CompareRequest PathPreview::request() const
{
    CompareRequest request = m_preview->request().compare;
    const PathPoint point = pointOnPath(m_path, m_position);
    request.source.samples = {point.sample};
    request.source.blends = {point.blend};
    return request;
}

PathPreview::Requests PathPreview::requests() const
{
    Requests requests{{0, request()}};
    for (const int id : m_kept)
        if (const KeptConfiguration *kept = m_set->kept(id)) {
            requests[id] = requests[0];
            requests[id].config = kept->config;
        }
    return requests;
}

void PathPreview::run()
{
    if (!m_isWanted || m_isRunning || m_preview->isPending())
        return;
    m_isWanted = false;
    auto job = std::make_unique<Job<PathPairs>>(tr("Drawing an interpolated latent"), this);
    job->work = [&session = m_session, requests = requests()](const RunContext &context,
                                                              const auto &) {
        PathPairs pairs;
        for (const auto &[id, request] : requests)
            pairs[id] = session.compare(request, Lane::Preview, context).pairs.front();
        return pairs;
    };
    job->done = [this, place = PathPlace{m_path, m_position}](const PathPairs &pairs) {
        if (!m_path.empty())
            Q_EMIT arrived(pairs, place);
        end();
    };
    job->failed = [this](const Error &error) {
        Q_EMIT failed(coreText(error.what()), QString::fromStdString(error.context()));
        end();
    };
    job->cancelled = [this] { end(); };
    m_isRunning = true;
    m_lane->start(std::move(job));
}

void PathPreview::end()
{
    m_isRunning = false;
    run();
    if (!m_isRunning)
        Q_EMIT settled();
}

} // namespace quantloupe

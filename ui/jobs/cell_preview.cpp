// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/cell_preview.h"

#include "jobs/job.h"
#include "jobs/preview_controller.h"
#include "jobs/preview_run.h"
#include "session/session.h"

#include <algorithm>

namespace quantloupe {

CellPreview::CellPreview(Session &session, PreviewController *preview, QObject *parent)
    : QObject(parent), m_session(session), m_preview(preview)
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(kRestMs);
    connect(&m_rest, &QTimer::timeout, this, &CellPreview::run);
    connect(m_preview, &PreviewController::started, this, &CellPreview::followPreview);
}

void CellPreview::setSample(int position)
{
    if (position == m_sample)
        return;
    m_sample = position;
    if (m_config)
        draw(*m_config);
}

void CellPreview::followPreview()
{
    if (m_config && !haveSameFloat(m_preview->request().compare, m_drawn))
        draw(*m_config);
}

void CellPreview::draw(const QuantConfig &config)
{
    m_config = config;
    m_lane.cancelAll();
    m_rest.start();
}

void CellPreview::stop()
{
    m_config.reset();
    m_drawn = {};
    m_rest.stop();
    m_lane.cancelAll();
}

void CellPreview::run()
{
    CompareRequest request = m_preview->request().compare;
    m_drawn = request;
    auto &samples = request.source.samples;
    if (!request.generator || samples.empty())
        return;
    const int last = int(samples.size()) - 1;
    samples = {samples[std::size_t(std::clamp(m_sample, 0, last))]};
    request.config = *m_config;
    // Other layers change with every cell: what a cache kept would be used once.
    request.execution = {.microBatch = 1, .threads = 1, .useCache = false};
    auto job = std::make_unique<Job<SamplePair>>(tr("Drawing a cell"), this);
    job->setQuiet();
    job->work = [&session = m_session, request](const RunContext &context, const auto &) {
        return session.compare(request, Lane::Glance, context).pairs.front();
    };
    job->done = [this](const SamplePair &pair) { Q_EMIT arrived(pair); };
    m_lane.start(std::move(job));
}

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/inspector_controller.h"

#include "models/core_words.h"

#include <algorithm>

namespace quantloupe {

namespace {

/// The preview keeps the other cores.
constexpr int kThreads = 1;

} // namespace

InspectorController::InspectorController(Session &session, QuantDocument *document,
                                         PreviewController *preview, JobLane *lane, QObject *parent)
    : QObject(parent), m_session(session), m_document(document), m_preview(preview), m_lane(lane)
{
    m_coalesce.setSingleShot(true);
    connect(&m_coalesce, &QTimer::timeout, this, &InspectorController::run);
    const auto everything = [this] { schedule(InspectParts::Everything); };
    connect(document, &QuantDocument::opened, this, everything);
    connect(document, &QuantDocument::configChanged, this, everything);
    connect(document, &QuantDocument::planChanged, this, everything);
    connect(document, &QuantDocument::seedChanged, this, everything);
    connect(document, &QuantDocument::inputPicturesChanged, this, everything);
    const auto mayStart = [this] {
        if (m_due && m_active)
            m_coalesce.start(0);
    };
    connect(preview, &PreviewController::stageReached, this, mayStart);
    connect(preview, &PreviewController::finished, this, mayStart);
}

void InspectorController::setLayer(const QString &layer)
{
    if (layer == m_layer)
        return;
    m_layer = layer;
    m_channel.reset();
    Q_EMIT layerChanged();
    schedule(InspectParts::Everything);
}

void InspectorController::setChannel(std::optional<int> channel)
{
    if (channel == m_channel)
        return;
    m_channel = channel;
    schedule(InspectParts::Weight);
}

void InspectorController::setSample(int position)
{
    position = std::max(0, position);
    if (position == m_sample)
        return;
    m_sample = position;
    schedule(InspectParts::Everything);
}

void InspectorController::setMapOrder(MapOrder order)
{
    if (order == m_mapOrder)
        return;
    m_mapOrder = order;
    schedule(InspectParts::Everything);
}

void InspectorController::setActive(bool active)
{
    m_active = active;
    if (!active || !m_due)
        return;
    Q_EMIT outdated();
    startWhenPossible();
}

void InspectorController::refresh()
{
    schedule(InspectParts::Everything);
}

bool InspectorController::isPending() const
{
    return m_running || (m_due && m_active);
}

void InspectorController::schedule(InspectParts parts)
{
    // A run that is replaced before its end leaves its part undone.
    const bool isMore = m_due.value_or(InspectParts::Weight) == InspectParts::Everything ||
                        (m_running && m_runningParts == InspectParts::Everything);
    m_due = isMore ? InspectParts::Everything : parts;
    if (!m_active)
        return;
    Q_EMIT outdated();
    startWhenPossible();
}

void InspectorController::cancel()
{
    m_lane->cancelAll();
}

void InspectorController::startWhenPossible()
{
    if (*m_due == InspectParts::Weight || !m_preview->isPending())
        m_coalesce.start(0);
}

void InspectorController::run()
{
    if (!m_due)
        return;
    if (!m_document->generator() || !m_document->info().layer(m_layer.toStdString())) {
        m_due.reset();
        Q_EMIT finished();
        return;
    }
    using Item = LayerInspection;
    auto job = std::make_unique<Job<LayerInspection, Item>>(tr("Inspecting %1").arg(m_layer), this);
    const InspectRequest wanted = request();
    job->work = [&session = m_session, wanted](const RunContext &context,
                                               const std::function<void(Item)> &sink) {
        return session.inspectLayer(wanted, context, sink);
    };
    // The next run may still wait for the preview when this one answers.
    const auto deliver = [this, generator = m_document->generator(), layer = m_layer,
                          origin = originOf(wanted)](const LayerInspection &inspection) {
        if (generator != m_document->generator() || layer != m_layer)
            return;
        m_mapsOrigin = origin;
        Q_EMIT arrived(inspection);
    };
    job->arrived = [deliver](std::vector<Item> parts) { deliver(parts.back()); };
    job->done = [this, deliver](const LayerInspection &inspection) {
        end();
        deliver(inspection);
        Q_EMIT finished();
    };
    job->failed = [this](const Error &error) {
        end();
        Q_EMIT failed(coreText(error.what()), QString::fromStdString(error.context()));
        Q_EMIT finished();
    };
    job->cancelled = [this] {
        end();
        Q_EMIT cancelled();
        Q_EMIT finished();
    };
    m_runningParts = *m_due;
    m_due.reset();
    m_running = true;
    m_lane->start(std::move(job));
}

void InspectorController::end()
{
    m_running = false;
}

InspectRequest InspectorController::request() const
{
    InspectRequest request;
    request.compare = compareRequest();
    request.layer = m_layer.toStdString();
    request.channel = m_channel;
    request.sample =
        std::min(static_cast<std::size_t>(m_sample), request.compare.source.samples.size() - 1);
    request.maps.order = m_mapOrder;
    request.parts = *m_due;
    return request;
}

MapsOrigin InspectorController::originOf(const InspectRequest &request) const
{
    return {request.compare.source.samples.at(request.sample), m_document->toConfigFile()};
}

CompareRequest InspectorController::compareRequest() const
{
    CompareRequest compare = m_preview->request().compare;
    std::vector<SampleRef> &samples = compare.source.samples;
    samples.resize(std::min(samples.size(), static_cast<std::size_t>(m_preview->shownCount())));
    compare.execution.threads = kThreads;
    return compare;
}

} // namespace quantloupe

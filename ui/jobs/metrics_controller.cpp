// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/metrics_controller.h"

#include "models/core_words.h"
#include "session/run_findings.h"
#include "session/run_picture.h"

#include <algorithm>

namespace quantloupe {

MetricsController::MetricsController(MetricsEngine engine, QuantDocument *document,
                                     MetricsHistory *history, JobLane *lane, QObject *parent)
    : QObject(parent),
      m_engine(std::move(engine)),
      m_document(document),
      m_history(history),
      m_lane(lane)
{
    m_estimateTimer.setSingleShot(true);
    m_estimateTimer.setInterval(kEstimateDelay);
    connect(&m_estimateTimer, &QTimer::timeout, this, &MetricsController::startEstimate);
    connect(lane, &JobLane::progressed, this, &MetricsController::takeProgress);
    for (const auto changed :
         {&QuantDocument::opened, &QuantDocument::configChanged, &QuantDocument::planChanged})
        connect(document, changed, this, &MetricsController::scheduleEstimate);
    // What is measured would belong to a generator that is gone.
    connect(document, &QuantDocument::aboutToOpen, this, &MetricsController::cancel);
}

void MetricsController::setSettings(const MetricsSettings &settings)
{
    if (settings == m_settings)
        return;
    m_settings = settings;
    Q_EMIT settingsChanged();
    scheduleEstimate();
}

void MetricsController::setActive(bool active)
{
    m_active = active;
    if (active && !m_estimate)
        scheduleEstimate();
}

void MetricsController::scheduleEstimate()
{
    if (m_estimating)
        m_lane->cancel(m_estimating);
    takeEstimate({}, {});
    if (m_active)
        m_estimateTimer.start();
}

void MetricsController::startEstimate()
{
    // Its own progress tells more while a measurement runs.
    if (isRunning() || !m_document->generator() || m_settings.metrics.empty())
        return;
    MetricsRequest request = metricsRequest(*m_document, m_settings);
    request.resume = true;
    auto job = estimateOf(request);
    job->done = [this](const MetricsEstimate &estimate) { takeEstimate(estimate, {}); };
    job->failed = [this](const Error &error) { takeEstimate({}, coreText(error.what())); };
    m_estimating = m_lane->start(std::move(job));
}

std::unique_ptr<Job<MetricsEstimate>> MetricsController::estimateOf(const MetricsRequest &request)
{
    auto job = std::make_unique<Job<MetricsEstimate>>(tr("Estimating the time"), this);
    job->setQuiet();
    job->work = [engine = m_engine.estimate, request](const RunContext &context, const auto &) {
        return engine(request, context);
    };
    return job;
}

void MetricsController::time(const MetricsRequest &request)
{
    m_phases.restart();
    m_clock.invalidate();
    if (m_estimate && (request.resume || m_estimate->resumable == 0)) {
        m_phases.setPhases(m_estimate->phases);
        return;
    }
    auto job = estimateOf(request);
    job->done = [this](const MetricsEstimate &estimate) {
        m_timing = 0;
        m_phases.setPhases(estimate.phases);
    };
    m_timing = m_lane->start(std::move(job));
}

void MetricsController::takeEstimate(const std::optional<MetricsEstimate> &estimate,
                                     const QString &failure)
{
    m_estimating = 0;
    m_estimate = estimate;
    m_estimateFailure = failure;
    Q_EMIT estimateChanged();
}

void MetricsController::start(bool anew)
{
    if (isRunning() || !m_document->generator() || m_settings.metrics.empty())
        return;
    if (m_estimating)
        m_lane->cancel(m_estimating);
    m_timing = 0;
    MetricsRequest request = metricsRequest(*m_document, m_settings);
    request.resume = !anew;
    auto job = std::make_unique<Job<MetricsReport, MetricsReport>>(tr("Measuring"), this);
    job->work = [engine = m_engine.measure, request,
                 recorder = m_recording ? m_recording(request) : nullptr](
                    const RunContext &context, const std::function<void(MetricsReport)> &sink) {
        return recorded(
            recorder,
            [&] {
                MetricsReport report = engine(request, context, sink);
                if (recorder)
                    recorder->paint(pictureRequest(request), context);
                return report;
            },
            [&](const MetricsReport &report, const RunRecorder::Words &words) {
                return finishedRun(request, report, words);
            });
    };
    job->arrived = [this](const std::vector<MetricsReport> &reports) {
        Q_EMIT arrived(reports.back());
    };
    job->done = [this, config = request.config, calibration = request.calibration,
                 settings = m_settings,
                 size = m_engine.size(*m_document)](const MetricsReport &report) {
        m_running = 0;
        m_history->add({config, calibration, settings, size, report, {}, {}, 0});
        end();
    };
    job->failed = [this](const Error &error) {
        m_running = 0;
        Q_EMIT failed(coreText(error.what()), QString::fromStdString(error.context()));
        end();
    };
    job->cancelled = [this] {
        m_running = 0;
        Q_EMIT cancelled();
        end();
    };
    time(request);
    m_running = m_lane->start(std::move(job));
    Q_EMIT started();
}

void MetricsController::cancel()
{
    if (!isRunning())
        return;
    if (m_timing)
        m_lane->cancel(m_timing);
    m_lane->cancel(m_running);
}

void MetricsController::end()
{
    Q_EMIT finished();
    scheduleEstimate();
}

void MetricsController::takeProgress()
{
    const QList<JobStatus> jobs = m_lane->jobs();
    const auto job = std::ranges::find(jobs, m_running, &JobStatus::id);
    if (!isRunning() || job == jobs.end() || !job->isRunning)
        return;
    if (!m_clock.isValid())
        m_clock.start();
    m_phases.advance(job->fraction, double(m_clock.elapsed()) / 1000);
    Q_EMIT progressed();
}

} // namespace quantloupe

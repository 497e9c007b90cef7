// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/job.h"
#include "jobs/job_lane.h"
#include "jobs/phase_clock.h"
#include "jobs/run_recorder.h"
#include "models/metrics_history.h"
#include "models/metrics_settings.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>
#include <utility>

namespace quantloupe {

/// What measures, in the lane's thread; `size` in the GUI's.
struct MetricsEngine
{
    std::function<MetricsReport(const MetricsRequest &, const RunContext &, const MetricsSink &)>
        measure;
    std::function<MetricsEstimate(const MetricsRequest &, const RunContext &)> estimate;
    std::function<SizeReport(const QuantDocument &)> size;
};

/// Measures the document's configuration in the compute lane, and tells before how long that will
/// take. Measurements that end well go to the history.
class MetricsController : public QObject
{
    Q_OBJECT

public:
    /// From the last change until an estimate is asked for.
    static constexpr std::chrono::milliseconds kEstimateDelay{600};

    MetricsController(MetricsEngine engine, QuantDocument *document, MetricsHistory *history,
                      JobLane *lane, QObject *parent = nullptr);

    const MetricsSettings &settings() const { return m_settings; }
    void setSettings(const MetricsSettings &settings);
    /// Gives what keeps a measurement that starts, or null.
    using Recording = std::function<std::shared_ptr<RunRecorder>(const MetricsRequest &)>;
    void setRecording(Recording recording) { m_recording = std::move(recording); }

    /// While nobody looks, nothing is estimated.
    void setActive(bool active);
    const std::optional<MetricsEstimate> &estimate() const { return m_estimate; }
    /// Why there is no estimate; empty while it is on its way.
    const QString &estimateFailure() const { return m_estimateFailure; }

    /// Measures the present configuration. An interrupted measurement of the same is taken up
    /// again unless `anew`. Nothing while one is running.
    void start(bool anew = false);
    void cancel();
    bool isRunning() const { return m_running != 0; }
    /// How far the running measurement is, 0..1 of its time, and what is left of it; absent while
    /// not known.
    double fraction() const { return m_phases.fraction(); }
    std::optional<PhaseClock::Left> timeLeft() const { return m_phases.left(); }

Q_SIGNALS:
    void settingsChanged();
    void estimateChanged();
    void started();
    /// What is known so far.
    void arrived(const quantloupe::MetricsReport &report);
    void progressed();
    void failed(const QString &sentence, const QString &details);
    void cancelled();
    /// The measurement is over, however it ended; after the history has it.
    void finished();

private:
    void scheduleEstimate();
    void startEstimate();
    void takeEstimate(const std::optional<MetricsEstimate> &estimate, const QString &failure);
    void takeProgress();
    /// The phases of what is about to be measured: as they were estimated, or by an estimate that
    /// goes before.
    void time(const MetricsRequest &request);
    std::unique_ptr<Job<MetricsEstimate>> estimateOf(const MetricsRequest &request);
    void end();

    MetricsEngine m_engine;
    QuantDocument *m_document;
    MetricsHistory *m_history;
    JobLane *m_lane;
    MetricsSettings m_settings;
    Recording m_recording;
    QTimer m_estimateTimer;
    std::optional<MetricsEstimate> m_estimate;
    QString m_estimateFailure;
    bool m_active = false;
    quint64 m_estimating = 0;
    quint64 m_running = 0;
    /// The estimate of what runs.
    quint64 m_timing = 0;
    PhaseClock m_phases;
    QElapsedTimer m_clock;
};

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/job_lane.h"
#include "jobs/run_recorder.h"
#include "models/metrics_settings.h"
#include "models/quant_document.h"
#include "session/recipe_run.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace quantloupe {

/// What a running recipe tells: first how long it will take at most, then row by row.
struct RecipeStep
{
    /// In the first step only.
    std::optional<MetricsEstimate> estimate = {};
    /// In all others, with its place from 0 on and how many there will be.
    std::optional<RecipeRow> row = {};
    std::size_t index = 0;
    std::size_t count = 0;
};

using RecipeStepSink = std::function<void(RecipeStep)>;
/// What runs a recipe, in the lane's thread.
using RecipeEngine =
    std::function<RecipeReport(const RecipeRequest &, const RunContext &, const RecipeStepSink &)>;
RecipeEngine recipeEngine(Session &session);

/// Runs the experiments of the papers on the document's generator in the compute lane, on the
/// samples and against the reference that are chosen for measurements; of an image-to-image network
/// the samples are the user's pictures, where there are any. What a stopped run has
/// measured is kept and not measured again.
class RecipeController : public QObject
{
    Q_OBJECT

public:
    enum class State { None, Running, Done, Cancelled, Failed };

    RecipeController(RecipeEngine engine, QuantDocument *document, JobLane *lane,
                     QObject *parent = nullptr);

    /// How to measure: its metrics mean nothing here.
    void setSettings(const MetricsSettings &settings);
    const MetricsSettings &settings() const { return m_settings; }

    /// Gives what keeps a run that starts, or null; by what was asked.
    using Recording = std::function<std::shared_ptr<RunRecorder>()>;
    void setRecording(Recording recording) { m_recording = std::move(recording); }

    /// Nothing while one is running. Goes on with a run of the same that was stopped.
    void start(RecipeKind kind);
    void cancel();

    State state() const { return m_state; }
    bool isRunning() const { return m_state == State::Running; }
    /// Of the last run; what was shown of it means nothing for State::None.
    RecipeKind kind() const { return m_kind; }
    const std::vector<RecipeRow> &rows() const { return m_rows; }
    /// How many there will be; 0 while that is not known.
    std::size_t wanted() const { return m_wanted; }
    /// Absent until all rows are measured.
    const std::optional<RecipeReport> &report() const { return m_report; }
    /// Of the last run.
    const MetricsRequest &asked() const { return m_asked.measurement; }
    const MetricsSettings &askedSettings() const { return m_askedSettings; }
    /// At most, as estimated at the start; absent while that is not known.
    const std::optional<MetricsEstimate> &estimate() const { return m_estimate; }
    /// 0..1.
    double fraction() const { return m_fraction; }
    /// The rows are those of other inputs or another reference than would be measured now.
    bool isStale() const;
    /// A run of this recipe that was stopped would go on.
    bool canContinue(RecipeKind kind) const;
    /// What the pictures are compared with.
    MetricsReference reference() const;

    /// One undo step: the layers get the configuration of a row, with the plan it was measured by.
    void load(int row);

Q_SIGNALS:
    /// Of anything that is asked for above but the progress.
    void changed();
    void progressed();
    void failed(const QString &sentence, const QString &details);

private:
    void forget();
    RecipeRequest requestFor(RecipeKind kind) const;
    void take(std::vector<RecipeStep> steps);
    void takeProgress();
    void end(State state);

    RecipeEngine m_engine;
    QuantDocument *m_document;
    JobLane *m_lane;
    Recording m_recording;
    MetricsSettings m_settings;
    RecipeKind m_kind = RecipeKind::Qgan;
    State m_state = State::None;
    RecipeRequest m_asked;
    MetricsSettings m_askedSettings;
    std::vector<RecipeRow> m_rows;
    std::size_t m_wanted = 0;
    std::optional<RecipeReport> m_report;
    std::optional<MetricsEstimate> m_estimate;
    double m_fraction = 0;
    /// The lane's number of the job; 0 for none.
    quint64 m_running = 0;
    /// Counts runs, and those that were given up.
    quint64 m_run = 0;
};

} // namespace quantloupe

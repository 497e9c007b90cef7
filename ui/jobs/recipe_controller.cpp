// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/recipe_controller.h"

#include "models/core_words.h"
#include "models/recipe_words.h"
#include "session/run_findings.h"

#include <algorithm>

namespace quantloupe {

namespace {

/// Of the whole; the rest is the measurements'.
constexpr double kEstimateShare = 0.01;

RecipeReport runRecorded(const RecipeEngine &engine, const RecipeRequest &request,
                         const std::shared_ptr<RunRecorder> &recorder, const RunContext &context,
                         const RecipeStepSink &sink)
{
    const auto keep = [&](RecipeStep step) {
        if (recorder && step.row)
            recorder->keep(storedRow(*step.row));
        sink(std::move(step));
    };
    return recorded(
        recorder, [&] { return engine(request, context, keep); },
        [&](const RecipeReport &report, const RunRecorder::Words &words) {
            return finishedRun(request, report, words);
        });
}

} // namespace

RecipeEngine recipeEngine(Session &session)
{
    return [&session](const RecipeRequest &request, const RunContext &context,
                      const RecipeStepSink &sink) {
        sink({.estimate =
                  estimateRecipe(session, request, Lane::Compute, context.sub(0, kEstimateShare))});
        return runRecipe(session, request, Lane::Compute, context.sub(kEstimateShare, 1),
                         [&](const RecipeRow &row, std::size_t index, std::size_t count) {
                             sink({.row = row, .index = index, .count = count});
                         });
    };
}

RecipeController::RecipeController(RecipeEngine engine, QuantDocument *document, JobLane *lane,
                                   QObject *parent)
    : QObject(parent), m_engine(std::move(engine)), m_document(document), m_lane(lane)
{
    connect(lane, &JobLane::progressed, this, &RecipeController::takeProgress);
    connect(document, &QuantDocument::aboutToOpen, this, &RecipeController::forget);
    for (const auto told : {&QuantDocument::opened, &QuantDocument::planChanged,
                            &QuantDocument::inputPicturesChanged})
        connect(document, told, this, &RecipeController::changed);
}

void RecipeController::forget()
{
    if (m_running != 0)
        m_lane->cancel(m_running);
    ++m_run;
    m_running = 0;
    m_state = State::None;
    m_asked = {};
    m_rows.clear();
    m_wanted = 0;
    m_report.reset();
    m_estimate.reset();
}

void RecipeController::setSettings(const MetricsSettings &settings)
{
    m_settings = settings;
    Q_EMIT changed();
}

MetricsReference RecipeController::reference() const
{
    MetricsReference reference = m_settings.reference;
    const std::string usual = usualRecipeReference(m_document->openRequest().path);
    if (reference.source == kFloatReference && !usual.empty())
        reference.source = usual;
    return reference;
}

RecipeRequest RecipeController::requestFor(RecipeKind kind) const
{
    RecipeRequest request{kind, metricsRequest(*m_document, m_settings), {}};
    MetricsRequest &measurement = request.measurement;
    // As the command does: its own calibration, whatever the document has.
    measurement.config = {};
    const GeneratorInfo &facts = m_document->info();
    measurement.calibration = {};
    measurement.calibration.count = usedCount(facts, measurement.calibration.count);
    measurement.ranges = {};
    if (facts.isImageToImage())
        measurement.images = m_document->inputPictures();
    if (measurement.images)
        measurement.count = std::min(measurement.count, measurement.images->size());
    measurement.metrics = {MetricKind::SlicedWasserstein, MetricKind::Frechet,
                           MetricKind::OutputSqnr};
    measurement.reference = reference();
    return request;
}

bool RecipeController::isStale() const
{
    if (m_rows.empty())
        return false;
    const MetricsRequest now = requestFor(m_kind).measurement;
    const MetricsRequest &then = m_asked.measurement;
    return !(now.plan == then.plan && now.reference == then.reference && now.count == then.count &&
             now.allowSmallFid == then.allowSmallFid &&
             now.calibrationImages == then.calibrationImages &&
             m_settings.features == m_askedSettings.features);
}

bool RecipeController::canContinue(RecipeKind kind) const
{
    const bool isStopped = m_state == State::Cancelled || m_state == State::Failed;
    return isStopped && kind == m_kind && !isStale();
}

void RecipeController::start(RecipeKind kind)
{
    if (isRunning() || m_document->isEmpty())
        return;
    RecipeRequest request = requestFor(kind);
    if (canContinue(kind)) {
        request.known = m_rows;
        request.measurement.resume = true;
    } else {
        m_wanted = 0;
    }
    m_kind = kind;
    m_asked = request;
    m_askedSettings = m_settings;
    m_rows.clear();
    m_report.reset();
    m_estimate.reset();
    m_fraction = 0;
    auto job = std::make_unique<Job<RecipeReport, RecipeStep>>(
        tr("Reproducing %1").arg(recipeName(kind)), this);
    job->work = [engine = m_engine, request, recorder = m_recording ? m_recording() : nullptr](
                    const RunContext &context, const RecipeStepSink &sink) {
        return runRecorded(engine, request, recorder, context, sink);
    };
    job->arrived = [this, run = ++m_run](std::vector<RecipeStep> items) {
        if (run == m_run)
            take(std::move(items));
    };
    job->done = [this, run = m_run](RecipeReport report) {
        if (run != m_run)
            return;
        m_rows = report.rows;
        m_report = std::move(report);
        end(State::Done);
    };
    job->cancelled = [this, run = m_run] {
        if (run == m_run)
            end(State::Cancelled);
    };
    job->failed = [this, run = m_run](const Error &error) {
        if (run != m_run)
            return;
        m_state = State::Failed;
        Q_EMIT failed(coreText(error.what()), QString::fromStdString(error.context()));
        end(State::Failed);
    };
    m_state = State::Running;
    m_running = m_lane->start(std::move(job));
    Q_EMIT changed();
}

void RecipeController::take(std::vector<RecipeStep> steps)
{
    for (RecipeStep &step : steps) {
        if (step.estimate)
            m_estimate = std::move(step.estimate);
        if (!step.row)
            continue;
        m_rows.resize(step.index);
        m_rows.push_back(std::move(*step.row));
        m_wanted = step.count;
    }
    Q_EMIT changed();
}

void RecipeController::takeProgress()
{
    const QList<JobStatus> jobs = m_lane->jobs();
    const auto job = std::ranges::find(jobs, m_running, &JobStatus::id);
    if (!isRunning() || job == jobs.end())
        return;
    m_fraction = job->fraction;
    Q_EMIT progressed();
}

void RecipeController::end(State state)
{
    m_running = 0;
    m_state = state;
    // A run that went on, and was stopped before it came to what was known.
    if (state != State::Done && m_rows.size() < m_asked.known.size())
        m_rows = m_asked.known;
    Q_EMIT changed();
}

void RecipeController::cancel()
{
    if (m_running != 0)
        m_lane->cancel(m_running);
}

void RecipeController::load(int row)
{
    if (row < 0 || row >= int(m_rows.size()))
        return;
    const RecipeConfiguration &wanted = m_rows[std::size_t(row)].configuration;
    DocumentState state = m_document->state();
    state.config = wanted.config;
    state.plan = asked().plan;
    state.calibration = asked().calibration;
    m_document->setState(state, tr("Load %1 of %2").arg(recipeTitle(wanted), recipeName(m_kind)));
}

} // namespace quantloupe

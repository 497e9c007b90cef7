// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/search_controller.h"

#include "base/error.h"
#include "models/core_words.h"
#include "models/search_words.h"
#include "session/run_findings.h"
#include "session/run_picture.h"

#include <algorithm>
#include <utility>

namespace quantloupe {

namespace {

ConfigSearchReport runRecorded(const SearchEngine &engine, const SearchTask &task,
                               const std::shared_ptr<RunRecorder> &recorder,
                               const RunContext &context, const SearchStepSink &sink)
{
    const auto keep = [&](SearchStep step) {
        if (recorder && step.cell)
            recorder->keep(storedCell(*step.cell));
        if (recorder && step.trial)
            recorder->keep(storedTrial(task.request, *step.trial));
        sink(std::move(step));
    };
    return recorded(
        recorder,
        [&] {
            ConfigSearchReport report = engine(task, context, keep);
            if (recorder)
                recorder->paint(pictureRequest(task.request, report), context);
            return report;
        },
        [&](const ConfigSearchReport &report, const RunRecorder::Words &words) {
            return finishedRun(task.request, report, words);
        });
}

} // namespace

SearchController::SearchController(SearchEngine engine, QuantDocument *document, JobLane *lane,
                                   QObject *parent)
    : QObject(parent), m_engine(std::move(engine)), m_document(document), m_lane(lane)
{
    connect(lane, &JobLane::progressed, this, &SearchController::takeProgress);
    connect(document, &QuantDocument::aboutToOpen, this, &SearchController::forget);
    connect(document, &QuantDocument::opened, this, &SearchController::changed);
    for (const auto told : {&QuantDocument::configChanged, &QuantDocument::marksChanged,
                            &QuantDocument::planChanged, &QuantDocument::inputPicturesChanged})
        connect(document, told, this, &SearchController::questionChanged);
}

void SearchController::forget()
{
    if (m_running != 0)
        m_lane->cancel(m_running);
    ++m_run;
    m_running = 0;
    m_state = State::None;
    m_asked = {};
    m_findings = {};
    m_measured = 0;
    m_known.clear();
    m_report.reset();
}

void SearchController::setSettings(const SearchSettings &settings)
{
    if (settings == m_settings)
        return;
    m_settings = settings;
    Q_EMIT settingsChanged();
    Q_EMIT changed();
}

void SearchController::setMeasuring(const MetricsSettings &measuring)
{
    m_measuring = measuring;
    Q_EMIT changed();
}

ConfigSearchRequest SearchController::request() const
{
    return searchRequest(*m_document, m_settings, m_measuring);
}

bool SearchController::canStart() const
{
    return !isRunning() && !m_document->isEmpty() && !m_settings.bits.empty() &&
           !m_settings.methods.empty() && problem().isEmpty();
}

QString SearchController::problem() const
{
    return m_document->isEmpty() ? QString()
                                 : allowedProblem(m_settings.allowed, m_document->info().layers);
}

bool SearchController::isStale() const
{
    if (m_state == State::None)
        return false;
    const ConfigSearchRequest now = request();
    const bool hasFeatures = std::ranges::any_of(now.metrics, usesFeatures);
    return !haveSameAnswer(now, m_asked, m_document->info().layers) ||
           m_settings.target != m_askedSettings.target ||
           (hasFeatures && !(m_measuring.features == m_askedMeasuring.features));
}

bool SearchController::canContinue() const
{
    const bool isStopped = m_state == State::Cancelled || m_state == State::Failed;
    const bool isShort = m_state == State::Done && m_report && isCutShort(*m_report);
    return (isStopped || isShort) && m_measured > 0 && !isStale();
}

void SearchController::start()
{
    if (!canStart())
        return;
    if (isStale() || (m_state == State::Done && !canContinue()))
        m_findings = {};
    // Of the best so far, which another one may follow.
    m_findings.exact = {};
    m_asked = request();
    m_askedSettings = m_settings;
    m_askedMeasuring = m_measuring;
    m_findings.metric = measuredMetric(m_asked);
    m_measured = 0;
    m_report.reset();
    m_fraction = 0;
    m_activity.clear();
    const SearchTask task{m_asked, m_settings.target.toStdString(),
                          std::make_shared<const KnownCellMap>(m_known)};
    auto job =
        std::make_unique<Job<ConfigSearchReport, SearchStep>>(tr("Searching for bits"), this);
    job->work = [engine = m_engine, task, recorder = m_recording ? m_recording() : nullptr](
                    const RunContext &context, const SearchStepSink &sink) {
        return runRecorded(engine, task, recorder, context, sink);
    };
    job->arrived = [this, run = ++m_run](std::vector<SearchStep> steps) {
        if (run == m_run)
            take(std::move(steps));
    };
    job->done = [this, run = m_run](ConfigSearchReport report) {
        if (run == m_run)
            finish(std::move(report));
    };
    job->cancelled = [this, run = m_run] {
        if (run == m_run)
            end(State::Cancelled);
    };
    job->failed = [this, run = m_run](const Error &error) {
        if (run == m_run)
            fail(error);
    };
    m_state = State::Running;
    m_running = m_lane->start(std::move(job));
    Q_EMIT changed();
}

void SearchController::take(std::vector<SearchStep> steps)
{
    for (SearchStep &step : steps) {
        if (step.cell) {
            ++m_measured;
            m_known.insert_or_assign(step.cell->key, std::move(*step.cell));
        }
        if (step.trial)
            m_findings.add(*step.trial);
        if (step.better)
            takeBest(*step.better, true);
    }
    Q_EMIT changed();
}

void SearchController::takeBest(const SearchTrial &trial, bool isReachable)
{
    m_findings.best = m_findings.add(trial);
    m_findings.isReachable = isReachable;
}

void SearchController::finish(ConfigSearchReport report)
{
    for (const SearchTrial &trial : report.front)
        m_findings.add(trial);
    takeBest(report.best, report.isReachable);
    m_findings.exact = report.exact;
    m_report = std::move(report);
    end(State::Done);
}

void SearchController::takeProgress()
{
    const QList<JobStatus> jobs = m_lane->jobs();
    const auto job = std::ranges::find(jobs, m_running, &JobStatus::id);
    if (!isRunning() || job == jobs.end())
        return;
    m_fraction = job->fraction;
    m_activity = job->activity;
    Q_EMIT progressed();
}

void SearchController::fail(const Error &error)
{
    m_state = State::Failed;
    Q_EMIT failed(coreText(error.what()), QString::fromStdString(error.context()));
    end(State::Failed);
}

void SearchController::end(State state)
{
    m_running = 0;
    m_state = state;
    Q_EMIT changed();
}

void SearchController::cancel()
{
    if (m_running != 0)
        m_lane->cancel(m_running);
}

void SearchController::load(std::size_t trial)
{
    if (trial >= m_findings.trials.size())
        return;
    const SearchTrial &wanted = m_findings.trials[trial];
    m_document->setConfig(wanted.config, tr("Load %1").arg(trialName(wanted)),
                          SettingOrigin::Search);
}

} // namespace quantloupe

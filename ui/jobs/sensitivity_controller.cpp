// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/sensitivity_controller.h"

#include "analysis/sensitivity_variants.h"
#include "base/error.h"
#include "models/core_words.h"
#include "models/layer_setting_edit.h"
#include "session/run_findings.h"

#include <algorithm>
#include <utility>

namespace quantloupe {

namespace {

QString assignmentName(const SpecEdit &setting)
{
    const int bits = setting.setsWeight ? setting.spec.weight.bits : setting.spec.activation.bits;
    if (!setting.setsActivation)
        return bitsPhrase(QuantSite::Weight, bits);
    if (!setting.setsWeight)
        return bitsPhrase(QuantSite::Activation, bits);
    return SensitivityController::tr("Weights and activations: %1")
        .arg(bitsPhrase(QuantSite::Weight, bits));
}

struct Swept
{
    SensitivityReport report;
    std::optional<KeptRun> kept;
};

Swept runRecorded(const SensitivityEngine &engine, const SensitivityTask &task,
                  const std::shared_ptr<RunRecorder> &recorder, const RunContext &context,
                  const SensitivityStepSink &sink)
{
    const auto keep = [&](SensitivityStep step) {
        if (recorder && step.cell)
            recorder->keep(storedCell(*step.cell));
        sink(std::move(step));
    };
    SensitivityReport report = recorded(
        recorder, [&] { return engine(task, context, keep); },
        [&](const SensitivityReport &found, const RunRecorder::Words &words) {
            return finishedRun(task.request, found, words);
        });
    return {std::move(report), recorder ? recorder->kept() : std::nullopt};
}

} // namespace

SensitivityController::SensitivityController(SensitivityEngine engine, QuantDocument *document,
                                             JobLane *lane, QObject *parent)
    : QObject(parent), m_engine(std::move(engine)), m_document(document), m_lane(lane)
{
    connect(lane, &JobLane::progressed, this, &SensitivityController::takeProgress);
    connect(document, &QuantDocument::aboutToOpen, this, &SensitivityController::forget);
    connect(document, &QuantDocument::opened, this, &SensitivityController::changed);
    for (const auto told : {&QuantDocument::configChanged, &QuantDocument::planChanged,
                            &QuantDocument::inputPicturesChanged})
        connect(document, told, this, &SensitivityController::questionChanged);
}

void SensitivityController::forget()
{
    if (m_running != 0)
        m_lane->cancel(m_running);
    ++m_run;
    m_running = 0;
    m_state = State::None;
    m_asked = {};
    m_outline = {};
    m_wanted = 0;
    forgetCells();
    m_known.clear();
    m_findings = {};
    m_report.reset();
    m_kept.reset();
    m_notes.clear();
    // Another generator has other pictures.
    if (std::exchange(m_settings.part, {}))
        Q_EMIT settingsChanged();
}

void SensitivityController::forgetCells()
{
    m_cells.clear();
    m_index.clear();
    m_predicted.clear();
}

void SensitivityController::setSettings(const SensitivitySettings &settings)
{
    if (settings == m_settings)
        return;
    m_settings = settings;
    // Who chooses such a metric asks about whole pictures.
    if (!comparesParts(settings.metric))
        m_settings.part.reset();
    Q_EMIT settingsChanged();
    Q_EMIT changed();
}

void SensitivityController::setMeasuring(const MetricsSettings &measuring)
{
    m_measuring = measuring;
    Q_EMIT changed();
}

SensitivityRequest SensitivityController::request() const
{
    return sensitivityRequest(*m_document, m_settings, m_measuring);
}

bool SensitivityController::canStart() const
{
    return !isRunning() && !m_document->isEmpty() && !m_settings.bits.empty();
}

bool SensitivityController::isStale() const
{
    if (m_findings.isEmpty())
        return false;
    const SensitivityRequest now = request();
    const bool hasFeatures = usesFeatures(now.metric);
    return !haveSameValues(now, m_asked) ||
           (hasFeatures && !(m_measuring.features == m_askedMeasuring.features));
}

bool SensitivityController::canContinue() const
{
    const bool isStopped = m_state == State::Cancelled || m_state == State::Failed;
    return isStopped && !m_cells.empty() && !isStale();
}

void SensitivityController::outline(const SensitivityRequest &request)
{
    m_outline = {request.metric,
                 request.cells.sites.front(),
                 request.cells.modes.front(),
                 {},
                 request.samples.has_value()};
    const SensitivityVariants variants =
        sensitivityVariants(request.cells, request.base, m_document->info().layers);
    for (const SensitivityTrunk &trunk : variants.trunks)
        for (const SensitivityVariant &variant : trunk.variants)
            m_outline.places.push_back(
                {m_document->info().layers[variant.layer].name, variant.bits, variant.spec});
    m_wanted = m_outline.places.size() * std::size_t(request.repeats);
}

/// Of what is shown, the part that belongs to the sweep that is about to start.
void SensitivityController::takeOverShown()
{
    m_index.clear();
    for (SensitivityCell &cell : std::exchange(m_cells, {}))
        if (cell.repeat < m_asked.repeats && m_outline.contains(cell.layer, cell.bits))
            add(std::move(cell));
}

void SensitivityController::start()
{
    if (!canStart())
        return;
    if (isStale())
        forgetCells();
    m_asked = request();
    m_askedMeasuring = m_measuring;
    m_report.reset();
    m_kept.reset();
    m_notes.clear();
    m_fraction = 0;
    try {
        outline(m_asked);
    } catch (const Error &error) {
        forgetCells();
        fail(error);
        return;
    }
    takeOverShown();
    if (m_asked.sketchProbes == 0)
        m_predicted.clear();
    const SensitivityTask task{m_asked, std::make_shared<const KnownCellMap>(m_known)};
    auto job = std::make_unique<Job<Swept, SensitivityStep>>(tr("Finding sensitivities"), this);
    job->work = [engine = m_engine, task, recorder = m_recording ? m_recording() : nullptr](
                    const RunContext &context, const SensitivityStepSink &sink) {
        return runRecorded(engine, task, recorder, context, sink);
    };
    job->arrived = [this, run = ++m_run](std::vector<SensitivityStep> steps) {
        if (run == m_run)
            take(std::move(steps));
    };
    job->done = [this, run = m_run](Swept swept) {
        if (run == m_run)
            finish(std::move(swept.report), swept.kept);
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
    showFindings();
}

void SensitivityController::take(std::vector<SensitivityStep> steps)
{
    for (SensitivityStep &step : steps) {
        if (step.cell)
            add(std::move(*step.cell));
        if (step.predicted)
            m_predicted = std::move(*step.predicted);
        if (step.note)
            m_notes.append(coreText(*step.note));
    }
    showFindings();
}

void SensitivityController::add(SensitivityCell cell)
{
    m_known.insert_or_assign(cell.key, cell);
    const auto [same, isNew] =
        m_index.emplace(Place{cell.layer, cell.bits, cell.repeat}, m_cells.size());
    if (isNew)
        m_cells.push_back(std::move(cell));
    else
        m_cells[same->second] = std::move(cell);
}

void SensitivityController::finish(SensitivityReport report, const std::optional<KeptRun> &kept)
{
    m_cells.clear();
    m_index.clear();
    for (const SensitivityCell &cell : report.cells)
        add(cell);
    for (const std::string &note : report.notes)
        m_notes.append(coreText(note));
    m_report = std::move(report);
    m_kept = kept;
    end(State::Done);
}

void SensitivityController::showFindings()
{
    m_findings = findingsOf(m_outline, m_cells, m_predicted);
    Q_EMIT changed();
}

void SensitivityController::takeProgress()
{
    const QList<JobStatus> jobs = m_lane->jobs();
    const auto job = std::ranges::find(jobs, m_running, &JobStatus::id);
    if (!isRunning() || job == jobs.end())
        return;
    m_fraction = job->fraction;
    Q_EMIT progressed();
}

void SensitivityController::fail(const Error &error)
{
    m_state = State::Failed;
    Q_EMIT failed(coreText(error.what()), QString::fromStdString(error.context()));
    end(State::Failed);
}

void SensitivityController::end(State state)
{
    m_running = 0;
    m_state = state;
    showFindings();
}

void SensitivityController::cancel()
{
    if (m_running != 0)
        m_lane->cancel(m_running);
}

std::optional<QuantConfig> SensitivityController::configOf(std::size_t layer, std::size_t bit) const
{
    const bool isThere = layer < m_findings.layers.size() && bit < m_findings.bits.size();
    if (!isThere || !m_findings.spot(layer, bit).isWanted)
        return {};
    SensitivityPlan one = m_asked.cells;
    one.layers = {m_findings.layers[layer]};
    if (m_findings.bits[bit] != kBaseBits)
        one.bits = {m_findings.bits[bit]};
    const SensitivityVariants variants =
        sensitivityVariants(one, m_asked.base, m_document->info().layers);
    for (const SensitivityTrunk &trunk : variants.trunks)
        for (const SensitivityVariant &variant : trunk.variants)
            return variant.config;
    return {};
}

void SensitivityController::assign(std::size_t layer, std::size_t bit)
{
    const SensitivitySpot &spot = m_findings.spot(layer, bit);
    if (!spot.isWanted)
        return;
    SpecEdit setting;
    const bool isAlone = m_findings.mode == SensitivityMode::Alone;
    setting.setsWeight = !spot.spec.weight.isFloat();
    setting.setsActivation = !spot.spec.activation.isFloat();
    if (isAlone)
        setting.spec = spot.spec;
    const std::vector<LayerInfo> &layers = m_document->info().layers;
    const auto row = std::ranges::find(layers, m_findings.layers[layer], &LayerInfo::name);
    LayerEdit edit = settingEdit(setting, assignmentName(setting));
    edit.origin = SettingOrigin::Sweep;
    m_document->edit({int(row - layers.begin())}, edit);
}

} // namespace quantloupe

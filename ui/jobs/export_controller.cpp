// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/export_controller.h"

#include "jobs/output_job.h"
#include "models/core_words.h"
#include "session/present_provenance.h"

#include <chrono>
#include <utility>

namespace quantloupe {

namespace {

/// Of the whole; the rest is the format's.
constexpr double kSourceShare = 0.9;

/// The name counts for nothing where only losses are wanted.
constexpr const char *kNoFile = "losses";

constexpr std::chrono::milliseconds kPatience{20};

/// What a look is about to make; null where it fails or is cancelled, which is not for others to
/// suffer from.
template <typename Source>
Source awaited(const std::shared_future<Source> &looked, const RunContext &context)
{
    if (!looked.valid())
        return nullptr;
    while (looked.wait_for(kPatience) != std::future_status::ready)
        context.checkCancelled();
    try {
        return looked.get();
    } catch (const std::future_error &) {
        return nullptr;
    }
}

ExportResult exported(ExportFormat format, const ExportSource &made,
                      const std::optional<SweepOverlay> &sweep, const std::string &out)
{
    if (!sweep)
        return exportConfiguration(format, made, out);
    ExportSource source = made;
    source.sweep = sweep;
    return exportConfiguration(format, source, out);
}

} // namespace

ExportEngine exportEngine(Session &session)
{
    return [&session](const ExportRequest &request, const RunContext &context) {
        return exportSource(session, request, context);
    };
}

ExportController::ExportController(ExportEngine engine, QuantDocument *document,
                                   std::function<CompareRequest()> present, FileWriter *files,
                                   QObject *parent)
    : QObject(parent),
      m_engine(std::move(engine)),
      m_document(document),
      m_present(std::move(present)),
      m_output(new OutputJob(files, this))
{
    for (const auto told :
         {&QuantDocument::opened, &QuantDocument::configChanged, &QuantDocument::planChanged,
          &QuantDocument::inputPicturesChanged, &QuantDocument::assumptionsChanged})
        connect(document, told, this, &ExportController::look);
    connect(document, &QuantDocument::aboutToOpen, this, [this] {
        forget();
        m_sweep.reset();
    });
}

ExportController::~ExportController() = default;

ExportRequest ExportController::request() const
{
    ExportRequest request;
    request.format = m_format;
    request.compare = m_present();
    request.file = m_document->toConfigFile();
    request.architectureFile = m_document->openRequest().architectureFile;
    return request;
}

void ExportController::setFormat(ExportFormat format)
{
    if (format == m_format && m_state != State::Failed)
        return;
    m_format = format;
    look();
}

void ExportController::followSweep()
{
    std::optional<ShownSweep> sweep = m_sweepSource ? m_sweepSource() : std::nullopt;
    if (sweep == m_sweep)
        return;
    m_sweep = std::move(sweep);
    if (m_format == ExportFormat::ModelExplorer && m_wantsSweep)
        look();
    else
        Q_EMIT changed();
}

void ExportController::setWantsSweep(bool wants)
{
    if (wants == m_wantsSweep)
        return;
    m_wantsSweep = wants;
    if (m_format == ExportFormat::ModelExplorer && m_sweep)
        look();
}

const ShownSweep *ExportController::writtenSweep() const
{
    const bool isShown = m_format == ExportFormat::ModelExplorer && m_wantsSweep && m_sweep;
    return isShown ? &*m_sweep : nullptr;
}

std::optional<SweepOverlay> ExportController::overlay() const
{
    const ShownSweep *sweep = writtenSweep();
    return sweep ? std::optional(sweep->overlay) : std::nullopt;
}

void ExportController::setWatched(bool watched)
{
    if (watched == m_isWatched)
        return;
    m_isWatched = watched;
    if (watched) {
        look();
        return;
    }
    // Codes of all weights take room.
    forget();
    m_lane.cancelAll();
}

void ExportController::forget()
{
    ++m_question;
    m_known.reset();
    m_losses.clear();
    m_showsNothing = false;
    m_state = State::None;
}

ExportController::Source ExportController::knownSource() const
{
    const bool holds = m_known && m_known->state == m_document->state() &&
                       m_known->pictures == m_document->inputPictures() &&
                       m_known->hasCodes == needsCodes(m_format);
    return holds ? m_known->source : nullptr;
}

void ExportController::look()
{
    ++m_question;
    m_losses.clear();
    m_showsNothing = false;
    if (!m_isWatched || m_document->isEmpty()) {
        m_state = State::None;
        Q_EMIT changed();
        return;
    }
    m_state = State::Looking;
    auto job = std::make_unique<Job<Looked>>(tr("Looking what an export loses"), this);
    job->setQuiet();
    // Kept by the job alone: when it is gone, nobody waits for it any more.
    const auto promise = std::make_shared<std::promise<Source>>();
    m_looked = promise->get_future().share();
    job->work = [engine = m_engine, request = request(), known = knownSource(), sweep = overlay(),
                 promise](const RunContext &context, const auto &) {
        const Source source =
            known ? known : std::make_shared<const ExportSource>(engine(request, context));
        promise->set_value(source);
        return Looked{source, exported(request.format, *source, sweep, kNoFile).losses,
                      sweep && quantloupe::showsNothing(*sweep, source->layers)};
    };
    const Known asked{m_document->state(), m_document->inputPictures(), needsCodes(m_format), {}};
    job->done = [this, asked, question = m_question](Looked looked) {
        if (question == m_question)
            take(asked, std::move(looked));
    };
    job->failed = [this, question = m_question](const Error &error) {
        if (question != m_question)
            return;
        m_state = State::Failed;
        m_failure = coreText(error.what());
        m_failureDetails = QString::fromStdString(error.context());
        Q_EMIT changed();
    };
    m_lane.start(std::move(job));
    Q_EMIT changed();
}

void ExportController::take(const Known &asked, Looked looked)
{
    m_known = asked;
    m_known->source = std::move(looked.source);
    m_losses = std::move(looked.losses);
    m_showsNothing = looked.showsNothing;
    m_state = State::Known;
    Q_EMIT changed();
}

Provenance ExportController::provenance(const QString &path) const
{
    std::string command;
    try {
        command = m_command ? m_command(path) : std::string();
    } catch (const Error &) {
        // Not all that the window does can be said in words.
    }
    Provenance provenance = presentProvenance(command, m_document->toConfigFile().original);
    provenance.created = presentTime();
    return provenance;
}

void ExportController::write(const QString &path)
{
    if (m_document->isEmpty())
        return;
    m_output->write(path, [engine = m_engine, request = request(), known = knownSource(),
                           looked = m_state == State::Looking ? m_looked : decltype(m_looked)(),
                           sweep = overlay(), provenance = provenance(path),
                           out = path.toStdString()](const RunContext &context) {
        // Before what takes long.
        requireFileName(request.format, out);
        Source made = known ? known : awaited(looked, context);
        if (!made)
            made =
                std::make_shared<const ExportSource>(engine(request, context.sub(0, kSourceShare)));
        ExportSource source = *made;
        source.file.provenance = provenance;
        const ExportResult result = exported(request.format, source, sweep, out);
        context.advance(kSourceShare);
        writeFiles(result);
        std::vector<std::filesystem::path> paths;
        for (const ExportedFile &file : result.files)
            paths.push_back(file.path);
        return paths;
    });
}

} // namespace quantloupe

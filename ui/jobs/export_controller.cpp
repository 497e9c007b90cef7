// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/export_controller.h"

#include "jobs/output_job.h"
#include "models/core_words.h"

#include <utility>

namespace quantloupe {

namespace {

/// Of the whole; the rest is the format's.
constexpr double kSourceShare = 0.9;

/// The name counts for nothing where only losses are wanted.
constexpr const char *kNoFile = "losses";

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
    connect(document, &QuantDocument::aboutToOpen, this, &ExportController::forget);
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
    if (!m_isWatched || m_document->isEmpty()) {
        m_state = State::None;
        Q_EMIT changed();
        return;
    }
    m_state = State::Looking;
    auto job = std::make_unique<Job<Looked>>(tr("Looking what an export loses"), this);
    job->setQuiet();
    job->work = [engine = m_engine, request = request(),
                 known = knownSource()](const RunContext &context, const auto &) {
        const Source source =
            known ? known : std::make_shared<const ExportSource>(engine(request, context));
        return Looked{source, exportConfiguration(request.format, *source, kNoFile).losses};
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
    m_state = State::Known;
    Q_EMIT changed();
}

void ExportController::write(const QString &path)
{
    if (m_document->isEmpty())
        return;
    m_output->write(path, [engine = m_engine, request = request(), known = knownSource(),
                           out = path.toStdString()](const RunContext &context) {
        const Source source = known ? known
                                    : std::make_shared<const ExportSource>(
                                          engine(request, context.sub(0, kSourceShare)));
        const ExportResult result = exportConfiguration(request.format, *source, out);
        context.advance(kSourceShare);
        writeFiles(result);
        std::vector<std::filesystem::path> paths;
        for (const ExportedFile &file : result.files)
            paths.push_back(file.path);
        return paths;
    });
}

} // namespace quantloupe

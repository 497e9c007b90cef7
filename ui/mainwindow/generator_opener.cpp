// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/generator_opener.h"

#include "session/session.h"

#include <QFileInfo>

#include <algorithm>
#include <memory>
#include <utility>

namespace quantloupe {

namespace {

OpenedGenerator openNow(Session &session, const OpenRequest &request, const RunContext &context)
{
    GeneratorPtr generator = session.open(request, context);
    GeneratorInfo described = info(*generator);
    SamplingPlan plan = samplingPlan(*generator);
    return {std::move(generator), std::move(described), plan, request};
}

/// A lane hands over what an error says, not its type.
OpenedGenerator openNoting(Session &session, const OpenRequest &request, const RunContext &context,
                           std::optional<ArchitectureProblem> &problem)
{
    try {
        return openNow(session, request, context);
    } catch (const ArchitectureError &error) {
        problem = error.problem();
        throw;
    }
}

} // namespace

GeneratorOpener::GeneratorOpener(Session &session, QuantDocument *document, JobLane *lane,
                                 QObject *parent)
    : QObject(parent), m_session(session), m_document(document), m_lane(lane)
{
    connect(m_lane, &JobLane::progressed, this, &GeneratorOpener::reportProgress);
}

void GeneratorOpener::open(const QString &path)
{
    open(openRequestFor(path));
}

void GeneratorOpener::open(const OpenRequest &request)
{
    start(request, Mode::New);
}

void GeneratorOpener::reopen(const OpenRequest &request)
{
    start(request, Mode::SameFile);
}

void GeneratorOpener::openAgain()
{
    start(OpenRequest(m_request), m_mode);
}

void GeneratorOpener::openAs(const QString &architectureFile)
{
    OpenRequest request = m_request;
    request.architectureFile = architectureFile.toStdString();
    start(request, m_mode);
}

QString GeneratorOpener::path() const
{
    return QString::fromStdString(m_request.path);
}

void GeneratorOpener::start(const OpenRequest &request, Mode mode)
{
    if (m_job != 0)
        m_lane->cancel(m_job);
    const int generation = ++m_generation;
    const QString path = QString::fromStdString(request.path);
    m_request = request;
    m_mode = mode;
    m_architectureProblem.reset();
    // Written before the lane posts the failure, read after.
    const auto problem = std::make_shared<std::optional<ArchitectureProblem>>();
    auto job = std::make_unique<Job<OpenedGenerator>>(
        tr("Opening %1").arg(QFileInfo(path).fileName()), this);
    job->work = [&session = m_session, request, problem](const RunContext &context, const auto &) {
        return openNoting(session, request, context, *problem);
    };
    job->done = [this, generation, mode](const OpenedGenerator &opened) {
        if (generation == m_generation)
            arrive(opened, mode);
    };
    job->failed = [this, generation, path, problem](const Error &error) {
        if (generation != m_generation)
            return;
        m_architectureProblem = *problem;
        end();
        Q_EMIT failed(path, error);
    };
    job->cancelled = [this, generation, path] {
        if (generation != m_generation)
            return;
        end();
        Q_EMIT cancelled(path);
    };
    m_job = m_lane->start(std::move(job));
    Q_EMIT started(path);
}

void GeneratorOpener::cancel()
{
    if (!isRunning())
        return;
    m_lane->cancel(m_job);
    ++m_generation;
    end();
    Q_EMIT cancelled(path());
}

void GeneratorOpener::reportProgress()
{
    const QList<JobStatus> jobs = m_lane->jobs();
    const auto own = std::ranges::find(jobs, m_job, &JobStatus::id);
    if (own != jobs.end() && own->fraction > 0)
        Q_EMIT progressed(own->fraction);
}

void GeneratorOpener::end()
{
    m_job = 0;
    Q_EMIT finished();
}

void GeneratorOpener::arrive(const OpenedGenerator &opened, Mode mode)
{
    end();
    if (mode == Mode::New && m_document->isModified() && m_guard)
        m_guard([this, opened, mode] { take(opened, mode); },
                [this, path = path()] { Q_EMIT cancelled(path); });
    else
        take(opened, mode);
}

void GeneratorOpener::take(const OpenedGenerator &opened, Mode mode)
{
    const QString path = QString::fromStdString(opened.request.path);
    const bool dropsUndo = mode == Mode::SameFile && m_document->undoStack()->canUndo();
    if (mode == Mode::SameFile)
        m_document->reopen(opened);
    else
        m_document->open(opened);
    if (mode == Mode::New)
        Q_EMIT openedOther();
    Q_EMIT this->opened(path);
    if (dropsUndo)
        Q_EMIT undoDropped();
}

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/generator_opener.h"

#include "session/session.h"

#include <QFileInfo>

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

} // namespace

GeneratorOpener::GeneratorOpener(Session &session, QuantDocument *document, JobLane *lane,
                                 QObject *parent)
    : QObject(parent), m_session(session), m_document(document), m_lane(lane)
{
}

void GeneratorOpener::open(const QString &path)
{
    OpenRequest request;
    request.path = path.toStdString();
    open(request);
}

void GeneratorOpener::open(const OpenRequest &request)
{
    start(request, Mode::New);
}

void GeneratorOpener::reopen(const OpenRequest &request)
{
    start(request, Mode::SameFile);
}

void GeneratorOpener::start(const OpenRequest &request, Mode mode)
{
    if (m_job != 0)
        m_lane->cancel(m_job);
    const int generation = ++m_generation;
    const QString path = QString::fromStdString(request.path);
    auto job = std::make_unique<Job<OpenedGenerator>>(
        tr("Opening %1").arg(QFileInfo(path).fileName()), this);
    job->work = [&session = m_session, request](const RunContext &context, const auto &) {
        return openNow(session, request, context);
    };
    job->done = [this, generation, mode](OpenedGenerator opened) {
        if (generation == m_generation)
            take(std::move(opened), mode);
    };
    job->failed = [this, generation, path](const Error &error) {
        if (generation != m_generation)
            return;
        m_job = 0;
        Q_EMIT failed(path, QString::fromUtf8(error.what()),
                      QString::fromStdString(error.context()));
    };
    job->cancelled = [this, generation, path] {
        if (generation != m_generation)
            return;
        m_job = 0;
        Q_EMIT cancelled(path);
    };
    m_job = m_lane->start(std::move(job));
    Q_EMIT started(path);
}

void GeneratorOpener::take(OpenedGenerator opened, Mode mode)
{
    m_job = 0;
    const QString path = QString::fromStdString(opened.request.path);
    const bool dropsUndo = mode == Mode::SameFile && m_document->undoStack()->canUndo();
    if (mode == Mode::SameFile)
        m_document->reopen(std::move(opened));
    else
        m_document->open(std::move(opened));
    if (mode == Mode::New)
        Q_EMIT openedOther();
    Q_EMIT this->opened(path);
    if (dropsUndo)
        Q_EMIT undoDropped();
}

} // namespace quantloupe

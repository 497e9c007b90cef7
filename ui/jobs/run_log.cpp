// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/run_log.h"

#include "models/core_words.h"

#include <QMetaObject>

namespace quantloupe {

RunLog::RunLog(QObject *parent) : QObject(parent)
{
    m_line->log = this;
}

RunLog::~RunLog()
{
    const std::lock_guard guard(m_line->mutex);
    m_line->log = nullptr;
}

void RunLog::setKeeping(bool keeping)
{
    if (keeping == m_isKeeping)
        return;
    m_isKeeping = keeping;
    Q_EMIT keepingChanged();
}

std::shared_ptr<RunRecorder> RunLog::recorder(const RunRecorder::Request &request) const
{
    if (!m_store || !m_isKeeping)
        return nullptr;
    RunRecorder::Listener listener;
    listener.changed = [line = m_line] { post(line, [](RunLog &log) { Q_EMIT log.recorded(); }); };
    listener.failed = [line = m_line](const Error &error) {
        post(line, [error](RunLog &log) {
            Q_EMIT log.failed(tr("This run is not kept. %1").arg(coreText(error.what())),
                              QString::fromStdString(error.context()));
        });
    };
    return std::make_shared<RunRecorder>(m_store, request, m_painter, std::move(listener));
}

void RunLog::post(const std::shared_ptr<Line> &line, const std::function<void(RunLog &)> &message)
{
    const std::lock_guard guard(line->mutex);
    if (RunLog *log = line->log)
        QMetaObject::invokeMethod(
            log, [log, message] { message(*log); }, Qt::QueuedConnection);
}

} // namespace quantloupe

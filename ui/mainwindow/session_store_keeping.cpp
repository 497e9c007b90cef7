// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/embedded_files.h"
#include "mainwindow/config_store.h"
#include "mainwindow/session_store.h"
#include "models/core_words.h"

#include <QFileInfo>

#include <utility>

namespace quantloupe {

namespace {

std::string absolutePath(const std::string &path)
{
    return QFileInfo(QString::fromStdString(path)).absoluteFilePath().toStdString();
}

} // namespace

void SessionStore::touch()
{
    // A timer that is restarted by every edit of a long drag would never fire.
    if (m_own && !m_timer.isActive())
        m_timer.start();
}

SessionState SessionStore::present() const
{
    SessionState state;
    state.open = m_document->openRequest();
    if (!isEmbedded(state.open.path))
        state.open.path = absolutePath(state.open.path);
    if (!state.open.architectureFile.empty())
        state.open.architectureFile = absolutePath(state.open.architectureFile);
    state.sha256 = QString::fromStdString(m_document->info().sha256);
    state.saved = m_saved;
    if (m_document->isModified())
        state.edited = m_document->toConfigFile();
    state.configurationPath = m_configs->path();
    for (const SessionPart &part : m_parts)
        state.parts.insert(part.key, part.save());
    return state;
}

void SessionStore::write()
{
    if (m_document->isEmpty())
        return;
    if (m_writing) {
        m_timer.start();
        return;
    }
    m_writing = true;
    auto job = std::make_unique<Job<bool>>(tr("Keeping the session"), this);
    job->setQuiet();
    job->work = [file = m_own, replaced = std::exchange(m_replaced, {}),
                 state = present()](const RunContext &, const auto &) {
        file->write(toJson(state));
        for (const auto &other : replaced)
            other->remove();
        return true;
    };
    job->done = [this](bool) { endWriting(); };
    job->failed = [this](const Error &error) { showWritingFailed(error); };
    job->cancelled = [this] {
        m_writing = false;
        touch();
    };
    m_lane->start(std::move(job));
}

void SessionStore::endWriting()
{
    m_writing = false;
    if (std::exchange(m_failed, false))
        Q_EMIT keepingWorks();
}

void SessionStore::showWritingFailed(const Error &error)
{
    m_writing = false;
    if (std::exchange(m_failed, true))
        return;
    Q_EMIT keepingFailed(
        tr("Edits are not kept should the program end unexpectedly; save the configuration to keep "
           "it. %1")
            .arg(coreText(error.what())),
        QString::fromStdString(error.context()));
}

void SessionStore::finish()
{
    m_timer.stop();
    if (!m_own || m_document->isEmpty())
        return;
    SessionState state = present();
    state.edited.reset();
    try {
        m_files.writeLast(toJson(state));
        m_own->remove();
    } catch (const Error &error) {
        qWarning("%s", error.what());
    }
    m_own.reset();
}

} // namespace quantloupe

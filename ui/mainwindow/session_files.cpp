// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/session_files.h"

#include "base/error.h"
#include "base/file_io.h"
#include "models/core_words.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QUuid>

#include <utility>

namespace quantloupe {

namespace {

constexpr std::uint64_t kLargestFile = 64 << 20;

/// A configuration file that changed since must not be overwritten as if it were ours.
void forgetChangedFile(SessionState &state)
{
    if (state.configurationPath.isEmpty())
        return;
    try {
        const std::string path = state.configurationPath.toStdString();
        if (toJson(parseConfigFile(readTextFile(path), path)) == toJson(state.saved))
            return;
    } catch (const Error &) {
    }
    state.configurationPath.clear();
}

} // namespace

SessionFile::SessionFile(const QString &path)
    : m_path(path), m_lock(std::make_unique<QLockFile>(path + QStringLiteral(".lock")))
{
    // A window may be open for weeks; only the death of its process frees the lock.
    m_lock->setStaleLockTime(0);
}

bool SessionFile::lock()
{
    return m_lock->isLocked() || m_lock->tryLock(0);
}

void SessionFile::write(const std::string &text)
{
    const std::lock_guard guard(m_mutex);
    if (m_removed)
        return;
    QDir().mkpath(QFileInfo(m_path).path());
    lock();
    writeFileAtomically(m_path.toStdString(), text);
}

void SessionFile::remove()
{
    const std::lock_guard guard(m_mutex);
    m_removed = true;
    QFile::remove(m_path);
    m_lock->unlock();
}

QString SessionFiles::defaultFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) +
           QStringLiteral("/sessions");
}

SessionFiles::SessionFiles(const QString &folder) : m_folder(folder) {}

QString SessionFiles::lastPath() const
{
    return m_folder + QStringLiteral("/last.json");
}

std::shared_ptr<SessionFile> SessionFiles::create() const
{
    const QString name = QUuid::createUuid().toString(QUuid::WithoutBraces);
    return std::make_shared<SessionFile>(QStringLiteral("%1/open-%2.json").arg(m_folder, name));
}

std::optional<SessionState> SessionFiles::read(const QString &path, FoundSession &found) const
{
    try {
        SessionState state = parseSessionState(readTextFile(path.toStdString(), kLargestFile),
                                               QFileInfo(path).fileName().toStdString());
        forgetChangedFile(state);
        return state;
    } catch (const Error &error) {
        const QString aside = path + QStringLiteral(".damaged");
        QFile::remove(aside);
        QFile::rename(path, aside);
        found.problems.append(tr("Edits of an earlier session could not be read. %1 The file is "
                                 "kept as %2.")
                                  .arg(coreText(error.what()), aside));
        return {};
    }
}

/// What a process that died while it wrote left beside its session.
void SessionFiles::removeUnfinished() const
{
    const QStringList names =
        QDir(m_folder).entryList({QStringLiteral("open-*.json.part-*")}, QDir::Files);
    for (const QString &name : names)
        if (SessionFile(m_folder + u'/' + name.section(QStringLiteral(".part-"), 0, 0)).lock())
            QFile::remove(m_folder + u'/' + name);
}

/// Newest first.
QList<KilledSession> SessionFiles::killedSessions(FoundSession &found) const
{
    const QFileInfoList entries =
        QDir(m_folder).entryInfoList({QStringLiteral("open-*.json")}, QDir::Files, QDir::Time);
    QList<KilledSession> killed;
    for (const QFileInfo &entry : entries) {
        auto file = std::make_shared<SessionFile>(entry.filePath());
        if (!file->lock())
            continue;
        if (std::optional<SessionState> state = read(file->path(), found))
            killed.append({std::move(*state), std::move(file), entry.lastModified()});
        else
            file->remove();
    }
    return killed;
}

bool SessionFiles::isNewerThanLast(const KilledSession &killed) const
{
    const QFileInfo last(lastPath());
    return !last.exists() || killed.written >= last.lastModified();
}

FoundSession SessionFiles::find() const
{
    FoundSession found;
    removeUnfinished();
    QList<KilledSession> killed = killedSessions(found);
    const bool isClosedNewest = killed.isEmpty() || !isNewerThanLast(killed.constFirst());
    if (isClosedNewest && QFile::exists(lastPath()))
        found.state = read(lastPath(), found);
    if (!found.state && !killed.isEmpty()) {
        KilledSession newest = killed.takeFirst();
        found.state = std::move(newest.state);
        found.leftover = std::move(newest.file);
    }
    for (KilledSession &other : killed)
        if (other.state.edited)
            found.others.append(std::move(other));
        else
            other.file->remove();
    return found;
}

void SessionFiles::writeLast(const std::string &text) const
{
    QDir().mkpath(m_folder);
    writeFileAtomically(lastPath().toStdString(), text);
}

} // namespace quantloupe

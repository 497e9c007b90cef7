// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mainwindow/session_state.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QList>
#include <QLockFile>
#include <QString>
#include <QStringList>

#include <memory>
#include <mutex>
#include <optional>

namespace quantloupe {

/// A file of one window's session. As long as this object holds its lock, no other process touches
/// the file; the lock of a process that died counts for nothing. Any thread.
class SessionFile
{
public:
    explicit SessionFile(const QString &path);

    const QString &path() const { return m_path; }
    /// False if a living process holds it.
    bool lock();
    /// Nothing after remove(). Throws Error{Io}; what was written before then stays.
    void write(const std::string &text);
    /// Removes the file, then the lock.
    void remove();

private:
    const QString m_path;
    std::mutex m_mutex;
    bool m_removed = false;
    std::unique_ptr<QLockFile> m_lock;
};

/// A session whose process died.
struct KilledSession
{
    SessionState state;
    /// Locked; removed once its edits are elsewhere, or given up.
    std::shared_ptr<SessionFile> file;
    /// Last, in local time.
    QDateTime written;
};

/// What earlier sessions left.
struct FoundSession
{
    std::optional<SessionState> state;
    /// Of a process that died, locked; null for a session that was closed.
    std::shared_ptr<SessionFile> leftover;
    /// Older than `state`, or written at its time, with edits that were not saved; newest first.
    QList<KilledSession> others;
    /// One sentence for each file that could not be read; it was set aside.
    QStringList problems;
};

/// The sessions of all windows of this user. Any thread, one at a time.
class SessionFiles
{
    Q_DECLARE_TR_FUNCTIONS(quantloupe)

public:
    /// Where the platform keeps such files.
    static QString defaultFolder();
    explicit SessionFiles(const QString &folder);

    /// A new file for a window of this process, not written yet.
    std::shared_ptr<SessionFile> create() const;
    /// The newest session, of a process that died or closed in good order, and all others with
    /// edits. Does not throw.
    FoundSession find() const;
    /// As closed in good order. Throws Error{Io}.
    void writeLast(const std::string &text) const;

private:
    std::optional<SessionState> read(const QString &path, FoundSession &found) const;
    QList<KilledSession> killedSessions(FoundSession &found) const;
    bool isNewerThanLast(const KilledSession &killed) const;
    void removeUnfinished() const;
    QString lastPath() const;

    QString m_folder;
};

} // namespace quantloupe

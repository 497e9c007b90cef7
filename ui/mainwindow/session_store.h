// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/job_lane.h"
#include "mainwindow/session_files.h"
#include "models/quant_document.h"
#include "widgets/message_banner.h"

#include <QAction>
#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace quantloupe {

class ConfigStore;
class GeneratorOpener;
class SessionOffers;

/// The parts of the window a session is made of.
struct SessionOwners
{
    QuantDocument *document = nullptr;
    GeneratorOpener *opener = nullptr;
    ConfigStore *configs = nullptr;
    /// For reading and writing.
    JobLane *lane = nullptr;
};

/// Keeps the session: writes it to a file of its own shortly after every change, so that even a
/// killed process loses nothing, and brings back the one before. Edits are applied by themselves
/// to the very file they were made for; for another one they are offered, as are those of further
/// killed processes, and those of a file that could be opened only later, whatever architecture
/// file it is read by then. Does nothing until it is started.
class SessionStore : public QObject
{
    Q_OBJECT

public:
    /// From a change until it is being written.
    static constexpr std::chrono::milliseconds kDelay{300};

    explicit SessionStore(const SessionOwners &owners, QObject *parent = nullptr);

    /// Before the session is started.
    void addPart(SessionPart part) { m_parts.append(std::move(part)); }
    /// Keeps this session from now on.
    void keep();
    /// Keeps this session and opens the one before; nothingToRestore() if there is none.
    void restore();
    /// Something a part saves is different.
    void touch();
    /// Offers the edits of a killed process that was not restored, each once; nothing without one,
    /// or while a session is being opened.
    void offerNext();
    /// The window closes in good order; edits that are not saved were given up by the user.
    void finish();

Q_SIGNALS:
    void nothingToRestore();
    /// The session is open, or cannot be; after what there was to tell.
    void restored();
    /// The user answered what was told().
    void answered();
    /// What told() offered with the action can no longer be had.
    void withdrawn(const QAction *action);
    void told(quantloupe::MessageKind kind, const QString &sentence, const QString &details,
              QAction *action);
    /// What was told last can be answered by this too.
    void alsoOffered(QAction *action);
    /// Nothing is kept until keepingWorks().
    void keepingFailed(const QString &sentence, const QString &details);
    void keepingWorks();

private:
    void createActions();
    void connectSignals();
    void connectOpener();

    SessionState present() const;
    void write();
    void endWriting();
    void showWritingFailed(const Error &error);

    void take(const FoundSession &found);
    void open(const SessionState &state, const std::shared_ptr<SessionFile> &file);
    bool isWaitingForOpen() const;
    void offerWaiting();
    void applyFound();
    void applyTo(const SessionState &state);
    void offer(const SessionState &state);
    void showUnopened();
    void discardFound();
    void withdrawDiscard();
    void settle();

    QuantDocument *m_document;
    GeneratorOpener *m_opener;
    ConfigStore *m_configs;
    JobLane *m_lane;
    SessionFiles m_files;
    QList<SessionPart> m_parts;
    std::shared_ptr<SessionFile> m_own;
    ConfigFile m_saved;
    /// Waits until its generator is open, or for the user's answer.
    std::optional<SessionState> m_found;
    /// The session m_found came from stays on disk until its edits are in ours, or given up.
    std::shared_ptr<SessionFile> m_leftover;
    /// Their edits are in our session once it is written.
    QList<std::shared_ptr<SessionFile>> m_replaced;
    SessionOffers *m_offers = nullptr;
    bool m_opening = false;
    /// Restored edits are the last thing that happened to the document.
    bool m_canDiscard = false;
    /// Of the undo stack, before they were restored.
    int m_withoutEdits = 0;
    QAction *m_discard = nullptr;
    QAction *m_apply = nullptr;
    QTimer m_timer;
    bool m_writing = false;
    bool m_failed = false;
};

} // namespace quantloupe

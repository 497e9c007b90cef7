// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mainwindow/session_files.h"
#include "widgets/message_banner.h"

#include <QAction>
#include <QObject>

namespace quantloupe {

/// Offers the edits of killed processes, one session after the other. What is neither chosen nor
/// given up stays on disk for the next start.
class SessionOffers : public QObject
{
    Q_OBJECT

public:
    explicit SessionOffers(QObject *parent = nullptr);

    void set(const QList<KilledSession> &sessions) { m_waiting = sessions; }
    /// Nothing once each was offered.
    void next();
    /// The last offer again, because it could not be taken; the next where there was none.
    void repeat();

Q_SIGNALS:
    void told(quantloupe::MessageKind kind, const QString &sentence, const QString &details,
              QAction *action);
    /// The other answer to what was told.
    void alsoOffered(QAction *action);
    void chosen(const quantloupe::KilledSession &session);
    /// What was offered last is not kept any more.
    void givenUp();

private:
    void createActions();
    void offer();
    void giveUp();

    QAction *m_restore = nullptr;
    QAction *m_giveUp = nullptr;
    QList<KilledSession> m_waiting;
    std::optional<KilledSession> m_offered;
};

} // namespace quantloupe

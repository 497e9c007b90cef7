// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/session_offers.h"

#include <QFileInfo>
#include <QLocale>

namespace quantloupe {

SessionOffers::SessionOffers(QObject *parent) : QObject(parent)
{
    createActions();
    connect(m_restore, &QAction::triggered, this, [this] {
        if (m_offered)
            Q_EMIT chosen(*m_offered);
    });
    connect(m_giveUp, &QAction::triggered, this, &SessionOffers::giveUp);
}

void SessionOffers::createActions()
{
    m_restore = new QAction(tr("Restore these edits"), this);
    m_restore->setObjectName("restoreOffered");
    m_restore->setToolTip(tr("Open the generator and set its layers as they were when that session "
                             "ended"));
    m_giveUp = new QAction(tr("Discard these edits"), this);
    m_giveUp->setObjectName("discardOffered");
    m_giveUp->setToolTip(tr("Keep nothing of that session"));
}

void SessionOffers::giveUp()
{
    if (!m_offered)
        return;
    m_offered->file->remove();
    m_offered.reset();
    Q_EMIT givenUp();
}

void SessionOffers::next()
{
    m_offered.reset();
    if (m_waiting.isEmpty())
        return;
    m_offered = m_waiting.takeFirst();
    offer();
}

void SessionOffers::repeat()
{
    if (m_offered)
        offer();
    else
        next();
}

void SessionOffers::offer()
{
    const QString generator =
        QFileInfo(QString::fromStdString(m_offered->state.open.path)).fileName();
    Q_EMIT told(MessageKind::Info,
                tr("Edits of %1 that were not saved are kept from a session that ended "
                   "unexpectedly (%2).")
                    .arg(generator, QLocale().toString(m_offered->written, QLocale::ShortFormat)),
                {}, m_restore);
    Q_EMIT alsoOffered(m_giveUp);
}

} // namespace quantloupe

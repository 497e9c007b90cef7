// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/session_store.h"

#include "base/embedded_files.h"
#include "mainwindow/config_store.h"
#include "mainwindow/generator_opener.h"
#include "mainwindow/session_offers.h"

#include <QFileInfo>

#include <utility>

namespace quantloupe {

SessionStore::SessionStore(const SessionOwners &owners, QObject *parent)
    : QObject(parent),
      m_document(owners.document),
      m_opener(owners.opener),
      m_configs(owners.configs),
      m_lane(owners.lane),
      m_files(SessionFiles::defaultFolder()),
      m_offers(new SessionOffers(this))
{
    createActions();
    connectSignals();
}

void SessionStore::createActions()
{
    m_discard = new QAction(tr("Discard these edits"), this);
    m_discard->setObjectName("discardRestored");
    m_discard->setToolTip(tr("Go back to the configuration without the edits of the last session"));
    m_apply = new QAction(tr("Apply these edits"), this);
    m_apply->setObjectName("applyRestored");
    m_apply->setToolTip(tr("Set the layers as they were in the last session"));
}

void SessionStore::connectSignals()
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(kDelay);
    connect(&m_timer, &QTimer::timeout, this, &SessionStore::write);
    connect(m_discard, &QAction::triggered, this, &SessionStore::discardFound);
    connect(m_apply, &QAction::triggered, this, &SessionStore::applyFound);
    connect(m_document, &QuantDocument::opened, this, [this] {
        m_saved = m_document->toConfigFile();
        touch();
    });
    connect(m_document, &QuantDocument::modifiedChanged, this, [this](bool modified) {
        if (!modified)
            m_saved = m_document->toConfigFile();
        touch();
    });
    for (const auto changed : {&QuantDocument::configChanged, &QuantDocument::planChanged,
                               &QuantDocument::seedChanged, &QuantDocument::assumptionsChanged})
        connect(m_document, changed, this, &SessionStore::touch);
    connect(m_configs, &ConfigStore::pathChanged, this, &SessionStore::touch);
    connect(m_document->undoStack(), &QUndoStack::indexChanged, this,
            &SessionStore::withdrawDiscard);
    connect(m_offers, &SessionOffers::told, this, &SessionStore::told);
    connect(m_offers, &SessionOffers::alsoOffered, this, &SessionStore::alsoOffered);
    connect(m_offers, &SessionOffers::givenUp, this, &SessionStore::answered);
    connect(m_offers, &SessionOffers::chosen, this,
            [this](const KilledSession &session) { open(session.state, session.file); });
    connectOpener();
}

void SessionStore::connectOpener()
{
    connect(m_opener, &GeneratorOpener::opened, this, [this] {
        if (!std::exchange(m_opening, false))
            return;
        offer(*m_found);
        Q_EMIT restored();
    });
    connect(m_opener, &GeneratorOpener::failed, this, [this] {
        if (!std::exchange(m_opening, false))
            return;
        showUnopened();
        Q_EMIT restored();
    });
    connect(m_opener, &GeneratorOpener::cancelled, this, [this] {
        if (std::exchange(m_opening, false))
            m_offers->repeat();
    });
}

void SessionStore::keep()
{
    m_own = m_files.create();
    touch();
}

void SessionStore::restore()
{
    m_own = m_files.create();
    auto job = std::make_unique<Job<FoundSession>>(tr("Looking for the last session"), this);
    job->setQuiet();
    job->work = [files = m_files](const RunContext &, const auto &) { return files.find(); };
    job->done = [this](const FoundSession &found) { take(found); };
    job->failed = [this](const Error &) { Q_EMIT nothingToRestore(); };
    job->cancelled = [this] { Q_EMIT nothingToRestore(); };
    m_lane->start(std::move(job));
}

void SessionStore::take(const FoundSession &found)
{
    m_offers->set(found.others);
    if (found.state)
        open(*found.state, found.leftover);
    else
        Q_EMIT nothingToRestore();
    for (const QString &problem : found.problems)
        Q_EMIT told(MessageKind::Warning, problem, {}, nullptr);
}

void SessionStore::open(const SessionState &state, const std::shared_ptr<SessionFile> &file)
{
    m_found = state;
    m_leftover = file;
    m_opening = true;
    m_opener->open(state.open);
}

void SessionStore::offerNext()
{
    if (!m_opening)
        m_offers->next();
}

void SessionStore::offer(const SessionState &state)
{
    if (state.sha256.toStdString() == m_document->info().sha256) {
        applyFound();
        return;
    }
    Q_EMIT told(MessageKind::Warning,
                tr("%1 has changed since the last session; its settings of then are not applied.")
                    .arg(QString::fromStdString(m_document->info().name)),
                {}, m_apply);
}

void SessionStore::applyFound()
{
    Q_EMIT answered();
    const SessionState state = *m_found;
    const ConfigFile &wanted = state.edited ? *state.edited : state.saved;
    QStringList differences;
    for (const std::string &difference : mismatches(wanted, m_document->info()))
        differences.append(QString::fromStdString(difference));
    if (!differences.isEmpty()) {
        Q_EMIT told(
            MessageKind::Error,
            tr("The settings of the last session do not fit %1 any more: %2")
                .arg(QString::fromStdString(m_document->info().name), differences.constFirst()),
            differences.join(u'\n'), state.edited ? m_discard : nullptr);
        return;
    }
    applyTo(state);
    settle();
}

void SessionStore::applyTo(const SessionState &state)
{
    m_document->load(state.saved, tr("last session"));
    m_document->undoStack()->clear();
    m_configs->adoptPath(state.configurationPath);
    if (state.edited)
        m_document->restoreEdits(*state.edited);
    for (const SessionPart &part : std::as_const(m_parts))
        if (state.parts.contains(part.key))
            part.restore(state.parts.value(part.key));
    m_canDiscard = state.edited.has_value();
    if (m_canDiscard)
        Q_EMIT told(MessageKind::Info,
                    tr("Edits of %1 that were not saved were restored.")
                        .arg(QString::fromStdString(m_document->info().name)),
                    {}, m_discard);
}

void SessionStore::showUnopened()
{
    if (m_found->edited)
        Q_EMIT told(MessageKind::Warning,
                    tr("Edits of %1 that were not saved are kept until it can be opened again.")
                        .arg(QString::fromStdString(m_found->open.path)),
                    {}, m_discard);
    else
        settle();
}

void SessionStore::discardFound()
{
    Q_EMIT answered();
    if (m_canDiscard)
        // Restoring was the first undoable step.
        m_document->undoStack()->setIndex(0);
    else if (m_leftover)
        std::exchange(m_leftover, {})->remove();
    settle();
}

/// Going back to the start would throw away a later edit too.
void SessionStore::withdrawDiscard()
{
    if (std::exchange(m_canDiscard, false))
        Q_EMIT withdrawn(m_discard);
}

void SessionStore::settle()
{
    if (m_leftover)
        m_replaced.append(std::exchange(m_leftover, {}));
    touch();
}

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
        state.open.path =
            QFileInfo(QString::fromStdString(state.open.path)).absoluteFilePath().toStdString();
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
            .arg(QString::fromUtf8(error.what())),
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

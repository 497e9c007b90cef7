// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/session_store.h"

#include "mainwindow/config_store.h"
#include "mainwindow/generator_opener.h"
#include "mainwindow/recent_files.h"
#include "mainwindow/session_offers.h"
#include "models/core_words.h"

#include <QFileInfo>

#include <utility>

namespace quantloupe {

namespace {

/// An architecture file that was moved is where the weights were last read by it.
OpenRequest requestFor(const SessionState &state)
{
    OpenRequest request = state.open;
    if (request.architectureFile.empty() ||
        QFileInfo::exists(QString::fromStdString(request.architectureFile)))
        return request;
    const OpenRequest known = RecentFilesMenu::requestFor(QString::fromStdString(request.path));
    if (!known.architectureFile.empty())
        request.architectureFile = known.architectureFile;
    return request;
}

} // namespace

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
        if (!std::exchange(m_opening, false)) {
            if (isWaitingForOpen())
                offerWaiting();
            return;
        }
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
    m_opener->open(requestFor(state));
}

/// Its file could not be opened, or not as its edits need it.
bool SessionStore::isWaitingForOpen() const
{
    return m_leftover && m_found->edited &&
           m_found->sha256.toStdString() == m_document->info().sha256;
}

void SessionStore::offerWaiting()
{
    Q_EMIT told(MessageKind::Info,
                tr("Edits of %1 that were not saved are kept from an earlier session.")
                    .arg(QString::fromStdString(m_document->info().name)),
                {}, m_apply);
    Q_EMIT alsoOffered(m_discard);
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
        differences.append(coreText(difference));
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
    const bool hadEdits = m_document->isModified();
    m_document->load(state.saved, tr("last session"));
    // What was edited before an offer was taken stays within reach.
    if (!hadEdits)
        m_document->undoStack()->clear();
    m_withoutEdits = m_document->undoStack()->index();
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
        m_document->undoStack()->setIndex(m_withoutEdits);
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

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/runs_controller.h"

#include "exchange/run_configuration.h"
#include "jobs/file_writer.h"
#include "jobs/run_reading.h"
#include "models/core_words.h"
#include "store/run_recovery.h"

#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace quantloupe {

namespace {

QString recoveredNote(const QString &file, const RecoveredStore &recovered)
{
    const QString saved =
        RunsController::tr("%1 is damaged. What is intact, %2 runs, is in %3 and shown here; "
                           "%4 damaged entries are left out. The damaged file is as it was.")
            .arg(QFileInfo(file).fileName())
            .arg(recovered.rows.at("runs"))
            .arg(QString::fromStdString(recovered.file.filename().string()))
            .arg(recovered.damaged);
    if (recovered.incomplete.empty())
        return saved;
    return RunsController::tr("%1 An unknown number of entries, perhaps none, could not be read.")
        .arg(saved);
}

std::vector<std::string> tagsIn(const QString &text)
{
    std::vector<std::string> tags;
    for (const QString &tag : text.split(u',', Qt::SkipEmptyParts))
        if (!tag.trimmed().isEmpty())
            tags.push_back(tag.trimmed().toStdString());
    return tags;
}

/// Who opens a damaged store wants what is left of it; a file of another kind stays refused.
bool isWorthRecovering(const Error &error, const QString &file)
{
    return error.kind() == ErrorKind::BadInput && QFileInfo(file).isFile();
}

} // namespace

RunsController::RunsController(QuantDocument *document, FileWriter *files, QObject *parent)
    : QObject(parent), m_document(document), m_files(files)
{
}

RunsController::Opened RunsController::openStore(const QString &file, RunStore::Missing missing,
                                                 const RunContext &context)
{
    const std::filesystem::path path = file.toStdString();
    try {
        const auto store = std::make_shared<RunStore>(path, missing);
        // Damage that SQLite cannot see is found in the rows.
        return {store, file, {}, store->list()};
    } catch (const Error &error) {
        if (!isWorthRecovering(error, file))
            throw;
        RecoveredStore recovered;
        try {
            recovered = recoverStore(path, context);
        } catch (const Error &failure) {
            // What cannot be recovered is told as that.
            if (failure.kind() == ErrorKind::BadInput)
                throw;
            throw error;
        }
        const auto store = std::make_shared<RunStore>(recovered.file, RunStore::Missing::Refuse);
        return {store, QString::fromStdString(recovered.file.string()),
                recoveredNote(file, recovered), store->list()};
    }
}

void RunsController::open(const QString &file)
{
    openWith(file, RunStore::Missing::Refuse);
}

void RunsController::create(const QString &file)
{
    openWith(file, RunStore::Missing::Create);
}

void RunsController::openWith(const QString &file, RunStore::Missing missing)
{
    ++m_opened;
    m_state = State::Opening;
    m_file = file;
    m_store.reset();
    m_runs.clear();
    m_removed = 0;
    choose(0);
    auto job =
        std::make_unique<Job<Opened>>(tr("Opening %1").arg(QFileInfo(file).fileName()), this);
    job->work = [file, missing](const RunContext &context, const auto &) {
        return openStore(file, missing, context);
    };
    job->done = [this, opened = m_opened](Opened store) {
        if (opened == m_opened)
            take(std::move(store));
    };
    job->failed = [this, opened = m_opened](const Error &error) {
        if (opened == m_opened)
            endOpening(error);
    };
    job->cancelled = [this, opened = m_opened] {
        if (opened != m_opened)
            return;
        m_state = State::None;
        Q_EMIT changed();
    };
    m_files->lane()->start(std::move(job));
    Q_EMIT changed();
}

void RunsController::take(Opened opened)
{
    m_store = std::move(opened.store);
    m_file = opened.file;
    m_state = State::Open;
    if (m_filter.text.empty())
        m_runs = std::move(opened.runs);
    else
        refresh();
    Q_EMIT changed();
    if (!opened.note.isEmpty())
        Q_EMIT told(opened.note);
}

void RunsController::endOpening(const Error &error)
{
    m_state = State::Failed;
    m_failure = coreText(error.what());
    m_failureDetails = QString::fromStdString(error.context());
    Q_EMIT changed();
}

void RunsController::refresh()
{
    if (!m_store)
        return;
    auto job = std::make_unique<Job<std::vector<RunSummary>>>(tr("Listing runs"), this);
    job->setQuiet();
    job->work = [store = m_store, filter = m_filter](const RunContext &, const auto &) {
        return store->list(filter);
    };
    job->done = [this, opened = m_opened](std::vector<RunSummary> runs) {
        if (opened != m_opened)
            return;
        m_runs = std::move(runs);
        Q_EMIT changed();
        rereadChosen();
    };
    job->failed = [this](const Error &error) { fail(error); };
    m_files->lane()->start(std::move(job));
}

void RunsController::rereadChosen()
{
    if (!m_chosen)
        return;
    const RunId run = m_chosen->summary.id;
    const auto listed = std::ranges::find(m_runs, run, &RunSummary::id);
    if (listed != m_runs.end() && listed->state != m_chosen->summary.state)
        read(run);
}

void RunsController::setFilter(const QString &text)
{
    m_filter.text = text.trimmed().toStdString();
    refresh();
}

void RunsController::choose(RunId run)
{
    m_wanted = run;
    m_chosen.reset();
    m_picture = {};
    Q_EMIT chosenChanged();
    if (run != 0 && m_store)
        read(run);
}

void RunsController::read(RunId run)
{
    auto job = std::make_unique<Job<ReadRun>>(tr("Reading run %1").arg(run), this);
    job->setQuiet();
    job->work = [store = m_store, run](const RunContext &, const auto &) {
        return readRun(*store, run);
    };
    job->done = [this, run, opened = m_opened](ReadRun found) {
        if (opened != m_opened || run != m_wanted)
            return;
        m_chosen = std::move(found.run);
        m_picture = std::move(found.picture);
        Q_EMIT chosenChanged();
        if (found.failure)
            fail(*found.failure);
    };
    job->failed = [this](const Error &error) { fail(error); };
    m_files->lane()->start(std::move(job));
}

/// Closing the window waits for it, as for other files.
void RunsController::edit(const std::function<void(RunStore &)> &change,
                          const std::function<void()> &then)
{
    if (!m_store)
        return;
    FileTask task;
    task.path = m_file;
    task.receiver = this;
    // Every word of a note would be a message.
    task.isTold = false;
    task.work = [store = m_store, change](const RunContext &) { change(*store); };
    task.done = [this, then, opened = m_opened] {
        if (opened != m_opened)
            return;
        then();
        refresh();
    };
    task.failed = [this](const QString &sentence, const QString &details) {
        Q_EMIT failed(sentence, details);
        // As the store has it.
        choose(m_wanted);
    };
    m_files->run(task);
}

void RunsController::setNote(const QString &note)
{
    if (!m_chosen || note.toStdString() == m_chosen->summary.note)
        return;
    const RunId run = m_chosen->summary.id;
    m_chosen->summary.note = note.toStdString();
    edit([run, text = note.toStdString()](RunStore &store) { store.setNote(run, text); }, [] {});
}

void RunsController::setTags(const QString &tags)
{
    if (!m_chosen || tagsIn(tags) == m_chosen->summary.tags)
        return;
    const RunId run = m_chosen->summary.id;
    m_chosen->summary.tags = tagsIn(tags);
    edit([run, list = tagsIn(tags)](RunStore &store) { store.setTags(run, list); }, [] {});
}

void RunsController::remove()
{
    if (!m_chosen)
        return;
    const RunId run = m_chosen->summary.id;
    edit([run](RunStore &store) { store.remove(run); },
         [this, run] {
             m_removed = run;
             choose(0);
         });
}

void RunsController::undoRemove()
{
    // It stays within reach until it is back.
    if (const RunId run = m_removed; run != 0)
        edit([run](RunStore &store) { store.restore(run); },
             [this, run] {
                 if (m_removed == run)
                     m_removed = 0;
                 choose(run);
             });
}

QString RunsController::objection() const
{
    const RunSummary &run = m_chosen->summary;
    if (m_document->isEmpty())
        return tr("No generator is open; open one first.");
    if (m_chosen->generator && m_chosen->generator->sha256 != m_document->info().sha256)
        return tr("Run %1 is of %2; open that generator first.")
            .arg(run.id)
            .arg(QString::fromStdString(m_chosen->generator->name));
    return {};
}

void RunsController::load()
{
    if (!m_chosen)
        return;
    const RunSummary &run = m_chosen->summary;
    const RunConfiguration asked = configurationAsked(run.words, m_chosen->folder);
    if (objection().isEmpty() && asked.isEmpty()) {
        Q_EMIT failed(tr("Run %1 names no configuration.").arg(run.id), {});
        return;
    }
    loadFrom(
        [asked, layers = m_document->info().layers] {
            const QuantConfig base =
                asked.file.empty() ? QuantConfig() : readConfigFile(asked.file).config;
            return configurationOf(asked, base, layers);
        },
        tr("Load the configuration of run %1").arg(run.id));
}

bool RunsController::hasBest() const
{
    return m_chosen && m_chosen->summary.command == "search" && m_chosen->report;
}

void RunsController::loadBest()
{
    if (!hasBest())
        return;
    const QString label = tr("run %1").arg(m_chosen->summary.id);
    loadFrom(
        [answer = *m_chosen->report, source = label.toStdString(), facts = m_document->info(),
         none = tr("Run %1 names no configuration.").arg(m_chosen->summary.id).toStdString()] {
            const std::optional<ConfigFile> best = bestConfiguration(answer, source);
            if (!best)
                throw Error(ErrorKind::BadInput, none);
            if (const std::vector<std::string> differences = mismatches(*best, facts);
                !differences.empty())
                throw Error(ErrorKind::BadInput, differences.front());
            return best->config;
        },
        tr("Load the best of run %1").arg(m_chosen->summary.id));
}

void RunsController::loadFrom(const std::function<QuantConfig()> &source, const QString &step)
{
    if (const QString why = objection(); !why.isEmpty()) {
        Q_EMIT failed(why, {});
        return;
    }
    auto job =
        std::make_unique<Job<QuantConfig>>(tr("Reading run %1").arg(m_chosen->summary.id), this);
    job->work = [source](const RunContext &, const auto &) { return source(); };
    job->done = [this, step, sha256 = m_document->info().sha256](const QuantConfig &config) {
        if (m_document->info().sha256 == sha256)
            m_document->setConfig(config, step);
    };
    job->failed = [this](const Error &error) { fail(error); };
    m_files->lane()->start(std::move(job));
}

void RunsController::fail(const Error &error)
{
    Q_EMIT failed(coreText(error.what()), QString::fromStdString(error.context()));
}

} // namespace quantloupe

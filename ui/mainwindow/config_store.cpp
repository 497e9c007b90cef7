// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/config_store.h"

#include "base/embedded_files.h"
#include "base/file_io.h"
#include "exchange/packed_file.h"
#include "exchange/report_document.h"
#include "image/png_text.h"
#include "mainwindow/generator_lookup.h"
#include "mainwindow/generator_opener.h"
#include "mainwindow/picture_files.h"
#include "mainwindow/recent_files.h"
#include "models/core_words.h"
#include "session/present_provenance.h"

#include <QFileInfo>
#include <QJsonDocument>

namespace quantloupe {

namespace {

/// Built-in files cannot be written, and a picture, a report or a packed generator is more than its
/// configuration.
bool isSavedTo(const QString &path)
{
    const std::string file = path.toStdString();
    return !isEmbedded(file) && !isPngFile(file) && !isReportPage(file) && !isPackedFile(file);
}

QJsonObject viewOf(const QString &path)
{
    const std::string file = path.toStdString();
    std::string text;
    if (isReportPage(path.toStdString()))
        text = viewInReport(file);
    else if (isPngFile(file))
        text = readPngText(file, kViewKeyword).value_or(std::string());
    return QJsonDocument::fromJson(QByteArray::fromStdString(text)).object();
}

/// The request that reads the document's file as the configuration's author did; nothing if it is
/// read like that already, or if the file is another one.
std::optional<OpenRequest> otherReading(const QuantDocument &document, const ConfigFile &file)
{
    if (file.generatorSha256 != document.info().sha256)
        return {};
    OpenRequest request = document.openRequest();
    bool differs = false;
    for (const Assumption &wanted : file.assumptions) {
        const Assumption *present = document.info().assumption(wanted.key);
        if (isSamplingAssumption(wanted.key) || !present || present->value == wanted.value)
            continue;
        request.assumptions[wanted.key] = wanted.value;
        differs = true;
    }
    return differs ? std::optional(request) : std::nullopt;
}

} // namespace

ConfigStore::ConfigStore(QuantDocument *document, GeneratorOpener *opener, JobLane *lane,
                         QObject *parent)
    : QObject(parent), m_document(document), m_opener(opener), m_lane(lane)
{
    connect(opener, &GeneratorOpener::opened, this, &ConfigStore::resume);
    connect(opener, &GeneratorOpener::failed, this, [this] { m_pending.reset(); });
    connect(opener, &GeneratorOpener::cancelled, this, [this] { m_pending.reset(); });
    connect(opener, &GeneratorOpener::openedOther, this, [this] { setPath({}); });
}

ConfigFile ConfigStore::present() const
{
    ConfigFile file = m_document->toConfigFile();
    if (std::vector<ConfigResult> measured = m_measured(); !measured.empty())
        file.results = std::move(measured);
    if (file.provenance.isEmpty()) {
        file.provenance = presentProvenance({}, file.original);
        file.provenance.created = presentTime();
    }
    return file;
}

void ConfigStore::save(const QString &path, const std::function<void()> &then)
{
    auto job =
        std::make_unique<Job<ConfigFile>>(tr("Saving %1").arg(QFileInfo(path).fileName()), this);
    ConfigFile file = present();
    file.original = toJson(file);
    job->work = [file = std::move(file), target = path.toStdString()](const RunContext &,
                                                                      const auto &) {
        writeFileAtomically(target, file.original);
        return file;
    };
    const DocumentState state = m_document->state();
    job->done = [this, path, then, state](const ConfigFile &written) {
        --m_saving;
        setPath(path);
        if (m_document->state() == state)
            m_document->setSaved(written);
        Q_EMIT saved(path);
        if (then)
            then();
    };
    job->failed = [this, path](const Error &error) {
        --m_saving;
        fail(tr("%1 could not be saved").arg(QFileInfo(path).fileName()), error);
    };
    job->cancelled = [this] { --m_saving; };
    ++m_saving;
    m_lane->start(std::move(job));
}

void ConfigStore::load(const QString &path)
{
    read(path, false);
}

void ConfigStore::loadAtStart(const QString &path)
{
    read(path, true);
}

void ConfigStore::read(const QString &path, bool isStart)
{
    auto job =
        std::make_unique<Job<Loaded>>(tr("Loading %1").arg(QFileInfo(path).fileName()), this);
    job->work = [path, isStart, known = RecentFilesMenu::paths()](const RunContext &,
                                                                  const auto &) {
        const ConfigFile file = readConfigFile(path.toStdString());
        return Loaded{path,
                      file,
                      readNamedConfigs(path.toStdString()),
                      viewOf(path),
                      generatorFor(file, path, known),
                      isStart};
    };
    job->done = [this](Loaded loaded) { take(std::move(loaded)); };
    job->failed = [this, path](const Error &error) {
        fail(tr("%1 could not be loaded").arg(QFileInfo(path).fileName()), error);
    };
    m_lane->start(std::move(job));
}

void ConfigStore::take(Loaded loaded)
{
    if (m_document->isEmpty() && !loaded.generator.isEmpty()) {
        loaded.isStart = true;
        m_pending = std::move(loaded);
        m_opener->open(RecentFilesMenu::requestFor(m_pending->generator));
        return;
    }
    if (m_document->isEmpty()) {
        Q_EMIT failed(tr("%1 is a configuration for %2, which is neither beside it nor among the "
                         "files opened lately; open that generator first.")
                          .arg(loaded.path, QString::fromStdString(loaded.file.generatorName)),
                      {});
        return;
    }
    loaded.generator.clear();
    const std::optional<OpenRequest> reading = otherReading(*m_document, loaded.file);
    if (!reading && !fits(loaded))
        return;
    const auto proceed = [this, loaded, reading] { takeFor(loaded, reading); };
    // What the document starts with adds to what was edited while it was read.
    if (loaded.isStart)
        proceed();
    else
        m_guard(proceed);
}

void ConfigStore::takeFor(const Loaded &loaded, const std::optional<OpenRequest> &reading)
{
    if (reading) {
        m_pending = loaded;
        m_opener->reopen(*reading);
    } else {
        apply(loaded);
    }
}

bool ConfigStore::fits(const Loaded &loaded)
{
    QStringList differences;
    for (const std::string &difference : mismatches(loaded.file, m_document->info()))
        differences.append(coreText(difference));
    if (!differences.isEmpty())
        Q_EMIT refused(loaded.path, differences);
    return differences.isEmpty();
}

void ConfigStore::resume()
{
    std::optional<Loaded> pending = std::exchange(m_pending, {});
    if (!pending)
        return;
    const bool wasReopened = pending->generator.isEmpty();
    pending->generator.clear();
    if (wasReopened)
        apply(*pending);
    else
        take(*std::move(pending));
}

void ConfigStore::apply(const Loaded &loaded)
{
    if (!fits(loaded))
        return;
    QUndoStack *undoStack = m_document->undoStack();
    const bool isStart = loaded.isStart && undoStack->count() == 0;
    setPath(isSavedTo(loaded.path) ? loaded.path : QString());
    m_document->load(loaded.file, QFileInfo(loaded.path).fileName());
    // An edit made while it was read stays within reach.
    if (isStart)
        undoStack->clear();
    Q_EMIT this->loaded(loaded.path);
    if (!loaded.beside.empty())
        Q_EMIT foundBeside(loaded.beside);
    if (!loaded.view.isEmpty())
        Q_EMIT foundView(loaded.view);
    const std::string note = otherWeightsNote(loaded.file, m_document->info());
    if (!note.empty())
        Q_EMIT noted(coreText(note));
}

void ConfigStore::setPath(const QString &path)
{
    if (path == m_path)
        return;
    m_path = path;
    Q_EMIT pathChanged(path);
}

void ConfigStore::fail(const QString &headline, const Error &error)
{
    Q_EMIT failed(tr("%1. %2").arg(headline, coreText(error.what())),
                  QString::fromStdString(error.context()));
}

} // namespace quantloupe

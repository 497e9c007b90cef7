// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/picture_files.h"

#include "base/embedded_files.h"
#include "exchange/report_document.h"
#include "image/png_text.h"
#include "jobs/file_writer.h"
#include "mainwindow/recent_files.h"
#include "models/core_words.h"
#include "session/present_provenance.h"
#include "widgets/compare_view.h"

#include <QClipboard>
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QMimeData>

#include <optional>
#include <utility>

namespace quantloupe {

PictureFiles::PictureFiles(QuantDocument *document, CompareSet *set, CompareView *view,
                           FileWriter *writer, JobLane *lane)
    : QObject(view), m_document(document), m_set(set), m_view(view), m_writer(writer), m_lane(lane)
{
}

/// As LargeChoice counts: the present configuration is 1, kept ones follow.
std::vector<int> PictureFiles::shownConfigurations() const
{
    const LargeChoice &choice = m_view->choice();
    const int count = 1 + int(m_set->kept().size());
    const bool showsAll = m_view->mode() == CompareMode::Grid ||
                          (m_view->mode() == CompareMode::Pair && choice.showsAll);
    std::vector<int> shown;
    for (int configuration = 1; configuration <= count; ++configuration)
        if (showsAll || configuration == choice.left || configuration == choice.right)
            shown.push_back(configuration);
    return shown.empty() ? std::vector<int>{1} : shown;
}

/// The present configuration first where it is among the pictures.
std::map<std::string, std::string> PictureFiles::configurationTexts() const
{
    const std::vector<int> shown = shownConfigurations();
    const std::vector<NamedConfig> kept = m_set->namedConfigs();
    ConfigFile file = m_document->toConfigFile();
    if (shown.front() > 1) {
        file.config = kept.at(shown.front() - 2).config;
        file.origins = {};
        file.results.clear();
        file.provenance = {};
    }
    if (file.provenance.isEmpty())
        file.provenance = presentProvenance({}, file.original);
    std::map<std::string, std::string> texts = {{kConfigurationKeyword, toJson(file)}};
    std::vector<NamedConfig> others;
    for (std::size_t i = 1; i < shown.size(); ++i)
        others.push_back(kept.at(shown[i] - 2));
    if (!others.empty())
        texts[kNamedConfigsKeyword] = toJson(others, file);
    return texts;
}

std::map<std::string, std::string> PictureFiles::texts() const
{
    std::map<std::string, std::string> texts = configurationTexts();
    QJsonObject view;
    for (const SessionPart &part : m_parts)
        view.insert(part.key, part.save());
    texts[kViewKeyword] = QJsonDocument(view).toJson(QJsonDocument::Compact).toStdString();
    return texts;
}

void PictureFiles::restoreView(const QJsonObject &view) const
{
    for (const SessionPart &part : m_parts)
        if (view.contains(part.key))
            part.restore(view.value(part.key));
}

/// Null where no picture is shown.
std::unique_ptr<Job<PictureFiles::Encoded>> PictureFiles::encoding(const QString &name,
                                                                   const PictureSheet &sheet)
{
    if (sheet.shown.pictures.empty())
        return {};
    auto job = std::make_unique<Job<Encoded>>(name, this);
    job->work = [sheet, font = m_view->font()](const RunContext &, const auto &) -> Encoded {
        const QImage image = composed(sheet.shown, font);
        const auto bytes = encodePng(fromQImage(image), sheet.texts);
        return {image, {reinterpret_cast<const char *>(bytes.data()), qsizetype(bytes.size())}};
    };
    job->failed = [this](const Error &error) { fail(tr("No picture could be made"), error); };
    return job;
}

PictureSheet PictureFiles::shownSheet() const
{
    return {m_view->shownPictures(), texts()};
}

void PictureFiles::copy()
{
    copySheet(shownSheet());
}

void PictureFiles::save(const QString &path)
{
    saveSheet(path, shownSheet());
}

void PictureFiles::copySheet(const PictureSheet &sheet)
{
    auto job = encoding(tr("Copying the picture"), sheet);
    if (!job)
        return;
    job->done = [this](const Encoded &picture) {
        auto *data = new QMimeData;
        data->setImageData(picture.image);
        // For programs that take files as they are, with the configuration.
        data->setData(QStringLiteral("image/png"), picture.png);
        QGuiApplication::clipboard()->setMimeData(data);
        Q_EMIT copied();
    };
    m_lane->start(std::move(job));
}

void PictureFiles::saveSheet(const QString &path, const PictureSheet &sheet)
{
    auto job = encoding(tr("Saving %1").arg(QFileInfo(path).fileName()), sheet);
    if (!job)
        return;
    job->done = [this, path](const Encoded &picture) {
        --m_saving;
        m_writer->write(path, [png = picture.png] { return png; });
    };
    job->failed = [this](const Error &error) {
        --m_saving;
        fail(tr("No picture could be made"), error);
    };
    job->cancelled = [this] { --m_saving; };
    ++m_saving;
    m_lane->start(std::move(job));
}

void PictureFiles::inspect(const QString &path)
{
    using Found = std::optional<ConfigFile>;
    auto job = std::make_unique<Job<Found>>(tr("Reading %1").arg(QFileInfo(path).fileName()), this);
    const bool isPage = isReportPage(path.toStdString());
    job->work = [isPage, source = path.toStdString()](const RunContext &, const auto &) -> Found {
        if (!isPage && !readPngText(source, kConfigurationKeyword))
            return {};
        return readConfigFile(source);
    };
    job->done = [this, path](const Found &file) {
        if (file)
            Q_EMIT configurationFound(path, generatorOf(path, *file));
        else
            Q_EMIT plainPictureFound(path);
    };
    job->failed = [this, path](const Error &error) {
        fail(tr("%1 could not be read").arg(QFileInfo(path).fileName()), error);
    };
    m_lane->start(std::move(job));
}

/// Pictures do not tell folders: the generator is looked for where it is likely.
QString PictureFiles::generatorOf(const QString &picture, const ConfigFile &file) const
{
    if (m_document->info().sha256 == file.generatorSha256)
        return {};
    if (isEmbedded(file.generatorName))
        return QString::fromStdString(file.generatorName);
    // A name from a file must not lead to another folder.
    const QString name = QFileInfo(QString::fromStdString(file.generatorName)).fileName();
    const QString beside = QFileInfo(picture).absoluteDir().filePath(name);
    if (!name.isEmpty() && QFileInfo(beside).isFile())
        return beside;
    for (const QString &recent : RecentFilesMenu::paths())
        if (QFileInfo(recent).fileName() == name && QFileInfo(recent).isFile())
            return recent;
    return {};
}

void PictureFiles::fail(const QString &headline, const Error &error)
{
    Q_EMIT failed(tr("%1. %2").arg(headline, coreText(error.what())),
                  QString::fromStdString(error.context()));
}

} // namespace quantloupe

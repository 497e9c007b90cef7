// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/packed_file.h"
#include "exchange/report_document.h"
#include "jobs/cell_preview.h"
#include "jobs/file_writer.h"
#include "mainwindow/config_store.h"
#include "mainwindow/generator_opener.h"
#include "mainwindow/main_window.h"
#include "mainwindow/open_failure.h"
#include "mainwindow/picture_files.h"
#include "mainwindow/presentation_mode.h"
#include "mainwindow/recent_files.h"
#include "mainwindow/session_store.h"
#include "mainwindow/unsaved_changes.h"
#include "models/core_words.h"
#include "session/input_files.h"
#include "views/compare_page.h"
#include "views/inputs_dock.h"
#include "views/plots_dock.h"
#include "widgets/message_banner.h"

#include <QCloseEvent>
#include <QFileInfo>
#include <QLineEdit>
#include <QMimeData>
#include <QPointer>

#include <utility>

namespace quantloupe {

namespace {

/// Enough for the grid and for calibration.
constexpr std::size_t kMostInputPictures = 64;

/// A packed generator is for other programs: here it is its configuration.
bool isConfiguration(const QString &path)
{
    return QFileInfo(path).suffix().compare(QStringLiteral("json"), Qt::CaseInsensitive) == 0 ||
           isPackedFile(path.toStdString());
}

/// A picture or a report, which hold the configuration of what they show.
bool mayHoldConfiguration(const QString &path)
{
    const QString ending = QFileInfo(path).suffix();
    return isReportPage(path.toStdString()) ||
           ending.compare(QStringLiteral("png"), Qt::CaseInsensitive) == 0;
}

bool isPictureSource(const QString &path)
{
    static const QStringList endings = {"png", "jpg", "jpeg", "webp", "bmp", "tar", "tgz"};
    return QFileInfo(path).isDir() || endings.contains(QFileInfo(path).suffix().toLower());
}

/// The one local file that is dropped; empty for anything else.
QString droppedFile(const QMimeData *data)
{
    const QList<QUrl> urls = data->urls();
    return urls.size() == 1 ? urls.constFirst().toLocalFile() : QString();
}

} // namespace

void MainWindow::open(const QString &path)
{
    if (isConfiguration(path))
        m_configs->load(path);
    else if (mayHoldConfiguration(path))
        m_pictures->inspect(path);
    else if (isPictureSource(path) && m_document.info().isImageToImage())
        readInputPictures(path);
    else
        openGenerator(openRequestFor(path), {});
}

void MainWindow::open(const QString &path, const QString &configuration)
{
    if (configuration.isEmpty() && (mayHoldConfiguration(path) || isConfiguration(path))) {
        open(path);
        return;
    }
    openGenerator(openRequestFor(path), configuration);
}

void MainWindow::openGenerator(const OpenRequest &request, const QString &configuration)
{
    m_configurationToLoad = configuration;
    m_opener->open(request);
}

void MainWindow::guardChanges(const std::function<void()> &proceed,
                              const std::function<void()> &decline)
{
    if (!m_document.isModified()) {
        proceed();
        return;
    }
    askAboutUnsavedChanges(this, {[this, proceed] { save(proceed); }, proceed, decline});
}

void MainWindow::readInputPictures(const QString &path)
{
    auto job =
        std::make_unique<Job<GivenImages>>(tr("Reading %1").arg(QFileInfo(path).fileName()), this);
    job->work = [source = path.toStdString()](const RunContext &, const auto &) {
        return readGivenImages(source, kMostInputPictures);
    };
    job->done = [this, name = QFileInfo(path).fileName()](const GivenImages &given) {
        if (m_document.info().isImageToImage())
            m_document.setInputPictures(given.images, name);
        if (!given.skipped.empty())
            m_banner->showMessage(MessageKind::Warning, coreText(given.skipped.front()));
    };
    job->failed = [this, path](const Error &error) {
        showError(
            tr("%1 could not be read. %2").arg(QFileInfo(path).fileName(), coreText(error.what())),
            QString::fromStdString(error.context()));
    };
    m_ioLane.start(std::move(job));
}

void MainWindow::save(const std::function<void()> &then)
{
    if (m_configs->path().isEmpty())
        saveAs(then);
    else
        m_configs->save(m_configs->path(), then);
}

void MainWindow::showOpened()
{
    m_recent->add(m_document.openRequest());
    const GeneratorInfo &info = m_document.info();
    if (info.networks.size() > 1)
        m_banner->showMessage(MessageKind::Info,
                              tr("%1 holds %2 networks; %3 is open. Others can be chosen under "
                                 "“Inputs”.")
                                  .arg(QString::fromStdString(info.name))
                                  .arg(info.networks.size())
                                  .arg(QString::fromStdString(info.network)));
    if (!m_configurationToLoad.isEmpty())
        m_configs->loadAtStart(std::exchange(m_configurationToLoad, {}));
}

void MainWindow::showOpenFailure(const Error &error)
{
    m_configurationForAgain = std::exchange(m_configurationToLoad, {});
    const std::optional<ArchitectureProblem> &problem = m_opener->architectureProblem();
    const OpenFailure failure = openFailure(m_opener->request(), error, problem);
    QAction *remedy = problem ? m_actions.architecture : nullptr;
    if (m_document.isEmpty()) {
        m_compare->showOpenFailure(failure.headline, failure.sentence, failure.details, remedy);
    } else {
        m_banner->showMessage(MessageKind::Error,
                              tr("%1. %2").arg(failure.headline, failure.sentence), failure.details,
                              remedy);
        m_inputs->rebuild();
    }
    Q_EMIT failed(coreText(error.what()));
}

void MainWindow::showMismatch(const QString &path, const QStringList &differences)
{
    const QString details = differences.size() > 1 ? differences.join(u'\n') : QString();
    showError(tr("%1 was made for another generator and is not loaded: %2")
                  .arg(QFileInfo(path).fileName(), differences.constFirst()),
              details);
}

void MainWindow::showError(const QString &sentence, const QString &details)
{
    m_banner->showMessage(MessageKind::Error, sentence, details);
    Q_EMIT failed(sentence);
}

/// What was typed and not yet left, such as the note of a run, is saved like the rest.
void MainWindow::finishTyping()
{
    const QPointer<QLineEdit> field = qobject_cast<QLineEdit *>(focusWidget());
    if (!field)
        return;
    field->clearFocus();
    // The field of a cell goes with it.
    if (field)
        field->setFocus();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    finishTyping();
    if (isSaving()) {
        event->ignore();
        m_closeWhenSaved = true;
        return;
    }
    if (m_document.isModified() && !m_closing) {
        event->ignore();
        guardChanges([this] {
            m_closing = true;
            close();
        });
        return;
    }
    m_cells->stop();
    m_previewLane.cancelAll();
    m_inspectorLane.cancelAll();
    m_computeLane.cancelAll();
    m_ioLane.cancelAll();
    m_presentation->leave();
    m_keeper->finish();
    saveLayout();
    event->accept();
}

bool MainWindow::isSaving() const
{
    return m_configs->isSaving() || m_pictures->isSaving() || m_files->isWriting();
}

void MainWindow::closeIfSaved()
{
    if (m_closeWhenSaved && !isSaving())
        close();
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!droppedFile(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    const QString path = droppedFile(event->mimeData());
    if (isExtractorName(path))
        m_plots->takeExtractor(path);
    else
        open(path);
}

} // namespace quantloupe

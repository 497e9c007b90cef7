// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/embedded_files.h"
#include "jobs/job_indicator.h"
#include "jobs/preview_controller.h"
#include "mainwindow/config_store.h"
#include "mainwindow/generator_opener.h"
#include "mainwindow/help_opener.h"
#include "mainwindow/main_window.h"
#include "mainwindow/recent_files.h"
#include "session/session.h"
#include "views/compare_page.h"
#include "views/inputs_dock.h"
#include "views/inspector_dock.h"
#include "views/layers_dock.h"
#include "views/status_fields.h"
#include "widgets/layers_view.h"
#include "widgets/message_banner.h"
#include "widgets/size_bar.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QMessageBox>
#include <QStatusBar>

#include <utility>

namespace quantloupe {

namespace {

/// Long enough to read a command that was copied.
constexpr int kNoteMilliseconds = 8000;

} // namespace

void MainWindow::connectSignals()
{
    connectFileActions();
    connectOpener();
    connectConfigStore();
    connectDocument();
    connectPreview();
    connectDocks();
    connectInspector();
    connectJobs();
    connectKeyboardParts();
    connectSession();
    connectPictures();
    connectMetrics();
    connectQuantizers();
    connectSensitivity();
    connectSearch();
    connectLedger();
    connectRecipes();
    connect(m_actions.resetLayout, &QAction::triggered, this, &MainWindow::resetLayout);
    auto *help = new HelpOpener(this);
    connect(m_actions.help, &QAction::triggered, help, &HelpOpener::openForFocus);
    connect(m_actions.firstSteps, &QAction::triggered, help,
            [help] { help->open(QStringLiteral("first-steps")); });
    connect(m_actions.keys, &QAction::triggered, help,
            [help] { help->open(QStringLiteral("keys")); });
    connect(m_actions.about, &QAction::triggered, this, &MainWindow::showAbout);
}

void MainWindow::connectFileActions()
{
    connect(m_actions.open, &QAction::triggered, this, &MainWindow::chooseGenerator);
    m_layers->setOpenAction(m_actions.open);
    for (QAction *action : std::as_const(m_actions.builtins))
        connect(action, &QAction::triggered, this, [this, path = action->data().toString()] {
            open(path, QString::fromStdString(embeddedConfiguration(path.toStdString())));
        });
    connect(m_actions.inputPictures, &QAction::triggered, this, &MainWindow::chooseInputPictures);
    connect(m_actions.loadConfig, &QAction::triggered, this, &MainWindow::chooseConfiguration);
    connect(m_actions.saveConfig, &QAction::triggered, this, [this] { save(); });
    connect(m_actions.saveConfigAs, &QAction::triggered, this, [this] { saveAs(); });
    connect(m_actions.quit, &QAction::triggered, this, &QWidget::close);
    connect(m_recent, &RecentFilesMenu::chosen, this,
            [this](const OpenRequest &request) { openGenerator(request, {}); });
    for (QAction *action : std::as_const(m_actions.presets))
        connect(action, &QAction::triggered, this,
                [this, action] { applyPreset(static_cast<Preset>(action->data().toInt())); });
}

void MainWindow::applyPreset(Preset preset)
{
    const PresetStep step = presetStep(preset, m_document.info(), m_document.state());
    m_document.setConfig(step.config, title(preset));
    if (step.locked > 0)
        showNote(tr("Kept by locks: %1.").arg(layerCountText(step.locked)));
}

void MainWindow::connectOpener()
{
    connect(m_opener, &GeneratorOpener::started, this, [this](const QString &path) {
        m_banner->dismiss();
        m_compare->showOpening(QFileInfo(path).fileName());
    });
    connect(m_opener, &GeneratorOpener::progressed, m_compare, &ComparePage::setOpeningProgress);
    connect(m_opener, &GeneratorOpener::finished, m_compare, &ComparePage::endOpening);
    m_opener->setGuard(
        [this](const std::function<void()> &proceed, const std::function<void()> &decline) {
            guardChanges(proceed, decline);
        });
    m_configs->setGuard([this](const std::function<void()> &proceed) { guardChanges(proceed); });
    connect(m_opener, &GeneratorOpener::opened, this, &MainWindow::showOpened);
    connect(m_opener, &GeneratorOpener::undoDropped, this, [this] {
        m_banner->showMessage(
            MessageKind::Info,
            tr("The network was read anew; earlier edits can no longer be undone."));
    });
    connect(m_opener, &GeneratorOpener::failed, this,
            [this](const QString &, const Error &error) { showOpenFailure(error); });
    connect(m_opener, &GeneratorOpener::cancelled, this, [this](const QString &path) {
        m_configurationForAgain = std::exchange(m_configurationToLoad, {});
        m_inputs->rebuild();
        m_compare->showOpenCancelled(QFileInfo(path).fileName());
    });
    connect(m_compare, &ComparePage::openAgainRequested, this, [this] {
        m_configurationToLoad = std::exchange(m_configurationForAgain, {});
        m_opener->openAgain();
    });
    connect(m_actions.architecture, &QAction::triggered, this, [this] {
        const QString weights = QString::fromStdString(m_opener->request().path);
        chooseArchitecture(weights, [this](const QString &path) {
            m_configurationToLoad = std::exchange(m_configurationForAgain, {});
            m_opener->openAs(path);
        });
    });
    connect(m_compare, &ComparePage::cancelRequested, m_opener, &GeneratorOpener::cancel);
    connect(m_actions.cancelJobs, &QAction::triggered, m_opener, &GeneratorOpener::cancel);
}

void MainWindow::connectConfigStore()
{
    m_configs->setMeasured([this] {
        const int present = m_history.indexOfPresent();
        return present < 0 ? std::vector<ConfigResult>()
                           : resultsOf(m_history.all().at(present).report);
    });
    connect(m_configs, &ConfigStore::pathChanged, this, &MainWindow::showTitle);
    connect(m_configs, &ConfigStore::loaded, m_banner, &MessageBanner::dismiss);
    connect(m_configs, &ConfigStore::noted, this, [this](const QString &sentence) {
        m_banner->showMessage(MessageKind::Info, sentence);
    });
    connect(m_configs, &ConfigStore::foundBeside, this,
            [this](const std::vector<NamedConfig> &configs) {
                if (m_compareSet.keepMissing(configs) > 0)
                    m_banner->showMessage(
                        MessageKind::Info,
                        tr("There was no room for all configurations of the picture; remove kept "
                           "ones and open it again."));
            });
    connect(m_configs, &ConfigStore::refused, this, &MainWindow::showMismatch);
    connect(m_configs, &ConfigStore::saved, this, &MainWindow::closeIfSaved);
    connect(m_configs, &ConfigStore::failed, this,
            [this](const QString &sentence, const QString &details) {
                m_closeWhenSaved = false;
                showError(sentence, details);
            });
}

void MainWindow::connectDocument()
{
    connect(&m_document, &QuantDocument::opened, this, [this] {
        for (QAction *action : m_actions.forGenerator())
            action->setEnabled(true);
        m_actions.inputPictures->setEnabled(m_document.info().isImageToImage());
        m_actions.readByArchitecture->setEnabled(!m_document.info().architectureFile.empty());
        m_status->clear();
        m_layers->view()->setFocus();
        showTitle();
        showSize();
    });
    connect(&m_document, &QuantDocument::configChanged, this, &MainWindow::showSize);
    connect(m_document.undoStack(), &QUndoStack::indexChanged, this, &MainWindow::withdrawRefusal);
    connect(&m_document, &QuantDocument::modifiedChanged, this, &QWidget::setWindowModified);
    connect(&m_document, &QuantDocument::editRefused, this, &MainWindow::showRefusals);
}

void MainWindow::connectPreview()
{
    connect(m_preview, &PreviewController::stageReached, this, &MainWindow::showStage);
    connect(m_preview, &PreviewController::timed, this, &MainWindow::showTiming);
}

void MainWindow::connectDocks()
{
    connect(m_actions.filterLayers, &QAction::triggered, this, [this] {
        m_layers->show();
        m_layers->focusFilter();
    });
    const auto setOpening = [this](bool isOpening) {
        m_layers->setOpening(isOpening);
        m_inspectorDock->setOpening(isOpening);
        m_inputs->setOpening(isOpening);
        m_jobIndicator->setToldElsewhere(m_compare, isOpening);
    };
    connect(m_opener, &GeneratorOpener::started, this, [setOpening] { setOpening(true); });
    connect(m_opener, &GeneratorOpener::finished, this, [setOpening] { setOpening(false); });
    connect(m_layers, &LayersDock::refused, this,
            [this](const QString &sentence) { showRefusal(sentence); });
    connect(m_inputs, &InputsDock::reopenRequested, m_opener, &GeneratorOpener::reopen);
    const auto readOtherwise = [this] {
        const QString weights = QString::fromStdString(m_document.info().path);
        chooseArchitecture(weights, [this](const QString &path) {
            OpenRequest request = m_document.openRequest();
            request.architectureFile = path.toStdString();
            m_opener->reopen(request);
        });
    };
    connect(m_inputs, &InputsDock::architectureFileRequested, this, readOtherwise);
    connect(m_actions.readByArchitecture, &QAction::triggered, this, readOtherwise);
    connect(m_inputs, &InputsDock::refused, this,
            [this](const QString &sentence) { showRefusal(sentence); });
}

void MainWindow::connectJobs()
{
    connect(&m_jobs, &QAbstractItemModel::modelReset, this,
            [this] { m_actions.cancelJobs->setEnabled(!m_jobs.isEmpty()); });
    connect(m_actions.cancelJobs, &QAction::triggered, &m_jobs, &JobListModel::cancelAll);
}

void MainWindow::showNote(const QString &sentence)
{
    statusBar()->showMessage(sentence, kNoteMilliseconds);
}

void MainWindow::showTiming(const PreviewTiming &timing)
{
    m_status->setTiming(
        timing.shownPairs
            ? tr("edit to picture %1 ms, all %2 ms").arg(timing.firstPair).arg(*timing.shownPairs)
            : tr("edit to picture %1 ms").arg(timing.firstPair));
}

void MainWindow::showStage(const PreviewStage &stage)
{
    m_layers->model()->setReport(stage.layers);
    m_layers->setCorrectionReport(stage.corrections);
    m_status->setCache(stage.facts.stepsRun, stage.facts.stepsSkipped);
    m_status->setEngine(stage.facts.threads, QString::fromStdString(stage.facts.kernels));
}

void MainWindow::showSize()
{
    if (!m_document.generator())
        return;
    const SizeReport size = m_session.size(*m_document.generator(), m_document.config());
    m_layers->model()->setSize(size);
    m_sizeBar->setSize(size);
}

void MainWindow::showTitle()
{
    if (m_document.isEmpty()) {
        setWindowTitle(tr("Quantloupe"));
        return;
    }
    QString title = QString::fromStdString(m_document.info().name);
    if (!m_configs->path().isEmpty())
        title += tr(" – %1").arg(QFileInfo(m_configs->path()).fileName());
    setWindowTitle(tr("%1[*] – Quantloupe").arg(title));
}

void MainWindow::showRefusals(const QList<EditRefusal> &refusals)
{
    QStringList lines;
    for (const EditRefusal &refusal : refusals)
        lines.append(tr("%1: %2").arg(refusal.layer, refusal.reason));
    const QString text = lines.size() == 1
                             ? lines.constFirst()
                             : tr("%1 kept their setting: %2")
                                   .arg(layerCountText(lines.size()), refusals.constFirst().reason);
    const QString details = lines.size() == 1 ? QString() : lines.join(u'\n');
    showRefusal(text, details);
}

void MainWindow::showRefusal(const QString &sentence, const QString &details)
{
    m_refusal = sentence;
    m_banner->showMessage(MessageKind::Warning, sentence, details);
}

void MainWindow::withdrawRefusal()
{
    if (!m_refusal.isEmpty())
        m_banner->withdraw(std::exchange(m_refusal, {}));
}

void MainWindow::showAbout()
{
    auto *box = new QMessageBox(
        QMessageBox::NoIcon, tr("About Quantloupe"),
        tr("<h3>Quantloupe %1</h3><p>Every layer its bits, every bit its picture: a desktop "
           "explorer for quantizing image generators.</p><p>Free software under the GNU General "
           "Public License, version 3 or later.</p>")
            .arg(QCoreApplication::applicationVersion()),
        QMessageBox::Close, this);
    box->setObjectName("aboutBox");
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

} // namespace quantloupe

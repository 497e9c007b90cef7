// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/main_window.h"

#include "jobs/file_writer.h"
#include "jobs/inspector_controller.h"
#include "jobs/job_indicator.h"
#include "jobs/kept_preview.h"
#include "jobs/path_preview.h"
#include "jobs/preview_controller.h"
#include "mainwindow/config_store.h"
#include "mainwindow/dock_titles.h"
#include "mainwindow/generator_opener.h"
#include "mainwindow/output_dialogs.h"
#include "mainwindow/picture_files.h"
#include "mainwindow/recent_files.h"
#include "mainwindow/theme_menu.h"
#include "views/compare_page.h"
#include "views/compare_toolbar.h"
#include "views/inputs_dock.h"
#include "views/inspector_dock.h"
#include "views/layers_dock.h"
#include "views/plots_dock.h"
#include "views/recipe_page.h"
#include "views/search_page.h"
#include "views/sensitivity_page.h"
#include "views/status_fields.h"
#include "widgets/help_page.h"
#include "widgets/layers_view.h"
#include "widgets/message_banner.h"
#include "widgets/size_bar.h"

#include <QMenuBar>
#include <QStatusBar>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace quantloupe {

namespace {

QToolButton *menuButton(const char *objectName, const QString &text,
                        const QList<QAction *> &actions)
{
    auto *button = new QToolButton;
    button->setObjectName(objectName);
    button->setText(text);
    button->setAccessibleName(text);
    button->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(button);
    menu->addActions(actions);
    menu->setToolTipsVisible(true);
    button->setMenu(menu);
    return button;
}

} // namespace

MainWindow::MainWindow(Session &session, QWidget *parent) : QMainWindow(parent), m_session(session)
{
    createWidgets();
    createLayout();
    connectSignals();
}

MainWindow::~MainWindow()
{
    // Else what is under the pointer says good-bye to a status bar that is half gone.
    hide();
    // Views look at the document until they are gone.
    delete m_layers;
    delete m_inputs;
    delete m_inspectorDock;
    delete m_plots;
    delete takeCentralWidget();
}

void MainWindow::createWidgets()
{
    setObjectName("mainWindow");
    setAcceptDrops(true);
    createControllers();
    m_actions = createMainActions(this, m_document.undoStack());
    m_recent = new RecentFilesMenu(this);
    m_layers = new LayersDock(&m_document, this);
    m_inputs = new InputsDock(&m_document, this);
    m_inspectorDock = new InspectorDock(&m_document, m_inspector, m_actions.open, this);
    createMetrics();
    createQuantizers();
    createSensitivity();
    createSearch();
    createRecipes();
    createLedger();
    m_compare = new ComparePage({&m_document, &m_compareSet, m_preview, m_kept, m_path},
                                m_actions.open, this);
    createDifference();
    m_pictures =
        new PictureFiles(&m_document, &m_compareSet, m_compare->view(), m_files, &m_ioLane);
    m_banner = new MessageBanner(this);
    m_banner->setObjectName("windowBanner");
    m_lastingBanner = new MessageBanner(this);
    m_lastingBanner->setObjectName("lastingBanner");
    setHelpPage(m_lastingBanner, "window#messages", {"Esc"});
    m_sizeBar = new SizeBar(this);
    m_sizeBar->setObjectName("sizeBar");
    setHelpPage(m_sizeBar, "numbers#size");
    m_status = new StatusFields(this);
    setHelpPage(statusBar(), "window#status-bar");
    setHelpPage(m_banner, "window#messages", {"Esc"});
    for (QAction *action : m_actions.forGenerator())
        action->setEnabled(false);
}

void MainWindow::createControllers()
{
    m_jobs.addLane(&m_previewLane);
    m_jobs.addLane(&m_inspectorLane);
    m_jobs.addLane(&m_quantizerLane);
    m_jobs.addLane(&m_computeLane);
    m_jobs.addLane(&m_ioLane);
    m_preview = new PreviewController(m_session, &m_document, &m_compareSet, &m_previewLane, this);
    m_inspector =
        new InspectorController(m_session, &m_document, m_preview, &m_inspectorLane, this);
    m_kept = new KeptPreview(m_session, &m_compareSet, m_preview, &m_previewLane, this);
    m_path = new PathPreview(m_session, &m_compareSet, m_preview, &m_previewLane, this);
    m_opener = new GeneratorOpener(m_session, &m_document, &m_ioLane, this);
    m_configs = new ConfigStore(&m_document, m_opener, &m_ioLane, this);
    m_files = new FileWriter(&m_ioLane, this);
    new OutputDialogs({&m_session, &m_document, &m_history, m_files,
                       [this] { return m_preview->request().compare; },
                       [this] { return m_document.isModified() ? QString() : m_configs->path(); },
                       [this] { return likelyFolder(); }},
                      this);
}

void MainWindow::createLayout()
{
    auto *centre = new QWidget(this);
    auto *layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_lastingBanner);
    layout->addWidget(m_banner);
    layout->addWidget(m_compare, 1);
    setCentralWidget(centre);
    createKeyboardParts();
    createMenus();
    createToolBar();
    createStatusBar();
    placeDocks();
    restoreLayout();
    new DockTitles(this);
    showTitle();
}

void MainWindow::createMenus()
{
    QMenu *file = menuBar()->addMenu(tr("&File"));
    file->addAction(m_actions.open);
    file->addMenu(m_recent);
    file->addMenu(tr("&Built-in generators"))->addActions(m_actions.builtins);
    file->addSeparator();
    file->addActions({m_actions.readByArchitecture, m_actions.inputPictures});
    file->addSeparator();
    file->addActions({m_actions.loadConfig, m_actions.saveConfig, m_actions.saveConfigAs});
    file->addActions(findChild<OutputDialogs *>()->actions());
    file->addSeparator();
    file->addAction(m_actions.quit);

    QMenu *edit = menuBar()->addMenu(tr("&Edit"));
    edit->addActions({m_actions.undo, m_actions.redo});
    edit->addSeparator();
    edit->addAction(m_actions.copyCommand);
    edit->addSeparator();
    QMenu *presets = edit->addMenu(tr("&Presets"));
    presets->addActions(m_actions.presets);
    presets->setToolTipsVisible(true);
    edit->addMenu(tr("&Layers"))->addActions(m_layers->layerActions().forMenu());
    edit->addAction(m_actions.filterLayers);
    edit->addSeparator();
    edit->addAction(m_actions.cancelJobs);
    edit->addSeparator();
    edit->addAction(m_actions.palette);

    QMenu *view = menuBar()->addMenu(tr("&View"));
    for (QAction *action : m_compare->compareActions().inOrder())
        action ? view->addAction(action) : void(view->addSeparator());
    view->addSeparator();
    view->addActions({m_layers->toggleViewAction(), m_inspectorDock->toggleViewAction(),
                      m_inputs->toggleViewAction(), m_plots->toggleViewAction()});
    view->addMenu(m_layers->view()->columnMenu());
    view->addActions({m_actions.resetLayout, m_actions.presentation});
    view->addMenu(new ThemeMenu(this));

    QMenu *measure = menuBar()->addMenu(tr("&Measure"));
    measure->addActions({m_plots->measure(), m_plots->measureAnew()});
    measure->addSeparator();
    measure->addAction(m_plots->copyMeasurement());
    measure->addSeparator();
    measure->addActions({m_sensitivityPage->findAction(), m_sensitivityPage->copyCommandAction()});
    measure->addActions({m_searchPage->findAction(), m_searchPage->copyCommandAction()});
    measure->addSeparator();
    measure->addActions(m_recipePage->runActions());

    menuBar()->addMenu(tr("&Help"))->addActions(
        {m_actions.help, m_actions.firstSteps, m_actions.keys, m_actions.about});
}

void MainWindow::createToolBar()
{
    QToolBar *bar = addToolBar(tr("Main toolbar"));
    bar->setObjectName("mainToolBar");
    setHelpPage(bar, "window#toolbar");
    bar->setMovable(false);
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    bar->setToolButtonStyle(Qt::ToolButtonTextOnly);
    bar->addAction(m_actions.open);
    QToolButton *builtins = menuButton("builtins", tr("Built-in"), m_actions.builtins);
    builtins->setToolTip(tr("Open a generator that comes with Quantloupe"));
    bar->addWidget(builtins);
    bar->addActions({m_actions.undo, m_actions.redo});
    QToolButton *presets = menuButton("presets", tr("Presets"), m_actions.presets);
    presets->setToolTip(tr("Settings for all layers at once"));
    setHelpPage(presets, "window#presets");
    bar->addWidget(presets);
    bar->addSeparator();
    m_sizeBar->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar->addWidget(m_sizeBar);
    bar->addSeparator();
    bar->addAction(m_plots->measure());
}

void MainWindow::createStatusBar()
{
    m_jobIndicator = new JobIndicator(&m_jobs, this);
    statusBar()->addWidget(m_jobIndicator);
    statusBar()->addPermanentWidget(m_status);
}

} // namespace quantloupe

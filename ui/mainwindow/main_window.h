// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/job_lane.h"
#include "jobs/job_list_model.h"
#include "mainwindow/main_actions.h"
#include "models/compare_set.h"
#include "models/metrics_history.h"
#include "models/quant_document.h"

#include <QMainWindow>

#include <functional>

class QFileDialog;

namespace quantloupe {

class CellPreview;
class CommandPalette;
class ComparePage;
class ConfigStore;
class EditLedger;
class Error;
class FileWriter;
class GeneratorOpener;
class InputsDock;
class InspectorController;
class InspectorDock;
class JobIndicator;
class KeptPreview;
class LayersDock;
class MetricsController;
class MessageBanner;
class PathPreview;
class PictureFiles;
class PlotsDock;
class PresentationMode;
class PreviewController;
class QuantizerController;
class QuantizersPage;
struct PreviewStage;
struct PreviewTiming;
class RecentFilesMenu;
class RecipeController;
class RecipePage;
class RunRepeater;
class RunsTab;
class SearchController;
class SearchPage;
class SensitivityController;
class SensitivityPage;
class Session;
class SessionStore;
class SizeBar;
class StatusFields;

/// The window: puts the parts together and passes what one says on to the others.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// `session` outlives the window.
    explicit MainWindow(Session &session, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// A generator or a configuration; asks first where that would lose changes.
    void open(const QString &path);
    /// A generator, and once it is open a configuration for it.
    void open(const QString &path, const QString &configuration);

    /// From now on the session survives the end of the process, also a sudden one.
    void keepSession();
    /// The last session; these where there is none.
    void restoreSession(const QString &path, const QString &configuration);

    /// Says in the window that something failed.
    void showError(const QString &sentence, const QString &details = {});

    /// Docks as they are at first start, in proportion to the window.
    void resetLayout();
    /// The same at this size; the layout that is kept for the next start stays as it is.
    void layOutOnce(QSize size);

    QuantDocument *document() { return &m_document; }
    PreviewController *preview() const { return m_preview; }
    GeneratorOpener *opener() const { return m_opener; }
    ConfigStore *configs() const { return m_configs; }
    InspectorController *inspector() const { return m_inspector; }
    MetricsController *metrics() const { return m_metrics; }
    QuantizerController *quantizers() const { return m_quantizers; }
    RecipeController *recipes() const { return m_recipes; }
    SensitivityController *sensitivity() const { return m_sensitivity; }
    SearchController *search() const { return m_search; }
    EditLedger *ledger() const { return m_ledger; }
    MetricsHistory *history() { return &m_history; }

Q_SIGNALS:
    /// A file could not be opened, read, or used; the window shows the sentence.
    void failed(const QString &sentence);

protected:
    void childEvent(QChildEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    void createWidgets();
    void createControllers();
    void createKeyboardParts();
    void createSession();
    void createLayout();
    void createMenus();
    void createToolBar();
    void createStatusBar();
    void placeDocks();
    /// The first time that the plots are seen, as high as their numbers need.
    void placePlots();
    void restoreLayout();
    void saveLayout() const;
    /// From now on the layout survives a sudden end too.
    void keepLayout();

    void connectSignals();
    void connectFileActions();
    void connectOpener();
    void connectConfigStore();
    void connectDocument();
    void connectPreview();
    void connectDocks();
    void connectInspector();
    void connectJobs();
    void connectKeyboardParts();
    void connectSession();
    void connectPictures();
    void createMetrics();
    void connectMetrics();
    void createQuantizers();
    void connectQuantizers();
    void createRecipes();
    void connectRecipes();
    void createRuns();
    void connectRuns();
    void createSensitivity();
    void connectSensitivity();
    void connectCells();
    void createSearch();
    void connectSearch();
    void createLedger();
    void connectLedger();
    void createDifference();

    /// A file that the user asked for is on its way to the disk.
    bool isSaving() const;
    void closeIfSaved();
    void finishTyping();
    /// Runs `proceed` once no change can be lost by it, `decline` if the user would rather not.
    void guardChanges(
        const std::function<void()> &proceed, const std::function<void()> &decline = [] {});
    void openGenerator(const OpenRequest &request, const QString &configuration);
    void chooseGenerator();
    void chooseConfiguration();
    /// `weights` are what it is for.
    void chooseArchitecture(const QString &weights,
                            const std::function<void(const QString &)> &use);
    void chooseInputPictures();
    void choosePictureFile();
    void loadFromPicture(const QString &path, const QString &generator);
    void readInputPictures(const QString &path);
    void save(const std::function<void()> &then = {});
    void saveAs(const std::function<void()> &then = {});
    QFileDialog *fileDialog(const char *objectName, const QString &title, const QString &filter);
    /// Where files about what is open are likely, or about what could not be opened.
    QString likelyFolder() const;

    void showOpened();
    void showOpenFailure(const Error &error);
    void showRefusal(const QString &sentence, const QString &details = {});
    void withdrawRefusal();
    void showRefusals(const QList<EditRefusal> &refusals);
    void showMismatch(const QString &path, const QStringList &differences);
    void showTiming(const PreviewTiming &timing);
    void showStage(const PreviewStage &stage);
    void showSize();
    /// In the status bar, for a while: something went well.
    void showNote(const QString &sentence);
    void showTitle();
    void showAbout();
    void copyCommand();
    void copyMeasurement();
    void copyRecipe();
    void copySensitivity();
    void copySearch();
    void copyLine(const std::string &line);
    void refuseCommand(const Error &error);
    void loadMeasurement(int measurement);
    void inspectLayer(int row);
    void applyPreset(Preset preset);

    Session &m_session;
    QuantDocument m_document;
    CompareSet m_compareSet{&m_document};
    MetricsHistory m_history{&m_document};
    JobListModel m_jobs;
    PreviewController *m_preview = nullptr;
    KeptPreview *m_kept = nullptr;
    PathPreview *m_path = nullptr;
    GeneratorOpener *m_opener = nullptr;
    InspectorController *m_inspector = nullptr;
    MetricsController *m_metrics = nullptr;
    QuantizerController *m_quantizers = nullptr;
    RecipeController *m_recipes = nullptr;
    RunsTab *m_runs = nullptr;
    RunRepeater *m_repeater = nullptr;
    SensitivityController *m_sensitivity = nullptr;
    CellPreview *m_cells = nullptr;
    SearchController *m_search = nullptr;
    EditLedger *m_ledger = nullptr;
    ConfigStore *m_configs = nullptr;
    FileWriter *m_files = nullptr;
    MainActions m_actions;
    RecentFilesMenu *m_recent = nullptr;
    LayersDock *m_layers = nullptr;
    InputsDock *m_inputs = nullptr;
    InspectorDock *m_inspectorDock = nullptr;
    PlotsDock *m_plots = nullptr;
    QuantizersPage *m_quantizersPage = nullptr;
    RecipePage *m_recipePage = nullptr;
    SensitivityPage *m_sensitivityPage = nullptr;
    SearchPage *m_searchPage = nullptr;
    bool m_keepsLayout = true;
    /// The user, or placePlots(), has given them a height.
    bool m_arePlotsPlaced = false;
    JobIndicator *m_jobIndicator = nullptr;
    ComparePage *m_compare = nullptr;
    PictureFiles *m_pictures = nullptr;
    MessageBanner *m_banner = nullptr;
    /// A message that lasts as long as what it says, whatever else there is to say.
    MessageBanner *m_lastingBanner = nullptr;
    CommandPalette *m_palette = nullptr;
    PresentationMode *m_presentation = nullptr;
    SessionStore *m_keeper = nullptr;
    SizeBar *m_sizeBar = nullptr;
    StatusFields *m_status = nullptr;
    QByteArray m_defaultState;
    QString m_configurationToLoad;
    /// With what was cancelled or failed, in case it is opened again.
    QString m_configurationForAgain;
    /// Why there was no command to copy; empty once there was.
    QString m_commandRefusal;
    /// The user has answered what becomes of unsaved changes.
    bool m_closing = false;
    /// Why the last edit was not made; empty once one was.
    QString m_refusal;
    bool m_closeWhenSaved = false;
    // The lanes come last: they stop their jobs before anything else is destroyed.
    JobLane m_ioLane{QueuePolicy::Serial};
    JobLane m_computeLane{QueuePolicy::Serial};
    JobLane m_inspectorLane{QueuePolicy::NewestWins};
    JobLane m_quantizerLane{QueuePolicy::NewestWins};
    JobLane m_previewLane{QueuePolicy::NewestWins, std::chrono::milliseconds(33)};
};

} // namespace quantloupe

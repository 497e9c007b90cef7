// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "jobs/path_preview.h"
#include "jobs/preview_controller.h"
#include "mainwindow/command_palette.h"
#include "mainwindow/compare_set_parts.h"
#include "mainwindow/config_store.h"
#include "mainwindow/copy_command.h"
#include "mainwindow/layer_cursor.h"
#include "mainwindow/layout_watcher.h"
#include "mainwindow/main_window.h"
#include "mainwindow/output_dialogs.h"
#include "mainwindow/presentation_mode.h"
#include "mainwindow/reading_order.h"
#include "mainwindow/session_store.h"
#include "mainwindow/view_controls.h"
#include "mainwindow/view_parts.h"
#include "mainwindow/window_actions.h"
#include "models/core_words.h"
#include "views/compare_page.h"
#include "views/compare_toolbar.h"
#include "views/layers_dock.h"
#include "views/plots_dock.h"
#include "views/quantizers_page.h"
#include "widgets/compare_view.h"
#include "widgets/disabled_reason.h"
#include "widgets/layers_view.h"
#include "widgets/message_banner.h"

#include <QClipboard>
#include <QComboBox>
#include <QDockWidget>
#include <QGuiApplication>
#include <QItemSelectionModel>

#include <utility>

namespace quantloupe {

namespace {

QList<PaletteEntry> layerEntries(const QuantDocument &document, LayersDock *dock)
{
    QList<PaletteEntry> entries;
    for (const LayerInfo &layer : document.info().layers) {
        const QString name = QString::fromStdString(layer.name);
        PaletteEntry entry;
        entry.id = QStringLiteral("layer:") + name;
        entry.text = MainWindow::tr("Go to %1").arg(name);
        entry.run = [name, dock, document = &document] {
            dock->show();
            LayerCursor(dock, document).moveTo(name);
            dock->view()->setFocus(Qt::ShortcutFocusReason);
        };
        entries.append(entry);
    }
    return entries;
}

QList<PaletteEntry> plotEntries(PlotsDock *dock)
{
    QList<PaletteEntry> entries;
    for (const PlotsDock::Tab &tab : dock->tabs()) {
        PaletteEntry entry;
        entry.id = QStringLiteral("plots:") + tab.name;
        entry.text = MainWindow::tr("Plots: %1").arg(tab.title);
        entry.run = [dock, name = tab.name] { dock->showTab(name); };
        entries.append(entry);
    }
    return entries;
}

} // namespace

void MainWindow::createKeyboardParts()
{
    m_palette = new CommandPalette(this);
    m_palette->addSource([this] { return layerEntries(m_document, m_layers); });
    m_palette->addSource([this] { return plotEntries(m_plots); });
    m_presentation = new PresentationMode(this, m_compare->chrome() << m_lastingBanner << m_banner,
                                          m_compare->view());
    m_presentation->keep(m_plots);
    for (const QDockWidget *dock : findChildren<QDockWidget *>())
        dock->toggleViewAction()->setObjectName(QStringLiteral("show:") + dock->objectName());
    for (QAction *action : m_actions.forGenerator())
        setUnavailableReason(action, tr("Open a generator first"));
    for (QAction *action : {m_plots->measure(), m_plots->measureAnew()})
        setUnavailableReason(action,
                             tr("Needs a generator, a metric, and that no measurement runs"));
    sayWhyDisabled(m_plots->copyMeasurement(), tr("Nothing is measured yet"));
    for (QAction *action : {m_actions.copyCommand, m_compare->compareActions().copyPicture})
        sayWhyDisabled(action, tr("Open a generator first"));
    for (QAction *action : {m_layers->layerActions().copy, m_layers->layerActions().paste})
        sayWhyDisabled(action, tr("Select layers first"));
    setUnavailableReason(m_actions.undo, tr("Nothing to undo"));
    setUnavailableReason(m_actions.redo, tr("Nothing to redo"));
    setUnavailableReason(m_actions.inputPictures, tr("Only for networks that are fed pictures"));
    setUnavailableReason(m_actions.readByArchitecture,
                         tr("Only for weights, whose file does not say what is computed"));
    setUnavailableReason(m_actions.cancelJobs, tr("Nothing is running"));
    createSession();
}

void MainWindow::createSession()
{
    m_keeper = new SessionStore({&m_document, m_opener, m_configs, &m_ioLane}, this);
    m_keeper->addPart(seedPart(&m_document));
    m_keeper->addPart(pinsPart(&m_compareSet));
    m_keeper->addPart(keptPart(&m_compareSet, &m_document));
    m_keeper->addPart({QStringLiteral("measurements"), [this] { return m_history.toJson(); },
                       [this](const QJsonValue &all) { m_history.restore(all.toArray()); }});
    m_keeper->addPart({QStringLiteral("layer"),
                       [this] { return LayerCursor(m_layers, &m_document).current(); },
                       [this](const QJsonValue &layer) {
                           LayerCursor(m_layers, &m_document).moveTo(layer.toString());
                       }});
    const CompareActions &compare = m_compare->compareActions();
    for (QAction *action : {compare.pin, compare.flicker, compare.interpolate})
        setTransient(action);
    m_keeper->addPart({QStringLiteral("compare"), [this] { return viewControls(m_compare); },
                       [this](const QJsonValue &controls) {
                           restoreViewControls(m_compare, controls.toObject());
                       }});
    m_keeper->addPart(
        {QStringLiteral("plotTab"), [this] { return m_plots->currentTab(); },
         [this](const QJsonValue &page) { m_plots->setCurrentTab(page.toString()); }});
    m_keeper->addPart(
        {QStringLiteral("plotQuantities"), [this] { return m_plots->chosenQuantities(); },
         [this](const QJsonValue &choice) { m_plots->chooseQuantities(choice.toObject()); }});
    m_keeper->addPart(
        {QStringLiteral("quantizerBits"), [this] { return m_quantizersPage->triedBits(); },
         [this](const QJsonValue &bits) { m_quantizersPage->tryBits(bits.toArray()); }});
    m_keeper->addPart(differencePart(m_compare->view()));
    m_keeper->addPart(zoomPart(m_compare->view()));
    m_keeper->addPart(samplePart(m_compare));
}

void MainWindow::connectKeyboardParts()
{
    connect(m_actions.palette, &QAction::triggered, m_palette, &CommandPalette::toggle);
    connect(m_actions.presentation, &QAction::triggered, m_presentation, &PresentationMode::toggle);
    connect(m_actions.copyCommand, &QAction::triggered, this, &MainWindow::copyCommand);
    connect(findChild<OutputDialogs *>(), &OutputDialogs::commandMade, this,
            [this](const QString &lines) { copyLine(lines.toStdString()); });
}

void MainWindow::connectSession()
{
    connect(m_keeper, &SessionStore::told, m_banner, &MessageBanner::showMessage);
    connect(m_keeper, &SessionStore::alsoOffered, m_banner, &MessageBanner::offerAlso);
    connect(m_keeper, &SessionStore::keepingFailed, this,
            [this](const QString &sentence, const QString &details) {
                m_lastingBanner->showMessage(MessageKind::Warning, sentence, details);
            });
    connect(m_keeper, &SessionStore::keepingWorks, m_lastingBanner, &MessageBanner::dismiss);
    connect(m_keeper, &SessionStore::answered, m_banner, &MessageBanner::dismiss);
    connect(m_keeper, &SessionStore::withdrawn, m_banner,
            qOverload<const QAction *>(&MessageBanner::withdraw));
    connect(m_keeper, &SessionStore::restored, this, [this] {
        if (m_banner->isHidden())
            m_keeper->offerNext();
    });
    connect(m_banner, &MessageBanner::dismissed, m_keeper, &SessionStore::offerNext);
    connect(m_layers->view()->selectionModel(), &QItemSelectionModel::currentChanged, m_keeper,
            &SessionStore::touch);
    for (const auto changed :
         {&CompareSet::pinsChanged, &CompareSet::keptChanged, &CompareSet::renamed})
        connect(&m_compareSet, changed, m_keeper, &SessionStore::touch);
    connect(&m_history, &MetricsHistory::changed, m_keeper, &SessionStore::touch);
    for (const auto changed : {&PlotsDock::tabChanged, &PlotsDock::quantitiesChosen})
        connect(m_plots, changed, m_keeper, &SessionStore::touch);
    for (QAction *action : m_compare->findChildren<QAction *>())
        connect(action, &QAction::toggled, m_keeper, &SessionStore::touch);
    for (QComboBox *list : m_compare->findChildren<QComboBox *>())
        connect(list, &QComboBox::currentIndexChanged, m_keeper, &SessionStore::touch);
    for (const auto changed : {&CompareView::zoomChanged, &CompareView::gainChanged})
        connect(m_compare->view(), changed, m_keeper, &SessionStore::touch);
    connect(m_compare->view(), &CompareView::panned, m_keeper, &SessionStore::touch);
    connect(m_compare->view(), &CompareView::currentChanged, m_keeper, &SessionStore::touch);
}

bool MainWindow::focusNextPrevChild(bool next)
{
    return moveFocus(this, next);
}

void MainWindow::keepSession()
{
    keepLayout();
    m_keeper->keep();
}

void MainWindow::restoreSession(const QString &path, const QString &configuration)
{
    connect(m_keeper, &SessionStore::nothingToRestore, this,
            [this, path, configuration] { open(path, configuration); });
    keepLayout();
    m_keeper->restore();
}

void MainWindow::layOutOnce(QSize size)
{
    m_keepsLayout = false;
    resize(size);
    resetLayout();
}

void MainWindow::keepLayout()
{
    connect(new LayoutWatcher(this), &LayoutWatcher::changed, this, [this] {
        if (!m_presentation->isActive())
            saveLayout();
    });
}

void MainWindow::copyCommand()
{
    const QString file = m_document.isModified() ? QString() : m_configs->path();
    const bool isBetween = m_compare->compareActions().interpolate->isChecked();
    std::vector<QuantConfig> beside;
    for (const KeptConfiguration &kept : m_compareSet.kept())
        beside.push_back(kept.config);
    try {
        const CompareRequest request = isBetween ? m_path->request() : m_preview->request().compare;
        copyLine(shellLine(commandWords(shownComparison(m_document, request, beside, file))));
    } catch (const Error &error) {
        refuseCommand(error);
    }
}

void MainWindow::refuseCommand(const Error &error)
{
    m_commandRefusal = tr("There is no command to copy. %1").arg(coreText(error.what()));
    m_banner->showMessage(MessageKind::Warning, m_commandRefusal);
}

void MainWindow::copyLine(const std::string &line)
{
    QGuiApplication::clipboard()->setText(QString::fromStdString(line));
    showNote(tr("Copied: %1").arg(QString::fromStdString(line)));
    m_banner->withdraw(std::exchange(m_commandRefusal, {}));
}

} // namespace quantloupe

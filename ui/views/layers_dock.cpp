// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/layers_dock.h"

#include "base/error.h"
#include "models/layer_setting_edit.h"
#include "views/method_bar.h"
#include "views/rule_bar.h"
#include "widgets/help_page.h"
#include "widgets/layers_view.h"
#include "widgets/theme.h"

#include <QItemSelectionModel>
#include <QLineEdit>
#include <QSettings>
#include <QToolButton>
#include <QVBoxLayout>

namespace quantloupe {

namespace {

/// Names of the columns chosen by hand; missing while they fit themselves.
const char *const kColumnsKey = "layers/columns";
const char *const kGroupedKey = "layers/grouped";

} // namespace

LayersDock::LayersDock(QuantDocument *document, QWidget *parent)
    : QDockWidget(tr("Layers"), parent), m_document(document)
{
    createWidgets();
    createLayout();
    connectSignals();
}

void LayersDock::createWidgets()
{
    setObjectName("layersDock");
    setHelpPage(this, "layers");
    m_model = new LayerTableModel(m_document, this);
    m_tree = new LayerTreeModel(this);
    m_tree->setSourceModel(m_model);
    m_actions = createLayerActions(this);

    m_filter = new QLineEdit(this);
    m_filter->setObjectName("layersFilter");
    setHelpPage(m_filter, "layers#filter");
    m_filter->setAccessibleName(tr("Filter layers"));
    m_filter->setPlaceholderText(tr("Filter by name or kind"));
    m_filter->setClearButtonEnabled(true);

    m_ruleButton = new QToolButton(this);
    m_ruleButton->setObjectName("ruleButton");
    m_ruleButton->setDefaultAction(m_actions.setByRule);
    m_ruleButton->setAccessibleName(tr("Set by rule"));
    m_rule = new RuleBar(m_document, this);

    m_view = new LayersView(this);
    m_view->setObjectName("layersView");
    m_view->setAccessibleName(tr("Layers"));
    m_view->setModel(m_tree);
    showEmptyText();
    m_view->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_view->addActions(m_actions.forMenu());
    m_view->addHeaderAction(m_actions.group);
    setHelpPage(m_view, "layers#bits", {"0 … 9", "F", "+", "-", "Return", "Enter", "F2", "Ctrl+C"});

    m_methods = new MethodBar(m_document, this);
    setHelpPage(m_methods, "layers#methods");
}

void LayersDock::createLayout()
{
    auto *content = new QWidget(this);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(kSpacing, kSpacing, kSpacing, kSpacing);
    layout->setSpacing(kSpacing);
    auto *top = new QHBoxLayout;
    top->addWidget(m_filter, 1);
    top->addWidget(m_ruleButton);
    layout->addLayout(top);
    layout->addWidget(m_rule);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_methods);
    setWidget(content);
    restoreSettings();
    followSelection();
}

void LayersDock::connectSignals()
{
    connect(m_filter, &QLineEdit::textChanged, this, &LayersDock::filter);
    connect(m_filter, &QLineEdit::returnPressed, m_view, qOverload<>(&QWidget::setFocus));
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &LayersDock::followSelection);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this] { Q_EMIT currentLayerChanged(m_view->currentLayer()); });
    connect(m_view, &LayersView::columnsChosen, this, &LayersDock::saveColumns);
    connect(m_document, &QuantDocument::opened, this, &LayersDock::startAtFirst);
    connect(m_rule, &RuleBar::matchesChanged, m_model, &LayerTableModel::setMatches);
    connect(m_rule, &RuleBar::dismissed, this, [this] {
        m_actions.setByRule->setChecked(false);
        m_view->setFocus();
    });
    connectEdits();
    connectActions();
}

void LayersDock::connectEdits()
{
    connect(m_view, &LayersView::bitsEntered, this,
            [this](const QList<int> &rows, QuantSite site, int bits) {
                m_document->edit(rows, bitsEdit(site, bits));
            });
    connect(m_view, &LayersView::bitsStepped, this,
            [this](const QList<int> &rows, QuantSite site, int delta) {
                m_document->edit(rows, stepEdit(site, delta));
            });
    connect(m_view, &LayersView::stepGestureFinished, m_document, &QuantDocument::finishGesture);
    connect(m_view, &LayersView::settingPasted, this, &LayersDock::pasteSetting);
    // The layers refuse, and the document says why.
    connect(m_view, &LayersView::editBlocked, this, [this](const QList<int> &rows, QuantSite site) {
        m_document->edit(rows, stepEdit(site, 0));
    });
}

void LayersDock::connectActions()
{
    connect(m_actions.lock, &QAction::triggered, this,
            [this] { m_document->toggleLock(m_view->selectedLayers()); });
    connect(m_actions.tie, &QAction::triggered, this, &LayersDock::tieSelection);
    connect(m_actions.untie, &QAction::triggered, this,
            [this] { m_document->untie(m_view->selectedLayers()); });
    connect(m_actions.fill, &QAction::triggered, this, &LayersDock::fillSelection);
    connect(m_actions.copy, &QAction::triggered, m_view, &LayersView::copySelection);
    connect(m_actions.paste, &QAction::triggered, m_view, &LayersView::paste);
    connect(m_actions.group, &QAction::toggled, this, &LayersDock::setGrouping);
    connect(m_actions.setByRule, &QAction::toggled, this, [this](bool open) {
        if (!open) {
            m_rule->dismiss();
            return;
        }
        setVisible(true);
        m_rule->open();
    });
}

void LayersDock::filter(const QString &text)
{
    const QList<int> selected = m_view->selectedLayers();
    const int current = m_view->currentLayer();
    const int column = m_view->currentIndex().column();
    const bool searching = !text.trimmed().isEmpty();
    m_view->setSearching(searching);
    m_tree->setFilterText(text);
    showEmptyText();
    m_view->selectLayers(selected, current, column);
    // The view forgets what is filtered out without a word.
    followSelection();
    if (m_view->currentLayer() < 0)
        Q_EMIT currentLayerChanged(m_view->currentLayer());
}

void LayersDock::setOpening(bool isOpening)
{
    m_isOpening = isOpening;
    showEmptyText();
}

void LayersDock::showEmptyText()
{
    if (!m_document->isEmpty())
        m_view->setEmptyText(tr("No layer matches the filter."));
    else if (m_isOpening)
        m_view->setEmptyText(tr("A file is being opened; its layers will stand here."));
    else
        m_view->setEmptyText(tr("The layers of a generator stand here once one is open."));
    m_view->setEmptyAction(m_document->isEmpty() && !m_isOpening ? m_open : nullptr);
}

void LayersDock::setOpenAction(QAction *open)
{
    m_open = open;
    showEmptyText();
}

void LayersDock::setGrouping(bool grouping)
{
    const QList<int> selected = m_view->selectedLayers();
    const int current = m_view->currentLayer();
    const int column = m_view->currentIndex().column();
    m_tree->setGrouping(grouping);
    m_view->selectLayers(selected, current, column);
    QSettings().setValue(kGroupedKey, grouping);
}

void LayersDock::followSelection()
{
    const QList<int> rows = m_view->selectedLayers();
    m_methods->setRows(rows);
    for (QAction *action : m_actions.forSelection())
        action->setEnabled(!rows.isEmpty());
    m_actions.setByRule->setEnabled(!m_document->info().layers.empty());
    Q_EMIT selectionChanged(rows);
}

void LayersDock::startAtFirst()
{
    showEmptyText();
    // Digits work at once on a generator that was just opened.
    if (!m_document->info().layers.empty())
        m_view->selectLayers({0}, 0, static_cast<int>(LayerColumn::WeightBits));
    followSelection();
}

void LayersDock::tieSelection()
{
    const QList<int> rows = m_view->selectedLayers();
    if (rows.size() < 2) {
        Q_EMIT refused(tr("Select at least two layers to tie them together."));
        return;
    }
    const int current = m_view->currentLayer();
    m_document->tie(rows, rows.contains(current) ? current : rows.constFirst());
}

void LayersDock::fillSelection()
{
    QList<int> rows = m_view->selectedLayers();
    const int current = m_view->currentLayer();
    rows.removeAll(current);
    if (current < 0 || rows.isEmpty()) {
        Q_EMIT refused(tr("Select the layers to fill; they get the setting of the focused one."));
        return;
    }
    const auto column = static_cast<LayerColumn>(m_view->currentIndex().column());
    const std::string &name = m_document->info().layers.at(current).name;
    m_document->edit(rows, fillEdit(column, m_document->config().spec(name)));
}

void LayersDock::pasteSetting(const QList<int> &rows, const QString &setting)
{
    try {
        m_document->edit(rows, settingEdit(parseSpec(setting.toStdString()), tr("Paste")));
    } catch (const Error &) {
        Q_EMIT refused(tr("The clipboard holds no setting; copy one layer, or a text such as "
                          "w4:mse:channel,a8."));
    }
}

void LayersDock::restoreSettings()
{
    const QSettings settings;
    m_actions.group->setChecked(settings.value(kGroupedKey, true).toBool());
    m_tree->setGrouping(m_actions.group->isChecked());
    if (!settings.contains(kColumnsKey))
        return;
    const QStringList keys = settings.value(kColumnsKey).toStringList();
    QList<int> columns;
    for (int column = 0; column < int(LayerColumn::Count); ++column)
        if (keys.contains(columnKey(static_cast<LayerColumn>(column))))
            columns.append(column);
    m_view->chooseColumns(columns);
}

void LayersDock::saveColumns()
{
    QSettings settings;
    if (m_view->automaticColumns()) {
        settings.remove(kColumnsKey);
        return;
    }
    QStringList keys;
    for (const int column : m_view->shownColumns())
        keys.append(columnKey(static_cast<LayerColumn>(column)));
    settings.setValue(kColumnsKey, keys);
}

void LayersDock::setCorrectionReport(const CorrectionReport &report)
{
    m_methods->setCorrectionReport(report);
    m_model->setCorrectionReport(report);
}

void LayersDock::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

} // namespace quantloupe

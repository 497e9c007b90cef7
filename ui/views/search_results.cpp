// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/search_results.h"

#include "models/search_charts.h"
#include "models/search_words.h"
#include "views/search_table.h"
#include "views/shared_choice.h"
#include "widgets/help_page.h"

#include <QAction>
#include <QMenu>
#include <QSignalBlocker>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace quantloupe {

namespace {

/// More than any screen, so that the splitter shrinks both parts alike.
constexpr int kPart = 10000;
const QString kCost = QStringLiteral("horizontal");
const QString kQuantity = QStringLiteral("vertical");

} // namespace

SearchResults::SearchResults(QuantDocument *document, CompareSet *kept,
                             SearchController *controller, QWidget *parent)
    : QWidget(parent), m_document(document), m_kept(kept), m_controller(controller)
{
    createWidgets();
    createLists();
    createActions();
    createLayout();
    connectSignals();
    showActions();
}

void SearchResults::createWidgets()
{
    setObjectName("searchResults");
    // Beside the answer a low dock leaves little room; the other tabs say how low it may be.
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);
    m_plot = new ParetoPlot(this);
    m_plot->setObjectName("plot:search");
    m_plot->setAccessibleName(tr("Front of the search"));
    m_plot->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setHelpPage(m_plot, "search#the-front",
                {"Left", "Right", "Home", "End", "Return", "Enter", "Space", "Ctrl+C", "Menu",
                 "Shift+F10"});
    m_table = new SearchTable(this);
    m_splitter = new QSplitter(Qt::Horizontal, this);
    m_splitter->setObjectName("searchSplitter");
    m_splitter->setChildrenCollapsible(false);
}

void SearchResults::createLists()
{
    m_cost = makeCombo(this, {SearchCost::Bytes, SearchCost::Bits, SearchCost::Bops});
    m_cost->setObjectName("searchCost");
    m_cost->setAccessibleName(tr("Horizontal"));
    m_quantity = new QComboBox(this);
    m_quantity->setObjectName("searchQuantity");
    m_quantity->setAccessibleName(tr("Vertical"));
    m_quantity->setSizeAdjustPolicy(QComboBox::AdjustToContents);
}

void SearchResults::createActions()
{
    m_load = new QAction(tr("Load trial"), this);
    m_load->setObjectName("loadTrial");
    m_load->setToolTip(tr("The layers get the weights of this configuration (Enter)"));
    m_keep = new QAction(tr("Keep trial for Compare"), this);
    m_keep->setObjectName("keepTrial");
    m_keep->setShortcut(Qt::Key_K);
    m_keep->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_keep->setToolTip(tr("Compare it with the configuration you edit (K)"));
    addAction(m_keep);
    for (QMenu *menu : {m_table->menu(), m_plot->exportMenu()}) {
        QAction *first = menu->actions().value(0);
        menu->insertActions(first, {m_load, m_keep});
        if (first)
            menu->insertSeparator(first);
    }
    m_table->menu()
        ->addAction(tr("Copy rows"), m_table, &NumbersView::copy)
        ->setObjectName("copySearchRows");
}

void SearchResults::createLayout()
{
    m_splitter->addWidget(m_plot);
    m_splitter->addWidget(m_table);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({kPart, kPart});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_splitter);
}

void SearchResults::connectSignals()
{
    connect(m_cost, &QComboBox::activated, this, [this] {
        refresh();
        Q_EMIT chosen();
    });
    connect(m_quantity, &QComboBox::activated, this, [this] {
        m_wanted = m_quantity->currentData().toInt();
        refresh();
        Q_EMIT chosen();
    });
    connect(m_plot, &PlotView::itemActivated, this, [this](int item) {
        if (std::size_t(item) < m_trials.size())
            load(m_trials[std::size_t(item)]);
    });
    connect(m_plot, &PlotView::exported, this, &SearchResults::exported);
    // An open menu takes pointer and focus from the point it is about.
    connect(m_plot->exportMenu(), &QMenu::aboutToShow, this,
            [this] { m_menuTrial = meantTrial(); });
    connect(
        m_plot->exportMenu(), &QMenu::aboutToHide, this, [this] { m_menuTrial.reset(); },
        Qt::QueuedConnection);
    connect(m_table, &SearchTable::loadWanted, this, &SearchResults::load);
    connect(m_table, &SearchTable::trialChanged, this, &SearchResults::showActions);
    connect(m_kept, &CompareSet::keptChanged, this, &SearchResults::showActions);
    connect(m_load, &QAction::triggered, this, [this] {
        if (const auto trial = meantTrial())
            load(*trial);
    });
    connect(m_keep, &QAction::triggered, this, &SearchResults::keep);
}

void SearchResults::addMenuAction(QAction *action)
{
    for (QMenu *menu : {m_table->menu(), m_plot->exportMenu()})
        menu->addAction(action);
}

std::optional<std::size_t> SearchResults::meantTrial() const
{
    const std::size_t count = m_controller->findings().trials.size();
    std::optional<std::size_t> trial = m_table->currentTrial();
    if (m_plot->cursor() >= 0 && std::size_t(m_plot->cursor()) < m_trials.size())
        trial = m_trials[std::size_t(m_plot->cursor())];
    if (m_menuTrial)
        trial = m_menuTrial;
    // Nothing chosen: the answer.
    if (!trial)
        trial = m_controller->findings().best;
    return trial && *trial < count ? trial : std::nullopt;
}

void SearchResults::load(std::size_t trial)
{
    m_controller->load(trial);
}

void SearchResults::keep()
{
    const auto trial = meantTrial();
    if (!trial || m_kept->isFull())
        return;
    const SearchTrial &wanted = m_controller->findings().trials[*trial];
    m_kept->keep(trialName(wanted), wanted.config);
}

void SearchResults::showActions()
{
    m_load->setEnabled(meantTrial().has_value());
    m_keep->setEnabled(meantTrial().has_value() && !m_kept->isFull());
}

void SearchResults::fillQuantities()
{
    const SearchFindings &findings = m_controller->findings();
    const QSignalBlocker blocker(m_quantity);
    m_quantity->clear();
    for (const MetricKind metric : searchQuantities(findings))
        m_quantity->addItem(searchMetricName(findings, metric), int(metric));
    // At first what all points are measured by.
    const int usual = m_quantity->findData(int(findings.metric.value_or(MetricKind::OutputSqnr)));
    const int wanted = m_wanted ? m_quantity->findData(*m_wanted) : -1;
    m_quantity->setCurrentIndex(wanted >= 0 ? wanted : usual);
}

void SearchResults::refresh()
{
    const SearchFindings &findings = m_controller->findings();
    const QuantConfig &present = m_document->config();
    const std::vector<LayerInfo> &layers = m_document->info().layers;
    fillQuantities();
    SearchFront front = searchFront(
        findings, static_cast<SearchCost>(m_cost->currentData().toInt()),
        static_cast<MetricKind>(m_quantity->currentData().toInt()), present, layers,
        findings.isEmpty() ? QString()
                           : searchConditions(m_controller->asked(),
                                              m_controller->askedSettings().target, findings));
    m_trials = std::move(front.trials);
    m_plot->setData(front.data);
    m_table->setFindings(findings, present, layers);
    showActions();
}

QJsonObject SearchResults::choice() const
{
    QJsonObject choice{{kCost, m_cost->currentData().toInt()}};
    if (m_wanted)
        choice.insert(kQuantity, *m_wanted);
    return choice;
}

void SearchResults::setChoice(const QJsonObject &choice)
{
    m_cost->setCurrentIndex(std::max(0, m_cost->findData(choice[kCost].toInt())));
    if (choice.contains(kQuantity))
        m_wanted = choice[kQuantity].toInt();
    refresh();
}

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/metrics_charts_view.h"

#include "jobs/metrics_controller.h"
#include "models/metrics_charts.h"
#include "models/quantity_json.h"
#include "widgets/help_page.h"
#include "widgets/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTabWidget>
#include <QVBoxLayout>

namespace quantloupe {

namespace {

constexpr int kListCharacters = 18;
const QStringList kPlotKeys{"Left",  "Right", "Home",   "End",  "Return",
                            "Enter", "Space", "Ctrl+C", "Menu", "Shift+F10"};

QComboBox *createList(const QString &objectName, const QString &name, QWidget *parent)
{
    auto *list = new QComboBox(parent);
    list->setObjectName(objectName);
    list->setAccessibleName(name);
    list->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    list->setMinimumContentsLength(kListCharacters);
    return list;
}

void fill(QComboBox *list, const QList<MetricQuantity> &quantities, const MetricQuantity &chosen)
{
    const QSignalBlocker blocker(list);
    list->clear();
    for (const MetricQuantity &quantity : quantities)
        list->addItem(shortName(quantity));
    list->setCurrentIndex(int(quantities.indexOf(chosen)));
    list->setToolTip(list->currentText());
}

/// The first of the wishes that is among `all`, or the first of those; absent where none is.
std::optional<MetricQuantity> firstOf(const QList<MetricQuantity> &all,
                                      const QList<std::optional<MetricQuantity>> &wishes)
{
    for (const std::optional<MetricQuantity> &wish : wishes)
        if (wish && all.contains(*wish))
            return wish;
    return all.isEmpty() ? std::nullopt : std::optional(all.first());
}

} // namespace

MetricsChartsView::MetricsChartsView(MetricsHistory *history, const ChartStates &states,
                                     QTabWidget *tabs, QObject *parent)
    : QObject(parent), m_history(history), m_states(states), m_tabs(tabs)
{
    createPages();
    connectSignals();
    refresh();
}

void MetricsChartsView::connectSignals()
{
    connect(m_tabs, &QTabWidget::currentChanged, this, &MetricsChartsView::refresh);
    for (const auto changed : {&MetricsController::started, &MetricsController::finished})
        connect(m_states.controller, changed, this, &MetricsChartsView::refresh);
    connect(m_states.controller, &MetricsController::progressed, this,
            &MetricsChartsView::showProgress);
    for (Page *page : {&m_bars, &m_levels, &m_samples, &m_line, &m_scatter})
        connectPage(*page);
}

void MetricsChartsView::createPages()
{
    m_bars = createPage(QStringLiteral("bars"), tr("Configurations"), new BarPlot(m_tabs), true);
    m_levels = createPage(QStringLiteral("levels"), tr("Levels"), new LinePlot(m_tabs), false);
    m_samples = createPage(QStringLiteral("samples"), tr("Samples"), new LinePlot(m_tabs), true);
    m_line = createPage(QStringLiteral("history"), tr("History"), new LinePlot(m_tabs), true);
    m_scatter = createPage(QStringLiteral("scatter"), tr("Scatter"), new ScatterPlot(m_tabs), true);
    createHorizontal(m_scatter);
}

MetricsChartsView::Page MetricsChartsView::createPage(const QString &id, const QString &title,
                                                      PlotView *plot, bool hasQuantity)
{
    Page page;
    page.widget = new QWidget(m_tabs);
    page.plot = plot;
    plot->setObjectName(QStringLiteral("plot:") + id);
    plot->setAccessibleName(title);
    plot->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setHelpPage(plot, "metrics#charts", kPlotKeys);
    page.widget->setObjectName(QStringLiteral("page:") + id);
    page.empty = new StatePage(page.widget);
    page.empty->setObjectName(QStringLiteral("empty:") + id);
    page.stack = new QStackedWidget(page.widget);
    page.stack->addWidget(page.empty);
    page.stack->addWidget(plot);
    page.note = new QLabel(page.widget);
    page.note->setObjectName(QStringLiteral("note:") + id);
    page.note->setWordWrap(true);
    page.note->setFont(smallFont(page.note->font()));
    auto *head = new QHBoxLayout;
    head->setSpacing(kSpacing);
    if (hasQuantity) {
        page.quantity = createList(QStringLiteral("quantity:") + id, tr("Quantity"), page.widget);
        head->addWidget(page.quantity);
    }
    head->addWidget(page.note, 1);
    auto *layout = new QVBoxLayout(page.widget);
    layout->setContentsMargins(kSpacing, kSpacing, kSpacing, kSpacing);
    layout->setSpacing(kSpacingTight);
    layout->addLayout(head);
    layout->addWidget(page.stack, 1);
    setHelpPage(page.widget, "metrics#charts");
    m_tabs->addTab(page.widget, title);
    return page;
}

void MetricsChartsView::createHorizontal(Page &page)
{
    m_horizontal = createList(QStringLiteral("quantity:horizontal"), tr("Against"), page.widget);
    auto *head = qobject_cast<QHBoxLayout *>(page.widget->layout()->itemAt(0)->layout());
    head->insertWidget(1, new QLabel(tr("against"), page.widget));
    head->insertWidget(2, m_horizontal);
    // Two lists leave no room beside them.
    head->removeWidget(page.note);
    head->addStretch(1);
    static_cast<QVBoxLayout *>(page.widget->layout())->insertWidget(1, page.note);
    connect(m_horizontal, &QComboBox::activated, this, [this](int index) {
        m_chosenHorizontal = (sizeQuantities() + m_quantities).value(index);
        refresh();
        Q_EMIT choiceChanged();
    });
}

void MetricsChartsView::connectPage(Page &page)
{
    connect(page.empty, &StatePage::cancelRequested, this, &MetricsChartsView::cancelRequested);
    connect(page.plot, &PlotView::exported, this, &MetricsChartsView::exported);
    connect(page.plot, &PlotView::itemActivated, this, [this, &page](int item) {
        const int measurement = page.measurements.value(item, -1);
        if (measurement >= 0)
            Q_EMIT chosen(measurement);
    });
    if (page.quantity)
        connect(page.quantity, &QComboBox::activated, this, [this](int index) {
            m_chosen = m_quantities.value(index);
            refresh();
            Q_EMIT choiceChanged();
        });
}

void MetricsChartsView::setShown(int measurement, int present)
{
    m_shown = measurement;
    m_present = present;
    refresh();
}

QJsonObject MetricsChartsView::choice() const
{
    QJsonObject json;
    if (m_chosen)
        json.insert("vertical", quantityJson(*m_chosen));
    if (m_chosenHorizontal)
        json.insert("horizontal", quantityJson(*m_chosenHorizontal));
    return json;
}

void MetricsChartsView::setChoice(const QJsonObject &choice)
{
    m_chosen = parseQuantity(choice["vertical"].toObject());
    m_chosenHorizontal = parseQuantity(choice["horizontal"].toObject());
    refresh();
}

bool MetricsChartsView::showsState() const
{
    for (const Page *page : {&m_bars, &m_levels, &m_samples, &m_line, &m_scatter})
        if (m_tabs->currentWidget() == page->widget)
            return page->stack->currentWidget() == page->empty;
    return false;
}

void MetricsChartsView::fillQuantities()
{
    m_quantities = metricQuantities(m_history->all());
    const QList<MetricQuantity> all = sizeQuantities() + m_quantities;
    m_quantity = firstOf(m_quantities, {m_chosen, m_quantity});
    m_horizontalQuantity = *firstOf(all, {m_chosenHorizontal, m_horizontalQuantity});
    for (const Page *page : {&m_bars, &m_samples, &m_line, &m_scatter}) {
        page->quantity->setEnabled(!m_quantities.isEmpty());
        fill(page->quantity, m_quantities, m_quantity.value_or(MetricQuantity()));
    }
    fill(m_horizontal, all, m_horizontalQuantity);
}

void MetricsChartsView::refresh()
{
    const QWidget *front = m_tabs->currentWidget();
    fillQuantities();
    if (front == m_bars.widget)
        showBars();
    else if (front == m_levels.widget)
        showLevels();
    else if (front == m_samples.widget)
        showSamples();
    else if (front == m_line.widget)
        showHistory();
    else if (front == m_scatter.widget)
        showScatter();
}

void MetricsChartsView::showProgress()
{
    for (const Page *page : {&m_bars, &m_levels, &m_samples, &m_line, &m_scatter})
        page->empty->setProgress(m_states.controller->fraction());
}

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/sensitivity_plots.h"

#include "models/sensitivity_words.h"
#include "widgets/help_page.h"
#include "widgets/picture_cache.h"

#include <QAction>
#include <QComboBox>
#include <QMenu>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace quantloupe {

namespace {

const QStringList kMapKeys{"Left",   "Right", "Up",    "Down",   "Home", "End",
                           "Return", "Enter", "Space", "Ctrl+C", "Menu", "Shift+F10"};
const QStringList kPlotKeys{"Left",  "Right", "Home",   "End",  "Return",
                            "Enter", "Space", "Ctrl+C", "Menu", "Shift+F10"};

bool showsOneBitWidth(SensitivityPlots::Form form)
{
    return form == SensitivityPlots::Form::Bars || form == SensitivityPlots::Form::Redundancy;
}

} // namespace

SensitivityPlots::SensitivityPlots(QuantDocument *document, SensitivityController *controller,
                                   QWidget *parent)
    : QWidget(parent), m_document(document), m_controller(controller)
{
    createWidgets();
    createLists();
    createLayout();
    connectSignals();
}

void SensitivityPlots::createWidgets()
{
    setObjectName("sensitivityPlots");
    // Beside the answer a low dock leaves little room; the other tabs say how low it may be.
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);
    m_stack = new QStackedWidget(this);
    m_map = new HeatMapPlot(this);
    m_bars = new BarPlot(this);
    m_lines = new LinePlot(this);
    m_redundancy = new BarPlot(this);
    addPlot(m_map, "plot:sensitivity", tr("Sensitivity of layers by bits"));
    addPlot(m_bars, "plot:sensitivityBars", tr("Sensitivity of layers"));
    addPlot(m_lines, "plot:sensitivityLines", tr("Sensitivity by bits"));
    addPlot(m_redundancy, "plot:redundancy", tr("Redundancy and sensitivity"));
}

void SensitivityPlots::addPlot(PlotView *plot, const char *objectName, const QString &name)
{
    plot->setObjectName(objectName);
    plot->setAccessibleName(name);
    plot->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setHelpPage(plot, "sensitivity#reading-the-map", plot == m_map ? kMapKeys : kPlotKeys);
    m_stack->addWidget(plot);
}

void SensitivityPlots::createLists()
{
    m_form = new QComboBox(this);
    m_form->setObjectName("sensitivityView");
    m_form->setAccessibleName(tr("Form"));
    m_form->addItem(tr("layers × bits"), int(Form::Map));
    m_form->addItem(tr("layers"), int(Form::Bars));
    m_form->addItem(tr("bits"), int(Form::Lines));
    m_form->addItem(tr("redundancy"), int(Form::Redundancy));
    m_bits = new QComboBox(this);
    m_bits->setObjectName("sensitivityShownBits");
    m_bits->setAccessibleName(tr("Bits shown"));
    m_bits->hide();
}

void SensitivityPlots::createLayout()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
}

void SensitivityPlots::connectSignals()
{
    for (QComboBox *list : {m_form, m_bits})
        connect(list, &QComboBox::activated, this, [this] {
            refresh();
            Q_EMIT chosen();
        });
    connect(m_map, &PlotView::cursorChanged, this, &SensitivityPlots::readCell);
    connect(m_map, &PlotView::itemActivated, this, &SensitivityPlots::assignOfMap);
    connect(m_bars, &PlotView::itemActivated, this, &SensitivityPlots::assignOfBars);
    for (const PlotView *plot : QList<const PlotView *>{m_map, m_bars, m_lines, m_redundancy})
        connect(plot, &PlotView::exported, this, &SensitivityPlots::exported);
}

void SensitivityPlots::addMenuAction(QAction *action)
{
    for (const PlotView *plot : QList<const PlotView *>{m_map, m_bars, m_lines, m_redundancy})
        plot->exportMenu()->addAction(action);
}

SensitivityPlots::Form SensitivityPlots::form() const
{
    return static_cast<Form>(m_form->currentData().toInt());
}

void SensitivityPlots::setForm(Form form)
{
    m_form->setCurrentIndex(m_form->findData(int(form)));
    refresh();
}

void SensitivityPlots::fillBits()
{
    const std::vector<int> &bits = m_controller->findings().bits;
    const QVariant shown = m_bits->currentData();
    const QSignalBlocker blocker(m_bits);
    m_bits->clear();
    for (const int each : bits)
        m_bits->addItem(sensitivityRowName(each), each);
    // At first the fewest bits, where layers differ most.
    const int before = m_bits->findData(shown);
    m_bits->setCurrentIndex(before >= 0 ? before : m_bits->count() - 1);
    m_bits->setVisible(showsOneBitWidth(form()));
}

std::size_t SensitivityPlots::shownBit() const
{
    return std::size_t(std::max(0, m_bits->currentIndex()));
}

void SensitivityPlots::refresh()
{
    const SensitivityFindings &findings = m_controller->findings();
    fillBits();
    // Another sweep, or another form, under a pointer that rests.
    if (configOf(m_map->cursor()) != m_cell) {
        m_map->hidePictures();
        readCell(m_map->cursor());
    }
    if (findings.isEmpty())
        return;
    const QString conditions = sensitivityConditions(m_controller->asked());
    const auto &report = m_controller->report();
    switch (form()) {
    case Form::Map:
        m_map->setData(sensitivityMap(findings, m_document->config(), conditions));
        m_stack->setCurrentWidget(m_map);
        break;
    case Form::Bars: {
        SensitivityBars bars = sensitivityBars(findings, shownBit(), conditions);
        m_barLayers = std::move(bars.layers);
        m_bars->setData(bars.data);
        m_stack->setCurrentWidget(m_bars);
        break;
    }
    case Form::Lines:
        m_lines->setData(sensitivityLines(findings, conditions));
        m_stack->setCurrentWidget(m_lines);
        break;
    case Form::Redundancy:
        m_redundancy->setData(report
                                  ? redundancyBars(*report, findings.bits[shownBit()], conditions)
                                  : BarPlotData());
        m_stack->setCurrentWidget(m_redundancy);
        break;
    }
}

QString SensitivityPlots::note() const
{
    if (form() == Form::Redundancy && !m_controller->report())
        return tr("Redundancy is compared with the ranks when all cells are measured.");
    if (form() == Form::Redundancy)
        return tr("Measures of the dimensions alone; -1 would tell the insensitive layers.");
    if (form() == Form::Lines &&
        std::ssize(m_controller->findings().layers) > LinePlot::kMostSeries)
        return tr("The %1 layers most sensitive at the fewest bits, as far as they are measured.")
            .arg(LinePlot::kMostSeries);
    return {};
}

std::optional<QuantConfig> SensitivityPlots::configOf(int item) const
{
    const std::size_t layers = m_controller->findings().layers.size();
    if (item < 0 || layers == 0 || form() != Form::Map)
        return {};
    return m_controller->configOf(std::size_t(item) % layers, std::size_t(item) / layers);
}

void SensitivityPlots::readCell(int item)
{
    m_cell = configOf(item);
    Q_EMIT cellRead(m_cell);
}

void SensitivityPlots::showCell(const SamplePair &pair)
{
    m_map->showPictures(toQImage(pair.reference), toQImage(pair.quantized));
}

void SensitivityPlots::assignOfMap(int item)
{
    const std::size_t layers = m_controller->findings().layers.size();
    m_controller->assign(std::size_t(item) % layers, std::size_t(item) / layers);
}

void SensitivityPlots::assignOfBars(int item)
{
    if (std::size_t(item) < m_barLayers.size())
        m_controller->assign(m_barLayers[std::size_t(item)], shownBit());
}

} // namespace quantloupe

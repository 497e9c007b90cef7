// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/inspector_panel.h"

#include "models/inspection_numbers.h"
#include "models/inspection_text.h"
#include "models/layer_tooltip.h"
#include "views/feature_map_export.h"
#include "views/section.h"
#include "widgets/elided_label.h"
#include "widgets/feature_map_view.h"
#include "widgets/help_page.h"
#include "widgets/numbers_view.h"
#include "widgets/picture_cache.h"
#include "widgets/theme.h"
#include "widgets/wheel_guard.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

namespace quantloupe {

namespace {

constexpr int kAllChannels = -1;
constexpr int kOrderCharacters = 5;
const QStringList kPlotKeys{"Left",  "Right", "Home",   "End",  "Return",
                            "Enter", "Space", "Ctrl+C", "Menu", "Shift+F10"};

QLabel *captionLabel(const char *objectName, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(objectName);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setFont(smallFont(label->font()));
    return label;
}

QVBoxLayout *columnIn(QWidget *widget)
{
    auto *column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kSpacingTight);
    return column;
}

/// A plot over the sentence that says what it shows.
QWidget *withCaption(QWidget *plot, QLabel *caption)
{
    auto *widget = new QWidget(plot->parentWidget());
    QVBoxLayout *column = columnIn(widget);
    column->addWidget(plot);
    column->addWidget(caption);
    return widget;
}

} // namespace

InspectorPanel::InspectorPanel(QWidget *parent) : QWidget(parent)
{
    createWidgets();
    createLayout();
    connectSignals();
}

void InspectorPanel::createWidgets()
{
    setObjectName("inspectorPanel");
    m_name = new ElidedLabel(this);
    m_name->setObjectName("inspectorLayer");
    QFont bold = m_name->font();
    bold.setBold(true);
    m_name->setFont(bold);
    m_facts = captionLabel("inspectorFacts", this);
    m_channel = new QSpinBox(this);
    m_channel->setObjectName("inspectorChannel");
    setHelpPage(m_channel, "inspector#channels");
    m_channel->setAccessibleName(tr("Output channel whose weights are shown"));
    m_channel->setToolTip(tr("Output channel whose weights are shown"));
    m_channel->setSpecialValueText(tr("all"));
    m_channel->setKeyboardTracking(false);
    m_channel->setRange(kAllChannels, kAllChannels);
    ignoreWheelUnlessFocused(m_channel);
    createPlots();
    createNumbers();
    createMaps();
}

void InspectorPanel::createPlots()
{
    m_weights = new HistogramPlot(this);
    m_weights->setObjectName("weightHistogram");
    setHelpPage(m_weights, "inspector#weights", kPlotKeys);
    m_weights->setAccessibleName(tr("Weight histogram"));
    m_weightsCaption = captionLabel("weightCaption", this);
    m_errors = new StripPlot(this);
    m_errors->setObjectName("channelErrors");
    setHelpPage(m_errors, "inspector#channels", kPlotKeys);
    m_errors->setAccessibleName(tr("Error by output channel"));
    m_errorsCaption = captionLabel("errorCaption", this);
    m_activations = new HistogramPlot(this);
    m_activations->setObjectName("activationHistogram");
    setHelpPage(m_activations, "inspector#activations", kPlotKeys);
    m_activations->setAccessibleName(tr("Input activation histogram"));
    m_activationsCaption = captionLabel("activationCaption", this);
}

void InspectorPanel::createNumbers()
{
    m_numbers = new InspectionNumbersModel(this);
    m_numbersView = new NumbersView(InspectionNumbersModel::kRawRole, this);
    m_numbersView->setObjectName("inspectorNumbers");
    setHelpPage(m_numbersView, "inspector#numbers", {"Ctrl+C"});
    m_numbersView->setAccessibleName(tr("Numbers of the layer"));
    m_numbersView->setModel(m_numbers);
    m_copy = new QPushButton(tr("Copy"), this);
    m_copy->setObjectName("copyNumbers");
    setHelpPage(m_copy, "inspector#numbers");
    m_copy->setAccessibleName(tr("Copy numbers"));
    m_copy->setToolTip(tr("Copy the selected rows, or all, tab-separated with all digits"));
}

void InspectorPanel::createMaps()
{
    m_mapOrder = new QComboBox(this);
    m_mapOrder->setObjectName("mapOrder");
    setHelpPage(m_mapOrder, "inspector#feature-maps");
    m_mapOrder->setAccessibleName(tr("Order of the feature maps"));
    m_mapOrder->setToolTip(tr("Channels by their error, or as the network has them"));
    m_mapOrder->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_mapOrder->setMinimumContentsLength(kOrderCharacters);
    m_mapOrder->addItem(tr("worst first"), int(MapOrder::LargestError));
    m_mapOrder->addItem(tr("in order"), int(MapOrder::Channel));
    ignoreWheelUnlessFocused(m_mapOrder);
    m_maps = new FeatureMapView(this);
    m_maps->setObjectName("featureMaps");
    setHelpPage(m_maps, "inspector#feature-maps", {"Ctrl+C"});
    m_maps->setAccessibleName(tr("Feature maps of the layer's output"));
    m_mapExport = new FeatureMapExport(m_maps);
    m_mapsCaption = captionLabel("mapsCaption", this);
}

void InspectorPanel::createLayout()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kSpacing, kSpacing, kSpacing, kSpacing);
    layout->setSpacing(kSpacingTight);
    layout->addWidget(m_name);
    layout->addWidget(m_facts);
    layout->addSpacing(kSpacingTight);
    layout->addWidget(weightSection());
    layout->addWidget(section(tr("Error by channel"), withCaption(m_errors, m_errorsCaption)));
    layout->addWidget(section(tr("Input"), withCaption(m_activations, m_activationsCaption)));
    layout->addWidget(numbersSection());
    layout->addWidget(mapsSection());
    layout->addStretch(1);
}

QWidget *InspectorPanel::weightSection()
{
    return section(tr("Weights"), withCaption(m_weights, m_weightsCaption),
                   {new QLabel(tr("Channel"), this), m_channel});
}

QWidget *InspectorPanel::numbersSection()
{
    return section(tr("Numbers"), m_numbersView, {m_copy});
}

QWidget *InspectorPanel::mapsSection()
{
    return section(tr("Output"), withCaption(m_maps, m_mapsCaption),
                   {m_mapOrder, createExportButton()});
}

QWidget *InspectorPanel::createExportButton()
{
    auto *button = new QToolButton(this);
    button->setObjectName("exportMaps");
    setHelpPage(button, "inspector#feature-maps");
    // A word would make the narrowest dock wider.
    button->setText(QStringLiteral("\u2026"));
    // Else its dots are too faint on a dark ground.
    QFont bold = button->font();
    bold.setBold(true);
    button->setFont(bold);
    button->setAccessibleName(tr("Export feature maps"));
    button->setToolTip(tr("Copy the feature maps, or save them as PNG"));
    button->setFocusPolicy(Qt::StrongFocus);
    button->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(button);
    menu->addActions(m_mapExport->actions());
    button->setMenu(menu);
    return button;
}

void InspectorPanel::connectSignals()
{
    connect(m_channel, &QSpinBox::valueChanged, this, &InspectorPanel::channelChosen);
    connect(m_errors, &PlotView::itemActivated, this, [this](int channel) {
        Q_EMIT channelChosen(channel == m_channel->value() ? kAllChannels : channel);
    });
    connect(m_copy, &QPushButton::clicked, m_numbersView, &NumbersView::copy);
    connect(m_mapOrder, &QComboBox::currentIndexChanged, this,
            [this] { Q_EMIT mapOrderChosen(MapOrder(m_mapOrder->currentData().toInt())); });
    connect(m_mapExport, &FeatureMapExport::copied, this, &InspectorPanel::mapsCopied);
    connect(m_mapExport, &FeatureMapExport::saved, this, &InspectorPanel::mapsSaved);
    for (PlotView *plot : std::initializer_list<PlotView *>{m_weights, m_errors, m_activations})
        connect(plot, &PlotView::exported, this, &InspectorPanel::exported);
}

void InspectorPanel::setInspection(const LayerInspection &inspection, const LayerInfo &layer)
{
    const bool keeps = !inspection.isComplete && inspection.layer == m_inspection.layer;
    if (keeps) {
        m_inspection.spec = inspection.spec;
        m_inspection.weight = inspection.weight;
    } else {
        m_inspection = inspection;
    }
    showHeader(layer);
    showWeight();
    if (!keeps) {
        showActivation();
        showMaps();
    }
    m_numbers->setInspection(m_inspection);
}

void InspectorPanel::setMapsOrigin(const QString &sample, const ConfigFile &configuration)
{
    m_mapExport->setOrigin(sample, configuration);
}

void InspectorPanel::showHeader(const LayerInfo &layer)
{
    m_name->setText(QString::fromStdString(layer.name));
    m_facts->setText(tr("%1, weight %2, %3")
                         .arg(displayName(layer.kind),
                              QString::fromStdString(toText(layer.weightShape)),
                              methodText(m_inspection.spec.weight)));
    const QSignalBlocker blocker(m_channel);
    const WeightInspection &weight = m_inspection.weight;
    m_channel->setRange(kAllChannels, int(weight.channels) - 1);
    m_channel->setEnabled(weight.channels > 1);
    m_channel->setValue(weight.channel ? int(*weight.channel) : kAllChannels);
}

void InspectorPanel::showWeight()
{
    m_weights->setData(weightPlot(m_inspection));
    m_weightsCaption->setText(weightCaption(m_inspection.weight));
    m_errors->setData(errorPlot(m_inspection));
    m_errors->setVisible(!m_inspection.weight.errors.empty());
    m_errorsCaption->setText(errorCaption(m_inspection.weight));
}

void InspectorPanel::showActivation()
{
    m_activations->setData(activationPlot(m_inspection));
    m_activations->setVisible(!m_inspection.isComplete ||
                              !m_inspection.activation.histogram.isEmpty());
    m_activationsCaption->setText(
        m_inspection.isComplete ? activationCaption(m_inspection.activation) : tr("Computing…"));
}

void InspectorPanel::showMaps()
{
    QList<FeatureMapRow> rows;
    for (const FeatureMap &map : m_inspection.maps.maps)
        rows.append({map.error
                         ? tr("channel %1, error %2").arg(map.channel).arg(shareText(*map.error))
                         : tr("channel %1").arg(map.channel),
                     toQImage(map.reference), toQImage(map.quantized), toQImage(map.difference),
                     map.isEqual});
    m_maps->setRows(rows);
    m_maps->setVisible(!rows.isEmpty());
    m_mapOrder->setEnabled(!rows.isEmpty());
    m_mapsCaption->setText(m_inspection.isComplete ? mapsCaption(m_inspection.maps)
                                                   : tr("Computing…"));
    m_mapExport->setLayer(QString::fromStdString(m_inspection.layer), m_mapsCaption->text());
}

} // namespace quantloupe

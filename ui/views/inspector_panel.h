// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/quant_document.h"
#include "session/inspect_request.h"
#include "widgets/file_content.h"
#include "widgets/shown_pictures.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QSpinBox;

namespace quantloupe {

class ElidedLabel;
class FeatureMapExport;
class FeatureMapView;
class HistogramPlot;
class InspectionNumbersModel;
class NumbersView;
class PlotView;
class StripPlot;

/// One inspection from top to bottom: weights with their levels, errors by channel, the input, the
/// numbers, feature maps.
class InspectorPanel : public QWidget
{
    Q_OBJECT

public:
    explicit InspectorPanel(QWidget *parent = nullptr);
    /// While it is not complete, what is known of the input and the maps of the same layer stays.
    void setInspection(const LayerInspection &inspection, const LayerInfo &layer);
    /// See FeatureMapExport::setOrigin().
    void setMapsOrigin(const QString &sample, const ConfigFile &configuration);

Q_SIGNALS:
    /// -1 for all.
    void channelChosen(int channel);
    void mapOrderChosen(quantloupe::MapOrder order);
    void exported(const QString &path, const quantloupe::FileContent &content);
    void mapsCopied(const quantloupe::PictureSheet &sheet);
    void mapsSaved(const QString &path, const quantloupe::PictureSheet &sheet);

private:
    void createWidgets();
    void createPlots();
    void createNumbers();
    void createMaps();
    void createLayout();
    void connectSignals();
    QWidget *weightSection();
    QWidget *numbersSection();
    QWidget *mapsSection();
    QWidget *createExportButton();

    void showHeader(const LayerInfo &layer);
    void showWeight();
    void showActivation();
    void showMaps();

    LayerInspection m_inspection;
    ElidedLabel *m_name = nullptr;
    QLabel *m_facts = nullptr;
    QSpinBox *m_channel = nullptr;
    HistogramPlot *m_weights = nullptr;
    QLabel *m_weightsCaption = nullptr;
    StripPlot *m_errors = nullptr;
    QLabel *m_errorsCaption = nullptr;
    HistogramPlot *m_activations = nullptr;
    QLabel *m_activationsCaption = nullptr;
    InspectionNumbersModel *m_numbers = nullptr;
    NumbersView *m_numbersView = nullptr;
    QPushButton *m_copy = nullptr;
    QComboBox *m_mapOrder = nullptr;
    FeatureMapView *m_maps = nullptr;
    FeatureMapExport *m_mapExport = nullptr;
    QLabel *m_mapsCaption = nullptr;
};

} // namespace quantloupe

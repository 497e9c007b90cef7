// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/metrics_settings.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QSpinBox;

namespace quantloupe {

class MetricBoxes;
class NetworkInputForm;
class ReferenceFit;
class SourceList;

/// What is measured, against what, on how many samples and with which features.
class MetricsForm : public QWidget
{
    Q_OBJECT

public:
    explicit MetricsForm(QWidget *parent = nullptr);
    void setSettings(const MetricsSettings &settings);
    const MetricsSettings &settings() const { return m_settings; }
    /// A file of the FID Inception or another network, given from outside.
    void takeExtractor(const QString &path);
    /// Pictures to compare with, given from outside.
    void takeReference(const QString &path);

Q_SIGNALS:
    void edited(const quantloupe::MetricsSettings &settings);

private:
    void createWidgets();
    void createReference();
    void createFeatures();
    void createPerceptual();
    void createLayout();
    void connectSignals();
    void connectFeatures();

    void showSettings();
    void showReference();
    void showExtractor();
    void showPerceptual();
    void change(const MetricsSettings &settings);
    /// change() to the settings as `edit` leaves them.
    template <typename Edit> void changeBy(const Edit &edit);

    MetricsSettings m_settings;
    MetricBoxes *m_metrics = nullptr;
    QFormLayout *m_rows = nullptr;
    SourceList *m_reference = nullptr;
    ReferenceFit *m_fit = nullptr;
    NetworkInputForm *m_input = nullptr;
    QSpinBox *m_count = nullptr;
    SourceList *m_extractor = nullptr;
    QComboBox *m_depth = nullptr;
    QComboBox *m_pipeline = nullptr;
    SourceList *m_trunk = nullptr;
    SourceList *m_heads = nullptr;
    QCheckBox *m_allowSmall = nullptr;
};

} // namespace quantloupe

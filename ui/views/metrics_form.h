// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/metrics_settings.h"

#include <QMap>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QSpinBox;

namespace quantloupe {

class NetworkInputForm;
class ReferenceFit;

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
    void createMetrics();
    void createReference();
    void createFeatures();
    QComboBox *createList(const char *objectName, const QString &name);
    void createLayout();
    void connectSignals();

    void showSettings();
    void showReference();
    void showExtractor();
    void enterMetrics();
    void enterReference();
    void enterExtractor();
    void chooseReference(bool isFolder);
    void chooseExtractor();
    void change(const MetricsSettings &settings);

    MetricsSettings m_settings;
    QMap<MetricKind, QCheckBox *> m_metrics;
    QFormLayout *m_form = nullptr;
    QComboBox *m_reference = nullptr;
    ReferenceFit *m_fit = nullptr;
    NetworkInputForm *m_input = nullptr;
    QSpinBox *m_count = nullptr;
    QComboBox *m_extractor = nullptr;
    QComboBox *m_depth = nullptr;
    QComboBox *m_pipeline = nullptr;
    QCheckBox *m_allowSmall = nullptr;
};

} // namespace quantloupe

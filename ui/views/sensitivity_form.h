// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sensitivity_settings.h"

#include <QList>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QSpinBox;

namespace quantloupe {

class ElidedLabel;

/// What a sweep of sensitivities measures: bit-widths, site, mode, metric and samples.
class SensitivityForm : public QWidget
{
    Q_OBJECT

public:
    explicit SensitivityForm(QWidget *parent = nullptr);
    void setSettings(const SensitivitySettings &settings);
    const SensitivitySettings &settings() const { return m_settings; }

Q_SIGNALS:
    void edited(const quantloupe::SensitivitySettings &settings);

private:
    void createWidgets();
    void createBits();
    void createLists();
    void createPart();
    QSpinBox *createCount(const char *objectName, const QString &name, int most);
    void createLayout();
    void connectSignals();
    /// As the fields say.
    void read();
    void showSettings(const SensitivitySettings &settings);

    SensitivitySettings m_settings;
    QWidget *m_bits = nullptr;
    /// The most first.
    QList<QCheckBox *> m_boxes;
    QComboBox *m_site = nullptr;
    QComboBox *m_mode = nullptr;
    QComboBox *m_metric = nullptr;
    QFormLayout *m_rows = nullptr;
    /// What is compared of which sample, and back to whole pictures; hidden without a part.
    QWidget *m_part = nullptr;
    ElidedLabel *m_partText = nullptr;
    QSpinBox *m_count = nullptr;
    QSpinBox *m_repeats = nullptr;
    QCheckBox *m_sketch = nullptr;
};

} // namespace quantloupe

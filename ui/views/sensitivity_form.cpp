// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/sensitivity_form.h"

#include "models/sensitivity_words.h"
#include "views/shared_choice.h"
#include "widgets/elided_label.h"
#include "widgets/help_page.h"
#include "widgets/theme.h"
#include "widgets/wheel_guard.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace quantloupe {

namespace {

constexpr int kBoxColumns = 4;

void choose(QComboBox *list, int data)
{
    const QSignalBlocker blocker(list);
    list->setCurrentIndex(list->findData(data));
    list->setToolTip(list->itemData(list->currentIndex(), Qt::ToolTipRole).toString());
}

void setValue(QSpinBox *field, int value)
{
    const QSignalBlocker blocker(field);
    field->setValue(value);
}

} // namespace

SensitivityForm::SensitivityForm(QWidget *parent) : QWidget(parent)
{
    createWidgets();
    createLayout();
    connectSignals();
    showSettings(m_settings);
}

void SensitivityForm::createWidgets()
{
    setObjectName("sensitivityForm");
    setHelpPage(this, "sensitivity#settings");
    createBits();
    createLists();
    createPart();
    m_count = createCount("sensitivityCount", tr("Samples"), SensitivitySettings::kMostSamples);
    m_count->setToolTip(tr("Samples on which each cell is measured, once in each repeat"));
    m_count->setGroupSeparatorShown(true);
    m_repeats = createCount("sensitivityRepeats", tr("Repeats"), SensitivitySettings::kMostRepeats);
    m_repeats->setToolTip(tr("At most so many times, each on other latents; less where all ranks "
                             "are told apart before"));
    m_sketch = new QCheckBox(tr("Predict first"), this);
    m_sketch->setObjectName("sensitivitySketch");
    m_sketch->setToolTip(tr("SQNR under quantized weights is predicted from a few gradients, in "
                            "the time of a few cells; measured values replace the predictions"));
}

void SensitivityForm::createBits()
{
    m_bits = new QWidget(this);
    m_bits->setObjectName("sensitivityBits");
    for (int bits = SensitivitySettings::kMostBits; bits > 0; --bits) {
        auto *box = new QCheckBox(QString::number(bits), m_bits);
        box->setObjectName(QStringLiteral("sensitivityBits:%1").arg(bits));
        box->setAccessibleName(sensitivityRowName(bits));
        box->setToolTip(sensitivityRowName(bits));
        m_boxes.append(box);
    }
}

void SensitivityForm::createLists()
{
    m_site = makeCombo(
        this, {SensitivitySite::Weights, SensitivitySite::Activations, SensitivitySite::Both});
    m_site->setObjectName("sensitivitySite");
    m_site->setAccessibleName(tr("Site"));
    explainItems<SensitivitySite>(m_site);
    // Among its like the short word says enough.
    m_site->setItemText(m_site->findData(int(SensitivitySite::Both)), tr("both"));
    m_mode = makeCombo(this, {SensitivityMode::Alone, SensitivityMode::LeaveOneOut});
    m_mode->setObjectName("sensitivityMode");
    m_mode->setAccessibleName(tr("One layer"));
    explainItems<SensitivityMode>(m_mode);
    m_metric = new QComboBox(this);
    m_metric->setObjectName("sensitivityMetric");
    m_metric->setAccessibleName(tr("Metric"));
    for (const MetricKind metric : sensitivityMetrics())
        m_metric->addItem(sensitivityMetricName(metric), int(metric));
    for (QComboBox *list : {m_site, m_mode, m_metric})
        ignoreWheelUnlessFocused(list);
}

void SensitivityForm::createPart()
{
    m_part = new QWidget(this);
    m_part->setObjectName("sensitivityPart");
    m_partText = new ElidedLabel(m_part);
    m_partText->setObjectName("sensitivityPartText");
    auto *whole = new QToolButton(m_part);
    whole->setObjectName("sensitivityWhole");
    whole->setText(QStringLiteral("\u00d7"));
    whole->setAutoRaise(true);
    whole->setAccessibleName(tr("Compare whole pictures"));
    whole->setToolTip(tr("Compare whole pictures of many samples again"));
    auto *row = new QHBoxLayout(m_part);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kSpacingTight);
    row->addWidget(m_partText, 1);
    row->addWidget(whole);
    connect(whole, &QToolButton::clicked, this, [this] {
        SensitivitySettings settings = m_settings;
        settings.part.reset();
        showSettings(settings);
        Q_EMIT edited(m_settings);
    });
}

QSpinBox *SensitivityForm::createCount(const char *objectName, const QString &name, int most)
{
    auto *field = new QSpinBox(this);
    field->setObjectName(objectName);
    field->setAccessibleName(name);
    field->setRange(1, most);
    field->setKeyboardTracking(false);
    ignoreWheelUnlessFocused(field);
    return field;
}

void SensitivityForm::createLayout()
{
    auto *grid = new QGridLayout(m_bits);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(kSpacing);
    grid->setVerticalSpacing(kSpacingTight);
    for (int i = 0; i < m_boxes.size(); ++i)
        grid->addWidget(m_boxes[i], i / kBoxColumns, i % kBoxColumns);
    m_rows = new QFormLayout;
    m_rows->setVerticalSpacing(kSpacingTight);
    m_rows->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_rows->addRow(tr("Bits"), m_bits);
    m_rows->addRow(tr("Site"), m_site);
    m_rows->addRow(tr("One layer"), m_mode);
    m_rows->addRow(tr("Metric"), m_metric);
    m_rows->addRow(tr("Part"), m_part);
    m_rows->addRow(tr("Samples"), m_count);
    m_rows->addRow(tr("Repeats"), m_repeats);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kSpacing);
    layout->addLayout(m_rows);
    layout->addWidget(m_sketch);
    layout->addStretch(1);
}

void SensitivityForm::connectSignals()
{
    for (QCheckBox *box : std::as_const(m_boxes))
        connect(box, &QCheckBox::clicked, this, &SensitivityForm::read);
    for (QComboBox *list : {m_site, m_mode, m_metric})
        connect(list, &QComboBox::activated, this, &SensitivityForm::read);
    for (QSpinBox *field : {m_count, m_repeats})
        connect(field, &QSpinBox::valueChanged, this, &SensitivityForm::read);
    connect(m_sketch, &QCheckBox::clicked, this, &SensitivityForm::read);
}

void SensitivityForm::read()
{
    SensitivitySettings settings = m_settings;
    settings.bits.clear();
    for (int i = 0; i < m_boxes.size(); ++i)
        if (m_boxes[i]->isChecked())
            settings.bits.push_back(SensitivitySettings::kMostBits - i);
    settings.site = static_cast<SensitivitySite>(m_site->currentData().toInt());
    settings.mode = static_cast<SensitivityMode>(m_mode->currentData().toInt());
    settings.metric = static_cast<MetricKind>(m_metric->currentData().toInt());
    settings.count = std::size_t(m_count->value());
    settings.repeats = m_repeats->value();
    // While it means nothing, the choice is kept.
    if (m_sketch->isEnabled())
        settings.sketch = m_sketch->isChecked();
    if (settings == m_settings)
        return;
    showSettings(settings);
    Q_EMIT edited(m_settings);
}

void SensitivityForm::setSettings(const SensitivitySettings &settings)
{
    if (!(settings == m_settings))
        showSettings(settings);
}

void SensitivityForm::showSettings(const SensitivitySettings &settings)
{
    m_settings = settings;
    for (int i = 0; i < m_boxes.size(); ++i)
        m_boxes[i]->setChecked(
            std::ranges::count(settings.bits, SensitivitySettings::kMostBits - i) > 0);
    choose(m_site, int(settings.site));
    choose(m_mode, int(settings.mode));
    choose(m_metric, int(settings.metric));
    setValue(m_count, int(settings.count));
    setValue(m_repeats, settings.repeats);
    m_rows->setRowVisible(m_part, settings.part.has_value());
    m_partText->setTexts(settings.part ? partTexts(*settings.part) : QStringList(QString()));
    m_count->setEnabled(!settings.part);
    m_repeats->setEnabled(!settings.part);
    m_sketch->setEnabled(canSketch(settings));
    m_sketch->setChecked(settings.sketch && canSketch(settings));
}

} // namespace quantloupe

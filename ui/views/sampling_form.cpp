// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/sampling_form.h"

#include "models/core_words.h"
#include "widgets/wheel_guard.h"

#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QSet>
#include <QSignalBlocker>
#include <QSpinBox>

#include <algorithm>
#include <limits>

namespace quantloupe {

namespace {

constexpr int kUniform = -1;

bool isLabel(InputKind kind)
{
    return kind == InputKind::Label || kind == InputKind::OneHotLabel;
}

QString inputTitle(const InputInfo &input)
{
    return input.name.empty() ? coreText(name(input.kind)) : QString::fromStdString(input.name);
}

QString inputText(const InputInfo &input)
{
    const QString kind = coreText(name(input.kind));
    return input.shape.empty()
               ? kind
               : QStringLiteral("%1 %2").arg(kind, QString::fromStdString(toText(input.shape)));
}

} // namespace

SamplingForm::SamplingForm(const GeneratorInfo &info, QWidget *parent) : QWidget(parent)
{
    createWidgets(info);
    createLayout(info);
    connectSignals();
}

void SamplingForm::createWidgets(const GeneratorInfo &info)
{
    setObjectName("samplingForm");
    for (const InputInfo &input : info.inputs) {
        if (isLabel(input.kind) && !m_label)
            createLabel(input.classes);
        if (input.kind == InputKind::Truncation && !m_truncation)
            createTruncation();
    }
}

void SamplingForm::createLabel(std::int64_t classes)
{
    m_label = new QSpinBox(this);
    m_label->setObjectName("label");
    m_label->setAccessibleName(tr("Class label"));
    const std::int64_t most = classes > 0 ? classes - 1 : std::numeric_limits<int>::max();
    m_label->setRange(
        kUniform, static_cast<int>(std::min<std::int64_t>(most, std::numeric_limits<int>::max())));
    m_label->setSpecialValueText(classes > 0 ? tr("uniform over %1").arg(classes) : tr("uniform"));
    m_label->setToolTip(tr("One class for all samples, or every class equally often."));
    m_label->setKeyboardTracking(false);
    ignoreWheelUnlessFocused(m_label);
}

void SamplingForm::createTruncation()
{
    m_truncation = new QDoubleSpinBox(this);
    m_truncation->setObjectName("truncation");
    m_truncation->setAccessibleName(tr("Truncation"));
    m_truncation->setRange(0, 2);
    m_truncation->setSingleStep(0.05);
    m_truncation->setToolTip(
        tr("1 draws from the whole distribution; less is closer to the mean."));
    m_truncation->setKeyboardTracking(false);
    ignoreWheelUnlessFocused(m_truncation);
}

QWidget *SamplingForm::editorFor(const InputInfo &input, QSet<QWidget *> &placed)
{
    QWidget *editor = isLabel(input.kind)                   ? static_cast<QWidget *>(m_label)
                      : input.kind == InputKind::Truncation ? m_truncation
                                                            : nullptr;
    if (editor && !placed.contains(editor)) {
        placed.insert(editor);
        return editor;
    }
    auto *text = new QLabel(inputText(input), this);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return text;
}

void SamplingForm::createLayout(const GeneratorInfo &info)
{
    auto *form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    QSet<QWidget *> placed;
    for (const InputInfo &input : info.inputs)
        form->addRow(tr("Input %1").arg(inputTitle(input)), editorFor(input, placed));
}

void SamplingForm::connectSignals()
{
    if (m_label)
        connect(m_label, &QSpinBox::valueChanged, this, &SamplingForm::enterLabel);
    if (m_truncation)
        connect(m_truncation, &QDoubleSpinBox::valueChanged, this, &SamplingForm::enterTruncation);
}

void SamplingForm::setPlan(const SamplingPlan &plan)
{
    m_plan = plan;
    if (m_label) {
        const QSignalBlocker quiet(m_label);
        m_label->setValue(static_cast<int>(plan.label.value_or(kUniform)));
    }
    if (m_truncation) {
        const QSignalBlocker quiet(m_truncation);
        m_truncation->setValue(plan.truncation);
    }
}

void SamplingForm::enterLabel(int label)
{
    SamplingPlan plan = m_plan;
    plan.label = label == kUniform ? std::nullopt : std::optional<std::int64_t>(label);
    Q_EMIT planEntered(plan, plan.label ? tr("Label %1").arg(label) : tr("Uniform labels"));
}

void SamplingForm::enterTruncation(double truncation)
{
    SamplingPlan plan = m_plan;
    plan.truncation = truncation;
    Q_EMIT planEntered(plan, tr("Truncation %1").arg(truncation));
}

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/inputs_panel.h"

#include "base/error.h"
#include "models/core_words.h"
#include "views/assumption_editor.h"
#include "views/calibration_form.h"
#include "views/sampling_form.h"
#include "views/section.h"
#include "widgets/help_page.h"
#include "widgets/wheel_guard.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace quantloupe {

namespace {

QLabel *factLabel(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

InputsPanel::InputsPanel(QuantDocument *document, QWidget *parent)
    : QWidget(parent), m_document(document)
{
    createWidgets();
    createLayout();
    connectSignals();
    showPlan();
}

void InputsPanel::createWidgets()
{
    setObjectName("inputsPanel");
    m_sampling = new SamplingForm(m_document->info(), this);
    setHelpPage(m_sampling, "inputs#inputs");
    m_calibration = new CalibrationForm(m_document->info(), this);
    setHelpPage(m_calibration, "inputs#calibration");
    createNetworkChooser();
    createAssumptions();
    createTrainingSwitch();
}

void InputsPanel::createNetworkChooser()
{
    const GeneratorInfo &info = m_document->info();
    if (info.networks.size() < 2)
        return;
    m_network = new QComboBox(this);
    m_network->setObjectName("network");
    m_network->setAccessibleName(tr("Network of the file"));
    for (const std::string &network : info.networks)
        m_network->addItem(QString::fromStdString(network));
    m_network->setCurrentText(QString::fromStdString(info.network));
    ignoreWheelUnlessFocused(m_network);
}

void InputsPanel::createAssumptions()
{
    for (const Assumption &assumption : m_document->assumptions())
        m_assumptions.append(new AssumptionEditor(assumption, this));
    for (AssumptionEditor *editor : std::as_const(m_assumptions))
        setHelpPage(editor, "inputs#assumptions");
}

void InputsPanel::createTrainingSwitch()
{
    if (!m_document->info().hasTrainingMode)
        return;
    m_trainingMode = new QCheckBox(tr("Keep training mode"), this);
    m_trainingMode->setObjectName("trainingMode");
    setHelpPage(m_trainingMode, "inputs#training-mode");
    m_trainingMode->setToolTip(tr("Batch norm and dropout run in the mode a trace caught them in. "
                                  "Off: running statistics, no dropout."));
    m_trainingMode->setChecked(m_document->openRequest().keepTrainingMode);
}

void InputsPanel::createLayout()
{
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(section(tr("Network"), createFileFacts()));
    layout->addWidget(section(tr("Inputs"), m_sampling));
    if (!m_assumptions.isEmpty())
        layout->addWidget(section(tr("Assumptions"), createAssumptionList()));
    layout->addWidget(section(tr("Calibration"), m_calibration));
    if (!m_document->info().warnings.empty())
        layout->addWidget(section(tr("Warnings"), createWarnings()));
    layout->addStretch(1);
}

QWidget *InputsPanel::createFileFacts()
{
    auto *facts = new QWidget(this);
    const GeneratorInfo &info = m_document->info();
    auto *form = new QFormLayout(facts);
    form->setContentsMargins(0, 0, 0, 0);
    form->addRow(tr("Format"), factLabel(QString::fromStdString(info.format), facts));
    if (info.architecture != info.format)
        form->addRow(tr("Read as"), factLabel(coreText(info.architecture), facts));
    form->addRow(tr("Picture"), factLabel(QString::fromStdString(toText(info.output)), facts));
    if (m_network)
        form->addRow(tr("Network"), m_network);
    if (m_trainingMode)
        form->addRow(m_trainingMode);
    if (!info.architectureFile.empty())
        form->addRow(createArchitectureButton());
    return facts;
}

QWidget *InputsPanel::createArchitectureButton()
{
    auto *button = new QPushButton(tr("Use an architecture file…"), this);
    button->setObjectName("architectureFile");
    button->setToolTip(tr("Read these weights by a network description of your own."));
    connect(button, &QPushButton::clicked, this, &InputsPanel::architectureFileRequested);
    return button;
}

QWidget *InputsPanel::createAssumptionList()
{
    auto *widget = new QWidget(this);
    auto *layout = new QVBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    for (AssumptionEditor *editor : std::as_const(m_assumptions))
        layout->addWidget(editor);
    return widget;
}

QWidget *InputsPanel::createWarnings()
{
    auto *widget = new QWidget(this);
    widget->setObjectName("warnings");
    auto *layout = new QVBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    for (const std::string &warning : m_document->info().warnings)
        layout->addWidget(factLabel(coreText(warning), widget));
    return widget;
}

void InputsPanel::connectSignals()
{
    connect(m_document, &QuantDocument::planChanged, this, &InputsPanel::showPlan);
    connect(m_document, &QuantDocument::assumptionsChanged, this, &InputsPanel::showPlan);
    connect(m_sampling, &SamplingForm::planEntered, m_document, &QuantDocument::setPlan);
    connect(m_calibration, &CalibrationForm::calibrationEntered, m_document,
            &QuantDocument::setCalibration);
    for (AssumptionEditor *editor : std::as_const(m_assumptions)) {
        connect(editor, &AssumptionEditor::valueEntered, this, &InputsPanel::enterAssumption);
        connect(editor, &AssumptionEditor::confirmed, m_document,
                &QuantDocument::confirmAssumption);
    }
    if (m_network)
        connect(m_network, &QComboBox::textActivated, this, [this](const QString &network) {
            OpenRequest request = m_document->openRequest();
            request.network = network.toStdString();
            Q_EMIT reopenRequested(request);
        });
    if (m_trainingMode)
        connect(m_trainingMode, &QCheckBox::toggled, this, [this](bool keep) {
            OpenRequest request = m_document->openRequest();
            request.keepTrainingMode = keep;
            Q_EMIT reopenRequested(request);
        });
}

void InputsPanel::showPlan()
{
    m_sampling->setPlan(m_document->plan());
    m_calibration->setCalibration(m_document->calibration());
    const std::vector<Assumption> assumptions = m_document->assumptions();
    for (qsizetype i = 0; i < m_assumptions.size(); ++i)
        m_assumptions[i]->setAssumption(assumptions.at(static_cast<std::size_t>(i)));
}

void InputsPanel::enterAssumption(const QString &key, const QString &value)
{
    if (!isSamplingAssumption(key.toStdString())) {
        OpenRequest request = m_document->openRequest();
        request.assumptions[key.toStdString()] = value.toStdString();
        Q_EMIT reopenRequested(request);
        return;
    }
    SamplingPlan plan = m_document->plan();
    try {
        setSamplingValue(plan, key.toStdString(), value.toStdString());
    } catch (const Error &error) {
        showPlan();
        Q_EMIT refused(coreText(error.what()));
        return;
    }
    m_document->setPlan(plan, AssumptionEditor::title(key.toStdString()));
}

} // namespace quantloupe

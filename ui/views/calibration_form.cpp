// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/calibration_form.h"

#include "session/requests.h"
#include "widgets/wheel_guard.h"

#include <QComboBox>
#include <QFormLayout>
#include <QSignalBlocker>
#include <QSpinBox>

#include <algorithm>
#include <limits>

namespace quantloupe {

namespace {

constexpr int kMostSamples = 1'000'000;
constexpr int kLargest = std::numeric_limits<int>::max();

QSpinBox *makeBox(const char *objectName, int least, int most, QWidget *parent)
{
    auto *box = new QSpinBox(parent);
    box->setObjectName(objectName);
    box->setRange(least, most);
    box->setKeyboardTracking(false);
    ignoreWheelUnlessFocused(box);
    return box;
}

/// Without telling.
void display(QSpinBox *box, std::uint64_t value)
{
    const QSignalBlocker quiet(box);
    box->setValue(static_cast<int>(std::min<std::uint64_t>(value, kLargest)));
}

} // namespace

CalibrationForm::CalibrationForm(const GeneratorInfo &info, QWidget *parent) : QWidget(parent)
{
    createWidgets(info);
    createLayout();
    connectSignals();
}

void CalibrationForm::createWidgets(const GeneratorInfo &info)
{
    setObjectName("calibrationForm");
    m_count = makeBox("calibrationCount", 1, usedCount(info, kMostSamples), this);
    m_count->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    m_count->setAccessibleName(tr("Calibration samples"));
    m_count->setToolTip(info.isImageToImage()
                            ? tr("Samples that activation ranges are made from; of a network that "
                                 "takes pictures at most 16.")
                            : tr("Samples that activation ranges are made from."));
    m_seed = makeBox("calibrationSeed", 0, kLargest, this);
    m_seed->setAccessibleName(tr("Calibration seed"));
    m_seed->setToolTip(
        tr("Seed of those samples. They are others than those shown, even of the same seed."));
    if (info.isImageToImage())
        createInputs();
}

void CalibrationForm::createInputs()
{
    m_inputs = new QComboBox(this);
    m_inputs->setObjectName("calibrationInputs");
    m_inputs->setAccessibleName(tr("Calibration inputs"));
    m_inputs->addItem(tr("your pictures"), static_cast<int>(CalibrationInputs::Given));
    m_inputs->addItem(tr("drawn pictures"), static_cast<int>(CalibrationInputs::Drawn));
    m_inputs->addItem(tr("both"), static_cast<int>(CalibrationInputs::Both));
    m_inputs->setToolTip(
        tr("What the network is calibrated on. Without pictures of your own, drawn "
           "ones serve in any case."));
    ignoreWheelUnlessFocused(m_inputs);
}

void CalibrationForm::createLayout()
{
    auto *form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->addRow(tr("Samples"), m_count);
    form->addRow(tr("Seed"), m_seed);
    if (m_inputs)
        form->addRow(tr("Inputs"), m_inputs);
}

void CalibrationForm::connectSignals()
{
    connect(m_count, &QSpinBox::valueChanged, this, [this](int count) {
        CalibrationPlan calibration = m_calibration;
        calibration.count = count;
        Q_EMIT calibrationEntered(calibration, tr("Calibration on %n samples", nullptr, count));
    });
    connect(m_seed, &QSpinBox::valueChanged, this, [this](int seed) {
        CalibrationPlan calibration = m_calibration;
        calibration.seed = static_cast<std::uint64_t>(seed);
        Q_EMIT calibrationEntered(calibration, tr("Calibration seed %1").arg(seed));
    });
    if (!m_inputs)
        return;
    connect(m_inputs, &QComboBox::activated, this, [this] {
        CalibrationPlan calibration = m_calibration;
        calibration.inputs = static_cast<CalibrationInputs>(m_inputs->currentData().toInt());
        Q_EMIT calibrationEntered(calibration,
                                  tr("Calibration on %1").arg(m_inputs->currentText()));
    });
}

void CalibrationForm::setCalibration(const CalibrationPlan &calibration)
{
    m_calibration = calibration;
    display(m_count, static_cast<std::uint64_t>(calibration.count));
    display(m_seed, calibration.seed);
    if (m_inputs)
        m_inputs->setCurrentIndex(m_inputs->findData(static_cast<int>(calibration.inputs)));
}

} // namespace quantloupe

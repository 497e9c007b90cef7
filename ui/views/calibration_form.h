// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/sampling_plan.h"
#include "model/generator_info.h"

#include <QWidget>

class QComboBox;
class QSpinBox;

namespace quantloupe {

/// What activation ranges are made from: number and seed of the samples, and for a network that
/// takes pictures whether given ones, drawn ones or both.
class CalibrationForm : public QWidget
{
    Q_OBJECT

public:
    explicit CalibrationForm(const GeneratorInfo &info, QWidget *parent = nullptr);
    void setCalibration(const CalibrationPlan &calibration);

Q_SIGNALS:
    /// `what` names the change for the undo menu.
    void calibrationEntered(const quantloupe::CalibrationPlan &calibration, const QString &what);

private:
    void createWidgets(const GeneratorInfo &info);
    void createInputs();
    void createLayout();
    void connectSignals();

    CalibrationPlan m_calibration;
    QSpinBox *m_count = nullptr;
    QSpinBox *m_seed = nullptr;
    /// Null for a network that takes latents.
    QComboBox *m_inputs = nullptr;
};

} // namespace quantloupe

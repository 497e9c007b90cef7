// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/quant_document.h"

#include <QHash>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QVBoxLayout;

namespace quantloupe {

class AssumptionEditor;
class CalibrationForm;
class SamplingForm;

/// How one opened generator is read and sampled: networks of the file, inputs, assumptions,
/// training mode, warnings. Made anew for each generator. Edits of sampling go to the document;
/// what needs a new reading of the file is asked for by a signal.
class InputsPanel : public QWidget
{
    Q_OBJECT

public:
    explicit InputsPanel(QuantDocument *document, QWidget *parent = nullptr);

Q_SIGNALS:
    void reopenRequested(const quantloupe::OpenRequest &request);
    void architectureFileRequested();
    /// A value that cannot be used, and why.
    void refused(const QString &sentence);

private:
    void createWidgets();
    void createLayout();
    void connectSignals();
    void createNetworkChooser();
    void createAssumptions();
    void createTrainingSwitch();
    QWidget *createFileFacts();
    QWidget *createAssumptionList();
    QWidget *createWarnings();
    QWidget *createArchitectureButton();

    void showPlan();
    void enterAssumption(const QString &key, const QString &value);

    QuantDocument *m_document;
    QComboBox *m_network = nullptr;
    SamplingForm *m_sampling = nullptr;
    CalibrationForm *m_calibration = nullptr;
    QCheckBox *m_trainingMode = nullptr;
    /// In the order of the document's assumptions.
    QList<AssumptionEditor *> m_assumptions;
};

} // namespace quantloupe

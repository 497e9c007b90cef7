// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/sampling_plan.h"
#include "model/generator_info.h"

#include <QSet>
#include <QWidget>

class QDoubleSpinBox;
class QSpinBox;

namespace quantloupe {

/// Editors of what a network is fed beyond its latent or picture: class label and truncation.
/// Inputs of other kinds are listed.
class SamplingForm : public QWidget
{
    Q_OBJECT

public:
    explicit SamplingForm(const GeneratorInfo &info, QWidget *parent = nullptr);
    void setPlan(const SamplingPlan &plan);

Q_SIGNALS:
    /// `what` names the change for the undo menu.
    void planEntered(const quantloupe::SamplingPlan &plan, const QString &what);

private:
    void createWidgets(const GeneratorInfo &info);
    void createLayout(const GeneratorInfo &info);
    void connectSignals();
    void createLabel(std::int64_t classes);
    void createTruncation();
    /// An editor is placed once; a second input of its kind follows it and is only listed.
    QWidget *editorFor(const InputInfo &input, QSet<QWidget *> &placed);

    void enterLabel(int label);
    void enterTruncation(double truncation);

    SamplingPlan m_plan;
    QSpinBox *m_label = nullptr;
    QDoubleSpinBox *m_truncation = nullptr;
};

} // namespace quantloupe

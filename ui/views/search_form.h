// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/search_settings.h"

#include <QList>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace quantloupe {

class SourceList;

/// What is searched for, among which settings, by which strategy, and how it is measured.
class SearchForm : public QWidget
{
    Q_OBJECT

public:
    explicit SearchForm(QWidget *parent = nullptr);
    void setSettings(const SearchSettings &settings);
    const SearchSettings &settings() const { return m_settings; }
    /// What is wrong with the bits of some layers; empty for nothing.
    void showProblem(const QString &problem);
    /// What stands for no target.
    static QString anyDevice();

Q_SIGNALS:
    void edited(const quantloupe::SearchSettings &settings);

private:
    void createWidgets();
    void createGoal();
    void createChoices();
    void createRules();
    void createMeasuring();
    QSpinBox *createCount(const char *objectName, const QString &name, int least, int most);
    QWidget *createBoxes(const char *objectName, const QList<QCheckBox *> &boxes, int columns);
    void createLayout();
    void connectSignals();
    /// As the fields say.
    void read();
    void readAmount();
    void take(const SearchSettings &settings);
    void showSettings(const SearchSettings &settings);
    void showGoal();

    SearchSettings m_settings;
    QFormLayout *m_rows = nullptr;
    QComboBox *m_goal = nullptr;
    QDoubleSpinBox *m_amount = nullptr;
    /// What is made small within a bound.
    QComboBox *m_cost = nullptr;
    QComboBox *m_algorithm = nullptr;
    QWidget *m_bits = nullptr;
    /// As SearchSettings::bits.
    QList<QCheckBox *> m_bitBoxes;
    QWidget *m_methods = nullptr;
    QList<QCheckBox *> m_methodBoxes;
    QComboBox *m_granularity = nullptr;
    QLineEdit *m_allowed = nullptr;
    QLabel *m_problem = nullptr;
    SourceList *m_target = nullptr;
    QComboBox *m_metric = nullptr;
    QCheckBox *m_front = nullptr;
    QSpinBox *m_sweepCount = nullptr;
    QSpinBox *m_count = nullptr;
    QSpinBox *m_seed = nullptr;
    QSpinBox *m_seconds = nullptr;
};

} // namespace quantloupe

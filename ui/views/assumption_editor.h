// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/generator_info.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QToolButton;

namespace quantloupe {

/// One assumption: its value, and whether the user confirmed it. A choice or a line, by what the
/// assumption offers. Asks by signals and shows what it is told.
class AssumptionEditor : public QWidget
{
    Q_OBJECT

public:
    explicit AssumptionEditor(const Assumption &assumption, QWidget *parent = nullptr);
    void setAssumption(const Assumption &assumption);
    /// What the user calls it: "Output range".
    static QString title(const std::string &key);

Q_SIGNALS:
    void valueEntered(const QString &key, const QString &value);
    void confirmed(const QString &key);

private:
    void createWidgets();
    void createLayout();
    void connectSignals();
    void enter(const QString &value);
    QString key() const;

    Assumption m_assumption;
    /// The value shown last or asked for last.
    QString m_asked;
    QComboBox *m_choices = nullptr;
    QLineEdit *m_line = nullptr;
    QToolButton *m_mark = nullptr;
};

} // namespace quantloupe

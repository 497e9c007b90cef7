// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/quant_document.h"
#include "models/rule_preview.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace quantloupe {

/// "Set by rule": a pattern and a setting, and while they are written how many layers match and
/// what stands in the way. Applying is one edit. Hidden until opened.
class RuleBar : public QWidget
{
    Q_OBJECT

public:
    explicit RuleBar(QuantDocument *document, QWidget *parent = nullptr);
    void open();
    void dismiss();

Q_SIGNALS:
    /// Rows the pattern matches; none once it is dismissed.
    void matchesChanged(const QList<int> &rows);
    void dismissed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void createWidgets();
    void createLayout();
    void connectSignals();
    void offerPatterns();
    void takeOffer(int index);
    void follow();
    void display(const RulePreview &preview);
    void apply();

    QuantDocument *m_document;
    QComboBox *m_pattern = nullptr;
    QLineEdit *m_setting = nullptr;
    QLabel *m_status = nullptr;
    QPushButton *m_apply = nullptr;
    QToolButton *m_close = nullptr;
};

} // namespace quantloupe

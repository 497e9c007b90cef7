// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/quant_document.h"
#include "quant/correction_report.h"

#include <QWidget>

#include <map>

class QAction;

namespace quantloupe {

class ElidedLabel;
class ElidedToolButton;

/// Which corrections the selected layers and the whole generator have, in a menu, and what they
/// bought, below it. A choice is one undo step.
class CorrectionField : public QWidget
{
    Q_OBJECT

public:
    explicit CorrectionField(QuantDocument *document, QWidget *parent = nullptr);
    void setRows(const QList<int> &rows);
    /// Of the present configuration.
    void setReport(const CorrectionReport &report);

private:
    void createWidgets();
    void createMenu();
    void createLayout();
    void connectSignals();
    QAction *addChoice(Correction correction, const char *name);
    bool isOnAllRows(Correction correction) const;
    bool isOnSomeRow(Correction correction) const;
    void showChoices();
    void showGain();

    QuantDocument *m_document;
    QList<int> m_rows;
    CorrectionReport m_report;
    ElidedToolButton *m_button = nullptr;
    ElidedLabel *m_gain = nullptr;
    std::map<Correction, QAction *> m_ofLayers;
    std::map<Correction, QAction *> m_ofGenerator;
};

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/quant_document.h"

#include <QWidget>

class QComboBox;

namespace quantloupe {

/// Weight method, scales and activation range of the selected layers. Shows what they share and
/// nothing where they differ; a choice is one edit of all of them.
class MethodBar : public QWidget
{
    Q_OBJECT

public:
    explicit MethodBar(QuantDocument *document, QWidget *parent = nullptr);
    void setRows(const QList<int> &rows);

private:
    void createWidgets();
    void createLayout();
    void connectSignals();
    void showShared();

    QuantDocument *m_document;
    QList<int> m_rows;
    QComboBox *m_method = nullptr;
    QComboBox *m_granularity = nullptr;
    QComboBox *m_estimator = nullptr;
};

} // namespace quantloupe

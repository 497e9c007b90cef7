// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/metrics_report.h"

#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;

namespace quantloupe {

class MetricsTableModel;
class NumbersView;

/// One measurement: the answer in a sentence, the numbers, why some are missing, and what all of
/// it depends on.
class MetricsResult : public QWidget
{
    Q_OBJECT

public:
    explicit MetricsResult(QWidget *parent = nullptr);
    /// `previous` is what changes are told against.
    void setReport(const MetricsReport &report, const std::optional<MetricsReport> &previous);
    /// Of a measurement that is under way: what is missing is not told, because it may still come.
    void setPartialReport(const MetricsReport &report);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitColumns();
    void createWidgets();
    void createLayout();
    QLabel *createText(const char *objectName);

    QLabel *m_verdict = nullptr;
    MetricsTableModel *m_model = nullptr;
    NumbersView *m_table = nullptr;
    QLabel *m_notes = nullptr;
    QLabel *m_conditions = nullptr;
    QPushButton *m_copy = nullptr;
    bool m_hasPrevious = false;
};

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/metrics_report.h"

#include <QMap>
#include <QWidget>

class QCheckBox;

namespace quantloupe {

/// A box for each metric.
class MetricBoxes : public QWidget
{
    Q_OBJECT

public:
    explicit MetricBoxes(QWidget *parent = nullptr);
    void setMetrics(const std::vector<MetricKind> &metrics);
    /// Those that are ticked, in the order of the boxes.
    std::vector<MetricKind> metrics() const;

Q_SIGNALS:
    void edited();

private:
    void createWidgets();
    void createLayout();
    void connectSignals();

    QMap<MetricKind, QCheckBox *> m_boxes;
};

} // namespace quantloupe

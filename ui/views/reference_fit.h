// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/metrics_request.h"

#include <QWidget>

class QComboBox;

namespace quantloupe {

/// How pictures of a reference are brought to the generator's size: crop and filter.
class ReferenceFit : public QWidget
{
    Q_OBJECT

public:
    explicit ReferenceFit(QWidget *parent = nullptr);
    void setReference(const MetricsReference &reference);

Q_SIGNALS:
    /// The reference with another crop or filter.
    void edited(const quantloupe::MetricsReference &reference);

private:
    void createWidgets();
    void createLayout();
    void connectSignals();
    void enter();

    MetricsReference m_reference;
    QComboBox *m_crop = nullptr;
    QComboBox *m_filter = nullptr;
};

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace quantloupe {

/// Lies over a view whose content is out of date and lets it look faint; the view stays usable. A
/// graphics effect would do so too, but draws tables and plots in a scroll area twice.
class StaleVeil : public QWidget
{
    Q_OBJECT

public:
    /// Covers `view` and follows its size; hidden at first.
    explicit StaleVeil(QWidget *view);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
};

} // namespace quantloupe

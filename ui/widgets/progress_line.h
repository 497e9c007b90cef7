// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVariantAnimation>
#include <QWidget>

namespace quantloupe {

/// A thin line over a view: filled by the known share of the work, or a moving piece while the
/// share is unknown. Takes no space and no time when idle.
class ProgressLine : public QWidget
{
    Q_OBJECT

public:
    static constexpr int kThickness = 3;

    explicit ProgressLine(QWidget *parent = nullptr);
    void setBusy(bool busy);
    /// 0..1; negative when unknown.
    void setFraction(double fraction);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void createWidgets();
    void connectSignals();
    void refresh();

    QVariantAnimation m_animation;
    bool m_busy = false;
    double m_fraction = -1;
};

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/sample_ref.h"
#include "data/sampling_plan.h"

#include <QWidget>

#include <vector>

class QLabel;
class QSlider;
class QToolButton;

namespace quantloupe {

class ElidedLabel;

/// A scrubber along a path of latents, with the way of interpolation and the place in words.
class PathBar : public QWidget
{
    Q_OBJECT

public:
    /// Places between two neighbouring latents.
    static constexpr int kStepsPerLeg = 50;

    explicit PathBar(QWidget *parent = nullptr);
    /// Starts at the first latent.
    void setPath(const std::vector<SampleRef> &path);
    /// As pointOnPath() counts.
    void setPosition(double position);
    /// The present one; latents of others say theirs.
    void setSeed(std::uint64_t seed);
    void setDistribution(Distribution distribution);
    void focusSlider();

Q_SIGNALS:
    /// Counts the latents of the path.
    void positionChanged(double position);
    void closeRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void createWidgets();
    void createLayout();
    void connectSignals();
    double position() const;
    void showPlace();
    /// As wide as the longest place, so that the slider does not move under the mouse.
    void fitPlace();

    ElidedLabel *m_path = nullptr;
    QSlider *m_slider = nullptr;
    ElidedLabel *m_place = nullptr;
    QToolButton *m_close = nullptr;
    std::vector<SampleRef> m_samples;
    std::uint64_t m_seed = 0;
    Distribution m_distribution = Distribution::Normal;
};

} // namespace quantloupe

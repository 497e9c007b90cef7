// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/path_bar.h"

#include "models/path_place.h"
#include "widgets/elided_label.h"
#include "widgets/help_page.h"
#include "widgets/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace quantloupe {

namespace {

/// Steps of Page Up and Page Down.
constexpr int kPageSteps = 10;
constexpr int kSliderCharacters = 24;
/// The place takes at most this part of the bar; shorter words stand for longer ones beyond it.
constexpr int kPlaceShare = 2;

} // namespace

PathBar::PathBar(QWidget *parent) : QWidget(parent)
{
    createWidgets();
    createLayout();
    connectSignals();
}

void PathBar::createWidgets()
{
    setObjectName("pathBar");
    setHelpPage(this, "compare#latents", {"Left", "Right", "Esc"});
    m_path = new ElidedLabel(this);
    m_path->setObjectName("pathLatents");
    m_slider = new QSlider(Qt::Horizontal, this);
    m_slider->setObjectName("pathPosition");
    m_slider->setAccessibleName(tr("Place on the path of latents"));
    m_slider->setToolTip(tr("Move between the latents, also by the arrow keys"));
    m_slider->setPageStep(kPageSteps);
    m_slider->setMinimumWidth(kSliderCharacters * fontMetrics().averageCharWidth());
    m_slider->setTickInterval(kStepsPerLeg);
    m_slider->setTickPosition(QSlider::TicksBothSides);
    m_place = new ElidedLabel(this);
    m_place->setObjectName("pathPlace");
    m_place->setFont(numericFont(font()));
    m_close = new QToolButton(this);
    m_close->setObjectName("closePath");
    m_close->setText(QStringLiteral("\u00d7"));
    m_close->setAccessibleName(tr("End the interpolation"));
    m_close->setToolTip(tr("End the interpolation (I or Esc)"));
    m_close->setAutoRaise(true);
    m_close->setFocusPolicy(Qt::TabFocus);
    hide();
}

void PathBar::createLayout()
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(kSpacing, 0, kSpacing, kSpacingTight);
    row->setSpacing(kSpacing);
    row->addWidget(m_path);
    row->addWidget(m_slider, 1);
    row->addWidget(m_place);
    row->addWidget(m_close);
    m_path->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
}

void PathBar::connectSignals()
{
    connect(m_slider, &QSlider::valueChanged, this, [this] {
        showPlace();
        Q_EMIT positionChanged(position());
    });
    connect(m_close, &QToolButton::clicked, this, &PathBar::closeRequested);
}

void PathBar::setPath(const std::vector<SampleRef> &path)
{
    m_samples = path;
    setVisible(path.size() > 1);
    if (path.size() < 2)
        return;
    const QSignalBlocker quiet(m_slider);
    m_slider->setRange(0, int(path.size() - 1) * kStepsPerLeg);
    m_slider->setValue(0);
    showPlace();
}

void PathBar::setPosition(double position)
{
    const double most = double(m_slider->maximum()) / kStepsPerLeg;
    m_slider->setValue(int(std::lround(std::clamp(position, 0.0, most) * kStepsPerLeg)));
}

void PathBar::setSeed(std::uint64_t seed)
{
    m_seed = seed;
    showPlace();
}

void PathBar::setDistribution(Distribution distribution)
{
    m_distribution = distribution;
    showPlace();
}

void PathBar::focusSlider()
{
    // The focus is shown as after Tab.
    m_slider->setFocus(Qt::TabFocusReason);
}

double PathBar::position() const
{
    return double(m_slider->value()) / kStepsPerLeg;
}

void PathBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitPlace();
}

void PathBar::fitPlace()
{
    int longest = 0;
    for (std::size_t leg = 0; leg + 1 < m_samples.size(); ++leg) {
        const std::vector<SampleRef> ends{m_samples[leg], m_samples[leg + 1]};
        longest = std::max(longest,
                           m_place->fontMetrics().horizontalAdvance(placeText({ends, 1}, m_seed)));
    }
    m_place->setFixedWidth(std::min(longest, width() / kPlaceShare));
}

void PathBar::showPlace()
{
    if (m_samples.size() < 2)
        return;
    QStringList numbers;
    for (const SampleRef &sample : m_samples)
        numbers.append(sampleText(sample, m_seed));
    const QString way = m_distribution == Distribution::Uniform
                            ? tr("linear, as latents are uniform")
                            : tr("spherical, as latents are normal");
    const QString path = numbers.join(QStringLiteral(" \u2192 "));
    const QString word = interpolationText(m_distribution);
    m_path->setTexts({tr("Interpolation %1 (%2)").arg(path, way), tr("%1 (%2)").arg(path, way),
                      tr("%1 (%2)").arg(path, word), path});
    const PathPlace place{m_samples, position()};
    m_place->setTexts({placeText(place, m_seed), shortPlaceText(place, m_seed)});
    m_slider->setAccessibleDescription(m_place->text());
    fitPlace();
}

void PathBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closeRequested();
    else
        QWidget::keyPressEvent(event);
}

} // namespace quantloupe

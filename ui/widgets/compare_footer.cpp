// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare_footer.h"

#include "widgets/compare_text.h"
#include "widgets/elided_label.h"
#include "widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QToolButton>

#include <algorithm>

namespace quantloupe {

CompareFooter::CompareFooter(QWidget *parent) : QWidget(parent)
{
    createWidgets();
    createLayout();
    connectSignals();
}

void CompareFooter::createWidgets()
{
    m_caption = new ElidedLabel(this);
    m_caption->setObjectName(QStringLiteral("differenceCaption"));
    m_lower = createButton(QStringLiteral("lowerGain"), QStringLiteral("\u2212"),
                           tr("Lower the gain of the difference"));
    m_raise = createButton(QStringLiteral("raiseGain"), QStringLiteral("+"),
                           tr("Raise the gain of the difference"));
    m_right = new QLabel(this);
    m_right->setObjectName(QStringLiteral("pixelReadout"));
    m_right->setAccessibleName(tr("Zoom or pixel under the cursor"));
    m_right->setTextInteractionFlags(Qt::NoTextInteraction);
    fitFonts();
    refreshRight();
}

QToolButton *CompareFooter::createButton(const QString &name, const QString &text,
                                         const QString &meaning)
{
    auto *button = new QToolButton(this);
    button->setObjectName(name);
    button->setText(text);
    button->setAccessibleName(meaning);
    button->setToolTip(meaning);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

void CompareFooter::fitFonts()
{
    m_caption->setFont(smallFont(font()));
    m_right->setFont(numericFont(smallFont(font())));
}

void CompareFooter::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fitFonts();
}

void CompareFooter::createLayout()
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(kSpacing, 0, kSpacing, 0);
    row->setSpacing(kSpacingTight);
    row->addWidget(m_caption);
    row->addWidget(m_lower);
    row->addWidget(m_raise);
    row->addStretch(1);
    row->addSpacing(kSpacing);
    row->addWidget(m_right);
    m_caption->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
}

void CompareFooter::connectSignals()
{
    connect(m_lower, &QToolButton::clicked, this,
            [this] { Q_EMIT gainRequested(std::max(kSmallestGain, m_gain / 2)); });
    connect(m_raise, &QToolButton::clicked, this,
            [this] { Q_EMIT gainRequested(std::min(kLargestGain, m_gain * 2)); });
}

void CompareFooter::setDifference(DifferenceKind kind, double gain)
{
    m_gain = gain;
    m_caption->setText(differenceCaption(kind, gain));
    m_lower->setEnabled(gain > kSmallestGain);
    m_raise->setEnabled(gain < kLargestGain);
}

void CompareFooter::setZoom(double zoom)
{
    m_zoom = zoom;
    refreshRight();
}

void CompareFooter::setReadout(const QString &text)
{
    m_readout = text;
    refreshRight();
}

void CompareFooter::refreshRight()
{
    m_right->setText(m_readout.isEmpty() ? tr("Zoom %1").arg(factorText(m_zoom)) : m_readout);
}

} // namespace quantloupe

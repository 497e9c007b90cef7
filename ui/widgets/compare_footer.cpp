// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare_footer.h"

#include "widgets/compare_text.h"
#include "widgets/elided_label.h"
#include "widgets/help_page.h"
#include "widgets/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QToolButton>

#include <initializer_list>

namespace quantloupe {

CompareFooter::CompareFooter(QWidget *parent) : QWidget(parent)
{
    createWidgets();
    createLayout();
    connectSignals();
}

void CompareFooter::createWidgets()
{
    setHelpPage(this, "compare#difference");
    createKinds();
    m_caption = new ElidedLabel(this);
    m_caption->setObjectName(QStringLiteral("differenceCaption"));
    m_caption->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_lower = createButton(QStringLiteral("lowerGain"), QStringLiteral("\u2212"),
                           tr("Lower the gain of the difference (,)"));
    m_raise = createButton(QStringLiteral("raiseGain"), QStringLiteral("+"),
                           tr("Raise the gain of the difference (.)"));
    // Its text changes under the cursor and must not push the docks aside.
    m_right = new ElidedLabel(this);
    m_right->setObjectName(QStringLiteral("pixelReadout"));
    m_right->setAccessibleName(tr("Zoom or pixel under the cursor"));
    m_right->setTextInteractionFlags(Qt::NoTextInteraction);
    fitFonts();
    refreshRight();
}

void CompareFooter::createKinds()
{
    m_kind = new QComboBox(this);
    m_kind->setObjectName(QStringLiteral("differenceKind"));
    m_kind->setAccessibleName(tr("Kind of difference"));
    m_kind->addItem(tr("Signed luminance"), int(DifferenceKind::SignedLuminance));
    m_kind->addItem(tr("Largest channel"), int(DifferenceKind::MaximumAbsolute));
    m_kind->setToolTip(tr("Signed luminance: blue is darker than float, red lighter. "
                          "Largest channel: its absolute difference as grey."));
    m_kind->setFocusPolicy(Qt::TabFocus);
    m_kind->setSizeAdjustPolicy(QComboBox::AdjustToContents);
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
    m_kind->setFont(smallFont(font()));
    m_caption->setFont(smallFont(font()));
    m_right->setFont(numericFont(smallFont(font())));
    // The pictures keep their size where the kind is hidden.
    m_right->setMinimumHeight(m_kind->sizeHint().height());
}

void CompareFooter::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::FontChange)
        return;
    fitFonts();
    refreshRight();
}

void CompareFooter::createLayout()
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(kSpacing, kSpacingTight / 2, kSpacing, kSpacingTight / 2);
    row->setSpacing(kSpacingTight);
    row->addWidget(m_kind);
    row->addWidget(m_lower);
    row->addWidget(m_raise);
    row->addWidget(m_caption);
    row->addStretch(1);
    row->addSpacing(kSpacing);
    row->addWidget(m_right);
    m_caption->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
}

void CompareFooter::connectSignals()
{
    connect(m_kind, &QComboBox::activated, this,
            [this] { Q_EMIT kindRequested(DifferenceKind(m_kind->currentData().toInt())); });
    connect(m_lower, &QToolButton::clicked, this, &CompareFooter::lowerRequested);
    connect(m_raise, &QToolButton::clicked, this, &CompareFooter::raiseRequested);
}

void CompareFooter::setDifference(DifferenceKind kind, double gain)
{
    m_gain = gain;
    m_kind->setCurrentIndex(m_kind->findData(int(kind)));
    m_difference = kind;
    refreshCaption();
    m_lower->setEnabled(gain > kSmallestGain);
    m_raise->setEnabled(gain < kLargestGain);
}

void CompareFooter::setShowsDifference(bool shows)
{
    m_showsDifference = shows;
    for (QWidget *control : std::initializer_list<QWidget *>{m_kind, m_lower, m_raise})
        control->setVisible(shows);
    refreshCaption();
}

void CompareFooter::setWorstFirst(bool worstFirst)
{
    m_worstFirst = worstFirst;
    refreshCaption();
}

void CompareFooter::refreshCaption()
{
    QStringList wordings;
    if (m_showsDifference)
        wordings = differenceCaptions(m_difference, m_gain);
    if (m_worstFirst) {
        const QString order = tr("Largest distance to float first.");
        wordings.prepend(wordings.isEmpty() ? order : order + u' ' + wordings.constFirst());
    }
    m_caption->setTexts(wordings);
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
    const QString zoom = tr("Zoom %1").arg(factorText(m_zoom));
    m_right->setText(m_readout.isEmpty() ? zoom : m_readout);
    m_right->setMinimumWidth(m_right->fontMetrics().horizontalAdvance(zoom));
}

} // namespace quantloupe

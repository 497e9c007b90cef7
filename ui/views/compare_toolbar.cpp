// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/compare_toolbar.h"

#include "widgets/elided_label.h"
#include "widgets/theme.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolButton>

#include <algorithm>
#include <limits>

namespace quantloupe {

namespace {

/// Its tooltip explains the numbers, and holds them whole should they be elided.
class SummaryLabel : public ElidedLabel
{
public:
    using ElidedLabel::ElidedLabel;

protected:
    void resizeEvent(QResizeEvent *event) override { QLabel::resizeEvent(event); }
};

QToolButton *makeButton(QAction *action, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setDefaultAction(action);
    button->setObjectName(action->objectName() + QStringLiteral("Button"));
    button->setAccessibleName(action->text());
    button->setAutoRaise(true);
    return button;
}

} // namespace

CompareToolbar::CompareToolbar(QWidget *parent) : QWidget(parent)
{
    createWidgets();
    createLayout();
    connectSignals();
}

void CompareToolbar::createWidgets()
{
    setObjectName("compareToolbar");
    createSeed();
    createDifference();
    createViewActions();

    m_summary = new SummaryLabel(this);
    m_summary->setObjectName("compareSummary");
    m_summary->setAccessibleName(tr("Mean distance to float"));
    m_summary->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
}

void CompareToolbar::createSeed()
{
    m_seed = new QSpinBox(this);
    m_seed->setObjectName("seed");
    m_seed->setAccessibleName(tr("Seed of the latents"));
    m_seed->setRange(0, std::numeric_limits<int>::max());
    m_seed->setKeyboardTracking(false);
    m_seed->setToolTip(tr("The latents shown are a function of this number"));
    m_seed->setFixedWidth(m_seed->fontMetrics().horizontalAdvance(QStringLiteral("000000")) +
                          4 * kSpacing);

    m_reroll = new QAction(tr("Reroll"), this);
    m_reroll->setObjectName("reroll");
    m_reroll->setShortcut(Qt::Key_R);
    m_reroll->setToolTip(tr("Other latents (R)"));
    m_rerollButton = makeButton(m_reroll, this);
}

void CompareToolbar::createViewActions()
{
    m_fit = new QAction(tr("Fit"), this);
    m_fit->setObjectName("fit");
    m_fit->setShortcut(Qt::CTRL | Qt::Key_0);
    m_fit->setToolTip(tr("Show whole pictures (Ctrl+0, or double click)"));
    m_fitButton = makeButton(m_fit, this);

    m_previous = new QAction(tr("Previous latent"), this);
    m_previous->setObjectName("previousLatent");
    m_previous->setShortcut(Qt::Key_BracketLeft);
    m_next = new QAction(tr("Next latent"), this);
    m_next->setObjectName("nextLatent");
    m_next->setShortcut(Qt::Key_BracketRight);
}

void CompareToolbar::createDifference()
{
    m_difference = new QComboBox(this);
    m_difference->setObjectName("differenceKind");
    m_difference->setAccessibleName(tr("Kind of difference"));
    m_difference->addItem(tr("signed luminance"),
                          static_cast<int>(DifferenceKind::SignedLuminance));
    m_difference->addItem(tr("largest channel"), static_cast<int>(DifferenceKind::MaximumAbsolute));
    m_difference->setToolTip(tr("Signed luminance: blue is darker than float, red lighter. "
                                "Largest channel: its absolute difference as grey."));
}

void CompareToolbar::createLayout()
{
    auto *seed = new QLabel(tr("Seed"), this);
    seed->setBuddy(m_seed);
    auto *difference = new QLabel(tr("Difference"), this);
    difference->setBuddy(m_difference);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(kSpacing, kSpacingTight, kSpacing, kSpacingTight);
    layout->setSpacing(kSpacingTight);
    layout->addWidget(seed);
    layout->addWidget(m_seed);
    layout->addWidget(m_rerollButton);
    layout->addSpacing(kSpacing);
    layout->addWidget(difference);
    layout->addWidget(m_difference);
    layout->addSpacing(kSpacing);
    layout->addWidget(m_fitButton);
    layout->addSpacing(kSpacing);
    layout->addWidget(m_summary, 1);
}

void CompareToolbar::connectSignals()
{
    connect(m_seed, &QSpinBox::valueChanged, this,
            [this](int seed) { Q_EMIT seedEntered(static_cast<quint64>(seed)); });
    connect(m_reroll, &QAction::triggered, this, [this] { m_seed->setValue(m_seed->value() + 1); });
    connect(m_difference, &QComboBox::currentIndexChanged, this,
            [this] { Q_EMIT differenceKindChanged(differenceKind()); });
}

DifferenceKind CompareToolbar::differenceKind() const
{
    return static_cast<DifferenceKind>(m_difference->currentData().toInt());
}

void CompareToolbar::setSeed(quint64 seed)
{
    const QSignalBlocker quiet(m_seed);
    m_seed->setValue(static_cast<int>(std::min<quint64>(seed, std::numeric_limits<int>::max())));
}

void CompareToolbar::setSummary(const QString &text, const QString &explanation)
{
    m_summary->setText(text);
    m_summary->setToolTip(
        text.isEmpty()
            ? QString()
            : QStringLiteral("<p>%1</p><p>%2</p>").arg(text.toHtmlEscaped(), explanation));
    m_summary->setAccessibleDescription(explanation);
}

} // namespace quantloupe

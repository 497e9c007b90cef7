// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/compare_toolbar.h"

#include "widgets/elided_label.h"
#include "widgets/help_page.h"
#include "widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolButton>

#include <algorithm>
#include <limits>
#include <utility>

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
    setHelpPage(this, "compare#ways-to-look");
    m_actions = createCompareActions(this);
    for (QAction *mode : std::as_const(m_actions.modes))
        m_modeButtons.append(makeButton(mode, this));
    m_modeMenu = createModeMenu();
    createSeed();
    m_pinButton = makeButton(m_actions.pin, this);
    m_keepButton = makeButton(m_actions.keep, this);
    m_latentControls = {m_seedLabel, m_seed, m_rerollButton, m_pinButton, m_keepButton};
    m_summary = new SummaryLabel(this);
    m_summary->setObjectName("compareSummary");
    m_summary->setAccessibleName(tr("Mean distance to float"));
    m_summary->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
}

QToolButton *CompareToolbar::createModeMenu()
{
    auto *button = new QToolButton(this);
    button->setObjectName("modeMenu");
    button->setAccessibleName(tr("How pictures are compared"));
    button->setToolTip(tr("How pictures are compared"));
    button->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(button);
    menu->addActions(m_actions.modes);
    button->setMenu(menu);
    for (QAction *mode : std::as_const(m_actions.modes))
        connect(mode, &QAction::toggled, button, [button, mode](bool on) {
            if (on)
                button->setText(mode->iconText());
        });
    button->setText(m_actions.modes.constFirst()->iconText());
    button->hide();
    return button;
}

void CompareToolbar::createSeed()
{
    m_seed = new QSpinBox(this);
    m_seedLabel = new QLabel(tr("Seed"), this);
    m_seedLabel->setObjectName("seedLabel");
    m_seedLabel->setBuddy(m_seed);
    m_seed->setObjectName("seed");
    setHelpPage(m_seed, "compare#latents");
    m_seed->setAccessibleName(tr("Seed of the latents"));
    m_seed->setRange(0, std::numeric_limits<int>::max());
    m_seed->setKeyboardTracking(false);
    m_seed->setToolTip(tr("The latents shown are a function of this number"));
    m_seed->setFixedWidth(m_seed->fontMetrics().horizontalAdvance(QStringLiteral("000000")) +
                          4 * kSpacing);
    m_rerollButton = makeButton(m_actions.reroll, this);
}

void CompareToolbar::createLayout()
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(kSpacing, kSpacingTight, kSpacing, kSpacingTight);
    layout->setSpacing(kSpacingTight);
    for (QWidget *mode : std::as_const(m_modeButtons))
        layout->addWidget(mode);
    layout->addWidget(m_modeMenu);
    addGap(layout);
    layout->addWidget(m_seedLabel);
    layout->addWidget(m_seed);
    layout->addWidget(m_rerollButton);
    layout->addWidget(m_pinButton);
    addGap(layout);
    layout->addWidget(m_keepButton);
    addGap(layout);
    layout->addWidget(m_summary, 1);
}

void CompareToolbar::addGap(QHBoxLayout *row)
{
    m_gaps.append(new QSpacerItem(kSpacing, 0, QSizePolicy::Fixed));
    row->addItem(m_gaps.last());
}

void CompareToolbar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitModes();
}

void CompareToolbar::fitModes()
{
    const int summary = m_summary->fontMetrics().horizontalAdvance(m_summary->text());
    const int needed = widthOf(m_modeButtons) + widthOf(m_latentControls) + summary + 5 * kSpacing;
    const bool compact = needed > width();
    for (QWidget *mode : std::as_const(m_modeButtons))
        mode->setVisible(!compact);
    m_modeMenu->setVisible(compact);
    for (QSpacerItem *gap : std::as_const(m_gaps))
        gap->changeSize(compact ? 0 : kSpacing, 0, QSizePolicy::Fixed);
    layout()->invalidate();
}

int CompareToolbar::widthOf(const QList<QWidget *> &controls) const
{
    int width = 0;
    for (const QWidget *control : controls)
        width += std::min(control->sizeHint().width(), control->maximumWidth()) + kSpacingTight;
    return width;
}

/// That of the compact form: the other one must not take the docks' room before it gives way.
QSize CompareToolbar::minimumSizeHint() const
{
    return {widthOf({m_modeMenu}) + widthOf(m_latentControls) +
                m_summary->minimumSizeHint().width() + 2 * kSpacing,
            QWidget::minimumSizeHint().height()};
}

void CompareToolbar::connectSignals()
{
    connect(m_seed, &QSpinBox::valueChanged, this,
            [this](int seed) { Q_EMIT seedEntered(static_cast<quint64>(seed)); });
    connect(m_actions.reroll, &QAction::triggered, this,
            [this] { m_seed->setValue(m_seed->value() + 1); });
}

void CompareToolbar::setSeed(quint64 seed)
{
    const QSignalBlocker quiet(m_seed);
    m_seed->setValue(static_cast<int>(std::min<quint64>(seed, std::numeric_limits<int>::max())));
}

void CompareToolbar::setSummary(const QStringList &wordings, const QString &explanation)
{
    const QString text = wordings.value(0);
    m_summary->setTexts(wordings);
    fitModes();
    m_summary->setToolTip(
        text.isEmpty()
            ? QString()
            : QStringLiteral("<p>%1</p><p>%2</p>").arg(text.toHtmlEscaped(), explanation));
    m_summary->setAccessibleDescription(explanation);
}

} // namespace quantloupe

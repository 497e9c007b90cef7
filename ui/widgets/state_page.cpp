// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/state_page.h"

#include "widgets/details_section.h"
#include "widgets/theme.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace quantloupe {

namespace {

constexpr int kMostButtons = 2;
constexpr int kProgressSteps = 1000;
constexpr int kColumnWidth = 480;
constexpr double kTitleFactor = 1.4;

/// In lines of text; a lower page has a plain title and narrow margins.
constexpr int kFewestLines = 14;

QFont titleFont(QFont font, double factor)
{
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * factor);
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace

StatePage::StatePage(QWidget *parent) : QWidget(parent)
{
    createWidgets();
    createLayout();
    connectSignals();
    setState({});
}

QLabel *StatePage::createLabel(const QString &name)
{
    auto *label = new QLabel(this);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignHCenter);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

void StatePage::createWidgets()
{
    setObjectName(QStringLiteral("statePage"));
    m_title = createLabel(QStringLiteral("stateTitle"));
    m_title->setFont(titleFont(font(), kTitleFactor));
    m_sentence = createLabel(QStringLiteral("stateSentence"));
    m_progress = new QProgressBar(this);
    m_progress->setObjectName(QStringLiteral("stateProgress"));
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->setTextVisible(false);
    m_cancel = new QPushButton(tr("Cancel"), this);
    m_cancel->setObjectName(QStringLiteral("stateCancel"));
    m_cancel->setAccessibleName(tr("Cancel"));
    for (int number = 1; number <= kMostButtons; ++number) {
        m_buttons.append(new QPushButton(this));
        m_buttons.last()->setObjectName(QStringLiteral("stateAction%1").arg(number));
    }
    m_buttons.first()->setDefault(true);
    m_details = new DetailsSection(this);
}

void StatePage::createLayout()
{
    m_buttonRow = new QWidget(this);
    auto *buttons = new QHBoxLayout(m_buttonRow);
    buttons->setContentsMargins(0, 0, 0, 0);
    buttons->setSpacing(kSpacing);
    for (QPushButton *button : m_buttons)
        buttons->addWidget(button);
    auto *running = new QHBoxLayout;
    running->setSpacing(kSpacing);
    running->addWidget(m_progress, 1);
    running->addWidget(m_cancel);

    auto *content = new QWidget(this);
    content->setMaximumWidth(kColumnWidth);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kSpacing);
    column->addWidget(m_title);
    column->addWidget(m_sentence);
    column->addSpacing(kSpacing);
    column->addLayout(running);
    column->addWidget(m_buttonRow, 0, Qt::AlignHCenter);
    column->addWidget(m_details);

    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(content, 100);
    row->addStretch(1);
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(kSpacingPage, kSpacingWide, kSpacingPage, kSpacingWide);
    page->addStretch(2);
    page->addLayout(row);
    page->addStretch(3);
}

void StatePage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fitHeight();
}

void StatePage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitHeight();
    fitButtons();
}

void StatePage::fitHeight()
{
    const bool isLow = height() < kFewestLines * fontMetrics().height();
    m_title->setFont(titleFont(font(), isLow ? 1 : kTitleFactor));
    const int side = isLow ? kSpacing : kSpacingPage;
    const int top = isLow ? kSpacingTight : kSpacingWide;
    layout()->setContentsMargins(side, top, side, top);
}

void StatePage::fitButtons()
{
    int together = -kSpacing;
    int widest = 0;
    for (const QPushButton *button : std::as_const(m_buttons)) {
        if (button->isHidden())
            continue;
        together += button->minimumWidth() + kSpacing;
        widest = std::max(widest, button->minimumWidth());
    }
    const QMargins margins = layout()->contentsMargins();
    const int room = std::min(kColumnWidth, width() - margins.left() - margins.right());
    m_buttonRow->setVisible(widest > 0);
    m_buttonRow->setMinimumWidth(widest);
    static_cast<QBoxLayout *>(m_buttonRow->layout())
        ->setDirection(together > room ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void StatePage::connectSignals()
{
    connect(m_cancel, &QPushButton::clicked, this, &StatePage::cancelRequested);
}

void StatePage::setState(const PageState &state)
{
    m_title->setText(state.title);
    m_sentence->setText(state.sentence);
    m_sentence->setVisible(!state.sentence.isEmpty());
    m_details->setText(state.details);
    m_progress->setVisible(state.progress.has_value());
    m_cancel->setVisible(state.progress.has_value());
    if (state.progress)
        setProgress(*state.progress);
    setActions(state.actions);
    setAccessibleName(state.title);
    setAccessibleDescription(state.sentence);
}

void StatePage::setProgress(double fraction)
{
    m_progress->setRange(0, fraction < 0 ? 0 : kProgressSteps);
    if (fraction >= 0)
        m_progress->setValue(qRound(fraction * kProgressSteps));
}

QWidget *StatePage::cancelButton() const
{
    return m_cancel;
}

void StatePage::setActions(const QList<QAction *> &actions)
{
    for (int i = 0; i < m_buttons.size(); ++i) {
        QPushButton *button = m_buttons[i];
        disconnect(button, &QPushButton::clicked, nullptr, nullptr);
        button->setVisible(i < actions.size());
        if (i >= actions.size())
            continue;
        QAction *action = actions[i];
        button->setText(action->text());
        button->setMinimumWidth(button->sizeHint().width() + kSpacingWide);
        button->setToolTip(action->toolTip());
        button->setAccessibleName(action->iconText());
        button->setEnabled(action->isEnabled());
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
    }
    fitButtons();
}

} // namespace quantloupe

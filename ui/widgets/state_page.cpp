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
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace quantloupe {

namespace {

constexpr int kMostButtons = 2;
constexpr int kProgressSteps = 1000;
constexpr int kColumnWidth = 480;
constexpr double kTitleFactor = 1.4;

/// A page of fewer lines of text, or a narrower one, has a plain title and narrow margins.
constexpr int kFewestLines = 14;
constexpr int kLeastWidth = kColumnWidth / 2 + 2 * kSpacingPage;

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
    m_scroll = new QScrollArea(this);
    m_scroll->setObjectName(QStringLiteral("stateScroll"));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // Page keys reach it from the buttons.
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_page = new QWidget(this);
    m_title = createLabel(QStringLiteral("stateTitle"));
    m_title->setFont(titleFont(font(), 1));
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
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(createColumn(), 100);
    row->addStretch(1);
    auto *page = new QVBoxLayout(m_page);
    // What a page that was never shown asks for is what it needs at least.
    page->setContentsMargins(kSpacing, kSpacingTight, kSpacing, kSpacingTight);
    page->addStretch(2);
    page->addLayout(row);
    page->addStretch(3);

    m_scroll->setWidgetResizable(true);
    m_scroll->setWidget(m_page);
    // The ground is that of what the page lies on.
    m_page->setAutoFillBackground(false);
    m_scroll->viewport()->setAutoFillBackground(false);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_scroll);
}

QWidget *StatePage::createColumn()
{
    m_buttonRow = new QWidget(m_page);
    auto *buttons = new QHBoxLayout(m_buttonRow);
    buttons->setContentsMargins(0, 0, 0, 0);
    buttons->setSpacing(kSpacing);
    for (QPushButton *button : m_buttons)
        buttons->addWidget(button);
    auto *running = new QHBoxLayout;
    running->setSpacing(kSpacing);
    running->addWidget(m_progress, 1);
    running->addWidget(m_cancel);

    auto *content = new QWidget(m_page);
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
    return content;
}

/// As without the scroll area, which would let panels become too low for any words.
QSize StatePage::minimumSizeHint() const
{
    return m_page->minimumSizeHint();
}

/// The scroll area keeps from the outside that its content needs another size.
bool StatePage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_page && event->type() == QEvent::LayoutRequest)
        updateGeometry();
    return QWidget::eventFilter(watched, event);
}

void StatePage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fitSize();
}

void StatePage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitSize();
    fitButtons();
}

void StatePage::fitSize()
{
    const bool isSmall = height() < kFewestLines * fontMetrics().height() || width() < kLeastWidth;
    m_title->setFont(titleFont(font(), isSmall ? 1 : kTitleFactor));
    const int side = isSmall ? kSpacing : kSpacingPage;
    const int top = isSmall ? kSpacingTight : kSpacingWide;
    m_page->layout()->setContentsMargins(side, top, side, top);
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
    const QMargins margins = m_page->layout()->contentsMargins();
    const int bar = m_scroll->verticalScrollBar()->sizeHint().width();
    const int room = std::min(kColumnWidth, width() - bar - margins.left() - margins.right());
    m_buttonRow->setVisible(widest > 0);
    m_buttonRow->setMinimumWidth(widest);
    static_cast<QBoxLayout *>(m_buttonRow->layout())
        ->setDirection(together > room ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void StatePage::connectSignals()
{
    connect(m_cancel, &QPushButton::clicked, this, &StatePage::cancelRequested);
    m_page->installEventFilter(this);
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

void StatePage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    offerActions();
}

void StatePage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    withdrawActions();
}

void StatePage::offerActions()
{
    for (const QPointer<QAction> &action : std::as_const(m_actions))
        if (action)
            addAction(action);
}

void StatePage::withdrawActions()
{
    for (const QPointer<QAction> &action : std::as_const(m_actions))
        if (action)
            removeAction(action);
}

void StatePage::setActions(const QList<QAction *> &actions)
{
    withdrawActions();
    m_actions = {actions.begin(), actions.end()};
    if (isVisible())
        offerActions();
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/message_banner.h"

#include "widgets/details_section.h"
#include "widgets/theme.h"

#include <QAction>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace quantloupe {

namespace {

QStyle::StandardPixmap iconOf(MessageKind kind)
{
    switch (kind) {
    case MessageKind::Info:
        return QStyle::SP_MessageBoxInformation;
    case MessageKind::Warning:
        return QStyle::SP_MessageBoxWarning;
    case MessageKind::Error:
        break;
    }
    return QStyle::SP_MessageBoxCritical;
}

QColor groundOf(MessageKind kind, const ThemeColors &colors)
{
    switch (kind) {
    case MessageKind::Info:
        return colors.infoGround;
    case MessageKind::Warning:
        return colors.warningGround;
    case MessageKind::Error:
        break;
    }
    return colors.errorGround;
}

/// A text beside the button has at least the room for these.
constexpr int kFewestTextCharacters = 30;

QString wordOf(MessageKind kind)
{
    switch (kind) {
    case MessageKind::Info:
        return MessageBanner::tr("Note");
    case MessageKind::Warning:
        return MessageBanner::tr("Warning");
    case MessageKind::Error:
        break;
    }
    return MessageBanner::tr("Error");
}

} // namespace

MessageBanner::MessageBanner(QWidget *parent) : QFrame(parent)
{
    createWidgets();
    createLayout();
    connectSignals();
    hide();
}

void MessageBanner::createWidgets()
{
    setObjectName(QStringLiteral("messageBanner"));
    m_icon = new QLabel(this);
    m_text = new QLabel(this);
    m_text->setObjectName(QStringLiteral("messageText"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_button = new QPushButton(this);
    m_button->setObjectName(QStringLiteral("messageAction"));
    m_other = new QPushButton(this);
    m_other->setObjectName(QStringLiteral("messageAlternative"));
    m_close = new QToolButton(this);
    m_close->setObjectName(QStringLiteral("messageClose"));
    m_close->setAccessibleName(tr("Dismiss"));
    m_close->setToolTip(tr("Dismiss (Esc)"));
    m_close->setText(QStringLiteral("\u00d7"));
    m_close->setAutoRaise(true);
    // One line of text stands level with the buttons, several start there.
    m_text->setMinimumHeight(m_button->sizeHint().height());
    m_icon->setFixedHeight(m_button->sizeHint().height());
    m_close->setFixedHeight(m_button->sizeHint().height());
    m_details = new DetailsSection(this);
}

void MessageBanner::createLayout()
{
    m_grid = new QGridLayout;
    m_grid->setSpacing(kSpacing);
    m_grid->setColumnStretch(1, 1);
    m_grid->addWidget(m_icon, 0, 0, Qt::AlignTop);
    m_grid->addWidget(m_text, 0, 1);
    m_buttons = new QHBoxLayout;
    m_buttons->setSpacing(kSpacing);
    m_buttons->addWidget(m_button);
    m_buttons->addWidget(m_other);
    m_grid->addLayout(m_buttons, 0, 2, Qt::AlignTop);
    m_grid->addWidget(m_close, 0, 3, Qt::AlignTop);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kSpacing, kSpacing, kSpacing, kSpacing);
    column->setSpacing(kSpacingTight);
    column->addLayout(m_grid);
    column->addWidget(m_details);
}

void MessageBanner::connectSignals()
{
    connect(m_close, &QToolButton::clicked, this, &MessageBanner::dismiss);
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (m_action)
            m_action->trigger();
    });
    connect(m_other, &QPushButton::clicked, this, [this] {
        if (m_alternative)
            m_alternative->trigger();
    });
}

void MessageBanner::showMessage(MessageKind kind, const QString &text, const QString &details,
                                QAction *action)
{
    m_kind = kind;
    const int side = style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, this);
    m_icon->setPixmap(style()->standardIcon(iconOf(kind)).pixmap(side));
    m_icon->setAccessibleName(wordOf(kind));
    m_text->setText(text);
    m_details->setText(details);
    setAction(m_action, m_button, action);
    setAction(m_alternative, m_other, nullptr);
    placeButtons();
    setAccessibleName(wordOf(kind));
    setAccessibleDescription(text);
    update();
    show();
}

void MessageBanner::offerAlso(QAction *action)
{
    setAction(m_alternative, m_other, action);
    placeButtons();
}

void MessageBanner::setAction(QPointer<QAction> &place, QPushButton *button, QAction *action)
{
    if (place)
        removeAction(place);
    place = action;
    button->setVisible(action != nullptr);
    if (!action)
        return;
    addAction(action);
    button->setText(action->text());
    button->setToolTip(action->toolTip());
    button->setAccessibleName(action->iconText());
}

void MessageBanner::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    placeButtons();
}

int MessageBanner::chromeWidth() const
{
    return m_icon->sizeHint().width() + m_close->sizeHint().width() + 4 * kSpacing;
}

void MessageBanner::placeButtons()
{
    const bool isStacked = width() - chromeWidth() < buttonsWidth();
    m_buttons->setDirection(isStacked ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    const int others = chromeWidth() + buttonsWidth();
    const bool isBelow =
        width() - others < kFewestTextCharacters * fontMetrics().averageCharWidth();
    const bool wasBelow = m_grid->itemAtPosition(1, 1) != nullptr;
    if (isBelow == wasBelow)
        return;
    m_grid->removeItem(m_buttons);
    if (isBelow)
        m_grid->addLayout(m_buttons, 1, 1, Qt::AlignLeft);
    else
        m_grid->addLayout(m_buttons, 0, 2, Qt::AlignTop);
}

/// As with the buttons one above the other, so that a message never widens what it stands in.
QSize MessageBanner::minimumSizeHint() const
{
    int widest = 0;
    for (const QPushButton *button : {m_button, m_other})
        if (!button->isHidden())
            widest = std::max(widest, button->sizeHint().width());
    return {chromeWidth() + widest, QFrame::minimumSizeHint().height()};
}

int MessageBanner::buttonsWidth() const
{
    int width = 0;
    for (const QPushButton *button : {m_button, m_other})
        if (!button->isHidden())
            width += button->sizeHint().width() + kSpacing;
    return width;
}

void MessageBanner::dismiss()
{
    if (isHidden())
        return;
    hide();
    setAction(m_action, m_button, nullptr);
    setAction(m_alternative, m_other, nullptr);
    Q_EMIT dismissed();
}

void MessageBanner::withdraw(const QAction *action)
{
    if (m_action == action)
        dismiss();
}

void MessageBanner::withdraw(const QString &text)
{
    if (m_text->text() == text)
        dismiss();
}

void MessageBanner::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        dismiss();
    else
        QFrame::keyPressEvent(event);
}

void MessageBanner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const ThemeColors &colors = themeColors(palette());
    painter.fillRect(rect(), groundOf(m_kind, colors));
    painter.fillRect(QRect(0, height() - 1, width(), 1), colors.divider);
}

} // namespace quantloupe

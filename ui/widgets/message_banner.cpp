// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/message_banner.h"

#include "widgets/details_section.h"
#include "widgets/theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

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
    auto *row = new QHBoxLayout;
    row->setSpacing(kSpacing);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addWidget(m_text, 1);
    row->addWidget(m_button, 0, Qt::AlignTop);
    row->addWidget(m_close, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kSpacing, kSpacing, kSpacing, kSpacing);
    column->setSpacing(kSpacingTight);
    column->addLayout(row);
    column->addWidget(m_details);
}

void MessageBanner::connectSignals()
{
    connect(m_close, &QToolButton::clicked, this, &MessageBanner::dismiss);
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (m_action)
            m_action->trigger();
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
    setAction(action);
    setAccessibleName(wordOf(kind));
    setAccessibleDescription(text);
    update();
    show();
}

void MessageBanner::setAction(QAction *action)
{
    m_action = action;
    m_button->setVisible(action != nullptr);
    if (!action)
        return;
    m_button->setText(action->text());
    m_button->setToolTip(action->toolTip());
    m_button->setAccessibleName(action->iconText());
}

void MessageBanner::dismiss()
{
    if (isHidden())
        return;
    hide();
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

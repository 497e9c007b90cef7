// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/details_section.h"

#include "widgets/theme.h"

#include <QFontDatabase>
#include <QPlainTextEdit>
#include <QToolButton>
#include <QVBoxLayout>

namespace quantloupe {

namespace {

constexpr int kVisibleLines = 8;

} // namespace

DetailsSection::DetailsSection(QWidget *parent) : QWidget(parent)
{
    createWidgets();
    createLayout();
    connectSignals();
    setText({});
}

void DetailsSection::createWidgets()
{
    setObjectName(QStringLiteral("details"));
    m_toggle = new QToolButton(this);
    m_toggle->setObjectName(QStringLiteral("detailsToggle"));
    m_toggle->setText(tr("Details"));
    m_toggle->setAccessibleName(tr("Details"));
    m_toggle->setAutoRaise(true);
    m_toggle->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_text = new QPlainTextEdit(this);
    m_text->setObjectName(QStringLiteral("detailsText"));
    m_text->setAccessibleName(tr("Details of the message"));
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setFixedHeight(m_text->fontMetrics().lineSpacing() * kVisibleLines + kSpacing);
}

void DetailsSection::createLayout()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kSpacingTight);
    column->addWidget(m_toggle, 0, Qt::AlignLeft);
    column->addWidget(m_text);
}

void DetailsSection::connectSignals()
{
    connect(m_toggle, &QToolButton::clicked, this, [this] { setOpen(!m_open); });
}

void DetailsSection::setText(const QString &text)
{
    m_text->setPlainText(text);
    setOpen(false);
    setVisible(!text.isEmpty());
}

void DetailsSection::setOpen(bool open)
{
    m_open = open;
    m_toggle->setAccessibleDescription(open ? tr("Shown") : tr("Hidden"));
    m_toggle->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
    m_text->setVisible(open);
}

} // namespace quantloupe

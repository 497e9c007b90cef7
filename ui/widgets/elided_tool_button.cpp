// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/elided_tool_button.h"

#include <QStyleOptionToolButton>
#include <QStylePainter>

#include <algorithm>

namespace quantloupe {

namespace {

constexpr int kFewestCharacters = 4;

} // namespace

ElidedToolButton::ElidedToolButton(QWidget *parent) : QToolButton(parent)
{
    setToolButtonStyle(Qt::ToolButtonTextOnly);
}

QSize ElidedToolButton::minimumSizeHint() const
{
    const QSize whole = sizeHint();
    const int text = fontMetrics().horizontalAdvance(QToolButton::text());
    const int fewest = fontMetrics().averageCharWidth() * kFewestCharacters;
    return {whole.width() - std::max(0, text - fewest), whole.height()};
}

void ElidedToolButton::paintEvent(QPaintEvent *)
{
    QStyleOptionToolButton option;
    initStyleOption(&option);
    const int chrome = sizeHint().width() - fontMetrics().horizontalAdvance(text());
    option.text = fontMetrics().elidedText(text(), Qt::ElideRight, width() - chrome);
    QStylePainter(this).drawComplexControl(QStyle::CC_ToolButton, option);
}

} // namespace quantloupe

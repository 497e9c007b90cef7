// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/size_bar.h"

#include "quant/size_report.h"
#include "widgets/amount_text.h"
#include "widgets/bits_colors.h"
#include "widgets/theme.h"

#include <QEvent>
#include <QFontMetrics>
#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace quantloupe {

namespace {

constexpr int kBarHeight = 8;
constexpr int kNarrowest = 72;

QString decimal(double value)
{
    return QLocale().toString(value, 'f', 1);
}

} // namespace

SizeBar::SizeBar(QWidget *parent) : QWidget(parent)
{
    createWidgets();
}

void SizeBar::createWidgets()
{
    setObjectName(QStringLiteral("sizeBar"));
    setAccessibleName(tr("Model size"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setSize({});
}

void SizeBar::setSize(const SizeReport &size)
{
    m_hasModel = size.floatBytes > 0;
    m_share = m_hasModel ? std::clamp(double(size.bytes) / double(size.floatBytes), 0.0, 1.0) : 0;
    m_averageBits = size.averageBits;
    m_texts = {tr("No model")};
    setToolTip({});
    if (m_hasModel)
        setNumbers(size);
    setAccessibleDescription(m_texts.first());
    updateGeometry();
    update();
}

void SizeBar::setNumbers(const SizeReport &size)
{
    const QString bytes = bytesText(size.bytes);
    const QString ofFloat = tr("%1 of %2").arg(bytes, bytesText(size.floatBytes));
    const QString ratio = tr("%1, %2x").arg(ofFloat, decimal(size.ratio));
    const QString bits = tr("%1, %2 bits average").arg(ratio, decimal(size.averageBits));
    m_texts = {tr("%1, %2").arg(bits, bopsText(size.bops)), bits, ratio, ofFloat, bytes};
    setToolTip(tr("%1 now, %2 as float32 (%3 times smaller), %4 in the file\n"
                  "%5 bits average asked for, %6 bits with scales and zero points\n"
                  "%7 for a picture")
                   .arg(bytes, bytesText(size.floatBytes), decimal(size.ratio),
                        bytesText(size.storedBytes), decimal(size.averageBits),
                        decimal(size.effectiveBits), bopsText(size.bops)));
}

QFont SizeBar::textFont() const
{
    return numericFont(smallFont(font()));
}

QString SizeBar::textFor(int width) const
{
    const QFontMetrics metrics(textFont());
    for (const QString &text : m_texts)
        if (metrics.horizontalAdvance(text) <= width)
            return text;
    return metrics.elidedText(m_texts.last(), Qt::ElideRight, width);
}

QRect SizeBar::barRect() const
{
    const int text = QFontMetrics(textFont()).height();
    const int top = (height() - text - kBarHeight) / 2 + text;
    return {kSpacingTight, top, width() - 2 * kSpacingTight, kBarHeight};
}

QSize SizeBar::sizeHint() const
{
    const QFontMetrics metrics(textFont());
    return {std::max(kNarrowest, metrics.horizontalAdvance(m_texts.first())) + 3 * kSpacing,
            metrics.height() + kBarHeight + kSpacing};
}

QSize SizeBar::minimumSizeHint() const
{
    return {kNarrowest, sizeHint().height()};
}

void SizeBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateGeometry();
}

void SizeBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const ThemeColors &colors = themeColors(palette());
    const QRect outline = barRect();
    painter.setFont(textFont());
    painter.setPen(palette().color(m_hasModel ? QPalette::WindowText : QPalette::PlaceholderText));
    painter.drawText(QRect(outline.left(), 0, outline.width(), outline.top() - 1),
                     Qt::AlignLeft | Qt::AlignBottom, textFor(outline.width()));
    painter.fillRect(outline, colors.track);
    const int filled = qRound(outline.width() * m_share);
    painter.fillRect(QRect(outline.topLeft(), QSize(filled, outline.height())),
                     bitsColor(m_averageBits));
    painter.setPen(colors.secondaryText);
    painter.drawRect(outline.adjusted(0, 0, -1, -1));
}

} // namespace quantloupe

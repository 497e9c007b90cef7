// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme_style.h"

#include "widgets/theme.h"

#include <QAbstractItemView>
#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>

namespace quantloupe {

namespace {

/// Darkened by Fusion's 140 % this gives an outline of 3:1 against the dark field.
constexpr QRgb kOutlineSource = 0xa0a8b4;

bool isDark(const QStyleOption *option)
{
    return option && themeOf(option->palette) == ThemeKind::Dark;
}

void drawRing(QPainter *painter, const QStyleOption *option, QRect rect)
{
    painter->save();
    painter->setBrush(Qt::NoBrush);
    painter->setPen(themeColors(option->palette).accent);
    painter->drawRect(rect.adjusted(0, 0, -1, -1));
    painter->restore();
}

/// While it lives, the option's window colour is the one outlines are made of.
class OutlinePalette
{
public:
    explicit OutlinePalette(const QStyleOption *option)
        : m_option(const_cast<QStyleOption *>(option)), m_palette(option->palette)
    {
        m_option->palette.setColor(QPalette::Window, QColor(kOutlineSource));
    }
    ~OutlinePalette() { m_option->palette = m_palette; }
    OutlinePalette(const OutlinePalette &) = delete;
    OutlinePalette &operator=(const OutlinePalette &) = delete;

private:
    QStyleOption *m_option;
    QPalette m_palette;
};

} // namespace

ThemeStyle::ThemeStyle() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) {}

void ThemeStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                             const QWidget *widget) const
{
    if (element == CE_ComboBoxLabel) {
        QStyleOptionComboBox combo = *qstyleoption_cast<const QStyleOptionComboBox *>(option);
        const QRect field = subControlRect(CC_ComboBox, &combo, SC_ComboBoxEditField, widget);
        combo.currentText =
            combo.fontMetrics.elidedText(combo.currentText, Qt::ElideRight, field.width());
        QProxyStyle::drawControl(element, &combo, painter, widget);
        return;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
    const bool isFocused = option->state & State_HasFocus;
    if (element == CE_ShapedFrame && isFocused && qobject_cast<const QAbstractItemView *>(widget))
        drawRing(painter, option, option->rect);
    // Fusion outlines the default button as if it had the focus.
    if (element == CE_PushButton && isFocused && (option->state & State_KeyboardFocusChange))
        drawRing(painter, option, option->rect.adjusted(2, 2, -2, -2));
}

void ThemeStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option,
                               QPainter *painter, const QWidget *widget) const
{
    const bool outlined = element == PE_FrameLineEdit || element == PE_PanelLineEdit ||
                          element == PE_IndicatorCheckBox || element == PE_IndicatorRadioButton;
    if (!outlined || !isDark(option)) {
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        return;
    }
    const OutlinePalette outline(option);
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void ThemeStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                    QPainter *painter, const QWidget *widget) const
{
    const bool outlined = control == CC_SpinBox || control == CC_ComboBox;
    if (!outlined || !isDark(option)) {
        QProxyStyle::drawComplexControl(control, option, painter, widget);
        return;
    }
    const OutlinePalette outline(option);
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

} // namespace quantloupe

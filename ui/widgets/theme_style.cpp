// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme_style.h"

#include "widgets/theme.h"

#include <QAbstractItemView>
#include <QHeaderView>
#include <QPainter>
#include <QPlainTextEdit>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTextEdit>
#include <QToolButton>
#include <QTreeView>

namespace quantloupe {

namespace {

/// Darkened by Fusion's 140 % this gives an outline of 3:1 against the dark field.
constexpr QRgb kOutlineSource = 0xa0a8b4;

/// Of the arrow of a button that opens a menu.
constexpr int kArrowSide = 8;

/// Lists, and texts that are read only: nothing in them tells that they have the focus.
bool showsNoCursor(const QWidget *widget)
{
    const auto *plain = qobject_cast<const QPlainTextEdit *>(widget);
    const auto *rich = qobject_cast<const QTextEdit *>(widget);
    return qobject_cast<const QAbstractItemView *>(widget) || (plain && plain->isReadOnly()) ||
           (rich && rich->isReadOnly());
}

bool opensMenu(const QWidget *widget)
{
    const auto *button = qobject_cast<const QToolButton *>(widget);
    return button && button->menu() && !button->text().isEmpty() &&
           button->popupMode() == QToolButton::InstantPopup;
}

/// A column of texts in a table; numbers before it end where it starts.
bool needsGap(const QStyleOptionHeader &header, const QWidget *widget)
{
    return widget && qobject_cast<const QTreeView *>(widget->parentWidget()) &&
           header.position != QStyleOptionHeader::Beginning &&
           (header.textAlignment & Qt::AlignLeft);
}

bool needsGap(const QStyleOptionViewItem &cell, const QWidget *widget)
{
    return qobject_cast<const QTreeView *>(widget) &&
           cell.viewItemPosition != QStyleOptionViewItem::Beginning &&
           (cell.displayAlignment & Qt::AlignLeft);
}

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
    const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
    if (element == CE_HeaderLabel && header && needsGap(*header, widget)) {
        QStyleOptionHeader shifted = *header;
        shifted.rect.adjust(kSpacing, 0, 0, 0);
        QProxyStyle::drawControl(element, &shifted, painter, widget);
        return;
    }
    if (element == CE_ToolButtonLabel && opensMenu(widget)) {
        drawMenuLabel(option, painter, widget);
        return;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
    const bool isFocused = option->state & State_HasFocus;
    if (element == CE_ShapedFrame && isFocused && showsNoCursor(widget))
        drawRing(painter, option, option->rect);
    // Fusion outlines the default button as if it had the focus.
    if (element == CE_PushButton && isFocused && (option->state & State_KeyboardFocusChange))
        drawRing(painter, option, option->rect.adjusted(2, 2, -2, -2));
}

/// The arrow stands beside the text; Fusion's is tiny and in the corner.
void ThemeStyle::drawMenuLabel(const QStyleOption *option, QPainter *painter,
                               const QWidget *widget) const
{
    auto label = *qstyleoption_cast<const QStyleOptionToolButton *>(option);
    label.rect.adjust(0, 0, -kArrowSide - kSpacingTight, 0);
    QProxyStyle::drawControl(CE_ToolButtonLabel, &label, painter, widget);
    QStyleOption arrow = *option;
    arrow.rect = {label.rect.right() - kSpacingTight / 2,
                  option->rect.center().y() - kArrowSide / 2 + 1, kArrowSide, kArrowSide};
    drawPrimitive(PE_IndicatorArrowDown, &arrow, painter, widget);
}

QRect ThemeStyle::subElementRect(SubElement element, const QStyleOption *option,
                                 const QWidget *widget) const
{
    QRect rect = QProxyStyle::subElementRect(element, option, widget);
    const auto *cell = qstyleoption_cast<const QStyleOptionViewItem *>(option);
    if (element == SE_ItemViewItemText && cell && needsGap(*cell, widget))
        rect.adjust(kSpacing, 0, 0, 0);
    return rect;
}

QSize ThemeStyle::sizeFromContents(ContentsType type, const QStyleOption *option,
                                   const QSize &contents, const QWidget *widget) const
{
    QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
    if (type == CT_ToolButton && opensMenu(widget))
        size.rwidth() += kArrowSide + kSpacingTight;
    return size;
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
    if (control == CC_ToolButton && opensMenu(widget)) {
        auto button = *qstyleoption_cast<const QStyleOptionToolButton *>(option);
        button.features &= ~QStyleOptionToolButton::HasMenu;
        QProxyStyle::drawComplexControl(control, &button, painter, widget);
        return;
    }
    const bool outlined = control == CC_SpinBox || control == CC_ComboBox;
    if (!outlined || !isDark(option)) {
        QProxyStyle::drawComplexControl(control, option, painter, widget);
        return;
    }
    const OutlinePalette outline(option);
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

} // namespace quantloupe

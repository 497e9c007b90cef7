// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace quantloupe {

/// Fusion with outlines that show on dark grounds: Fusion derives the outline of fields and check
/// boxes by darkening the window colour, which leaves nothing to see where that is dark already.
/// Tables, lists and buttons show their focus, long texts of closed lists end in an ellipsis, and
/// a button that opens a menu says so by an arrow beside its text. Columns of texts keep a gap to
/// what is before them.
class ThemeStyle : public QProxyStyle
{
public:
    ThemeStyle();

    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                            QPainter *painter, const QWidget *widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption *option,
                         const QWidget *widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
                           const QWidget *widget) const override;

private:
    void drawMenuLabel(const QStyleOption *option, QPainter *painter, const QWidget *widget) const;
};

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme.h"

#include "widgets/theme_style.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontMetricsF>
#include <QToolTip>
#include <QVariant>

#include <algorithm>
#include <cmath>

namespace quantloupe {

namespace {

constexpr auto kSystemThemeProperty = "quantloupe.systemTheme";

double linearized(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

bool hasTabularDigits(const QFontMetricsF &metrics)
{
    const QString digits = QStringLiteral("0123456789");
    return std::all_of(digits.begin(), digits.end(), [&](QChar digit) {
        return qFuzzyCompare(metrics.horizontalAdvance(digit), metrics.horizontalAdvance(u'0'));
    });
}

} // namespace

ThemeKind themeOf(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightnessF() < 0.5 ? ThemeKind::Dark : ThemeKind::Light;
}

const ThemeColors &themeColors(const QPalette &palette)
{
    return themeColors(themeOf(palette));
}

ThemeKind systemTheme()
{
    const QVariant remembered = qApp->property(kSystemThemeProperty);
    if (remembered.isValid())
        return ThemeKind(remembered.toInt());
    return themeOf(QGuiApplication::palette());
}

void applyTheme(QApplication &application, ThemeKind kind)
{
    if (!application.property(kSystemThemeProperty).isValid())
        application.setProperty(kSystemThemeProperty, int(systemTheme()));
    application.setStyle(new ThemeStyle);
    application.setPalette(themePalette(kind));
    QToolTip::setPalette(themePalette(kind));
}

QFont numericFont(const QFont &base)
{
    if (hasTabularDigits(QFontMetricsF(base)))
        return base;
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    if (base.pointSizeF() > 0)
        fixed.setPointSizeF(base.pointSizeF());
    else
        fixed.setPixelSize(base.pixelSize());
    fixed.setWeight(base.weight());
    return fixed;
}

QFont smallFont(const QFont &base)
{
    QFont font = base;
    if (base.pointSizeF() > 0)
        font.setPointSizeF(base.pointSizeF() * kSmallTextFactor);
    else
        font.setPixelSize(std::max(1, qRound(base.pixelSize() * kSmallTextFactor)));
    return font;
}

double relativeLuminance(const QColor &color)
{
    return 0.2126 * linearized(color.redF()) + 0.7152 * linearized(color.greenF()) +
           0.0722 * linearized(color.blueF());
}

double contrastRatio(const QColor &a, const QColor &b)
{
    const auto [darker, lighter] = std::minmax({relativeLuminance(a), relativeLuminance(b)});
    return (lighter + 0.05) / (darker + 0.05);
}

} // namespace quantloupe

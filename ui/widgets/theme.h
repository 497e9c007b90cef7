// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QPalette>

class QApplication;

namespace quantloupe {

enum class ThemeKind { Light, Dark };

/// Colours beyond the palette's roles. Texts keep a contrast of 4.5:1 to the ground named.
struct ThemeColors
{
    /// Ground of pictures; no hue, so that it does not tint them.
    QColor canvas;
    /// Captions on window, base and canvas.
    QColor secondaryText;
    /// Focus rings and the current latent, on every ground.
    QColor accent;
    QColor divider;
    /// The empty part of a bar and the place of a picture that has not arrived.
    QColor track;
    /// Filled part of bars that carry no bits.
    QColor bar;
    /// Grounds of banners, for the palette's Text.
    QColor infoGround;
    QColor warningGround;
    QColor errorGround;
};

/// The sizes of layouts, in device-independent pixels.
inline constexpr int kSpacingTight = 4;
inline constexpr int kSpacing = 8;
inline constexpr int kSpacingWide = 16;
inline constexpr int kSpacingPage = 32;
/// Captions and metrics beside pictures, relative to the normal font.
inline constexpr double kSmallTextFactor = 0.85;

QPalette themePalette(ThemeKind kind);
const ThemeColors &themeColors(ThemeKind kind);
/// The theme a palette belongs to, by the lightness of its window.
ThemeKind themeOf(const QPalette &palette);
/// The colours that go with a widget's palette.
const ThemeColors &themeColors(const QPalette &palette);

/// The desktop's own choice, also after applyTheme() replaced the palette.
ThemeKind systemTheme();
/// Fusion with the theme's palette.
void applyTheme(QApplication &application, ThemeKind kind);

/// `base` where its digits are equally wide, else the system's fixed font in the same size.
QFont numericFont(const QFont &base);
QFont smallFont(const QFont &base);

/// Contrast ratio of WCAG 2.1, 1..21.
double contrastRatio(const QColor &a, const QColor &b);
/// Relative luminance of WCAG 2.1, 0..1.
double relativeLuminance(const QColor &color);

} // namespace quantloupe

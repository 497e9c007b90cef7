// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme.h"

#include <initializer_list>
#include <utility>

namespace quantloupe {

namespace {

using RoleColors = std::initializer_list<std::pair<QPalette::ColorRole, QRgb>>;

QPalette paletteOf(RoleColors roles, QRgb disabledText, QRgb disabledHighlight)
{
    QPalette palette;
    for (const auto &[role, color] : roles)
        palette.setColor(role, QColor(color));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText,
                            QPalette::HighlightedText, QPalette::PlaceholderText})
        palette.setColor(QPalette::Disabled, role, QColor(disabledText));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, QColor(disabledHighlight));
    return palette;
}

QPalette lightPalette()
{
    return paletteOf({{QPalette::Window, 0xf1f2f4},
                      {QPalette::WindowText, 0x1c2127},
                      {QPalette::Base, 0xffffff},
                      {QPalette::AlternateBase, 0xf6f7f9},
                      {QPalette::Text, 0x1c2127},
                      {QPalette::PlaceholderText, 0x626b76},
                      {QPalette::Button, 0xf6f7f8},
                      {QPalette::ButtonText, 0x1c2127},
                      {QPalette::BrightText, 0xb3261e},
                      {QPalette::Highlight, 0x2364b8},
                      {QPalette::HighlightedText, 0xffffff},
                      {QPalette::Link, 0x1d5bb0},
                      {QPalette::LinkVisited, 0x6d3fa0},
                      {QPalette::ToolTipBase, 0x2a2f36},
                      {QPalette::ToolTipText, 0xf1f2f4},
                      {QPalette::Light, 0xffffff},
                      {QPalette::Midlight, 0xe6e8eb},
                      {QPalette::Mid, 0xc3c8ce},
                      {QPalette::Dark, 0x9aa1aa},
                      {QPalette::Shadow, 0x5c636c}},
                     0x8b939d, 0xc9ced5);
}

QPalette darkPalette()
{
    return paletteOf({{QPalette::Window, 0x24272c},
                      {QPalette::WindowText, 0xe3e6ea},
                      {QPalette::Base, 0x1b1d21},
                      {QPalette::AlternateBase, 0x202327},
                      {QPalette::Text, 0xe3e6ea},
                      {QPalette::PlaceholderText, 0x9aa2ad},
                      {QPalette::Button, 0x32363d},
                      {QPalette::ButtonText, 0xe3e6ea},
                      {QPalette::BrightText, 0xff8a80},
                      {QPalette::Highlight, 0x2c66b4},
                      {QPalette::HighlightedText, 0xffffff},
                      {QPalette::Link, 0x84b6ff},
                      {QPalette::LinkVisited, 0xc3a1f0},
                      {QPalette::ToolTipBase, 0x3a3f47},
                      {QPalette::ToolTipText, 0xf1f2f4},
                      {QPalette::Light, 0x4a5059},
                      {QPalette::Midlight, 0x3b4047},
                      {QPalette::Mid, 0x17191c},
                      {QPalette::Dark, 0x131518},
                      {QPalette::Shadow, 0x08090a}},
                     0x6f7782, 0x3d434b);
}

} // namespace

QPalette themePalette(ThemeKind kind)
{
    return kind == ThemeKind::Light ? lightPalette() : darkPalette();
}

const ThemeColors &themeColors(ThemeKind kind)
{
    static const ThemeColors light{.canvas = 0xe9e9e9,
                                   .secondaryText = 0x59616b,
                                   .accent = 0x1f6fd6,
                                   .divider = 0xd3d7dc,
                                   .track = 0xdcdcdc,
                                   .bar = 0x6c7a8c,
                                   .infoGround = 0xdfeafb,
                                   .warningGround = 0xfdf0cf,
                                   .errorGround = 0xfbe0de};
    static const ThemeColors dark{.canvas = 0x161616,
                                  .secondaryText = 0xa3abb6,
                                  .accent = 0x69a7ff,
                                  .divider = 0x3b4047,
                                  .track = 0x2b2b2b,
                                  .bar = 0x8896a8,
                                  .infoGround = 0x1f3350,
                                  .warningGround = 0x46380f,
                                  .errorGround = 0x4f2422};
    return kind == ThemeKind::Light ? light : dark;
}

} // namespace quantloupe

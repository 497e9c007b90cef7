// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <functional>

namespace quantloupe {

/// One line of the command palette.
struct PaletteEntry
{
    /// Stable between starts; names the entry in the list of recent ones.
    QString id;
    QString text;
    /// The key as it is written in menus; empty for none.
    QString key;
    /// "on" or "off" for what can be switched.
    QString state;
    /// Why it cannot be chosen now; empty if it can.
    QString unavailable;
    std::function<void()> run;
};

/// Entries beyond the window's actions, asked for each time the palette opens.
using PaletteSource = std::function<QList<PaletteEntry>()>;

} // namespace quantloupe

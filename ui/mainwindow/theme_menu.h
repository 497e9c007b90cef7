// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme.h"

#include <QMenu>

namespace quantloupe {

/// System, light or dark: applied at once to everything, and kept in the settings.
class ThemeMenu : public QMenu
{
    Q_OBJECT

public:
    explicit ThemeMenu(QWidget *parent = nullptr);

private:
    void addChoice(const char *objectName, const QString &text, const QString &setting);
};

/// The theme of the settings; the system's where nothing was chosen.
ThemeKind chosenTheme();

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/theme_menu.h"

#include <QActionGroup>
#include <QApplication>
#include <QSettings>

namespace quantloupe {

namespace {

const char *const kKey = "appearance/theme";
const char *const kSystem = "system";
const char *const kLight = "light";
const char *const kDark = "dark";

QString chosenSetting()
{
    const QString setting = QSettings().value(kKey).toString();
    return setting == QLatin1String(kLight) || setting == QLatin1String(kDark)
               ? setting
               : QString::fromLatin1(kSystem);
}

} // namespace

ThemeKind chosenTheme()
{
    const QString setting = chosenSetting();
    if (setting == QLatin1String(kSystem))
        return systemTheme();
    return setting == QLatin1String(kDark) ? ThemeKind::Dark : ThemeKind::Light;
}

ThemeMenu::ThemeMenu(QWidget *parent) : QMenu(parent)
{
    setObjectName("themeMenu");
    setTitle(tr("&Theme"));
    auto *group = new QActionGroup(this);
    addChoice("themeSystem", tr("Like the &system"), QString::fromLatin1(kSystem));
    addChoice("themeLight", tr("&Light"), QString::fromLatin1(kLight));
    addChoice("themeDark", tr("&Dark"), QString::fromLatin1(kDark));
    for (QAction *action : actions())
        group->addAction(action);
    connect(group, &QActionGroup::triggered, this, [](QAction *action) {
        QSettings().setValue(kKey, action->data());
        applyTheme(*qApp, chosenTheme());
    });
}

void ThemeMenu::addChoice(const char *objectName, const QString &text, const QString &setting)
{
    QAction *action = addAction(text);
    action->setObjectName(objectName);
    action->setCheckable(true);
    action->setChecked(setting == chosenSetting());
    action->setData(setting);
}

} // namespace quantloupe

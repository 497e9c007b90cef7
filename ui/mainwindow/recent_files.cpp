// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/recent_files.h"

#include "base/embedded_files.h"

#include <QFileInfo>
#include <QSettings>

namespace quantloupe {

namespace {

const char *const kKey = "recentGenerators";

} // namespace

RecentFilesMenu::RecentFilesMenu(QWidget *parent) : QMenu(parent)
{
    setObjectName("recentFiles");
    setTitle(tr("Open &recent"));
    setToolTipsVisible(true);
    fill();
}

QStringList RecentFilesMenu::paths()
{
    return QSettings().value(kKey).toStringList();
}

void RecentFilesMenu::add(const QString &path)
{
    if (isEmbedded(path.toStdString()))
        return;
    const QString absolute = QFileInfo(path).absoluteFilePath();
    QStringList all = paths();
    all.removeAll(absolute);
    all.prepend(absolute);
    store(all.mid(0, kMost));
}

void RecentFilesMenu::store(const QStringList &paths)
{
    QSettings().setValue(kKey, paths);
    fill();
}

void RecentFilesMenu::fill()
{
    clear();
    const QStringList all = paths();
    for (const QString &path : all) {
        QAction *action = addAction(QFileInfo(path).fileName().replace(u'&', QStringLiteral("&&")));
        action->setObjectName(QStringLiteral("recent:") + path);
        action->setToolTip(path);
        connect(action, &QAction::triggered, this, [this, path] { Q_EMIT chosen(path); });
    }
    addSeparator();
    QAction *forget = addAction(tr("Forget these"));
    forget->setObjectName("forgetRecent");
    connect(forget, &QAction::triggered, this, [this] { store({}); });
    setEnabled(!all.isEmpty());
}

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/recent_files.h"

#include "base/embedded_files.h"

#include <QFileInfo>
#include <QSettings>

namespace quantloupe {

namespace {

const char *const kKey = "recentGenerators";
/// By the generator's path.
const char *const kArchitecturesKey = "recentArchitectures";

QVariantMap architectures()
{
    return QSettings().value(kArchitecturesKey).toMap();
}

/// What is remembered of files that are not recent any more would stay forever.
void storeArchitectures(QVariantMap all, const QStringList &recent)
{
    all.removeIf([&](QVariantMap::iterator entry) { return !recent.contains(entry.key()); });
    QSettings().setValue(kArchitecturesKey, all);
}

QString absolutePath(const std::string &path)
{
    return QFileInfo(QString::fromStdString(path)).absoluteFilePath();
}

QString tipFor(const OpenRequest &request)
{
    const QString path = QString::fromStdString(request.path);
    return request.architectureFile.empty()
               ? path
               : RecentFilesMenu::tr("%1, read by %2")
                     .arg(path, QString::fromStdString(request.architectureFile));
}

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

OpenRequest RecentFilesMenu::requestFor(const QString &path)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    return openRequestFor(path, architectures().value(absolute).toString());
}

void RecentFilesMenu::add(const OpenRequest &request)
{
    if (isEmbedded(request.path))
        return;
    const QString path = absolutePath(request.path);
    QStringList all = paths();
    all.removeAll(path);
    all.prepend(path);
    QVariantMap known = architectures();
    known.remove(path);
    if (!request.architectureFile.empty())
        known.insert(path, absolutePath(request.architectureFile));
    store(all.mid(0, kMost), known);
}

void RecentFilesMenu::store(const QStringList &paths, const QVariantMap &architectures)
{
    QSettings().setValue(kKey, paths);
    storeArchitectures(architectures, paths);
    fill();
}

void RecentFilesMenu::fill()
{
    clear();
    const QStringList all = paths();
    for (const QString &path : all) {
        QAction *action = addAction(QFileInfo(path).fileName().replace(u'&', QStringLiteral("&&")));
        action->setObjectName(QStringLiteral("recent:") + path);
        action->setToolTip(tipFor(requestFor(path)));
        connect(action, &QAction::triggered, this,
                [this, path] { Q_EMIT chosen(requestFor(path)); });
    }
    addSeparator();
    QAction *forget = addAction(tr("Forget these"));
    forget->setObjectName("forgetRecent");
    connect(forget, &QAction::triggered, this, [this] { store({}, {}); });
    setEnabled(!all.isEmpty());
}

} // namespace quantloupe

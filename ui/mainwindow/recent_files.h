// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>
#include <QStringList>

namespace quantloupe {

/// The generators opened last, newest first; kept in the settings.
class RecentFilesMenu : public QMenu
{
    Q_OBJECT

public:
    static constexpr int kMost = 10;

    explicit RecentFilesMenu(QWidget *parent = nullptr);
    void add(const QString &path);
    static QStringList paths();

Q_SIGNALS:
    void chosen(const QString &path);

private:
    void fill();
    void store(const QStringList &paths);
};

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/opened_generator.h"

#include <QMenu>
#include <QStringList>
#include <QVariantMap>

namespace quantloupe {

/// The generators opened last, newest first, with their architecture files; kept in the settings.
class RecentFilesMenu : public QMenu
{
    Q_OBJECT

public:
    static constexpr int kMost = 10;

    explicit RecentFilesMenu(QWidget *parent = nullptr);
    /// Of what was opened, its file and the architecture file it was read by.
    void add(const OpenRequest &request);
    static QStringList paths();
    /// Opens the file by the architecture file that it was read by last, if by any.
    static OpenRequest requestFor(const QString &path);

Q_SIGNALS:
    void chosen(const quantloupe::OpenRequest &request);

private:
    void fill();
    void store(const QStringList &paths, const QVariantMap &architectures);
};

} // namespace quantloupe

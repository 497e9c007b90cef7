// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QMap>
#include <QRegularExpression>
#include <QStringList>

namespace quantloupe::test {

/// The sources of a folder of the project, by their path within it.
inline QMap<QString, QString> sourcesIn(const QString &folder)
{
    const QDir project(QStringLiteral(QUANTLOUPE_SOURCE_DIR));
    QMap<QString, QString> result;
    QDirIterator files(project.filePath(folder), {"*.cpp"}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly))
            result.insert(project.relativeFilePath(file.fileName()),
                          QString::fromUtf8(file.readAll()));
    }
    return result;
}

/// What the first group of `pattern` matches in the sources of a folder of the project.
inline QStringList textsInSources(const QString &folder, const QRegularExpression &pattern)
{
    QStringList result;
    for (const QString &source : sourcesIn(folder))
        for (auto match = pattern.globalMatch(source); match.hasNext();)
            result.append(match.next().captured(1));
    return result;
}

} // namespace quantloupe::test

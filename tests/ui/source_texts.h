// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QStringList>

namespace quantloupe::test {

/// What the first group of `pattern` matches in the sources of a folder of the project.
inline QStringList textsInSources(const QString &folder, const QRegularExpression &pattern)
{
    QStringList result;
    QDirIterator files(QStringLiteral(QUANTLOUPE_SOURCE_DIR "/") + folder, {"*.cpp"}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        for (auto match = pattern.globalMatch(QString::fromUtf8(file.readAll())); match.hasNext();)
            result.append(match.next().captured(1));
    }
    return result;
}

} // namespace quantloupe::test

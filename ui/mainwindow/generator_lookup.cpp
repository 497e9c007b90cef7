// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/generator_lookup.h"

#include "base/embedded_files.h"
#include "widgets/file_names.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace quantloupe {

QString generatorFor(const ConfigFile &file, const QString &configurationPath,
                     const QStringList &known)
{
    const QString name = QString::fromStdString(file.generatorName);
    const std::vector<std::string_view> builtins = embeddedGenerators();
    if (std::find(builtins.begin(), builtins.end(), file.generatorName) != builtins.end())
        return name;
    // A name is a file name; whatever else a file claims does not lead to other folders.
    if (name.isEmpty() || name != QFileInfo(name).fileName())
        return {};
    QStringList candidates{QFileInfo(configurationPath).dir().absoluteFilePath(name)};
    for (const QString &path : known)
        if (QFileInfo(path).fileName() == name)
            candidates.append(path);
    for (const QString &path : std::as_const(candidates))
        if (QFileInfo(path).isFile())
            return path;
    return {};
}

QString fileNameFor(const GeneratorInfo &info)
{
    const QString name = QString::fromStdString(info.name);
    if (isEmbedded(info.name))
        return plainFileName(name.section(u':', 1));
    return plainFileName(QFileInfo(name).completeBaseName());
}

} // namespace quantloupe

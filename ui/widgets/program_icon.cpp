// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/program_icon.h"

#include <QDir>

namespace quantloupe {

QIcon programIcon()
{
    QIcon icon;
    const QDir folder(QStringLiteral(":/icons"));
    for (const QString &name : folder.entryList())
        icon.addFile(folder.filePath(name));
    return icon;
}

} // namespace quantloupe

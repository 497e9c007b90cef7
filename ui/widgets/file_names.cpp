// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/file_names.h"

namespace quantloupe {

QString plainFileName(const QString &text)
{
    static const QString kForbidden = QStringLiteral("/\\:*?\"<>|");
    QString name;
    for (const QChar letter : text)
        name += kForbidden.contains(letter) || letter.category() == QChar::Other_Control
                    ? QChar(u'-')
                    : letter;
    while (name.endsWith(u'.') || name.endsWith(u' '))
        name.chop(1);
    return name.isEmpty() ? QStringLiteral("untitled") : name;
}

} // namespace quantloupe

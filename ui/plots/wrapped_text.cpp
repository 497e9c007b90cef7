// SPDX-License-Identifier: GPL-3.0-or-later
#include "plots/wrapped_text.h"

#include <QFontMetrics>
#include <QStringList>

namespace quantloupe {

QString wrapped(const QString &text, const QFont &font, int width)
{
    const QFontMetrics metrics(font);
    QStringList lines;
    QString line;
    for (const QString &word : text.split(u' ')) {
        const QString longer = line.isEmpty() ? word : line + u' ' + word;
        if (!line.isEmpty() && metrics.horizontalAdvance(longer) > width) {
            lines.append(line);
            line = word;
        } else {
            line = longer;
        }
    }
    lines.append(line);
    return lines.join(u'\n');
}

} // namespace quantloupe

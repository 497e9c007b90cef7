// SPDX-License-Identifier: GPL-3.0-or-later
#include "plots/wrapped_text.h"

#include <QFontMetrics>
#include <QStringList>

namespace quantloupe {

namespace {

void appendWrapped(QStringList &lines, const QString &paragraph, const QFontMetrics &metrics,
                   int width)
{
    QString line;
    for (const QString &word : paragraph.split(u' ')) {
        const QString longer = line.isEmpty() ? word : line + u' ' + word;
        if (!line.isEmpty() && metrics.horizontalAdvance(longer) > width) {
            lines.append(line);
            line = word;
        } else {
            line = longer;
        }
    }
    lines.append(line);
}

} // namespace

QString wrapped(const QString &text, const QFont &font, int width)
{
    const QFontMetrics metrics(font);
    QStringList lines;
    for (const QString &paragraph : text.split(u'\n'))
        appendWrapped(lines, paragraph, metrics, width);
    return lines.join(u'\n');
}

} // namespace quantloupe

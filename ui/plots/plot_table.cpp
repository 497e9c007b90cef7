// SPDX-License-Identifier: GPL-3.0-or-later
#include "plots/plot_table.h"

namespace quantloupe {

namespace {

QString quoted(QString cell, QChar separator)
{
    if (!cell.contains(separator) && !cell.contains(u'"') && !cell.contains(u'\n'))
        return cell;
    return u'"' + cell.replace(u'"', QStringLiteral("\"\"")) + u'"';
}

} // namespace

QString tableComments(const QString &conditions)
{
    QString text;
    for (const QString &line : conditions.split(u'\n', Qt::SkipEmptyParts))
        text += QStringLiteral("# ") + line + u'\n';
    return text;
}

QString tableRow(const QStringList &cells, QChar separator)
{
    QStringList texts;
    for (const QString &cell : cells)
        texts.append(quoted(cell, separator));
    return texts.join(separator) + u'\n';
}

QString numberCell(const std::optional<double> &value)
{
    return value ? QString::number(*value, 'g', 8) : QString();
}

QString lowCell(const std::optional<std::pair<double, double>> &interval)
{
    return interval ? numberCell(interval->first) : QString();
}

QString highCell(const std::optional<std::pair<double, double>> &interval)
{
    return interval ? numberCell(interval->second) : QString();
}

} // namespace quantloupe

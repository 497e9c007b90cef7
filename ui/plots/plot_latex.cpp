// SPDX-License-Identifier: GPL-3.0-or-later
#include "plots/plot_latex.h"

namespace quantloupe {

namespace {

QString escaped(const QString &text)
{
    QString result;
    for (const QChar character : text) {
        if (QStringLiteral("%&#_${}").contains(character))
            result += u'\\';
        result += character;
    }
    return result;
}

QString coordinates(const QList<QPointF> &points)
{
    QString text;
    for (const QPointF &point : points)
        text += QStringLiteral(" (%1,%2)").arg(point.x(), 0, 'g', 8).arg(point.y(), 0, 'g', 8);
    return text;
}

} // namespace

QString latexPlot(const QString &xLabel, const QString &yLabel, const QList<LatexSeries> &series)
{
    QString text = QStringLiteral("\\begin{tikzpicture}\n"
                                  "\\begin{axis}[xlabel={%1}, ylabel={%2}, axis lines=left,"
                                  " ymajorgrids]\n")
                       .arg(escaped(xLabel), escaped(yLabel));
    for (const LatexSeries &one : series)
        if (!one.points.isEmpty())
            text += QStringLiteral("\\addplot[%1] coordinates {%2 };\n")
                        .arg(one.options, coordinates(one.points));
    return text + QStringLiteral("\\end{axis}\n\\end{tikzpicture}\n");
}

} // namespace quantloupe

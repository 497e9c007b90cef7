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

QString number(double value)
{
    return QString::number(value, 'g', 8);
}

QString coordinates(const LatexSeries &series)
{
    QString text;
    for (qsizetype i = 0; i < series.points.size(); ++i) {
        const QPointF &point = series.points[i];
        text += QStringLiteral(" (%1,%2)").arg(number(point.x()), number(point.y()));
        if (const auto interval = series.intervals.value(i))
            text +=
                QStringLiteral(" += (0,%1) -= (0,%2)")
                    .arg(number(interval->second - point.y()), number(point.y() - interval->first));
    }
    return text;
}

QString addPlot(const LatexSeries &series)
{
    QString options = series.options;
    if (!series.intervals.isEmpty())
        options += QStringLiteral(", error bars/.cd, y dir=both, y explicit");
    QString text =
        QStringLiteral("\\addplot[%1] coordinates {%2 };\n").arg(options, coordinates(series));
    if (!series.legend.isEmpty())
        text += QStringLiteral("\\addlegendentry{%1}\n").arg(escaped(series.legend));
    return text;
}

QString tickOptions(const LatexTicks &ticks)
{
    if (ticks.places.isEmpty())
        return {};
    QStringList places;
    for (const double place : ticks.places)
        places.append(number(place));
    QStringList labels;
    // In braces, so that a comma within a label does not end it.
    for (const QString &label : ticks.labels)
        labels.append(u'{' + escaped(label) + u'}');
    return QStringLiteral(", xtick={%1}, xticklabels={%2}")
        .arg(places.join(u','), labels.join(u','));
}

} // namespace

QString latexPlot(const QString &xLabel, const QString &yLabel, const QList<LatexSeries> &series,
                  const LatexTicks &ticks)
{
    QString text = QStringLiteral("\\begin{tikzpicture}\n"
                                  "\\begin{axis}[xlabel={%1}, ylabel={%2}, axis lines=left,"
                                  " ymajorgrids%3]\n")
                       .arg(escaped(xLabel), escaped(yLabel), tickOptions(ticks));
    for (const LatexSeries &one : series)
        if (!one.points.isEmpty())
            text += addPlot(one);
    return text + QStringLiteral("\\end{axis}\n\\end{tikzpicture}\n");
}

} // namespace quantloupe

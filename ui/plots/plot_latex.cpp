// SPDX-License-Identifier: GPL-3.0-or-later
#include "plots/plot_latex.h"

#include <QHash>

#include <cmath>

namespace quantloupe {

namespace {

/// Characters that mean something to TeX, as commands that print them.
QString escaped(const QString &text)
{
    static const QHash<QChar, QString> kCommands{{u'\\', QStringLiteral("\\textbackslash{}")},
                                                 {u'^', QStringLiteral("\\textasciicircum{}")},
                                                 {u'~', QStringLiteral("\\textasciitilde{}")}};
    QString result;
    for (const QChar character : text) {
        if (QStringLiteral("%&#_${}").contains(character))
            result += u'\\';
        result += kCommands.value(character, QString(character));
    }
    return result;
}

QString number(double value)
{
    if (std::isnan(value))
        return QStringLiteral("nan");
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
        if (i < series.labels.size())
            text += QStringLiteral(" [{%1}]").arg(escaped(series.labels[i]));
        if (i < series.metas.size())
            text += QStringLiteral(" [%1]").arg(number(series.metas[i]));
    }
    return text;
}

QString addPlot(const LatexSeries &series)
{
    QString options = series.options;
    if (!series.labels.isEmpty())
        options += QStringLiteral(", nodes near coords, point meta=explicit symbolic");
    // Legend entries go to plots in their order, those of others must not slip to this one.
    if (series.legend.isEmpty())
        options += QStringLiteral(", forget plot");
    // Last, since keys after .cd are looked for among those of error bars.
    if (!series.intervals.isEmpty())
        options += QStringLiteral(", error bars/.cd, y dir=both, y explicit");
    QString text =
        QStringLiteral("\\addplot[%1] coordinates {%2 };\n").arg(options, coordinates(series));
    if (!series.legend.isEmpty())
        text += QStringLiteral("\\addlegendentry{%1}\n").arg(escaped(series.legend));
    return text;
}

QString tickOptions(QChar axis, const LatexTicks &ticks)
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
    return QStringLiteral(", %1tick={%2}, %1ticklabels={%3}")
        .arg(axis)
        .arg(places.join(u','), labels.join(u','));
}

QString comments(const QString &conditions)
{
    QString text;
    for (const QString &line : conditions.split(u'\n', Qt::SkipEmptyParts))
        text += QStringLiteral("% ") + line + u'\n';
    return text;
}

} // namespace

QString latexPlot(const LatexAxes &axes, const QList<LatexSeries> &series,
                  const QString &conditions)
{
    QString options = tickOptions(u'x', axes.ticks) + tickOptions(u'y', axes.yTicks);
    if (axes.isXLogarithmic)
        options += QStringLiteral(", xmode=log");
    if (axes.yMin)
        options += QStringLiteral(", ymin=%1").arg(number(*axes.yMin));
    if (!axes.colorBar.isEmpty())
        options += QStringLiteral(", enlargelimits=false, colorbar, colormap/viridis, "
                                  "colorbar style={ylabel={%1}}")
                       .arg(escaped(axes.colorBar));
    QString text = comments(conditions);
    text += QStringLiteral("\\begin{tikzpicture}\n"
                           "\\begin{axis}[xlabel={%1}, ylabel={%2}, axis lines=left,"
                           " ymajorgrids, unbounded coords=jump%3]\n")
                .arg(escaped(axes.xLabel), escaped(axes.yLabel), options);
    for (const LatexSeries &one : series)
        if (!one.points.isEmpty())
            text += addPlot(one);
    return text + QStringLiteral("\\end{axis}\n\\end{tikzpicture}\n");
}

} // namespace quantloupe

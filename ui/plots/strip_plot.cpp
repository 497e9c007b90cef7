// SPDX-License-Identifier: GPL-3.0-or-later
#include "plots/strip_plot.h"

#include "plots/plot_latex.h"
#include "plots/plot_style.h"

#include <qcustomplot.h>

#include <algorithm>

namespace quantloupe {

namespace {

constexpr int kLines = 7;
constexpr int kTicks = 2;
constexpr double kHeadroom = 1.08;
/// Beyond this many items gaps between them would be all there is to see: one filled outline then.
constexpr qsizetype kMostWithGaps = 48;
constexpr double kWidthWithGaps = 0.8;

} // namespace

StripPlot::StripPlot(QWidget *parent) : PlotView(parent)
{
    createItems();
    setHeight(kLines);
}

void StripPlot::createItems()
{
    QCustomPlot &canvas = plot();
    useCompactNumbers(canvas, kTicks);
    for (QCPBars **bars : {&m_bars, &m_chosen}) {
        *bars = new QCPBars(canvas.xAxis, canvas.yAxis);
        (*bars)->setWidthType(QCPBars::wtPlotCoords);
        (*bars)->setAntialiased(false);
    }
    m_outline = canvas.addGraph();
    m_outline->setLineStyle(QCPGraph::lsStepLeft);
    m_outline->setAntialiasedFill(false);
    m_chosen->setLayer("axes");
}

void StripPlot::setData(const StripPlotData &data)
{
    m_data = data;
    double highest = 0;
    for (const std::optional<double> &value : data.values)
        highest = std::max(highest, value.value_or(0));
    showValues();
    plot().yAxis->setRange(0, highest > 0 ? kHeadroom * highest : 1);
    setAxisLabels(data.xLabel, data.yLabel);
    setItems(data.name, -0.5, double(data.values.size()) - 0.5, data.readings);
}

void StripPlot::showValues()
{
    const bool hasGaps = m_data.values.size() <= kMostWithGaps;
    m_outline->data()->clear();
    for (QCPBars *bars : {m_bars, m_chosen}) {
        bars->setWidth(hasGaps ? kWidthWithGaps : 1);
        bars->data()->clear();
    }
    for (qsizetype i = 0; i < m_data.values.size(); ++i) {
        const double value = m_data.values[i].value_or(0);
        if (!hasGaps)
            m_outline->addData(double(i) - 0.5, value);
        else if (m_data.values[i])
            m_bars->addData(double(i), value);
        if (i == m_data.chosen)
            m_chosen->addData(double(i), value);
    }
    if (!hasGaps)
        m_outline->addData(double(m_data.values.size()) - 0.5, m_data.values.last().value_or(0));
}

void StripPlot::applyColors(const PlotColors &colors)
{
    m_bars->setPen(Qt::NoPen);
    m_bars->setBrush(colors.bars);
    m_outline->setPen(Qt::NoPen);
    m_outline->setBrush(colors.bars);
    // A chosen item one pixel wide must still be seen.
    m_chosen->setPen(QPen(colors.chosen, kAxisPen));
    m_chosen->setBrush(colors.chosen);
}

QString StripPlot::table(QChar separator) const
{
    QString text = m_data.xLabel + separator + m_data.yLabel + u'\n';
    for (qsizetype i = 0; i < m_data.values.size(); ++i)
        text += QString::number(i) + separator +
                (m_data.values[i] ? QString::number(*m_data.values[i], 'g', 8) : QString()) + u'\n';
    return text;
}

QString StripPlot::latex() const
{
    LatexSeries bars{QStringLiteral("ycomb, gray"), {}};
    for (qsizetype i = 0; i < m_data.values.size(); ++i)
        if (m_data.values[i])
            bars.points.append({double(i), *m_data.values[i]});
    return latexPlot({m_data.xLabel, m_data.yLabel}, {bars});
}

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#include "plots/histogram_plot.h"

#include "plots/plot_latex.h"
#include "plots/plot_style.h"

#include <qcustomplot.h>

#include <algorithm>

namespace quantloupe {

namespace {

constexpr int kLines = 9;
constexpr int kCountTicks = 3;
/// Of the highest bar.
constexpr double kHeadroom = 1.08;
constexpr double kTickShare = 0.13;
/// Of the axis, at each end.
constexpr double kMargin = 0.01;

} // namespace

HistogramPlot::HistogramPlot(QWidget *parent) : PlotView(parent)
{
    createItems();
    setHeight(kLines);
}

void HistogramPlot::createItems()
{
    QCustomPlot &canvas = plot();
    useCompactNumbers(canvas, kCountTicks);
    // One filled outline: bars of two pixels would leave gaps between some of them.
    m_bars = canvas.addGraph();
    m_bars->setLineStyle(QCPGraph::lsStepLeft);
    m_bars->setAntialiasedFill(false);
    for (QCPGraph **ticks : {&m_unused, &m_used}) {
        *ticks = canvas.addGraph();
        (*ticks)->setLineStyle(QCPGraph::lsImpulse);
        (*ticks)->setAntialiased(false);
    }
    m_band = new QCPItemRect(&canvas);
    for (int end = 0; end < 2; ++end) {
        m_bounds.append(new QCPItemStraightLine(&canvas));
        m_bounds.last()->setAntialiased(false);
        m_beyond.append(new QCPItemRect(&canvas));
        m_beyond.last()->topLeft->setTypeY(QCPItemPosition::ptAxisRectRatio);
        m_beyond.last()->bottomRight->setTypeY(QCPItemPosition::ptAxisRectRatio);
    }
}

void HistogramPlot::setData(const HistogramPlotData &data)
{
    m_data = data;
    showCounts();
    const double highest =
        data.counts.isEmpty() ? 1 : *std::max_element(data.counts.begin(), data.counts.end());
    const bool hasLevels = data.range.has_value();
    plot().yAxis->setRange(hasLevels ? -kTickShare * highest : 0,
                           std::max(1.0, kHeadroom * highest));
    setAxisLabels(data.xLabel, {});
    showLevels(kTickShare * highest);
    showRange();
    setItems(data.name, data.low, data.high, data.readings);
    showAll();
}

void HistogramPlot::showCounts()
{
    m_bars->data()->clear();
    if (m_data.counts.isEmpty())
        return;
    const double width = (m_data.high - m_data.low) / double(m_data.counts.size());
    for (qsizetype i = 0; i < m_data.counts.size(); ++i)
        m_bars->addData(m_data.low + double(i) * width, m_data.counts[i]);
    m_bars->addData(m_data.high, m_data.counts.last());
}

void HistogramPlot::showAll()
{
    const double low = m_data.range ? std::min(m_data.low, m_data.range->first) : m_data.low;
    const double high = m_data.range ? std::max(m_data.high, m_data.range->second) : m_data.high;
    // So that the outermost ticks are seen whole.
    const double margin = (high - low) * kMargin;
    plot().xAxis->setRange(low - margin, high + margin);
}

void HistogramPlot::showLevels(double tickLength)
{
    const bool asTicks = !m_data.levels.isEmpty() && m_data.levels.size() <= kMostTicks;
    m_used->data()->clear();
    m_unused->data()->clear();
    for (qsizetype i = 0; asTicks && i < m_data.levels.size(); ++i) {
        QCPGraph *ticks = m_data.levelIsUsed.value(i, true) ? m_used : m_unused;
        ticks->addData(m_data.levels[i], -tickLength);
    }
    m_band->setVisible(m_data.range && !asTicks);
    if (m_data.range) {
        m_band->topLeft->setCoords(m_data.range->first, -tickLength * 0.25);
        m_band->bottomRight->setCoords(m_data.range->second, -tickLength * 0.75);
    }
}

void HistogramPlot::showRange()
{
    for (QCPItemStraightLine *bound : std::as_const(m_bounds))
        bound->setVisible(m_data.range.has_value());
    for (QCPItemRect *beyond : std::as_const(m_beyond))
        beyond->setVisible(false);
    if (!m_data.range)
        return;
    const auto [low, high] = *m_data.range;
    const QList<double> ends{low, high};
    for (int end = 0; end < 2; ++end) {
        m_bounds[end]->point1->setCoords(ends[end], 0);
        m_bounds[end]->point2->setCoords(ends[end], 1);
    }
    m_beyond[0]->setVisible(low > m_data.low);
    m_beyond[0]->topLeft->setCoords(m_data.low, 0);
    m_beyond[0]->bottomRight->setCoords(low, 1);
    m_beyond[1]->setVisible(high < m_data.high);
    m_beyond[1]->topLeft->setCoords(high, 0);
    m_beyond[1]->bottomRight->setCoords(m_data.high, 1);
}

void HistogramPlot::applyColors(const PlotColors &colors)
{
    m_bars->setPen(Qt::NoPen);
    m_bars->setBrush(colors.bars);
    m_used->setPen(QPen(colors.levels, kLevelPen));
    m_unused->setPen(QPen(colors.unusedLevels, kAxisPen));
    m_band->setPen(Qt::NoPen);
    m_band->setBrush(colors.levels);
    for (QCPItemStraightLine *bound : std::as_const(m_bounds))
        bound->setPen(QPen(colors.levels, kAxisPen, Qt::DashLine));
    for (QCPItemRect *beyond : std::as_const(m_beyond)) {
        beyond->setPen(Qt::NoPen);
        beyond->setBrush(QBrush(colors.unusedLevels, Qt::BDiagPattern));
    }
}

QString HistogramPlot::table(QChar separator) const
{
    const auto row = [separator](const QStringList &cells) {
        return cells.join(separator) + u'\n';
    };
    const auto number = [](double value) { return QString::number(value, 'g', 8); };
    QString text = row({QStringLiteral("low"), QStringLiteral("high"), QStringLiteral("count")});
    const double width = (m_data.high - m_data.low) / double(m_data.counts.size());
    for (qsizetype i = 0; i < m_data.counts.size(); ++i)
        text += row({number(m_data.low + double(i) * width),
                     number(m_data.low + double(i + 1) * width), number(m_data.counts[i])});
    if (m_data.levels.isEmpty())
        return text;
    text += u'\n' + row({QStringLiteral("level"), QStringLiteral("used")});
    for (qsizetype i = 0; i < m_data.levels.size(); ++i)
        text +=
            row({number(m_data.levels[i]),
                 m_data.levelIsUsed.value(i, true) ? QStringLiteral("1") : QStringLiteral("0")});
    return text;
}

QString HistogramPlot::latex() const
{
    LatexSeries bars{QStringLiteral("ybar interval, draw=none, fill=gray"), {}};
    const double width = (m_data.high - m_data.low) / double(m_data.counts.size());
    for (qsizetype i = 0; i < m_data.counts.size(); ++i)
        bars.points.append({m_data.low + double(i) * width, m_data.counts[i]});
    // An interval ends where the next one starts.
    if (!m_data.counts.isEmpty())
        bars.points.append({m_data.high, m_data.counts.last()});
    LatexSeries levels{QStringLiteral("only marks, mark=|, orange"), {}};
    for (const double level : m_data.levels)
        levels.points.append({level, 0});
    return latexPlot({m_data.xLabel, QStringLiteral("count")}, {bars, levels});
}

} // namespace quantloupe

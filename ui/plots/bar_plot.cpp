// SPDX-License-Identifier: GPL-3.0-or-later
#include "plots/bar_plot.h"

#include "plots/plot_latex.h"
#include "plots/plot_style.h"
#include "plots/plot_table.h"
#include "widgets/theme.h"

#include <qcustomplot.h>

#include <algorithm>

namespace quantloupe {

namespace {

constexpr int kLines = 9;
constexpr int kTicks = 4;
constexpr double kBarWidth = 0.62;
constexpr double kWhisker = 7;
/// Over the highest bar, for its value.
constexpr double kHeadroom = 1.16;
/// More bars than this leave no room for a value over each.
constexpr qsizetype kMostTexts = 12;
/// Of the canvas beside the axis.
constexpr double kAxisShare = 0.9;

bool reachesBelowZero(const BarPlotItem &bar)
{
    return bar.value.value_or(0) < 0 || (bar.interval && bar.interval->first < 0);
}

} // namespace

BarPlot::BarPlot(QWidget *parent) : PlotView(parent)
{
    createItems();
    setHeight(kLines);
}

BarPlot::~BarPlot() = default;

void BarPlot::createItems()
{
    QCustomPlot &canvas = plot();
    usePlainNumbers(canvas, kTicks);
    m_floor = std::make_unique<FloorBand>(canvas);
    for (QCPBars **bars : {&m_bars, &m_chosen, &m_carrier}) {
        *bars = new QCPBars(canvas.xAxis, canvas.yAxis);
        (*bars)->setWidth(kBarWidth);
        (*bars)->setAntialiased(false);
        (*bars)->setPen(Qt::NoPen);
    }
    m_carrier->setBrush(Qt::NoBrush);
    m_whiskers = new QCPErrorBars(canvas.xAxis, canvas.yAxis);
    m_whiskers->setDataPlottable(m_carrier);
    m_whiskers->setWhiskerWidth(kWhisker);
    m_whiskers->setSymbolGap(0);
}

void BarPlot::setData(const BarPlotData &data)
{
    m_data = data;
    showBars();
    showTexts();
    setRange();
    m_floor->setFloor(data.floor, data.floorName);
    setAxisLabels(data.xLabel, data.yLabel);
    showLabels(width());
    QStringList readings;
    for (const BarPlotItem &bar : data.bars)
        readings.append(bar.reading);
    setItems(data.name, -0.5, std::max<double>(1, double(data.bars.size())) - 0.5, readings);
}

void BarPlot::showBars()
{
    for (QCPBars *bars : {m_bars, m_chosen, m_carrier})
        bars->data()->clear();
    m_whiskers->data()->clear();
    for (qsizetype i = 0; i < m_data.bars.size(); ++i) {
        const BarPlotItem &bar = m_data.bars[i];
        const double value = bar.value.value_or(0);
        m_carrier->addData(double(i), value);
        if (bar.interval)
            m_whiskers->addData(value - bar.interval->first, bar.interval->second - value);
        else
            m_whiskers->addData(qQNaN(), qQNaN());
        if (bar.value)
            (i == m_data.chosen ? m_chosen : m_bars)->addData(double(i), value);
    }
}

void BarPlot::showTexts()
{
    for (QCPItemText *text : std::as_const(m_texts))
        plot().removeItem(text);
    m_texts.clear();
    if (m_data.bars.size() > kMostTexts)
        return;
    for (qsizetype i = 0; i < m_data.bars.size(); ++i) {
        const BarPlotItem &bar = m_data.bars[i];
        auto *text = new QCPItemText(&plot());
        const double top = bar.interval ? bar.interval->second : bar.value.value_or(0);
        text->setText(bar.value ? bar.valueText : QStringLiteral("–"));
        text->setPositionAlignment(Qt::AlignHCenter | Qt::AlignBottom);
        text->position->setCoords(double(i), std::max(0.0, top));
        text->setPadding({0, 0, 0, 2});
        m_texts.append(text);
    }
}

void BarPlot::setRange()
{
    double lowest = 0;
    double highest = m_data.floor.value_or(0);
    for (const BarPlotItem &bar : std::as_const(m_data.bars)) {
        const double value = bar.value.value_or(0);
        lowest = std::min({lowest, value, bar.interval ? bar.interval->first : value});
        highest = std::max({highest, value, bar.interval ? bar.interval->second : value});
    }
    if (highest <= lowest)
        highest = lowest + 1;
    plot().yAxis->setRange(lowest * kHeadroom, highest + (kHeadroom - 1) * (highest - lowest));
}

void BarPlot::showLabels(int width)
{
    const QSharedPointer<QCPAxisTickerText> ticker(new QCPAxisTickerText);
    const QFontMetricsF metrics(smallFont(font()));
    const qsizetype count = std::max<qsizetype>(1, m_data.bars.size());
    const double room = kAxisShare * width / double(count) - metrics.averageCharWidth();
    // One in so many, where even a few letters have no room.
    const auto stride =
        std::max<qsizetype>(1, qRound(metrics.averageCharWidth() * 3 / std::max(1.0, room)));
    for (qsizetype i = 0; i < m_data.bars.size(); i += stride)
        ticker->addTick(double(i), metrics.elidedText(m_data.bars[i].label, Qt::ElideRight,
                                                      room * double(stride)));
    plot().xAxis->setTicker(ticker);
}

void BarPlot::fitTo(QSize size)
{
    showLabels(size.width());
}

void BarPlot::resizeEvent(QResizeEvent *event)
{
    showLabels(width());
    PlotView::resizeEvent(event);
}

void BarPlot::applyColors(const PlotColors &colors)
{
    m_bars->setBrush(colors.bars);
    m_chosen->setBrush(colors.chosen);
    m_whiskers->setPen(QPen(colors.whisker, kLevelPen));
    for (QCPItemText *text : std::as_const(m_texts)) {
        text->setColor(colors.text);
        text->setFont(smallFont(numericFont(font())));
    }
    m_floor->applyColors(colors, font());
    plot().axisRect()->setMinimumMargins(
        {0, kSpacingTight, kSpacing + m_floor->nameWidth(font()), 0});
}

QString BarPlot::table(QChar separator) const
{
    QString text = tableComments(m_data.conditions);
    text += tableRow({m_data.xLabel, m_data.yLabel, QStringLiteral("low"), QStringLiteral("high")},
                     separator);
    for (const BarPlotItem &bar : m_data.bars)
        text += tableRow(
            {bar.label, numberCell(bar.value), lowCell(bar.interval), highCell(bar.interval)},
            separator);
    if (m_data.floor)
        text += tableRow({m_data.floorName, numberCell(m_data.floor), {}, {}}, separator);
    return text;
}

QString BarPlot::latex() const
{
    LatexSeries bars{QStringLiteral("ybar, draw=none, fill=gray"), {}};
    LatexTicks ticks;
    for (qsizetype i = 0; i < m_data.bars.size(); ++i) {
        const BarPlotItem &bar = m_data.bars[i];
        ticks.places.append(double(i));
        ticks.labels.append(bar.label);
        if (!bar.value)
            continue;
        bars.points.append({double(i), *bar.value});
        bars.intervals.append(bar.interval);
    }
    const double last = double(m_data.bars.size()) - 0.5;
    LatexSeries floor{QStringLiteral("dashed, mark=none"), {}, {}, m_data.floorName};
    if (m_data.floor)
        floor.points = {{-0.5, *m_data.floor}, {last, *m_data.floor}};
    LatexAxes axes{m_data.xLabel, m_data.yLabel, ticks};
    // Bars stand on zero; where some reach below it, pgfplots finds the range.
    if (m_data.floor.value_or(0) >= 0 && std::ranges::none_of(m_data.bars, reachesBelowZero))
        axes.yMin = 0;
    return latexPlot(axes, {bars, floor}, m_data.conditions);
}

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#include "plots/scatter_plot.h"

#include "plots/plot_latex.h"
#include "plots/plot_style.h"
#include "plots/plot_table.h"
#include "widgets/theme.h"

#include <qcustomplot.h>

#include <algorithm>
#include <limits>

namespace quantloupe {

namespace {

constexpr int kLines = 9;
constexpr int kTicks = 4;
constexpr double kPoint = 8;
constexpr double kRing = 15;
constexpr double kWhisker = 6;
constexpr double kMargin = 0.12;
/// More points than this are told apart by pointing at them.
constexpr qsizetype kMostLabels = 24;

struct Span
{
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();

    void take(double value)
    {
        low = std::min(low, value);
        high = std::max(high, value);
    }

    QCPRange range() const
    {
        if (low > high)
            return {0, 1};
        const double margin =
            high > low ? kMargin * (high - low) : 0.5 * std::max(1e-6, std::abs(low));
        return {low - margin, high + margin};
    }
};

} // namespace

ScatterPlot::ScatterPlot(QWidget *parent) : PlotView(parent)
{
    createItems();
    setHeight(kLines);
}

ScatterPlot::~ScatterPlot() = default;

void ScatterPlot::createItems()
{
    usePlainNumbers(plot(), kTicks);
    m_floor = std::make_unique<FloorBand>(plot());
    m_points = plot().addGraph();
    // Points come as they were measured, not by their place on the axis.
    m_points->setLineStyle(QCPGraph::lsNone);
    m_whiskers = new QCPErrorBars(plot().xAxis, plot().yAxis);
    m_whiskers->setDataPlottable(m_points);
    m_whiskers->setWhiskerWidth(kWhisker);
    m_whiskers->setSymbolGap(0);
    m_ring = plot().addGraph();
    m_ring->setLineStyle(QCPGraph::lsNone);
    connect(&plot(), &QCustomPlot::afterLayout, this, &ScatterPlot::placeLabels);
}

void ScatterPlot::setData(const ScatterPlotData &data)
{
    m_data = data;
    showPoints();
    showLabels();
    setRanges();
    m_floor->setFloor(data.floor, data.floorName);
    setAxisLabels(data.xLabel, data.yLabel);
    QList<QPointF> places;
    QStringList readings;
    for (const ScatterPlotPoint &point : data.points) {
        places.append({point.x, point.y});
        readings.append(point.reading);
    }
    setPlaces(data.name, places, readings);
}

void ScatterPlot::showPoints()
{
    m_points->data()->clear();
    m_ring->data()->clear();
    m_whiskers->data()->clear();
    // The graph sorts its points, the whiskers would not follow.
    QList<ScatterPlotPoint> sorted = m_data.points;
    std::ranges::stable_sort(sorted, {}, &ScatterPlotPoint::x);
    for (const ScatterPlotPoint &point : std::as_const(sorted)) {
        m_points->addData(point.x, point.y);
        m_whiskers->addData(point.interval ? point.y - point.interval->first : qQNaN(),
                            point.interval ? point.interval->second - point.y : qQNaN());
    }
    if (m_data.chosen >= 0 && m_data.chosen < m_data.points.size())
        m_ring->addData(m_data.points[m_data.chosen].x, m_data.points[m_data.chosen].y);
}

void ScatterPlot::showLabels()
{
    for (QCPItemText *label : std::as_const(m_labels))
        plot().removeItem(label);
    m_labels.clear();
    if (m_data.points.size() > kMostLabels)
        return;
    for (const ScatterPlotPoint &point : std::as_const(m_data.points)) {
        auto *label = new QCPItemText(&plot());
        label->setText(point.label);
        label->setPositionAlignment(Qt::AlignLeft | Qt::AlignVCenter);
        label->setPadding({kSpacing, 0, 0, 0});
        label->position->setCoords(point.x, point.y);
        m_labels.append(label);
    }
}

void ScatterPlot::setRanges()
{
    Span x;
    Span y;
    for (const ScatterPlotPoint &point : std::as_const(m_data.points)) {
        x.take(point.x);
        y.take(point.interval ? point.interval->first : point.y);
        y.take(point.interval ? point.interval->second : point.y);
    }
    if (m_data.floor && !m_data.points.isEmpty())
        y.take(*m_data.floor);
    plot().xAxis->setRange(x.range());
    plot().yAxis->setRange(y.range());
}

void ScatterPlot::placeLabels()
{
    const QFontMetricsF metrics(smallFont(font()));
    const QRectF inside = plot().axisRect()->rect();
    QList<QRectF> taken;
    for (const ScatterPlotPoint &point : std::as_const(m_data.points)) {
        const QPointF centre(plot().xAxis->coordToPixel(point.x),
                             plot().yAxis->coordToPixel(point.y));
        taken.append(QRectF(centre - QPointF(kPoint, kPoint) / 2, QSizeF(kPoint, kPoint)));
    }
    for (qsizetype i = 0; i < m_labels.size(); ++i) {
        const QPointF centre = taken[i].center();
        const QSizeF size(metrics.horizontalAdvance(m_labels[i]->text()), metrics.height());
        const QRectF place(centre + QPointF(kSpacing, -size.height() / 2), size);
        const bool isFree =
            inside.contains(place) && std::ranges::none_of(taken, [&place](const QRectF &other) {
                return other.intersects(place);
            });
        m_labels[i]->setVisible(isFree);
        if (isFree)
            taken.append(place);
    }
}

void ScatterPlot::applyColors(const PlotColors &colors)
{
    const QColor color = colors.series[0];
    m_points->setScatterStyle(
        QCPScatterStyle(QCPScatterStyle::ssDisc, QPen(color, 1), QBrush(color), kPoint));
    m_ring->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssCircle,
                                            QPen(colors.series[1], kLevelPen), Qt::NoBrush, kRing));
    m_whiskers->setPen(QPen(color, kAxisPen));
    for (QCPItemText *label : std::as_const(m_labels)) {
        label->setColor(colors.text);
        label->setFont(smallFont(font()));
    }
    m_floor->applyColors(colors, font());
    plot().axisRect()->setMinimumMargins(
        {0, kSpacingTight, kSpacing + m_floor->nameWidth(font()), 0});
}

QString ScatterPlot::table(QChar separator) const
{
    QString text = tableComments(m_data.conditions);
    text += tableRow({QStringLiteral("name"), m_data.xLabel, m_data.yLabel, QStringLiteral("low"),
                      QStringLiteral("high")},
                     separator);
    for (const ScatterPlotPoint &point : m_data.points)
        text += tableRow({point.label, numberCell(point.x), numberCell(point.y),
                          lowCell(point.interval), highCell(point.interval)},
                         separator);
    if (m_data.floor)
        text += tableRow({m_data.floorName, {}, numberCell(m_data.floor), {}, {}}, separator);
    return text;
}

QString ScatterPlot::latex() const
{
    LatexSeries points{QStringLiteral("only marks"), {}};
    Span x;
    for (const ScatterPlotPoint &point : m_data.points) {
        points.points.append({point.x, point.y});
        points.intervals.append(point.interval);
        points.labels.append(point.label);
        x.take(point.x);
    }
    LatexSeries floor{QStringLiteral("dashed, mark=none"), {}, {}, m_data.floorName};
    if (m_data.floor && !m_data.points.isEmpty())
        floor.points = {{x.range().lower, *m_data.floor}, {x.range().upper, *m_data.floor}};
    return latexPlot({m_data.xLabel, m_data.yLabel}, {points, floor}, m_data.conditions);
}

} // namespace quantloupe

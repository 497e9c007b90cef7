// SPDX-License-Identifier: GPL-3.0-or-later
#include "plots/line_plot.h"

#include "plots/plot_latex.h"
#include "plots/plot_style.h"
#include "plots/plot_table.h"
#include "widgets/theme.h"

#include <qcustomplot.h>

#include <algorithm>
#include <array>
#include <functional>

namespace quantloupe {

namespace {

constexpr int kLines = 9;
constexpr int kTicks = 4;
constexpr double kWhisker = 6;
constexpr double kPoint = 7;
constexpr double kRing = 14;
constexpr double kHeadroom = 1.12;
/// Of the axis, at each end: a share, or a factor where it is logarithmic.
constexpr double kMargin = 0.06;
constexpr double kLogMargin = 1.12;
/// Less than the way to the next whole number.
constexpr double kMostWhole = 0.6;

/// So that colour is not the only carrier.
constexpr std::array kShapes{QCPScatterStyle::ssDisc, QCPScatterStyle::ssSquare,
                             QCPScatterStyle::ssTriangle, QCPScatterStyle::ssDiamond};
const QStringList kMarks{QStringLiteral("*"), QStringLiteral("square*"),
                         QStringLiteral("triangle*"), QStringLiteral("diamond*")};

} // namespace

LinePlot::LinePlot(QWidget *parent) : PlotView(parent)
{
    createItems();
    setHeight(kLines);
}

LinePlot::~LinePlot() = default;

void LinePlot::createItems()
{
    usePlainNumbers(plot(), kTicks);
    m_floor = std::make_unique<FloorBand>(plot());
    for (qsizetype i = 0; i < kMostSeries; ++i)
        m_lines.append(createLine());
    m_ring = plot().addGraph();
    m_ring->setLineStyle(QCPGraph::lsNone);
    connect(&plot(), &QCustomPlot::afterLayout, this, &LinePlot::placeNames);
}

LinePlot::Line LinePlot::createLine()
{
    Line line;
    line.graph = plot().addGraph();
    line.whiskers = new QCPErrorBars(plot().xAxis, plot().yAxis);
    line.whiskers->setDataPlottable(line.graph);
    line.whiskers->setWhiskerWidth(kWhisker);
    line.whiskers->setSymbolGap(0);
    line.name = new QCPItemText(&plot());
    line.name->setClipToAxisRect(false);
    line.name->setPositionAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    line.name->setPadding({kSpacingTight, 0, 0, 0});
    line.name->position->setType(QCPItemPosition::ptAbsolute);
    return line;
}

void LinePlot::setData(const LinePlotData &data)
{
    m_data = data;
    showSeries();
    setAxes();
    m_floor->setFloor(data.floor, data.floorName);
    QList<QPointF> columns;
    for (const double place : data.places)
        columns.append({place, qQNaN()});
    setPlaces(data.name, columns, data.readings);
}

void LinePlot::showSeries()
{
    m_ring->data()->clear();
    for (qsizetype i = 0; i < kMostSeries; ++i) {
        Line &line = m_lines[i];
        line.graph->data()->clear();
        line.whiskers->data()->clear();
        const LinePlotSeries series = m_data.series.value(i);
        line.name->setText(series.label);
        for (qsizetype place = 0; place < series.values.size(); ++place) {
            const LinePlotValue &value = series.values[place];
            const double y = value.value.value_or(qQNaN());
            line.graph->addData(m_data.places[place], y);
            line.whiskers->addData(value.interval ? y - value.interval->first : qQNaN(),
                                   value.interval ? value.interval->second - y : qQNaN());
            if (place == m_data.chosen && value.value)
                m_ring->addData(m_data.places[place], y);
        }
    }
}

void LinePlot::setAxes()
{
    double lowest = 0;
    double highest = m_data.floor.value_or(0);
    for (const LinePlotSeries &series : std::as_const(m_data.series))
        for (const LinePlotValue &value : series.values) {
            const double y = value.value.value_or(0);
            lowest = std::min({lowest, y, value.interval ? value.interval->first : y});
            highest = std::max({highest, y, value.interval ? value.interval->second : y});
        }
    plot().yAxis->setRange(lowest * kHeadroom, highest > lowest ? highest * kHeadroom : 1);
    setAxisLabels(m_data.xLabel, m_data.yLabel);

    QCPAxis &axis = *plot().xAxis;
    axis.setScaleType(m_data.isLogarithmic ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
    const double first = m_data.places.isEmpty() ? 1 : m_data.places.first();
    const double last = m_data.places.isEmpty() ? 2 : m_data.places.last();
    const bool isWhole = m_data.placeLabels.isEmpty();
    double margin = last > first ? kMargin * (last - first) : kMostWhole;
    // A whole number before the first place or after the last would be one that is none.
    if (isWhole)
        margin = std::min(margin, kMostWhole);
    if (m_data.isLogarithmic)
        axis.setRange(first / kLogMargin, last * kLogMargin);
    else
        axis.setRange(first - margin, last + margin);
    if (isWhole) {
        const QSharedPointer<QCPAxisTickerFixed> whole(new QCPAxisTickerFixed);
        whole->setTickStep(1);
        whole->setScaleStrategy(QCPAxisTickerFixed::ssMultiples);
        axis.setTicker(whole);
        return;
    }
    const QSharedPointer<QCPAxisTickerText> named(new QCPAxisTickerText);
    for (qsizetype i = 0; i < m_data.places.size(); ++i)
        named->addTick(m_data.places[i], m_data.placeLabels.value(i));
    axis.setTicker(named);
}

std::optional<double> LinePlot::lastValue(qsizetype series) const
{
    const QList<LinePlotValue> values = m_data.series.value(series).values;
    return values.isEmpty() ? std::nullopt : values.last().value;
}

void LinePlot::placeNames()
{
    const QRect inside = plot().axisRect()->rect();
    QList<std::pair<double, std::function<void(double)>>> names;
    for (qsizetype i = 0; i < kMostSeries; ++i) {
        const std::optional<double> value = lastValue(i);
        QCPItemText *name = m_lines[i].name;
        name->setVisible(value && m_data.series.size() > 1);
        if (name->visible())
            names.append({plot().yAxis->coordToPixel(*value), [name, inside](double y) {
                              name->position->setPixelPosition({double(inside.right()), y});
                          }});
    }
    if (const std::optional<double> wish = m_floor->nameWish())
        names.append({*wish, [this](double y) { m_floor->placeName(y); }});
    // From below, so that none falls under the axis.
    std::ranges::sort(names, std::ranges::greater(), [](const auto &name) { return name.first; });
    const double height = QFontMetricsF(smallFont(font())).height();
    double lowest = inside.bottom() - height / 2;
    for (const auto &[wish, place] : names) {
        const double y = std::min(wish, lowest);
        place(y);
        lowest = y - height;
    }
}

void LinePlot::applyColors(const PlotColors &colors)
{
    const QFont small = smallFont(font());
    double room = 0;
    for (qsizetype i = 0; i < kMostSeries; ++i) {
        const Line &line = m_lines[i];
        const LinePlotSeries series = m_data.series.value(i);
        const QColor color = colors.series[std::size_t(i)];
        line.graph->setPen(series.isFloor ? FloorBand::pen(colors) : QPen(color, kLevelPen));
        line.graph->setBrush(series.isFloor ? FloorBand::brush(colors) : Qt::NoBrush);
        line.graph->setScatterStyle(
            series.isFloor
                ? QCPScatterStyle::ssNone
                : QCPScatterStyle(kShapes[std::size_t(i)], QPen(color, 1), QBrush(color), kPoint));
        line.whiskers->setPen(QPen(color, kAxisPen));
        line.name->setColor(colors.text);
        line.name->setFont(small);
        if (m_data.series.size() > 1)
            room = std::max(room, QFontMetricsF(small).horizontalAdvance(series.label));
    }
    m_ring->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssCircle,
                                            QPen(colors.chosen, kLevelPen), Qt::NoBrush, kRing));
    m_floor->applyColors(colors, font());
    const int names = room > 0 ? qCeil(room) + kSpacingTight : 0;
    plot().axisRect()->setMinimumMargins(
        {0, kSpacingTight, kSpacing + std::max(names, m_floor->nameWidth(font())), 0});
}

QString LinePlot::table(QChar separator) const
{
    QStringList header{m_data.xLabel};
    for (const LinePlotSeries &series : m_data.series) {
        const QString name = series.label.isEmpty() ? m_data.yLabel : series.label;
        header.append(
            {name, QStringLiteral("%1 low").arg(name), QStringLiteral("%1 high").arg(name)});
    }
    if (m_data.floor)
        header.append(m_data.floorName);
    QString text = tableComments(m_data.conditions) + tableRow(header, separator);
    for (qsizetype i = 0; i < m_data.places.size(); ++i) {
        QStringList cells{placeCell(i)};
        for (const LinePlotSeries &series : m_data.series) {
            const LinePlotValue value = series.values.value(i);
            cells.append(
                {numberCell(value.value), lowCell(value.interval), highCell(value.interval)});
        }
        if (m_data.floor)
            cells.append(numberCell(m_data.floor));
        text += tableRow(cells, separator);
    }
    return text;
}

/// Places of a logarithmic axis are the numbers themselves, and its labels are written for readers.
QString LinePlot::placeCell(qsizetype place) const
{
    if (m_data.placeLabels.isEmpty() || m_data.isLogarithmic)
        return numberCell(m_data.places[place]);
    return m_data.placeLabels.value(place);
}

QString LinePlot::latex() const
{
    QList<LatexSeries> all;
    for (qsizetype i = 0; i < m_data.series.size(); ++i) {
        const LinePlotSeries &series = m_data.series[i];
        LatexSeries line{series.isFloor ? QStringLiteral("dashed, mark=none")
                                        : QStringLiteral("mark=%1").arg(kMarks.value(i)),
                         {},
                         {},
                         series.label};
        for (qsizetype place = 0; place < series.values.size(); ++place) {
            line.points.append(
                {m_data.places[place], series.values[place].value.value_or(qQNaN())});
            line.intervals.append(series.values[place].interval);
        }
        all.append(line);
    }
    if (m_data.floor && !m_data.places.isEmpty())
        all.append({QStringLiteral("dashed, mark=none"),
                    {{m_data.places.first(), *m_data.floor}, {m_data.places.last(), *m_data.floor}},
                    {},
                    m_data.floorName});
    LatexAxes axes{m_data.xLabel, m_data.yLabel, {}, m_data.isLogarithmic};
    if (!m_data.placeLabels.isEmpty())
        axes.ticks = {m_data.places, m_data.placeLabels};
    return latexPlot(axes, all, m_data.conditions);
}

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#include "plots/pareto_plot.h"

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
/// Of the plot's width, for one number on its axis.
constexpr int kTickWidth = 80;
constexpr double kPoint = 8;
constexpr double kDiamond = 12;
constexpr double kRing = 16;
constexpr double kWhisker = 6;
constexpr double kMargin = 0.12;
constexpr std::array kAllSources = {ParetoPoint::Source::Predicted, ParetoPoint::Source::Measured,
                                    ParetoPoint::Source::Confirmed};

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

QString sourceName(ParetoPoint::Source source)
{
    switch (source) {
    case ParetoPoint::Source::Predicted:
        return QStringLiteral("predicted");
    case ParetoPoint::Source::Measured:
        return QStringLiteral("measured");
    case ParetoPoint::Source::Confirmed:
        break;
    }
    return QStringLiteral("unseen samples");
}

} // namespace

ParetoPlot::ParetoPlot(QWidget *parent) : PlotView(parent)
{
    createItems();
    setHeight(kLines);
}

void ParetoPlot::createItems()
{
    usePlainNumbers(plot(), kTicks);
    for (Layer &layer : m_layers) {
        layer.front = plot().addGraph();
        layer.points = plot().addGraph();
        layer.points->setLineStyle(QCPGraph::lsNone);
        layer.whiskers = new QCPErrorBars(plot().xAxis, plot().yAxis);
        layer.whiskers->setDataPlottable(layer.points);
        layer.whiskers->setWhiskerWidth(kWhisker);
        layer.whiskers->setSymbolGap(0);
    }
    m_ring = plot().addGraph();
    m_ring->setLineStyle(QCPGraph::lsNone);
    connect(&plot(), &QCustomPlot::afterLayout, this, &ParetoPlot::placeLabels);
}

void ParetoPlot::fitTo(QSize size)
{
    plot().xAxis->ticker()->setTickCount(std::clamp(size.width() / kTickWidth, 1, kTicks));
}

void ParetoPlot::resizeEvent(QResizeEvent *event)
{
    fitTo(size());
    PlotView::resizeEvent(event);
}

void ParetoPlot::setData(const ParetoPlotData &data)
{
    m_data = data;
    showPoints();
    showLabels();
    setRanges();
    setAxisLabels(data.xLabel, data.yLabel);
    QList<QPointF> places;
    QStringList readings;
    for (const ParetoPoint &point : data.points) {
        places.append({point.x, point.y});
        readings.append(point.reading);
    }
    setPlaces(data.name, places, readings);
}

void ParetoPlot::showPoints()
{
    for (Layer &layer : m_layers) {
        layer.points->data()->clear();
        layer.whiskers->data()->clear();
        layer.front->data()->clear();
    }
    m_ring->data()->clear();
    // The graphs keep the order, and so do the whiskers: points are sorted by x.
    for (const ParetoPoint &point : std::as_const(m_data.points)) {
        Layer &layer = m_layers[std::size_t(point.source)];
        layer.points->addData(point.x, point.y);
        layer.whiskers->addData(point.interval ? point.y - point.interval->first : qQNaN(),
                                point.interval ? point.interval->second - point.y : qQNaN());
        if (point.isOnFront && point.source != ParetoPoint::Source::Confirmed)
            layer.front->addData(point.x, point.y);
        if (point.isChosen)
            m_ring->addData(point.x, point.y);
    }
}

void ParetoPlot::showLabels()
{
    for (QCPItemText *label : std::as_const(m_labels))
        plot().removeItem(label);
    m_labels.clear();
    for (const ParetoPoint &point : std::as_const(m_data.points)) {
        if (!point.showsLabel)
            continue;
        auto *label = new QCPItemText(&plot());
        label->setText(point.label);
        label->setPositionAlignment(Qt::AlignLeft | Qt::AlignVCenter);
        label->setPadding({kSpacing, 0, 0, 0});
        label->position->setCoords(point.x, point.y);
        m_labels.append(label);
    }
}

void ParetoPlot::setRanges()
{
    Span x;
    Span y;
    for (const ParetoPoint &point : std::as_const(m_data.points)) {
        x.take(point.x);
        y.take(point.interval ? point.interval->first : point.y);
        y.take(point.interval ? point.interval->second : point.y);
    }
    plot().xAxis->setRange(x.range());
    plot().yAxis->setRange(y.range());
}

void ParetoPlot::placeLabels()
{
    const QFontMetricsF metrics(smallFont(font()));
    const QRectF inside = plot().axisRect()->rect();
    const auto placeOf = [this](double x, double y) {
        return QPointF(plot().xAxis->coordToPixel(x), plot().yAxis->coordToPixel(y));
    };
    QList<QRectF> taken;
    for (const ParetoPoint &point : std::as_const(m_data.points))
        taken.append(QRectF(placeOf(point.x, point.y) - QPointF(kPoint, kPoint) / 2,
                            QSizeF(kPoint, kPoint)));
    for (QCPItemText *label : std::as_const(m_labels)) {
        const QPointF centre = placeOf(label->position->key(), label->position->value());
        const QSizeF size(metrics.horizontalAdvance(label->text()), metrics.height());
        const QRectF place(centre + QPointF(kSpacing, -size.height() / 2), size);
        const bool isFree =
            inside.contains(place) && std::ranges::none_of(taken, [&place](const QRectF &other) {
                return other.intersects(place);
            });
        label->setVisible(isFree);
        if (isFree)
            taken.append(place);
    }
}

void ParetoPlot::applyColors(const PlotColors &colors)
{
    using Shape = QCPScatterStyle;
    for (const ParetoPoint::Source source : kAllSources) {
        const Layer &layer = m_layers[std::size_t(source)];
        const bool isPredicted = source == ParetoPoint::Source::Predicted;
        const bool isConfirmed = source == ParetoPoint::Source::Confirmed;
        const QColor color = isConfirmed ? colors.series[2] : colors.series[0];
        layer.points->setScatterStyle(Shape(
            isConfirmed ? Shape::ssDiamond : Shape::ssCircle, QPen(color, kLevelPen),
            isPredicted ? QBrush(colors.ground) : QBrush(color), isConfirmed ? kDiamond : kPoint));
        layer.whiskers->setPen(QPen(color, kAxisPen));
        layer.front->setPen(QPen(color, kLevelPen, isPredicted ? Qt::DashLine : Qt::SolidLine));
    }
    m_ring->setScatterStyle(
        Shape(Shape::ssCircle, QPen(colors.series[1], kLevelPen), Qt::NoBrush, kRing));
    for (QCPItemText *label : std::as_const(m_labels)) {
        label->setColor(colors.text);
        label->setFont(smallFont(font()));
    }
    plot().axisRect()->setMinimumMargins({0, kSpacingTight, kSpacing, 0});
}

QString ParetoPlot::table(QChar separator) const
{
    QString text = tableComments(m_data.conditions);
    text += tableRow({QStringLiteral("name"), m_data.xLabel, m_data.yLabel, QStringLiteral("low"),
                      QStringLiteral("high"), QStringLiteral("source"), QStringLiteral("front")},
                     separator);
    for (const ParetoPoint &point : m_data.points)
        text +=
            tableRow({point.label, numberCell(point.x), numberCell(point.y),
                      lowCell(point.interval), highCell(point.interval), sourceName(point.source),
                      point.isOnFront ? QStringLiteral("1") : QStringLiteral("0")},
                     separator);
    return text;
}

QString ParetoPlot::latex() const
{
    QList<LatexSeries> series;
    for (const ParetoPoint::Source source : kAllSources) {
        const bool isPredicted = source == ParetoPoint::Source::Predicted;
        LatexSeries points{isPredicted ? QStringLiteral("only marks, mark=o")
                                       : QStringLiteral("only marks"),
                           {},
                           {},
                           sourceName(source)};
        LatexSeries front{
            isPredicted ? QStringLiteral("dashed, mark=none") : QStringLiteral("mark=none"), {}};
        for (const ParetoPoint &point : m_data.points) {
            if (point.source != source)
                continue;
            points.points.append({point.x, point.y});
            points.intervals.append(point.interval);
            if (point.isOnFront)
                front.points.append({point.x, point.y});
        }
        series.append(points);
        if (source != ParetoPoint::Source::Confirmed)
            series.append(front);
    }
    return latexPlot({m_data.xLabel, m_data.yLabel}, series, m_data.conditions);
}

} // namespace quantloupe

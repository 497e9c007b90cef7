// SPDX-License-Identifier: GPL-3.0-or-later
#include "plots/levels_plot.h"

#include "plots/plot_latex.h"
#include "plots/plot_style.h"
#include "plots/plot_table.h"
#include "widgets/theme.h"

#include <qcustomplot.h>

#include <QtMath>

#include <algorithm>
#include <cstdlib>

namespace quantloupe {

namespace {

constexpr int kLines = 9;
constexpr int kHorizontalTicks = 3;
/// The bars are as high as so many rows, and as this share of them.
constexpr double kFewestRowsOfBars = 3;
constexpr double kBarsShare = 0.6;
constexpr double kHeadroom = 1.08;
/// Of a row, above and below its ticks.
constexpr double kGap = 0.14;
/// Of the horizontal axis, at each end.
constexpr double kMargin = 0.01;
/// Of the plot, at most taken by the names of rows.
constexpr double kNamesShare = 0.34;
/// Pixels that a level needs to be told from its neighbours; they crowd in the middle.
constexpr double kRoomOfLevel = 16;
/// The horizontal axis with its numbers and its label, in lines of text.
constexpr int kAxisLines = 3;
/// Before the name of a chosen row.
const QString kMark = QStringLiteral("\u25b8 ");

QString numberText(double value)
{
    return QString::number(value, 'g', 8);
}

} // namespace

LevelsPlot::LevelsPlot(QWidget *parent) : PlotView(parent)
{
    createItems();
    setHeight(kLines);
}

void LevelsPlot::createItems()
{
    QCustomPlot &canvas = plot();
    canvas.xAxis->ticker()->setTickCount(kHorizontalTicks);
    m_bars = canvas.addGraph();
    m_bars->setLineStyle(QCPGraph::lsStepLeft);
    m_bars->setAntialiasedFill(false);
    for (QCPCurve **ticks : {&m_levels, &m_taken, &m_chosen}) {
        *ticks = new QCPCurve(canvas.xAxis, canvas.yAxis);
        (*ticks)->setAntialiased(false);
    }
    canvas.yAxis2->setVisible(true);
    canvas.yAxis2->setTickLengthIn(0);
    canvas.yAxis2->grid()->setVisible(false);
    connect(canvas.yAxis, qOverload<const QCPRange &>(&QCPAxis::rangeChanged), canvas.yAxis2,
            qOverload<const QCPRange &>(&QCPAxis::setRange));
}

void LevelsPlot::setData(const LevelsPlotData &data)
{
    m_data = data;
    showCounts();
    showLevels();
    fitTo(size());
    plot().yAxis->setRange(-double(data.rows.size()), kHeadroom * barsHeight());
    setAxisLabels(data.xLabel, {});
    showItems();
}

double LevelsPlot::barsHeight() const
{
    return std::max(kFewestRowsOfBars, kBarsShare * double(m_data.rows.size()));
}

void LevelsPlot::showCounts()
{
    m_bars->data()->clear();
    double low = m_data.low;
    double high = m_data.high;
    for (const LevelsPlotRow &row : std::as_const(m_data.rows))
        if (!row.places.isEmpty()) {
            low = std::min(low, row.places.first());
            high = std::max(high, row.places.last());
        }
    // So that the outermost ticks are seen whole.
    const double margin = (high - low) * kMargin;
    plot().xAxis->setRange(low - margin, high + margin);
    if (m_data.counts.isEmpty())
        return;
    const double width = (m_data.high - m_data.low) / double(m_data.counts.size());
    const double highest = *std::max_element(m_data.counts.begin(), m_data.counts.end());
    const double scale = barsHeight() / std::max(1.0, highest);
    for (qsizetype i = 0; i < m_data.counts.size(); ++i)
        m_bars->addData(m_data.low + double(i) * width, m_data.counts[i] * scale);
    m_bars->addData(m_data.high, m_data.counts.last() * scale);
}

void LevelsPlot::addTick(QCPCurve *ticks, double place, int row, double height) const
{
    const double bottom = -double(row) - 1 + kGap;
    ticks->addData(place, bottom);
    ticks->addData(place, bottom + (1 - 2 * kGap) * height);
    ticks->addData(place, qQNaN());
}

void LevelsPlot::showLevels()
{
    for (QCPCurve *ticks : {m_levels, m_taken, m_chosen})
        ticks->data()->clear();
    for (int row = 0; row < m_data.rows.size(); ++row) {
        const LevelsPlotRow &levels = m_data.rows[row];
        for (qsizetype i = 0; i < levels.places.size(); ++i) {
            addTick(m_levels, levels.places[i], row, 1);
            if (levels.taken[i] > 0)
                addTick(levels.isChosen ? m_chosen : m_taken, levels.places[i], row,
                        levels.taken[i]);
        }
    }
}

QList<int> LevelsPlot::namedRows(int height, int textHeight) const
{
    const double rowHeight =
        std::max(1.0, double(height - kAxisLines * fontMetrics().height()) /
                          (double(m_data.rows.size()) + kHeadroom * barsHeight()));
    const int apart = qCeil(textHeight / rowHeight);
    QList<int> named;
    const auto add = [&](int row) {
        if (std::ranges::all_of(named, [&](int other) { return std::abs(row - other) >= apart; }))
            named.append(row);
    };
    for (const bool isChosen : {true, false})
        for (int row = 0; row < m_data.rows.size(); ++row)
            if (m_data.rows[row].isChosen == isChosen)
                add(row);
    return named;
}

void LevelsPlot::fitTo(QSize size)
{
    const QSharedPointer<QCPAxisTickerText> names(new QCPAxisTickerText);
    const QSharedPointer<QCPAxisTickerText> notes(new QCPAxisTickerText);
    const QFontMetrics metrics(smallFont(numericFont(font())));
    for (const int row : namedRows(size.height(), metrics.height())) {
        const LevelsPlotRow &levels = m_data.rows[row];
        const double place = -double(row) - 0.5;
        // So that colour is not the only mark.
        const QString name = levels.isChosen ? kMark + levels.label : levels.label;
        names->addTick(
            place, metrics.elidedText(name, Qt::ElideRight, qRound(kNamesShare * size.width())));
        notes->addTick(place, levels.note);
    }
    if (!m_data.rows.isEmpty())
        notes->addTick(barsHeight() / 2, m_data.noteLabel);
    plot().yAxis->setTicker(names);
    plot().yAxis2->setTicker(notes);
}

void LevelsPlot::showItems()
{
    QList<QPointF> places;
    const double width =
        (m_data.high - m_data.low) / double(std::max<qsizetype>(1, m_data.counts.size()));
    for (qsizetype i = 0; i < m_data.counts.size(); ++i)
        places.append({m_data.low + (double(i) + 0.5) * width, qQNaN()});
    QStringList readings = m_data.readings;
    for (int row = 0; row < m_data.rows.size(); ++row) {
        for (const double place : std::as_const(m_data.rows[row].places))
            places.append({place, -double(row) - 0.5});
        readings += m_data.rows[row].readings;
    }
    setPlaces(m_data.name, places, readings);
}

bool LevelsPlot::isDense() const
{
    qsizetype most = 0;
    for (const LevelsPlotRow &row : m_data.rows)
        most = std::max(most, row.places.size());
    return kRoomOfLevel * double(most) > width();
}

void LevelsPlot::resizeEvent(QResizeEvent *event)
{
    fitTo(size());
    PlotView::resizeEvent(event);
    refresh();
}

void LevelsPlot::applyColors(const PlotColors &colors)
{
    m_bars->setPen(Qt::NoPen);
    m_bars->setBrush(colors.bars);
    m_levels->setPen(QPen(colors.unusedLevels, kAxisPen));
    const double pen = isDense() ? kAxisPen : kLevelPen;
    m_taken->setPen(QPen(colors.levels, pen));
    m_chosen->setPen(QPen(colors.chosen, pen));
    QCPAxis &notes = *plot().yAxis2;
    notes.setBasePen(Qt::NoPen);
    notes.setTickPen(Qt::NoPen);
    notes.setSubTicks(false);
    notes.setTickLabelColor(colors.text);
    notes.setTickLabelFont(smallFont(numericFont(font())));
    plot().yAxis->setTickPen(Qt::NoPen);
}

QString LevelsPlot::table(QChar separator) const
{
    QString text = tableRow(
        {QStringLiteral("low"), QStringLiteral("high"), QStringLiteral("count")}, separator);
    const double width = (m_data.high - m_data.low) / double(m_data.counts.size());
    for (qsizetype i = 0; i < m_data.counts.size(); ++i)
        text +=
            tableRow({numberText(m_data.low + double(i) * width),
                      numberText(m_data.low + double(i + 1) * width), numberText(m_data.counts[i])},
                     separator);
    text += u'\n' + tableRow({QStringLiteral("quantizer"), QStringLiteral("level"),
                              QStringLiteral("taken"), QStringLiteral("weights")},
                             separator);
    for (const LevelsPlotRow &row : m_data.rows)
        for (qsizetype i = 0; i < row.places.size(); ++i)
            text += tableRow({row.label, numberText(row.places[i]), numberText(row.taken[i]),
                              numberText(row.weights[i])},
                             separator);
    return text;
}

QString LevelsPlot::latex() const
{
    LatexSeries bars{QStringLiteral("ybar interval, draw=none, fill=gray"), {}};
    for (const QCPGraphData &bar : *m_bars->data())
        bars.points.append({bar.key, bar.value});
    LatexSeries used{QStringLiteral("only marks, mark=|, orange"), {}};
    LatexSeries unused{QStringLiteral("only marks, mark=|, gray!50"), {}};
    LatexAxes axes{m_data.xLabel, {}};
    for (int row = 0; row < m_data.rows.size(); ++row) {
        const LevelsPlotRow &levels = m_data.rows[row];
        const double y = -double(row) - 0.5;
        axes.yTicks.places.append(y);
        axes.yTicks.labels.append(levels.label + u' ' + levels.note);
        for (qsizetype i = 0; i < levels.places.size(); ++i)
            (levels.taken[i] > 0 ? used : unused).points.append({levels.places[i], y});
    }
    return latexPlot(axes, {bars, unused, used});
}

} // namespace quantloupe

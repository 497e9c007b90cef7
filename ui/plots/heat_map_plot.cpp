// SPDX-License-Identifier: GPL-3.0-or-later
#include "plots/heat_map_plot.h"

#include "plots/heat_map_cells.h"
#include "plots/plot_latex.h"
#include "plots/plot_table.h"
#include "widgets/pair_popup.h"
#include "widgets/theme.h"

#include <algorithm>
#include <array>

namespace quantloupe {

namespace {

constexpr int kLines = 9;
constexpr int kScaleTicks = 3;
constexpr int kScaleWidth = 10;
/// What the axis' numbers, the labels and the scale take of the canvas' width: so many letters, and
/// pixels of margins.
constexpr int kAsideLetters = 13;
constexpr int kAsidePixels = 32;
/// Of the canvas' height, for the label of the scale.
constexpr double kScaleShare = 0.7;
/// Of the cells' height, for pictures; and their sides in logical pixels.
constexpr double kPictureShare = 0.5;
constexpr int kLeastPicture = 32;
constexpr int kMostPicture = 128;

/// Viridis of Matplotlib (van der Walt and Smith 2015), at equal steps.
constexpr std::array<QRgb, 5> kViridis{0xff440154, 0xff3b528b, 0xff21918c, 0xff5ec962, 0xfffde725};

QCPColorGradient gradient(bool isReversed)
{
    QCPColorGradient colors;
    colors.clearColorStops();
    for (std::size_t i = 0; i < kViridis.size(); ++i) {
        const double place = double(i) / double(kViridis.size() - 1);
        colors.setColorStopAt(isReversed ? 1 - place : place, QColor::fromRgb(kViridis[i]));
    }
    return colors;
}

/// How many characters all names begin with, up to the last dot among them.
qsizetype commonBeginning(const QStringList &names)
{
    if (names.size() < 2)
        return 0;
    qsizetype length = names.constFirst().size();
    for (const QString &name : names) {
        const auto [first, second] = std::ranges::mismatch(names.constFirst(), name);
        length = std::min(length, qsizetype(first - names.constFirst().begin()));
    }
    return names.constFirst().left(length).lastIndexOf(u'.') + 1;
}

/// Whole where all of them fit, else without what they begin with in common, elided where even that
/// is too much.
QStringList fitNames(const QStringList &names, const QFontMetricsF &metrics, qreal room)
{
    const auto fits = [&](const QString &name) { return metrics.horizontalAdvance(name) <= room; };
    if (std::ranges::all_of(names, fits))
        return names;
    const qsizetype beginning = commonBeginning(names);
    QStringList shorter;
    for (const QString &name : names)
        shorter.append(metrics.elidedText(
            beginning > 0 ? QChar(0x2026) + name.mid(beginning) : name, Qt::ElideMiddle, room));
    return shorter;
}

QCPRange rangeOf(const QList<HeatMapCell> &cells)
{
    std::optional<QCPRange> range;
    for (const HeatMapCell &cell : cells)
        if (cell.value) {
            if (range)
                range->expand(*cell.value);
            else
                range = QCPRange(*cell.value, *cell.value);
        }
    if (!range)
        return {0, 1};
    return range->size() > 0 ? *range : QCPRange(range->lower - 0.5, range->upper + 0.5);
}

} // namespace

HeatMapPlot::HeatMapPlot(QWidget *parent) : PlotView(parent)
{
    createItems();
    setHeight(kLines);
    m_pictures = new PairPopup(this);
    m_pictures->setObjectName("cellPictures");
    connect(this, &PlotView::cursorChanged, m_pictures, &QWidget::hide);
    setStatusTip(tr("Arrow keys read values, Enter or a click acts; a right click or Shift+F10 "
                    "exports the plot"));
}

void HeatMapPlot::createItems()
{
    QCustomPlot &canvas = plot();
    m_cells = new HeatMapCells(&canvas, &m_data);
    m_scale = new QCPColorScale(&canvas);
    m_scale->setType(QCPAxis::atRight);
    m_scale->setBarWidth(kScaleWidth);
    m_scale->axis()->ticker()->setTickCount(kScaleTicks);
    m_scale->axis()->setNumberFormat(QStringLiteral("g"));
    m_scale->axis()->setNumberPrecision(3);
    canvas.plotLayout()->addElement(0, 1, m_scale);
    // As high as the cells.
    auto *sides = new QCPMarginGroup(&canvas);
    canvas.axisRect()->setMarginGroup(QCP::msTop | QCP::msBottom, sides);
    m_scale->setMarginGroup(QCP::msTop | QCP::msBottom, sides);
}

void HeatMapPlot::setData(const HeatMapData &data)
{
    m_data = data;
    plot().xAxis->setRange(-0.5, std::max(1, columnCount()) - 0.5);
    plot().yAxis->setRange(-std::max(1, rowCount()) + 0.5, 0.5);
    setAxisLabels(data.xLabel, data.yLabel);
    showRows();
    fitTo(size());
    QList<QPointF> places;
    QStringList readings;
    for (int i = 0; i < data.cells.size(); ++i) {
        places.append({double(i % columnCount()), double(-(i / columnCount()))});
        readings.append(data.cells[i].reading);
    }
    setCells(data.name, places, readings);
}

void HeatMapPlot::hidePictures()
{
    m_pictures->hide();
}

void HeatMapPlot::showPictures(const QImage &reference, const QImage &quantized)
{
    if (cursor() < 0)
        return;
    const QRect inside = plot().axisRect()->rect().translated(plot().pos());
    m_pictures->setPictures(
        reference, quantized,
        std::clamp(int(kPictureShare * inside.height()), kLeastPicture, kMostPicture));
    QRect place(QPoint(), m_pictures->size());
    place.moveBottom(inside.bottom());
    if (positionOf(cursor()).x() < inside.center().x())
        place.moveRight(inside.right());
    else
        place.moveLeft(inside.left());
    m_pictures->move(place.topLeft());
    m_pictures->show();
    m_pictures->raise();
}

void HeatMapPlot::showRows()
{
    const QSharedPointer<QCPAxisTickerText> ticker(new QCPAxisTickerText);
    for (int row = 0; row < rowCount(); ++row)
        ticker->addTick(-row, m_data.rows[row]);
    plot().yAxis->setTicker(ticker);
}

void HeatMapPlot::showColumns(int width)
{
    const QSharedPointer<QCPAxisTickerText> ticker(new QCPAxisTickerText);
    const QFontMetricsF metrics(smallFont(font()));
    qreal rows = 0;
    for (const QString &row : m_data.rows)
        rows = std::max(rows, metrics.horizontalAdvance(row));
    const qreal aside = kAsidePixels + rows + kAsideLetters * metrics.averageCharWidth();
    const qreal room =
        std::max(0.0, width - aside) / std::max(1, columnCount()) - metrics.averageCharWidth() / 2;
    // One in so many, where even a few letters have no room.
    const int stride = std::max(1, qRound(metrics.averageCharWidth() * 4 / std::max(1.0, room)));
    const QStringList names = fitNames(m_data.columns, metrics, room * stride);
    for (int column = 0; column < columnCount(); column += stride)
        ticker->addTick(column, names[column]);
    plot().xAxis->setTicker(ticker);
}

void HeatMapPlot::fitTo(QSize size)
{
    showColumns(size.width());
    m_scale->axis()->setLabel(
        QFontMetrics(smallFont(font()))
            .elidedText(m_data.valueLabel, Qt::ElideRight, qRound(kScaleShare * size.height())));
}

void HeatMapPlot::resizeEvent(QResizeEvent *event)
{
    fitTo(size());
    PlotView::resizeEvent(event);
}

void HeatMapPlot::applyColors(const PlotColors &colors)
{
    // What matters stands out from the ground: dark on light, light on dark.
    const bool isDark = relativeLuminance(colors.ground) < 0.5;
    const QCPColorGradient shades = gradient(m_data.isHighStrong != isDark);
    const QCPRange range = rangeOf(m_data.cells);
    m_scale->setGradient(shades);
    m_scale->setDataRange(range);
    m_cells->setScale(shades, range);
    m_cells->setLook(colors, smallFont(numericFont(font())));
    QCPAxis &scale = *m_scale->axis();
    scale.setBasePen(QPen(colors.axis, kAxisPen));
    scale.setTickPen(QPen(colors.axis, kAxisPen));
    scale.setSubTicks(false);
    scale.setTickLabelColor(colors.text);
    scale.setTickLabelFont(smallFont(numericFont(font())));
    scale.setLabelColor(colors.text);
    scale.setLabelFont(smallFont(font()));
    plot().yAxis->grid()->setVisible(false);
    plot().yAxis->setTickPen(Qt::NoPen);
    plot().xAxis->setTickPen(Qt::NoPen);
}

int HeatMapPlot::itemAt(QPoint position) const
{
    const QPoint inPlot = position - plot().pos();
    if (m_data.cells.isEmpty() || !plot().axisRect()->rect().contains(inPlot))
        return -1;
    const int column = qRound(plot().xAxis->pixelToCoord(inPlot.x()));
    const int row = qRound(-plot().yAxis->pixelToCoord(inPlot.y()));
    return std::clamp(row, 0, rowCount() - 1) * columnCount() +
           std::clamp(column, 0, columnCount() - 1);
}

int HeatMapPlot::firstItem() const
{
    // The last row is the one of the fewest bits, where layers differ most.
    for (int i = int(m_data.cells.size()) - 1; i >= 0; --i)
        if (m_data.cells[i].isMarked)
            return i;
    return m_data.cells.isEmpty() ? -1 : 0;
}

bool HeatMapPlot::moveCursor(int key)
{
    const bool isSideways = key == Qt::Key_Left || key == Qt::Key_Right;
    const bool isUpright = key == Qt::Key_Up || key == Qt::Key_Down;
    const bool isToEnd = key == Qt::Key_Home || key == Qt::Key_End;
    if (!isSideways && !isUpright && !isToEnd)
        return false;
    if (cursor() < 0) {
        setCursor(firstItem());
        return true;
    }
    int column = cursor() % columnCount();
    int row = cursor() / columnCount();
    if (isSideways)
        column += key == Qt::Key_Right ? 1 : -1;
    else if (isUpright)
        row += key == Qt::Key_Down ? 1 : -1;
    else
        column = key == Qt::Key_Home ? 0 : columnCount() - 1;
    setCursor(std::clamp(row, 0, rowCount() - 1) * columnCount() +
              std::clamp(column, 0, columnCount() - 1));
    return true;
}

QString HeatMapPlot::table(QChar separator) const
{
    QString text = tableComments(m_data.conditions);
    text += tableRow({m_data.xLabel, m_data.yLabel, m_data.valueLabel, QStringLiteral("low"),
                      QStringLiteral("high"), QStringLiteral("source")},
                     separator);
    for (int i = 0; i < m_data.cells.size(); ++i) {
        const HeatMapCell &cell = m_data.cells[i];
        const QString source = cell.isPredicted      ? QStringLiteral("predicted")
                               : cell.text.isEmpty() ? QString()
                                                     : QStringLiteral("measured");
        text += tableRow({m_data.columns[i % columnCount()], m_data.rows[i / columnCount()],
                          numberCell(cell.value), lowCell(cell.interval), highCell(cell.interval),
                          source},
                         separator);
    }
    return text;
}

QString HeatMapPlot::latex() const
{
    LatexSeries cells{
        QStringLiteral("matrix plot*, mesh/cols=%1, point meta=explicit").arg(columnCount()), {}};
    LatexAxes axes{m_data.xLabel, m_data.yLabel};
    for (int column = 0; column < columnCount(); ++column) {
        axes.ticks.places.append(column);
        axes.ticks.labels.append(m_data.columns[column]);
    }
    for (int row = 0; row < rowCount(); ++row) {
        axes.yTicks.places.append(-row);
        axes.yTicks.labels.append(m_data.rows[row]);
    }
    for (int i = 0; i < m_data.cells.size(); ++i) {
        cells.points.append({double(i % columnCount()), double(-(i / columnCount()))});
        cells.metas.append(m_data.cells[i].value.value_or(qQNaN()));
    }
    axes.colorBar = m_data.valueLabel;
    return latexPlot(axes, {cells}, m_data.conditions);
}

} // namespace quantloupe

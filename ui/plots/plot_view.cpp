// SPDX-License-Identifier: GPL-3.0-or-later
#include "plots/plot_view.h"

#include "plots/plot_style.h"
#include "plots/wrapped_text.h"
#include "widgets/theme.h"

#include <QMenu>
#include <QPainter>
#include <QStyleOption>
#include <QVBoxLayout>

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace quantloupe {

namespace {

constexpr int kFocusMargin = 2;
constexpr int kNarrowest = 160;
/// Around a point or a column, in pixels, and how far from a point it is still meant.
constexpr double kMarkRadius = 9;
constexpr double kReach = 24;
const char *const kOverlay = "overlay";

} // namespace

PlotView::PlotView(QWidget *parent) : QWidget(parent)
{
    createWidgets();
    createLayout();
    connectSignals();
}

PlotView::~PlotView() = default;

void PlotView::createWidgets()
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setStatusTip(tr("Left and Right read values; a right click or Shift+F10 exports the plot"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_plot = new QCustomPlot(this);
    m_plot->setObjectName("canvas");
    // Pointing and clicking mean the same for all plots; this widget handles both.
    m_plot->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_plot->setFocusPolicy(Qt::NoFocus);
    createOverlay();
    m_menu = new QMenu(this);
    m_menu->setObjectName("exportMenu");
    addExport(tr("Save as PNG (2x)…"), "exportPng", QStringLiteral("png"));
    addExport(tr("Save as SVG…"), "exportSvg", QStringLiteral("svg"));
    addExport(tr("Save as PDF…"), "exportPdf", QStringLiteral("pdf"));
    addExport(tr("Save data as CSV…"), "exportCsv", QStringLiteral("csv"));
    addExport(tr("Save as LaTeX (pgfplots)…"), "exportTex", QStringLiteral("tex"));
    m_menu->addSeparator();
    m_menu->addAction(tr("Copy data"), this, &PlotView::copyTable)->setObjectName("copyData");
}

void PlotView::createOverlay()
{
    // Moving the cursor paints this layer alone.
    m_plot->layer(kOverlay)->setMode(QCPLayer::lmBuffered);
    m_mark = new QCPItemRect(m_plot);
    m_mark->setLayer(kOverlay);
    m_mark->topLeft->setType(QCPItemPosition::ptAbsolute);
    m_mark->bottomRight->setType(QCPItemPosition::ptAbsolute);
    m_mark->setVisible(false);
    m_text = new QCPItemText(m_plot);
    m_text->setLayer(kOverlay);
    m_text->setClipToAxisRect(false);
    m_text->position->setType(QCPItemPosition::ptViewportRatio);
    m_text->setPadding({kSpacingTight, 1, kSpacingTight, 1});
    m_text->setVisible(false);
}

void PlotView::createLayout()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kFocusMargin, kFocusMargin, kFocusMargin, kFocusMargin);
    layout->addWidget(m_plot);
}

void PlotView::connectSignals()
{
    connect(this, &PlotView::itemActivated, this, &PlotView::setCursor);
    // New data move the axes, and with them the items, under a pointer that rests.
    connect(m_plot, &QCustomPlot::afterLayout, this, &PlotView::followPointer);
    connect(m_plot, &QCustomPlot::afterLayout, this, &PlotView::elideAxisLabels);
}

void PlotView::setHeight(int lines)
{
    m_lines = lines;
    updateGeometry();
}

void PlotView::setItems(const QString &name, double low, double high, const QStringList &readings)
{
    m_places.clear();
    m_areCells = false;
    m_width = (high - low) / double(std::max<qsizetype>(1, readings.size()));
    for (qsizetype i = 0; i < readings.size(); ++i)
        m_places.append({low + (double(i) + 0.5) * *m_width, qQNaN()});
    m_plot->xAxis->setRange(low, high);
    takeItems(name, readings);
}

void PlotView::setPlaces(const QString &name, const QList<QPointF> &places,
                         const QStringList &readings)
{
    m_places = places;
    m_width.reset();
    m_areCells = false;
    takeItems(name, readings);
}

void PlotView::setCells(const QString &name, const QList<QPointF> &places,
                        const QStringList &readings)
{
    m_places = places;
    m_width = 1;
    m_areCells = true;
    takeItems(name, readings);
}

void PlotView::setAxisLabels(const QString &x, const QString &y)
{
    m_xLabel = x;
    m_yLabel = y;
    m_plot->xAxis->setLabel(x);
    m_plot->yAxis->setLabel(y);
}

QString PlotView::yLabel() const
{
    return m_plot->yAxis->label();
}

void PlotView::elideAxisLabels()
{
    // Of the same height as whole ones, so that the layout that was just made stays right.
    const auto elided = [](const QCPAxis &axis, const QString &label, int length) {
        return QFontMetrics(axis.labelFont()).elidedText(label, Qt::ElideRight, length);
    };
    const QRect inside = m_plot->axisRect()->rect();
    m_plot->xAxis->setLabel(elided(*m_plot->xAxis, m_xLabel, inside.width()));
    m_plot->yAxis->setLabel(elided(*m_plot->yAxis, m_yLabel, inside.height()));
}

void PlotView::takeItems(const QString &name, const QStringList &readings)
{
    m_name = name;
    m_readings = readings;
    const bool isLost = m_cursor >= readings.size();
    if (isLost)
        m_cursor = -1;
    refresh();
    if (isLost)
        Q_EMIT cursorChanged(m_cursor);
}

void PlotView::refresh()
{
    applyTheme(palette());
    showReading();
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void PlotView::applyTheme(const QPalette &palette)
{
    const PlotColors colors = plotColors(palette);
    applyStyle(*m_plot, colors, font());
    m_mark->setPen(Qt::NoPen);
    m_mark->setBrush(colors.cursor);
    QColor behind = colors.ground;
    behind.setAlphaF(kBehindText);
    m_text->setBrush(behind);
    m_text->setPen(Qt::NoPen);
    m_text->setColor(palette.color(QPalette::WindowText));
    m_text->setFont(smallFont(numericFont(font())));
    applyColors(colors);
}

void PlotView::setCursor(int item)
{
    item = item < m_readings.size() ? item : -1;
    if (item == m_cursor)
        return;
    m_cursor = item;
    showReading();
    m_plot->layer(kOverlay)->replot();
    Q_EMIT cursorChanged(item);
}

void PlotView::followPointer()
{
    const int before = m_cursor;
    if (m_pointer)
        m_cursor = itemAt(*m_pointer);
    showReading();
    if (m_cursor != before)
        Q_EMIT cursorChanged(m_cursor);
}

void PlotView::showReading()
{
    const bool isShown = m_cursor >= 0;
    m_mark->setVisible(isShown);
    m_text->setVisible(isShown);
    setAccessibleDescription(reading());
    if (!isShown)
        return;
    placeMark();
    // On the side where it hides nothing of what is pointed at.
    const bool isLeft = pixelOf(m_cursor).x() < m_plot->axisRect()->center().x();
    m_text->setText(wrapped(reading(), m_text->font(), m_plot->axisRect()->width()));
    m_text->setTextAlignment(isLeft ? Qt::AlignRight : Qt::AlignLeft);
    m_text->setPositionAlignment(Qt::AlignTop | (isLeft ? Qt::AlignRight : Qt::AlignLeft));
    m_text->position->setCoords(isLeft ? 1 : 0, 0);
}

void PlotView::placeMark()
{
    const QPointF centre = pixelOf(m_cursor);
    const QRectF inside = m_plot->axisRect()->rect();
    const QPointF place = m_places[m_cursor];
    double half = kMarkRadius;
    if (m_width)
        half = std::abs(m_plot->xAxis->coordToPixel(place.x() + *m_width / 2) - centre.x());
    double halfHeight = half;
    if (m_areCells)
        halfHeight = std::abs(m_plot->yAxis->coordToPixel(place.y() + 0.5) - centre.y());
    const bool isColumn = std::isnan(place.y());
    const double top = isColumn ? inside.top() : centre.y() - halfHeight;
    const double bottom = isColumn ? inside.bottom() + 1 : centre.y() + halfHeight;
    m_mark->topLeft->setPixelPosition({centre.x() - half, top});
    m_mark->bottomRight->setPixelPosition({centre.x() + half, bottom});
}

QPointF PlotView::pixelOf(int item) const
{
    const QPointF place = m_places.value(item);
    const double y = std::isnan(place.y()) ? m_plot->axisRect()->center().y()
                                           : m_plot->yAxis->coordToPixel(place.y());
    return {m_plot->xAxis->coordToPixel(place.x()), y};
}

double PlotView::distanceTo(int item, QPointF position) const
{
    const QPointF offset = pixelOf(item) - position;
    return std::isnan(m_places[item].y()) ? std::abs(offset.x())
                                          : std::hypot(offset.x(), offset.y());
}

int PlotView::itemAt(QPoint position) const
{
    const QPoint inPlot = position - m_plot->pos();
    const QRect inside = m_plot->axisRect()->rect();
    if (m_places.isEmpty() || inPlot.x() < inside.left() || inPlot.x() > inside.right())
        return -1;
    int nearest = -1;
    double least = std::numeric_limits<double>::infinity();
    for (int item = 0; item < m_places.size(); ++item) {
        const double distance = distanceTo(item, inPlot);
        const bool isReached = std::isnan(m_places[item].y()) || distance <= kReach;
        if (isReached && distance < least) {
            nearest = item;
            least = distance;
        }
    }
    return nearest;
}

QPoint PlotView::positionOf(int item) const
{
    return m_plot->pos() + pixelOf(item).toPoint();
}

QSize PlotView::sizeHint() const
{
    return {kNarrowest * 2, m_lines * fontMetrics().lineSpacing()};
}

QSize PlotView::minimumSizeHint() const
{
    return {kNarrowest, sizeHint().height()};
}

void PlotView::paintEvent(QPaintEvent *)
{
    if (!hasFocus())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(themeColors(palette()).accent, kFocusMargin));
    painter.drawRect(QRectF(rect()).adjusted(1, 1, -1, -1));
}

void PlotView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

} // namespace quantloupe

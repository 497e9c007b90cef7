// SPDX-License-Identifier: GPL-3.0-or-later
#include "plots/plot_view.h"

#include "plots/plot_style.h"
#include "widgets/theme.h"

#include <QMenu>
#include <QPainter>
#include <QStyleOption>
#include <QVBoxLayout>

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>

namespace quantloupe {

namespace {

constexpr int kFocusMargin = 2;
constexpr int kNarrowest = 160;
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
    m_mark->topLeft->setTypeY(QCPItemPosition::ptAxisRectRatio);
    m_mark->bottomRight->setTypeY(QCPItemPosition::ptAxisRectRatio);
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
}

void PlotView::setHeight(int lines)
{
    m_lines = lines;
    updateGeometry();
}

void PlotView::setItems(const QString &name, double low, double high, const QStringList &readings)
{
    m_name = name;
    m_low = low;
    m_high = high;
    m_readings = readings;
    m_cursor = m_cursor < readings.size() ? m_cursor : -1;
    m_plot->xAxis->setRange(low, high);
    refresh();
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
    behind.setAlphaF(0.85F);
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
}

void PlotView::followPointer()
{
    if (!m_pointer)
        return;
    m_cursor = itemAt(*m_pointer);
    showReading();
}

void PlotView::showReading()
{
    const bool isShown = m_cursor >= 0;
    m_mark->setVisible(isShown);
    m_text->setVisible(isShown);
    setAccessibleDescription(reading());
    if (!isShown)
        return;
    const double half = (m_high - m_low) / double(m_readings.size()) / 2;
    m_mark->topLeft->setCoords(centreOf(m_cursor) - half, 0);
    m_mark->bottomRight->setCoords(centreOf(m_cursor) + half, 1);
    // On the side where it hides nothing of what is pointed at.
    const bool isLeft = m_cursor * 2 < m_readings.size();
    m_text->setText(reading());
    m_text->setPositionAlignment(Qt::AlignTop | (isLeft ? Qt::AlignRight : Qt::AlignLeft));
    m_text->position->setCoords(isLeft ? 1 : 0, 0);
}

double PlotView::centreOf(int item) const
{
    return m_low + (item + 0.5) * (m_high - m_low) / double(m_readings.size());
}

int PlotView::itemAt(QPoint position) const
{
    const QRect inside = m_plot->axisRect()->rect().translated(m_plot->pos());
    if (m_readings.isEmpty() || position.x() < inside.left() || position.x() > inside.right())
        return -1;
    const double x = m_plot->xAxis->pixelToCoord(position.x() - m_plot->x());
    const double share = (x - m_low) / (m_high - m_low);
    return std::clamp(int(std::floor(share * double(m_readings.size()))), 0,
                      int(m_readings.size()) - 1);
}

QPoint PlotView::positionOf(int item) const
{
    const QRect inside = m_plot->axisRect()->rect();
    return {m_plot->x() + int(std::lround(m_plot->xAxis->coordToPixel(centreOf(item)))),
            m_plot->y() + inside.center().y()};
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "plots/plot_export.h"

#include <QBuffer>
#include <QPageSize>
#include <QPdfWriter>
#include <QSvgGenerator>

#include <qcustomplot.h>

namespace quantloupe {

namespace {

constexpr double kPngScale = 2;
constexpr int kPointsPerInch = 72;

void paint(QCustomPlot &plot, QPaintDevice &device)
{
    QCPPainter painter(&device);
    painter.setMode(QCPPainter::pmVectorized);
    painter.setMode(QCPPainter::pmNoCaching);
    plot.toPainter(&painter, plot.width(), plot.height());
}

void encodeSvg(QCustomPlot &plot, QIODevice &out, const QString &title)
{
    QSvgGenerator generator;
    generator.setOutputDevice(&out);
    generator.setTitle(title);
    generator.setSize(plot.size());
    generator.setViewBox(QRect(QPoint(), plot.size()));
    paint(plot, generator);
}

void encodePdf(QCustomPlot &plot, QIODevice &out, const QString &title)
{
    QPdfWriter writer(&out);
    writer.setTitle(title);
    writer.setResolution(kPointsPerInch);
    writer.setPageMargins({});
    writer.setPageSize(QPageSize(plot.size(), {}, QPageSize::ExactMatch));
    paint(plot, writer);
}

} // namespace

QByteArray encodePlot(QCustomPlot &plot, PlotFormat format, const QString &title)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    switch (format) {
    case PlotFormat::Png:
        plot.toPixmap(plot.width(), plot.height(), kPngScale).save(&buffer, "PNG");
        break;
    case PlotFormat::Svg:
        encodeSvg(plot, buffer, title);
        break;
    case PlotFormat::Pdf:
        encodePdf(plot, buffer, title);
        break;
    }
    return buffer.data();
}

} // namespace quantloupe

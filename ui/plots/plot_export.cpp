// SPDX-License-Identifier: GPL-3.0-or-later
#include "plots/plot_export.h"

#include "widgets/theme.h"

#include <QBuffer>
#include <QPageSize>
#include <QPdfWriter>
#include <QSvgGenerator>

#include <qcustomplot.h>

namespace quantloupe {

namespace {

constexpr double kPngScale = 2;
constexpr int kPointsPerInch = 72;
/// Around the plot, where the window has one of its own.
constexpr int kMargin = kSpacing;

void paint(QCustomPlot &plot, QPaintDevice &device)
{
    QCPPainter painter(&device);
    painter.setMode(QCPPainter::pmVectorized);
    painter.setMode(QCPPainter::pmNoCaching);
    plot.toPainter(&painter, kExportSize.width(), kExportSize.height());
}

QByteArray encodePng(QImage image, const PlotDescription &description)
{
    image.setText(QStringLiteral("Title"), description.title);
    if (!description.conditions.isEmpty())
        image.setText(QStringLiteral("Description"), description.conditions);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return buffer.data();
}

void encodeSvg(QCustomPlot &plot, QIODevice &out, const PlotDescription &description)
{
    QSvgGenerator generator;
    generator.setOutputDevice(&out);
    generator.setTitle(description.title);
    generator.setDescription(description.conditions);
    generator.setSize(kExportSize);
    generator.setViewBox(QRect(QPoint(), kExportSize));
    paint(plot, generator);
}

void encodePdf(QCustomPlot &plot, QIODevice &out, const PlotDescription &description)
{
    QPdfWriter writer(&out);
    QString title = description.title;
    for (const QString &line : description.conditions.split(u'\n', Qt::SkipEmptyParts))
        title += QStringLiteral("; ") + line;
    writer.setTitle(title);
    writer.setResolution(kPointsPerInch);
    writer.setPageMargins({});
    writer.setPageSize(QPageSize(kExportSize, {}, QPageSize::ExactMatch));
    paint(plot, writer);
}

} // namespace

FileContent drawPlot(QCustomPlot &plot, PlotFormat format, const PlotDescription &description)
{
    QBuffer vectors;
    vectors.open(QIODevice::WriteOnly);
    QImage image;
    const QMargins onScreen = plot.plotLayout()->margins();
    plot.plotLayout()->setMargins({kMargin, kMargin, kMargin, kMargin});
    switch (format) {
    case PlotFormat::Png:
        image = plot.toPixmap(kExportSize.width(), kExportSize.height(), kPngScale).toImage();
        break;
    case PlotFormat::Svg:
        encodeSvg(plot, vectors, description);
        break;
    case PlotFormat::Pdf:
        encodePdf(plot, vectors, description);
        break;
    }
    plot.plotLayout()->setMargins(onScreen);
    if (format == PlotFormat::Png)
        return [image, description] { return encodePng(image, description); };
    return [bytes = vectors.data()] { return bytes; };
}

} // namespace quantloupe

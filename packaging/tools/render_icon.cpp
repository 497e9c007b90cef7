// SPDX-License-Identifier: GPL-3.0-or-later
// Draws an SVG as a square PNG: render_icon SVG SIDE PNG. Runs while Quantloupe is built.
#include <QCoreApplication>
#include <QImage>
#include <QPainter>
#include <QSvgRenderer>

#include <cstdio>

int main(int argc, char **argv)
{
    // Shapes without text need no display.
    QCoreApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    const int side = words.value(2).toInt();
    QSvgRenderer picture(words.value(1));
    if (words.size() != 4 || side < 1 || !picture.isValid()) {
        std::fprintf(stderr, "usage: render_icon SVG SIDE PNG\n");
        return 1;
    }
    QImage image(side, side, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    picture.render(&painter);
    painter.end();
    if (image.save(words[3], "PNG"))
        return 0;
    std::fprintf(stderr, "render_icon: %s could not be written\n", argv[3]);
    return 1;
}

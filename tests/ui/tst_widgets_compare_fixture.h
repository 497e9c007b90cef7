// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/compare_grid.h"
#include "widgets/compare_large.h"
#include "widgets/compare_view.h"

#include <QApplication>
#include <QImage>
#include <QLabel>
#include <QTest>
#include <QWheelEvent>

namespace quantloupe {

inline constexpr int kSide = 16;
inline constexpr QSize kWindow(720, 700);

/// Every pixel of every picture has a colour of its own.
inline QColor pixelColor(int index, int x, int y, bool quantized)
{
    return {x * 16, y * 16, index % 16 * 8 + (quantized ? 4 : 0)};
}

inline Image picture(int index, bool quantized, int side = kSide)
{
    Image image(side, side, 3);
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) {
            const QColor color = pixelColor(index, x % 16, y % 16, quantized);
            image.at(x, y)[0] = std::uint8_t(color.red());
            image.at(x, y)[1] = std::uint8_t(color.green());
            image.at(x, y)[2] = std::uint8_t(color.blue());
        }
    }
    return image;
}

inline SamplePair pairOf(int index, int side = kSide)
{
    SamplePair pair;
    pair.sample.index = std::uint64_t(index);
    pair.reference = picture(index, false, side);
    pair.quantized = picture(index, true, side);
    pair.psnr = 30;
    return pair;
}

/// A shown view of numbered pairs.
struct CompareFixture
{
    CompareView view;
    CompareGrid *grid = view.grid();
    QWidget *viewport = grid->viewport();

    explicit CompareFixture(int count = 16, int side = kSide)
    {
        view.resize(kWindow);
        view.setCount(count);
        for (int i = 0; i < count; ++i)
            view.setPair(i, pairOf(i, side));
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
    }
    QRect tile(int position, PictureRow row) const
    {
        return grid->tileRect(position, row).toRect();
    }
    QPoint centre(int position) const { return tile(position, PictureRow::Float).center(); }
    QImage shot() const
    {
        QImage image = viewport->grab().toImage();
        while (!grid->lastPaintWasComplete())
            image = viewport->grab().toImage();
        return image;
    }
    void wheel(QPoint at, int notches) const
    {
        QWheelEvent event(at, viewport->mapToGlobal(at), {}, {0, notches * 120}, Qt::NoButton,
                          Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(viewport, &event);
    }
    QString readout() const
    {
        return view.findChild<QLabel *>(QStringLiteral("pixelReadout"))->text();
    }
};

/// The view with the current latent large.
struct LargeFixture : CompareFixture
{
    CompareLarge *large = view.large();

    explicit LargeFixture(CompareMode mode) : CompareFixture(4)
    {
        view.setCurrent(2);
        view.setMode(mode);
    }
    QRect place(int tile) const { return large->tileRect(tile).toRect(); }
    QImage shotOfLarge() const { return large->grab().toImage(); }
    /// The colour shown for a pixel of the picture.
    QColor shown(int tile, QPoint pixel) const
    {
        const QPoint corner = large->region().pixelRect(pixel).center();
        return shotOfLarge().pixelColor(place(tile).topLeft() + corner);
    }
    /// Of the picture, in its own pixels.
    static QPointF centreOf(const PictureRegion &region, QSize tile)
    {
        return (QPointF(region.offset) + QPointF(tile.width(), tile.height()) / 2) / region.scale;
    }
    int xOf(double share) const { return place(0).left() + int(share * place(0).width()); }
};

/// All pixels of a tile, against the region of its picture that the grid says it shows.
inline bool showsExactly(const CompareFixture &f, const QImage &shot, int position, PictureRow row)
{
    const QRect tile = f.tile(position, row);
    for (int y = 0; y < tile.height(); ++y) {
        for (int x = 0; x < tile.width(); ++x) {
            const QPoint pixel = f.grid->region().pixelAt({x, y});
            const QColor expected =
                pixelColor(position, pixel.x(), pixel.y(), row == PictureRow::Quantized);
            if (shot.pixelColor(tile.topLeft() + QPoint(x, y)) != expected)
                return false;
        }
    }
    return true;
}

/// Without the frame of the pixel under the cursor.
inline bool allShowExactly(const CompareFixture &f, int count)
{
    QEvent leave(QEvent::Leave);
    QApplication::sendEvent(f.viewport, &leave);
    const QImage shot = f.shot();
    bool exact = true;
    for (int position = 0; position < count; ++position)
        exact = exact && showsExactly(f, shot, position, PictureRow::Float) &&
                showsExactly(f, shot, position, PictureRow::Quantized);
    return exact;
}

} // namespace quantloupe

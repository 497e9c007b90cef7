// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare_layout.h"
#include "widgets/picture_region.h"
#include "widgets/whole_scale.h"

#include <QTest>

using namespace quantloupe;

namespace {

CompareSpace space(QSize viewport, int count, int side)
{
    return {.viewport = viewport,
            .scrollBarWidth = 16,
            .count = count,
            .picture = {side, side},
            .headerWidth = 100,
            .captionHeight = 14,
            .metricsHeight = 26,
            .minCellWidth = 48,
            .minTile = 48,
            .gap = 8,
            .margin = 8};
}

} // namespace

class TestCompareLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fits_data()
    {
        QTest::addColumn<QSize>("viewport");
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("side");
        QTest::addColumn<double>("scale");
        QTest::newRow("16 small") << QSize(720, 680) << 16 << 32 << 2.0;
        QTest::newRow("16 wider") << QSize(1280, 880) << 16 << 32 << 4.0;
        QTest::newRow("16 large") << QSize(1800, 1180) << 16 << 32 << 5.0;
        QTest::newRow("one") << QSize(720, 680) << 1 << 32 << 6.0;
        QTest::newRow("odd side") << QSize(720, 680) << 9 << 28 << 3.0;
    }

    void fits()
    {
        QFETCH(QSize, viewport);
        QFETCH(int, count);
        QFETCH(int, side);
        QFETCH(double, scale);
        const CompareLayout layout(space(viewport, count, side));
        QCOMPARE(layout.fitScale(), scale);
        QVERIFY(layout.contentHeight() <= viewport.height());
        for (int position = 0; position < count; ++position)
            QVERIFY(QRect({}, viewport).contains(layout.cell(position)));
    }

    void largePicturesShrink()
    {
        const CompareLayout layout(space({720, 680}, 16, 256));
        QVERIFY(layout.fitScale() < 1);
        QCOMPARE(256 % layout.tileSize().width(), 0);
        QVERIFY(layout.tileSize().width() >= 48);
        QVERIFY(layout.contentHeight() <= 680);
    }

    void wholeScales()
    {
        QCOMPARE(wholeScaleUpTo(4.7), 4.0);
        QCOMPARE(wholeScaleUpTo(1), 1.0);
        QCOMPARE(wholeScaleUpTo(0.98), 1.0 / 2);
        QCOMPARE(wholeScaleUpTo(0.3), 1.0 / 4);
        QCOMPARE(wholeScaleUpTo(0), 0.0);
        QCOMPARE(wholeScaleFrom(1.2), 2.0);
        QCOMPARE(wholeScaleFrom(0.75), 1.0);
        QCOMPARE(wholeScaleFrom(0.3), 1.0 / 3);
        for (int n = 1; n < 200; ++n) {
            QCOMPARE(wholeScaleUpTo(1.0 / n), 1.0 / n);
            QCOMPARE(wholeScaleFrom(1.0 / n), 1.0 / n);
        }
    }

    /// Eight columns of 64 with gaps of 8 take 692 pixels.
    void smallerGapsSaveTheScale()
    {
        const CompareLayout layout(space({689, 584}, 16, 64));
        QCOMPARE(layout.fitScale(), 1.0);
        QCOMPARE(layout.columns(), 8);
        QVERIFY(layout.contentHeight() <= 584);
        for (int position = 0; position < 16; ++position)
            QVERIFY(QRect(0, 0, 689, 584).contains(layout.cell(position)));
    }

    void scrolledPicturesAreWhole()
    {
        const CompareLayout layout(space({500, 400}, 16, 64));
        QCOMPARE(layout.fitScale(), 1.0);
        QVERIFY(layout.contentHeight() > 400);
    }

    void manyPicturesScroll()
    {
        const QSize viewport(720, 680);
        const CompareLayout layout(space(viewport, 64, 32));
        QCOMPARE(layout.fitScale(), 2.0);
        QVERIFY(layout.contentHeight() > viewport.height());
        for (int position = 0; position < 64; ++position)
            QVERIFY(layout.cell(position).right() < viewport.width() - 16);
    }

    void nothingOverlaps()
    {
        for (const int count : {1, 2, 5, 8, 9, 16, 33, 64}) {
            const CompareLayout layout(space({900, 700}, count, 33));
            QVERIFY(layout.columns() * layout.bands() >= count);
            for (int i = 0; i < count; ++i) {
                for (int j = i + 1; j < count; ++j)
                    QVERIFY(!layout.cell(i).intersects(layout.cell(j)));
                const QRect first = layout.tile(i, PictureRow::Float);
                const QRect second = layout.tile(i, PictureRow::Quantized);
                QVERIFY(layout.caption(i).bottom() < first.top());
                QVERIFY(first.bottom() < second.top());
                QVERIFY(layout.tile(i, PictureRow::Difference).bottom() < layout.metrics(i).top());
                QVERIFY(layout.header(i / layout.columns()).right() < first.left());
            }
        }
    }

    void pointsFindTheirTile()
    {
        const CompareLayout layout(space({900, 700}, 9, 32));
        for (int position = 0; position < 9; ++position) {
            const QRect tile = layout.tile(position, PictureRow::Quantized);
            for (const QPoint at : {tile.topLeft(), tile.bottomRight()}) {
                const auto hit = layout.tileAt(at);
                QVERIFY(hit);
                QCOMPARE(hit->position, position);
                QVERIFY(hit->row == PictureRow::Quantized);
                QCOMPARE(hit->offset, at - tile.topLeft());
            }
            QVERIFY(!layout.tileAt(tile.bottomRight() + QPoint(1, 0)));
        }
        QVERIFY(!layout.tileAt({0, 0}));
        QVERIFY(!layout.positionAt({-50, -50}));
    }

    void emptyHasNoPlaces()
    {
        const CompareLayout layout(space({900, 700}, 0, 32));
        QCOMPARE(layout.columns(), 0);
        QVERIFY(!layout.tileAt({200, 200}));
    }

    void zoomKeepsTheAnchor()
    {
        PictureRegion region{2, {}};
        const QPoint anchor(40, 24);
        for (const double scale : {4.0, 8.0, 16.0, 9.0}) {
            const QPoint before = region.pixelAt(anchor);
            region = zoomed(region, scale, anchor);
            QCOMPARE(region.pixelAt(anchor), before);
        }
    }

    void scalesAreWholeFromOneOn()
    {
        double scale = 0.2;
        double last = 0;
        while (scale != last) {
            QCOMPARE(wholeScaleUpTo(scale), scale);
            last = scale;
            scale = nextScale(scale, 0.2, 1);
            QVERIFY(scale >= last);
        }
        QCOMPARE(scale, PictureRegion::kLargestScale);
        for (int notch = 0; notch < 100; ++notch)
            scale = nextScale(scale, 0.2, -1);
        QCOMPARE(scale, 0.2);
        QCOMPARE(allowedScale(4.7, 2), 4.0);
        QCOMPARE(allowedScale(0.5, 2), 2.0);
    }

    void regionsStayInside()
    {
        const QSize picture(32, 32);
        const QSize tile(64, 64);
        QCOMPARE(bounded({4, {-5, 900}}, picture, tile).offset, QPoint(0, 64));
        QCOMPARE(bounded({2, {7, 7}}, picture, tile).offset, QPoint(0, 0));
    }
};

QTEST_APPLESS_MAIN(TestCompareLayout)
#include "tst_widgets_compare_layout.moc"

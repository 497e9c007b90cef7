// SPDX-License-Identifier: GPL-3.0-or-later
#include "tst_widgets_compare_fixture.h"
#include "widgets/compare_text.h"
#include "widgets/pixel_tip.h"
#include "widgets/theme.h"

#include <QLocale>
#include <QScrollBar>
#include <QSignalSpy>

using namespace quantloupe;

class TestCompareInput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale::c());
        applyTheme(*qApp, ThemeKind::Light);
    }

    void zoomIsOneForAll()
    {
        const CompareFixture f;
        const double fit = f.view.zoom();
        QSignalSpy zoomed(&f.view, &CompareView::zoomChanged);
        const QRect before = f.tile(5, PictureRow::Quantized);
        const QPoint at = before.center();
        const QPoint under = f.grid->region().pixelAt(at - before.topLeft());
        f.wheel(at, 3);
        QCOMPARE(zoomed.size(), 1);
        QVERIFY(f.view.zoom() > fit);
        QCOMPARE(f.tile(5, PictureRow::Quantized), before);
        QCOMPARE(f.grid->region().pixelAt(at - before.topLeft()), under);
        QVERIFY(allShowExactly(f, 16));
        f.wheel(at, -30);
        QVERIFY(f.grid->region().offset.isNull());
        QVERIFY(allShowExactly(f, 16));
    }

    void dragPansAllAndDoubleClickFits()
    {
        const CompareFixture f;
        const double fit = f.view.zoom();
        f.wheel(f.centre(0), 4);
        const QPoint before = f.grid->region().offset;
        QTest::mousePress(f.viewport, Qt::LeftButton, {}, f.centre(6));
        QTest::mouseMove(f.viewport, f.centre(6) + QPoint(-9, 5));
        QTest::mouseRelease(f.viewport, Qt::LeftButton, {}, f.centre(6) + QPoint(-9, 5));
        QCOMPARE(f.grid->region().offset, before + QPoint(9, -5));
        QVERIFY(allShowExactly(f, 16));
        QTest::mouseDClick(f.viewport, Qt::LeftButton, {}, f.centre(2));
        QCOMPARE(f.view.zoom(), fit);
        QVERIFY(allShowExactly(f, 16));
    }

    void panStopsAtTheBorder()
    {
        const CompareFixture f;
        f.wheel(f.centre(0), 4);
        QTest::mousePress(f.viewport, Qt::LeftButton, {}, f.centre(0));
        QTest::mouseMove(f.viewport, f.centre(0) + QPoint(900, 900));
        QTest::mouseRelease(f.viewport, Qt::LeftButton, {}, f.centre(0) + QPoint(900, 900));
        QVERIFY(f.grid->region().offset.isNull());
    }

    void setZoomTakesAnAnchor()
    {
        CompareFixture f;
        const QRect tile = f.tile(0, PictureRow::Float);
        f.view.setZoom(20.6, f.viewport->mapTo(&f.view, tile.topLeft()));
        QCOMPARE(f.view.zoom(), 20.0);
        QCOMPARE(f.grid->region().pixelAt({0, 0}), QPoint(0, 0));
        f.view.fit();
        f.view.setZoom(20, f.viewport->mapTo(&f.view, tile.bottomRight()));
        QCOMPARE(f.grid->region().pixelAt({tile.width() - 1, tile.height() - 1}),
                 QPoint(kSide - 1, kSide - 1));
    }

    void zoomSurvivesNewPairs()
    {
        CompareFixture f;
        f.wheel(f.centre(3), 3);
        const PictureRegion region = f.grid->region();
        f.view.setPair(3, pairOf(3));
        QVERIFY(f.grid->region() == region);
        f.view.resize(kWindow + QSize(40, 0));
        QCOMPARE(f.view.zoom(), region.scale);
        QVERIFY(allShowExactly(f, 16));
    }

    void keysAndClicksSelect()
    {
        CompareFixture f;
        QSignalSpy changed(&f.view, &CompareView::currentChanged);
        QCOMPARE(f.view.current(), 0);
        QTest::keyClick(f.grid, Qt::Key_BracketRight);
        QCOMPARE(f.view.current(), 1);
        QTest::keyClick(f.grid, Qt::Key_BracketLeft);
        QTest::keyClick(f.grid, Qt::Key_BracketLeft);
        QCOMPARE(f.view.current(), 0);
        QTest::keyClick(f.grid, Qt::Key_Down);
        const int columns = f.view.current();
        QVERIFY(columns > 1);
        QTest::keyClick(f.grid, Qt::Key_End);
        QCOMPARE(f.view.current(), 15);
        QTest::mouseClick(f.viewport, Qt::LeftButton, {}, f.centre(6));
        QCOMPARE(changed.last().first().toInt(), 6);
        QVERIFY(f.grid->accessibleDescription().contains(QStringLiteral("PSNR 30.0 dB")));
    }

    void currentIsOutlinedAndFocusShows()
    {
        CompareFixture f;
        const QColor accent = themeColors(ThemeKind::Light).accent;
        const auto outlined = [&](int position) {
            const QRect tile = f.tile(position, PictureRow::Float);
            const QImage shot = f.shot();
            for (int x = 1; x < 6; ++x)
                if (shot.pixelColor(tile.left() - x, tile.center().y()) == accent)
                    return true;
            return false;
        };
        f.view.activateWindow();
        f.view.setFocus();
        QTRY_VERIFY(f.grid->hasFocus());
        QVERIFY(outlined(0));
        QVERIFY(!outlined(1));
        f.grid->clearFocus();
        QVERIFY(!outlined(0));
    }

    void pixelValuesAppearFromEightOn()
    {
        CompareFixture f;
        QTest::mouseMove(f.viewport, f.centre(2));
        QVERIFY(f.readout().startsWith(QStringLiteral("Zoom")));
        const int narrowest = f.view.minimumSizeHint().width();
        const QRect tile = f.tile(2, PictureRow::Float);
        f.view.setZoom(8, f.viewport->mapTo(&f.view, tile.topLeft()));
        QTest::mouseMove(f.viewport, tile.topLeft() + QPoint(8 * 3 + 4, 8 * 2 + 4));
        QCOMPARE(f.readout(), pixelText(*f.view.pair(2), {3, 2}));
        QVERIFY(f.readout().contains(QStringLiteral("x 3, y 2")));
        // Docks beside the pictures keep their room.
        QCOMPARE(f.view.minimumSizeHint().width(), narrowest);
        QEvent leave(QEvent::Leave);
        QApplication::sendEvent(f.viewport, &leave);
        QVERIFY(f.readout().startsWith(QStringLiteral("Zoom")));
    }

    void pixelValuesFollowNewPicturesUnderARestingCursor()
    {
        CompareFixture f;
        const QRect tile = f.tile(2, PictureRow::Float);
        f.view.setZoom(8, f.viewport->mapTo(&f.view, tile.topLeft()));
        QTest::mouseMove(f.viewport, tile.topLeft() + QPoint(8 * 5 + 4, 8 * 4 + 4));
        QTRY_COMPARE(f.readout(), pixelText(pairOf(2), {5, 4}));
        f.view.setPair(2, pairOf(9));
        QCOMPARE(f.readout(), pixelText(pairOf(9), {5, 4}));
        const auto *tip = f.viewport->findChild<PixelTip *>(QStringLiteral("pixelTip"));
        QCOMPARE(tip->lines().at(0).values.simplified(), QStringLiteral("80 64 72"));
        f.view.setCount(1);
        QVERIFY(f.readout().startsWith(QStringLiteral("Zoom")));
        QVERIFY(!tip->isVisible());
    }

    void manyPairsScrollToTheCurrent()
    {
        CompareFixture f(64);
        QScrollBar *bar = f.grid->verticalScrollBar();
        QVERIFY(bar->maximum() > 0);
        QCOMPARE(bar->value(), 0);
        QTest::keyClick(f.grid, Qt::Key_End);
        QVERIFY(f.viewport->rect().contains(f.tile(63, PictureRow::Difference)));
        QVERIFY(showsExactly(f, f.shot(), 63, PictureRow::Quantized));
    }

    /// Four configurations are higher than a low grid.
    void tallSamplesStayWhereTheyAre()
    {
        CompareFixture f(4);
        f.view.setConfigurations({"Current", "A", "B", "C"});
        for (int i = 0; i < 4; ++i)
            for (int configuration = 1; configuration < 4; ++configuration)
                f.view.setPair(i, configuration, pairOf(i));
        f.view.resize(f.view.width(), 320);
        QScrollBar *bar = f.grid->verticalScrollBar();
        QTRY_VERIFY(bar->maximum() > 0);
        bar->setValue(0);
        for (const auto key : {Qt::Key_Right, Qt::Key_Right, Qt::Key_Left, Qt::Key_Right}) {
            QTest::keyClick(f.grid, key);
            QCOMPARE(bar->value(), 0);
        }
    }
};

QTEST_MAIN(TestCompareInput)
#include "tst_widgets_compare_input.moc"

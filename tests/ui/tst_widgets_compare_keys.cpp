// SPDX-License-Identifier: GPL-3.0-or-later
#include "tst_widgets_compare_fixture.h"
#include "widgets/compare_text.h"
#include "widgets/pixel_tip.h"

using namespace quantloupe;

/// Moving enlarged pictures and reading their pixels without a mouse.
class TestWidgetsCompareKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void arrowsMoveEnlargedPictures()
    {
        // Too large for pixels that can be read.
        CompareFixture f(4, 64);
        enlarge(f.grid, 1);
        QVERIFY(f.view.zoom() < PixelTip::kFromScale);
        const QPoint before = f.grid->region().offset;
        press(f.grid, Qt::Key_Right);
        QVERIFY(f.grid->region().offset.x() > before.x());
        QCOMPARE(f.grid->region().offset.y(), before.y());
        press(f.grid, Qt::Key_Left);
        QCOMPARE(f.grid->region().offset, before);
        press(f.grid, Qt::Key_Down);
        QVERIFY(f.grid->region().offset.y() > before.y());
        QCOMPARE(f.view.current(), 0);
        for (int i = 0; i < 40; ++i)
            press(f.grid, Qt::Key_Up);
        QCOMPARE(f.grid->region().offset.y(), 0);
    }

    void arrowsReadPixelsOfTheGrid()
    {
        CompareFixture f;
        f.view.setCurrent(1);
        enlargeToRead(f);
        press(f.grid, Qt::Key_Right);
        const QPoint middle = middleOf(f.grid->region(), f.tile(1, PictureRow::Float).size());
        QCOMPARE(f.readout(), pixelText(pairOf(1), middle));
        press(f.grid, Qt::Key_Right);
        QCOMPARE(f.readout(), pixelText(pairOf(1), middle + QPoint(1, 0)));
        press(f.grid, Qt::Key_Up);
        QCOMPARE(f.readout(), pixelText(pairOf(1), middle + QPoint(1, -1)));
        // The pictures follow to their very corner.
        for (int i = 0; i < kSide; ++i) {
            press(f.grid, Qt::Key_Right);
            press(f.grid, Qt::Key_Down);
        }
        QCOMPARE(f.readout(), pixelText(pairOf(1), {kSide - 1, kSide - 1}));
        const QRect tile(QPoint(), f.tile(1, PictureRow::Float).size());
        QVERIFY(tile.contains(f.grid->region().pixelRect({kSide - 1, kSide - 1})));
    }

    void anotherSampleIsReadFromItsMiddle()
    {
        CompareFixture f;
        enlargeToRead(f);
        press(f.grid, Qt::Key_Left);
        QTest::keyClick(f.grid, Qt::Key_Right);
        press(f.grid, Qt::Key_Left);
        const QPoint middle = middleOf(f.grid->region(), f.tile(1, PictureRow::Float).size());
        QCOMPARE(f.readout(), pixelText(pairOf(1), middle));
    }

    void arrowsReadPixelsOfALargePicture()
    {
        const LargeFixture f(CompareMode::Wipe);
        QVERIFY(f.view.zoom() >= PixelTip::kFromScale);
        auto *tip = f.large->findChild<PixelTip *>(QStringLiteral("pixelTip"));
        press(f.large, Qt::Key_Left);
        const QPoint middle = middleOf(f.large->region(), f.place(0).size());
        QCOMPARE(f.readout(), pixelText(pairOf(2), middle));
        QVERIFY(tip->isVisible());
        press(f.large, Qt::Key_Left);
        QCOMPARE(f.readout(), pixelText(pairOf(2), middle - QPoint(1, 0)));
        // The divider stays, which Left alone would move.
        QCOMPARE(f.large->divider(), 0.5);
    }

    void pixelsAreReadWhileThePicturesHaveTheFocus()
    {
        const LargeFixture f(CompareMode::Pair);
        auto *tip = f.large->findChild<PixelTip *>(QStringLiteral("pixelTip"));
        press(f.large, Qt::Key_Left);
        QVERIFY(tip->isVisible());
        QFocusEvent out(QEvent::FocusOut);
        QApplication::sendEvent(f.large, &out);
        QVERIFY(!tip->isVisible());
    }

private:
    static void press(QWidget *view, Qt::Key key)
    {
        QTest::keyClick(view, key, Qt::ControlModifier);
    }
    static void enlarge(QWidget *view, int notches)
    {
        for (int i = 0; i < notches; ++i)
            QTest::keyClick(view, Qt::Key_Plus);
    }
    static void enlargeToRead(const CompareFixture &f)
    {
        do
            enlarge(f.grid, 1);
        while (f.view.zoom() < 2 * PixelTip::kFromScale);
    }
    static QPoint middleOf(const PictureRegion &region, QSize tile)
    {
        return region.pixelAt(QPoint(tile.width() / 2, tile.height() / 2));
    }
};

QTEST_MAIN(TestWidgetsCompareKeys)
#include "tst_widgets_compare_keys.moc"

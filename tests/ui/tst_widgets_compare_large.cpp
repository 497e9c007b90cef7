// SPDX-License-Identifier: GPL-3.0-or-later
#include "tst_widgets_compare_fixture.h"
#include "widgets/compare_large.h"
#include "widgets/compare_text.h"
#include "widgets/pixel_tip.h"
#include "widgets/theme.h"

#include <QLocale>
#include <QSignalSpy>

using namespace quantloupe;

class TestCompareLarge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale::c());
        applyTheme(*qApp, ThemeKind::Light);
    }

    void pairStandsSideBySide()
    {
        const LargeFixture f(CompareMode::Pair);
        QCOMPARE(f.large->tileCount(), 2);
        QVERIFY(f.view.zoom() >= 8);
        for (const QPoint pixel : {QPoint(0, 0), QPoint(15, 15), QPoint(3, 9)}) {
            QCOMPARE(f.shown(0, pixel), pixelColor(2, pixel.x(), pixel.y(), false));
            QCOMPARE(f.shown(1, pixel), pixelColor(2, pixel.x(), pixel.y(), true));
        }
        QVERIFY(f.large->accessibleDescription().contains(QStringLiteral("30.0 dB")));
    }

    void stepsFollowTheLatents()
    {
        LargeFixture f(CompareMode::Pair);
        QTest::keyClick(f.large, Qt::Key_Right);
        QCOMPARE(f.view.current(), 3);
        QCOMPARE(f.shown(0, {1, 1}), pixelColor(3, 1, 1, false));
        f.view.selectPrevious();
        f.view.selectPrevious();
        QCOMPARE(f.shown(0, {1, 1}), pixelColor(1, 1, 1, false));
        f.view.setPair(1, pairOf(0));
        QCOMPARE(f.shown(0, {1, 1}), pixelColor(0, 1, 1, false));
    }

    void doubleClickEnlargesAndEscapeReturns()
    {
        CompareFixture f(4);
        QSignalSpy changed(&f.view, &CompareView::modeChanged);
        QTest::mouseDClick(f.viewport, Qt::LeftButton, {}, f.centre(3));
        QVERIFY(f.view.mode() == CompareMode::Pair);
        QVERIFY(f.view.large()->isVisible());
        QVERIFY(!f.grid->isVisible());
        QTest::keyClick(f.view.large(), Qt::Key_Escape);
        QVERIFY(f.view.mode() == CompareMode::Grid);
        QVERIFY(f.grid->isVisible());
        QCOMPARE(changed.size(), 2);
    }

    void nothingIsEnlargedWithoutLatents()
    {
        CompareView view;
        view.setMode(CompareMode::Wipe);
        QVERIFY(view.mode() == CompareMode::Grid);
    }

    void wipeFollowsKeys()
    {
        const LargeFixture f(CompareMode::Wipe);
        QCOMPARE(f.large->divider(), 0.5);
        QCOMPARE(f.shown(0, {6, 3}), pixelColor(2, 6, 3, false));
        QCOMPARE(f.shown(0, {9, 3}), pixelColor(2, 9, 3, true));
        QTest::keyClick(f.large, Qt::Key_Right);
        QTest::keyClick(f.large, Qt::Key_Right);
        QCOMPARE(f.large->divider(), 0.5 + 2.0 / kSide);
        QTest::keyClick(f.large, Qt::Key_Left, Qt::ShiftModifier);
        QCOMPARE(f.large->divider(), 0.5 - 6.0 / kSide);
        QCOMPARE(f.shown(0, {6, 3}), pixelColor(2, 6, 3, true));
        QTest::keyClick(f.large, Qt::Key_End);
        QCOMPARE(f.shown(0, {14, 3}), pixelColor(2, 14, 3, false));
        QTest::keyClick(f.large, Qt::Key_Home);
        QCOMPARE(f.large->divider(), 0.0);
        QTest::keyClick(f.large, Qt::Key_Left);
        QCOMPARE(f.large->divider(), 0.0);
    }

    void dividerIsDragged()
    {
        const LargeFixture f(CompareMode::Wipe);
        const int y = f.place(0).center().y();
        const QPoint to(f.xOf(0.25), y);
        QTest::mousePress(f.large, Qt::LeftButton, {}, {f.xOf(0.5), y});
        QTest::mouseMove(f.large, to);
        QTest::mouseRelease(f.large, Qt::LeftButton, {}, to);
        QCOMPARE(f.large->divider(), 0.25);
        QTest::mouseMove(f.large, {f.xOf(0.75), y});
        QCOMPARE(f.large->divider(), 0.25);
    }

    void dividerStaysInThePictureWhenZoomed()
    {
        const LargeFixture f(CompareMode::Wipe);
        f.large->setZoom(f.view.zoom() * 2, f.place(0).center());
        QCOMPARE(f.large->divider(), 0.5);
        QCOMPARE(f.shown(0, {7, 8}), pixelColor(2, 7, 8, false));
        QCOMPARE(f.shown(0, {8, 8}), pixelColor(2, 8, 8, true));
    }

    void differenceFollowsKindAndGain()
    {
        LargeFixture f(CompareMode::Difference);
        QCOMPARE(f.large->tileCount(), 1);
        f.view.setDifference(DifferenceKind::MaximumAbsolute, 8);
        QCOMPARE(f.shown(0, {5, 5}), QColor(32, 32, 32));
        f.view.setDifference(DifferenceKind::MaximumAbsolute, 16);
        QCOMPARE(f.shown(0, {5, 5}), QColor(64, 64, 64));
    }

    void flickerShowsFloatEverywhere()
    {
        LargeFixture f(CompareMode::Pair);
        f.view.setShowsFloat(true);
        QCOMPARE(f.shown(1, {3, 3}), pixelColor(2, 3, 3, false));
        f.view.setMode(CompareMode::Wipe);
        QCOMPARE(f.shown(0, {12, 3}), pixelColor(2, 12, 3, false));
        f.view.setMode(CompareMode::Grid);
        const QRect quantized = f.tile(1, PictureRow::Quantized);
        const QRect reference = f.tile(1, PictureRow::Float);
        QCOMPARE(f.shot().copy(quantized), f.shot().copy(reference));
        f.view.setShowsFloat(false);
        QVERIFY(f.shot().copy(quantized) != f.shot().copy(reference));
    }

    void anyTwoOrAll()
    {
        LargeFixture f(CompareMode::Pair);
        f.view.setConfigurations({QStringLiteral("Current"), QStringLiteral("A")});
        SamplePair kept = pairOf(2);
        kept.quantized = picture(7, false);
        f.view.setPair(2, 1, kept);
        f.view.setChoice({1, 2, false});
        QCOMPARE(f.large->tileCount(), 2);
        QCOMPARE(f.shown(0, {3, 3}), pixelColor(2, 3, 3, true));
        QCOMPARE(f.shown(1, {3, 3}), pixelColor(7, 3, 3, false));
        f.view.setChoice({0, 1, true});
        QCOMPARE(f.large->tileCount(), 3);
        QCOMPARE(f.shown(0, {3, 3}), pixelColor(2, 3, 3, false));
        QCOMPARE(f.shown(2, {3, 3}), pixelColor(7, 3, 3, false));
        f.view.setMode(CompareMode::Wipe);
        QCOMPARE(f.large->tileCount(), 1);
    }

    void staleDims()
    {
        LargeFixture f(CompareMode::Pair);
        const QColor before = f.shown(1, {12, 12});
        f.view.setStale(Staleness::Present);
        const QColor reference = f.shown(0, {12, 12});
        QTRY_VERIFY(f.shown(1, {12, 12}) != before);
        QCOMPARE(f.shown(0, {12, 12}), reference);
        f.view.setPair(2, pairOf(2));
        QCOMPARE(f.shown(1, {12, 12}), before);
    }

    void pixelValuesStandBesideTheCursor()
    {
        LargeFixture f(CompareMode::Pair);
        auto *tip = f.large->findChild<PixelTip *>(QStringLiteral("pixelTip"));
        const QPoint at = f.place(1).topLeft() + f.large->region().pixelRect({3, 2}).center();
        QTest::mouseMove(f.large, at);
        QTRY_VERIFY(tip->isVisible());
        QCOMPARE(tip->lines().size(), 2);
        QCOMPARE(tip->lines().at(0).values.simplified(), QStringLiteral("48 32 16"));
        QCOMPARE(tip->lines().at(1).values.simplified(), QStringLiteral("48 32 20"));
        QCOMPARE(tip->lines().at(1).difference.simplified(), QStringLiteral("0 0 +4"));
        QVERIFY(!tip->geometry().contains(at));
        QVERIFY(f.large->rect().contains(tip->geometry()));
        QEvent leave(QEvent::Leave);
        QApplication::sendEvent(f.large, &leave);
        QVERIFY(!tip->isVisible());
    }

    void pixelValuesFollowNewPicturesUnderARestingCursor()
    {
        LargeFixture f(CompareMode::Pair);
        auto *tip = f.large->findChild<PixelTip *>(QStringLiteral("pixelTip"));
        QTest::mouseMove(f.large,
                         f.place(1).topLeft() + f.large->region().pixelRect({5, 4}).center());
        QTRY_COMPARE(f.readout(), pixelText(pairOf(2), {5, 4}));
        f.view.showBetween({pairOf(7)});
        QCOMPARE(f.readout(), pixelText(pairOf(7), {5, 4}));
        QCOMPARE(tip->lines().at(0).values.simplified(), QStringLiteral("80 64 56"));
        QVERIFY(tip->isVisible());
        f.view.setMode(CompareMode::Grid);
        QVERIFY(f.readout().startsWith(QStringLiteral("Zoom")));
        QVERIFY(!tip->isVisible());
    }

    void greyPixelsAreOneNumber()
    {
        SamplePair pair;
        pair.reference = Image(2, 2, 1);
        pair.reference.pixels = {10, 20, 30, 40};
        pair.quantized = pair.reference;
        pair.quantized.pixels = {7, 20, 30, 40};
        const auto lines = pixelLines({&pair}, {QString()}, {0, 0});
        QCOMPARE(lines.at(0).values.trimmed(), QStringLiteral("10"));
        QCOMPARE(lines.at(1).values.trimmed(), QStringLiteral("7"));
        QCOMPARE(lines.at(1).difference.trimmed(), QStringLiteral("\u22123"));
        QVERIFY(pixelLines({&pair}, {QString()}, {2, 0}).isEmpty());
    }
};

QTEST_MAIN(TestCompareLarge)
#include "tst_widgets_compare_large.moc"

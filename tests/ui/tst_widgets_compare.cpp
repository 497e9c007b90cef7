// SPDX-License-Identifier: GPL-3.0-or-later
#include "tst_widgets_compare_fixture.h"
#include "widgets/progress_line.h"
#include "widgets/theme.h"

#include <QLocale>
#include <QPaintEvent>
#include <QSignalSpy>
#include <QTimer>
#include <QToolButton>

using namespace quantloupe;

namespace {

class PaintListener : public QObject
{
public:
    explicit PaintListener(QRegion &painted) : m_painted(painted) {}
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint)
            m_painted += static_cast<QPaintEvent *>(event)->region();
        return false;
    }

private:
    QRegion &m_painted;
};

} // namespace

class TestCompare : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale::c());
        applyTheme(*qApp, ThemeKind::Light);
    }

    void enlargedPixelsAreExact()
    {
        const CompareFixture f;
        QVERIFY(f.view.zoom() >= 2);
        QCOMPARE(f.tile(0, PictureRow::Float).width(), int(f.view.zoom()) * kSide);
        QVERIFY(allShowExactly(f, 16));
    }

    void largePicturesAreAveraged()
    {
        CompareFixture f(16, 256);
        QVERIFY(f.view.zoom() < 1);
        Image checkers(256, 256, 1);
        for (int y = 0; y < 256; ++y)
            for (int x = 0; x < 256; ++x)
                *checkers.at(x, y) = (x + y) % 2 ? 255 : 0;
        SamplePair pair;
        pair.reference = checkers;
        pair.quantized = checkers;
        f.view.setPair(0, pair);
        const QColor middle = f.shot().pixelColor(f.centre(0));
        QVERIFY(std::abs(middle.red() - 128) < 12);
        QCOMPARE(middle.red(), middle.blue());
    }

    void greyStaysGrey()
    {
        CompareFixture f(4);
        SamplePair pair;
        pair.reference = Image(kSide, kSide, 1);
        pair.reference.pixels.assign(kSide * kSide, 77);
        pair.quantized = pair.reference;
        pair.quantized.pixels.front() = 78;
        pair.psnr = 72;
        f.view.setPair(1, pair);
        QCOMPARE(f.shot().pixelColor(f.centre(1)), QColor(77, 77, 77));
        QCOMPARE(f.shot().pixelColor(f.tile(1, PictureRow::Difference).center()),
                 QColor(Qt::white));
    }

    void differenceFollowsKindAndGain()
    {
        CompareFixture f(4);
        QSignalSpy changed(&f.view, &CompareView::gainChanged);
        const auto shown = [&] {
            return f.shot().pixelColor(f.tile(0, PictureRow::Difference).center());
        };
        f.view.setDifference(DifferenceKind::MaximumAbsolute, 8);
        QCOMPARE(shown(), QColor(32, 32, 32));
        auto *raise = f.view.findChild<QToolButton *>(QStringLiteral("raiseGain"));
        QTest::mouseClick(raise, Qt::LeftButton);
        QCOMPARE(f.view.gain(), 16.0);
        QCOMPARE(changed.size(), 2);
        QCOMPARE(shown(), QColor(64, 64, 64));
        auto *caption = f.view.findChild<QLabel *>(QStringLiteral("differenceCaption"));
        QVERIFY(caption->text().contains(QStringLiteral("gain 16x")));
        f.view.setDifference(DifferenceKind::SignedLuminance, 4);
        QCOMPARE(caption->text(), QStringLiteral("Difference, gain 4x; blue darker, red lighter"));
        QVERIFY(shown().red() > shown().blue());
    }

    void picturesOfUnequalSizeHaveNoDifference()
    {
        CompareFixture f(2);
        SamplePair pair = pairOf(0);
        pair.quantized = Image(4, 4, 3);
        f.view.setPair(0, pair);
        QCOMPARE(f.shot().pixelColor(f.tile(0, PictureRow::Difference).center()),
                 themeColors(ThemeKind::Light).track);
    }

    void missingPairsArePlaceholders()
    {
        CompareView view;
        view.resize(kWindow);
        view.setCount(4);
        view.setPair(0, pairOf(0));
        view.show();
        const QPoint at = view.grid()->tileRect(3, PictureRow::Float).toRect().center();
        const QImage shot = view.grid()->viewport()->grab().toImage();
        QCOMPARE(shot.pixelColor(at), themeColors(ThemeKind::Light).track);
    }

    void staleDimsAfterAWhile()
    {
        CompareFixture f(4);
        const QPoint old = f.centre(0);
        const QPoint fresh = f.centre(1);
        const QColor before = f.shot().pixelColor(old);
        f.view.setStale(Staleness::All);
        QCOMPARE(f.shot().pixelColor(old), before);
        f.view.setPair(1, pairOf(1));
        const QColor freshColor = f.shot().pixelColor(fresh);
        QTRY_VERIFY(f.shot().pixelColor(old) != before);
        QCOMPARE(f.shot().pixelColor(fresh), freshColor);
        f.view.setStale(Staleness::None);
        QCOMPARE(f.shot().pixelColor(old), before);
    }

    void anEditDimsWhatItIsAbout()
    {
        CompareFixture f(4);
        const QPoint quantized = f.tile(0, PictureRow::Quantized).center();
        const QPoint reference = f.tile(0, PictureRow::Float).center();
        const QColor before = f.shot().pixelColor(quantized);
        const QColor referenceBefore = f.shot().pixelColor(reference);
        f.view.setStale(Staleness::Present);
        QTRY_VERIFY(f.shot().pixelColor(quantized) != before);
        QCOMPARE(f.shot().pixelColor(reference), referenceBefore);
        // Another sampling, before the edit was drawn, is about both.
        f.view.setStale(Staleness::All);
        QTRY_VERIFY(f.shot().pixelColor(reference) != referenceBefore);
    }

    void quickRefreshNeverDims()
    {
        CompareFixture f(4);
        const QColor before = f.shot().pixelColor(f.centre(0));
        f.view.setStale(Staleness::All);
        f.view.setStale(Staleness::None);
        auto *timer = f.view.findChild<QTimer *>(QStringLiteral("staleTimer"));
        QVERIFY(timer && !timer->isActive());
        QCOMPARE(f.shot().pixelColor(f.centre(0)), before);
    }

    void progressLineShowsWork()
    {
        CompareFixture f(4);
        auto *line = f.view.findChild<ProgressLine *>();
        QVERIFY(!line->isVisible());
        f.view.setBusy(true);
        QVERIFY(line->isVisible());
        f.view.setProgress(0.5);
        const QImage shot = line->grab().toImage();
        QCOMPARE(shot.pixelColor(shot.width() / 4, 1), themeColors(ThemeKind::Light).accent);
        QVERIFY(shot.pixelColor(shot.width() * 3 / 4, 1) != themeColors(ThemeKind::Light).accent);
        f.view.setProgress(-1);
        f.view.setBusy(false);
        QVERIFY(!line->isVisible());
    }

    void onlyTheChangedPairRepaints()
    {
        CompareFixture f;
        QRegion painted;
        PaintListener listener(painted);
        f.viewport->installEventFilter(&listener);
        QCoreApplication::processEvents();
        painted = {};
        f.view.setPair(5, pairOf(6));
        QTRY_VERIFY(!painted.isEmpty());
        QVERIFY(painted.contains(f.tile(5, PictureRow::Difference)));
        for (const int other : {4, 6, 13})
            QVERIFY(!painted.contains(f.centre(other)));
    }

    void formerTileStaysUntilTheNewOneIsReady()
    {
        PictureCache cache;
        cache.resize(1);
        cache.setRegion({2, {}}, {2 * kSide, 2 * kSide});
        cache.set(0, pairOf(1));
        QVERIFY(cache.formerTile(0, PictureRow::Float).isNull());
        const QImage first = cache.tile(0, PictureRow::Float);
        cache.set(0, pairOf(2));
        QVERIFY(!cache.hasTile(0, PictureRow::Float));
        QCOMPARE(cache.formerTile(0, PictureRow::Float), first);
        QVERIFY(cache.tile(0, PictureRow::Float) != first);
        cache.setRegion({3, {}}, {3 * kSide, 3 * kSide});
        QVERIFY(cache.formerTile(0, PictureRow::Float).isNull());
    }

    void largerTypeLeavesLessRoomAndFits()
    {
        CompareFixture f;
        QFont large = f.view.font();
        large.setPointSizeF(large.pointSizeF() * 1.5);
        auto *caption = f.view.findChild<QLabel *>(QStringLiteral("differenceCaption"));
        const double before = caption->font().pointSizeF();
        f.view.setFont(large);
        QCOMPARE(caption->font().pointSizeF(), before * 1.5);
        QVERIFY(f.viewport->rect().contains(f.tile(15, PictureRow::Difference)));
        QVERIFY(allShowExactly(f, 16));
    }

    void clearForgetsEverything()
    {
        CompareFixture f;
        f.view.clear();
        QCOMPARE(f.view.count(), 0);
        QCOMPARE(f.view.current(), -1);
        QVERIFY(!f.view.pair(0));
        QTest::keyClick(f.grid, Qt::Key_BracketRight);
        QCOMPARE(f.view.current(), -1);
        f.view.setPair(0, pairOf(0));
        QCOMPARE(f.shot().pixelColor(300, 300), themeColors(ThemeKind::Light).canvas);
    }
};

QTEST_MAIN(TestCompare)
#include "tst_widgets_compare.moc"

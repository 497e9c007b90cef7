// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare_grid.h"
#include "widgets/compare_text.h"
#include "widgets/compare_view.h"
#include "widgets/progress_line.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QImage>
#include <QLabel>
#include <QLocale>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>

using namespace quantloupe;

namespace {

constexpr int kSide = 16;
constexpr QSize kWindow(720, 700);

/// Every pixel of every picture has a colour of its own.
QColor pixelColor(int index, int x, int y, bool quantized)
{
    return {x * 16, y * 16, index % 16 * 8 + (quantized ? 4 : 0)};
}

Image picture(int index, bool quantized, int side = kSide)
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

SamplePair pairOf(int index, int side = kSide)
{
    SamplePair pair;
    pair.index = std::uint64_t(index);
    pair.reference = picture(index, false, side);
    pair.quantized = picture(index, true, side);
    pair.psnr = 30;
    return pair;
}

} // namespace

class TestCompare : public QObject
{
    Q_OBJECT

    struct Fixture
    {
        CompareView view;
        CompareGrid *grid = view.grid();
        QWidget *viewport = grid->viewport();

        explicit Fixture(int count = 16, int side = kSide)
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
        QImage shot() const { return viewport->grab().toImage(); }
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

    /// All pixels of a tile, against the region of its picture that the grid says it shows.
    static bool showsExactly(const Fixture &f, const QImage &shot, int position, PictureRow row)
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

    static bool allShowExactly(const Fixture &f, int count)
    {
        const QImage shot = f.shot();
        bool exact = true;
        for (int position = 0; position < count; ++position)
            exact = exact && showsExactly(f, shot, position, PictureRow::Float) &&
                    showsExactly(f, shot, position, PictureRow::Quantized);
        return exact;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale::c());
        applyTheme(*qApp, ThemeKind::Light);
    }

    void enlargedPixelsAreExact()
    {
        const Fixture f;
        QVERIFY(f.view.zoom() >= 2);
        QCOMPARE(f.tile(0, PictureRow::Float).width(), int(f.view.zoom()) * kSide);
        QVERIFY(allShowExactly(f, 16));
    }

    void zoomIsOneForAll()
    {
        const Fixture f;
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
        const Fixture f;
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
        const Fixture f;
        f.wheel(f.centre(0), 4);
        QTest::mousePress(f.viewport, Qt::LeftButton, {}, f.centre(0));
        QTest::mouseMove(f.viewport, f.centre(0) + QPoint(900, 900));
        QTest::mouseRelease(f.viewport, Qt::LeftButton, {}, f.centre(0) + QPoint(900, 900));
        QVERIFY(f.grid->region().offset.isNull());
    }

    void setZoomTakesAnAnchor()
    {
        Fixture f;
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
        Fixture f;
        f.wheel(f.centre(3), 3);
        const PictureRegion region = f.grid->region();
        f.view.setPair(3, pairOf(3));
        QVERIFY(f.grid->region() == region);
        f.view.resize(kWindow + QSize(40, 0));
        QCOMPARE(f.view.zoom(), region.scale);
        QVERIFY(allShowExactly(f, 16));
    }

    void largePicturesAreAveraged()
    {
        Fixture f(16, 256);
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
        Fixture f(4);
        SamplePair pair;
        pair.reference = Image(kSide, kSide, 1);
        pair.reference.pixels.assign(kSide * kSide, 77);
        pair.quantized = pair.reference;
        f.view.setPair(1, pair);
        QCOMPARE(f.shot().pixelColor(f.centre(1)), QColor(77, 77, 77));
        QCOMPARE(f.shot().pixelColor(f.tile(1, PictureRow::Difference).center()),
                 QColor(Qt::white));
    }

    void differenceFollowsKindAndGain()
    {
        Fixture f(4);
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
        QCOMPARE(caption->text(), QStringLiteral("Difference: signed luminance, gain 4x; blue "
                                                 "darker, red lighter"));
        QVERIFY(shown().red() > shown().blue());
    }

    void picturesOfUnequalSizeHaveNoDifference()
    {
        Fixture f(2);
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
        Fixture f(4);
        const QPoint old = f.centre(0);
        const QPoint fresh = f.centre(1);
        const QColor before = f.shot().pixelColor(old);
        f.view.setStale(true);
        QCOMPARE(f.shot().pixelColor(old), before);
        f.view.setPair(1, pairOf(1));
        const QColor freshColor = f.shot().pixelColor(fresh);
        QTRY_VERIFY(f.shot().pixelColor(old) != before);
        QCOMPARE(f.shot().pixelColor(fresh), freshColor);
        f.view.setStale(false);
        QCOMPARE(f.shot().pixelColor(old), before);
    }

    void quickRefreshNeverDims()
    {
        Fixture f(4);
        const QColor before = f.shot().pixelColor(f.centre(0));
        f.view.setStale(true);
        f.view.setStale(false);
        auto *timer = f.view.findChild<QTimer *>();
        QVERIFY(!timer || !timer->isActive());
        QCOMPARE(f.shot().pixelColor(f.centre(0)), before);
    }

    void keysAndClicksSelect()
    {
        Fixture f;
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
        Fixture f;
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
        Fixture f;
        QTest::mouseMove(f.viewport, f.centre(2));
        QVERIFY(f.readout().startsWith(QStringLiteral("Zoom")));
        const QRect tile = f.tile(2, PictureRow::Float);
        f.view.setZoom(8, f.viewport->mapTo(&f.view, tile.topLeft()));
        QTest::mouseMove(f.viewport, tile.topLeft() + QPoint(8 * 3 + 4, 8 * 2 + 4));
        QCOMPARE(f.readout(), pixelText(*f.view.pair(2), {3, 2}));
        QVERIFY(f.readout().contains(QStringLiteral("x 3, y 2")));
        QEvent leave(QEvent::Leave);
        QApplication::sendEvent(f.viewport, &leave);
        QVERIFY(f.readout().startsWith(QStringLiteral("Zoom")));
    }

    void progressLineShowsWork()
    {
        Fixture f(4);
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

    void manyPairsScrollToTheCurrent()
    {
        Fixture f(64);
        QScrollBar *bar = f.grid->verticalScrollBar();
        QVERIFY(bar->maximum() > 0);
        QCOMPARE(bar->value(), 0);
        QTest::keyClick(f.grid, Qt::Key_End);
        QVERIFY(f.viewport->rect().contains(f.tile(63, PictureRow::Difference)));
        QVERIFY(showsExactly(f, f.shot(), 63, PictureRow::Quantized));
    }

    void clearForgetsEverything()
    {
        Fixture f;
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tst_widgets_compare_fixture.h"
#include "widgets/compare_text.h"
#include "widgets/theme.h"

#include <QHelpEvent>
#include <QLocale>
#include <QToolButton>
#include <QToolTip>

using namespace quantloupe;

namespace {

/// The two lines above a picture.
QImage captionOf(const LargeFixture &f)
{
    const QRect tile = f.place(0);
    return f.shotOfLarge().copy(tile.left(), 0, tile.width(), tile.top());
}

QString toolTipAbove(const CompareFixture &f, int position)
{
    const QRect tile = f.tile(position, PictureRow::Float);
    const QPoint at(tile.center().x(), tile.top() - 6);
    QHelpEvent event(QEvent::ToolTip, at, f.viewport->mapToGlobal(at));
    QApplication::sendEvent(f.viewport, &event);
    return QToolTip::text();
}

bool isSeen(const CompareView &view, const char *control)
{
    return view.findChild<QWidget *>(QLatin1String(control))->isVisible();
}

} // namespace

/// What stands around pictures.
class TestCompareCaptions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale::c());
        applyTheme(*qApp, ThemeKind::Light);
    }

    void everyModeTellsSampleAndDistance_data()
    {
        QTest::addColumn<int>("mode");
        QTest::newRow("pair") << int(CompareMode::Pair);
        QTest::newRow("wipe") << int(CompareMode::Wipe);
        QTest::newRow("difference") << int(CompareMode::Difference);
    }
    void everyModeTellsSampleAndDistance()
    {
        QFETCH(int, mode);
        LargeFixture f{CompareMode(mode)};
        const QString said = f.large->accessibleDescription();
        QVERIFY2(said.contains(QStringLiteral("Sample 2")), qPrintable(said));
        QVERIFY2(said.contains(QStringLiteral("distance to float: PSNR 30.0 dB")),
                 qPrintable(said));
        const QImage second = captionOf(f);
        f.view.setCurrent(3);
        QVERIFY(captionOf(f) != second);
    }

    void betweenLatentsThereIsNoSample()
    {
        LargeFixture f(CompareMode::Pair);
        f.view.showBetween({pairOf(2)});
        QVERIFY(!f.large->accessibleDescription().contains(QStringLiteral("Sample")));
        f.view.endBetween();
        QVERIFY(f.large->accessibleDescription().contains(QStringLiteral("Sample 2")));
    }

    /// Beside several pictures there is no room for the words in each caption.
    void shortCaptionsAreExplained()
    {
        CompareFixture f;
        std::vector<SampleRef> samples = firstSamples(4, 16);
        samples[0] = {3, 5};
        f.view.setSeed(4);
        f.view.setSamples(samples, 1);
        SamplePair pinned = pairOf(5);
        pinned.sample = samples[0];
        f.view.setPair(0, pinned);
        QCOMPARE(toolTipAbove(f, 0), QStringLiteral("Sample 5 of seed 3"));
        QCOMPARE(toolTipAbove(f, 1), QStringLiteral("Sample 1"));
    }

    void severalDistancesAreSaidToBeToFloat()
    {
        LargeFixture f(CompareMode::Pair);
        f.view.setConfigurations({QStringLiteral("Current"), QStringLiteral("A")});
        f.view.setPair(2, 1, pairOf(2));
        f.view.setChoice({0, 1, true});
        const QString said = f.large->accessibleDescription();
        QVERIFY2(said.startsWith(QStringLiteral("Float, others: distance to float")),
                 qPrintable(said));
    }

    /// The eye compares the pictures; the name of the left one must not move under it.
    void namesStayInPlaceWhileFlickering()
    {
        LargeFixture f(CompareMode::Wipe);
        const QImage both = captionOf(f);
        f.view.setShowsFloat(true);
        const QImage alone = captionOf(f);
        const int half = both.width() / 2;
        QVERIFY(both != alone);
        QCOMPARE(alone.copy(0, 0, half, alone.height()), both.copy(0, 0, half, both.height()));
    }

    void theDifferenceIsSetWhereItIsSeen()
    {
        LargeFixture f(CompareMode::Grid);
        const int height = f.view.footer()->height();
        for (const CompareMode mode :
             {CompareMode::Pair, CompareMode::Wipe, CompareMode::Difference, CompareMode::Grid}) {
            f.view.setMode(mode);
            const bool hasDifference = mode == CompareMode::Grid || mode == CompareMode::Difference;
            for (const char *control : {"differenceKind", "lowerGain", "raiseGain"})
                QCOMPARE(isSeen(f.view, control), hasDifference);
            const auto *caption = f.view.findChild<QLabel *>(QStringLiteral("differenceCaption"));
            QCOMPARE(!caption->text().isEmpty(), hasDifference);
            QCOMPARE(f.view.footer()->height(), height);
        }
    }

    void equalPicturesHaveNoDifferenceInEitherTheme()
    {
        CompareFixture f(2);
        SamplePair pair = pairOf(0);
        pair.quantized = pair.reference;
        pair.psnr.reset();
        f.view.setPair(0, pair);
        for (const ThemeKind theme : {ThemeKind::Light, ThemeKind::Dark}) {
            applyTheme(*qApp, theme);
            const QPoint corner = f.tile(0, PictureRow::Difference).topLeft() + QPoint(2, 2);
            QTRY_COMPARE(f.shot().pixelColor(corner), themeColors(theme).track);
        }
        applyTheme(*qApp, ThemeKind::Light);
    }

    void scalesAreSaidAsTheyAre()
    {
        QCOMPARE(factorText(4), QStringLiteral("4x"));
        QCOMPARE(factorText(1), QStringLiteral("1x"));
        QCOMPARE(factorText(1.0 / 3), QStringLiteral("1:3"));
        CompareFixture f(16, 256);
        QVERIFY(f.readout().contains(QStringLiteral("1:")));
    }
};

QTEST_MAIN(TestCompareCaptions)
#include "tst_widgets_compare_captions.moc"

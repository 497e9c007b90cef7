// SPDX-License-Identifier: GPL-3.0-or-later
#include "tst_widgets_compare_fixture.h"
#include "widgets/theme.h"

#include <QLocale>

using namespace quantloupe;

namespace {

constexpr int kShown = 2;

SamplePair pairOfSimilarity(double ssim)
{
    SamplePair pair = pairOf(kShown);
    pair.ssim = ssim;
    return pair;
}

bool hasPin(const QImage &picture)
{
    const QColor pin = themeColors(ThemeKind::Light).accent;
    for (int y = 0; y < picture.height(); ++y)
        for (int x = 0; x < picture.width(); ++x)
            if (picture.pixelColor(x, y) == pin)
                return true;
    return false;
}

} // namespace

/// What stands around pictures that leave the window.
class TestCompareSheets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale::c());
        applyTheme(*qApp, ThemeKind::Light);
    }

    void distancesAreSeenToTheirLastDigit_data()
    {
        QTest::addColumn<int>("mode");
        QTest::newRow("grid") << int(CompareMode::Grid);
        QTest::newRow("pair") << int(CompareMode::Pair);
        QTest::newRow("wipe") << int(CompareMode::Wipe);
        QTest::newRow("difference") << int(CompareMode::Difference);
    }
    void distancesAreSeenToTheirLastDigit()
    {
        QFETCH(int, mode);
        LargeFixture f{CompareMode(mode)};
        const auto saved = [&](double ssim) {
            f.view.setPair(kShown, pairOfSimilarity(ssim));
            return composed(f.view.shownPictures(), f.view.font());
        };
        const QImage picture = saved(0.941);
        QVERIFY(picture != saved(0.942));
        QCOMPARE(picture, saved(0.941));
    }

    void theSampleIsNamed()
    {
        for (const CompareMode mode :
             {CompareMode::Pair, CompareMode::Wipe, CompareMode::Difference}) {
            const LargeFixture f(mode);
            const ShownPictures shown = f.large->shownPictures();
            QVERIFY(shown.columns.constFirst().startsWith(QStringLiteral("Sample 2: ")));
            QCOMPARE(shown.captions.front().constLast(),
                     QStringLiteral("distance to float\nPSNR 30.0 dB   SSIM \u2014"));
        }
    }

    void aWipeOfTwoConfigurationsHasBothDistances()
    {
        LargeFixture f(CompareMode::Wipe);
        f.view.setConfigurations({QStringLiteral("Current"), QStringLiteral("A")});
        SamplePair other = pairOf(kShown);
        other.psnr = 20;
        f.view.setPair(kShown, 1, other);
        f.view.setChoice({1, 2, false});
        const QStringList captions = f.view.shownPictures().captions.front();
        QCOMPARE(captions.size(), 1);
        QVERIFY(captions.front().contains(QStringLiteral("Current: PSNR 30.0 dB")));
        QVERIFY(captions.front().contains(QStringLiteral("A: PSNR 20.0 dB")));
    }

    void aLargePinnedLatentWearsThePin()
    {
        LargeFixture f(CompareMode::Pair);
        const auto samples = firstSamples(0, 4);
        f.view.setSamples(samples, 0);
        QVERIFY(!hasPin(composed(f.view.shownPictures(), f.view.font())));
        f.view.setSamples(samples, kShown + 1);
        QVERIFY(hasPin(composed(f.view.shownPictures(), f.view.font())));
    }

    /// Or a name could be as long as the user likes.
    void longNamesDoNotWidenWithoutEnd()
    {
        LargeFixture f(CompareMode::Pair);
        f.view.setConfigurations({QStringLiteral("Current"), QString(500, u'w')});
        f.view.setPair(kShown, 1, pairOf(kShown));
        f.view.setChoice({0, 2, false});
        QVERIFY(composed(f.view.shownPictures(), f.view.font()).width() < 1000);
    }
};

QTEST_MAIN(TestCompareSheets)
#include "tst_widgets_compare_sheets.moc"

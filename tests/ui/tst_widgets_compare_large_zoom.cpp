// SPDX-License-Identifier: GPL-3.0-or-later
#include "tst_widgets_compare_fixture.h"
#include "widgets/theme.h"

#include <QLocale>

using namespace quantloupe;

/// What is seen of the pictures when the way to look changes.
class TestCompareLargeZoom : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale::c());
        applyTheme(*qApp, ThemeKind::Light);
    }

    void theFooterTellsTheZoomThatIsSeen()
    {
        LargeFixture f(CompareMode::Pair);
        const QString before = f.readout();
        const double ofGrid = f.grid->zoom();
        QStringList names;
        for (int i = 0; i < 4; ++i)
            names.append(QString::number(i));
        f.view.setConfigurations(names);
        QVERIFY(f.grid->zoom() < ofGrid);
        QCOMPARE(f.readout(), before);
    }

    void zoomAndPlaceCarryOverToTheLargeModes()
    {
        LargeFixture f(CompareMode::Grid);
        f.view.setZoom(32, f.centre(2) + QPoint(10, -10));
        const PictureZoom ofGrid = f.view.wantedZoom();
        const QPointF seen = f.centreOf(f.grid->region(), f.tile(2, PictureRow::Float).size());
        QVERIFY(seen.x() > kSide / 2 && seen.y() < kSide / 2);
        f.view.setMode(CompareMode::Pair);
        QCOMPARE(f.view.zoom(), 32.0);
        const QPointF moved = f.centreOf(f.large->region(), f.place(0).size()) - seen;
        // A pixel of the screen.
        QVERIFY(moved.manhattanLength() <= 1.0 / 32);
        f.view.setMode(CompareMode::Wipe);
        f.view.setMode(CompareMode::Pair);
        QCOMPARE(f.view.zoom(), 32.0);
        f.view.setMode(CompareMode::Grid);
        QCOMPARE(f.view.wantedZoom(), ofGrid);
    }

    void theGridComesBackAsItWasLeft()
    {
        LargeFixture f(CompareMode::Grid);
        const double fit = f.view.zoom();
        f.view.setMode(CompareMode::Pair);
        f.view.setZoom(48, f.place(0).bottomRight());
        const QPointF centre = f.view.wantedZoom().centre;
        QVERIFY(centre.x() > 0.5 && centre.y() > 0.5);
        f.view.setMode(CompareMode::Difference);
        QCOMPARE(f.view.zoom(), 48.0);
        QCOMPARE(f.view.wantedZoom().centre, centre);
        f.view.setMode(CompareMode::Grid);
        QCOMPARE(f.view.zoom(), fit);
        QCOMPARE(f.grid->region().offset, QPoint());
    }

    /// The whole picture is more than what was asked for; going back must not forget that.
    void aSmallerZoomThanTheLargeViewFitsStays()
    {
        LargeFixture f(CompareMode::Grid);
        const double wanted = f.view.zoom() + 1;
        f.view.setZoom(wanted, f.centre(2));
        f.view.setMode(CompareMode::Pair);
        QVERIFY(f.view.zoom() > wanted);
        QCOMPARE(f.large->region().offset, QPoint());
        f.view.setMode(CompareMode::Grid);
        QCOMPARE(f.view.zoom(), wanted);
    }
};

QTEST_MAIN(TestCompareLargeZoom)
#include "tst_widgets_compare_large_zoom.moc"

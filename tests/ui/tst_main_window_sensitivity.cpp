// SPDX-License-Identifier: GPL-3.0-or-later
#include "palette_fixture.h"

#include "jobs/cell_preview.h"
#include "jobs/sensitivity_controller.h"
#include "models/layer_edit.h"
#include "plots/heat_map_plot.h"
#include "widgets/region_brush.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QToolButton>

#include <algorithm>

using namespace quantloupe;

/// A sweep of a network in the window: its map, the pictures of its cells, and what a click does.
class TestMainWindowSensitivity : public test::PaletteFixture
{
    Q_OBJECT

    HeatMapPlot *map() const { return find<HeatMapPlot>("plot:sensitivity"); }
    QWidget *popup() const { return find<QWidget>("cellPictures"); }
    int itemOf(const char *layer, int bits) const
    {
        const SensitivityFindings &findings = m_window->sensitivity()->findings();
        const auto column = std::ranges::find(findings.layers, layer) - findings.layers.begin();
        const auto row = std::ranges::find(findings.bits, bits) - findings.bits.begin();
        return int(row * std::ssize(findings.layers) + column);
    }
    /// The picture that stands on the right.
    QImage quantizedOfPopup() const
    {
        QImage last;
        for (const QLabel *label : popup()->findChildren<QLabel *>())
            if (!label->pixmap().isNull())
                last = label->pixmap().toImage();
        return last;
    }

    void sweepByKeys()
    {
        pressPaletteKey();
        QTest::keyClicks(query(), "find sensitive layers");
        QTest::keyClick(query(), Qt::Key_Return);
        QTRY_VERIFY(m_window->sensitivity()->state() == SensitivityController::State::Done);
        QTRY_VERIFY(map()->isVisible());
        map()->setFocus();
        QTRY_VERIFY(map()->hasFocus());
    }

private Q_SLOTS:
    void initTestCase()
    {
        prepareFolder();
        qputenv("XDG_CACHE_HOME", file("cache").toUtf8());
    }
    void init() { showWindow(); }
    void cleanup() { destroyWindow(); }

    void keysReadACellWithItsPictureAndAssignIt()
    {
        openSmall();
        const QuantConfig before = document().config();
        sweepByKeys();
        QVERIFY(!popup()->isVisible());
        QTest::keyClick(map(), Qt::Key_Right);
        QVERIFY(map()->cursor() >= 0);
        QTRY_VERIFY(popup()->isVisible());
        QTest::keyClick(map(), Qt::Key_Return);
        QVERIFY(!(document().config() == before));
        QTest::keyClick(map(), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(document().config() == before);
    }

    void theMouseDoesTheSame()
    {
        openSmall();
        sweepByKeys();
        const QPoint place = map()->positionOf(itemOf("main.0", 2));
        QTest::mouseMove(map(), QPoint(1, 1));
        QTest::mouseMove(map(), place);
        QTRY_COMPARE(map()->cursor(), itemOf("main.0", 2));
        QTRY_VERIFY(popup()->isVisible());
        const QImage coarse = quantizedOfPopup();
        QTest::mouseMove(map(), map()->positionOf(itemOf("main.0", 8)));
        QTRY_COMPARE(map()->cursor(), itemOf("main.0", 8));
        QTRY_VERIFY(popup()->isVisible());
        QVERIFY(quantizedOfPopup() != coarse);
        QTest::mouseClick(map(), Qt::LeftButton, {}, place);
        QCOMPARE(document().config().spec("main.0").weight.bits, 2);
        const QuantConfig assigned = document().config();
        clickOnBar("undo");
        QVERIFY(document().config().isFloat());
        QVERIFY(!find<QAction>("undo")->isEnabled());
        clickOnBar("redo");
        QVERIFY(document().config() == assigned);
    }

    void thePictureIsThatOfTheCurrentSample()
    {
        openSmall();
        sweepByKeys();
        map()->setCursor(itemOf("main.0", 2));
        QTRY_VERIFY(popup()->isVisible());
        const QImage first = quantizedOfPopup();
        map()->setCursor(-1);
        view()->setCurrent(1);
        map()->setCursor(itemOf("main.0", 2));
        QTRY_VERIFY(popup()->isVisible());
        QVERIFY(quantizedOfPopup() != first);
    }

    void aPartOfAPictureFindsWhatHarmsIt()
    {
        openSmall();
        document().edit({0, 1, 2}, bitsEdit(QuantSite::Weight, 2));
        QTRY_VERIFY(settled());
        view()->setCurrent(1);
        view()->setFocus();
        // While it runs, the question before it gives way.
        m_window->sensitivity()->start();
        QTest::keyClick(m_window.get(), Qt::Key_B);
        const QList<RegionBrush *> brushes = view()->findChildren<RegionBrush *>();
        const auto shown = std::ranges::find_if(brushes, &QWidget::isVisible);
        QVERIFY(shown != brushes.end());
        RegionBrush *brush = *shown;
        QTRY_VERIFY(brush->hasFocus());
        QTest::keyClick(brush, Qt::Key_Right);
        const QRect pixels = brush->pixels();
        QTest::keyClick(brush, Qt::Key_Return);
        QTRY_VERIFY(m_window->sensitivity()->state() == SensitivityController::State::Done &&
                    m_window->sensitivity()->asked().region);
        const SensitivityRequest &asked = m_window->sensitivity()->asked();
        QVERIFY(*asked.region ==
                (PixelRect{pixels.left(), pixels.top(), pixels.width(), pixels.height()}));
        QVERIFY(asked.samples->samples == std::vector{view()->samples().at(1)});
        QVERIFY(asked.base == document().config());
        QTRY_VERIFY(find<QWidget>("plot:sensitivityBars")->isVisible());
        QVERIFY(find<QLabel>("sensitivityAnswer")->text().contains("is worth most in float"));
        QVERIFY(find<QLabel>("sensitivityPartText")->text().contains("pixels of sample 1"));

        find<QAction>("copySensitivity")->trigger();
        const QString line = QGuiApplication::clipboard()->text();
        QVERIFY2(line.contains(" --samples 0:1 ") || line.endsWith(" --samples 0:1"),
                 qPrintable(line));
        QVERIFY(line.contains(QString::fromStdString(" --region " + toText(*asked.region))));
        // Back to whole pictures of many samples.
        QTest::mouseClick(find<QToolButton>("sensitivityWhole"), Qt::LeftButton);
        QVERIFY(!m_window->sensitivity()->settings().part);
        QVERIFY(m_window->sensitivity()->isStale());
    }

    void theWindowClosesWhileACellIsDrawn()
    {
        openSmall();
        sweepByKeys();
        map()->setCursor(itemOf("main.0", 2));
        // Longer than a cell has to be read before it is drawn.
        QTest::qWait(CellPreview::kRestMs + 10);
        m_window->close();
        QVERIFY(!m_window->isVisible());
    }
};

QTEST_MAIN(TestMainWindowSensitivity)
#include "tst_main_window_sensitivity.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "palette_fixture.h"

#include "jobs/cell_preview.h"
#include "jobs/sensitivity_controller.h"
#include "plots/heat_map_plot.h"

#include <QLabel>
#include <QUndoStack>

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
        document().undoStack()->undo();
        QVERIFY(document().config().isFloat());
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

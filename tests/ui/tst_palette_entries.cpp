// SPDX-License-Identifier: GPL-3.0-or-later
#include "made_up_measurement.h"
#include "palette_fixture.h"

#include "mainwindow/palette_model.h"
#include "views/plots_dock.h"

#include <QDockWidget>

using namespace quantloupe;

/// What the command palette holds beyond the menus, and that each entry says what it is for.
class TestPaletteEntries : public test::PaletteFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { prepareFolder(); }
    void init() { showWindow(); }
    void cleanup() { destroyWindow(); }

    void noTwoEntriesReadAlike()
    {
        openSmall();
        find<QAction>("measure")->trigger();
        m_window->history()->add(test::madeUpMeasurement(document(), 2));
        for (const char *page : {"page:bars", "page:levels"}) {
            plots()->setCurrentTab(page);
            pressPaletteKey();
            const QStringList texts = shownTexts();
            QCOMPARE(QSet<QString>(texts.begin(), texts.end()).size(), texts.size());
            QTest::keyClick(query(), Qt::Key_Escape);
        }
    }

    void plotsAreExportedByTheirNames()
    {
        openSmall();
        QTRY_VERIFY(find<QWidget>("weightHistogram")->isVisible());
        pressPaletteKey();
        QVERIFY(shownTexts().contains("Weight histogram: Save as SVG…"));
        // Nothing was measured, and the tab is not in front.
        QVERIFY(!shownTexts().contains("Configurations: Save as SVG…"));
        QTest::keyClicks(query(), "weight histogram copy");
        QTest::keyClick(query(), Qt::Key_Return);
        pressPaletteKey();
        QCOMPARE(shownTexts().at(0), QString("Weight histogram: Copy data"));
        QVERIFY(shownTexts().at(1) != QString("Error by output channel: Copy data"));
        QVERIFY(shownTexts().at(1) != QString("Input activation histogram: Copy data"));
    }

    void goesToTheTabsOfThePlots()
    {
        openSmall();
        pressPaletteKey();
        QTest::keyClicks(query(), "plots: levels");
        QTest::keyClick(query(), Qt::Key_Return);
        QTRY_VERIFY(plots()->isVisible());
        QCOMPARE(plots()->currentTab(), QString("page:levels"));
    }

    void showsAndHidesColumnsOfLayers()
    {
        openSmall();
        const int column = int(LayerColumn::EffectiveBits);
        QVERIFY(layers()->isColumnHidden(column));
        for (const bool shown : {true, false}) {
            pressPaletteKey();
            const QString text = "Columns of layers: " + columnTitle(LayerColumn::EffectiveBits);
            QCOMPARE(rowOf(text).data(PaletteModel::NoteRole).toString(),
                     QString(shown ? "off" : "on"));
            QTest::keyClicks(query(), text);
            QTest::keyClick(query(), Qt::Key_Return);
            QCOMPARE(layers()->isColumnHidden(column), !shown);
        }
    }

    void readsOpenWeightsByAnArchitectureFile()
    {
        pressPaletteKey();
        QVERIFY(!rowOf("File: Read by an architecture file…")
                     .data(PaletteModel::NoteRole)
                     .toString()
                     .isEmpty());
        QTest::keyClick(query(), Qt::Key_Escape);
        openSmall();
        pressPaletteKey();
        QTest::keyClicks(query(), "read by an architecture");
        QTest::keyClick(query(), Qt::Key_Return);
        auto *dialog = find<QFileDialog>("architectureDialog");
        QVERIFY(dialog);
        dialog->close();
    }

    void panelsAreDetachedByTheirNames()
    {
        openSmall();
        QTRY_VERIFY(find<QDockWidget>("inspectorDock")->titleBarWidget());
        pressPaletteKey();
        QCOMPARE(shownTexts().filter("Detach").size(), 1);
        QVERIFY(shownTexts().contains("Detach Inspector"));
        QTest::keyClick(query(), Qt::Key_Escape);
        find<QDockWidget>("inputsDock")->raise();
        QTRY_VERIFY(openedTexts().contains("Detach Inputs"));
    }

private:
    PlotsDock *plots() const { return find<PlotsDock>("plotsDock"); }

    QStringList openedTexts()
    {
        pressPaletteKey();
        const QStringList texts = shownTexts();
        QTest::keyClick(query(), Qt::Key_Escape);
        return texts;
    }
};

int main(int argc, char **argv)
{
    return test::runWindowTest<TestPaletteEntries>(argc, argv);
}

#include "tst_palette_entries.moc"

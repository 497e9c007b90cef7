// SPDX-License-Identifier: GPL-3.0-or-later
#include "palette_fixture.h"

#include "jobs/quantizer_controller.h"
#include "models/quantizer_table_model.h"
#include "plots/levels_plot.h"
#include "views/plots_dock.h"
#include "views/quantizers_table.h"

#include <QClipboard>
#include <QLabel>

using namespace quantloupe;

/// The tab that compares quantizers, in the window and on a network.
class TestMainWindowQuantizers : public test::PaletteFixture
{
    Q_OBJECT

    QuantizersTable *table() const { return find<QuantizersTable>("quantizersTable"); }
    LevelsPlot *plot() const { return find<LevelsPlot>("plot:quantizers"); }
    QString stateText() const { return textOf("quantizersState"); }

    void goToTab()
    {
        pressPaletteKey();
        QTest::keyClicks(query(), "plots: quantizers");
        QTest::keyClick(query(), Qt::Key_Return);
        QTRY_VERIFY(find<QWidget>("page:quantizers")->isVisible());
    }

    bool compared() const
    {
        const QuantizerController &quantizers = *m_window->quantizers();
        return !quantizers.isRunning() && !quantizers.wanted().empty() &&
               quantizers.trials().size() == quantizers.wanted().size();
    }

    int trialRow(const QString &spec) const
    {
        for (int row = 0; row < table()->model()->rowCount(); ++row)
            if (table()->model()->index(row, 0).data(QuantizerTableModel::RawRole) == spec)
                return row;
        return -1;
    }

private Q_SLOTS:
    void initTestCase() { prepareFolder(); }
    void init() { showWindow(); }
    void cleanup() { destroyWindow(); }

    void saysWhatToDoWithoutAGenerator()
    {
        goToTab();
        QVERIFY(stateText().contains("No generator is open"));
        QVERIFY(find<QWidget>("quantizersState")
                    ->findChild<QPushButton *>("stateAction1")
                    ->isVisible());
    }

    void comparesOnTheFocusedLayer()
    {
        openSmall();
        QVERIFY(!m_window->quantizers()->isRunning());
        goToTab();
        QTRY_VERIFY(compared());
        QCOMPARE(m_window->quantizers()->layer()->name, std::string("main.0"));
        const auto errorOf = [&](const char *spec) {
            return table()
                ->model()
                ->index(trialRow(spec), QuantizerTableModel::Error)
                .data(QuantizerTableModel::SortRole)
                .toDouble();
        };
        QVERIFY(errorOf("w3:kmeans") > 0);
        QVERIFY(errorOf("w3:em") >= errorOf("w3:kmeans"));
        QVERIFY(errorOf("w3:minmax:asym") >= errorOf("w3:em"));
        QVERIFY(plot()->data().rows.size() > 5);
        QVERIFY(!plot()->data().counts.isEmpty());
    }

    void enterAssignsAndUndoTakesItBack()
    {
        openSmall();
        goToTab();
        QTRY_VERIFY(compared());
        table()->setFocus();
        table()->selectRow(trialRow("w2:kmeans"));
        QTest::keyClick(table(), Qt::Key_Return);
        QCOMPARE(document().config().spec("main.0").weight, parseSpec("w2:kmeans").spec.weight);
        QVERIFY(table()->currentIndex().siblingAtColumn(0).data().toString().contains("in use"));
        // Nothing is tried again.
        QVERIFY(compared());
        QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(document().config().spec("main.0").weight.isFloat());
    }

    void lockedLayersSayWhyTheyRefuse()
    {
        openSmall();
        document().toggleLock({0});
        goToTab();
        QTRY_VERIFY(compared());
        table()->selectRow(trialRow("w2:kmeans"));
        QTest::keyClick(table(), Qt::Key_Return);
        QVERIFY(document().config().spec("main.0").weight.isFloat());
        QVERIFY(bannerText().contains("main.0"));
    }

    void severalLayersAreNotCompared()
    {
        openSmall();
        goToTab();
        QTRY_VERIFY(compared());
        layers()->setFocus();
        QTest::keyClick(layers(), Qt::Key_A, Qt::ControlModifier);
        QTRY_VERIFY(stateText().contains("Several layers are selected"));
        QTest::keyClick(layers(), Qt::Key_Down);
        QTRY_VERIFY(compared());
        QVERIFY(table()->isVisible());
    }

    void otherScalesAreOtherQuantizers()
    {
        openSmall();
        document().edit({0}, bitsEdit(QuantSite::Weight, 3));
        goToTab();
        QTRY_VERIFY(compared());
        QVERIFY(trialRow("w3") >= 0);
        document().edit({0}, granularityEdit(Granularity::PerTensor));
        QTRY_VERIFY(compared() && trialRow("w3:tensor") >= 0);
        QVERIFY(trialRow("w3") < 0);
        QTRY_COMPARE(plot()->data().xLabel, QString("weight"));
    }

    void theSortIsInThePalette()
    {
        openSmall();
        goToTab();
        QTRY_VERIFY(compared());
        pressPaletteKey();
        QVERIFY(shownTexts().contains("Quantizers of the layer: Give to the layer"));
        QVERIFY(shownTexts().contains("Levels of quantizers: Save as SVG…"));
        QTest::keyClicks(query(), "sort by occupied");
        QTest::keyClick(query(), Qt::Key_Return);
        const auto share = [&](int row) {
            return table()
                ->model()
                ->index(row, QuantizerTableModel::Occupancy)
                .data(QuantizerTableModel::SortRole)
                .toDouble();
        };
        for (int row = 1; row < table()->model()->rowCount(); ++row)
            QVERIFY(share(row) >= share(row - 1));
    }

    void theCommandNamesLayerAndBits()
    {
        openSmall();
        goToTab();
        QTRY_VERIFY(compared());
        find<QAction>("copyQuantizersCommand")->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(),
                 "quantloupe-cli quantizers " + file("small.safetensors") +
                     " --layer main.0 --bits 4,3,2,1 --granularity channel");
    }

    void anotherNetworkForgetsTheOld()
    {
        openSmall();
        goToTab();
        QTRY_VERIFY(compared());
        const double error = m_window->quantizers()->trials().front().numbers.meanSquaredError;
        m_window->open(file("other.safetensors"));
        QTRY_VERIFY(settled() && compared());
        QVERIFY(m_window->quantizers()->trials().front().numbers.meanSquaredError != error);
    }
};

int main(int argc, char **argv)
{
    return test::runWindowTest<TestMainWindowQuantizers>(argc, argv);
}
#include "tst_main_window_quantizers.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "plots/line_plot.h"
#include "sensitivity_page_fixture.h"

#include <QMenu>
#include <QRegularExpression>
#include <QSignalSpy>

#include <optional>

using namespace quantloupe;

/// What a sweep found, as the user reads it in the plots and gives it to layers.
class TestSensitivityPagePlots : public test::SensitivityPageFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { openPage(); }
    void cleanup() { closePage(); }

    void aClickGivesTheLayerItsBits()
    {
        sweep();
        const QuantConfig before = m_document->config();
        pointAt(map(), itemOf("up", 3));
        QTest::mouseClick(map(), Qt::LeftButton, {}, map()->positionOf(itemOf("up", 3)));
        QCOMPARE(m_document->config().spec("up").weight.bits, 3);
        QVERIFY(m_document->config().spec("out").weight.isFloat());
        // One visible consequence, where the eye is.
        QVERIFY(cell("up", 3).isChosen);
        QVERIFY(!cell("up", 4).isChosen);
        QCOMPARE(m_document->undoStack()->count(), 1);
        m_document->undoStack()->undo();
        QVERIFY(m_document->config() == before);
        QVERIFY(!cell("up", 3).isChosen);
    }

    void aCellThatIsReadSaysWhatTheNetworkIsInIt()
    {
        m_document->edit({kUp}, bitsEdit(QuantSite::Weight, 5));
        sweep();
        QList<std::optional<QuantConfig>> read;
        connect(m_page.get(), &SensitivityPage::cellRead, this,
                [&](const std::optional<QuantConfig> &config) { read.append(config); });
        map()->setCursor(itemOf("out", 3));
        QCOMPARE(read.size(), 1);
        QVERIFY(read.back());
        QCOMPARE(read.back()->spec("out").weight.bits, 3);
        // Alone means that the others are float, whatever the document says.
        QVERIFY(read.back()->spec("up").weight.isFloat());
        map()->setCursor(-1);
        QCOMPARE(read.size(), 2);
        QVERIFY(!read.back());
        // Left out, it is the others that are quantized.
        m_document->undoStack()->undo();
        choose("sensitivityMode", "left out");
        sweep();
        map()->setCursor(itemOf("out", 3));
        QVERIFY(read.back()->spec("out").weight.isFloat());
        QCOMPARE(read.back()->spec("up").weight.bits, 3);
    }

    void keysDoTheSame()
    {
        sweep();
        map()->setFocus();
        // First to the answer at the fewest bits.
        QTest::keyClick(map(), Qt::Key_Right);
        QCOMPARE(map()->cursor(), itemOf("up", 1));
        QTest::keyClick(map(), Qt::Key_Up);
        QTest::keyClick(map(), Qt::Key_Up);
        QTest::keyClick(map(), Qt::Key_Right);
        QCOMPARE(map()->cursor(), itemOf("out", 3));
        QTest::keyClick(map(), Qt::Key_Right);
        QCOMPARE(map()->cursor(), itemOf("out", 3));
        QTest::keyClick(map(), Qt::Key_Home);
        QCOMPARE(map()->cursor(), itemOf("embed", 3));
        QTest::keyClick(map(), Qt::Key_End);
        QTest::keyClick(map(), Qt::Key_Return);
        QCOMPARE(m_document->config().spec("out").weight.bits, 3);
        QCOMPARE(map()->cursor(), itemOf("out", 3));
        QCOMPARE(m_document->undoStack()->count(), 1);
        m_document->undoStack()->undo();
        QVERIFY(m_document->config().isFloat());
    }

    void theReadingTellsValueIntervalRankAndTies()
    {
        sweep();
        pointAt(map(), itemOf("out", 4));
        const QString reading = map()->reading();
        QVERIFY2(reading.startsWith("out, 4 bits: SQNR 25.0 dB (95 %: 24.5 to 25.5)"),
                 qPrintable(reading));
        QVERIFY(reading.contains("rank 1 of 3"));
        QVERIFY(!reading.contains("told apart"));
        QVERIFY(reading.contains("gives it 4 bits"));
    }

    void barsStandInTheOrderOfHarm()
    {
        sweep();
        choose("sensitivityView", "layers");
        QVERIFY(bars()->isVisible() && !map()->isVisible());
        auto *shown = find<QComboBox>("sensitivityShownBits");
        QVERIFY(shown->isVisible());
        // At first the fewest bits.
        QCOMPARE(shown->currentText(), QString("1 bit"));
        choose("sensitivityShownBits", "4 bits");
        const QStringList lines = bars()->table(',').split('\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.filter(QRegularExpression("^(out|up|embed),")),
                 QStringList({"out,25,24.5,25.5", "up,28,27.5,28.5", "embed,34,33.5,34.5"}));
        QTest::mouseClick(bars(), Qt::LeftButton, {}, bars()->positionOf(1));
        QCOMPARE(m_document->config().spec("up").weight.bits, 4);
        choose("sensitivityView", "layers × bits");
        QVERIFY(map()->isVisible() && !shown->isVisible());
    }

    void linesAreOfBitWidths()
    {
        sweep();
        choose("sensitivityView", "bits");
        auto *lines = find<LinePlot>("plot:sensitivityLines");
        QVERIFY(lines->isVisible());
        QVERIFY2(lines->table(',').contains("\n4,28,27.5,28.5,25,24.5,25.5,34,33.5,34.5\n"),
                 qPrintable(lines->table(',')));
        choose("sensitivityView", "redundancy");
        auto *redundancy = find<BarPlot>("plot:redundancy");
        QVERIFY(redundancy->isVisible());
        for (const RedundancyColumn &column : m_controller->report()->redundancy)
            QVERIFY(redundancy->table(',').contains(
                QString::fromStdString(std::string(name(column.measure))) + ','));
    }

    void theMapIsExported()
    {
        sweep();
        const QString csv = map()->table(',');
        QVERIFY2(csv.contains("layer,bits,\"SQNR, dB\",low,high,source\n"), qPrintable(csv));
        QVERIFY(csv.contains("out,4,25,24.5,25.5,measured\n"));
        QVERIFY(csv.startsWith("# 64 samples, repeats: 1, seed 0"));
        QSignalSpy exported(m_page.get(), &SensitivityPage::exported);
        Q_EMIT map()->exported("map.csv", {});
        QCOMPARE(exported.size(), 1);
        QVERIFY(map()->exportMenu()->actions().contains(m_page->copyCommandAction()));
    }
};

QTEST_MAIN(TestSensitivityPagePlots)

#include "tst_sensitivity_page_plots.moc"

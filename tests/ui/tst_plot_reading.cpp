// SPDX-License-Identifier: GPL-3.0-or-later
#include "plots/wrapped_text.h"
#include "shown_plots.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

using namespace quantloupe;
using namespace quantloupe::test;

/// What a plot says of the item under the pointer or at the keyboard's place.
class TestPlotReading : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeKind::Light); }

    void pointingReads()
    {
        HistogramPlot plot;
        plot.setData(fourBins());
        present(plot);
        QVERIFY(plot.reading().isEmpty());
        QTest::mouseMove(&plot, plot.positionOf(2));
        QTRY_COMPARE(plot.reading(), QStringLiteral("0 to 1: 20"));
        QCOMPARE(plot.accessibleDescription(), plot.reading());
        QTest::mouseMove(&plot, plot.positionOf(0));
        QTRY_COMPARE(plot.cursor(), 0);
    }

    void longReadingsAreWrapped()
    {
        const QFont font;
        const QString text = QStringLiteral("MSE clip, level 3 of 8 at -0.25, taken by 6.9 % of "
                                            "the weights in 100 % of the channels");
        const int width = 160;
        const QStringList lines = wrapped(text, font, width).split(u'\n');
        QVERIFY(lines.size() > 1);
        QCOMPARE(lines.join(u' '), text);
        for (const QString &line : lines)
            QVERIFY2(QFontMetrics(font).horizontalAdvance(line) <= width, qPrintable(line));
        QCOMPARE(wrapped(text, font, 10000), text);
        QCOMPARE(wrapped("generator_deconv.0.0", font, 10), QString("generator_deconv.0.0"));
        // Lines that are there stay, and each is measured by itself.
        const int twoWords = QFontMetrics(font).horizontalAdvance("rank 1 of 5,");
        QCOMPARE(wrapped("main.0\nrank 1 of 5", font, twoWords), QString("main.0\nrank 1 of 5"));
    }

    void theReadingFollowsNewData()
    {
        HistogramPlot plot;
        plot.setData(fourBins());
        present(plot);
        const QPoint resting = plot.positionOf(2);
        QTest::mouseMove(&plot, resting);
        QTRY_COMPARE(plot.reading(), QStringLiteral("0 to 1: 20"));
        HistogramPlotData data = fourBins();
        data.readings[2] = QStringLiteral("0 to 1: 25");
        plot.setData(data);
        QCOMPARE(plot.reading(), QStringLiteral("0 to 1: 25"));
        QCOMPARE(plot.accessibleDescription(), plot.reading());
        // The same place is another bin of a wider axis.
        data.high = 14;
        data.counts = QList<double>(16, 5);
        data.readings.clear();
        for (int i = 0; i < 16; ++i)
            data.readings.append(QStringLiteral("bin %1").arg(i));
        plot.setData(data);
        snapshot(plot);
        QVERIFY(plot.cursor() > 6 && plot.cursor() < 12);
        QVERIFY(std::abs(plot.positionOf(plot.cursor()).x() - resting.x()) <= 10);
        QTest::mouseMove(&plot, QPoint(1, 1));
        QTRY_VERIFY(plot.reading().isEmpty());
    }

    void keysStayAtTheirItem()
    {
        HistogramPlot plot;
        plot.setData(fourBins());
        present(plot);
        plot.setFocus();
        QTest::keyClick(&plot, Qt::Key_Home);
        QTest::keyClick(&plot, Qt::Key_Right);
        HistogramPlotData data = fourBins();
        data.readings[1] = QStringLiteral("-1 to 0: 45");
        plot.setData(data);
        snapshot(plot);
        QCOMPARE(plot.reading(), QStringLiteral("-1 to 0: 45"));
        data.counts.resize(1);
        data.readings.resize(1);
        plot.setData(data);
        QVERIFY(plot.reading().isEmpty());
    }

    void keysRead()
    {
        HistogramPlot plot;
        plot.setData(fourBins());
        present(plot);
        const QImage before = snapshot(plot);
        QTest::keyClick(&plot, Qt::Key_Right);
        QCOMPARE(plot.cursor(), 0);
        QTRY_VERIFY(snapshot(plot) != before);
        QTest::keyClick(&plot, Qt::Key_Right);
        QCOMPARE(plot.reading(), QStringLiteral("-1 to 0: 40"));
        QTest::keyClick(&plot, Qt::Key_End);
        QCOMPARE(plot.cursor(), 3);
        QTest::keyClick(&plot, Qt::Key_Right);
        QCOMPARE(plot.cursor(), 3);
        QTest::keyClick(&plot, Qt::Key_Home);
        QCOMPARE(plot.cursor(), 0);
    }

    void clickAndEnterChoose()
    {
        StripPlot plot;
        plot.setData(fiveChannels());
        present(plot);
        QSignalSpy chosen(&plot, &PlotView::itemActivated);
        QTest::mouseClick(&plot, Qt::LeftButton, {}, plot.positionOf(3));
        QCOMPARE(chosen.takeFirst().constFirst().toInt(), 3);
        QTest::keyClick(&plot, Qt::Key_Left);
        QTest::keyClick(&plot, Qt::Key_Return);
        QCOMPARE(chosen.takeFirst().constFirst().toInt(), 2);
    }
};

QTEST_MAIN(TestPlotReading)
#include "tst_plot_reading.moc"

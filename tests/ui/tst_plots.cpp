// SPDX-License-Identifier: GPL-3.0-or-later
#include "plots/plot_style.h"
#include "shown_plots.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QFileDialog>
#include <QImage>
#include <QMenu>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace quantloupe;
using namespace quantloupe::test;

namespace {

/// Pixels of about this colour in a part of a picture.
int countOf(const QColor &color, const QImage &image, const QRect &part)
{
    constexpr int kTolerance = 12;
    int count = 0;
    for (int y = part.top(); y <= part.bottom(); ++y)
        for (int x = part.left(); x <= part.right(); ++x) {
            const QColor pixel = image.pixelColor(x, y);
            count += std::abs(pixel.red() - color.red()) < kTolerance &&
                     std::abs(pixel.green() - color.green()) < kTolerance &&
                     std::abs(pixel.blue() - color.blue()) < kTolerance;
        }
    return count;
}

} // namespace

class TestPlots : public QObject
{
    Q_OBJECT

    /// Height of what has this colour over or under the middle of an item; lines are up to a pixel
    /// beside it.
    static int heightOver(PlotView &plot, int item, const QColor &color)
    {
        const QImage image = snapshot(plot);
        const int x = plot.positionOf(item).x();
        int highest = 0;
        for (int column = x - 1; column <= x + 1; ++column)
            highest = std::max(highest, countOf(color, image, QRect(column, 0, 1, image.height())));
        return highest;
    }

    static QColor barColor(const QWidget &plot) { return plotColors(plot.palette()).bars; }

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeKind::Light); }
    void cleanup() { applyTheme(*qApp, ThemeKind::Light); }

    void barsAreAsHighAsTheirCounts()
    {
        HistogramPlot plot;
        present(plot);
        plot.setData(fourBins());
        snapshot(plot);
        const int unit = heightOver(plot, 0, barColor(plot));
        QVERIFY(unit > 5);
        QVERIFY(std::abs(heightOver(plot, 1, barColor(plot)) - 4 * unit) <= 4);
        QVERIFY(std::abs(heightOver(plot, 3, barColor(plot)) - 3 * unit) <= 4);
    }

    void manyBarsLeaveNoGaps()
    {
        HistogramPlot plot;
        HistogramPlotData data = fourBins();
        data.counts = QList<double>(120, 5);
        data.readings = QStringList(120, QStringLiteral("5"));
        plot.setData(data);
        present(plot);
        const QImage image = snapshot(plot);
        const int left = plot.positionOf(0).x();
        const int right = plot.positionOf(119).x();
        const int y = plot.positionOf(0).y();
        QCOMPARE(countOf(barColor(plot), image, QRect(QPoint(left, y), QPoint(right, y))),
                 right - left + 1);
    }

    void levelsAreTicksUnderTheBars()
    {
        HistogramPlot plot;
        present(plot);
        const QColor color = plotColors(plot.palette()).levels;
        plot.setData(fourBins());
        QCOMPARE(countOf(color, snapshot(plot), plot.rect()), 0);
        HistogramPlotData data = fourBins();
        data.levels = {-1.5, -0.5, 0.5};
        data.levelIsUsed = {true, true, false};
        data.range = {-1.5, 0.5};
        plot.setData(data);
        snapshot(plot);
        // The level at -0.5 is the middle of the second bin: a tick, but no bound.
        const int used = heightOver(plot, 1, color);
        QVERIFY(used > 3 && used < 30);
        // A dashed bound stands at -1.5, the middle of the first.
        QVERIFY(heightOver(plot, 0, color) > used);
        // 0.5 is not used: pale but for its bound. Nothing at 1.5.
        QCOMPARE(heightOver(plot, 3, color), 0);
    }

    void manyLevelsAreABand()
    {
        HistogramPlot plot;
        HistogramPlotData data = fourBins();
        for (int i = 0; i < 255; ++i)
            data.levels.append(-2 + i * 4 / 254.0);
        data.range = {-2, 2};
        plot.setData(data);
        present(plot);
        const QColor color = plotColors(plot.palette()).levels;
        for (int item = 0; item < 4; ++item)
            QVERIFY(heightOver(plot, item, color) >= 3);
    }

    void theChosenChannelHasItsColour()
    {
        StripPlot plot;
        StripPlotData data = fiveChannels();
        plot.setData(data);
        present(plot);
        const QColor color = plotColors(plot.palette()).chosen;
        QCOMPARE(heightOver(plot, 1, color), 0);
        const int height = heightOver(plot, 1, barColor(plot));
        data.chosen = 1;
        plot.setData(data);
        QVERIFY(std::abs(heightOver(plot, 1, color) - height) <= 3);
        // Absent: nothing but a pixel of the number under it.
        QVERIFY(heightOver(plot, 2, barColor(plot)) < heightOver(plot, 3, barColor(plot)) / 8);
    }

    void manyChannelsAreAllSeen()
    {
        StripPlot plot;
        StripPlotData data = fiveChannels();
        data.values = QList<std::optional<double>>(512, 1.0);
        data.readings = QStringList(512, QStringLiteral("1"));
        data.chosen = 100;
        plot.setData(data);
        present(plot);
        QVERIFY(heightOver(plot, 300, barColor(plot)) > 10);
        QVERIFY(heightOver(plot, 100, plotColors(plot.palette()).chosen) > 10);
    }

    void followsTheTheme()
    {
        HistogramPlot plot;
        plot.setData(fourBins());
        present(plot);
        const QColor light = snapshot(plot).pixelColor(8, 8);
        QCOMPARE(light, plotColors(themePalette(ThemeKind::Light)).ground);
        applyTheme(*qApp, ThemeKind::Dark);
        QTRY_COMPARE(snapshot(plot).pixelColor(8, 8),
                     plotColors(themePalette(ThemeKind::Dark)).ground);
        QVERIFY(heightOver(plot, 1, plotColors(themePalette(ThemeKind::Dark)).bars) > 10);
    }

    void textAndLevelsAreReadableInBothThemes()
    {
        for (const ThemeKind kind : {ThemeKind::Light, ThemeKind::Dark}) {
            const PlotColors colors = plotColors(themePalette(kind));
            QVERIFY(contrastRatio(colors.text, colors.ground) >= 4.5);
            QVERIFY(contrastRatio(colors.bars, colors.ground) >= 3);
            QVERIFY(contrastRatio(colors.levels, colors.ground) >= 3);
            QVERIFY(contrastRatio(colors.chosen, colors.ground) >= 3);
        }
    }

    void exports_data()
    {
        QTest::addColumn<QString>("suffix");
        QTest::addColumn<QByteArray>("beginning");
        QTest::newRow("png") << "png" << QByteArray("\x89PNG");
        QTest::newRow("svg") << "svg" << QByteArray("<?xml");
        QTest::newRow("pdf") << "pdf" << QByteArray("%PDF");
        QTest::newRow("tex") << "tex" << QByteArray("\\begin{tikzpicture}\n\\begin{axis}");
        QTest::newRow("csv") << "csv" << QByteArray("low,high,count\n-2,-1,10\n");
    }

    void exports()
    {
        QFETCH(QString, suffix);
        QFETCH(QByteArray, beginning);
        applyTheme(*qApp, ThemeKind::Dark);
        HistogramPlot plot;
        plot.setData(fourBins());
        present(plot);
        QSignalSpy exported(&plot, &PlotView::exported);
        const QImage before = snapshot(plot);
        QTest::keyClick(&plot, Qt::Key_F10, Qt::ShiftModifier);
        QTRY_VERIFY(plot.exportMenu()->isVisible());
        const QString name = "export" + suffix.left(1).toUpper() + suffix.mid(1);
        plot.exportMenu()->findChild<QAction *>(name)->trigger();
        plot.exportMenu()->close();
        auto *dialog = plot.findChild<QFileDialog *>("plotDialog");
        QVERIFY(dialog);
        Q_EMIT dialog->fileSelected("plot." + suffix);
        dialog->close();
        QCOMPARE(exported.size(), 1);
        QCOMPARE(exported.constFirst().at(0).toString(), "plot." + suffix);
        const QByteArray bytes = exported.constFirst().at(1).value<FileContent>()();
        QVERIFY2(bytes.startsWith(beginning), bytes.left(40).constData());
        if (suffix == "png") {
            const QImage image = QImage::fromData(bytes);
            // Two pixels for each of the size of its own, and light.
            QCOMPARE(image.size(), QSize(1280, 720));
            QCOMPARE(image.pixelColor(3, 3), QColor(Qt::white));
        }
        if (suffix == "svg")
            QVERIFY(bytes.contains("weight"));
        QTRY_COMPARE(snapshot(plot), before);
    }

    void latexHoldsTheNumbers()
    {
        StripPlot plot;
        StripPlotData data = fiveChannels();
        data.yLabel = QStringLiteral("error, %");
        plot.setData(data);
        QVERIFY(plot.latex().contains("ylabel={error, \\%}"));
        QVERIFY(plot.latex().contains("coordinates { (0,1) (1,4) (3,2) (4,3) };"));
        HistogramPlot histogram;
        histogram.setData(fourBins());
        QVERIFY(histogram.latex().contains("(-2,10) (-1,40) (0,20) (1,30) (2,30)"));
        // No levels, no marks.
        QVERIFY(!histogram.latex().contains("mark"));
    }

    void longLabelsAreElidedWhereTheAxisEnds()
    {
        StripPlot plot;
        StripPlotData data = fiveChannels();
        data.yLabel = QStringLiteral("quantized minus float, ").repeated(9);
        plot.setData(data);
        present(plot);
        const QString ofLow = plot.yLabel();
        QVERIFY2(ofLow.endsWith(u'…'), qPrintable(ofLow));
        QVERIFY(QFontMetrics(smallFont(plot.font())).horizontalAdvance(ofLow) < plot.height());
        plot.setFixedHeight(2 * plot.height());
        snapshot(plot);
        QVERIFY2(plot.yLabel().size() > ofLow.size(), qPrintable(plot.yLabel()));
        plot.setFixedHeight(40 * plot.height());
        snapshot(plot);
        QCOMPARE(plot.yLabel(), data.yLabel);
        QVERIFY(plot.table(u'\t').contains(data.yLabel));
    }

    void copiesItsData()
    {
        StripPlot plot;
        plot.setData(fiveChannels());
        present(plot);
        QTest::keyClick(&plot, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(),
                 QStringLiteral("channel\terror\n0\t1\n1\t4\n2\t\n3\t2\n4\t3\n"));
    }

    void nothingToShowIsNoCrash()
    {
        HistogramPlot histogram;
        present(histogram);
        QTest::keyClick(&histogram, Qt::Key_Right);
        QCOMPARE(histogram.cursor(), -1);
        QTest::keyClick(&histogram, Qt::Key_Menu);
        QVERIFY(!histogram.exportMenu()->isVisible());
        StripPlot strip;
        strip.setData({});
        present(strip);
        QTest::mouseClick(&strip, Qt::LeftButton);
    }
};

QTEST_MAIN(TestPlots)
#include "tst_plots.moc"

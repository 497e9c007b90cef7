// SPDX-License-Identifier: GPL-3.0-or-later
#include "plots/bar_plot.h"
#include "plots/line_plot.h"
#include "plots/plot_style.h"
#include "plots/scatter_plot.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <array>
#include <ctime>

using namespace quantloupe;

namespace {

constexpr double kBudgetMilliseconds = 16;

BarPlotData threeBars()
{
    BarPlotData data;
    data.name = QStringLiteral("SWD by configuration");
    data.xLabel = QStringLiteral("configuration");
    data.yLabel = QStringLiteral("SWD, x 1000");
    data.bars = {{QStringLiteral("float"), 10, std::nullopt, QStringLiteral("10"),
                  QStringLiteral("float: 10")},
                 {QStringLiteral("a, b"), 20, std::pair(16.0, 24.0), QStringLiteral("20"),
                  QStringLiteral("a: 20")},
                 {QStringLiteral("none"), std::nullopt, std::nullopt, QString(),
                  QStringLiteral("none: too few samples")}};
    return data;
}

LinePlotData twoLines()
{
    LinePlotData data;
    data.name = QStringLiteral("SWD by level");
    data.xLabel = QStringLiteral("level, pixels");
    data.yLabel = QStringLiteral("SWD, x 1000");
    data.places = {1, 2, 3};
    data.placeLabels = {QStringLiteral("64"), QStringLiteral("32"), QStringLiteral("16")};
    data.series = {{QStringLiteral("float"), {{1, {}}, {2, {}}, {3, {}}}, false},
                   {QStringLiteral("quantized"), {{2, std::pair(1.5, 2.5)}, {}, {4, {}}}, false}};
    data.readings = {QStringLiteral("64"), QStringLiteral("32"), QStringLiteral("16")};
    return data;
}

ScatterPlotData threePoints()
{
    ScatterPlotData data;
    data.name = QStringLiteral("SWD against size");
    data.xLabel = QStringLiteral("size, kB");
    data.yLabel = QStringLiteral("SWD");
    data.points = {{QStringLiteral("#1"), 300, 5, std::nullopt, QStringLiteral("first")},
                   {QStringLiteral("#2"), 100, 9, std::pair(8.0, 10.0), QStringLiteral("second")},
                   {QStringLiteral("#3"), 200, 6, std::nullopt, QStringLiteral("third")}};
    return data;
}

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

double threadMilliseconds()
{
    timespec time{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

} // namespace

/// Plots of what was measured.
class TestMetricsPlots : public QObject
{
    Q_OBJECT

    template <typename Plot> static void present(Plot &plot)
    {
        plot.resize(480, 240);
        plot.show();
        QVERIFY(QTest::qWaitForWindowExposed(&plot));
        plot.clearFocus();
        snapshot(plot);
    }

    static QImage snapshot(PlotView &plot)
    {
        QCoreApplication::processEvents();
        return plot.grab().toImage();
    }

    static QRect columnAt(PlotView &plot, int item, int beside)
    {
        return {plot.positionOf(item).x() + beside, 0, 1, plot.height()};
    }

    template <typename Plot, typename Data> static double costOf(Plot &plot, const Data &data)
    {
        std::array<double, 5> costs{};
        for (double &cost : costs) {
            const double start = threadMilliseconds();
            plot.setData(data);
            snapshot(plot);
            cost = threadMilliseconds() - start;
        }
        std::ranges::sort(costs);
        return costs[costs.size() / 2];
    }

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeKind::Light); }
    void cleanup() { applyTheme(*qApp, ThemeKind::Light); }

    void barsAreAsHighAsTheirValues()
    {
        BarPlot plot;
        present(plot);
        plot.setData(threeBars());
        const QImage image = snapshot(plot);
        const QColor color = plotColors(plot.palette()).bars;
        // Beside the middle, where the whiskers are.
        const int one = countOf(color, image, columnAt(plot, 0, 9));
        const int two = countOf(color, image, columnAt(plot, 1, 9));
        QVERIFY(one > 20);
        QVERIFY(std::abs(two - 2 * one) <= 3);
        // Absent: nothing but pixels of the label under it.
        QVERIFY(countOf(color, image, columnAt(plot, 2, 9)) < one / 8);
    }

    void whiskersSpanTheInterval()
    {
        BarPlot plot;
        BarPlotData data = threeBars();
        plot.setData(data);
        present(plot);
        const QColor color = plotColors(plot.palette()).whisker;
        const QImage image = snapshot(plot);
        const int one = countOf(plotColors(plot.palette()).bars, image, columnAt(plot, 0, 9));
        // From 16 to 24, where the bar of 10 is `one` pixels high.
        const int whisker = std::max(countOf(color, image, columnAt(plot, 1, 0)),
                                     countOf(color, image, columnAt(plot, 1, -1)));
        QVERIFY2(std::abs(whisker - 0.8 * one) <= 6, qPrintable(QString::number(whisker)));
        QVERIFY(countOf(color, image, columnAt(plot, 0, 0)) < 4);
    }

    void theFloorIsHatchedUpToItsValue()
    {
        BarPlot plot;
        BarPlotData data = threeBars();
        plot.setData(data);
        present(plot);
        // Between the bars.
        const int gap = (plot.positionOf(1).x() + plot.positionOf(2).x()) / 2;
        const QRect between(gap - 4, 0, 8, plot.positionOf(0).y());
        const QImage without = snapshot(plot);
        data.floor = 18;
        data.floorName = QStringLiteral("floor");
        plot.setData(data);
        const QImage with = snapshot(plot);
        int changed = 0;
        for (int y = between.top(); y <= between.bottom(); ++y)
            for (int x = between.left(); x <= between.right(); ++x)
                changed += with.pixel(x, y) != without.pixel(x, y);
        QVERIFY(changed > 20);
        // Nothing over it.
        QCOMPARE(with.copy(gap - 4, 4, 8, 8), without.copy(gap - 4, 4, 8, 8));
    }

    void namesOfMetricsAreNotShortenedWhereThereIsRoom()
    {
        BarPlot plot;
        plot.setData(threeBars());
        present(plot);
        QVERIFY(plot.table(',').contains("\"a, b\",20,16,24\n"));
        QVERIFY(
            plot.table('\t').startsWith("configuration\tSWD, x 1000\tlow\thigh\nfloat\t10\t\t\n"));
        QVERIFY(plot.latex().contains("(1,20) += (0,4) -= (0,4)"));
        QVERIFY(plot.latex().contains("xticklabels={{float},{a, b},{none}}"));
    }

    void clickingABarActs()
    {
        BarPlot plot;
        plot.setData(threeBars());
        present(plot);
        QSignalSpy chosen(&plot, &PlotView::itemActivated);
        QTest::mouseMove(&plot, plot.positionOf(2));
        QTRY_COMPARE(plot.reading(), QStringLiteral("none: too few samples"));
        QTest::mouseClick(&plot, Qt::LeftButton, {}, plot.positionOf(1));
        QCOMPARE(chosen.takeFirst().constFirst().toInt(), 1);
    }

    void linesHaveTheirColoursAndGaps()
    {
        LinePlot plot;
        present(plot);
        plot.setData(twoLines());
        const QImage image = snapshot(plot);
        const PlotColors colors = plotColors(plot.palette());
        const auto at = [&](int item, std::size_t series) {
            return countOf(colors.series[series], image,
                           QRect(plot.positionOf(item).x() - 3, 0, 7, plot.height()));
        };
        for (const int item : {0, 1, 2})
            QVERIFY(at(item, 0) > 10);
        QVERIFY(at(0, 1) > 10);
        QCOMPARE(at(1, 1), 0);
        QVERIFY(at(2, 1) > 10);
    }

    void columnsAreReadWhereTheyStand()
    {
        LinePlot plot;
        LinePlotData data = twoLines();
        data.places = {256, 512, 4096};
        data.isLogarithmic = true;
        plot.setData(data);
        present(plot);
        // Doubling is a third of the way to eight times as much.
        const int first = plot.positionOf(1).x() - plot.positionOf(0).x();
        const int second = plot.positionOf(2).x() - plot.positionOf(1).x();
        QVERIFY(std::abs(second - 3 * first) <= 3);
        QTest::mouseMove(&plot, plot.positionOf(1) + QPoint(3, -20));
        QTRY_COMPARE(plot.cursor(), 1);
        QTest::mouseMove(&plot, plot.positionOf(2) - QPoint(8, 10));
        QTRY_COMPARE(plot.cursor(), 2);
    }

    void pointsAreReadNearby()
    {
        ScatterPlot plot;
        plot.setData(threePoints());
        present(plot);
        QSignalSpy chosen(&plot, &PlotView::itemActivated);
        QTest::mouseMove(&plot, plot.positionOf(1) + QPoint(5, 5));
        QTRY_COMPARE(plot.reading(), QStringLiteral("second"));
        // Far from every point.
        QTest::mouseMove(&plot, QPoint(plot.positionOf(1).x(), plot.positionOf(0).y()));
        QTRY_COMPARE(plot.cursor(), -1);
        QTest::mouseClick(&plot, Qt::LeftButton, {}, plot.positionOf(2));
        QCOMPARE(chosen.takeFirst().constFirst().toInt(), 2);
        // Keys go in the order of measuring.
        QTest::keyClick(&plot, Qt::Key_Home);
        QCOMPARE(plot.reading(), QStringLiteral("first"));
    }

    void pointsStandAtTheirValues()
    {
        ScatterPlot plot;
        plot.setData(threePoints());
        present(plot);
        const QPoint first = plot.positionOf(0);
        const QPoint second = plot.positionOf(1);
        const QPoint third = plot.positionOf(2);
        QVERIFY(std::abs((first.x() + second.x()) / 2 - third.x()) <= 1);
        QVERIFY(second.y() < third.y() && third.y() < first.y());
        const QImage image = snapshot(plot);
        const QColor color = plotColors(plot.palette()).series[0];
        for (const QPoint point : {first, second, third})
            QVERIFY(countOf(color, image, QRect(point - QPoint(3, 3), QSize(7, 7))) > 15);
    }

    void seriesAreSeenInBothThemes()
    {
        for (const ThemeKind kind : {ThemeKind::Light, ThemeKind::Dark}) {
            const PlotColors colors = plotColors(themePalette(kind));
            for (const QColor &color : colors.series)
                QVERIFY2(contrastRatio(color, colors.ground) >= 3, qPrintable(color.name()));
            QVERIFY(contrastRatio(colors.whisker, colors.ground) >= 4.5);
        }
    }

    void nothingToShowIsNoCrash()
    {
        BarPlot bars;
        bars.setData({});
        present(bars);
        LinePlot lines;
        lines.setData({});
        present(lines);
        ScatterPlot points;
        points.setData({});
        present(points);
        for (PlotView *plot : QList<PlotView *>{&bars, &lines, &points}) {
            QTest::keyClick(plot, Qt::Key_End);
            QCOMPARE(plot->cursor(), -1);
            QVERIFY(!plot->latex().isEmpty());
        }
    }

    void twoHundredPointsAreWithinTheBudget()
    {
        LinePlotData line;
        ScatterPlotData points;
        BarPlotData bars;
        LinePlotSeries series;
        for (int i = 0; i < 200; ++i) {
            const double value = 10 + i % 7;
            line.places.append(i + 1);
            series.values.append({value, std::pair(value - 1, value + 1)});
            line.readings.append(QString::number(i));
            points.points.append({QString::number(i), double(i % 31), value,
                                  std::pair(value - 1, value + 1), QString::number(i)});
            bars.bars.append({QString::number(i), value, std::pair(value - 1, value + 1),
                              QString::number(value), QString::number(i)});
        }
        line.series = {series};
        LinePlot linePlot;
        ScatterPlot scatterPlot;
        BarPlot barPlot;
        present(linePlot);
        present(scatterPlot);
        present(barPlot);
        QVERIFY(costOf(linePlot, line) < kBudgetMilliseconds);
        QVERIFY(costOf(scatterPlot, points) < kBudgetMilliseconds);
        QVERIFY(costOf(barPlot, bars) < kBudgetMilliseconds);
    }
};

QTEST_MAIN(TestMetricsPlots)
#include "tst_metrics_plots.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "plots/bar_plot.h"
#include "plots/line_plot.h"
#include "plots/plot_export.h"
#include "plots/plot_latex.h"
#include "plots/scatter_plot.h"

#include <QAction>
#include <QFileDialog>
#include <QImage>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>

using namespace quantloupe;

namespace {

const QString kConditions = QStringLiteral("N = 4,096, seed 0; reference: photos");

LinePlotData levels()
{
    LinePlotData data;
    data.name = QStringLiteral("SWD by level");
    data.xLabel = QStringLiteral("level, pixels");
    data.yLabel = QStringLiteral("SWD, x 1000");
    data.conditions = kConditions;
    data.places = {0, 1, 2};
    data.placeLabels = {QStringLiteral("64"), QStringLiteral("32"), QStringLiteral("16")};
    data.series = {{QStringLiteral("float"), {{1, {}}, {2, {}}, {3, {}}}, false},
                   {QStringLiteral("quantized"), {{2, std::pair(1.5, 2.5)}, {}, {4, {}}}, false}};
    data.readings = data.placeLabels;
    return data;
}

BarPlotData bars()
{
    BarPlotData data;
    data.name = QStringLiteral("SWD by configuration");
    data.xLabel = QStringLiteral("configuration");
    data.yLabel = QStringLiteral("SWD");
    data.conditions = kConditions;
    data.bars = {{QStringLiteral("#1"), 10, {}, QStringLiteral("10"), QStringLiteral("first")}};
    data.floor = 4;
    data.floorName = QStringLiteral("floor");
    return data;
}

ScatterPlotData points()
{
    ScatterPlotData data;
    data.name = QStringLiteral("SWD against size");
    data.xLabel = QStringLiteral("size, kB");
    data.yLabel = QStringLiteral("SWD");
    data.conditions = kConditions;
    data.points = {{QStringLiteral("#1"), 300, 5, {}, QStringLiteral("first")},
                   {QStringLiteral("#2"), 100, 9, {}, QStringLiteral("second")}};
    data.floor = 2;
    data.floorName = QStringLiteral("floor");
    return data;
}

/// Of the plot that a legend entry stands directly after, as pgfplots assigns them without
/// "forget plot".
QStringList plotsInTheLegend(const QString &latex)
{
    QStringList plots;
    for (const QString &line : latex.split(u'\n'))
        if (line.startsWith(QStringLiteral("\\addplot")) && !line.contains("forget plot"))
            plots.append(line);
    return plots;
}

} // namespace

/// What leaves the program: numbers, LaTeX and pictures that say what they are of.
class TestPlotExports : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFloorAloneIsInTheLegend()
    {
        BarPlot plot;
        plot.setData(bars());
        const QStringList named = plotsInTheLegend(plot.latex());
        QCOMPARE(named.size(), 1);
        QVERIFY(named[0].startsWith("\\addplot[dashed"));
        QCOMPARE(plot.latex().count("\\addlegendentry"), 1);
        LinePlot lines;
        lines.setData(levels());
        QCOMPARE(plotsInTheLegend(lines.latex()).size(), 2);
    }

    /// pgfplots looks for keys after "error bars/.cd" among those of error bars alone.
    void errorBarsComeLast()
    {
        BarPlot plot;
        BarPlotData data = bars();
        data.bars[0].interval = std::pair(9.0, 12.0);
        plot.setData(data);
        ScatterPlot scatter;
        scatter.setData(points());
        for (const QString &latex : {plot.latex(), scatter.latex()})
            for (const QString &line : latex.split(u'\n'))
                if (const qsizetype bars = line.indexOf("error bars/.cd"); bars >= 0)
                    QVERIFY2(line.mid(bars).startsWith(
                                 "error bars/.cd, y dir=both, y explicit] coordinates"),
                             qPrintable(line));
        QVERIFY(plot.latex().contains("forget plot, error bars/.cd"));
        QVERIFY(scatter.latex().contains("(300,5) [{\\#1}] (100,9) [{\\#2}]"));
    }

    void gapsStayGaps()
    {
        LinePlot plot;
        plot.setData(levels());
        QVERIFY(plot.latex().contains("unbounded coords=jump"));
        QVERIFY2(plot.latex().contains("(0,2) += (0,0.5) -= (0,0.5) (1,nan) (2,4) };"),
                 qPrintable(plot.latex()));
        QVERIFY(plot.latex().contains("\\addlegendentry{quantized}"));
    }

    void axesAreThoseOnScreen()
    {
        LinePlot lines;
        LinePlotData data = levels();
        lines.setData(data);
        QVERIFY(!lines.latex().contains("xmode"));
        data.places = {256, 512, 1024};
        data.isLogarithmic = true;
        lines.setData(data);
        QVERIFY(lines.latex().contains("xmode=log"));
        BarPlot plot;
        plot.setData(bars());
        QVERIFY(plot.latex().contains("ymin=0"));
        BarPlotData below = bars();
        below.bars[0].value = -1;
        plot.setData(below);
        QVERIFY(!plot.latex().contains("ymin"));
    }

    void charactersOfTexArePrinted()
    {
        const QString text = latexPlot({QStringLiteral("a^b~c\\d_e"), QString()}, {});
        QVERIFY2(text.contains("a\\textasciicircum{}b\\textasciitilde{}c\\textbackslash{}d\\_e"),
                 qPrintable(text));
    }

    void levelsKeepTheirNames()
    {
        LinePlot plot;
        plot.setData(levels());
        QCOMPARE(plot.table(','),
                 "# " + kConditions +
                     "\n\"level, pixels\",float,float low,float high,quantized,quantized low,"
                     "quantized high\n64,1,,,2,1.5,2.5\n32,2,,,,,\n16,3,,,4,,\n");
        LinePlotData samples = levels();
        samples.isLogarithmic = true;
        samples.places = {1024, 2048, 4096};
        samples.placeLabels = {QStringLiteral("1,024"), QStringLiteral("2,048"),
                               QStringLiteral("4,096")};
        plot.setData(samples);
        // Numbers for programs, not for readers.
        QVERIFY(plot.table(',').contains("\n1024,1,"));
    }

    void pointsStandOverTheirFloor()
    {
        ScatterPlot plot;
        plot.setData(points());
        QVERIFY(plot.table(',').endsWith("\nfloor,,2,,\n"));
        QVERIFY(plot.latex().contains("\\addlegendentry{floor}"));
        plot.resize(480, 240);
        plot.show();
        QVERIFY(QTest::qWaitForWindowExposed(&plot));
        const QImage with = snapshot(plot);
        const int over = plot.positionOf(0).y();
        ScatterPlotData without = points();
        without.floor.reset();
        plot.setData(without);
        QVERIFY(snapshot(plot) != with);
        // The axis reached down to the floor, so that the points stood higher.
        QVERIFY(over < plot.positionOf(0).y());
    }

    void filesSayWhatTheyAreOf_data()
    {
        QTest::addColumn<QString>("suffix");
        for (const char *suffix : {"csv", "tex", "svg", "png"})
            QTest::newRow(suffix) << QString(suffix);
    }
    void filesSayWhatTheyAreOf()
    {
        QFETCH(QString, suffix);
        for (PlotView *plot : m_plots) {
            const QByteArray bytes = exported(*plot, suffix);
            if (suffix == "png")
                QCOMPARE(QImage::fromData(bytes).text("Description"), kConditions);
            else
                QVERIFY(QString::fromUtf8(bytes).contains(kConditions));
        }
    }

    void picturesHaveTheirOwnSize()
    {
        for (PlotView *plot : m_plots) {
            plot->resize(300, 200);
            const QImage narrow = QImage::fromData(exported(*plot, "png"));
            plot->resize(1600, 200);
            const QImage wide = QImage::fromData(exported(*plot, "png"));
            plot->resize(400, 240);
            QCOMPARE(narrow.size(), kExportSize * 2);
            QCOMPARE(wide, narrow);
            QVERIFY(QString::fromUtf8(exported(*plot, "svg")).contains("viewBox=\"0 0 640 360\""));
        }
    }

    void picturesHaveAMargin()
    {
        constexpr int kMargin = 8;
        for (PlotView *plot : m_plots) {
            const QImage picture = QImage::fromData(exported(*plot, "png"));
            const QImage inner =
                picture.copy(picture.rect().adjusted(kMargin, kMargin, -kMargin, -kMargin));
            QImage framed(picture.size(), picture.format());
            framed.fill(Qt::white);
            for (int y = 0; y < inner.height(); ++y)
                for (int x = 0; x < inner.width(); ++x)
                    framed.setPixelColor(x + kMargin, y + kMargin, inner.pixelColor(x, y));
            QCOMPARE(picture.convertToFormat(QImage::Format_RGB32),
                     framed.convertToFormat(QImage::Format_RGB32));
        }
    }

private:
    static QByteArray exported(PlotView &plot, const QString &suffix)
    {
        QSignalSpy handedOver(&plot, &PlotView::exported);
        const QString name = "export" + suffix.left(1).toUpper() + suffix.mid(1);
        plot.exportMenu()->findChild<QAction *>(name)->trigger();
        auto *dialog = plot.findChild<QFileDialog *>("plotDialog");
        Q_EMIT dialog->fileSelected("plot." + suffix);
        delete dialog;
        return handedOver.value(0).value(1).value<FileContent>()();
    }

    static QImage snapshot(PlotView &plot)
    {
        QCoreApplication::processEvents();
        return plot.grab().toImage();
    }

    BarPlot *m_bars = new BarPlot;
    LinePlot *m_lines = new LinePlot;
    ScatterPlot *m_scatter = new ScatterPlot;
    QList<PlotView *> m_plots{m_bars, m_lines, m_scatter};

private Q_SLOTS:
    void initTestCase()
    {
        m_bars->setData(bars());
        m_lines->setData(levels());
        m_scatter->setData(points());
        for (PlotView *plot : std::as_const(m_plots))
            plot->resize(400, 240);
    }
    void cleanupTestCase() { qDeleteAll(m_plots); }
};

QTEST_MAIN(TestPlotExports)
#include "tst_plot_exports.moc"

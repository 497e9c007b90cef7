// SPDX-License-Identifier: GPL-3.0-or-later
#include "plots/levels_plot.h"
#include "plots/plot_style.h"
#include "shown_plots.h"
#include "widgets/theme.h"

#include <QAction>
#include <QApplication>
#include <QFileDialog>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace quantloupe;
using namespace quantloupe::test;

namespace {

LevelsPlotData twoQuantizers()
{
    LevelsPlotData data;
    data.name = QStringLiteral("main.3 quantizers");
    data.xLabel = QStringLiteral("weight");
    data.noteLabel = QStringLiteral("occupied");
    data.low = -2;
    data.high = 2;
    data.counts = {10, 40, 20, 30};
    data.readings = {QStringLiteral("bin 0"), QStringLiteral("bin 1"), QStringLiteral("bin 2"),
                     QStringLiteral("bin 3")};
    data.rows = {{QStringLiteral("EM"),
                  QStringLiteral("100 %"),
                  {-1.5, 1.5},
                  {1, 1},
                  {0.5, 0.5},
                  {QStringLiteral("EM low"), QStringLiteral("EM high")},
                  true},
                 {QStringLiteral("min-max"),
                  QStringLiteral("67 %"),
                  {-1.5, 0, 1.5},
                  {1, 0, 1},
                  {0.4, 0, 0.6},
                  {QStringLiteral("low"), QStringLiteral("middle"), QStringLiteral("high")},
                  false}};
    return data;
}

/// Pixels of this colour in the column of the item, within its row.
int pixelsAt(LevelsPlot &plot, int item, const QColor &color)
{
    const QImage image = snapshot(plot);
    const qreal ratio = image.devicePixelRatio();
    const QPoint place = plot.positionOf(item);
    int found = 0;
    for (int y = place.y() - 12; y <= place.y() + 12; ++y)
        for (int x = place.x() - 2; x <= place.x() + 2; ++x)
            found += image.pixelColor(qRound(x * ratio), qRound(y * ratio)) == color ? 1 : 0;
    return found;
}

void showLarge(LevelsPlot &plot)
{
    plot.setData(twoQuantizers());
    plot.resize(500, 300);
    plot.show();
    QVERIFY(QTest::qWaitForWindowExposed(&plot));
    plot.clearFocus();
    snapshot(plot);
}

} // namespace

/// Levels of several quantizers under one histogram.
class TestLevelsPlot : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeKind::Light); }
    void cleanup() { applyTheme(*qApp, ThemeKind::Light); }

    void namesOfManyRowsDoNotOverlap()
    {
        LevelsPlotData data = twoQuantizers();
        const LevelsPlotRow plain = data.rows.takeLast();
        for (int row = 1; row < 20; ++row)
            data.rows.insert(row / 2, plain);
        LevelsPlot plot;
        plot.setData(data);
        plot.resize(500, 240);
        present(plot);
        for (const double factor : {1.0, 1.5}) {
            QFont font = plot.font();
            font.setPointSizeF(font.pointSizeF() * factor);
            plot.setFont(font);
            snapshot(plot);
            const QMap<double, QString> names = plot.namesInSight();
            QVERIFY(names.size() > 1 && names.size() < data.rows.size());
            // The chosen one is among them.
            QVERIFY(std::ranges::any_of(names,
                                        [](const QString &name) { return name.contains("EM"); }));
            double above = -1e9;
            for (const double place : names.keys()) {
                QVERIFY(place - above >= QFontMetrics(smallFont(font)).height() - 1);
                above = place;
            }
        }
    }

    void usedAndUnusedLevelsDiffer_data()
    {
        QTest::addColumn<int>("theme");
        QTest::addRow("light") << int(ThemeKind::Light);
        QTest::addRow("dark") << int(ThemeKind::Dark);
    }
    void usedAndUnusedLevelsDiffer()
    {
        QFETCH(const int, theme);
        applyTheme(*qApp, ThemeKind(theme));
        LevelsPlot plot;
        showLarge(plot);
        const PlotColors colors = plotColors(plot.palette());
        // Items 0..3 are bins, 4 and 5 the levels of the first row, 6..8 those of the second.
        QVERIFY(pixelsAt(plot, 4, colors.chosen) > 10);
        QVERIFY(pixelsAt(plot, 6, colors.levels) > 10);
        QCOMPARE(pixelsAt(plot, 7, colors.levels), 0);
        QVERIFY(pixelsAt(plot, 8, colors.levels) > 10);
    }

    void aLevelIsAsHighAsItIsTaken()
    {
        LevelsPlot plot;
        showLarge(plot);
        const PlotColors colors = plotColors(plot.palette());
        const int whole = pixelsAt(plot, 6, colors.levels);
        LevelsPlotData data = twoQuantizers();
        data.rows[1].taken[0] = 0.5;
        plot.setData(data);
        const int half = pixelsAt(plot, 6, colors.levels);
        QVERIFY2(half > 0.3 * whole && half < 0.7 * whole,
                 qPrintable(QString("%1 of %2").arg(half).arg(whole)));
    }

    void pointingReadsTheNearestOfItsRow()
    {
        LevelsPlot plot;
        showLarge(plot);
        const QStringList expected{"bin 0",   "bin 1", "bin 2",  "bin 3", "EM low",
                                   "EM high", "low",   "middle", "high"};
        for (int item = 4; item < expected.size(); ++item) {
            QTest::mouseMove(&plot, plot.positionOf(item));
            QTRY_COMPARE(plot.reading(), expected[item]);
            QCOMPARE(plot.rowOf(item), item < 6 ? 0 : 1);
        }
        // Above the rows, whatever stands below.
        QTest::mouseMove(&plot, QPoint(plot.positionOf(2).x(), 20));
        QTRY_COMPARE(plot.reading(), QString("bin 2"));
        QCOMPARE(plot.rowOf(2), -1);
    }

    void keysReadAlongAndAcrossRows()
    {
        LevelsPlot plot;
        showLarge(plot);
        plot.setFocus();
        QTest::keyClick(&plot, Qt::Key_Home);
        QCOMPARE(plot.reading(), QString("bin 0"));
        QTest::keyClick(&plot, Qt::Key_Down);
        QCOMPARE(plot.reading(), QString("EM low"));
        QTest::keyClick(&plot, Qt::Key_Down);
        QCOMPARE(plot.reading(), QString("low"));
        QTest::keyClick(&plot, Qt::Key_Down);
        QCOMPARE(plot.reading(), QString("low"));
        QTest::keyClick(&plot, Qt::Key_Right);
        QCOMPARE(plot.reading(), QString("middle"));
        QSignalSpy activated(&plot, &PlotView::itemActivated);
        QTest::keyClick(&plot, Qt::Key_Return);
        QCOMPARE(activated.value(0).value(0).toInt(), 7);
        QTest::keyClick(&plot, Qt::Key_Up);
        QTest::keyClick(&plot, Qt::Key_Up);
        QVERIFY(plot.reading().startsWith("bin"));
    }

    void dataAreExported()
    {
        LevelsPlot plot;
        showLarge(plot);
        const QString csv = plot.table(',');
        QVERIFY(csv.startsWith("low,high,count\n-2,-1,10\n"));
        QVERIFY2(csv.contains("\nquantizer,level,taken,weights\nEM,-1.5,1,0.5\n"), qPrintable(csv));
        QVERIFY(csv.contains("min-max,0,0,0\n"));
        const QString latex = plot.latex();
        QVERIFY(latex.contains("yticklabels={{EM 100 \\%},{min-max 67 \\%}}"));
        QVERIFY(latex.contains("ytick={-0.5,-1.5}"));
        for (const char *format :
             {"exportPng", "exportSvg", "exportPdf", "exportCsv", "exportTex"}) {
            QSignalSpy exported(&plot, &PlotView::exported);
            plot.findChild<QAction *>(format)->trigger();
            auto *dialog = plot.findChild<QFileDialog *>("plotDialog");
            QVERIFY(dialog);
            QVERIFY(dialog->selectedFiles().value(0).contains("main.3 quantizers"));
            Q_EMIT dialog->fileSelected(QStringLiteral("levels"));
            QCOMPARE(exported.size(), 1);
            QVERIFY(!exported[0][1].value<FileContent>()().isEmpty());
            delete dialog;
        }
    }

    void nothingIsAStateToo()
    {
        LevelsPlot plot;
        plot.setData({});
        present(plot);
        QTest::keyClick(&plot, Qt::Key_Down);
        QVERIFY(plot.reading().isEmpty());
        QTest::mouseMove(&plot, plot.rect().center());
        QVERIFY(plot.reading().isEmpty());
    }
};

QTEST_MAIN(TestLevelsPlot)
#include "tst_levels_plot.moc"

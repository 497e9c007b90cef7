// SPDX-License-Identifier: GPL-3.0-or-later
#include "plots/heat_map_plot.h"
#include "plots/plot_style.h"
#include "shown_plots.h"
#include "widgets/theme.h"

#include <QAction>
#include <QApplication>
#include <QFileDialog>
#include <QLabel>
#include <QMenu>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace quantloupe;
using namespace quantloupe::test;

namespace {

/// Three things by two: 0 to 5, row by row.
HeatMapData sixCells()
{
    HeatMapData data;
    data.name = QStringLiteral("six cells");
    data.conditions = QStringLiteral("made up");
    data.xLabel = QStringLiteral("layer");
    data.yLabel = QStringLiteral("bits");
    data.valueLabel = QStringLiteral("SQNR, dB");
    data.columns = {QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")};
    data.rows = {QStringLiteral("8"), QStringLiteral("4")};
    for (int i = 0; i < 6; ++i) {
        HeatMapCell cell;
        cell.value = i;
        cell.text = QString::number(i);
        cell.reading = QStringLiteral("cell %1").arg(i);
        data.cells.append(cell);
    }
    return data;
}

void showLarge(HeatMapPlot &plot, const HeatMapData &data)
{
    plot.setData(data);
    plot.resize(600, 260);
    plot.show();
    QVERIFY(QTest::qWaitForWindowExposed(&plot));
    plot.clearFocus();
    snapshot(plot);
}

/// The colour within a cell, left of its text and inside of its borders.
QColor groundOf(HeatMapPlot &plot, const QImage &image, int item)
{
    const QPoint place = plot.positionOf(item) - QPoint(20, 0);
    const qreal ratio = image.devicePixelRatio();
    return image.pixelColor(qRound(place.x() * ratio), qRound(place.y() * ratio));
}

/// Pixels of just this colour in the half of the plot around a cell.
int pixelsAround(HeatMapPlot &plot, const QImage &image, int item, const QColor &color)
{
    const qreal ratio = image.devicePixelRatio();
    const QPoint place = plot.positionOf(item);
    const int width = plot.positionOf(1).x() - plot.positionOf(0).x();
    const int height = plot.positionOf(3).y() - plot.positionOf(0).y();
    int found = 0;
    for (int y = place.y() - height / 2; y < place.y() + height / 2; ++y)
        for (int x = place.x() - width / 2; x < place.x() + width / 2; ++x)
            found += image.pixelColor(qRound(x * ratio), qRound(y * ratio)) == color ? 1 : 0;
    return found;
}

} // namespace

/// Values of pairs by colour, and how they are read.
class TestHeatMap : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeKind::Light); }
    void cleanup() { applyTheme(*qApp, ThemeKind::Light); }

    void whatMattersStandsOutFromTheGround_data()
    {
        QTest::addColumn<int>("theme");
        QTest::addColumn<bool>("isHighStrong");
        for (const ThemeKind theme : {ThemeKind::Light, ThemeKind::Dark})
            for (const bool isHighStrong : {false, true})
                QTest::addRow("%s %s", theme == ThemeKind::Dark ? "dark" : "light",
                              isHighStrong ? "high" : "low")
                    << int(theme) << isHighStrong;
    }
    void whatMattersStandsOutFromTheGround()
    {
        QFETCH(const int, theme);
        QFETCH(const bool, isHighStrong);
        applyTheme(*qApp, ThemeKind(theme));
        HeatMapPlot plot;
        HeatMapData data = sixCells();
        data.isHighStrong = isHighStrong;
        showLarge(plot, data);
        const QImage image = snapshot(plot);
        const QColor ground = plotColors(plot.palette()).ground;
        QList<double> contrasts;
        for (int item = 0; item < 6; ++item)
            contrasts.append(contrastRatio(groundOf(plot, image, item), ground));
        if (!isHighStrong)
            std::reverse(contrasts.begin(), contrasts.end());
        for (int i = 1; i < 6; ++i)
            QVERIFY2(contrasts[i] > contrasts[i - 1],
                     qPrintable(QString("%1 after %2").arg(contrasts[i]).arg(contrasts[i - 1])));
    }

    void aCellWithoutValueIsEmpty()
    {
        HeatMapPlot plot;
        HeatMapData data = sixCells();
        data.cells[4].value.reset();
        data.cells[4].text.clear();
        showLarge(plot, data);
        const QImage image = snapshot(plot);
        QCOMPARE(groundOf(plot, image, 4), plotColors(plot.palette()).ground);
        QVERIFY(groundOf(plot, image, 5) != plotColors(plot.palette()).ground);
    }

    void picturesOfACellStandAwayFromIt()
    {
        HeatMapPlot plot;
        showLarge(plot, sixCells());
        QImage small(8, 8, QImage::Format_RGB32);
        small.fill(Qt::red);
        const auto *popup = plot.findChild<QWidget *>("cellPictures");
        plot.showPictures(small, small);
        QVERIFY(!popup->isVisible());
        for (const int item : {3, 5}) {
            plot.setCursor(item);
            plot.showPictures(small, small);
            QVERIFY(popup->isVisible());
            QVERIFY(plot.rect().contains(popup->geometry()));
            QVERIFY(!popup->geometry().contains(plot.positionOf(item)));
            // Enlarged by whole multiples, both of them.
            for (const QLabel *label : popup->findChildren<QLabel *>())
                if (!label->pixmap().isNull()) {
                    QVERIFY(label->pixmap().width() > 8);
                    QCOMPARE(label->pixmap().width() % 8, 0);
                    QCOMPARE(label->pixmap().toImage().pixelColor(9, 9), QColor(Qt::red));
                }
        }
        plot.setCursor(4);
        QVERIFY(!popup->isVisible());
    }

    void marksAreNotColourAlone()
    {
        HeatMapPlot plot;
        HeatMapData data = sixCells();
        data.cells[1].isMarked = true;
        data.cells[3].isChosen = true;
        data.cells[5].isMarked = data.cells[5].isChosen = true;
        showLarge(plot, data);
        const QImage image = snapshot(plot);
        const PlotColors colors = plotColors(plot.palette());
        for (int item = 0; item < 6; ++item) {
            QCOMPARE(pixelsAround(plot, image, item, colors.levels) > 100, item == 1 || item == 5);
            QCOMPARE(pixelsAround(plot, image, item, colors.chosen) > 100, item == 3 || item == 5);
        }
    }

    void predictedCellsAreHatched()
    {
        HeatMapPlot plot;
        HeatMapData data = sixCells();
        showLarge(plot, data);
        const QImage measured = snapshot(plot);
        data.cells[2].isPredicted = true;
        plot.setData(data);
        const QImage image = snapshot(plot);
        for (int item = 0; item < 6; ++item) {
            const QColor whole = groundOf(plot, measured, item);
            const int before = pixelsAround(plot, measured, item, whole);
            const int now = pixelsAround(plot, image, item, whole);
            if (item == 2)
                QVERIFY2(now < before, qPrintable(QString("%1 of %2").arg(now).arg(before)));
            else
                QCOMPARE(now, before);
        }
        QVERIFY(plot.table(',').contains("c,8,2,,,predicted\n"));
        QVERIFY(plot.table(',').contains("b,8,1,,,measured\n"));
    }

    void pointingReadsTheCellUnderThePointer()
    {
        HeatMapPlot plot;
        showLarge(plot, sixCells());
        const int halfWidth = (plot.positionOf(1).x() - plot.positionOf(0).x()) / 2 - 2;
        const int halfHeight = (plot.positionOf(3).y() - plot.positionOf(0).y()) / 2 - 2;
        QSignalSpy activated(&plot, &PlotView::itemActivated);
        for (int item = 0; item < 6; ++item) {
            // Into a corner, far from the middle.
            const QPoint corner = plot.positionOf(item) + QPoint(halfWidth, -halfHeight);
            QTest::mouseMove(&plot, corner);
            QTRY_COMPARE(plot.reading(), QString("cell %1").arg(item));
            QTest::mouseClick(&plot, Qt::LeftButton, {}, corner);
            QCOMPARE(activated.takeFirst().value(0).toInt(), item);
        }
        QTest::mouseMove(&plot, QPoint(1, 1));
        QTRY_VERIFY(plot.reading().isEmpty());
    }

    void keysGoFromCellToCell()
    {
        HeatMapPlot plot;
        HeatMapData data = sixCells();
        data.cells[1].isMarked = data.cells[4].isMarked = true;
        showLarge(plot, data);
        plot.setFocus();
        const auto press = [&plot](Qt::Key key) {
            QTest::keyClick(&plot, key);
            return plot.cursor();
        };
        // First the answer of the last row.
        QCOMPARE(press(Qt::Key_Left), 4);
        QCOMPARE(press(Qt::Key_Left), 3);
        QCOMPARE(press(Qt::Key_Left), 3);
        QCOMPARE(press(Qt::Key_Up), 0);
        QCOMPARE(press(Qt::Key_Up), 0);
        QCOMPARE(press(Qt::Key_End), 2);
        QCOMPARE(press(Qt::Key_Right), 2);
        QCOMPARE(press(Qt::Key_Down), 5);
        QCOMPARE(press(Qt::Key_Home), 3);
        QSignalSpy activated(&plot, &PlotView::itemActivated);
        press(Qt::Key_Return);
        QCOMPARE(activated.value(0).value(0).toInt(), 3);
        QCOMPARE(plot.accessibleDescription(), QString("cell 3"));
    }

    void oneRowFillsThePlot()
    {
        HeatMapPlot plot;
        HeatMapData data = sixCells();
        data.rows = {QStringLiteral("as configured")};
        data.cells.resize(3);
        showLarge(plot, data);
        const QImage image = snapshot(plot);
        QSet<QRgb> colors;
        for (int item = 0; item < 3; ++item)
            colors.insert(groundOf(plot, image, item).rgb());
        QCOMPARE(colors.size(), 3);
        QTest::mouseMove(&plot, plot.positionOf(2));
        QTRY_COMPARE(plot.reading(), QString("cell 2"));
    }

    void equalValuesHaveAColour()
    {
        HeatMapPlot plot;
        HeatMapData data = sixCells();
        for (HeatMapCell &cell : data.cells)
            cell.value = 7;
        showLarge(plot, data);
        const QImage image = snapshot(plot);
        for (int item = 0; item < 6; ++item)
            QVERIFY(groundOf(plot, image, item) != plotColors(plot.palette()).ground);
    }

    void dataAreExported()
    {
        HeatMapPlot plot;
        HeatMapData data = sixCells();
        data.cells[0].interval = {-0.5, 0.5};
        data.cells[5].value.reset();
        data.cells[5].text.clear();
        showLarge(plot, data);
        const QString csv = plot.table(',');
        QVERIFY2(csv.startsWith("# made up\nlayer,bits,\"SQNR, dB\",low,high,source\n"
                                "a,8,0,-0.5,0.5,measured\n"),
                 qPrintable(csv));
        QVERIFY(csv.endsWith("b,4,4,,,measured\nc,4,,,,\n"));
        const QString latex = plot.latex();
        QVERIFY2(latex.contains("mesh/cols=3"), qPrintable(latex));
        QVERIFY(latex.contains("(2,0) [2] (0,-1) [3]"));
        QVERIFY(latex.contains("yticklabels={{8},{4}}"));
        QVERIFY(latex.contains("colorbar style={ylabel={SQNR, dB}}"));
        for (const char *format :
             {"exportPng", "exportSvg", "exportPdf", "exportCsv", "exportTex"}) {
            QSignalSpy exported(&plot, &PlotView::exported);
            plot.findChild<QAction *>(format)->trigger();
            auto *dialog = plot.findChild<QFileDialog *>("plotDialog");
            QVERIFY(dialog);
            QVERIFY(dialog->selectedFiles().value(0).contains("six cells"));
            Q_EMIT dialog->fileSelected(QStringLiteral("map"));
            QCOMPARE(exported.size(), 1);
            QVERIFY(!exported[0][1].value<FileContent>()().isEmpty());
            delete dialog;
        }
    }

    void manyColumnsKeepTheirReadings()
    {
        HeatMapPlot plot;
        HeatMapData data = sixCells();
        data.columns.clear();
        data.cells.clear();
        for (int i = 0; i < 200; ++i) {
            data.columns.append(QStringLiteral("synthesis.block%1.conv").arg(i));
            for (const int each : {i, -i}) {
                HeatMapCell cell;
                cell.value = each;
                cell.text = QString::number(each);
                cell.reading = QString::number(data.cells.size());
                data.cells.append(cell);
            }
        }
        showLarge(plot, data);
        QTest::mouseMove(&plot, plot.positionOf(317));
        QTRY_COMPARE(plot.reading(), QString("317"));
    }

    void nothingIsAStateToo()
    {
        HeatMapPlot plot;
        plot.setData({});
        present(plot);
        plot.setFocus();
        QTest::keyClick(&plot, Qt::Key_Down);
        QVERIFY(plot.reading().isEmpty());
        QTest::mouseMove(&plot, plot.rect().center());
        QVERIFY(plot.reading().isEmpty());
    }
};

QTEST_MAIN(TestHeatMap)
#include "tst_heat_map.moc"

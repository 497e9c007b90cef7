// SPDX-License-Identifier: GPL-3.0-or-later
#include "plots/line_plot.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QTest>

using namespace quantloupe;

/// Names of what is drawn, beside the axes.
class TestPlotNames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeKind::Light); }

    /// Three names that would all stand at 4.
    void namesDoNotLieOverEachOther()
    {
        LinePlotData data = flatLines();
        data.floor = 8;
        data.floorName = QStringLiteral("rrr");
        QCOMPARE(linesOfText(data), 3);
    }

    void withoutAFloorTheLinesHaveTheirNames() { QCOMPARE(linesOfText(flatLines()), 2); }

    /// One line needs no name, and its hidden one moves no other.
    void oneLineLeavesTheFloorItsPlace()
    {
        LinePlotData data = flatLines();
        data.series.removeLast();
        data.floor = 8;
        data.floorName = QStringLiteral("rrr");
        QCOMPARE(linesOfText(data), 1);
    }

private:
    /// Glyphs without gaps between their parts.
    static LinePlotData flatLines()
    {
        LinePlotData data;
        data.places = {1, 2};
        data.series = {{QStringLiteral("mmm"), {{4, {}}, {4, {}}}, false},
                       {QStringLiteral("nnn"), {{4, {}}, {4, {}}}, false}};
        data.readings = {QStringLiteral("1"), QStringLiteral("2")};
        return data;
    }

    /// In the margin on the right.
    static int linesOfText(const LinePlotData &data)
    {
        LinePlot plot;
        plot.setData(data);
        plot.resize(480, 240);
        plot.show();
        if (!QTest::qWaitForWindowExposed(&plot))
            return -1;
        plot.clearFocus();
        QCoreApplication::processEvents();
        const QImage image = plot.grab().toImage();
        const int width = QFontMetrics(smallFont(plot.font())).horizontalAdvance("mmm");
        int lines = 0;
        bool wasText = false;
        for (int y = 0; y < image.height(); ++y) {
            const bool isText = hasInk(image.copy(image.width() - kSpacing - width, y, width, 1));
            lines += isText && !wasText;
            wasText = isText;
        }
        return lines;
    }

    static bool hasInk(const QImage &row)
    {
        for (int x = 0; x < row.width(); ++x)
            if (row.pixelColor(x, 0).lightness() < 200)
                return true;
        return false;
    }
};

QTEST_MAIN(TestPlotNames)

#include "tst_plot_names.moc"

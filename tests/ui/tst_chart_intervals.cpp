// SPDX-License-Identifier: GPL-3.0-or-later
#include "made_up_generator.h"
#include "made_up_measurement.h"

#include "models/metrics_charts.h"

#include <QTest>

using namespace quantloupe;
using namespace quantloupe::test;

namespace {

const MetricQuantity kSwd{MetricQuantity::Aspect::Value, MetricKind::SlicedWasserstein, "SWD"};
const MetricQuantity kSwdDelta{MetricQuantity::Aspect::Delta, MetricKind::SlicedWasserstein, "SWD"};
const MetricQuantity kPsnr{MetricQuantity::Aspect::Value, MetricKind::Psnr, "PSNR"};
const MetricQuantity kKid{MetricQuantity::Aspect::Value, MetricKind::Kernel, "KID-net"};

MetricRow kidRow()
{
    MetricRow row = swdRow(2);
    row.kind = MetricKind::Kernel;
    row.name = kKid.name;
    row.floatStandardError = 0.25;
    row.quantizedStandardError = 0.5;
    row.deltaInterval = Measured<MetricInterval>::missing("KID carries its standard error");
    return row;
}

/// Pixels over the axis in a column of the plot that are not its ground.
int drawnIn(const QImage &image, int x)
{
    constexpr int kAxis = 60;
    const QRgb ground = image.pixel(x, 0);
    int count = 0;
    for (int y = 0; y < image.height() - kAxis; ++y)
        count += image.pixel(x, y) != ground;
    return count;
}

} // namespace

/// Intervals that charts draw, and what they say of them.
class TestChartIntervals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_document = std::make_unique<QuantDocument>();
        m_document->open(madeUpGenerator());
        m_measurement = madeUpMeasurement(*m_document, 2);
        m_measurement.report.rows.push_back(kidRow());
        m_measurement.report.rows[1].curve = {{2048, {}, 29.5}, {4096, {}, 30}};
    }

    void theCourseEndsWithItsInterval()
    {
        const LinePlotData delta = sampleLines(m_measurement, kSwdDelta);
        QCOMPARE(*delta.series[0].values[2].interval, std::pair(1.5, 2.5));
        QVERIFY(!delta.series[0].values[1].interval);
        QCOMPARE(*sampleLines(m_measurement, kPsnr).series[0].values[1].interval,
                 std::pair(29.0, 31.0));
        const LinePlotData kid = sampleLines(m_measurement, kKid);
        QCOMPARE(*kid.series[0].values[2].interval, std::pair(9.75, 10.25));
        QCOMPARE(*kid.series[1].values[2].interval, std::pair(11.5, 12.5));
        // An absolute distance has none.
        for (const LinePlotSeries &series : sampleLines(m_measurement, kSwd).series)
            QVERIFY(!series.values[2].interval);
    }

    void theHistoryDrawsIntervals()
    {
        const QList<Measurement> all{m_measurement};
        QCOMPARE(*historyLine(all, kSwdDelta, 0).data.series[0].values[0].interval,
                 std::pair(1.5, 2.5));
        LinePlot plot;
        plot.resize(480, 240);
        plot.setData(historyLine(all, kSwdDelta, 0).data);
        plot.show();
        QVERIFY(QTest::qWaitForWindowExposed(&plot));
        // The point and its ring alone are lower.
        const QImage image = plot.grab().toImage();
        const int whisker = drawnIn(image, plot.positionOf(0).x());
        QVERIFY2(whisker > 40, qPrintable(QString::number(whisker)));
    }

    void notesSayWhatWhiskersAre()
    {
        const QList<Measurement> all{m_measurement};
        const auto notesOf = [&](const MetricQuantity &quantity) {
            return QStringList{
                configurationBars(all, quantity, 0).note, historyLine(all, quantity, 0).note,
                quantityPoints(all, {MetricQuantity::Aspect::Bytes}, quantity, 0).note};
        };
        for (const QString &note : notesOf(kSwdDelta) + notesOf(kPsnr))
            QVERIFY2(note.contains("95 % of the bootstrap over samples"), qPrintable(note));
        for (const QString &note : notesOf(kKid))
            QVERIFY2(note.contains("one standard error"), qPrintable(note));
        for (const QString &note : notesOf(kSwd))
            QVERIFY2(note.contains("only the difference to float has an interval"),
                     qPrintable(note));
    }

    void placesOfAWholeAxisAreMeasurements()
    {
        LinePlotData data;
        data.series = {{}};
        LinePlot plot;
        plot.resize(480, 240);
        plot.show();
        QVERIFY(QTest::qWaitForWindowExposed(&plot));
        const auto add = [&] {
            data.places.append(double(data.places.size() + 1));
            data.series[0].values.append(LinePlotValue{10, {}});
            data.readings.append(QString::number(data.places.size()));
            plot.setData(data);
            // Plots are drawn when the event loop gets to it.
            QCoreApplication::processEvents();
        };
        add();
        // One stands in the middle.
        const int middle = plot.positionOf(0).x();
        QVERIFY(middle > plot.width() / 3 && middle < 2 * plot.width() / 3);
        while (data.places.size() < 40)
            add();
        // The place of a measurement 0 or 41 would lie outside of the axes.
        const int step = plot.positionOf(39).x() - plot.positionOf(38).x();
        QTest::mouseMove(&plot, plot.positionOf(39));
        QTRY_COMPARE(plot.cursor(), 39);
        QTest::mouseMove(&plot, plot.positionOf(39) + QPoint(step, 0));
        QTRY_COMPARE(plot.cursor(), -1);
    }

private:
    std::unique_ptr<QuantDocument> m_document;
    Measurement m_measurement;
};

QTEST_MAIN(TestChartIntervals)
#include "tst_chart_intervals.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "made_up_generator.h"
#include "made_up_measurement.h"

#include "models/metrics_charts.h"
#include "models/metrics_table_model.h"
#include "models/metrics_words.h"

#include <QAbstractItemModelTester>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

using namespace quantloupe;
using namespace quantloupe::test;

namespace {

const MetricQuantity kSwd{MetricQuantity::Aspect::Value, MetricKind::SlicedWasserstein, "SWD"};
const MetricQuantity kSwdDelta{MetricQuantity::Aspect::Delta, MetricKind::SlicedWasserstein, "SWD"};

} // namespace

/// What is said and drawn of measurements.
class TestMetricsModels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_document = std::make_unique<QuantDocument>();
        m_history = std::make_unique<MetricsHistory>(m_document.get());
        open("made up");
    }
    void cleanup()
    {
        m_history.reset();
        m_document.reset();
    }

    void theVerdictTellsNoiseFromMore_data()
    {
        QTest::addColumn<double>("delta");
        QTest::addColumn<QString>("words");
        QTest::newRow("worse") << 2.0 << "2 above float (95 %: 1.5 to 2.5): more than noise";
        QTest::newRow("noise") << 0.25 << "no more than noise";
        QTest::newRow("better") << -2.0 << "2 below float (95 %: -2.5 to -1.5): nearer";
    }
    void theVerdictTellsNoiseFromMore()
    {
        QFETCH(double, delta);
        QFETCH(QString, words);
        QVERIFY2(verdict(madeUpReport(delta)).contains(words),
                 qPrintable(verdict(madeUpReport(delta))));
    }

    void withoutAnIntervalTheFloorIsNamed()
    {
        MetricsReport report = madeUpReport(-2);
        report.rows[0].deltaInterval = Measured<MetricInterval>::missing("SWD has none");
        QCOMPARE(verdict(report),
                 QString("SWD is 2 below float; it has no interval. Its floor is 4."));
        QCOMPARE(metricNotes(report, nullptr), QStringList{"SWD, interval: SWD has none"});
    }

    void pairedMetricsAreDistancesToFloat()
    {
        MetricsReport report = madeUpReport(1);
        report.rows.erase(report.rows.begin());
        QCOMPARE(verdict(report), QString("PSNR to float is 30 dB (95 %: 29.0 to 31.0)."));
        // What they have not by their nature is no note.
        QCOMPARE(metricNotes(report, nullptr), QStringList());
    }

    void missingValuesSayWhy()
    {
        MetricsReport report = madeUpReport(1);
        report.rows[0].floor = Measured<double>::missing("the reference has 100 pictures only");
        report.rows[0].mark = "N is under 2,048";
        report.skipped = {"a.png is damaged.", "b.png is cut."};
        const QStringList notes = metricNotes(report, nullptr);
        QCOMPARE(notes.size(), 5);
        QCOMPARE(notes[0], QString("SWD, floor: the reference has 100 pictures only"));
        QCOMPARE(notes[1], QString("SWD: N is under 2,048"));
        QVERIFY(notes[2].contains("could not be read: 2."));
        QCOMPARE(notes.mid(3), (QStringList{"a.png is damaged.", "b.png is cut."}));
        report.skipped.assign(40, "another one");
        QVERIFY(metricNotes(report, nullptr).last().endsWith("--json: 28."));
    }

    void theTableIsComparableOrBlank()
    {
        MetricsTableModel model;
        QAbstractItemModelTester tester(&model);
        const MetricsReport before = madeUpReport(1);
        model.setReport(madeUpReport(2), before);
        QCOMPARE(cell(model, MetricsTableModel::Delta), QString("+2.0"));
        QCOMPARE(cell(model, MetricsTableModel::Interval), QString("1.5 to 2.5"));
        QCOMPARE(cell(model, MetricsTableModel::Previous), QString("+1"));
        QCOMPARE(cell(model, MetricsTableModel::Floor), QString("4"));
        QCOMPARE(cell(model, MetricsTableModel::Count), QString("4,096"));
        MetricsReport other = before;
        other.seed = 7;
        model.setReport(madeUpReport(2), other);
        QCOMPARE(cell(model, MetricsTableModel::Previous), QString("–"));
        const QString reason =
            model.index(0, MetricsTableModel::Previous).data(Qt::ToolTipRole).toString();
        QVERIFY2(reason.contains("seed"), qPrintable(reason));
        QVERIFY(metricNotes(madeUpReport(2), &other).constFirst().contains("seed"));
    }

    void theHistoryKeepsWhatChanged()
    {
        measure(2);
        m_document->edit({1}, bitsEdit(QuantSite::Weight, 4));
        QCOMPARE(m_history->indexOfPresent(), -1);
        measure(3);
        QCOMPARE(m_history->indexOfPresent(), 1);
        QVERIFY(m_history->all()[1].change.startsWith("up: wfloat"));
        QCOMPARE(m_history->all()[0].summary, QString("float"));
        QVERIFY(m_history->all()[1].summary.contains("w4"));
        m_document->undoStack()->undo();
        QCOMPARE(m_history->indexOfPresent(), 0);
    }

    void aSessionBringsItBack()
    {
        measure(2);
        m_document->edit({1, 2}, bitsEdit(QuantSite::Weight, 3));
        measure(0.1);
        const QJsonArray kept =
            QJsonDocument::fromJson(QJsonDocument(m_history->toJson()).toJson()).array();
        MetricsHistory again(m_document.get());
        again.restore(kept);
        QCOMPARE(again.all().size(), 2);
        for (int i = 0; i < 2; ++i) {
            const Measurement &a = m_history->all()[i];
            const Measurement &b = again.all()[i];
            QVERIFY(a.config == b.config);
            QVERIFY(a.settings == b.settings);
            QVERIFY(a.report.rows == b.report.rows);
            QVERIFY(a.report.plan == b.report.plan);
            QVERIFY(a.report.reference == b.report.reference);
            QCOMPARE(a.change, b.change);
            QCOMPARE(a.size.bytes, b.size.bytes);
        }
    }

    void eachGeneratorHasItsOwnHistory()
    {
        measure(2);
        const QJsonArray kept = m_history->toJson();
        open("trained again");
        QVERIFY(m_history->isEmpty());
        m_history->restore(kept);
        QVERIFY(m_history->isEmpty());
        measure(3);
        QCOMPARE(*m_history->all()[0].report.rows[0].delta, 3.0);
        // A session that ends with this one holds the other's as well.
        MetricsHistory again(m_document.get());
        again.restore(m_history->toJson());
        QCOMPARE(again.all().size(), 1);
        open("made up");
        for (const MetricsHistory *history : {m_history.get(), &again}) {
            QCOMPARE(history->all().size(), 1);
            QCOMPARE(*history->all()[0].report.rows[0].delta, 2.0);
            QCOMPARE(history->toJson().size(), 2);
        }
    }

    void brokenSessionsAreLeftOut()
    {
        measure(2);
        QJsonArray kept = m_history->toJson();
        kept.append(QJsonObject{{"rules", QJsonArray{"nothing=w4"}}});
        kept.append(5);
        m_history->restore(kept);
        QCOMPARE(m_history->all().size(), 1);
    }

    void barsShowEachConfigurationOnce()
    {
        measure(5);
        measure(2);
        m_document->edit({1}, bitsEdit(QuantSite::Weight, 4));
        measure(3);
        const auto chart = configurationBars(m_history->all(), kSwd, 2);
        QCOMPARE(chart.measurements, (QList<int>{-1, 1, 2}));
        QCOMPARE(*chart.data.bars[0].value, 10.0);
        QCOMPARE(*chart.data.bars[1].value, 12.0);
        // An absolute distance has a floor and no interval, a difference an interval and no floor.
        QVERIFY(!chart.data.bars[1].interval);
        QCOMPARE(*chart.data.floor, 4.0);
        QCOMPARE(chart.data.chosen, 2);
        const auto deltas = configurationBars(m_history->all(), kSwdDelta, 2);
        QCOMPARE(deltas.measurements, (QList<int>{1, 2}));
        QCOMPARE(*deltas.data.bars[0].interval, std::pair(1.5, 2.5));
        QVERIFY(!deltas.data.floor);
    }

    void whatDoesNotCompareIsLeftOut()
    {
        Measurement first = madeUpMeasurement(*m_document, 2);
        first.report.rows[0].n = first.report.n = first.report.count = 1024;
        m_history->add(first);
        m_document->edit({1}, bitsEdit(QuantSite::Weight, 4));
        measure(3);
        const auto bars = configurationBars(m_history->all(), kSwd, 1);
        QCOMPARE(bars.measurements, (QList<int>{-1, 1}));
        QVERIFY2(bars.note.contains("left out") && bars.note.contains("samples"),
                 qPrintable(bars.note));
        const auto history = historyLine(m_history->all(), kSwd, 1);
        QVERIFY(!history.data.series[0].values[0].value);
        QCOMPARE(*history.data.series[0].values[1].value, 13.0);
        QVERIFY(history.data.readings[1].contains("no difference to #1"));
        QVERIFY(history.data.readings[0].contains("left out: They differ in the number of"));
        QVERIFY2(history.note.contains("Measurements left out: 1."), qPrintable(history.note));
        QCOMPARE(
            quantityPoints(m_history->all(), {MetricQuantity::Aspect::Bytes}, kSwd, 1).measurements,
            QList<int>{1});
    }

    void theHistoryTellsTheChange()
    {
        measure(2);
        m_document->edit({1}, bitsEdit(QuantSite::Weight, 4));
        measure(3);
        const auto history = historyLine(m_history->all(), kSwd, 1);
        QVERIFY(history.data.readings[1].contains("+1 to #1"));
        QVERIFY(history.data.readings[1].contains("up: "));
    }

    void levelsAndSamplesAreThoseOfTheReport()
    {
        measure(2);
        const LinePlotData levels = levelLines(m_history->all()[0]);
        QCOMPARE(levels.placeLabels, (QStringList{"64", "32", "16"}));
        QCOMPARE(*levels.series[0].values[2].value, 10.0);
        QCOMPARE(*levels.series[2].values[2].value, 4.0);
        const LinePlotData samples = sampleLines(m_history->all()[0], kSwdDelta);
        QCOMPARE(samples.places, (QList<double>{1024, 2048, 4096}));
        QCOMPARE(*samples.series[0].values[0].value, 2.0);
    }

    void anyTwoQuantitiesMakePoints()
    {
        measure(2);
        const MetricQuantity psnr{MetricQuantity::Aspect::Value, MetricKind::Psnr, "PSNR"};
        const auto chart = quantityPoints(m_history->all(), psnr, kSwdDelta, 0);
        QCOMPARE(chart.data.points[0].x, 30.0);
        QCOMPARE(chart.data.points[0].y, 2.0);
        QCOMPARE(*chart.data.points[0].interval, std::pair(1.5, 2.5));
        QVERIFY(chart.data.xLabel.contains("dB"));
    }

private:
    void open(const std::string &sha256)
    {
        OpenedGenerator opened = madeUpGenerator();
        opened.info.sha256 = sha256;
        m_document->open(opened);
    }
    void measure(double delta) { m_history->add(madeUpMeasurement(*m_document, delta)); }
    static QString cell(const MetricsTableModel &model, int column)
    {
        return model.index(0, column).data().toString();
    }

    std::unique_ptr<QuantDocument> m_document;
    std::unique_ptr<MetricsHistory> m_history;
};

QTEST_MAIN(TestMetricsModels)
#include "tst_metrics_models.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "made_up_generator.h"
#include "made_up_measurement.h"

#include "models/metrics_charts.h"
#include "models/metrics_table_model.h"
#include "models/metrics_words.h"
#include "models/network_input.h"

#include <QJsonDocument>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace quantloupe;
using namespace quantloupe::test;

namespace {

const MetricQuantity kSwd{MetricQuantity::Aspect::Value, MetricKind::SlicedWasserstein, "SWD"};
const MetricQuantity kSwdDelta{MetricQuantity::Aspect::Delta, MetricKind::SlicedWasserstein, "SWD"};
const MetricQuantity kKid{MetricQuantity::Aspect::Value, MetricKind::Kernel, "KID-net"};

MetricRow kidRow()
{
    MetricRow row = swdRow(2);
    row.kind = MetricKind::Kernel;
    row.name = "KID-net";
    row.floatStandardError = 0.25;
    row.quantizedStandardError = 0.5;
    row.deltaInterval = Measured<MetricInterval>::missing("KID carries its standard error");
    row.levels.clear();
    return row;
}

} // namespace

/// What keeps a reader of charts and tables from a wrong number.
class TestMetricsHonesty : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_document = std::make_unique<QuantDocument>();
        m_history = std::make_unique<MetricsHistory>(m_document.get());
        OpenedGenerator opened = madeUpGenerator();
        opened.info.sha256 = "made up";
        m_document->open(opened);
    }
    void cleanup()
    {
        m_history.reset();
        m_document.reset();
    }

    void aLaterMeasurementOfOtherSamplesHidesNone()
    {
        add(2);
        m_document->edit({1}, bitsEdit(QuantSite::Weight, 4));
        add(3);
        m_document->undoStack()->undo();
        Measurement fewer = madeUpMeasurement(*m_document, 9);
        fewer.report.rows[0].n = fewer.report.n = fewer.report.count = 1024;
        m_history->add(fewer);
        m_document->undoStack()->redo();
        add(4);
        // The float configuration keeps its bar of 4,096 samples.
        QCOMPARE(barsOf(kSwd), (QList<int>{-1, 0, 3}));
    }

    void aLaterMeasurementWithoutTheMetricHidesNone()
    {
        add(2);
        Measurement psnr = madeUpMeasurement(*m_document, 2);
        psnr.report.rows.erase(psnr.report.rows.begin());
        m_history->add(psnr);
        QCOMPARE(barsOf(kSwd), (QList<int>{-1, 0}));
    }

    void otherCalibrationsAreOtherConfigurations()
    {
        add(2);
        Measurement calibrated = madeUpMeasurement(*m_document, 3);
        calibrated.calibration.count = 64;
        m_history->add(calibrated);
        QCOMPARE(barsOf(kSwd), (QList<int>{-1, 0, 1}));
        add(5);
        QCOMPARE(barsOf(kSwd), (QList<int>{-1, 1, 2}));
    }

    void kidShowsItsStandardError()
    {
        Measurement measurement = madeUpMeasurement(*m_document, 2);
        measurement.report.rows = {kidRow()};
        m_history->add(measurement);
        MetricsTableModel model;
        model.setReport(measurement.report, {});
        const auto cell = [&](int column) { return model.index(0, column).data().toString(); };
        QCOMPARE(cell(MetricsTableModel::Float), QString("10.00 ± 0.25"));
        QCOMPARE(cell(MetricsTableModel::Quantized), QString("12.00 ± 0.50"));
        QCOMPARE(cell(MetricsTableModel::Floor), QString("4"));
        const auto bars = configurationBars(m_history->all(), kKid, 0);
        QVERIFY2(bars.data.bars[1].reading.contains("12.00 ± 0.50 (standard error)"),
                 qPrintable(bars.data.bars[1].reading));
        for (const QString &note : {bars.note, historyLine(m_history->all(), kKid, 0).note})
            QVERIFY2(note.contains("Whiskers: one standard error"), qPrintable(note));
        add(2);
        QVERIFY(configurationBars(m_history->all(), kSwd, 0).note.contains("No whiskers"));
    }

    void chartsOfAbsoluteDistancesHaveTheirFloor()
    {
        add(2);
        const MetricQuantity bytes{MetricQuantity::Aspect::Bytes};
        const QList<Measurement> &all = m_history->all();
        QCOMPARE(*sampleLines(all[0], kSwd).floor, 4.0);
        QVERIFY(sampleLines(all[0], kSwd).floorName.contains("4,096"));
        QCOMPARE(*quantityPoints(all, bytes, kSwd, 0).data.floor, 4.0);
        // A difference has none.
        QVERIFY(!sampleLines(all[0], kSwdDelta).floor);
        QVERIFY(!quantityPoints(all, bytes, kSwdDelta, 0).data.floor);
    }

    void pairedMetricsHaveTheirOwnReference()
    {
        MetricsReport report = madeUpMeasurement(*m_document, 2).report;
        report.reference = {std::string(kFloatReference), {}, 4096, 0, false, {}};
        MetricRow psnr = report.rows.front();
        psnr.kind = MetricKind::Psnr;
        psnr.name = "PSNR";
        report.rows = {swdRow(2), psnr};
        const QString both = conditionsText(report);
        QVERIFY2(both.contains("the float generator on other latents; for paired metrics the float "
                               "pictures of the same latents"),
                 qPrintable(both));
        report.rows = {psnr};
        const QString paired = conditionsText(report);
        QVERIFY2(paired.contains("reference: the float pictures of the same latents"),
                 qPrintable(paired));
        QVERIFY2(!paired.contains("other latents"), qPrintable(paired));
    }

    void conditionsNameAllThatCounts()
    {
        Measurement measurement = madeUpMeasurement(*m_document, 2);
        MetricsReport &report = measurement.report;
        report.features = {"net", "0123456789abcdef", "clean", 128};
        report.reference.name = "photos";
        report.reference.preparation = ImagePreparation();
        report.reference.available = 60000;
        report.reference.isDrawn = true;
        const QString text = conditionsText(report);
        for (const char *part :
             {"N = 4,096", "seed 0", "4,096 of the 60,000 pictures of photos, drawn by the seed",
              "crop center", "filter area of OpenCV", "128 of net (SHA-256 0123456789ab…)", "clean",
              "normal, input range -1,1", "truncation 1"})
            QVERIFY2(text.contains(part), qPrintable(text));
        m_history->add(measurement);
        const QList<Measurement> &all = m_history->all();
        QCOMPARE(configurationBars(all, kSwd, 0).data.conditions, text);
        QCOMPARE(historyLine(all, kSwd, 0).data.conditions, text);
        QCOMPARE(levelLines(all[0]).conditions, text);
        QCOMPARE(sampleLines(all[0], kSwd).conditions, text);
        QCOMPARE(quantityPoints(all, kSwdDelta, kSwd, 0).data.conditions, text);
        const QJsonArray kept =
            QJsonDocument::fromJson(QJsonDocument(m_history->toJson()).toJson()).array();
        MetricsHistory again(m_document.get());
        again.restore(kept);
        QVERIFY(again.all()[0].report.reference == report.reference);
    }

    void inputAndFitAreRemembered()
    {
        Measurement measurement = madeUpMeasurement(*m_document, 2);
        MetricsSettings &settings = measurement.settings;
        settings.features.input = knownNetworkValues().last().input;
        settings.features.input.side = 336;
        settings.reference.crop = Crop::None;
        settings.reference.filter = ResizeFilter::Cubic;
        QTemporaryDir folder;
        QSettings store(folder.filePath("settings.ini"), QSettings::IniFormat);
        save(settings, store);
        const MetricsSettings read = readMetricsSettings(store);
        QVERIFY(read.features.input == settings.features.input);
        QVERIFY(read.reference == settings.reference);
        m_history->add(measurement);
        MetricsHistory again(m_document.get());
        again.restore(m_history->toJson());
        QVERIFY(again.all()[0].settings.features == settings.features);
        QVERIFY(again.all()[0].settings.reference == settings.reference);
        const MetricsRequest request = metricsRequest(*m_document, settings);
        QCOMPARE(request.extractor.scripted.side, 336);
        QCOMPARE(request.extractor.scripted.mean, settings.features.input.mean);
        QVERIFY(request.reference == settings.reference);
    }

    void inputsAreReadOrRefused()
    {
        QCOMPARE(toText(NetworkInput()), QString("224,0,1,0,0,0,1,1,1"));
        for (const NetworkValues &known : knownNetworkValues()) {
            NetworkInput input = known.input;
            input.side = 64;
            QVERIFY(parseNetworkInput(toText(input)) == input);
            QCOMPARE(knownNetworkValues()[indexOfValues(input)].name, known.name);
        }
        for (const char *wrong : {"", "224", "224,1,0,0,0,0,1,1,1", "224,0,1,0,0,0,1,0,1",
                                  "0,0,1,0,0,0,1,1,1", "224,0,nan,0,0,0,1,1,1"})
            QVERIFY2(!parseNetworkInput(wrong), wrong);
    }

    void aFidAgainstFilesMayBeSmall()
    {
        MetricsSettings settings;
        settings.metrics = {MetricKind::Frechet};
        settings.features.extractor = "/networks/inception.pth";
        QVERIFY(!isSmallFid(settings));
        settings.reference.source = "/photos";
        QVERIFY(isSmallFid(settings));
        settings.reference.source = "builtin:avatars";
        QVERIFY(!isSmallFid(settings));
    }

    void loadingBringsSamplingAndCalibrationBack()
    {
        DocumentState state = m_document->state();
        state.calibration.count = 64;
        state.plan.truncation = 0.5;
        const DocumentState before = m_document->state();
        m_document->setState(state, "Load");
        QVERIFY(m_document->state() == state);
        QCOMPARE(m_document->undoStack()->count(), 1);
        m_document->undoStack()->undo();
        QVERIFY(m_document->state() == before);
    }

private:
    void add(double delta) { m_history->add(madeUpMeasurement(*m_document, delta)); }
    QList<int> barsOf(const MetricQuantity &quantity) const
    {
        return configurationBars(m_history->all(), quantity, -1).measurements;
    }

    std::unique_ptr<QuantDocument> m_document;
    std::unique_ptr<MetricsHistory> m_history;
};

QTEST_MAIN(TestMetricsHonesty)
#include "tst_metrics_honesty.moc"

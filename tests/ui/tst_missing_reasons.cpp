// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/translations.h"
#include "metrics/bootstrap.h"
#include "metrics/frechet_distance.h"
#include "metrics/kernel_distance.h"
#include "metrics/manifold_scores.h"
#include "metrics/paired_metrics.h"
#include "models/core_words.h"
#include "source_texts.h"

#include <QCoreApplication>
#include <QTest>

#include <limits>

using namespace quantloupe;

namespace {

const float kNoNumber = std::numeric_limits<float>::quiet_NaN();

std::string reasonOf(const Features &features)
{
    return kernelDistance(features, features, {}, 1, {}).reason;
}

/// Why paired metrics of these samples have no value, no interval, or a mark.
QStringList pairedReasons(const std::vector<PairedSample> &samples, std::size_t resamples)
{
    const std::vector<MetricKind> metrics = {MetricKind::Psnr, MetricKind::Ssim, MetricKind::Lpips,
                                             MetricKind::OutputSqnr};
    QStringList reasons;
    for (const MetricRow &row : pairedRows(metrics, samples, {}, {0, resamples, 1}, {}))
        for (const std::string &reason :
             {row.floatValue.reason, row.quantized.reason, row.floor.reason, row.delta.reason,
              row.deltaInterval.reason, row.pairedInterval.reason, row.mark})
            reasons.append(QString::fromStdString(reason));
    return reasons;
}

} // namespace

/// Why numbers of a measurement are missing is said in the window's language.
class TestMissingReasons : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!languages().contains("de"))
            QSKIP("Built without translations.");
    }

    void inEnglishTheyStay()
    {
        QCOMPARE(coreText("an interval needs 20 samples or more"),
                 QString("an interval needs 20 samples or more"));
        QCOMPARE(coreText(""), QString());
    }

    void numbersAndNamesStandWhereTheyBelong()
    {
        installTranslations(*qApp, "de");
        QCOMPARE(coreText("3 of 64 outputs hold values that are not finite"),
                 QString("3 von 64 Ausgaben enthalten Werte, die nicht endlich sind"));
        const QString other = coreText("They differ in the reference (100%2.tar and b.tar).");
        QVERIFY2(other.contains("100%2.tar und b.tar"), qPrintable(other));
    }

    void whatIsNotKnownStays()
    {
        installTranslations(*qApp, "de");
        QCOMPARE(coreText("cat.png is cut."), QString("cat.png is cut."));
    }

    void allThatCoreSaysIsGerman_data()
    {
        QTest::addColumn<QString>("reason");
        for (const QString &reason :
             literalReasons() + featureReasons() + sampleReasons() + differences())
            if (!reason.isEmpty())
                QTest::newRow(qPrintable(reason)) << reason;
    }
    void allThatCoreSaysIsGerman()
    {
        installTranslations(*qApp, "de");
        QFETCH(const QString, reason);
        QVERIFY(coreText(reason.toStdString()) != reason);
    }

private:
    /// As they stand in the sources, as far as no number is put into them.
    static QStringList literalReasons()
    {
        static const QRegularExpression said("missing\\(\\s*\"([^\"]*)\"\\s*\\)");
        const QStringList result = test::textsInSources("core", said);
        return result.size() < 5 ? QStringList{"too few reasons were found"} : result;
    }

    static QStringList featureReasons()
    {
        FeatureStats one;
        one.n = 1;
        FeatureStats none;
        FeatureStats broken;
        broken.n = 2;
        broken.mean = {kNoNumber};
        broken.covariance = {1};
        QStringList reasons;
        for (const FeatureStats &stats : {one, none, broken})
            reasons.append(QString::fromStdString(frechetDistance(stats, stats, {}).reason));
        for (const std::string &reason : {reasonOf({1, 1, {0}}), reasonOf({2, 1, {0, kNoNumber}}),
                                          bootstrapObstacle(1), reasonAgainstManifold({1, 1, {0}})})
            reasons.append(QString::fromStdString(reason));
        return reasons.contains(QString()) ? QStringList{"a reason is missing"} : reasons;
    }

    static QStringList sampleReasons()
    {
        PairedSample whole;
        whole.psnr = whole.ssim = whole.lpips = 1;
        whole.output = {1, 1};
        PairedSample identical;
        identical.output = {1, 0};
        PairedSample broken;
        broken.output = {kNoNumber, 1};
        PairedSample zero;
        zero.output = {0, 1};
        return pairedReasons({}, 10) + pairedReasons({whole}, 0) + pairedReasons({identical}, 10) +
               pairedReasons({broken}, 10) + pairedReasons({zero}, 10) +
               pairedReasons({whole, identical}, 10) + pairedReasons({whole, broken}, 10) +
               pairedReasons({whole, identical, identical}, 10) +
               pairedReasons({whole, broken, broken}, 10);
    }

    /// Two measurements that differ in one thing each.
    static QStringList differences()
    {
        const auto changed = [](MetricKind kind, auto change) {
            MetricsReport a;
            a.plan.label = 1;
            MetricsReport b = a;
            MetricRow rowA;
            rowA.kind = kind;
            MetricRow rowB = rowA;
            change(b, rowB);
            return QString::fromStdString(differenceOf(a, rowA, b, rowB));
        };
        const MetricKind frechet = MetricKind::Frechet;
        return {
            changed(frechet, [](auto &, auto &row) { row.name = "KID"; }),
            changed(MetricKind::LayerSqnr, [](auto &, auto &row) { row.layer = "main.0"; }),
            changed(frechet, [](auto &, auto &row) { row.n = 5; }),
            changed(frechet, [](auto &, auto &row) { row.form = "gram"; }),
            changed(MetricKind::Psnr, [](auto &report, auto &) { report.generatorSha256 = "ab"; }),
            changed(MetricKind::Lpips, [](auto &report, auto &) { report.perceptual.name = "a"; }),
            changed(frechet, [](auto &report, auto &) { report.plan.label = 2; }),
            changed(frechet, [](auto &report, auto &) { report.seed = 2; }),
            changed(frechet, [](auto &report, auto &) { report.reference.name = "a"; }),
            changed(frechet, [](auto &report, auto &) { report.reference.preparation.emplace(); }),
            changed(frechet, [](auto &report, auto &) { report.reference.n = 2; }),
            changed(frechet, [](auto &report, auto &) { report.reference.sha256 = "a"; }),
            changed(frechet, [](auto &report, auto &) { report.features.extractor = "a"; }),
            changed(frechet, [](auto &report, auto &) { report.features.sha256 = "a"; }),
            changed(frechet, [](auto &report, auto &) { report.features.dimension = 2; }),
            changed(frechet, [](auto &report, auto &) { report.features.pipeline = "a"; })};
    }
};

QTEST_GUILESS_MAIN(TestMissingReasons)

#include "tst_missing_reasons.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metrics_settings.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace quantloupe;

/// What the user chose to be measured.
class TestMetricsSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void settingsAreRemembered()
    {
        QTemporaryDir folder;
        QSettings store(folder.filePath("settings.ini"), QSettings::IniFormat);
        QVERIFY(readMetricsSettings(store) == MetricsSettings());
        MetricsSettings settings;
        settings.metrics = {MetricKind::Kernel, MetricKind::Psnr};
        settings.count = 1000;
        settings.extractorFile = "/networks/inception.pth";
        settings.features.extractor = "/networks/inception.pth";
        settings.features.depth = 768;
        settings.features.pipeline = "clean";
        save(settings, store);
        QVERIFY(readMetricsSettings(store) == settings);
    }

    void aSmallFidNeedsAYes()
    {
        MetricsSettings settings;
        settings.metrics = {MetricKind::Frechet};
        settings.count = 2047;
        QVERIFY(!isSmallFid(settings));
        settings.features.extractor = "/networks/inception.pth";
        QVERIFY(isSmallFid(settings));
        settings.features.depth = 768;
        QVERIFY(!isSmallFid(settings));
        settings.features.depth = 2048;
        settings.count = 2048;
        QVERIFY(!isSmallFid(settings));
    }

    void inceptionFilesAreKnownByName()
    {
        QVERIFY(isExtractorName("/a/pt_inception-2015-12-05-6726825d.pth"));
        QVERIFY(!isExtractorName("/inception/generator.pth"));
        QVERIFY(!isExtractorName("/a/inception.png"));
    }
};

QTEST_APPLESS_MAIN(TestMetricsSettings)
#include "tst_metrics_settings.moc"

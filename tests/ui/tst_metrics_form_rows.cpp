// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/translations.h"
#include "views/metrics_form.h"

#include <QCheckBox>
#include <QComboBox>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStyleOptionComboBox>
#include <QTest>
#include <QTranslator>

using namespace quantloupe;

/// Rows of the form that only some references and networks need.
class TestMetricsFormRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_form = std::make_unique<MetricsForm>();
        m_form->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_form.get()));
    }
    void cleanup() { m_form.reset(); }

    void picturesOfFilesAreFittedAsChosen()
    {
        QVERIFY(!find<QWidget>("referenceFit")->isVisible());
        m_form->takeReference("/photos");
        QVERIFY(find<QWidget>("referenceFit")->isVisible());
        QSignalSpy edited(m_form.get(), &MetricsForm::edited);
        chooseByKeys("referenceCrop", 1);
        chooseByKeys("referenceFilter", 3);
        QCOMPARE(edited.size(), 4);
        QVERIFY(m_form->settings().reference.crop == Crop::None);
        QVERIFY(m_form->settings().reference.filter == ResizeFilter::Cubic);
        QCOMPARE(m_form->settings().reference.source, std::string("/photos"));
    }

    void scriptedNetworksHaveTheirInput()
    {
        QVERIFY(!find<QWidget>("networkInput")->isVisible());
        m_form->takeExtractor(QUANTLOUPE_SOURCE_DIR "/tests/data/module.pth");
        QVERIFY(!find<QWidget>("networkInput")->isVisible());
        m_form->takeExtractor(QUANTLOUPE_SOURCE_DIR "/tests/data/script.pt");
        QVERIFY(find<QWidget>("networkInput")->isVisible());
        find<QSpinBox>("networkInputSide")->setValue(64);
        chooseByKeys("networkInputValues", 1);
        const NetworkInput &input = m_form->settings().features.input;
        QCOMPARE(input.side, 64);
        QCOMPARE(input.low, -1.0);
        QCOMPARE(input.high, 1.0);
    }

    void onlyAFidAsksForAYes()
    {
        MetricsSettings settings;
        settings.metrics = {MetricKind::Frechet};
        settings.count = 1024;
        const auto asksFor = [&](const char *extractor) {
            settings.features.extractor = extractor;
            m_form->setSettings(settings);
            return find<QCheckBox>("allowSmallFid")->isVisible();
        };
        QVERIFY(asksFor(QUANTLOUPE_SOURCE_DIR "/tests/data/module.pth"));
        // Features of another network make no FID, whatever the depth says.
        QVERIFY(!asksFor(QUANTLOUPE_SOURCE_DIR "/tests/data/script.pt"));
        QVERIFY(!asksFor("builtin:avatarnet"));
    }

    void onlyAnInceptionHasDepths()
    {
        const auto hasDepths = [this](const char *extractor) {
            MetricsSettings settings;
            settings.features.extractor = extractor;
            m_form->setSettings(settings);
            return find<QComboBox>("metricsDepth")->isEnabled();
        };
        QVERIFY(hasDepths(QUANTLOUPE_SOURCE_DIR "/tests/data/module.pth"));
        QVERIFY(!hasDepths(QUANTLOUPE_SOURCE_DIR "/tests/data/script.pt"));
        QVERIFY(!hasDepths("builtin:avatarnet"));
    }

    void nothingIsCut_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("English") << QString("en");
        QTest::newRow("German") << QString("de");
    }
    void nothingIsCut()
    {
        QFETCH(QString, language);
        if (!languages().contains(language))
            QSKIP("The window was built without translations.");
        installTranslations(*qApp, language);
        m_form = std::make_unique<MetricsForm>();
        MetricsSettings settings;
        settings.metrics = {MetricKind::Frechet, MetricKind::Lpips};
        settings.reference.source = "builtin:avatars";
        m_form->setSettings(settings);
        m_form->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_form.get()));
        for (QTranslator *translator : qApp->findChildren<QTranslator *>())
            delete translator;
        QLocale::setDefault(QLocale::c());
        for (const char *name : {"metricsReference", "metricsExtractor", "metricsPipeline",
                                 "referenceCrop", "referenceFilter"}) {
            const auto *list = find<QComboBox>(name);
            QStyleOptionComboBox option;
            option.initFrom(list);
            const QRect field = list->style()->subControlRect(QStyle::CC_ComboBox, &option,
                                                              QStyle::SC_ComboBoxEditField, list);
            const auto isWhole = [&](const QString &text) {
                return list->fontMetrics().horizontalAdvance(text) <= field.width();
            };
            QVERIFY2(isWhole(list->currentText()), qPrintable(list->currentText()));
            // The last entries of the others ask for a file.
            for (int i = 0; QByteArray(name).startsWith("reference") && i < list->count(); ++i)
                QVERIFY2(isWhole(list->itemText(i)), qPrintable(list->itemText(i)));
        }
    }

    void otherValuesStay()
    {
        MetricsSettings settings;
        settings.features.extractor = QUANTLOUPE_SOURCE_DIR "/tests/data/script.pt";
        settings.features.input.mean = {0.1, 0.2, 0.3};
        m_form->setSettings(settings);
        QCOMPARE(find<QComboBox>("networkInputValues")->currentText(), QString("as given"));
        find<QSpinBox>("networkInputSide")->setValue(96);
        QCOMPARE(m_form->settings().features.input.side, 96);
        QVERIFY(m_form->settings().features.input.mean == settings.features.input.mean);
    }

private:
    template <typename T> T *find(const char *name) const { return m_form->findChild<T *>(name); }
    void chooseByKeys(const char *name, int steps) const
    {
        auto *list = find<QComboBox>(name);
        list->setFocus();
        for (int i = 0; i < steps; ++i)
            QTest::keyClick(list, Qt::Key_Down);
    }

    std::unique_ptr<MetricsForm> m_form;
};

QTEST_MAIN(TestMetricsFormRows)
#include "tst_metrics_form_rows.moc"

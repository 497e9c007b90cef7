// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/metrics_controller.h"
#include "jobs/quantizer_controller.h"
#include "jobs/search_controller.h"
#include "jobs/sensitivity_controller.h"
#include "made_up_measurement.h"
#include "metrics_keys.h"
#include "session_fixture.h"

#include <QComboBox>
#include <QDockWidget>
#include <QSpinBox>
#include <QTabWidget>

#include <algorithm>

using namespace quantloupe;

/// What a session keeps of plots and measurements.
class TestSessionPlots : public test::SessionFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        prepareSessions();
        qputenv("XDG_CACHE_HOME", m_folder.filePath("cache").toUtf8());
    }
    void init() { startWithoutSessions(); }
    void cleanup() { endWindow(); }

    void theTabInFrontComesBack()
    {
        openSmall();
        m_window->keepSession();
        tabs()->setCurrentIndex(3);
        const QString shown = tabs()->tabText(3);
        m_window->close();
        restart();
        QCOMPARE(tabs()->tabText(tabs()->currentIndex()), shown);
    }

    void theQuantitiesOfChartsComeBack()
    {
        openSmall();
        m_window->keepSession();
        m_window->history()->add(test::madeUpMeasurement(document(), 2));
        find<QDockWidget>("plotsDock")->show();
        tabs()->setCurrentIndex(5);
        auto *vertical = find<QComboBox>("quantity:scatter");
        auto *horizontal = find<QComboBox>("quantity:horizontal");
        QTest::keyClick(vertical, Qt::Key_Down);
        QTest::keyClick(horizontal, Qt::Key_Down);
        const QStringList chosen{vertical->currentText(), horizontal->currentText()};
        QVERIFY(chosen[0].contains("minus float"));
        QCOMPARE(chosen[1], QString("Average bits"));
        m_window->close();
        restart();
        QCOMPARE(find<QComboBox>("quantity:scatter")->currentText(), chosen[0]);
        QCOMPARE(find<QComboBox>("quantity:bars")->currentText(), chosen[0]);
        QCOMPARE(find<QComboBox>("quantity:horizontal")->currentText(), chosen[1]);
    }

    void theBitsOfComparedQuantizersComeBack()
    {
        openSmall();
        m_window->keepSession();
        auto *bits = find<QComboBox>("quantizerBits");
        const int wanted = bits->findText("3 bits");
        QVERIFY(wanted > 0);
        bits->setCurrentIndex(wanted);
        Q_EMIT bits->activated(wanted);
        m_window->close();
        restart();
        QCOMPARE(find<QComboBox>("quantizerBits")->currentText(), QString("3 bits"));
        m_window->quantizers()->setActive(true);
        m_window->quantizers()->setRows({0});
        const auto isTried = [this](int each) {
            const std::vector<WeightSpec> &specs = m_window->quantizers()->wanted();
            return std::ranges::any_of(
                specs, [each](const WeightSpec &spec) { return spec.bits == each; });
        };
        QVERIFY(isTried(3));
        QVERIFY(!isTried(4));
    }

    void whatIsSweptComesBack()
    {
        openSmall();
        m_window->keepSession();
        find<QSpinBox>("sensitivityCount")->setValue(17);
        SensitivitySettings settings = m_window->sensitivity()->settings();
        QCOMPARE(settings.count, std::size_t(17));
        settings.mode = SensitivityMode::LeaveOneOut;
        m_window->sensitivity()->setSettings(settings);
        m_window->close();
        restart();
        QCOMPARE(find<QSpinBox>("sensitivityCount")->value(), 17);
        QCOMPARE(m_window->sensitivity()->settings().count, std::size_t(17));
        QVERIFY(m_window->sensitivity()->settings().mode == SensitivityMode::LeaveOneOut);
    }

    void whatIsSearchedComesBack()
    {
        openSmall();
        m_window->keepSession();
        find<QSpinBox>("searchSweepCount")->setValue(19);
        SearchSettings settings = m_window->search()->settings();
        QCOMPARE(settings.sweepCount, std::size_t(19));
        settings.goal.bound = MetricKind::SlicedWasserstein;
        settings.amounts["swd"] = 3.5;
        m_window->search()->setSettings(settings);
        m_window->close();
        restart();
        QCOMPARE(find<QSpinBox>("searchSweepCount")->value(), 19);
        QVERIFY(m_window->search()->settings() == settings);
    }

    void aCancelledMeasurementComesBackAsResumable()
    {
        openSmall();
        m_window->keepSession();
        askForMany();
        m_window->metrics()->start();
        QTRY_VERIFY_WITH_TIMEOUT(m_window->metrics()->fraction() > 0.002, kPatience);
        m_window->metrics()->cancel();
        QTRY_VERIFY_WITH_TIMEOUT(!m_window->metrics()->isRunning(), kPatience);
        m_window->close();

        restart();
        askForMany();
        QTRY_VERIFY_WITH_TIMEOUT(textOf("metricsState").contains("was cancelled"), kPatience);
        QVERIFY(textOf("metricsState").contains("of 1,000,000 samples are kept"));
        QCOMPARE(find<QPushButton>("startMeasuring")->text(), QString("Resume (F5)"));
        const std::size_t kept = m_window->metrics()->estimate()->resumable;
        QVERIFY(kept > 0);
        // An edit asks for another measurement, of which nothing is there.
        document().edit({0}, bitsEdit(QuantSite::Weight, 7));
        QTRY_VERIFY_WITH_TIMEOUT(textOf("metricsState").contains("Nothing is measured yet"),
                                 kPatience);
        find<QAction>("undo")->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(textOf("metricsState").contains("was cancelled"), kPatience);
        QCOMPARE(m_window->metrics()->estimate()->resumable, kept);
    }

private:
    static constexpr int kPatience = 60000;

    QTabWidget *tabs() const { return find<QTabWidget>("plotTabs"); }

    void askForMany()
    {
        find<QDockWidget>("plotsDock")->show();
        test::chooseMetrics(m_window.get(), {"psnr"});
        find<QSpinBox>("metricsCount")->setValue(1000000);
    }
};

int main(int argc, char **argv)
{
    return test::runWindowTest<TestSessionPlots>(argc, argv);
}

#include "tst_session_plots.moc"

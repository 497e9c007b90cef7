// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/metrics_controller.h"
#include "made_up_measurement.h"
#include "main_window_fixture.h"
#include "metrics_keys.h"
#include "plots/plot_view.h"
#include "views/help_window.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QDockWidget>
#include <QDropEvent>
#include <QMimeData>
#include <QProgressBar>
#include <QSpinBox>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QTabWidget>

using namespace quantloupe;

/// Measuring in the window: from the key to the numbers, and from the numbers back to layers.
class TestMainWindowMetrics : public test::MainWindowFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        prepareFolder();
        qputenv("XDG_DATA_HOME", m_folder.filePath("data").toUtf8());
        qputenv("XDG_CACHE_HOME", m_folder.filePath("cache").toUtf8());
    }
    void init() { showWindow(); }
    void cleanup() { destroyWindow(); }

    void f5ShowsWhatIsAboutToBeMeasured()
    {
        openSmall();
        QVERIFY(!dock()->isVisible());
        QTest::keyClick(m_window.get(), Qt::Key_F5);
        QTRY_VERIFY(dock()->isVisible());
        QVERIFY(find<QPushButton>("startMeasuring")->hasFocus());
        QVERIFY(!m_window->metrics()->isRunning());
        QTRY_VERIFY(find<QLabel>("metricsEstimate")->text().contains("4,096 samples, about"));
    }

    void theKeyMeasures()
    {
        openSmall();
        QTest::keyClick(layers(), Qt::Key_2);
        QTRY_VERIFY(settled());
        QTest::keyClick(m_window.get(), Qt::Key_F5);
        QTRY_VERIFY(dock()->isVisible());
        test::chooseMetrics(m_window.get(), {"swd", "psnr"});
        find<QSpinBox>("metricsCount")->setValue(64);
        QTest::keyClick(m_window.get(), Qt::Key_F5);
        QTRY_COMPARE_WITH_TIMEOUT(m_window->history()->all().size(), 1, kPatience);
        const MetricsReport &report = m_window->history()->all().constFirst().report;
        QCOMPARE(report.n, std::size_t(64));
        QCOMPARE(report.rows.size(), std::size_t(2));
        QVERIFY(find<QWidget>("metricsResult")->isVisible());
        QVERIFY(find<QLabel>("metricsVerdict")->text().contains("SWD"));
    }

    void escCancels()
    {
        openSmall();
        QTest::keyClick(m_window.get(), Qt::Key_F5);
        QTRY_VERIFY(dock()->isVisible());
        test::chooseMetrics(m_window.get(), {"psnr"});
        find<QSpinBox>("metricsCount")->setValue(1000000);
        QTest::keyClick(m_window.get(), Qt::Key_F5);
        QTRY_VERIFY(m_window->metrics()->isRunning());
        QTRY_VERIFY(m_window->metrics()->fraction() > 0);
        QTest::keyClick(m_window.get(), Qt::Key_Escape);
        QTRY_VERIFY_WITH_TIMEOUT(!m_window->metrics()->isRunning(), kPatience);
        QVERIFY(textOf("plotsDock").contains("was cancelled"));
    }

    void oneBarTellsHowFarItIs()
    {
        openSmall();
        QTest::keyClick(m_window.get(), Qt::Key_F5);
        QTRY_VERIFY(dock()->isVisible());
        test::chooseMetrics(m_window.get(), {"psnr"});
        find<QSpinBox>("metricsCount")->setValue(1000000);
        QTest::keyClick(m_window.get(), Qt::Key_F5);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->metrics()->timeLeft(), kPatience);
        QTRY_VERIFY(find<QWidget>("jobName")->isVisible());
        QCOMPARE(shownBars(), QStringList("measuringProgress"));
        tabs()->setCurrentIndex(1);
        QCOMPARE(shownBars(), QStringList("stateProgress"));
        dock()->hide();
        QCOMPARE(shownBars(), QStringList("jobProgress"));
        QTest::keyClick(m_window.get(), Qt::Key_Escape);
        QTRY_VERIFY_WITH_TIMEOUT(!m_window->metrics()->isRunning(), kPatience);
    }

    void aClickLoadsTheConfigurationAsOneStep()
    {
        measureTwo();
        const QuantConfig edited = document().config();
        const int steps = document().undoStack()->count();
        tabs()->setCurrentIndex(1);
        auto *bars = find<PlotView>("plot:bars");
        QTRY_VERIFY(bars->isVisible());
        QTest::mouseClick(bars, Qt::LeftButton, {}, bars->positionOf(1));
        QVERIFY(document().config().isFloat());
        QCOMPARE(document().undoStack()->count(), steps + 1);
        QVERIFY(document().undoStack()->undoText().contains("#1"));
        find<QAction>("undo")->trigger();
        QVERIFY(document().config() == edited);
    }

    void aClickBringsSamplingAndCalibrationBack()
    {
        openSmall();
        Measurement measured = test::madeUpMeasurement(document(), 2);
        measured.calibration.count = 64;
        measured.report.plan.truncation = 0.5;
        m_window->history()->add(measured);
        find<QAction>("measure")->trigger();
        QTRY_VERIFY(dock()->isVisible());
        tabs()->setCurrentIndex(1);
        auto *bars = find<PlotView>("plot:bars");
        QTRY_VERIFY(bars->isVisible());
        const DocumentState before = document().state();
        QTest::mouseClick(bars, Qt::LeftButton, {}, bars->positionOf(1));
        QCOMPARE(document().calibration().count, 64);
        QCOMPARE(document().plan().truncation, 0.5);
        find<QAction>("undo")->trigger();
        QVERIFY(document().state() == before);
    }

    void keysLoadFromTheHistory()
    {
        measureTwo();
        tabs()->setCurrentIndex(4);
        auto *line = find<PlotView>("plot:history");
        QTRY_VERIFY(line->isVisible());
        line->setFocus();
        QTest::keyClick(line, Qt::Key_Home);
        QVERIFY(line->reading().contains("the first measurement"));
        QTest::keyClick(line, Qt::Key_Return);
        QVERIFY(document().config().isFloat());
    }

    void aSuddenEndKeepsTheHistory()
    {
        m_window->keepSession();
        measureTwo();
        QTRY_VERIFY(sessionText().contains("\"rules\""));
        QTRY_VERIFY(sessionText().count("\"deltaInterval\"") == 4);
        m_window.reset();
        m_window = std::make_unique<MainWindow>(*m_session);
        m_window->show();
        m_window->restoreSession(file("other.safetensors"), {});
        QTRY_COMPARE(m_window->history()->all().size(), 2);
        QVERIFY(m_window->history()->all()[1].report.rows[0] == test::swdRow(0.2));
        QVERIFY(m_window->history()->all()[0].config.isFloat());
    }

    void aDroppedInceptionIsRemembered()
    {
        openSmall();
        const QString path = file("pt_inception-2015-12-05.pth");
        write(path, "weights");
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(path)});
        QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &data, Qt::LeftButton,
                              Qt::NoModifier);
        QCoreApplication::sendEvent(m_window.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent event(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_window.get(), &event);
        QTRY_VERIFY(dock()->isVisible());
        QCOMPARE(document().info().name, std::string("small.safetensors"));
        m_window = std::make_unique<MainWindow>(*m_session);
        QCOMPARE(m_window->metrics()->settings().extractorFile, path);
        QCOMPARE(find<QComboBox>("metricsExtractor")->currentText(),
                 QString("pt_inception-2015-12-05.pth"));
    }

    void theMeasurementIsCopiedAsACommand()
    {
        openSmall();
        QVERIFY(!find<QAction>("copyMeasurement")->isEnabled());
        document().edit({1}, bitsEdit(QuantSite::Weight, 4));
        Measurement measurement = test::madeUpMeasurement(document(), 2);
        measurement.settings.reference.source = "builtin:avatars";
        measurement.settings.features.extractor = "/networks/inception.pth";
        measurement.settings.features.depth = 768;
        measurement.settings.features.pipeline = "clean";
        measurement.report.features = {"Inception", "hash", "clean", 768};
        m_window->history()->add(measurement);
        find<QAction>("copyMeasurement")->trigger();
        const QString line = QGuiApplication::clipboard()->text();
        QVERIFY2(line.startsWith("quantloupe-cli metrics " + file("small.safetensors") + " --set "),
                 qPrintable(line));
        QVERIFY2(line.endsWith(" --metric swd,psnr --reference builtin:avatars --count 4096"
                               " --extractor /networks/inception.pth --depth 768 --pipeline clean"
                               " --seed 0 --batch 4 --threads 1"),
                 qPrintable(line));
    }

    void onlyAnInceptionHasADepth()
    {
        openSmall();
        Measurement measurement = test::madeUpMeasurement(document(), 2);
        measurement.settings.features.extractor = QUANTLOUPE_SOURCE_DIR "/tests/data/script.pt";
        measurement.settings.features.depth = 768;
        measurement.report.features = {"script", "hash", "clean", 4};
        m_window->history()->add(measurement);
        find<QAction>("copyMeasurement")->trigger();
        const QString line = QGuiApplication::clipboard()->text();
        QVERIFY2(line.contains("/script.pt --seed"), qPrintable(line));
    }

    void theLayoutIsKeptAndReset()
    {
        openSmall();
        QTest::keyClick(m_window.get(), Qt::Key_F5);
        QTRY_VERIFY(dock()->isVisible());
        m_window->close();
        m_window = std::make_unique<MainWindow>(*m_session);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        QVERIFY(dock()->isVisible());
        find<QAction>("resetLayout")->trigger();
        QVERIFY(!dock()->isVisible());
        find<QAction>("show:plotsDock")->trigger();
        QVERIFY(dock()->isVisible());
    }

    void f1OpensThePageOfMetrics()
    {
        openSmall();
        QTest::keyClick(m_window.get(), Qt::Key_F5);
        QTRY_VERIFY(dock()->isVisible());
        find<QComboBox>("metricsExtractor")->setFocus();
        QTest::keyClick(m_window->focusWidget(), Qt::Key_F1);
        QTRY_VERIFY(find<HelpWindow>("helpWindow"));
        QCOMPARE(find<HelpWindow>("helpWindow")->place(), QString("metrics#the-inception-file"));
    }

private:
    /// Milliseconds for a measurement on a busy machine.
    static constexpr int kPatience = 60000;

    QDockWidget *dock() const { return find<QDockWidget>("plotsDock"); }
    QTabWidget *tabs() const { return find<QTabWidget>("plotTabs"); }

    QStringList shownBars() const
    {
        QStringList names;
        for (const QProgressBar *bar : m_window->findChildren<QProgressBar *>())
            if (bar->isVisible())
                names.append(bar->objectName());
        return names;
    }

    /// Of float, and of weights of 4 bits, as the document has them then.
    void measureTwo()
    {
        openSmall();
        m_window->history()->add(test::madeUpMeasurement(document(), 2));
        document().edit({0, 1, 2}, bitsEdit(QuantSite::Weight, 4));
        m_window->history()->add(test::madeUpMeasurement(document(), 0.2));
        QTRY_VERIFY(settled());
        find<QAction>("measure")->trigger();
        QTRY_VERIFY(dock()->isVisible());
    }

    static QString sessionText()
    {
        QString text;
        const QDir folder(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) +
                          "/sessions");
        for (const QString &name : folder.entryList(QDir::Files)) {
            QFile session(folder.filePath(name));
            if (session.open(QIODevice::ReadOnly))
                text += QString::fromUtf8(session.readAll());
        }
        return text;
    }
};

int main(int argc, char **argv)
{
    return test::runWindowTest<TestMainWindowMetrics>(argc, argv);
}

#include "tst_main_window_metrics.moc"

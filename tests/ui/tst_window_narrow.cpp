// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/metrics_controller.h"
#include "main_window_fixture.h"
#include "mainwindow/translations.h"
#include "metrics_keys.h"

#include <QAction>
#include <QDockWidget>
#include <QSpinBox>

using namespace quantloupe;

/// The smallest window keeps its panels as wide as they are while measuring comes and goes.
class TestWindowNarrow : public test::MainWindowFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        prepareFolder();
        qputenv("XDG_CACHE_HOME", m_folder.filePath("cache").toUtf8());
    }
    void cleanup() { destroyWindow(); }

    void measuringLeavesTheLayersTheirWidth_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("English") << QString("en");
        QTest::newRow("German") << QString("de");
    }
    void measuringLeavesTheLayersTheirWidth()
    {
        QFETCH(QString, language);
        if (!languages().contains(language))
            QSKIP("Built without translations.");
        installTranslations(*qApp, language);
        showWindow();
        m_window->resize(1024, 700);
        m_window->resetLayout();
        openSmall();
        const int width = find<QWidget>("layersDock")->width();
        find<QAction>("measure")->trigger();
        QTRY_VERIFY(find<QWidget>("plotsDock")->isVisible());
        QCOMPARE(find<QWidget>("layersDock")->width(), width);
        test::chooseMetrics(m_window.get(), {"psnr"});
        find<QSpinBox>("metricsCount")->setValue(1000000);
        m_window->metrics()->start();
        QTRY_VERIFY(find<QWidget>("cancelMeasuring")->isVisible());
        QCOMPARE(find<QWidget>("layersDock")->width(), width);
        m_window->metrics()->cancel();
        QTRY_VERIFY_WITH_TIMEOUT(!m_window->metrics()->isRunning(), 60000);
        QCOMPARE(find<QWidget>("layersDock")->width(), width);
    }
};

int main(int argc, char **argv)
{
    return test::runWindowTest<TestWindowNarrow>(argc, argv);
}

#include "tst_window_narrow.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "main_window_fixture.h"

#include "mainwindow/layout_watcher.h"

#include <QDockWidget>
#include <QSignalSpy>

using namespace quantloupe;

/// Sizes and places of the window's parts from one start to the next.
class TestWindowLayout : public test::MainWindowFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        prepareFolder();
        qputenv("XDG_DATA_HOME", m_folder.filePath("data").toUtf8());
    }
    void init() { showWindow(); }
    void cleanup() { destroyWindow(); }

    void docksComeBackAsTheyWereLeft_data()
    {
        QTest::addColumn<int>("layers");
        QTest::addColumn<int>("inspector");
        QTest::newRow("as at first start") << 0 << 0;
        QTest::newRow("moved") << 40 << 30;
    }
    void docksComeBackAsTheyWereLeft()
    {
        QFETCH(int, layers);
        QFETCH(int, inspector);
        openSmall();
        m_window->resizeDocks(
            {dock("layersDock"), dock("inspectorDock")},
            {dock("layersDock")->width() + layers, dock("inspectorDock")->width() + inspector},
            Qt::Horizontal);
        QCoreApplication::processEvents();
        const QList<int> left = widths();
        m_window->close();
        startAgain();
        openSmall();
        QCOMPARE(widths(), left);
    }

    void aSuddenEndKeepsTheLayout()
    {
        openSmall();
        m_window->keepSession();
        QSignalSpy told(m_window->findChild<LayoutWatcher *>(), &LayoutWatcher::changed);
        m_window->resizeDocks({dock("layersDock")}, {dock("layersDock")->width() + 40},
                              Qt::Horizontal);
        dock("inputsDock")->raise();
        QTRY_VERIFY(!told.isEmpty());
        const int layers = dock("layersDock")->width();
        startAgain();
        QCOMPARE(dock("layersDock")->width(), layers);
        QVERIFY(dock("inputsDock")->isVisible() &&
                dock("inspectorDock")->visibleRegion().isEmpty());
    }

    void aSuddenEndWhilePresentingKeepsTheLayoutOfBefore()
    {
        openSmall();
        m_window->keepSession();
        QSignalSpy told(m_window->findChild<LayoutWatcher *>(), &LayoutWatcher::changed);
        QTest::keyClick(m_window.get(), Qt::Key_F11);
        QTRY_VERIFY(m_window->isFullScreen());
        QTRY_VERIFY(!told.isEmpty());
        startAgain();
        QVERIFY(!m_window->isFullScreen());
        QVERIFY(dock("layersDock")->isVisible());
    }

private:
    /// Without the close event of the window before, if it is still open.
    void startAgain()
    {
        m_window.reset();
        m_window = std::make_unique<MainWindow>(*m_session);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }
    QDockWidget *dock(const char *name) const { return find<QDockWidget>(name); }
    QList<int> widths() const
    {
        return {m_window->width(), dock("layersDock")->width(), dock("inspectorDock")->width()};
    }
};

int main(int argc, char **argv)
{
    return test::runWindowTest<TestWindowLayout>(argc, argv);
}

#include "tst_window_layout.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "main_window_fixture.h"

#include "mainwindow/layout_watcher.h"
#include "mainwindow/translations.h"
#include "widgets/bits_colors.h"

#include <QDockWidget>
#include <QScreen>
#include <QSignalSpy>
#include <QTranslator>

#include <algorithm>

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

    void aSizeAskedForOnceLeavesTheKeptLayout()
    {
        openSmall();
        m_window->resizeDocks({dock("layersDock")}, {dock("layersDock")->width() + 40},
                              Qt::Horizontal);
        QCoreApplication::processEvents();
        const QList<int> left = widths();
        m_window->close();
        startAgain();
        m_window->layOutOnce({1024, 700});
        QCOMPARE(m_window->size(), QSize(1024, 700));
        openSmall();
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

    void theFirstStartFitsTheScreen()
    {
        QSettings().clear();
        startAgain();
        const QSize room = m_window->screen()->availableSize();
        QVERIFY(m_window->height() < room.height());
        QVERIFY(m_window->width() <= std::max(room.width(), m_window->minimumWidth()));
    }

    void resetGivesTheFirstLayoutBack_data() { addSizes(); }
    void resetGivesTheFirstLayoutBack()
    {
        QFETCH(QSize, size);
        startWith(size);
        openSmall();
        const QList<int> first = widths();
        m_window->resizeDocks({dock("layersDock"), dock("inspectorDock")}, {300, 260},
                              Qt::Horizontal);
        find<QAction>("measure")->trigger();
        dock("inputsDock")->raise();
        find<QAction>("resetLayout")->trigger();
        QTRY_COMPARE(widths(), first);
        QTRY_VERIFY(!dock("plotsDock")->isVisible());
        QVERIFY(dock("inputsDock")->visibleRegion().isEmpty());
    }

    void plotsOpenHighAndKeepTheHeightTheyAreGiven()
    {
        startWith({1440, 900});
        openSmall();
        find<QAction>("measure")->trigger();
        QTRY_VERIFY(dock("plotsDock")->isVisible());
        // At least a third of the window.
        QTRY_VERIFY(dock("plotsDock")->height() > 900 / 3 - 10);
        const int first = dock("plotsDock")->height();
        m_window->resizeDocks({dock("plotsDock")}, {first + 40}, Qt::Vertical);
        QCoreApplication::processEvents();
        const int given = dock("plotsDock")->height();
        QVERIFY2(given > first, qPrintable(QString("%1 after %2").arg(given).arg(first)));
        for (int i = 0; i < 2; ++i)
            find<QAction>("show:plotsDock")->trigger();
        QCoreApplication::processEvents();
        QCOMPARE(dock("plotsDock")->height(), given);
        find<QAction>("show:plotsDock")->trigger();
        m_window->close();
        startAgain();
        find<QAction>("show:plotsDock")->trigger();
        QCoreApplication::processEvents();
        QCOMPARE(dock("plotsDock")->height(), given);
    }

    void theDocksKeepTheirRoomInEveryLanguage_data() { addSizes(); }
    void theDocksKeepTheirRoomInEveryLanguage()
    {
        if (!languages().contains("de"))
            QSKIP("The window was built without translations.");
        QFETCH(QSize, size);
        startWith(size);
        openSmall();
        const int english = dock("layersDock")->width();
        installTranslations(*qApp, "de");
        startWith(size);
        openSmall();
        for (QTranslator *translator : qApp->findChildren<QTranslator *>())
            delete translator;
        QLocale::setDefault(QLocale::c());
        QCOMPARE(dock("layersDock")->windowTitle(), QString("Schichten"));
        QCOMPARE(dock("layersDock")->width(), english);
        for (const LayerColumn column :
             {LayerColumn::WeightBits, LayerColumn::ActivationBits, LayerColumn::Sqnr})
            QVERIFY(!layers()->isColumnHidden(int(column)));
        const auto *seed = find<QWidget>("seed");
        QVERIFY(seed->isVisible());
        QVERIFY(find<QLabel>("seedLabel")->isVisible());
    }

    /// In pixels of the bar of eight bits, which is half of the longest.
    void bitsHaveBarsInTheSmallestWindow()
    {
        startWith({1024, 700});
        openSmall();
        document().edit({1}, bitsEdit(QuantSite::Weight, 8));
        QTRY_VERIFY(settled());
        const QModelIndex cell = layers()->model()->index(1, int(LayerColumn::WeightBits));
        const QImage picture = layers()->viewport()->grab(layers()->visualRect(cell)).toImage();
        int longest = 0;
        for (int y = 0; y < picture.height(); ++y) {
            int coloured = 0;
            for (int x = 0; x < picture.width(); ++x)
                coloured += picture.pixelColor(x, y) == bitsColor(8);
            longest = std::max(longest, coloured);
        }
        QVERIFY2(longest >= 8, qPrintable(QString::number(longest)));
    }

private:
    static void addSizes()
    {
        QTest::addColumn<QSize>("size");
        for (const QSize size : {QSize(1024, 700), QSize(1280, 720), QSize(1440, 900)})
            QTest::newRow(qPrintable(QString::number(size.width()))) << size;
    }
    /// As the first start does it, before anything is shown.
    void startWith(QSize size)
    {
        m_window.reset();
        QSettings().clear();
        m_window = std::make_unique<MainWindow>(*m_session);
        m_window->resize(size);
        m_window->resetLayout();
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }
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

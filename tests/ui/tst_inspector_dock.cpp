// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/inspector_controller.h"
#include "main_window_fixture.h"
#include "widgets/feature_map_view.h"

#include <QDockWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QTabBar>

using namespace quantloupe;

/// The place of the Inspector in the window.
class TestInspectorDock : public test::MainWindowFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { prepareFolder(); }
    void init() { showWindow(); }
    void cleanup() { destroyWindow(); }

    void isNotClippedAtTheSide()
    {
        m_window->open("builtin:avatars-64");
        QTRY_VERIFY(!document().isEmpty());
        QTRY_VERIFY(inspected() && layers()->hasFocus());
        // The layer with the largest maps.
        for (std::size_t row = 1; row < document().info().layers.size(); ++row)
            QTest::keyClick(layers(), Qt::Key_Down);
        QTest::keyClick(layers(), Qt::Key_4);
        QTRY_VERIFY(inspected());
        QTRY_COMPARE(layerName(), QString("main.12"));
        auto *scroll = find<QScrollArea>("inspectorScroll");
        for (const QSize size : {QSize(1024, 700), QSize(1440, 900)}) {
            m_window->resize(size);
            m_window->resetLayout();
            QTRY_COMPARE(m_window->size(), size);
            QTRY_VERIFY(scroll->widget()->width() <= scroll->viewport()->width());
            QVERIFY(scroll->widget()->minimumSizeHint().width() <= scroll->viewport()->width());
            const auto *maps = find<FeatureMapView>("featureMaps");
            QVERIFY(maps->tileRect(0, 2).right() <= maps->width());
            // The pictures have half of the window.
            QTRY_VERIFY(scroll->width() < size.width() / 4);
            QTRY_VERIFY(2 * m_window->centralWidget()->width() >= size.width());
        }
    }

    void staleContentIsVeiled()
    {
        m_window->open("builtin:avatars-64");
        QTRY_VERIFY(!document().isEmpty());
        QTRY_VERIFY(inspected() && layers()->hasFocus());
        auto *scroll = find<QScrollArea>("inspectorScroll");
        const auto *veil = scroll->viewport()->findChild<QWidget *>("staleVeil");
        QVERIFY(!veil->isVisible());
        // Its ranges have to be found first.
        document().edit({1}, bitsEdit(QuantSite::Activation, 4));
        QTRY_VERIFY(veil->isVisible());
        QCOMPARE(veil->size(), scroll->viewport()->size());
        QTest::mouseClick(scroll->viewport(), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(inspected() && !veil->isVisible(), 30000);
    }

    void anEmptyOneOpensAFile()
    {
        QVERIFY(document().isEmpty());
        const auto *state = find<QWidget>("inspectorState");
        const auto *open = state->findChild<QPushButton *>("stateAction1");
        QVERIFY(open && open->isVisible());
    }

    void itsTitleIsSaidOnce()
    {
        auto *dock = find<QDockWidget>("inspectorDock");
        auto *inputs = find<QDockWidget>("inputsDock");
        // The tab says it.
        QTRY_VERIFY(dock->titleBarWidget() && inputs->titleBarWidget());
        QCOMPARE(dock->titleBarWidget()->height(), 0);
        QTabBar *tabs = dockTabs();
        QVERIFY(tabs);
        QVERIFY(tabs->actions().contains(inputs->toggleViewAction()));
        inputs->toggleViewAction()->trigger();
        QTRY_VERIFY(!dock->titleBarWidget());
        inputs->toggleViewAction()->trigger();
        QTRY_VERIFY(dock->titleBarWidget());
        // Out of the tabs it has a title to be moved and closed by.
        inputs->setFloating(true);
        QTRY_VERIFY(!inputs->titleBarWidget() && !dock->titleBarWidget());
        m_window->resetLayout();
        QTRY_VERIFY(dock->titleBarWidget() && inputs->titleBarWidget());
    }

    void isDetachedByItsTab()
    {
        auto *dock = find<QDockWidget>("inspectorDock");
        QTabBar *tabs = dockTabs();
        QVERIFY(tabs);
        const QPoint front = tabs->tabRect(tabs->currentIndex()).center();
        QTest::mouseDClick(tabs, Qt::LeftButton, {}, front);
        QVERIFY(dock->isFloating());
        m_window->resetLayout();
        QTRY_VERIFY(!dock->isFloating() && dock->titleBarWidget());
        dockTabs()->findChild<QAction *>("detachPanel")->trigger();
        QVERIFY(dock->isFloating());
        QTRY_VERIFY(!dock->titleBarWidget());
    }

private:
    bool inspected() const { return settled() && !m_window->inspector()->isPending(); }
    QString layerName() const { return find<QLabel>("inspectorLayer")->text(); }
    QTabBar *dockTabs() const
    {
        for (auto *tabs : m_window->findChildren<QTabBar *>(Qt::FindDirectChildrenOnly))
            if (tabs->isVisible())
                return tabs;
        return nullptr;
    }
};

int main(int argc, char **argv)
{
    return test::runWindowTest<TestInspectorDock>(argc, argv);
}

#include "tst_inspector_dock.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "main_window_fixture.h"

#include "jobs/inspector_controller.h"
#include "mainwindow/presentation_mode.h"
#include "mainwindow/theme_menu.h"
#include "views/plots_dock.h"
#include "widgets/compare_grid.h"
#include "widgets/compare_large.h"

#include <QDockWidget>
#include <QLineEdit>
#include <QMenuBar>
#include <QScrollArea>
#include <QStatusBar>
#include <QToolBar>

using namespace quantloupe;

/// Presentation mode, and the theme while the window is open.
class TestPresentation : public test::MainWindowFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { prepareFolder(); }
    void init() { showWindow(); }
    void cleanup()
    {
        destroyWindow();
        applyTheme(*qApp, ThemeKind::Light);
    }

    void picturesAloneAndBack_data()
    {
        QTest::addColumn<int>("key");
        QTest::newRow("Esc") << int(Qt::Key_Escape);
        QTest::newRow("F11") << int(Qt::Key_F11);
    }
    void picturesAloneAndBack()
    {
        QFETCH(int, key);
        openSmall();
        m_window->resizeDocks({find<QDockWidget>("layersDock")}, {400}, Qt::Horizontal);
        QTRY_COMPARE(find<QDockWidget>("layersDock")->width(), 400);
        const QByteArray state = m_window->saveState();
        const QByteArray geometry = m_window->saveGeometry();
        const double type = view()->grid()->font().pointSizeF();

        QTest::keyClick(m_window.get(), Qt::Key_F11);
        QTRY_VERIFY(m_window->isFullScreen());
        for (const QWidget *chrome : this->chrome())
            QVERIFY2(!chrome->isVisible(), qPrintable(chrome->objectName()));
        QVERIFY(view()->isVisible());
        QVERIFY(view()->grid()->hasFocus());
        QCOMPARE(view()->grid()->font().pointSizeF(), type * PresentationMode::kTypeFactor);

        QTest::keyClick(QApplication::focusWidget(), Qt::Key(key));
        QTRY_VERIFY(!m_window->isFullScreen());
        QTRY_COMPARE(m_window->saveGeometry(), geometry);
        QTRY_COMPARE(m_window->saveState(), state);
        QVERIFY(layers()->hasFocus());
        QVERIFY(m_window->menuBar()->isVisible());
        QVERIFY(find<QWidget>("compareToolbar")->isVisible());
        // The tab in front is the one of before.
        QTRY_VERIFY(find<QDockWidget>("inputsDock")->visibleRegion().isEmpty());
        QTRY_VERIFY(!find<QDockWidget>("inspectorDock")->visibleRegion().isEmpty());
        QCOMPARE(view()->grid()->font().pointSizeF(), type);
    }

    void nothingButPicturesIsLeftOfThePage()
    {
        openSmall();
        find<QAction>("keepConfiguration")->trigger();
        find<QAction>("wipeMode")->trigger();
        QTRY_VERIFY(allKept(1));
        const QList<const char *> bars{"keptBar", "rightPicture", "pixelReadout"};
        for (const char *bar : bars)
            QVERIFY2(find<QWidget>(bar)->isVisible(), bar);
        QTest::keyClick(m_window.get(), Qt::Key_F11);
        QTRY_VERIFY(m_window->isFullScreen());
        for (const char *bar : bars)
            QVERIFY2(!find<QWidget>(bar)->isVisible(), bar);
        QTRY_COMPARE(view()->large()->height(), m_window->height());
        // What is done meanwhile must not bring them back.
        document().edit({0}, bitsEdit(QuantSite::Weight, 3));
        QTest::keyClick(m_window.get(), Qt::Key_C);
        QTRY_VERIFY(allKept(2));
        for (const char *bar : bars)
            QVERIFY2(!find<QWidget>(bar)->isVisible(), bar);
        QTest::keyClick(m_window.get(), Qt::Key_F11);
        QTRY_VERIFY(!m_window->isFullScreen());
        for (const char *bar : bars)
            QVERIFY2(find<QWidget>(bar)->isVisible(), bar);
    }

    void openPlotsStayEnlarged()
    {
        openSmall();
        find<QAction>("measure")->trigger();
        auto *plots = find<QDockWidget>("plotsDock");
        QTRY_VERIFY(plots->isVisible());
        const double type = plots->font().pointSizeF();
        QTest::keyClick(m_window.get(), Qt::Key_F11);
        QTRY_VERIFY(m_window->isFullScreen());
        QVERIFY(plots->isVisible());
        QVERIFY(!find<QDockWidget>("layersDock")->isVisible());
        QCOMPARE(find<QWidget>("plot:bars")->font().pointSizeF(),
                 type * PresentationMode::kTypeFactor);
        QTest::keyClick(m_window.get(), Qt::Key_F11);
        QTRY_VERIFY(!m_window->isFullScreen());
        QVERIFY(plots->isVisible());
        QCOMPARE(plots->font().pointSizeF(), type);
    }

    void smallTypeIsEnlargedToo()
    {
        openSmall();
        find<QAction>("measure")->trigger();
        find<PlotsDock>("plotsDock")->setCurrentTab("page:quantizers");
        const QStringList parts{"quantizersSummary", "quantizersTable", "levelsCaption",
                                "plot:quantizers"};
        QList<double> sizes;
        for (const QString &part : parts)
            sizes.append(typeSize(part));
        QTest::keyClick(m_window.get(), Qt::Key_F11);
        QTRY_VERIFY(m_window->isFullScreen());
        for (qsizetype i = 0; i < parts.size(); ++i)
            QCOMPARE(typeSize(parts[i]), sizes[i] * PresentationMode::kTypeFactor);
        QTest::keyClick(m_window.get(), Qt::Key_F11);
        QTRY_VERIFY(!m_window->isFullScreen());
        for (qsizetype i = 0; i < parts.size(); ++i)
            QCOMPARE(typeSize(parts[i]), sizes[i]);
    }

    void enlargedFormsAreNotCutAtTheSide()
    {
        openSmall();
        find<QAction>("measure")->trigger();
        const auto *scroll = find<QScrollArea>("metricsFormScroll");
        QTRY_VERIFY(scroll->isVisible());
        const auto isWhole = [scroll] {
            return scroll->widget()->minimumSizeHint().width() <= scroll->viewport()->width();
        };
        QTRY_VERIFY(isWhole());
        const int before = scroll->width();
        QTest::keyClick(m_window.get(), Qt::Key_F11);
        QTRY_VERIFY(m_window->isFullScreen() && scroll->width() > before);
        QTRY_VERIFY(isWhole());
        const int enlarged = scroll->width();
        QTest::keyClick(m_window.get(), Qt::Key_F11);
        QTRY_VERIFY2(scroll->width() < enlarged, qPrintable(QString::number(scroll->width())));
        QTRY_VERIFY(isWhole());
    }

    void keysOfHiddenMenusWork()
    {
        openSmall();
        QTest::keyClick(layers(), Qt::Key_4);
        QTRY_VERIFY(!document().config().isFloat());
        QTest::keyClick(m_window.get(), Qt::Key_F11);
        QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(document().config().isFloat());
        QTest::keyClick(m_window.get(), Qt::Key_R);
        QCOMPARE(document().seed(), quint64(1));
        QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
        QVERIFY(find<QLineEdit>("paletteQuery")->hasFocus());
        QTest::keyClick(find<QLineEdit>("paletteQuery"), Qt::Key_Escape);
        QVERIFY(m_window->isFullScreen());
    }

    void escLeavesAfterTheHelpWasOpen()
    {
        openSmall();
        QTest::keyClick(m_window.get(), Qt::Key_F1);
        auto *help = find<QWidget>("helpWindow");
        QVERIFY(help);
        // The main window counts as active while its help window is, and the other way round.
        QTRY_COMPARE(QApplication::activeWindow(), help);
        QTest::keyClick(help, Qt::Key_Escape);
        QTRY_VERIFY(!help->isVisible());
        m_window->activateWindow();
        QTRY_COMPARE(QApplication::activeWindow(), m_window.get());
        QTest::keyClick(m_window.get(), Qt::Key_F11);
        QTRY_VERIFY(m_window->isFullScreen());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_W);
        QTRY_VERIFY(view()->mode() != CompareMode::Grid);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QTRY_VERIFY(view()->mode() == CompareMode::Grid);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QTRY_VERIFY(!m_window->isFullScreen());
        for (const QAction *action : m_window->actions())
            QVERIFY2(action->parent() != help, qPrintable(action->objectName()));
    }

    void closingKeepsTheLayoutOfBefore()
    {
        openSmall();
        QTest::keyClick(m_window.get(), Qt::Key_F11);
        QTRY_VERIFY(m_window->isFullScreen());
        m_window->close();
        m_window = std::make_unique<MainWindow>(*m_session);
        m_window->show();
        QVERIFY(!m_window->isFullScreen());
        QVERIFY(find<QDockWidget>("layersDock")->isVisible());
        QVERIFY(m_window->menuBar()->isVisible());
    }

    void theThemeAppliesAtOnceAndIsKept()
    {
        openSmall();
        QTRY_VERIFY(!m_window->inspector()->isPending());
        // Plots are drawn a little later than their data come, and the status bar tells the time.
        const auto picture = [this] {
            const int height = m_window->height() - m_window->statusBar()->height();
            return m_window->grab({0, 0, m_window->width(), height}).toImage();
        };
        QImage light;
        QTRY_VERIFY(std::exchange(light, picture()) == light);
        find<QAction>("themeDark")->trigger();
        QTRY_COMPARE(themeOf(m_window->palette()), ThemeKind::Dark);
        for (const QWidget *widget : m_window->findChildren<QWidget *>())
            QVERIFY2(themeOf(widget->palette()) == ThemeKind::Dark || widget->isWindow(),
                     qPrintable(widget->objectName()));
        QVERIFY(darkShare(m_window->grab().toImage()) > 0.8);
        QCOMPARE(chosenTheme(), ThemeKind::Dark);
        QVERIFY(find<QAction>("themeDark")->isChecked());
        QVERIFY(!find<QAction>("themeLight")->isChecked());
        find<QAction>("themeLight")->trigger();
        QTRY_COMPARE(themeOf(m_window->palette()), ThemeKind::Light);
        QTRY_COMPARE(picture(), light);
        find<QAction>("themeSystem")->trigger();
        QCOMPARE(chosenTheme(), systemTheme());
    }

private:
    double typeSize(const QString &part) const
    {
        return find<QWidget>(part.toUtf8().constData())->font().pointSizeF();
    }

    QList<QWidget *> chrome() const
    {
        QList<QWidget *> widgets = {m_window->menuBar(), m_window->statusBar(),
                                    find<QWidget>("compareToolbar")};
        for (QToolBar *bar : m_window->findChildren<QToolBar *>())
            widgets.append(bar);
        for (QDockWidget *dock : m_window->findChildren<QDockWidget *>())
            widgets.append(dock);
        return widgets;
    }

    /// Outside of the pictures.
    double darkShare(const QImage &image) const
    {
        const QRect pictures(view()->mapTo(m_window.get(), QPoint()), view()->size());
        int dark = 0;
        int all = 0;
        for (int y = 0; y < image.height(); y += 3)
            for (int x = 0; x < image.width(); x += 3) {
                if (pictures.contains(x, y))
                    continue;
                ++all;
                dark += qGray(image.pixel(x, y)) < 96;
            }
        return double(dark) / all;
    }
};

int main(int argc, char **argv)
{
    return test::runWindowTest<TestPresentation>(argc, argv);
}

#include "tst_presentation.moc"

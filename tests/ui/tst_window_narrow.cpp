// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/metrics_controller.h"
#include "main_window_fixture.h"
#include "mainwindow/translations.h"
#include "metrics_keys.h"
#include "widgets/message_banner.h"

#include <QAction>
#include <QDockWidget>
#include <QSpinBox>

using namespace quantloupe;

/// The smallest window keeps its panels as wide as they are whatever comes and goes.
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

    void measuringLeavesTheLayersTheirWidth_data() { eachLanguage(); }
    void measuringLeavesTheLayersTheirWidth()
    {
        openNarrow();
        const int width = layersWidth();
        measureAndCancel();
        QCOMPARE(layersWidth(), width);
    }

    void halfOfItIsThePictures_data() { eachLanguage(); }
    void halfOfItIsThePictures()
    {
        openNarrow();
        const int layersFirst = layersWidth();
        QCOMPARE_GE(2 * m_window->centralWidget()->width(), m_window->width());
        find<QAction>("measure")->trigger();
        QTRY_VERIFY(find<QWidget>("plotsDock")->isVisible());
        QCOMPARE(layersWidth(), layersFirst);
    }

    void presentingLeavesThePanelsTheirWidths_data() { eachLanguage(); }
    void presentingLeavesThePanelsTheirWidths()
    {
        openNarrow();
        measureAndCancel();
        const QList<int> before = widths();
        find<QAction>("presentation")->trigger();
        QTRY_VERIFY(!find<QWidget>("layersDock")->isVisible());
        find<QAction>("presentation")->trigger();
        QTRY_VERIFY(find<QWidget>("layersDock")->isVisible());
        QTRY_COMPARE(m_window->size(), kSmallest);
        QTRY_COMPARE(widths(), before);
    }

    void messagesLeaveThePanelsTheirWidths_data() { eachLanguage(); }
    void messagesLeaveThePanelsTheirWidths()
    {
        openNarrow();
        const QList<int> before = widths();
        auto *banner = find<MessageBanner>("windowBanner");
        QAction first(QString(40, 'x'));
        QAction second(QString(40, 'y'));
        banner->showMessage(MessageKind::Info, "Two answers", {}, &first);
        banner->offerAlso(&second);
        QTRY_VERIFY(banner->isVisible());
        QCoreApplication::processEvents();
        QCOMPARE(widths(), before);
        const auto *one = banner->findChild<QPushButton *>("messageAction");
        const auto *other = banner->findChild<QPushButton *>("messageAlternative");
        QTRY_VERIFY(other->y() >= one->geometry().bottom());
        QVERIFY(banner->rect().contains(QRect(other->mapTo(banner, QPoint()), other->size())));
        banner->dismiss();
        QCOMPARE(widths(), before);
    }

private:
    static constexpr QSize kSmallest{1024, 700};

    static void eachLanguage()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("English") << QString("en");
        QTest::newRow("German") << QString("de");
    }

    void openNarrow()
    {
        QFETCH(QString, language);
        if (!languages().contains(language))
            QSKIP("Built without translations.");
        installTranslations(*qApp, language);
        showWindow();
        m_window->resize(kSmallest);
        m_window->resetLayout();
        openSmall();
    }

    void measureAndCancel()
    {
        const int width = layersWidth();
        find<QAction>("measure")->trigger();
        QTRY_VERIFY(find<QWidget>("plotsDock")->isVisible());
        QCOMPARE(layersWidth(), width);
        test::chooseMetrics(m_window.get(), {"psnr"});
        find<QSpinBox>("metricsCount")->setValue(1000000);
        m_window->metrics()->start();
        QTRY_VERIFY(find<QWidget>("cancelMeasuring")->isVisible());
        QCOMPARE(layersWidth(), width);
        m_window->metrics()->cancel();
        QTRY_VERIFY_WITH_TIMEOUT(!m_window->metrics()->isRunning(), 60000);
    }

    int layersWidth() const { return find<QWidget>("layersDock")->width(); }
    QList<int> widths() const
    {
        return {layersWidth(), m_window->centralWidget()->width(),
                find<QWidget>("inspectorDock")->width()};
    }
};

int main(int argc, char **argv)
{
    return test::runWindowTest<TestWindowNarrow>(argc, argv);
}

#include "tst_window_narrow.moc"

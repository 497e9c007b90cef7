// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/metrics_controller.h"
#include "made_up_measurement.h"
#include "main_window_fixture.h"
#include "metrics_keys.h"
#include "widgets/state_page.h"
#include "window_pictures.h"

#include <QDockWidget>
#include <QSpinBox>
#include <QTabWidget>

using namespace quantloupe;

/// What charts say while there is nothing to draw, and that their buttons help.
class TestChartStates : public test::MainWindowFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        prepareFolder();
        qputenv("XDG_CACHE_HOME", m_folder.filePath("cache").toUtf8());
    }
    void init()
    {
        showWindow();
        find<QDockWidget>("plotsDock")->show();
    }
    void cleanup()
    {
        destroyWindow();
        applyTheme(*qApp, ThemeKind::Light);
    }

    void withoutAGeneratorOneCanBeOpened()
    {
        for (const char *id : kIds) {
            showTab(id);
            checkLook(id, "No generator is open", "stateAction1");
        }
        QTest::mouseClick(button("scatter", "stateAction1"), Qt::LeftButton);
        QTRY_VERIFY(find<QFileDialog>("openDialog"));
    }

    void withoutAMeasurementOneCanBeMade()
    {
        openSmall();
        for (const char *id : kIds) {
            showTab(id);
            checkLook(id, "Nothing is measured yet", "stateAction1");
            QTest::mouseClick(button(id, "stateAction1"), Qt::LeftButton);
            QTRY_VERIFY(find<QPushButton>("startMeasuring")->isVisible());
            QVERIFY(find<QPushButton>("startMeasuring")->hasFocus());
        }
    }

    void aRunningMeasurementCanBeCancelled()
    {
        openSmall();
        test::chooseMetrics(m_window.get(), {"psnr"});
        find<QSpinBox>("metricsCount")->setValue(1000000);
        showTab("history");
        m_window->metrics()->start();
        checkLook("history", "Measuring", "stateCancel");
        QTest::mouseClick(button("history", "stateCancel"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(!m_window->metrics()->isRunning(), 60000);
        QTRY_VERIFY(textOf("empty:history").contains("Nothing is measured yet"));
    }

    void whatIsNotMeasuredCanBeChosen()
    {
        openSmall();
        Measurement measurement = test::madeUpMeasurement(document(), 2);
        std::erase_if(measurement.report.rows, [](const MetricRow &row) {
            return row.kind == MetricKind::SlicedWasserstein;
        });
        m_window->history()->add(measurement);
        showTab("levels");
        checkLook("levels", "SWD is not among what was measured", "stateAction1");
        QTest::mouseClick(button("levels", "stateAction1"), Qt::LeftButton);
        QTRY_VERIFY(find<QWidget>("metricsPage")->isVisible());
    }

private:
    static constexpr std::array<const char *, 5> kIds{"bars", "levels", "samples", "history",
                                                      "scatter"};
    static constexpr double kLeastContrast = 4.5;

    void showTab(const char *id)
    {
        auto *tabs = find<QTabWidget>("plotTabs");
        tabs->setCurrentWidget(find<QWidget>(qPrintable(QString("page:%1").arg(id))));
        QTRY_VERIFY(page(id)->isVisible());
    }

    StatePage *page(const char *id) const
    {
        return find<StatePage>(qPrintable(QString("empty:%1").arg(id)));
    }
    QPushButton *button(const char *id, const char *name) const
    {
        return page(id)->findChild<QPushButton *>(name);
    }

    /// Said whole and readable, with the button, in both themes at two sizes.
    void checkLook(const char *id, const char *title, const char *action)
    {
        for (const QSize size : {QSize(1024, 700), QSize(1440, 900)})
            for (const ThemeKind theme : {ThemeKind::Light, ThemeKind::Dark}) {
                m_window->resize(size);
                applyTheme(*qApp, theme);
                QVERIFY(textOf(qPrintable(page(id)->objectName())).contains(title));
                QTRY_VERIFY(button(id, action)->isVisible());
                QTRY_VERIFY(isWhole(button(id, action)));
                for (QLabel *label : page(id)->findChildren<QLabel *>())
                    if (label->isVisible() && !label->text().isEmpty()) {
                        QTRY_VERIFY2(isWhole(label), qPrintable(label->text()));
                        const QImage look = label->grab().toImage();
                        QVERIFY2(test::contrastIn(look) >= kLeastContrast,
                                 qPrintable(label->text()));
                    }
            }
        applyTheme(*qApp, ThemeKind::Light);
    }

    static bool isWhole(const QWidget *widget)
    {
        return widget->visibleRegion().boundingRect() == widget->rect();
    }
};

int main(int argc, char **argv)
{
    return test::runWindowTest<TestChartStates>(argc, argv);
}

#include "tst_chart_states.moc"

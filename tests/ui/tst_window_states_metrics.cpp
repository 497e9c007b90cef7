// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/metrics_controller.h"
#include "made_up_measurement.h"
#include "window_states_fixture.h"

#include <QAction>
#include <QSpinBox>
#include <QTabWidget>

using namespace quantloupe;
using namespace quantloupe::test;

/// Measuring, and the charts of what was measured.
class TestWindowStatesMetrics : public WindowStatesFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { prepareFolder(); }
    void cleanup() { leave(); }

    void isSaidAndReadable_data() { addStates(); }
    void isSaidAndReadable() { enterAndLook(); }

protected:
    std::vector<Look> states() override
    {
        return {
            {"metricsEmpty", [this] { metricsEmpty(); }, "metricsState", "Nothing is measured",
             "stateAction1"},
            {"metricsFailed", [this] { metricsFailed(); }, "metricsState", "choose another",
             "stateAction1"},
            {"metricsCancelled", [this] { metricsCancelled(); }, "metricsState", "was cancelled",
             "stateAction1"},
            {"metricsRunning", [this] { metricsRunning(); }, "metricsState", "Measuring",
             "stateCancel"},
            {"measured", [this] { measured(); }, "metricsResult", "more than noise", "copyMetrics"},
            {"measuredStale", [this] { measuredStale(); }, "metricsBanner", "edited since",
             "messageAction"},
            {"bars", [this] { bars(); }},
            {"levels", [this] { levels(); }},
            {"samples", [this] { samples(); }},
            {"history", [this] { history(); }},
            {"scatter", [this] { scatter(); }},
        };
    }

private:
    void metricsEmpty()
    {
        quantized();
        find<QAction>("measure")->trigger();
        QTRY_VERIFY(find<QWidget>("plotsDock")->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(!find<QLabel>("metricsEstimate")->text().contains("being"),
                                 kPatience);
    }
    void metricsFailed()
    {
        metricsEmpty();
        Q_EMIT m_window->metrics()->failed("The reference holds no picture; choose another.",
                                           "reference/");
    }
    void metricsCancelled()
    {
        metricsEmpty();
        Q_EMIT m_window->metrics()->cancelled();
    }
    void metricsRunning()
    {
        metricsEmpty();
        find<QSpinBox>("metricsCount")->setValue(1000000);
        m_window->metrics()->start();
        QTRY_VERIFY_WITH_TIMEOUT(textOf("metricsState").contains("Measuring"), kPatience);
    }
    void measured()
    {
        metricsEmpty();
        m_window->history()->add(madeUpMeasurement(document(), 2));
    }
    void measuredStale()
    {
        measured();
        document().edit({0}, bitsEdit(QuantSite::Weight, 2));
        QTRY_VERIFY_WITH_TIMEOUT(isInspected(), kPatience);
    }
    void measuredAgain(int tab)
    {
        measured();
        for (const int bits : {6, 3, 2}) {
            document().edit({0, 1}, bitsEdit(QuantSite::Weight, bits));
            Measurement measurement = madeUpMeasurement(document(), 8.0 / bits);
            measurement.size.bytes = 100000 * bits;
            measurement.size.averageBits = bits;
            m_window->history()->add(measurement);
        }
        find<QTabWidget>("plotTabs")->setCurrentIndex(tab);
        QTRY_VERIFY_WITH_TIMEOUT(isInspected(), kPatience);
    }
    void bars() { measuredAgain(1); }
    void levels() { measuredAgain(2); }
    void samples() { measuredAgain(3); }
    void history() { measuredAgain(4); }
    void scatter() { measuredAgain(5); }
};

int main(int argc, char **argv)
{
    return runWindowTest<TestWindowStatesMetrics>(argc, argv);
}

#include "tst_window_states_metrics.moc"

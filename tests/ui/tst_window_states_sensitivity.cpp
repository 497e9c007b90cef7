// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/sensitivity_controller.h"
#include "views/plots_dock.h"
#include "window_states_fixture.h"

#include <QComboBox>

using namespace quantloupe;
using namespace quantloupe::test;

/// Which layer hurts: the real engine on a real generator.
class TestWindowStatesSensitivity : public WindowStatesFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        prepareFolder();
        qputenv("XDG_CACHE_HOME", m_folder.filePath("cache").toUtf8());
    }
    void cleanup() { leave(); }

    void isSaidAndReadable_data() { addStates(); }
    void isSaidAndReadable() { enterAndLook(); }

protected:
    std::vector<Look> states() override
    {
        return {
            {"sensitivityEmpty", [this] { showTab(); }, "sensitivityState", "No generator is open",
             "stateAction1"},
            {"sensitivityInvitation", [this] { invited(); }, "sensitivityState",
             "Which layer hurts", "stateAction1"},
            {"sensitivityDone", [this] { swept(); }, "sensitivityAnswer", "bits"},
            {"sensitivityStale", [this] { stale(); }, "sensitivitySummary", "other settings"},
            {"sensitivityBars", [this] { bars(); }, "sensitivityAnswer", "bits"},
        };
    }

private:
    static constexpr int kSweepPatience = 240000;

    void showTab()
    {
        find<PlotsDock>("plotsDock")->showTab("page:sensitivity");
        QTRY_VERIFY(find<QWidget>("page:sensitivity")->isVisible());
    }
    void invited()
    {
        quantized();
        showTab();
    }
    void setCount(std::size_t count)
    {
        SensitivitySettings settings = m_window->sensitivity()->settings();
        settings.count = count;
        settings.bits = {4, 2};
        m_window->sensitivity()->setSettings(settings);
    }
    void swept()
    {
        invited();
        setCount(8);
        find<QAction>("findSensitivities")->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(m_window->sensitivity()->report(), kSweepPatience);
    }
    void stale()
    {
        swept();
        setCount(9);
    }
    void bars()
    {
        swept();
        auto *view = find<QComboBox>("sensitivityView");
        view->setCurrentIndex(1);
        Q_EMIT view->activated(1);
    }
};

int main(int argc, char **argv)
{
    return runWindowTest<TestWindowStatesSensitivity>(argc, argv);
}

#include "tst_window_states_sensitivity.moc"

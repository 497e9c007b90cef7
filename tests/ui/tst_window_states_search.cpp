// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/search_controller.h"
#include "views/plots_dock.h"
#include "window_states_fixture.h"

using namespace quantloupe;
using namespace quantloupe::test;

/// Which bits are best: the real engine on a real generator.
class TestWindowStatesSearch : public WindowStatesFixture
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
            {"searchEmpty", [this] { showTab(); }, "searchState", "No generator is open",
             "stateAction1"},
            {"searchInvitation", [this] { invited(); }, "searchState", "Which bits are best",
             "stateAction1"},
            {"searchFailed", [this] { failed(); }, "searchState", "The search failed",
             "stateAction1"},
            {"searchDone", [this] { searched(4); }, "searchAnswer", "Best: "},
            {"searchUnreachable", [this] { searched(1); }, "searchAnswer",
             "No configuration keeps the budget"},
            {"searchStale", [this] { stale(); }, "searchSummary", "other settings"},
            {"ledgerEmpty", [this] { showTab("page:ledger"); }, "ledgerState",
             "No generator is open", "stateAction1"},
            {"ledgerInvitation", [this] { invitedToEdit(); }, "ledgerState", "What bought what"},
            {"ledgerEdits", [this] { edited(); }, "ledgerSummary", "bytes saved"},
            {"differenceInvitation", [this] { invitedToKeep(); }, "differenceState", "What differs",
             "stateAction1"},
            {"differenceShown", [this] { kept(); }, "differenceSummary", "layers differ"},
        };
    }

private:
    static constexpr int kSearchPatience = 240000;

    void showTab(const char *page = "page:search")
    {
        find<PlotsDock>("plotsDock")->showTab(page);
        QTRY_VERIFY(find<QWidget>(page)->isVisible());
    }
    void invitedToEdit()
    {
        open();
        showTab("page:ledger");
    }
    void invitedToKeep()
    {
        open();
        showTab("page:difference");
    }
    void kept()
    {
        invitedToKeep();
        find<QAction>("keepConfiguration")->trigger();
        document().setConfig(presetConfig(Preset::W4, document().info()), "W4");
        QTRY_VERIFY_WITH_TIMEOUT(isInspected(), kPatience);
    }
    void edited()
    {
        quantized();
        showTab("page:ledger");
    }
    void invited()
    {
        quantized();
        showTab();
    }
    void set(double bits, const QString &target = {})
    {
        SearchSettings settings = m_window->search()->settings();
        settings.amounts["bits"] = bits;
        settings.bits = {4, 2};
        settings.sweepCount = 8;
        settings.count = 24;
        settings.target = target;
        m_window->search()->setSettings(settings);
    }
    void failed()
    {
        invited();
        set(4, file("no-such-target.json"));
        find<QAction>("searchBits")->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(m_window->search()->state() == SearchController::State::Failed,
                                 kSearchPatience);
    }
    void searched(double bits)
    {
        invited();
        set(bits);
        find<QAction>("searchBits")->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(m_window->search()->report(), kSearchPatience);
    }
    void stale()
    {
        searched(4);
        set(3);
    }
};

int main(int argc, char **argv)
{
    return runWindowTest<TestWindowStatesSearch>(argc, argv);
}

#include "tst_window_states_search.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/metrics_controller.h"
#include "jobs/recipe_controller.h"
#include "views/plots_dock.h"
#include "window_states_fixture.h"

using namespace quantloupe;
using namespace quantloupe::test;

/// The experiments of the papers.
class TestWindowStatesRecipes : public WindowStatesFixture
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
            {"recipesEmpty", [this] { showTab(); }, "recipeState", "No generator is open",
             "stateAction1"},
            {"recipesInvitation", [this] { invited(); }, "recipeState", "has not been run yet",
             "stateAction1"},
            {"recipesDone", [this] { reproduced(); }},
            {"recipesStale", [this] { stale(); }},
        };
    }

private:
    void showTab()
    {
        find<PlotsDock>("plotsDock")->showTab("page:recipes");
        QTRY_VERIFY(find<QWidget>("page:recipes")->isVisible());
    }
    void setCount(std::size_t count)
    {
        MetricsSettings settings = m_window->metrics()->settings();
        settings.count = count;
        m_window->metrics()->setSettings(settings);
    }
    void invited()
    {
        quantized();
        showTab();
    }
    void reproduced()
    {
        invited();
        setCount(16);
        find<QAction>("recipe:andreev")->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(m_window->recipes()->report(), 120000);
    }
    void stale()
    {
        reproduced();
        setCount(17);
    }
};

int main(int argc, char **argv)
{
    return runWindowTest<TestWindowStatesRecipes>(argc, argv);
}

#include "tst_window_states_recipes.moc"

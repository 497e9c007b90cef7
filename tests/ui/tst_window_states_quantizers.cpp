// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/quantizer_controller.h"
#include "views/plots_dock.h"
#include "window_states_fixture.h"

using namespace quantloupe;
using namespace quantloupe::test;

/// Comparing quantizers on a layer.
class TestWindowStatesQuantizers : public WindowStatesFixture
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
            {"quantizersEmpty", [this] { showTab(); }, "quantizersState", "No generator is open",
             "stateAction1"},
            {"quantizersOfMany", [this] { ofMany(); }, "quantizersState",
             "Several layers are selected"},
            {"quantizersFailed", [this] { failed(); }, "quantizersState", "enough memory",
             "stateAction1"},
            {"quantizers", [this] { compared(); }},
            {"quantizersOfTensor", [this] { ofTensor(); }},
        };
    }

private:
    void showTab()
    {
        auto *dock = find<PlotsDock>("plotsDock");
        dock->showTab("page:quantizers");
        QTRY_VERIFY(find<QWidget>("page:quantizers")->isVisible());
        // Of the network's size, all of them would take long.
        m_window->quantizers()->setBits({});
    }
    void ofMany()
    {
        quantized();
        layers()->selectAll();
        showTab();
    }
    void compared()
    {
        quantized();
        layers()->selectLayers({1}, 1, int(LayerColumn::WeightBits));
        showTab();
        waitForAll();
    }
    void ofTensor()
    {
        compared();
        document().edit({1}, granularityEdit(Granularity::PerTensor));
        waitForAll();
        QTRY_VERIFY_WITH_TIMEOUT(isInspected(), kPatience);
    }
    void failed()
    {
        compared();
        Q_EMIT m_window->quantizers()->failed("There is not enough memory for the levels.",
                                              "main.3");
    }
    void waitForAll()
    {
        const QuantizerController &quantizers = *m_window->quantizers();
        QTRY_VERIFY_WITH_TIMEOUT(!quantizers.isRunning() &&
                                     quantizers.trials().size() == quantizers.wanted().size(),
                                 kPatience);
    }
};

int main(int argc, char **argv)
{
    return runWindowTest<TestWindowStatesQuantizers>(argc, argv);
}

#include "tst_window_states_quantizers.moc"

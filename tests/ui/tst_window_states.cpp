// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/help_window.h"
#include "window_states_fixture.h"

#include <QAction>
#include <QComboBox>
#include <QLineEdit>

#include <limits>

using namespace quantloupe;
using namespace quantloupe::test;

/// Opening, editing, inspecting, choosing and asking for help.
class TestWindowStates : public WindowStatesFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        prepareFolder();
        write(file("damaged.safetensors"), "no tensors in here");
        WeightFile weights(3);
        weights.addRandom("main.0.weight", {8, 4, 4, 4}, 0.5);
        weights.addBatchNorm("main.1", 4);
        weights.addRandom("main.3.weight", {4, 4, 4, 4}, std::numeric_limits<double>::quiet_NaN());
        weights.addBatchNorm("main.4", 4);
        weights.addRandom("main.6.weight", {4, 3, 4, 4}, 0.5);
        weights.write(file("nan.safetensors").toStdString());
    }
    void cleanup() { leave(); }

    void isSaidAndReadable_data() { addStates(); }
    void isSaidAndReadable() { enterAndLook(); }

protected:
    std::vector<Look> states() override
    {
        return {
            {"empty", [this] { stay(); }, "compareState", "No generator is open", "stateAction1"},
            {"emptyInputs", [this] { emptyInputs(); }, "inputsDock", "stands here once one is open",
             nullptr},
            {"opening", [this] { opening(); }, "compareState", "Opening avatars.safetensors",
             "stateCancel"},
            {"cancelledOpening", [this] { cancelledOpening(); }, "compareState", "was cancelled",
             "stateAction1"},
            {"failedOpening", [this] { failedOpening(); }, "compareState", "could not be opened",
             "stateAction1"},
            {"float", [this] { open(); }},
            {"quantized", [this] { quantized(); }},
            {"refusedEdit", [this] { refusedEdit(); }, "windowBanner", "kept their setting",
             "messageClose"},
            {"noMatch", [this] { noMatch(); }, "inspectorState", "No layer is selected", nullptr},
            {"inspectionFailed", [this] { inspectionFailed(); }, "inspectorState",
             "does not fit into memory", "stateAction1"},
            {"inspectionCancelled", [this] { inspectionCancelled(); }, "inspectorState",
             "was cancelled", "stateAction1"},
            {"notInspectable", [this] { notInspectable(); }, "inspectorState",
             "main.3 cannot be inspected", nullptr},
            {"rule", [this] { rule(); }, "ruleBar", "match", "ruleApply"},
            {"wrongRule", [this] { wrongRule(); }, "ruleBar", "nonsense", nullptr},
            {"inputs", [this] { inputs(); }},
            {"palette", [this] { commandPalette(); }},
            {"emptyPalette", [this] { emptyPalette(); }, "paletteNothing", "", nullptr},
            {"help", [this] { help(); }},
        };
    }
    QWidget *shownWindow() const override
    {
        auto *help = find<HelpWindow>("helpWindow");
        return help && help->isVisible() ? help : WindowStatesFixture::shownWindow();
    }

private:
    void stay() {}
    void opening() { Q_EMIT m_window->opener()->started(file("avatars.safetensors")); }
    void cancelledOpening()
    {
        opening();
        Q_EMIT m_window->opener()->cancelled(file("avatars.safetensors"));
    }
    void failedOpening()
    {
        m_window->open(file("damaged.safetensors"));
        QTRY_VERIFY(stateText().contains("damaged.safetensors"));
        QTRY_VERIFY(settled());
    }
    void refusedEdit()
    {
        quantized();
        document().edit({0, 1, 2}, bitsEdit(QuantSite::Weight, 17));
        QTRY_VERIFY(find<QWidget>("windowBanner")->isVisible());
    }
    void noMatch()
    {
        quantized();
        find<QLineEdit>("layersFilter")->setText("no such layer");
        QTRY_VERIFY(find<QWidget>("inspectorState")->isVisible());
    }
    void inspectionFailed()
    {
        quantized();
        Q_EMIT m_window->inspector()->failed("The layer does not fit into memory.", "bad_alloc");
    }
    void inspectionCancelled()
    {
        quantized();
        Q_EMIT m_window->inspector()->cancelled();
    }
    void notInspectable()
    {
        m_window->open(file("nan.safetensors"));
        QTRY_VERIFY(!document().isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT(isInspected(), kPatience);
        QTest::keyClick(layers(), Qt::Key_Down);
        QTRY_VERIFY(textOf("inspectorState").contains("cannot be inspected"));
        QTRY_VERIFY_WITH_TIMEOUT(isInspected(), kPatience);
    }
    void rule()
    {
        quantized();
        find<QAction>("setByRule")->trigger();
        find<QComboBox>("rulePattern")->lineEdit()->setText("main.*");
        find<QLineEdit>("ruleSetting")->setText("w3,a8");
    }
    void wrongRule()
    {
        rule();
        find<QLineEdit>("ruleSetting")->setText("w3:nonsense");
    }
    void inputs()
    {
        m_window->open(file("small.safetensors"));
        QTRY_VERIFY(!document().isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT(isInspected(), kPatience);
        find<QDockWidget>("inputsDock")->raise();
        QTRY_VERIFY(!isBehindTab(find<QWidget>("inputsScroll"), m_window.get()));
    }
    void emptyInputs()
    {
        find<QDockWidget>("inputsDock")->raise();
        QTRY_VERIFY(!isBehindTab(find<QWidget>("inputsScroll"), m_window.get()));
    }
    void commandPalette() { paletteWith("main"); }
    void emptyPalette() { paletteWith("zzzz"); }
    void help()
    {
        find<QAction>("help")->trigger();
        QTRY_VERIFY(find<HelpWindow>("helpWindow")->isVisible());
    }
    void paletteWith(const char *query)
    {
        quantized();
        QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
        QTest::keyClicks(find<QLineEdit>("paletteQuery"), query);
    }
};

int main(int argc, char **argv)
{
    return runWindowTest<TestWindowStates>(argc, argv);
}

#include "tst_window_states.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare_grid.h"
#include "window_states_fixture.h"

#include <QAction>

using namespace quantloupe;
using namespace quantloupe::test;

/// Drawing pictures, and the ways to compare them.
class TestWindowStatesCompare : public WindowStatesFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { prepareFolder(); }
    void cleanup() { leave(); }

    void isSaidAndReadable_data() { addStates(); }
    void isSaidAndReadable() { enterAndLook(); }

    void picturesDimWhenStale()
    {
        showWindow();
        quantized();
        const QImage fresh = view()->grid()->grab().toImage();
        stale();
        QTRY_VERIFY(view()->grid()->grab().toImage() != fresh);
        m_window->preview()->refresh();
        QTRY_VERIFY(!view()->grid()->dims() || settled());
        QTRY_COMPARE(view()->grid()->grab().toImage(), fresh);
    }

protected:
    std::vector<Look> states() override
    {
        return {
            {"running", [this] { running(); }},
            {"stale", [this] { stale(); }},
            {"cancelled", [this] { cancelled(); }, "previewBanner", "Drawing was cancelled",
             "messageAction"},
            {"failedRun", [this] { failedRun(); }, "previewBanner", "do not fit into memory",
             "messageAction"},
            {"pair", [this] { pair(); }},
            {"wipe", [this] { wipe(); }},
            {"difference", [this] { difference(); }},
            {"interpolation", [this] { interpolation(); }, "pathBar", "spherical", nullptr},
            {"kept", [this] { kept(); }, "keptBar", "", nullptr},
        };
    }

private:
    void running()
    {
        quantized();
        Q_EMIT m_window->preview()->started();
        Q_EMIT m_window->preview()->progressed(0.4);
    }
    void stale()
    {
        running();
        QTRY_VERIFY(view()->grid()->dims());
    }
    void cancelled()
    {
        stale();
        Q_EMIT m_window->preview()->cancelled();
        Q_EMIT m_window->preview()->finished();
    }
    void failedRun()
    {
        stale();
        Q_EMIT m_window->preview()->failed("The pictures do not fit into memory; show fewer.",
                                           "bad_alloc in main.12");
        Q_EMIT m_window->preview()->finished();
    }
    void mode(const char *name)
    {
        quantized();
        find<QAction>(name)->trigger();
        QTRY_VERIFY(settled());
    }
    void pair() { mode("pairMode"); }
    void wipe() { mode("wipeMode"); }
    void difference() { mode("differenceMode"); }
    void interpolation()
    {
        quantized();
        find<QAction>("interpolate")->trigger();
        QTRY_VERIFY(find<QWidget>("pathBar")->isVisible() && view()->between());
    }
    void kept()
    {
        quantized();
        find<QAction>("keepConfiguration")->trigger();
        document().edit({0, 1}, bitsEdit(QuantSite::Weight, 2));
        QTRY_VERIFY(settled() && find<QWidget>("keptBar")->isVisible());
        QTRY_VERIFY(view()->pair(kShown - 1, 1));
    }
};

int main(int argc, char **argv)
{
    return runWindowTest<TestWindowStatesCompare>(argc, argv);
}

#include "tst_window_states_compare.moc"

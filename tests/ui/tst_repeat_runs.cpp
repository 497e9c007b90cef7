// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

// After Qt's headers: moc stumbles over <compare> as the first header of a file.
#include "jobs/recipe_controller.h"
#include "metrics_keys.h"
#include "window_runs_fixture.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMenu>
#include <QUndoStack>

#include <optional>

using namespace quantloupe;

namespace {

QJsonObject jsonOf(const std::string &text)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(text)).object();
}

/// By what was measured.
std::map<std::string, QJsonValue> valuesOf(const std::vector<StoredCell> &cells)
{
    std::map<std::string, QJsonValue> values;
    for (const StoredCell &cell : cells)
        values[cell.key] = jsonOf(cell.json)[u"value"];
    return values;
}

} // namespace

/// A stored run of the open generator is asked again by the page that can ask it.
class TestRepeatRuns : public test::WindowRunsFixture
{
    Q_OBJECT

    QString tabInFront() const { return find<PlotsDock>("plotsDock")->currentTab(); }
    /// The newest run asks what the oldest one asked, and came to its end.
    void askedTheSame(RunId newest)
    {
        const StoredRun again = stored().show(newest);
        QCOMPARE(again.summary.state, RunState::Finished);
        QCOMPARE(again.request, stored().show(1).request);
        QVERIFY(again.requestHash == stored().show(1).requestHash);
    }

private Q_SLOTS:
    void initTestCase() { prepareStoreFolder(); }
    void init() { showEmptyWindow(); }
    void cleanup() { destroyWindow(); }

    void aSweepByTheButton()
    {
        openWithStore();
        QVERIFY(!repeat().isEnabled());
        QCOMPARE(repeat().toolTip(), QString("Choose a run first."));
        sweep();
        ended(1);
        const SensitivitySettings asked = m_window->sensitivity()->settings();
        m_window->sensitivity()->setSettings({});
        choose(0);
        QVERIFY(repeat().isEnabled() && button()->isVisible() && button()->isEnabled());
        QTest::mouseClick(button(), Qt::LeftButton);
        QCOMPARE(tabInFront(), QString("page:sensitivity"));
        ended(2);
        QCOMPARE(m_window->sensitivity()->settings().bits, asked.bits);
        QCOMPARE(m_window->sensitivity()->settings().count, asked.count);
        askedTheSame(2);
        const auto values = valuesOf(stored().cells(1));
        QVERIFY(!values.empty());
        QVERIFY(valuesOf(stored().cells(2)) == values);
    }

    void aMeasurementByTheKey()
    {
        openWithStore();
        document().edit({0, 1, 2}, bitsEdit(QuantSite::Weight, 3));
        document().edit({0, 1, 2}, bitsEdit(QuantSite::Activation, 6));
        SamplingPlan plan = document().plan();
        plan.distribution = Distribution::Uniform;
        document().setPlan(plan, "Uniform");
        const DocumentState asked = document().state();
        measure(16);
        ended(1);
        document().edit({1, 2}, bitsEdit(QuantSite::Weight, 7));
        plan.distribution = Distribution::Normal;
        document().setPlan(plan, "Normal");
        const DocumentState other = document().state();
        measure(20);
        ended(2);
        choose(1);
        QTest::keyClick(table(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(tabInFront(), QString("metricsPage"));
        QVERIFY(document().config() == asked.config);
        QVERIFY(document().plan() == asked.plan);
        QCOMPARE(document().undoStack()->undoText(), QString("Load the settings of run 1"));
        ended(3);
        askedTheSame(3);
        const QList<Measurement> &all = m_window->history()->all();
        QCOMPARE(all.size(), 3);
        const std::vector<MetricRow> &first = all.front().report.rows;
        QCOMPARE(all.back().report.rows.size(), first.size());
        for (std::size_t i = 0; i < first.size(); ++i)
            QVERIFY(all.back().report.rows[i].quantized.value == first[i].quantized.value);
        document().undoStack()->undo();
        QVERIFY(document().state() == other);
    }

    void aSearchByTheMenuWithItsLocks()
    {
        openWithStore();
        document().edit({0}, bitsEdit(QuantSite::Weight, 6));
        document().toggleLock({0});
        const LayerMarks marks = document().marks();
        search();
        ended(1);
        document().toggleLock({0});
        document().setConfig({}, "Float");
        m_window->search()->setSettings({});
        choose(0);
        QContextMenuEvent event(QContextMenuEvent::Keyboard, {},
                                table()->mapToGlobal(table()->rect().center()));
        QApplication::sendEvent(table(), &event);
        auto *menu = find<QMenu>("runsMenu");
        QVERIFY(menu->isVisible() && menu->actions().contains(&repeat()));
        menu->close();
        repeat().trigger();
        QCOMPARE(tabInFront(), QString("page:search"));
        QVERIFY(document().marks() == marks);
        ended(2);
        askedTheSame(2);
        const auto best = [this](RunId run) {
            return jsonOf(*stored().show(run).report)[u"best"].toObject()[u"layers"].toObject();
        };
        QVERIFY(!best(1).isEmpty());
        QCOMPARE(best(2), best(1));
    }

    void aPaperByItsAction()
    {
        openWithStore();
        MetricsSettings settings = m_window->metrics()->settings();
        settings.count = 16;
        m_window->metrics()->setSettings(settings);
        m_window->recipes()->start(RecipeKind::Andreev);
        ended(1);
        settings.count = 20;
        m_window->metrics()->setSettings(settings);
        choose(0);
        repeat().trigger();
        QCOMPARE(tabInFront(), QString("page:recipes"));
        ended(2);
        askedTheSame(2);
    }

    void whileAnotherOneRunsItWaits()
    {
        openWithStore();
        measure(1000000);
        QTRY_COMPARE_WITH_TIMEOUT(count(), std::size_t(1), kPatience);
        choose(0);
        QVERIFY(!repeat().isEnabled());
        QVERIFY2(repeat().toolTip().contains("is running"), qPrintable(repeat().toolTip()));
        m_window->metrics()->cancel();
        ended(1);
        QTRY_VERIFY(repeat().isEnabled());
        QVERIFY(!repeat().toolTip().contains("is running"));
    }
};

int main(int argc, char **argv)
{
    return test::runWindowTest<TestRepeatRuns>(argc, argv);
}

#include "tst_repeat_runs.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/runs_controller.h"
#include "stored_runs.h"
#include "views/plots_dock.h"
#include "views/runs_table.h"
#include "window_states_fixture.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>

#include <span>

using namespace quantloupe;
using namespace quantloupe::test;

/// The history of runs: none, those of a store, of a damaged one, and of what is none.
class TestWindowStatesRuns : public WindowStatesFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        prepareFolder();
        // Without the user's own store.
        qputenv("XDG_DATA_HOME", m_folder.filePath("data").toUtf8());
    }
    void init()
    {
        QFile::remove(file("runs.db"));
        QFile::remove(file("runs-recovered.db"));
        RunStore store(file("runs.db").toStdString());
        for (int i = 0; i < kRuns; ++i) {
            const RunId run = store.beginRun(stored_runs::request());
            for (int cell = 0; cell < kCells; ++cell)
                store.appendCell(run, std::to_string(i) + stored_runs::cellKey(cell),
                                 stored_runs::cellJson(cell));
            const QByteArray picture = madeUpPicture();
            store.setThumbnail(run, kRunPicture, std::as_bytes(std::span(picture)));
            store.finishRun(run, {RunState::Finished, R"({"answer":42})",
                                  StoredGenerator{std::string(64, 'a'), "faces.pth"}});
        }
        store.setNote(1, "the first of all");
    }
    void cleanup() { leave(); }

    void isSaidAndReadable_data() { addStates(); }
    void isSaidAndReadable() { enterAndLook(); }

    void whatWasTypedIsKeptAtClosing()
    {
        showWindow();
        openStore("runs.db");
        QTRY_COMPARE(controller()->runs().size(), std::size_t(kRuns));
        controller()->choose(1);
        QTRY_VERIFY(controller()->chosen());
        auto *note = find<QLineEdit>("runNote");
        note->setFocus();
        note->selectAll();
        QTest::keyClicks(note, "typed last");
        m_window->close();
        QTRY_VERIFY(!m_window->isVisible());
        QCOMPARE(
            RunStore(file("runs.db").toStdString(), RunStore::Missing::Refuse).show(1).summary.note,
            std::string("typed last"));
    }

protected:
    std::vector<Look> states() override
    {
        return {
            {"runsNone", [this] { showTab(); }, "runsState", "No run store is open",
             "stateAction1"},
            {"runsList", [this] { listed(); }, "runsFile", "runs.db"},
            {"runsDamaged", [this] { damaged(); }, "runsBanner", "is damaged"},
            {"runsFailed", [this] { failed(); }, "runsState", "could not be opened",
             "stateAction1"},
        };
    }

private:
    /// As large as those of runs, with cells of four samples.
    static QByteArray madeUpPicture()
    {
        QImage image(340, 256, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        for (int row = 0; row < 3; ++row)
            for (int column = 0; column < 4; ++column)
                painter.fillRect(QRect(4 + 84 * column, 4 + 84 * row, 80, 80),
                                 row == 2 ? QColor(Qt::gray)
                                          : QColor::fromHsv(80 * column, 120 + 60 * row, 220));
        painter.end();
        QByteArray png;
        QBuffer buffer(&png);
        image.save(&buffer, "PNG");
        return png;
    }

    static constexpr int kRuns = 4;
    static constexpr int kCells = 150;

    RunsController *controller() const { return m_window->findChild<RunsController *>(); }
    void showTab()
    {
        open();
        find<PlotsDock>("plotsDock")->showTab("page:runs");
        QTRY_VERIFY(find<QWidget>("page:runs")->isVisible());
    }
    void openStore(const char *name)
    {
        showTab();
        controller()->open(file(name));
        QTRY_VERIFY_WITH_TIMEOUT(controller()->state() != RunsController::State::Opening,
                                 kPatience);
    }
    void listed()
    {
        openStore("runs.db");
        QTRY_COMPARE_WITH_TIMEOUT(controller()->runs().size(), std::size_t(kRuns), kPatience);
        find<RunsTable>("runsTable")->selectRow(0);
        QTRY_VERIFY_WITH_TIMEOUT(controller()->chosen(), kPatience);
    }
    void damaged()
    {
        QFile store(file("runs.db"));
        QVERIFY(store.resize(store.size() * 7 / 10));
        openStore("runs.db");
        QTRY_VERIFY_WITH_TIMEOUT(!controller()->runs().empty(), kPatience);
    }
    void failed()
    {
        write(file("none.db"), "no store");
        openStore("none.db");
    }
};

int main(int argc, char **argv)
{
    return runWindowTest<TestWindowStatesRuns>(argc, argv);
}

#include "tst_window_states_runs.moc"

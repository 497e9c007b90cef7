// SPDX-License-Identifier: GPL-3.0-or-later
#include "damaged_stores.h"

#include "store/run_recovery.h"
#include "store/store_schema.h"

using namespace damaged_stores;

/// What is saved of stores: all that was kept, and nothing that was removed.
class TestRunStoreRecovery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_copies.fillOriginal(); }
    void init() { m_copies.renew(); }

    void rowsAreFoundWithoutTheWayToThem();
    void removedRunsDoNotComeBack_data();
    void removedRunsDoNotComeBack();
    void changesInTheLogAreSaved();
    void generatorsAloneAreNothing();
    void lostRunsKeepTheirResults();
    void anIntactStoreIsCopied();
    void recoveredFilesGetNewNames();
    void whatIsNoStoreIsNotRecovered();

private:
    fs::path file() const { return m_copies.file(); }
    StoreCopies m_copies;
};

/// Each page that leads to others at once, and the one that says what the file is.
void TestRunStoreRecovery::rowsAreFoundWithoutTheWayToThem()
{
    overwriteInnerPages(file());
    overwrite(file(), 0, noise(kPageSize, 1));
    const RecoveredStore recovered = recoverStore(file(), RunContext());
    RunStore saved(recovered.file);
    QCOMPARE(cellsOf(saved), m_copies.written());
    QCOMPARE(recovered.nameless, 0U);
    QCOMPARE(recovered.rows.at("runs"), std::size_t(kRuns));
    QCOMPARE(recovered.incomplete.size(), storeTables().size());
    for (RunId run = 1; run <= kRuns; ++run) {
        const StoredRun stored = saved.show(run);
        QCOMPARE(stored.summary.state, RunState::Finished);
        QCOMPARE(stored.summary.words, request().words);
        QCOMPARE(stored.summary.note, "note " + std::to_string(run - 1));
        QCOMPARE(stored.generator->name, std::string("faces.pth"));
        QCOMPARE(*stored.report, R"({"run":)" + std::to_string(run - 1) + "}");
        QCOMPARE(saved.thumbnail(run, "a"), std::vector<std::byte>(3000, std::byte(run - 1)));
        // These carry no sums.
        QVERIFY(stored.summary.tags.empty());
    }
}

void TestRunStoreRecovery::removedRunsDoNotComeBack_data()
{
    QTest::addColumn<bool>("withFirstPage");
    QTest::addColumn<bool>("withFreeList");
    QTest::newRow("whole list of free pages") << true << true;
    QTest::newRow("its beginning is lost") << true << false;
    QTest::newRow("the first page is lost") << false << false;
}

/// Their rows are still in the file.
void TestRunStoreRecovery::removedRunsDoNotComeBack()
{
    QFETCH(const bool, withFirstPage);
    QFETCH(const bool, withFreeList);
    // Some builds of SQLite write zeros over what is removed, others leave it.
    execute(file(), "PRAGMA secure_delete = OFF; PRAGMA foreign_keys = ON; "
                    "DELETE FROM runs WHERE id IN (2, 3, 4)");
    Cells left;
    QCOMPARE(reading(file(), left), std::string());
    QCOMPARE(left.size(), m_copies.written().size() / 2);
    QVERIFY(contentsOf(file()).find("2" + cellKey(77) + cellJson(79)) != std::string::npos);
    overwriteInnerPages(file());
    if (!withFreeList)
        overwrite(file(), 32, noise(8, 2));
    if (!withFirstPage)
        overwrite(file(), 0, noise(kPageSize, 1));
    const RecoveredStore recovered = recoverStore(file(), RunContext());
    QCOMPARE(recovered.nameless, 0U);
    QVERIFY(recovered.incomplete.contains("cells"));
    RunStore saved(recovered.file);
    QCOMPARE(saved.list().size(), std::size_t(3));
    QCOMPARE(cellsOf(saved), left);
}

/// The log holds changes that are not in the file yet.
void TestRunStoreRecovery::changesInTheLogAreSaved()
{
    RunStore store(file());
    const RunId run = store.beginRun(request());
    store.appendCell(run, "new", "1");
    const fs::path copy = fileIn(m_copies.folder(), "copy.db");
    fs::copy_file(file(), copy);
    fs::copy_file(file().string() + "-wal", copy.string() + "-wal");
    overwriteInnerPages(copy);
    overwrite(copy, 0, noise(kPageSize, 1));
    const RecoveredStore recovered = recoverStore(copy, RunContext());
    RunStore saved(recovered.file);
    QCOMPARE(saved.show(run).summary.state, RunState::Interrupted);
    QCOMPARE(saved.knownCell("new"), std::optional<std::string>("1"));
    QCOMPARE(cellsOf(saved).size(), m_copies.written().size() + 1);
}

/// What a generator is called is no finding.
void TestRunStoreRecovery::generatorsAloneAreNothing()
{
    execute(file(), "DELETE FROM trials; DELETE FROM thumbnails; DELETE FROM reports; "
                    "DELETE FROM cells; DELETE FROM tags; UPDATE runs SET generator = NULL; "
                    "DELETE FROM runs");
    QCOMPARE(messageOf([&] { recoverStore(file(), RunContext()); }),
             file().string() + " holds nothing that could be recovered.");
    QVERIFY(!fs::exists(fileIn(m_copies.folder(), "runs-recovered.db")));
}

void TestRunStoreRecovery::lostRunsKeepTheirResults()
{
    execute(file(), "PRAGMA foreign_keys = OFF; DELETE FROM runs WHERE id = 3; "
                    "DELETE FROM generators");
    const RecoveredStore recovered = recoverStore(file(), RunContext());
    QCOMPARE(recovered.nameless, 1U);
    RunStore saved(recovered.file);
    QCOMPARE(saved.show(3).summary.command, std::string("unknown"));
    QCOMPARE(saved.cells(3).size(), std::size_t(kCells));
    QVERIFY(saved.show(3).report);
    QVERIFY(!saved.show(2).generator);
    QCOMPARE(saved.show(2).summary.note, std::string("note 1"));
}

void TestRunStoreRecovery::anIntactStoreIsCopied()
{
    const RecoveredStore recovered = recoverStore(file(), RunContext());
    QCOMPARE(recovered.damaged, 0U);
    QVERIFY(recovered.incomplete.empty());
    QCOMPARE(recovered.nameless, 0U);
    RunStore before(file());
    RunStore after(recovered.file);
    for (RunId run = 1; run <= kRuns; ++run) {
        QCOMPARE(after.show(run).summary.words, before.show(run).summary.words);
        QCOMPARE(after.show(run).summary.started, before.show(run).summary.started);
        QCOMPARE(after.show(run).summary.tags, before.show(run).summary.tags);
        QCOMPARE(after.show(run).report, before.show(run).report);
        QCOMPARE(after.show(run).generator->name, before.show(run).generator->name);
        QCOMPARE(after.thumbnail(run, "a"), before.thumbnail(run, "a"));
    }
    QCOMPARE(cellsOf(after), m_copies.written());
}

void TestRunStoreRecovery::recoveredFilesGetNewNames()
{
    QCOMPARE(recoverStore(file(), RunContext()).file.filename(), fs::path("runs-recovered.db"));
    QCOMPARE(recoverStore(file(), RunContext()).file.filename(), fs::path("runs-recovered-2.db"));
}

void TestRunStoreRecovery::whatIsNoStoreIsNotRecovered()
{
    const fs::path text = fileIn(m_copies.folder(), "text.db");
    std::ofstream(text) << std::string(10000, 'x');
    QCOMPARE(messageOf([&] { recoverStore(text, RunContext()); }),
             text.string() + " is no run store; choose another file.");
    QVERIFY(!messageOf([&] { recoverStore("/no/such.db", RunContext()); }).empty());
    const fs::path empty = fileIn(m_copies.folder(), "empty.db");
    RunStore(empty).list();
    QCOMPARE(messageOf([&] { recoverStore(empty, RunContext()); }),
             empty.string() + " holds nothing that could be recovered.");
    QVERIFY(!fs::exists(fileIn(m_copies.folder(), "empty-recovered.db")));
}

QTEST_GUILESS_MAIN(TestRunStoreRecovery)

#include "tst_run_store_recovery.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "stored_runs.h"

#include "base/file_io.h"
#include "base/hash.h"
#include "store/row_sum.h"
#include "store/run_recovery.h"
#include "store/sqlite_leaf_pages.h"

#include <algorithm>
#include <fstream>
#include <numeric>
#include <set>
#include <sqlite3.h>

using namespace stored_runs;
namespace fs = std::filesystem;

namespace {

constexpr int kRuns = 6;
constexpr int kCells = 150;
constexpr int kPageSize = 4096;

using Cells = std::set<std::pair<std::string, std::string>>;

/// Finished runs with cells, reports, notes and a generator.
void fill(const fs::path &file)
{
    RunStore store(file);
    for (int i = 0; i < kRuns; ++i) {
        const RunId run = store.beginRun(request("metrics", std::to_string(i)));
        for (int cell = 0; cell < kCells; ++cell)
            store.appendCell(run, std::to_string(i) + cellKey(cell), cellJson(cell + i));
        store.setThumbnail(run, "a", std::vector<std::byte>(3000, std::byte(i)));
        store.finishRun(run, {RunState::Finished, R"({"run":)" + std::to_string(i) + "}",
                              StoredGenerator{std::string(64, 'a'), "faces.pth"}});
        store.setNote(run, "note " + std::to_string(i));
        store.setTags(run, {"tag"});
    }
}

Cells cellsOf(RunStore &store)
{
    Cells cells;
    for (const RunSummary &run : store.list())
        for (const StoredCell &cell : store.cells(run.id))
            cells.emplace(cell.key, cell.json);
    return cells;
}

std::string contentsOf(const fs::path &file)
{
    return readTextFile(file);
}

void overwrite(const fs::path &file, std::size_t offset, const std::string &bytes)
{
    std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
    stream.seekp(static_cast<std::streamoff>(offset));
    stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

std::string noise(std::size_t size, std::uint64_t seed)
{
    std::string bytes(size, 0);
    for (std::size_t i = 0; i < size; ++i)
        bytes[i] = static_cast<char>(mixHash(seed, i));
    return bytes;
}

/// All that can be read, or the message of the Error that says why not.
std::string reading(const fs::path &file, Cells &cells)
{
    return messageOf([&] {
        RunStore store(file, RunStore::Missing::Refuse);
        for (const RunSummary &run : store.list()) {
            store.show(run.id);
            store.trials(run.id);
            store.thumbnail(run.id, "a");
        }
        cells = cellsOf(store);
    });
}

/// With values that take many pages each.
void addLargeRun(const fs::path &file)
{
    RunStore store(file);
    const RunId run = store.beginRun(request("metrics", "99"));
    const auto largeJson = [](std::size_t size) {
        return R"({"text":")" + std::string(size, 'x') + "\"}";
    };
    store.appendCell(run, "large", largeJson(9000));
    store.appendTrial(run, {largeJson(7000), largeJson(11000)});
    store.setThumbnail(run, "a", std::vector<std::byte>(20000, std::byte(7)));
    store.finishRun(run, {RunState::Finished, largeJson(30000),
                          StoredGenerator{std::string(64, 'b'), "large.pth", largeJson(6000)}});
}

/// Every value of every run, in an order of its own.
std::vector<std::string> valuesIn(const fs::path &file)
{
    RunStore store(file, RunStore::Missing::Refuse);
    std::vector<std::string> values;
    for (const RunSummary &line : store.list()) {
        const StoredRun run = store.show(line.id);
        const StoredGenerator generator = run.generator.value_or(StoredGenerator());
        for (const std::string &text :
             {std::to_string(line.id), line.command, std::string(name(line.state)), line.note,
              line.failure, run.folder, run.request, run.requestHash, run.version, run.versions,
              generator.sha256, generator.name, generator.facts, run.report.value_or("none")})
            values.push_back(text);
        values.insert(values.end(), line.words.begin(), line.words.end());
        values.insert(values.end(), line.tags.begin(), line.tags.end());
        for (const StoredCell &cell : store.cells(line.id))
            values.push_back(cell.key + cell.json);
        for (const StoredTrial &trial : store.trials(line.id))
            values.push_back(trial.configuration + trial.result);
        for (const std::byte byte :
             store.thumbnail(line.id, "a").value_or(std::vector<std::byte>()))
            values.push_back(std::to_string(int(byte)));
    }
    return values;
}

/// Runs SQL on a store as no program of ours would.
void execute(const fs::path &file, const std::string &sql)
{
    sqlite3 *handle = nullptr;
    QCOMPARE(sqlite3_open(file.c_str(), &handle), SQLITE_OK);
    char *message = nullptr;
    sqlite3_exec(handle, sql.c_str(), nullptr, nullptr, &message);
    QCOMPARE(QString(message), QString());
    sqlite3_close(handle);
}

/// By number of a page, how many cells' rows lie in it.
std::vector<std::size_t> cellsInPages(const fs::path &file, const Cells &written)
{
    SqlitePages pages(file, RunContext());
    SqliteLeafReader reader(pages, [](auto kinds) { return kinds.size() == 4; });
    std::vector<std::size_t> counts(std::size_t(pages.count()) + 1);
    for (std::uint32_t page = 1; page <= pages.count(); ++page)
        reader.read(page, [&](const LeafRow &row) {
            const auto *key = std::get_if<std::string_view>(&row.values[1]);
            const auto *value = std::get_if<std::string_view>(&row.values[2]);
            counts[page] +=
                key && value && written.contains({std::string(*key), std::string(*value)});
        });
    return counts;
}

/// All that lead to the leaf pages of a table become noise.
void overwriteInnerPages(const fs::path &file)
{
    const std::string bytes = contentsOf(file);
    int found = 0;
    for (std::size_t place = kPageSize; place < bytes.size(); place += kPageSize)
        if (bytes[place] == 5) {
            overwrite(file, place, noise(kPageSize, place));
            ++found;
        }
    QVERIFY(found > 0);
}

const std::string kIsNoStore =
    " is no run store, or its first page is damaged; choose another file, or save what is intact "
    "by `quantloupe-cli runs recover`.";

const std::string kIsDamaged =
    " is damaged; `quantloupe-cli runs recover` saves what is intact into a new file beside it.";

} // namespace

/// Stores with damage, made by accident or on purpose, and what is saved of them.
class TestRunStoreDamage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void overwrittenPagesAreFoundAndTheRestIsSaved();
    void zeroedPagesAreToldWhenTheStoreIsOpened();
    void rowsAreFoundWithoutTheWayToThem();
    void removedRunsDoNotComeBack_data();
    void removedRunsDoNotComeBack();
    void changesInTheLogAreSaved();
    void generatorsAloneAreNothing();
    void aChangedByteIsFound();
    void aRowThatChangesLaterIsFound();
    void aStoreCutShortIsSaved();
    void lostRunsKeepTheirResults();
    void anIntactStoreIsCopied();
    void recoveredFilesGetNewNames();
    void whatIsNoStoreIsNotRecovered();
    void aNewerStoreIsRefused();
    void anOlderStoreIsRefused();
    void strangersInTheSchemaAreRefused_data();
    void strangersInTheSchemaAreRefused();
    void hugeValuesAreNotRead();
    void deepValuesAreNotRead();

private:
    fs::path file() const { return fileIn(*m_folder); }
    QTemporaryDir m_original;
    std::unique_ptr<QTemporaryDir> m_folder;
    Cells m_written;
};

void TestRunStoreDamage::initTestCase()
{
    fill(fileIn(m_original));
    QCOMPARE(reading(fileIn(m_original), m_written), std::string());
    QCOMPARE(m_written.size(), std::size_t(kRuns * kCells));
}

void TestRunStoreDamage::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    fs::copy_file(fileIn(m_original), file());
}

void TestRunStoreDamage::overwrittenPagesAreFoundAndTheRestIsSaved()
{
    const std::string intact = contentsOf(file());
    const std::size_t pages = intact.size() / kPageSize;
    QVERIFY(pages > 20);
    const std::vector<std::size_t> cells = cellsInPages(file(), m_written);
    QCOMPARE(std::accumulate(cells.begin(), cells.end(), std::size_t(0)), m_written.size());
    std::size_t most = 0;
    for (std::size_t page = 0; page < pages; ++page) {
        overwrite(file(), page * kPageSize, noise(kPageSize, page));
        const std::string damaged = contentsOf(file());
        Cells read;
        // Nothing wrong is ever shown for right. The first page says what the file is.
        QCOMPARE(reading(file(), read), file().string() + (page == 0 ? kIsNoStore : kIsDamaged));
        const RecoveredStore recovered = recoverStore(file(), RunContext());
        Cells saved;
        QCOMPARE(reading(recovered.file, saved), std::string());
        QVERIFY(std::ranges::includes(m_written, saved));
        QCOMPARE(recovered.rows.at("cells"), saved.size());
        // The rows of this page, and no others.
        const std::size_t lost = m_written.size() - saved.size();
        QVERIFY2(lost <= cells[page + 1], qPrintable(QString("page %1: %2").arg(page).arg(lost)));
        QVERIFY(lost == 0 || recovered.incomplete.contains("cells"));
        most = std::max(most, lost);
        QVERIFY(contentsOf(file()) == damaged);
        fs::remove(recovered.file);
        overwrite(file(), page * kPageSize, intact.substr(page * kPageSize, kPageSize));
    }
    QVERIFY(most > 0);
    QCOMPARE(most, std::ranges::max(cells));
}

/// SQLite does not see the last page of a long value: its sum does.
void TestRunStoreDamage::zeroedPagesAreToldWhenTheStoreIsOpened()
{
    addLargeRun(file());
    const std::vector<std::string> written = valuesIn(file());
    const std::string intact = contentsOf(file());
    const std::size_t pages = intact.size() / kPageSize;
    std::size_t told = 0;
    for (std::size_t page = 0; page < pages; ++page) {
        overwrite(file(), page * kPageSize, std::string(kPageSize, '\0'));
        const std::string message =
            messageOf([&] { RunStore(file(), RunStore::Missing::Refuse).list(); });
        if (message.empty()) {
            std::vector<std::string> read;
            QCOMPARE(messageOf([&] { read = valuesIn(file()); }), std::string());
            QVERIFY2(read == written, qPrintable(QString("page %1").arg(page)));
        } else {
            QCOMPARE(message, file().string() + (page == 0 ? kIsNoStore : kIsDamaged));
            ++told;
        }
        overwrite(file(), page * kPageSize, intact.substr(page * kPageSize, kPageSize));
    }
    // Few pages are free.
    QVERIFY2(told * 10 >= pages * 9, qPrintable(QString("%1 of %2").arg(told).arg(pages)));
    QVERIFY(valuesIn(file()) == written);
}

/// Each page that leads to others at once, and the one that says what the file is.
void TestRunStoreDamage::rowsAreFoundWithoutTheWayToThem()
{
    overwriteInnerPages(file());
    overwrite(file(), 0, noise(kPageSize, 1));
    const RecoveredStore recovered = recoverStore(file(), RunContext());
    RunStore saved(recovered.file);
    QCOMPARE(cellsOf(saved), m_written);
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

void TestRunStoreDamage::removedRunsDoNotComeBack_data()
{
    QTest::addColumn<bool>("withFirstPage");
    QTest::addColumn<bool>("withFreeList");
    QTest::newRow("whole list of free pages") << true << true;
    QTest::newRow("its beginning is lost") << true << false;
    QTest::newRow("the first page is lost") << false << false;
}

/// Their rows are still in the file.
void TestRunStoreDamage::removedRunsDoNotComeBack()
{
    QFETCH(const bool, withFirstPage);
    QFETCH(const bool, withFreeList);
    // Some builds of SQLite write zeros over what is removed, others leave it.
    execute(file(), "PRAGMA secure_delete = OFF; PRAGMA foreign_keys = ON; "
                    "DELETE FROM runs WHERE id IN (2, 3, 4)");
    Cells left;
    QCOMPARE(reading(file(), left), std::string());
    QCOMPARE(left.size(), m_written.size() / 2);
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
void TestRunStoreDamage::changesInTheLogAreSaved()
{
    RunStore store(file());
    const RunId run = store.beginRun(request());
    store.appendCell(run, "new", "1");
    const fs::path copy = fileIn(*m_folder, "copy.db");
    fs::copy_file(file(), copy);
    fs::copy_file(file().string() + "-wal", copy.string() + "-wal");
    overwriteInnerPages(copy);
    overwrite(copy, 0, noise(kPageSize, 1));
    const RecoveredStore recovered = recoverStore(copy, RunContext());
    RunStore saved(recovered.file);
    QCOMPARE(saved.show(run).summary.state, RunState::Interrupted);
    QCOMPARE(saved.knownCell("new"), std::optional<std::string>("1"));
    QCOMPARE(cellsOf(saved).size(), m_written.size() + 1);
}

/// What a generator is called is no finding.
void TestRunStoreDamage::generatorsAloneAreNothing()
{
    execute(file(), "DELETE FROM trials; DELETE FROM thumbnails; DELETE FROM reports; "
                    "DELETE FROM cells; DELETE FROM tags; UPDATE runs SET generator = NULL; "
                    "DELETE FROM runs");
    QCOMPARE(messageOf([&] { recoverStore(file(), RunContext()); }),
             file().string() + " holds nothing that could be recovered.");
    QVERIFY(!fs::exists(fileIn(*m_folder, "runs-recovered.db")));
}

/// Where SQLite itself sees nothing.
void TestRunStoreDamage::aChangedByteIsFound()
{
    const std::string key = "3" + cellKey(77);
    const std::size_t place = contentsOf(file()).find(key + cellJson(80));
    QVERIFY(place != std::string::npos);
    overwrite(file(), place + key.size() + cellJson(80).find("125"), "2");
    QCOMPARE(messageOf([&] { RunStore store(file()); }), file().string() + kIsDamaged);
    const RecoveredStore recovered = recoverStore(file(), RunContext());
    QCOMPARE(recovered.damaged, 1U);
    QVERIFY(recovered.incomplete.empty());
    QCOMPARE(recovered.rows.at("cells"), std::size_t(kRuns * kCells - 1));
    RunStore saved(recovered.file);
    QVERIFY(!saved.knownCell(key));
    QCOMPARE(saved.cells(4).size(), std::size_t(kCells - 1));
}

/// An open store is not read as a whole again; what it shows is as it was written.
void TestRunStoreDamage::aRowThatChangesLaterIsFound()
{
    const std::string key = "3" + cellKey(77);
    RunStore store(file());
    execute(file(), "UPDATE cells SET value = '{}' WHERE key = '" + key + "'");
    QCOMPARE(messageOf([&] { store.cells(4); }), file().string() + kIsDamaged);
    QCOMPARE(messageOf([&] { store.knownCell(key); }), file().string() + kIsDamaged);
    QCOMPARE(store.cells(3).size(), std::size_t(kCells));
}

void TestRunStoreDamage::aStoreCutShortIsSaved()
{
    const auto whole = double(fs::file_size(file()));
    // What each cut leaves is cut again.
    for (const double share : {0.9, 0.7, 0.5}) {
        fs::resize_file(file(), std::uintmax_t(whole * share));
        Cells ignored;
        QCOMPARE(reading(file(), ignored), file().string() + kIsDamaged);
        const RecoveredStore recovered = recoverStore(file(), RunContext());
        Cells saved;
        QCOMPARE(reading(recovered.file, saved), std::string());
        QVERIFY(std::ranges::includes(m_written, saved));
        QVERIFY(saved.size() > 0);
        fs::remove(recovered.file);
    }
}

void TestRunStoreDamage::lostRunsKeepTheirResults()
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

void TestRunStoreDamage::anIntactStoreIsCopied()
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
    QCOMPARE(cellsOf(after), m_written);
}

void TestRunStoreDamage::recoveredFilesGetNewNames()
{
    QCOMPARE(recoverStore(file(), RunContext()).file.filename(), fs::path("runs-recovered.db"));
    QCOMPARE(recoverStore(file(), RunContext()).file.filename(), fs::path("runs-recovered-2.db"));
}

void TestRunStoreDamage::whatIsNoStoreIsNotRecovered()
{
    const fs::path text = fileIn(*m_folder, "text.db");
    std::ofstream(text) << std::string(10000, 'x');
    QCOMPARE(messageOf([&] { recoverStore(text, RunContext()); }),
             text.string() + " is no run store; choose another file.");
    QVERIFY(!messageOf([&] { recoverStore("/no/such.db", RunContext()); }).empty());
    const fs::path empty = fileIn(*m_folder, "empty.db");
    RunStore(empty).list();
    QCOMPARE(messageOf([&] { recoverStore(empty, RunContext()); }),
             empty.string() + " holds nothing that could be recovered.");
    QVERIFY(!fs::exists(fileIn(*m_folder, "empty-recovered.db")));
}

void TestRunStoreDamage::aNewerStoreIsRefused()
{
    execute(file(), "PRAGMA user_version = 3");
    const std::string message =
        file().string() +
        " was written by a newer version of Quantloupe; update the program to read it.";
    QCOMPARE(messageOf([&] { RunStore store(file()); }), message);
    QCOMPARE(messageOf([&] { recoverStore(file(), RunContext()); }), message);
}

void TestRunStoreDamage::anOlderStoreIsRefused()
{
    execute(file(), "PRAGMA user_version = 1");
    const std::string message = file().string() +
                                " was written by an older version of Quantloupe, which alone can "
                                "read it; choose another file.";
    QCOMPARE(messageOf([&] { RunStore store(file()); }), message);
    QCOMPARE(messageOf([&] { recoverStore(file(), RunContext()); }), message);
}

void TestRunStoreDamage::strangersInTheSchemaAreRefused_data()
{
    QTest::addColumn<std::string>("sql");
    QTest::newRow("another file") << std::string("PRAGMA application_id = 7");
    QTest::newRow("no version") << std::string("PRAGMA user_version = 0");
    QTest::newRow("trigger") << std::string(
        "CREATE TRIGGER t AFTER UPDATE ON runs BEGIN DELETE FROM cells; END");
    QTest::newRow("view") << std::string(
        "DROP TABLE trials; CREATE VIEW trials AS SELECT 1 AS run");
    QTest::newRow("missing table") << std::string("DROP TABLE trials");
    QTest::newRow("other column") << std::string("ALTER TABLE trials ADD COLUMN more TEXT");
}

void TestRunStoreDamage::strangersInTheSchemaAreRefused()
{
    QFETCH(const std::string, sql);
    execute(file(), sql);
    QCOMPARE(messageOf([&] { RunStore store(file()); }),
             file().string() + " is no run store; choose another file.");
}

void TestRunStoreDamage::hugeValuesAreNotRead()
{
    execute(file(), "UPDATE reports SET report = CAST(zeroblob(100000000) AS TEXT) WHERE run = 1");
    const std::string message = messageOf([&] { RunStore(file()).show(1); });
    QVERIFY2(message.ends_with("larger than 64 MiB, the most that a run store holds."),
             message.c_str());
    const RecoveredStore recovered = recoverStore(file(), RunContext());
    RunStore saved(recovered.file);
    QVERIFY(!saved.show(1).report);
    QVERIFY(saved.show(2).report);
}

/// With the right sum, as somebody writes them who knows how it is made.
void TestRunStoreDamage::deepValuesAreNotRead()
{
    const std::string key = "1" + cellKey(5);
    const std::string deep = std::string(200000, '[') + std::string(200000, ']');
    execute(file(), "UPDATE cells SET value = '" + deep +
                        "', sum = " + std::to_string(rowSum("cells", 2, key, deep)) +
                        " WHERE run = 2 AND key = '" + key + "'");
    RunStore store(file());
    QCOMPARE(messageOf([&] { store.cells(2); }), file().string() + kIsDamaged);
    QCOMPARE(store.cells(3).size(), std::size_t(kCells));
}

QTEST_GUILESS_MAIN(TestRunStoreDamage)

#include "tst_run_store_damage.moc"

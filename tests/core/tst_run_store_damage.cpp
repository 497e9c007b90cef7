// SPDX-License-Identifier: GPL-3.0-or-later
#include "damaged_stores.h"

#include "store/run_recovery.h"
#include "store/sqlite_leaf_pages.h"

#include <algorithm>
#include <numeric>

using namespace damaged_stores;

namespace {

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

} // namespace

/// Damage is found wherever it lies, and the rest is saved.
class TestRunStoreDamage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_copies.fillOriginal(); }
    void init() { m_copies.renew(); }

    void overwrittenPagesAreFoundAndTheRestIsSaved();
    void zeroedPagesAreToldWhenTheStoreIsOpened();
    void aChangedByteIsFound();
    void aRowThatChangesLaterIsFound();
    void aStoreCutShortIsSaved();

private:
    fs::path file() const { return m_copies.file(); }
    StoreCopies m_copies;
};

void TestRunStoreDamage::overwrittenPagesAreFoundAndTheRestIsSaved()
{
    const std::string intact = contentsOf(file());
    const std::size_t pages = intact.size() / kPageSize;
    QVERIFY(pages > 20);
    const std::vector<std::size_t> cells = cellsInPages(file(), m_copies.written());
    QCOMPARE(std::accumulate(cells.begin(), cells.end(), std::size_t(0)),
             m_copies.written().size());
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
        QVERIFY(std::ranges::includes(m_copies.written(), saved));
        QCOMPARE(recovered.rows.at("cells"), saved.size());
        // The rows of this page, and no others.
        const std::size_t lost = m_copies.written().size() - saved.size();
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
        QVERIFY(std::ranges::includes(m_copies.written(), saved));
        QVERIFY(saved.size() > 0);
        fs::remove(recovered.file);
    }
}

QTEST_GUILESS_MAIN(TestRunStoreDamage)

#include "tst_run_store_damage.moc"

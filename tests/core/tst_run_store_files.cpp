// SPDX-License-Identifier: GPL-3.0-or-later
#include "run_store_fixture.h"

#include "base/data_folder.h"

#include <fstream>

using namespace stored_runs;
namespace fs = std::filesystem;

/// Which files are run stores, and what becomes of those that were removed.
class TestRunStoreFiles : public RunStoreFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void otherFilesAreRefused_data();
    void otherFilesAreRefused();
    void aStoreThatCannotBeWrittenIsSaid();
    void whatARemovedStoreLeftIsNoPartOfTheNext();
    void aRemovedStoreThatIsInUseIsNotReplaced();
    void theUsualPlaceFollowsTheEnvironment();
};

void TestRunStoreFiles::otherFilesAreRefused_data()
{
    QTest::addColumn<std::string>("contents");
    QTest::addColumn<std::string>("sentence");
    QTest::newRow("empty") << std::string()
                           << std::string(" is no run store; choose another file.");
    // It could be a store whose first page is lost.
    const std::string either =
        " is no run store, or its first page is damaged; choose another file, or save what is "
        "intact by `quantloupe-cli runs recover`.";
    QTest::newRow("text") << std::string(5000, 'x') << either;
    QTest::newRow("only the first words of SQLite")
        << std::string("SQLite format 3\0", 16) << either;
}

void TestRunStoreFiles::otherFilesAreRefused()
{
    QFETCH(const std::string, contents);
    QFETCH(const std::string, sentence);
    std::ofstream(file(), std::ios::binary) << contents;
    QCOMPARE(messageOf([&] { RunStore store(file()); }), file().string() + sentence);
    // It is as it was.
    QCOMPARE(fs::file_size(file()), contents.size());
}

void TestRunStoreFiles::aStoreThatCannotBeWrittenIsSaid()
{
    const fs::path missing = file().parent_path() / "missing" / "runs.db";
    QVERIFY(
        messageOf([&] { RunStore store(missing); }).starts_with(missing.string() + " cannot be"));
    QCOMPARE(messageOf([&] { RunStore store(missing, RunStore::Missing::Refuse); }),
             "There is no run store " + missing.string() + "; check its name.");
    QVERIFY(messageOf([&] {
                RunStore store(file().parent_path());
            }).ends_with("is a folder; choose a file."));
}

void TestRunStoreFiles::whatARemovedStoreLeftIsNoPartOfTheNext()
{
    const std::string log = file().string() + "-wal";
    const std::string index = file().string() + "-shm";
    {
        RunStore store(file());
        addRun(store, request(), "a", "1");
        // As a process that is killed leaves them.
        fs::copy_file(log, log + ".copy");
        fs::copy_file(index, index + ".copy");
    }
    fs::remove(file());
    fs::rename(log + ".copy", log);
    fs::rename(index + ".copy", index);
    const auto left = fs::file_size(log);
    QVERIFY(left > 0);
    {
        RunStore store(file());
        QVERIFY(store.list().empty());
        QVERIFY(!store.knownCell("a"));
        QCOMPARE(addRun(store, request(), "b", "2"), RunId(1));
    }
    RunStore store(file(), RunStore::Missing::Refuse);
    QCOMPARE(store.cells(1).front().key, std::string("b"));
    // It may be all that is left of some runs.
    QCOMPARE(fs::file_size(log + ".old"), left);
    QVERIFY(!fs::exists(file().string() + "-run0"));
}

void TestRunStoreFiles::aRemovedStoreThatIsInUseIsNotReplaced()
{
    auto store = std::make_unique<RunStore>(file());
    store->beginRun(request());
    fs::remove(file());
    QCOMPARE(messageOf([&] { RunStore next(file()); }),
             file().string() + " is in use by another program; try again when that is done.");
    QVERIFY(!fs::exists(file()));
    store.reset();
    RunStore next(file());
    QVERIFY(next.list().empty());
    QCOMPARE(addRun(next, request(), "a", "1"), RunId(1));
}

void TestRunStoreFiles::theUsualPlaceFollowsTheEnvironment()
{
    qputenv("XDG_DATA_HOME", "/data");
    QCOMPARE(usualStore(), fs::path("/data/Quantloupe/quantloupe/runs.db"));
    qputenv("XDG_DATA_HOME", "relative");
    qputenv("HOME", "/home/someone");
    QCOMPARE(usualStore(), fs::path("/home/someone/.local/share/Quantloupe/quantloupe/runs.db"));
    qunsetenv("HOME");
    QCOMPARE(usualStore(), fs::path());
}

QTEST_GUILESS_MAIN(TestRunStoreFiles)

#include "tst_run_store_files.moc"

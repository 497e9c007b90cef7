// SPDX-License-Identifier: GPL-3.0-or-later
#include "damaged_stores.h"

#include "store/row_sum.h"
#include "store/run_recovery.h"

using namespace damaged_stores;

/// Files that are no stores of this version, and values that no store of ours holds.
class TestRunStoreRefusals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_copies.fillOriginal(); }
    void init() { m_copies.renew(); }

    void aNewerStoreIsRefused();
    void anOlderStoreIsRefused();
    void strangersInTheSchemaAreRefused_data();
    void strangersInTheSchemaAreRefused();
    void hugeValuesAreNotRead();
    void deepValuesAreNotRead();

private:
    fs::path file() const { return m_copies.file(); }
    StoreCopies m_copies;
};

void TestRunStoreRefusals::aNewerStoreIsRefused()
{
    execute(file(), "PRAGMA user_version = 3");
    const std::string message =
        file().string() +
        " was written by a newer version of Quantloupe; update the program to read it.";
    QCOMPARE(messageOf([&] { RunStore store(file()); }), message);
    QCOMPARE(messageOf([&] { recoverStore(file(), RunContext()); }), message);
}

void TestRunStoreRefusals::anOlderStoreIsRefused()
{
    execute(file(), "PRAGMA user_version = 1");
    const std::string message = file().string() +
                                " was written by an older version of Quantloupe, which alone can "
                                "read it; choose another file.";
    QCOMPARE(messageOf([&] { RunStore store(file()); }), message);
    QCOMPARE(messageOf([&] { recoverStore(file(), RunContext()); }), message);
}

void TestRunStoreRefusals::strangersInTheSchemaAreRefused_data()
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

void TestRunStoreRefusals::strangersInTheSchemaAreRefused()
{
    QFETCH(const std::string, sql);
    execute(file(), sql);
    QCOMPARE(messageOf([&] { RunStore store(file()); }),
             file().string() + " is no run store; choose another file.");
}

void TestRunStoreRefusals::hugeValuesAreNotRead()
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
void TestRunStoreRefusals::deepValuesAreNotRead()
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

QTEST_GUILESS_MAIN(TestRunStoreRefusals)

#include "tst_run_store_refusals.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "stored_runs.h"

#include <QProcess>
#include <QRandomGenerator>

#include <iostream>
#include <set>

using namespace stored_runs;
namespace fs = std::filesystem;

namespace {

/// In a child process: says the number of its run, appends cells and says each that is stored.
int write(const std::string &file, int count)
{
    RunStore store(file);
    const RunId run = store.beginRun(request());
    std::cout << run << std::endl;
    for (int i = 0; i < count; ++i) {
        store.appendCell(run, cellKey(i), cellJson(i));
        std::cout << i << std::endl;
    }
    store.finishRun(run, {RunState::Finished, R"({"done":true})", {}});
    return 0;
}

constexpr const char *kWrite = "--write";
constexpr int kEndless = 1 << 30;

class Writer : public QProcess
{
public:
    Writer(const fs::path &file, int count)
    {
        setProcessChannelMode(QProcess::ForwardedErrorChannel);
        start(QCoreApplication::applicationFilePath(),
              {kWrite, QString::fromStdString(file.string()), QString::number(count)});
    }
    /// Cells that it said to be stored.
    int acknowledged()
    {
        m_said += readAllStandardOutput();
        return std::max(0, int(m_said.count('\n')) - 1);
    }
    /// 0 if it said none.
    RunId run() const
    {
        return m_said.contains('\n') ? m_said.split('\n').front().toLongLong() : 0;
    }
    bool waitForCells(int count)
    {
        while (acknowledged() < count)
            if (!waitForReadyRead(30000))
                return false;
        return true;
    }
    /// By SIGKILL; what it said before is heard.
    int killAndCount()
    {
        kill();
        waitForFinished();
        return acknowledged();
    }
    bool endedWell()
    {
        return waitForFinished(120000) && exitStatus() == NormalExit && exitCode() == 0;
    }

private:
    QByteArray m_said;
};

} // namespace

/// Stores that other processes write, and processes that are killed.
class TestRunStoreProcesses : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void aKilledProcessLosesNoCell_data();
    void aKilledProcessLosesNoCell();
    void killedAtAnyMoment();
    void killedWhileItIsMade();
    void twoProcessesWriteAtATime();
    void manyProcessesMakeOneStore();
    void aRunOfALivingProcessRuns();

private:
    fs::path file() const { return fileIn(*m_folder); }
    /// Each run holds its first cells, in order, without a gap.
    void checkRun(RunStore &store, const RunSummary &run, int atLeast, int atMost);
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestRunStoreProcesses::checkRun(RunStore &store, const RunSummary &run, int atLeast,
                                     int atMost)
{
    const std::vector<StoredCell> cells = store.cells(run.id);
    QVERIFY2(int(cells.size()) >= atLeast && int(cells.size()) <= atMost,
             qPrintable(QString::number(cells.size())));
    for (int i = 0; i < int(cells.size()); ++i) {
        QCOMPARE(cells[std::size_t(i)].key, cellKey(i));
        QCOMPARE(cells[std::size_t(i)].json, cellJson(i));
    }
}

void TestRunStoreProcesses::aKilledProcessLosesNoCell_data()
{
    QTest::addColumn<int>("cells");
    for (const int cells : {1, 2, 17, 400})
        QTest::addRow("after %d cells", cells) << cells;
}

void TestRunStoreProcesses::aKilledProcessLosesNoCell()
{
    QFETCH(const int, cells);
    Writer writer(file(), kEndless);
    QVERIFY(writer.waitForCells(cells));
    const int acknowledged = writer.killAndCount();
    RunStore store(file(), RunStore::Missing::Refuse);
    const RunSummary run = store.list().front();
    QCOMPARE(run.state, RunState::Interrupted);
    // One more may have been stored before it could be said.
    checkRun(store, run, acknowledged, acknowledged + 1);
    for (const auto &entry : fs::directory_iterator(file().parent_path()))
        QVERIFY2(!entry.path().string().ends_with("-run1"), "a lock is left over");
}

void TestRunStoreProcesses::killedAtAnyMoment()
{
    QRandomGenerator random(1);
    std::map<RunId, int> acknowledged;
    for (int i = 0; i < 12; ++i) {
        Writer writer(file(), kEndless);
        QVERIFY(writer.waitForStarted());
        QTest::qSleep(random.bounded(150));
        const int cells = writer.killAndCount();
        acknowledged[writer.run()] = cells;
    }
    RunStore store(file());
    // Where it was killed before it could say its number, it may have stored no cell.
    acknowledged.erase(0);
    std::set<RunId> found;
    for (const RunSummary &run : store.list()) {
        QCOMPARE(run.state, RunState::Interrupted);
        const int cells = acknowledged.contains(run.id) ? acknowledged[run.id] : 0;
        checkRun(store, run, cells, cells + 1);
        found.insert(run.id);
    }
    for (const auto &[run, cells] : acknowledged)
        QVERIFY(found.contains(run));
}

/// What is killed before the store is whole leaves none, and does not stand in the way of the next.
void TestRunStoreProcesses::killedWhileItIsMade()
{
    for (int delay = 0; delay < 40; delay += 4) {
        const fs::path own = fileIn(*m_folder, qPrintable(QString::number(delay) + ".db"));
        Writer writer(own, kEndless);
        QVERIFY(writer.waitForStarted());
        QTest::qSleep(delay);
        const int acknowledged = writer.killAndCount();
        RunStore store(own);
        for (const RunSummary &run : store.list())
            checkRun(store, run, acknowledged, acknowledged + 1);
    }
}

void TestRunStoreProcesses::twoProcessesWriteAtATime()
{
    constexpr int kCells = 300;
    Writer first(file(), kCells);
    Writer second(file(), kCells);
    QVERIFY(first.waitForCells(1));
    QVERIFY(second.waitForCells(1));
    RunStore store(file());
    const RunId own = store.beginRun(request("compare"));
    for (int i = 0; i < kCells; ++i)
        store.appendCell(own, cellKey(i), cellJson(i));
    QVERIFY(first.endedWell());
    QVERIFY(second.endedWell());
    RunFilter filter;
    filter.state = RunState::Finished;
    QCOMPARE(store.list(filter).size(), 2U);
    QCOMPARE(store.list().size(), 3U);
    for (const RunSummary &run : store.list())
        checkRun(store, run, kCells, kCells);
}

void TestRunStoreProcesses::manyProcessesMakeOneStore()
{
    std::vector<std::unique_ptr<Writer>> writers;
    for (int i = 0; i < 6; ++i)
        writers.push_back(std::make_unique<Writer>(file(), 3));
    for (const auto &writer : writers)
        QVERIFY(writer->endedWell());
    RunStore store(file());
    QCOMPARE(store.list().size(), writers.size());
    for (const RunSummary &run : store.list())
        checkRun(store, run, 3, 3);
}

void TestRunStoreProcesses::aRunOfALivingProcessRuns()
{
    Writer writer(file(), kEndless);
    QVERIFY(writer.waitForCells(1));
    RunStore store(file());
    QCOMPARE(store.list().front().state, RunState::Running);
    writer.killAndCount();
    // Without opening the store again.
    QCOMPARE(store.list().front().state, RunState::Interrupted);
}

int main(int argc, char **argv)
{
    if (argc == 4 && std::string_view(argv[1]) == kWrite)
        return write(argv[2], std::atoi(argv[3]));
    QCoreApplication app(argc, argv);
    TestRunStoreProcesses test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_run_store_processes.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "sensitivity_fixture.h"

#include "base/file_io.h"
#include "session/config_search.h"

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

using namespace sensitivity_fixture;
namespace fs = std::filesystem;

/// Searches that are cut off by their time or stopped, and go on where they were.
class TestConfigSearchTime : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_fixture.emplace(); }
    void init()
    {
        m_folder.emplace();
        m_cells.clear();
    }
    void tinyTimeBoxesGiveTheSameAnswer_data();
    void tinyTimeBoxesGiveTheSameAnswer();
    void boundsGoOnInTinyTimeBoxes();
    void stoppedOnesGoOn();
    void progressIsKeptOnTheWay();
    void bestOfBeforeIsToldFirst();
    void nothingIsTakenUpUnasked();
    void otherProblemsBeginAnew();
    void damagedFilesAreLeftAside_data();
    void damagedFilesAreLeftAside();
    void foldersThatCannotBeWrittenDoNoHarm();

private:
    ConfigSearchRequest request(SearchAlgorithm algorithm = SearchAlgorithm::Quadratic) const
    {
        ConfigSearchRequest request;
        request.sweep = m_fixture->request();
        request.rules.bits = {8, 6, 4, 2};
        request.algorithm = algorithm;
        request.budget = SearchBudget{SearchCost::Bits, 5};
        request.metrics = {MetricKind::OutputSqnr};
        request.count = 8;
        request.restarts = 3;
        request.frontPoints = 4;
        return request;
    }
    /// Layers are measured once.
    ConfigSearchHooks hooks(bool isTakenUp = true)
    {
        ConfigSearchHooks hooks;
        hooks.keeping = {folder(), isTakenUp};
        hooks.sweep.known = lookUp(m_cells);
        hooks.sweep.cell = [this](const SensitivityCell &cell, bool) {
            m_cells.emplace(cell.key, cell);
        };
        return hooks;
    }
    ConfigSearchReport run(const ConfigSearchRequest &request, const ConfigSearchHooks &hooks,
                           const RunContext &context = RunContext())
    {
        return searchConfig(m_fixture->session(), request, context, hooks);
    }
    ConfigSearchReport uninterrupted(const ConfigSearchRequest &request)
    {
        ConfigSearchHooks alone = hooks();
        alone.keeping = {};
        return run(request, alone);
    }
    /// A second passes with each look at the clock; the box is over at the first one.
    static ConfigSearchRequest cut(ConfigSearchRequest request)
    {
        request.seconds = 1;
        return request;
    }
    ConfigSearchHooks slowHooks(bool isTakenUp = true)
    {
        ConfigSearchHooks slow = hooks(isTakenUp);
        slow.now = [this] { return Deadline::Clock::time_point(std::chrono::seconds(m_looks++)); };
        return slow;
    }
    fs::path folder() const { return fs::path(m_folder->path().toStdString()) / "searches"; }
    std::vector<fs::path> files() const
    {
        std::vector<fs::path> files;
        if (fs::exists(folder()))
            for (const auto &entry : fs::directory_iterator(folder()))
                files.push_back(entry.path());
        return files;
    }
    static void compare(const ConfigSearchReport &one, const ConfigSearchReport &other)
    {
        QVERIFY(one.best.config == other.best.config);
        QCOMPARE(one.best.predictedSqnr, other.best.predictedSqnr);
        QCOMPARE(one.isProvenBest, other.isProvenBest);
        QCOMPARE(one.front.size(), other.front.size());
        for (std::size_t i = 0; i < one.front.size(); ++i)
            QVERIFY(one.front[i].config == other.front[i].config);
    }

    std::optional<Fixture> m_fixture;
    std::optional<QTemporaryDir> m_folder;
    Store m_cells;
    int m_looks = 0;
};

void TestConfigSearchTime::tinyTimeBoxesGiveTheSameAnswer_data()
{
    QTest::addColumn<int>("algorithm");
    for (const SearchAlgorithm algorithm : searchAlgorithms())
        QTest::newRow(std::string(name(algorithm)).c_str()) << int(algorithm);
}

void TestConfigSearchTime::tinyTimeBoxesGiveTheSameAnswer()
{
    QFETCH(int, algorithm);
    const ConfigSearchRequest given = request(static_cast<SearchAlgorithm>(algorithm));
    const ConfigSearchReport whole = uninterrupted(given);
    QVERIFY(!isCutShort(whole));
    const ConfigSearchRequest tiny = cut(given);
    int calls = 0;
    std::optional<ConfigSearchReport> last;
    while (!last || isCutShort(*last)) {
        // What it left is what it goes on with, whatever program it was.
        QCOMPARE(files().size(), calls == 0 ? 0U : 1U);
        last = run(tiny, slowHooks());
        QVERIFY(last->best.size.averageBits <= 5);
        QVERIFY(++calls < 400);
    }
    QVERIFY(calls > 2);
    QVERIFY(files().empty());
    compare(*last, whole);
}

void TestConfigSearchTime::boundsGoOnInTinyTimeBoxes()
{
    ConfigSearchRequest given = request();
    given.restarts = 10;
    given.budget.reset();
    given.bound = SearchBound{MetricKind::OutputSqnr, 20};
    const ConfigSearchReport whole = uninterrupted(given);
    QVERIFY(whole.isReachable);
    ConfigSearchRequest tiny = given;
    // The clock is looked at for each point on the way to those that are new.
    tiny.seconds = 60;
    int calls = 0;
    std::optional<ConfigSearchReport> last;
    while (!last || isCutShort(*last)) {
        last = run(tiny, slowHooks());
        QVERIFY(++calls < 400);
    }
    QVERIFY(calls > 1);
    QVERIFY(files().empty());
    compare(*last, whole);
    QCOMPARE(last->best.measured, whole.best.measured);
}

void TestConfigSearchTime::stoppedOnesGoOn()
{
    const ConfigSearchRequest given = request();
    const ConfigSearchReport whole = uninterrupted(given);
    int stops = 0;
    std::optional<ConfigSearchReport> last;
    while (!last) {
        std::stop_source stop;
        ConfigSearchHooks stopping = hooks();
        // The clock is looked at where the search may be stopped.
        int looks = 0;
        stopping.now = [&] {
            if (++looks == 5)
                stop.request_stop();
            return Deadline::Clock::time_point();
        };
        try {
            last = run(given, stopping, RunContext(stop.get_token()));
        } catch (const Cancelled &) {
            QCOMPARE(files().size(), 1U);
            QVERIFY(++stops < 400);
        }
    }
    QVERIFY(stops > 2);
    QVERIFY(files().empty());
    compare(*last, whole);
}

/// A killed process cannot keep anything at its end.
void TestConfigSearchTime::progressIsKeptOnTheWay()
{
    ConfigSearchHooks watched = slowHooks();
    std::size_t seen = 0;
    const auto tick = watched.now;
    watched.now = [&] {
        seen = std::max(seen, files().size());
        return tick();
    };
    ConfigSearchRequest given = request();
    given.restarts = 30;
    QVERIFY(!isCutShort(run(given, watched)));
    QCOMPARE(seen, 1U);
    QVERIFY(files().empty());
}

void TestConfigSearchTime::bestOfBeforeIsToldFirst()
{
    const ConfigSearchRequest tiny = cut(request());
    ConfigSearchReport last = run(tiny, slowHooks());
    ConfigSearchHooks told = slowHooks();
    std::vector<SearchTrial> better;
    told.better = [&](const SearchTrial &trial) { better.push_back(trial); };
    run(tiny, told);
    QVERIFY(!better.empty());
    QVERIFY(better.front().config == last.best.config);
}

void TestConfigSearchTime::nothingIsTakenUpUnasked()
{
    const ConfigSearchRequest tiny = cut(request());
    run(tiny, slowHooks());
    const std::string first = readTextFile(files().at(0));
    run(tiny, slowHooks(false));
    QCOMPARE(readTextFile(files().at(0)), first);
    run(tiny, slowHooks());
    QVERIFY(readTextFile(files().at(0)) != first);
    ConfigSearchHooks nowhere = slowHooks();
    nowhere.keeping.folder.clear();
    fs::remove_all(folder());
    QVERIFY(isCutShort(run(tiny, nowhere)));
    QVERIFY(files().empty());
}

/// Another seed, other bits, another budget: another file, and none of what is in the first one.
void TestConfigSearchTime::otherProblemsBeginAnew()
{
    run(cut(request()), slowHooks());
    const fs::path first = files().at(0);
    const std::string state = readTextFile(first);
    std::vector<ConfigSearchRequest> others(4, cut(request()));
    others[0].sweep.seed = 5;
    others[1].rules.bits = {8, 3};
    others[2].budget->amount = 6;
    others[3].algorithm = SearchAlgorithm::Knapsack;
    for (const ConfigSearchRequest &other : others) {
        ConfigSearchRequest alone = other;
        alone.seconds = 0;
        const ConfigSearchReport whole = uninterrupted(alone);
        fs::remove_all(folder());
        run(other, slowHooks());
        QCOMPARE(files().size(), 1U);
        const fs::path file = files().at(0);
        QVERIFY(file != first);
        // Even under its name.
        writeFileAtomically(file, state);
        compare(run(alone, slowHooks()), whole);
    }
}

void TestConfigSearchTime::damagedFilesAreLeftAside_data()
{
    QTest::addColumn<std::string>("kind");
    for (const char *kind :
         {"empty", "cut off", "one bit", "other version", "no end", "huge", "a folder"})
        QTest::newRow(kind) << std::string(kind);
}

void TestConfigSearchTime::damagedFilesAreLeftAside()
{
    QFETCH(std::string, kind);
    const ConfigSearchRequest given = request();
    const ConfigSearchReport whole = uninterrupted(given);
    run(cut(given), slowHooks());
    const fs::path file = files().at(0);
    std::string text = readTextFile(file);
    if (kind == "empty")
        text.clear();
    else if (kind == "cut off")
        text.resize(text.size() / 2);
    else if (kind == "one bit")
        text[text.size() - 20] = char(text[text.size() - 20] ^ 1);
    else if (kind == "other version")
        text[text.find(" 1 ") + 1] = '9';
    else if (kind == "no end")
        text = text.substr(0, text.find('\n'));
    else if (kind == "huge")
        text.append(std::size_t{32} << 20, '[');
    writeFileAtomically(file, text);
    if (kind == "a folder") {
        fs::remove(file);
        fs::create_directories(file);
    }
    std::size_t better = 0;
    ConfigSearchHooks told = hooks();
    told.better = [&](const SearchTrial &) { ++better; };
    compare(run(given, told), whole);
    QVERIFY(better > 0);
}

void TestConfigSearchTime::foldersThatCannotBeWrittenDoNoHarm()
{
    writeFileAtomically(folder(), "a file");
    const ConfigSearchRequest given = request();
    compare(run(given, hooks()), uninterrupted(given));
    QVERIFY(isCutShort(run(cut(given), slowHooks())));
}

QTEST_GUILESS_MAIN(TestConfigSearchTime)
#include "tst_config_search_time.moc"

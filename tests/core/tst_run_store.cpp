// SPDX-License-Identifier: GPL-3.0-or-later
#include "stored_runs.h"

#include "base/data_folder.h"
#include "base/error.h"
#include "store/run_recording.h"

#include <fstream>
#include <memory>

using namespace stored_runs;
namespace fs = std::filesystem;

namespace {

std::vector<std::byte> bytesOf(const std::string &text)
{
    const std::span bytes = std::as_bytes(std::span(text));
    return {bytes.begin(), bytes.end()};
}

std::vector<RunId> idsOf(const std::vector<RunSummary> &runs)
{
    std::vector<RunId> ids;
    for (const RunSummary &run : runs)
        ids.push_back(run.id);
    return ids;
}

using Ids = std::vector<RunId>;

/// A finished run with one cell under `key`.
RunId addRun(RunStore &store, const RunRequest &request, const std::string &key,
             const std::string &value)
{
    const RunId run = store.beginRun(request);
    store.appendCell(run, key, value);
    store.finishRun(run, {RunState::Finished, R"({"answer":42})", {}});
    return run;
}

} // namespace

/// What a run store keeps of runs, and how they are found again.
class TestRunStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void aRunIsFoundAgain();
    void theSameQuestionHasTheSameHash();
    void cellsOfEarlierRunsAreKnown();
    void aLaterValueReplacesTheEarlier();
    void runsAreFiltered();
    void notesAndTagsAreKept();
    void deletedRunsComeBack();
    void purgedRunsAreGone();
    void runsThatDidNotEndAreInterrupted();
    void aRunningRunIsSeenByOthers();
    void aFailedRunSaysWhy();
    void aDiscardedRunNeverWas();
    void thePictureOfARunIsKept();
    void aPictureThatFailsIsLeftOut();
    void aTemporaryStoreHasNoFile();
    void onlyRunsOfThisObjectAreWritten();
    void whatIsNoJsonIsNotStored();
    void whatIsTooLargeIsNotStored();
    void otherFilesAreRefused_data();
    void otherFilesAreRefused();
    void aStoreThatCannotBeWrittenIsSaid();
    void whatARemovedStoreLeftIsNoPartOfTheNext();
    void aRemovedStoreThatIsInUseIsNotReplaced();
    void theUsualPlaceFollowsTheEnvironment();

private:
    fs::path file() const { return fileIn(*m_folder); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestRunStore::aRunIsFoundAgain()
{
    const std::string report = R"({"tool": "quantloupe", "value": 0.1, "aLater": null})";
    const StoredGenerator generator{std::string(64, 'a'), "faces.pth", R"({"format":"pickle"})"};
    RunId run = 0;
    {
        RunStore store(file());
        run = store.beginRun(request());
        for (int i = 0; i < 20; ++i)
            store.appendCell(run, cellKey(i), cellJson(i));
        store.appendTrial(run, {R"({"bits":4})", R"({"swd":1.5})"});
        store.setThumbnail(run, "layer1 bits 1", bytesOf(std::string("\x89PNG\0\n", 6)));
        store.finishRun(run, {RunState::Finished, report, generator});
    }
    RunStore store(file(), RunStore::Missing::Refuse);
    const StoredRun found = store.show(run);
    QCOMPARE(found.summary.state, RunState::Finished);
    QCOMPARE(found.summary.command, std::string("metrics"));
    QCOMPARE(found.summary.words, request().words);
    QCOMPARE(found.summary.seed, request().seed);
    QCOMPARE(found.summary.cells, 20U);
    QVERIFY(found.summary.hasReport);
    QVERIFY(found.summary.seconds > 0 && found.summary.seconds < 60);
    QCOMPARE(found.folder, std::string("/pictures"));
    QCOMPARE(found.request, std::string(R"({"count":64,"metric":["fid","swd"]})"));
    QCOMPARE(found.version, std::string(QUANTLOUPE_VERSION));
    QCOMPARE(found.versions, std::string(R"({"LibTorch":"1.13.1"})"));
    QCOMPARE(found.generator->sha256, generator.sha256);
    QCOMPARE(found.summary.generator, generator.name);
    // To the letter: the order of its keys is for readers.
    QCOMPARE(*found.report, report);
    const std::vector<StoredCell> cells = store.cells(run);
    QCOMPARE(cells.size(), 20U);
    for (int i = 0; i < 20; ++i) {
        QCOMPARE(cells[std::size_t(i)].key, cellKey(i));
        QCOMPARE(cells[std::size_t(i)].json, cellJson(i));
    }
    QCOMPARE(store.trials(run).front().result, std::string(R"({"swd":1.5})"));
    QCOMPARE(*store.thumbnail(run, "layer1 bits 1"), bytesOf(std::string("\x89PNG\0\n", 6)));
    QVERIFY(!store.thumbnail(run, "layer1 bits 2"));
    QVERIFY(qAbs(found.summary.started - QDateTime::currentMSecsSinceEpoch()) < 60000);
}

void TestRunStore::theSameQuestionHasTheSameHash()
{
    QCOMPARE(requestHash(R"({ "b": [1, 2.50], "a": null })"),
             requestHash(R"({"a":null,"b":[1,2.5]})"));
    QVERIFY(requestHash(R"({"b":[2.5,1]})") != requestHash(R"({"b":[1,2.5]})"));
    QVERIFY(requestHash(R"({"seed":0})") != requestHash(R"({"seed":1})"));
    QCOMPARE(requestHash("{}").size(), 64U);
}

void TestRunStore::thePictureOfARunIsKept()
{
    const std::vector<std::byte> png = bytesOf("a picture");
    RunStore store(file());
    RunRecording recording(store, request(), RunRecording::Empty::Kept);
    recording.keepPicture([&] { return png; });
    recording.finish({RunState::Finished, "{}", {}});
    addRun(store, request(), "a", "1");
    QVERIFY(store.show(recording.run()).summary.hasPicture);
    QCOMPARE(*store.thumbnail(recording.run(), kRunPicture), png);
    const std::vector<RunSummary> runs = store.list();
    QVERIFY(!runs.front().hasPicture);
    QVERIFY(runs.back().hasPicture);
}

void TestRunStore::aPictureThatFailsIsLeftOut()
{
    using Make = std::function<std::vector<std::byte>()>;
    const std::vector<Make> makers = {
        []() -> std::vector<std::byte> { throw Error(ErrorKind::BadInput, "No picture."); },
        []() -> std::vector<std::byte> { throw Cancelled(); },
        [] { return std::vector<std::byte>((4 << 20) + 1); }};
    RunStore store(file());
    for (const Make &make : makers) {
        RunRecording recording(store, request(), RunRecording::Empty::Kept);
        recording.keepPicture(make);
        recording.finish({RunState::Finished, "{}", {}});
        const RunSummary run = store.show(recording.run()).summary;
        QVERIFY(!run.hasPicture);
        QCOMPARE(run.state, RunState::Finished);
        QVERIFY(run.hasReport);
    }
}

void TestRunStore::cellsOfEarlierRunsAreKnown()
{
    RunStore store(file());
    addRun(store, request(), "a", "1");
    const RunId second = addRun(store, request(), "b", "2");
    addRun(store, request("metrics", R"({"count": 65})"), "c", "3");
    const std::string hash = requestHash(request().request);
    QCOMPARE(store.knownCells(hash), (std::map<std::string, std::string>{{"a", "1"}, {"b", "2"}}));
    QCOMPARE(store.knownCell("c").value_or(""), std::string("3"));
    QVERIFY(!store.knownCell("d"));
    store.remove(second);
    QCOMPARE(store.knownCells(hash), (std::map<std::string, std::string>{{"a", "1"}}));
    QVERIFY(!store.knownCell("b"));
}

void TestRunStore::aLaterValueReplacesTheEarlier()
{
    RunStore store(file());
    const RunId run = store.beginRun(request());
    store.appendCell(run, "a", "1");
    store.appendCell(run, "a", "2");
    QCOMPARE(store.cells(run).size(), 1U);
    QCOMPARE(store.cells(run).front().json, std::string("2"));
    addRun(store, request(), "a", "3");
    QCOMPARE(store.knownCell("a").value_or(""), std::string("3"));
    QCOMPARE(store.knownCells(requestHash(request().request)).at("a"), std::string("3"));
}

void TestRunStore::runsAreFiltered()
{
    RunStore store(file());
    const RunId metrics = addRun(store, request(), "a", "1");
    const RunId compare = addRun(store, request("compare"), "a", "1");
    const RunId running = store.beginRun(request("compare", "{}"));
    store.setTags(metrics, {"paper"});
    store.setNote(compare, "100 % of what I wanted");
    RunFilter filter;
    QCOMPARE(idsOf(store.list(filter)), (Ids{running, compare, metrics}));
    filter.most = 2;
    QCOMPARE(idsOf(store.list(filter)), (Ids{running, compare}));
    filter = {};
    filter.command = "compare";
    QCOMPARE(idsOf(store.list(filter)), (Ids{running, compare}));
    filter.state = RunState::Running;
    QCOMPARE(idsOf(store.list(filter)), Ids{running});
    filter = {};
    filter.tag = "paper";
    QCOMPARE(idsOf(store.list(filter)), Ids{metrics});
    filter = {};
    filter.requestHash = requestHash("{}");
    QCOMPARE(idsOf(store.list(filter)), Ids{running});
    for (const auto &[text, ids] :
         std::map<std::string, Ids>{{"PAPER", {metrics}},
                                    {"100 %", {compare}},
                                    {"1%", {}},
                                    {"wanted", {compare}},
                                    {"COMPARE builtin:avatars-64 --set *=w4", {running, compare}},
                                    {"fashion", {}}}) {
        filter = {};
        filter.text = text;
        QCOMPARE(idsOf(store.list(filter)), ids);
    }
}

void TestRunStore::notesAndTagsAreKept()
{
    RunStore store(file());
    const RunId run = addRun(store, request(), "a", "1");
    store.setNote(run, "größer\nzweite Zeile");
    store.setTags(run, {"w4", "faces", "w4"});
    const RunSummary found = RunStore(file()).list().front();
    QCOMPARE(found.note, std::string("größer\nzweite Zeile"));
    QCOMPARE(found.tags, (std::vector<std::string>{"w4", "faces"}));
    store.setTags(run, {});
    store.setNote(run, "");
    QVERIFY(store.list().front().tags.empty());
    QCOMPARE(store.list().front().note, std::string());
    QVERIFY(messageOf([&] { store.setTags(run, {""}); }).ends_with("letters in one line."));
    QVERIFY(messageOf([&] { store.setTags(run, {"a\nb"}); }).ends_with("letters in one line."));
    QVERIFY(
        messageOf([&] { store.setNote(run, std::string(70000, 'x')); }).starts_with("The note"));
    QCOMPARE(messageOf([&] { store.setNote(99, "x"); }),
             "There is no run 99 in " + file().string() +
                 "; `quantloupe-cli runs list` lists them.");
}

void TestRunStore::deletedRunsComeBack()
{
    RunStore store(file());
    const RunId run = addRun(store, request(), "a", "1");
    store.remove(run);
    QVERIFY(store.list().empty());
    RunFilter deleted;
    deleted.deleted = RunFilter::Deleted::Only;
    QCOMPARE(idsOf(store.list(deleted)), Ids{run});
    QVERIFY(store.show(run).summary.isDeleted);
    store.restore(run);
    QCOMPARE(idsOf(store.list()), Ids{run});
    QCOMPARE(store.cells(run).size(), 1U);
    QVERIFY(store.list(deleted).empty());
    const RunId running = store.beginRun(request());
    QVERIFY(
        messageOf([&] { store.remove(running); }).ends_with("is still running; stop it first."));
}

void TestRunStore::purgedRunsAreGone()
{
    RunStore store(file());
    const RunId kept = addRun(store, request(), "a", "1");
    const RunId gone = addRun(store, request(), "b", "2");
    store.remove(gone);
    QCOMPARE(store.purge(), 1U);
    QCOMPARE(store.purge(), 0U);
    QVERIFY(messageOf([&] { store.show(gone); }).starts_with("There is no run 2"));
    QVERIFY(messageOf([&] { store.cells(gone); }).starts_with("There is no run 2"));
    QCOMPARE(store.cells(kept).size(), 1U);
    // A number in somebody's notes never means another run.
    QCOMPARE(addRun(store, request(), "b", "2"), gone + 1);
}

void TestRunStore::runsThatDidNotEndAreInterrupted()
{
    {
        RunStore store(file());
        store.appendCell(store.beginRun(request()), "a", "1");
    }
    RunStore store(file());
    QCOMPARE(store.list().front().state, RunState::Interrupted);
    QCOMPARE(store.knownCell("a").value_or(""), std::string("1"));
}

void TestRunStore::aRunningRunIsSeenByOthers()
{
    RunStore store(file());
    const RunId run = store.beginRun(request());
    RunStore other(file());
    QCOMPARE(other.list().front().state, RunState::Running);
    store.finishRun(run, {RunState::Cancelled, {}, {}});
    QCOMPARE(other.list().front().state, RunState::Cancelled);
    // Nothing is left beside the store but what SQLite needs while it is open.
    for (const auto &entry : fs::directory_iterator(file().parent_path()))
        QVERIFY(!entry.path().string().ends_with("-run1"));
}

void TestRunStore::aFailedRunSaysWhy()
{
    const std::string sentence = "g.pth could not be read: no such file.";
    {
        RunStore store(file());
        store.finishRun(store.beginRun(request()), {RunState::Failed, {}, {}, sentence});
        addRun(store, request(), "a", "1");
    }
    RunStore store(file());
    RunFilter failed;
    failed.state = RunState::Failed;
    QCOMPARE(idsOf(store.list(failed)), Ids{1});
    QCOMPARE(store.show(1).summary.failure, sentence);
    QCOMPARE(store.show(2).summary.failure, std::string());
}

void TestRunStore::aDiscardedRunNeverWas()
{
    RunStore store(file());
    const RunId run = store.beginRun(request());
    store.appendCell(run, "a", "1");
    store.discardRun(run);
    QVERIFY(store.list().empty());
    QVERIFY(!store.knownCell("a"));
}

void TestRunStore::aTemporaryStoreHasNoFile()
{
    RunStore store = RunStore::temporary();
    const RunId run = addRun(store, request(), "a", "1");
    QCOMPARE(store.cells(run).front().json, std::string("1"));
    QCOMPARE(store.show(run).summary.state, RunState::Finished);
}

void TestRunStore::onlyRunsOfThisObjectAreWritten()
{
    RunStore store(file());
    const RunId run = addRun(store, request(), "a", "1");
    QVERIFY(messageOf([&] { store.appendCell(run, "b", "2"); }).ends_with("is not running here."));
    QVERIFY(messageOf([&] { store.finishRun(run, {}); }).ends_with("is not running here."));
    QCOMPARE(store.cells(run).size(), 1U);
}

void TestRunStore::whatIsNoJsonIsNotStored()
{
    RunStore store(file());
    const RunId run = store.beginRun(request());
    for (const std::string &text :
         {std::string("{"), std::string(), std::string("nan"), std::string("\"\xff\""),
          std::string(200, '[') + std::string(200, ']')}) {
        QVERIFY(!messageOf([&] { store.appendCell(run, "a", text); }).empty());
        QVERIFY(!messageOf([&] { store.finishRun(run, {RunState::Finished, text, {}}); }).empty());
    }
    QVERIFY(store.cells(run).empty());
    QCOMPARE(store.show(run).summary.state, RunState::Running);
}

void TestRunStore::whatIsTooLargeIsNotStored()
{
    RunStore store(file());
    const RunId run = store.beginRun(request());
    const std::string large = '"' + std::string(65 << 20, 'x') + '"';
    QVERIFY(messageOf([&] { store.appendCell(run, "a", large); }).find("larger than 64 MiB") !=
            std::string::npos);
    QVERIFY(!messageOf([&] {
                 store.setThumbnail(run, "a", std::vector<std::byte>((4 << 20) + 1));
             }).empty());
    store.appendCell(run, "a", "1");
    QCOMPARE(store.cells(run).size(), 1U);
}

void TestRunStore::otherFilesAreRefused_data()
{
    QTest::addColumn<std::string>("contents");
    QTest::newRow("empty") << std::string();
    QTest::newRow("text") << std::string(5000, 'x');
    QTest::newRow("only the first words of SQLite") << std::string("SQLite format 3\0", 16);
}

void TestRunStore::otherFilesAreRefused()
{
    QFETCH(const std::string, contents);
    std::ofstream(file(), std::ios::binary) << contents;
    QCOMPARE(messageOf([&] { RunStore store(file()); }),
             file().string() + " is no run store; choose another file.");
    // It is as it was.
    QCOMPARE(fs::file_size(file()), contents.size());
}

void TestRunStore::aStoreThatCannotBeWrittenIsSaid()
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

void TestRunStore::whatARemovedStoreLeftIsNoPartOfTheNext()
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

void TestRunStore::aRemovedStoreThatIsInUseIsNotReplaced()
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

void TestRunStore::theUsualPlaceFollowsTheEnvironment()
{
    qputenv("XDG_DATA_HOME", "/data");
    QCOMPARE(usualStore(), fs::path("/data/Quantloupe/quantloupe/runs.db"));
    qputenv("XDG_DATA_HOME", "relative");
    qputenv("HOME", "/home/someone");
    QCOMPARE(usualStore(), fs::path("/home/someone/.local/share/Quantloupe/quantloupe/runs.db"));
    qunsetenv("HOME");
    QCOMPARE(usualStore(), fs::path());
}

QTEST_GUILESS_MAIN(TestRunStore)

#include "tst_run_store.moc"

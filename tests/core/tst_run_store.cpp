// SPDX-License-Identifier: GPL-3.0-or-later
#include "run_store_fixture.h"

#include "base/error.h"
#include "store/run_recording.h"

#include <cstddef>
#include <functional>
#include <map>
#include <span>

using namespace stored_runs;
namespace fs = std::filesystem;

namespace {

std::vector<std::byte> bytesOf(const std::string &text)
{
    const std::span bytes = std::as_bytes(std::span(text));
    return {bytes.begin(), bytes.end()};
}

} // namespace

/// What a run store keeps of runs.
class TestRunStore : public RunStoreFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void aRunIsFoundAgain();
    void theSameQuestionHasTheSameHash();
    void cellsOfEarlierRunsAreKnown();
    void aLaterValueReplacesTheEarlier();
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

QTEST_GUILESS_MAIN(TestRunStore)

#include "tst_run_store.moc"

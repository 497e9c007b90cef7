// SPDX-License-Identifier: GPL-3.0-or-later
#include "run_store_fixture.h"

#include <map>

using namespace stored_runs;

/// How the runs of a store are found again, noted, deleted and brought back.
class TestRunStoreLists : public RunStoreFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void runsAreFiltered();
    void notesAndTagsAreKept();
    void deletedRunsComeBack();
    void purgedRunsAreGone();
};

void TestRunStoreLists::runsAreFiltered()
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

void TestRunStoreLists::notesAndTagsAreKept()
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

void TestRunStoreLists::deletedRunsComeBack()
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

void TestRunStoreLists::purgedRunsAreGone()
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

QTEST_GUILESS_MAIN(TestRunStoreLists)

#include "tst_run_store_lists.moc"

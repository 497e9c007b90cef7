// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/job_lane.h"
#include "jobs/job_list_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <atomic>

using namespace quantloupe;

namespace {

constexpr std::chrono::milliseconds kFast{5};

/// Answers of jobs, in the order they came.
struct Log
{
    QList<int> items;
    QList<int> results;
    QStringList failures;
    int cancelled = 0;
};

using IntJob = Job<int, int>;

std::unique_ptr<IntJob> makeJob(Log &log, QObject *receiver)
{
    auto job = std::make_unique<IntJob>(QStringLiteral("Counting"), receiver);
    job->arrived = [&log](std::vector<int> items) {
        log.items.append(QList<int>(items.begin(), items.end()));
    };
    job->done = [&log](int result) { log.results.append(result); };
    job->failed = [&log](const Error &error) { log.failures.append(error.what()); };
    job->cancelled = [&log] { ++log.cancelled; };
    return job;
}

/// Runs until it is stopped.
int runForever(const RunContext &context, std::atomic<bool> &started)
{
    started = true;
    for (;;) {
        context.advance(0.25);
        std::this_thread::yield();
    }
}

} // namespace

class TestLanes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void deliversItemsThenTheResult()
    {
        JobLane lane(QueuePolicy::Serial, kFast);
        Log log;
        auto job = makeJob(log, this);
        job->work = [](const RunContext &, const IntJob::Sink &sink) {
            for (int i = 0; i < 3; ++i)
                sink(i);
            return 42;
        };
        lane.start(std::move(job));
        QVERIFY(lane.isBusy());
        QTRY_COMPARE(log.results, QList<int>{42});
        QCOMPARE(log.items, (QList<int>{0, 1, 2}));
        QTRY_VERIFY(!lane.isBusy());
    }

    void itemsArriveWhileTheJobRuns()
    {
        JobLane lane(QueuePolicy::Serial, kFast);
        Log log;
        std::atomic<bool> started = false;
        auto job = makeJob(log, this);
        job->work = [&started](const RunContext &context, const IntJob::Sink &sink) {
            sink(7);
            return runForever(context, started);
        };
        const quint64 id = lane.start(std::move(job));
        QTRY_COMPARE(log.items, QList<int>{7});
        QCOMPARE(lane.jobs().constFirst().fraction, 0.25);
        lane.cancel(id);
        QTRY_COMPARE(log.cancelled, 1);
        QVERIFY(log.results.isEmpty());
    }

    void newestWinsAndStaleAnswersAreDropped()
    {
        JobLane lane(QueuePolicy::NewestWins, kFast);
        Log old;
        Log fresh;
        std::atomic<bool> started = false;
        auto first = makeJob(old, this);
        first->work = [&started](const RunContext &context, const IntJob::Sink &sink) {
            sink(1);
            return runForever(context, started);
        };
        lane.start(std::move(first));
        QTRY_VERIFY(started);
        const qsizetype before = old.items.size();
        auto second = makeJob(fresh, this);
        second->work = [](const RunContext &, const IntJob::Sink &sink) {
            sink(2);
            return 2;
        };
        lane.start(std::move(second));
        QTRY_COMPARE(fresh.results, QList<int>{2});
        QCOMPARE(fresh.items, QList<int>{2});
        QTRY_VERIFY(!lane.isBusy());
        QCOMPARE(old.items.size(), before);
        QCOMPARE(old.cancelled, 0);
        QVERIFY(old.results.isEmpty());
    }

    void aFinishedButReplacedJobIsStale()
    {
        JobLane lane(QueuePolicy::NewestWins, kFast);
        Log old;
        Log fresh;
        std::atomic<bool> ran = false;
        auto first = makeJob(old, this);
        first->work = [&ran](const RunContext &, const IntJob::Sink &) {
            ran = true;
            return 1;
        };
        lane.start(std::move(first));
        // No events are handled here, so its answer waits in the queue while it becomes stale.
        while (!ran)
            std::this_thread::yield();
        auto second = makeJob(fresh, this);
        second->work = [](const RunContext &, const IntJob::Sink &) { return 2; };
        lane.start(std::move(second));
        QTRY_COMPARE(fresh.results, QList<int>{2});
        QVERIFY(old.results.isEmpty());
    }

    void failuresComeAsErrors()
    {
        JobLane lane(QueuePolicy::Serial, kFast);
        Log log;
        auto own = makeJob(log, this);
        own->work = [](const RunContext &, const IntJob::Sink &) -> int {
            throw Error(ErrorKind::Io, "disk full");
        };
        auto foreign = makeJob(log, this);
        foreign->work = [](const RunContext &, const IntJob::Sink &) -> int {
            throw std::runtime_error("broken\ntrace");
        };
        lane.start(std::move(own));
        lane.start(std::move(foreign));
        QTRY_COMPARE(log.failures.size(), 2);
        QCOMPARE(log.failures, (QStringList{"disk full", "Failed while counting: broken."}));
    }

    void nothingIsSaidToADeadReceiver()
    {
        JobLane lane(QueuePolicy::Serial, kFast);
        Log log;
        auto receiver = std::make_unique<QObject>();
        std::atomic<bool> release = false;
        auto job = makeJob(log, receiver.get());
        job->work = [&release](const RunContext &, const IntJob::Sink &sink) {
            sink(1);
            while (!release)
                std::this_thread::yield();
            return 1;
        };
        lane.start(std::move(job));
        receiver.reset();
        release = true;
        QTRY_VERIFY(!lane.isBusy());
        QVERIFY(log.results.isEmpty() && log.items.isEmpty());
    }

    void destroyingTheLaneStopsAndJoins()
    {
        Log log;
        std::atomic<bool> started = false;
        {
            JobLane lane(QueuePolicy::Serial, kFast);
            auto job = makeJob(log, this);
            job->work = [&started](const RunContext &context, const IntJob::Sink &) {
                return runForever(context, started);
            };
            lane.start(std::move(job));
            lane.start(makeJob(log, this));
            while (!started)
                std::this_thread::yield();
        }
        QCoreApplication::processEvents();
        QCOMPARE(log.cancelled, 0);
        QVERIFY(log.results.isEmpty());
    }

    void aCallbackMayDestroyTheLane()
    {
        auto lane = std::make_unique<JobLane>(QueuePolicy::Serial, kFast);
        Log log;
        auto job = makeJob(log, this);
        job->work = [](const RunContext &, const IntJob::Sink &) { return 1; };
        job->done = [&lane](int) { lane.reset(); };
        lane->start(std::move(job));
        QTRY_VERIFY(!lane);
    }

    void theListFollowsAllLanes()
    {
        JobLane preview(QueuePolicy::NewestWins, kFast);
        JobLane io(QueuePolicy::Serial, kFast);
        JobListModel model;
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.addLane(&preview);
        model.addLane(&io);
        Log log;
        std::atomic<bool> started = false;
        std::atomic<bool> unused = false;
        for (JobLane *lane : {&preview, &io}) {
            auto job = makeJob(log, this);
            job->work = [&flag = lane == &io ? started : unused](const RunContext &context,
                                                                 const IntJob::Sink &) {
                return runForever(context, flag);
            };
            lane->start(std::move(job));
        }
        QCOMPARE(model.rowCount(), 2);
        QTRY_COMPARE(model.index(0).data(JobListModel::FractionRole).toDouble(), 0.25);
        QCOMPARE(model.index(0).data().toString(), QString("Counting"));
        model.cancelAll();
        QTRY_VERIFY(model.isEmpty());
        QCOMPARE(log.cancelled, 2);
    }
};

QTEST_GUILESS_MAIN(TestLanes)
#include "tst_lanes.moc"

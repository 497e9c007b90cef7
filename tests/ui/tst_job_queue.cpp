// SPDX-License-Identifier: GPL-3.0-or-later
// Built without Qt so that the thread sanitizer sees nothing but our own code.
#include "jobs/job_queue.h"

#include <atomic>
#include <chrono>
#include <cstdio>
#include <future>
#include <stdexcept>
#include <vector>

using namespace quantloupe;

namespace {

int failures = 0;

void check(bool condition, const char *what, int line)
{
    if (condition)
        return;
    std::printf("FAIL line %d: %s\n", line, what);
    ++failures;
}

#define CHECK(condition) check(condition, #condition, __LINE__)

using Kind = JobOutcome::Kind;

/// A job that runs until it is released or stopped, and keeps its outcome.
class HeldJob
{
public:
    QueuedJob make()
    {
        QueuedJob job;
        job.doing = "holding";
        job.progress = progress;
        job.work = [this](const RunContext &context) {
            started.set_value();
            while (!released) {
                context.advance(0.5);
                std::this_thread::yield();
            }
        };
        job.finished = [this](const JobOutcome &result) { outcome.set_value(result); };
        return job;
    }
    void waitForStart() { started.get_future().wait(); }
    Kind result() { return outcome.get_future().get().kind; }

    std::shared_ptr<ProgressState> progress = std::make_shared<ProgressState>();
    std::promise<void> started;
    std::promise<JobOutcome> outcome;
    std::atomic<bool> released = false;
};

QueuedJob quickJob(std::function<void()> work, std::promise<JobOutcome> &outcome)
{
    return {"working", nullptr, [work = std::move(work)](const RunContext &) { work(); },
            [&outcome](const JobOutcome &result) { outcome.set_value(result); }};
}

void serialRunsInOrder()
{
    JobQueue queue(QueuePolicy::Serial);
    std::vector<int> order;
    std::promise<JobOutcome> outcomes[3];
    for (int i = 0; i < 3; ++i)
        queue.post(i + 1, quickJob([&order, i] { order.push_back(i); }, outcomes[i]));
    for (auto &outcome : outcomes)
        CHECK(outcome.get_future().get().kind == Kind::Done);
    CHECK((order == std::vector{0, 1, 2}));
}

void newestWins()
{
    JobQueue queue(QueuePolicy::NewestWins);
    HeldJob running;
    queue.post(1, running.make());
    running.waitForStart();
    CHECK(queue.running() == 1);
    std::promise<JobOutcome> replaced;
    bool replacedRan = false;
    HeldJob newest;
    newest.released = true;
    queue.post(2, quickJob([&] { replacedRan = true; }, replaced));
    queue.post(3, newest.make());
    CHECK(newest.result() == Kind::Done);
    CHECK(running.result() == Kind::Cancelled);
    // Either it was dropped while it waited, or it had started just before the newest came.
    CHECK(replaced.get_future().get().kind == Kind::Cancelled || replacedRan);
}

void cancelsRunningAndWaiting()
{
    JobQueue queue(QueuePolicy::Serial);
    HeldJob running;
    HeldJob waiting;
    HeldJob last;
    last.released = true;
    queue.post(1, running.make());
    running.waitForStart();
    queue.post(2, waiting.make());
    queue.post(3, last.make());
    queue.cancel(2);
    CHECK(waiting.result() == Kind::Cancelled);
    CHECK(running.progress->fraction() <= 0.5);
    queue.cancel(1);
    CHECK(running.result() == Kind::Cancelled);
    CHECK(last.result() == Kind::Done);
    queue.cancel(77);
}

void failuresAreTold()
{
    JobQueue queue(QueuePolicy::Serial);
    std::promise<JobOutcome> own;
    std::promise<JobOutcome> foreign;
    queue.post(1, quickJob([] { throw Error(ErrorKind::BadInput, "no such layer"); }, own));
    queue.post(2, quickJob([] { throw std::runtime_error("first\nsecond"); }, foreign));
    const JobOutcome first = own.get_future().get();
    CHECK(first.kind == Kind::Failed);
    CHECK(std::string(first.error->what()) == "no such layer");
    const JobOutcome second = foreign.get_future().get();
    CHECK(second.kind == Kind::Failed);
    CHECK(std::string(second.error->what()) == "Failed while working: first.");
}

void destructionStopsAndDrops()
{
    HeldJob running;
    HeldJob waiting;
    {
        JobQueue queue(QueuePolicy::Serial);
        queue.post(1, running.make());
        running.waitForStart();
        queue.post(2, waiting.make());
    }
    CHECK(running.result() == Kind::Cancelled);
    CHECK(waiting.result() == Kind::Cancelled);
}

void survivesManyPosters()
{
    constexpr int kPosters = 4;
    constexpr int kJobs = 200;
    std::atomic<int> finished = 0;
    {
        JobQueue queue(QueuePolicy::NewestWins);
        std::vector<std::thread> posters;
        for (int p = 0; p < kPosters; ++p)
            posters.emplace_back([&queue, &finished, p] {
                for (int i = 0; i < kJobs; ++i)
                    queue.post(p * kJobs + i + 1,
                               {"working", std::make_shared<ProgressState>(),
                                [](const RunContext &context) { context.advance(0.5); },
                                [&finished](const JobOutcome &) { ++finished; }});
            });
        for (std::thread &poster : posters)
            poster.join();
    }
    CHECK(finished == kPosters * kJobs);
}

} // namespace

int main()
{
    serialRunsInOrder();
    newestWins();
    cancelsRunningAndWaiting();
    failuresAreTold();
    destructionStopsAndDrops();
    survivesManyPosters();
    std::printf("%s\n", failures == 0 ? "PASS" : "FAILED");
    return failures == 0 ? 0 : 1;
}

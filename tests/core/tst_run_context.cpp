// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/run_context.h"

#include <QtTest>

#include <atomic>
#include <thread>

using namespace quantloupe;

namespace {

constexpr int kSteps = 20000;

bool throwsCancelled(const RunContext &context)
{
    try {
        context.checkCancelled();
    } catch (const Cancelled &) {
        return true;
    }
    return false;
}

} // namespace

/// Stopping and progress between two threads; also run under the thread sanitizer.
class TestRunContext : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void defaultContextDoesNothing();
    void progressOfParts();
    void cancelledIsNoException();
    void copiesShareTheStop();
    void stoppedFromAnotherThread();
    void progressIsReadWhileItIsWritten();
};

void TestRunContext::defaultContextDoesNothing()
{
    const RunContext context;
    context.advance(0.5);
    context.describe("nothing");
    context.sub(0, 0.5).advance(1);
    QVERIFY(!throwsCancelled(context));
}

void TestRunContext::progressOfParts()
{
    const auto progress = std::make_shared<ProgressState>();
    const RunContext whole(std::stop_token(), progress);
    QCOMPARE(progress->fraction(), 0.0);
    whole.advance(0.25);
    QCOMPARE(progress->fraction(), 0.25);
    const RunContext part = whole.sub(0.5, 1);
    part.advance(0);
    QCOMPARE(progress->fraction(), 0.5);
    part.sub(0.5, 0.75).advance(1);
    QCOMPARE(progress->fraction(), 0.875);
    part.describe("Thinking");
    QCOMPARE(toText(progress->activity()), std::string("Thinking"));
    part.describe("Opening %1", "100 %1 wool.pth");
    QCOMPARE(toText(progress->activity()), std::string("Opening 100 %1 wool.pth"));
}

void TestRunContext::cancelledIsNoException()
{
    QVERIFY(!(std::is_base_of_v<std::exception, Cancelled>));
    std::stop_source stop;
    stop.request_stop();
    bool translated = false;
    try {
        try {
            RunContext(stop.get_token()).advance(0.1);
        } catch (...) {
            translateCurrentException("testing");
            translated = true;
        }
    } catch (const Cancelled &) {
        QVERIFY(!translated);
        return;
    }
    QFAIL("a cancellation was taken for a failure");
}

void TestRunContext::copiesShareTheStop()
{
    std::stop_source stop;
    const RunContext context(stop.get_token());
    const RunContext part = context.sub(0, 0.1).sub(0.5, 1);
    QVERIFY(!throwsCancelled(part));
    stop.request_stop();
    QVERIFY(throwsCancelled(part) && throwsCancelled(context));
}

void TestRunContext::stoppedFromAnotherThread()
{
    std::stop_source stop;
    std::atomic<int> steps{0};
    std::atomic<bool> cancelled{false};
    std::jthread worker([&, context = RunContext(stop.get_token())] {
        try {
            while (true) {
                context.advance(0.5);
                ++steps;
            }
        } catch (const Cancelled &) {
            cancelled = true;
        }
    });
    while (steps < 100)
        std::this_thread::yield();
    stop.request_stop();
    worker.join();
    QVERIFY(cancelled);
}

void TestRunContext::progressIsReadWhileItIsWritten()
{
    const auto progress = std::make_shared<ProgressState>();
    std::atomic<bool> done{false};
    std::jthread worker([&, context = RunContext(std::stop_token(), progress)] {
        for (int i = 0; i <= kSteps; ++i) {
            context.advance(static_cast<double>(i) / kSteps);
            if (i % 16 == 0)
                context.describe("step " + std::to_string(i));
        }
        done = true;
    });
    double last = 0;
    while (!done) {
        const double fraction = progress->fraction();
        QVERIFY(fraction >= last && fraction <= 1);
        last = fraction;
        const std::string activity = toText(progress->activity());
        QVERIFY(activity.empty() || activity.starts_with("step "));
    }
    worker.join();
    QCOMPARE(progress->fraction(), 1.0);
}

QTEST_APPLESS_MAIN(TestRunContext)
#include "tst_run_context.moc"

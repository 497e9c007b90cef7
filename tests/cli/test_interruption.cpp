// SPDX-License-Identifier: GPL-3.0-or-later
// SIGINT and SIGTERM give 130 and leave nothing half-written.
#include "command.h"
#include "plain_test.h"

#include <chrono>

namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

/// Enough for minutes.
const std::string kEndless = "3000000";

command::Interruption after(std::chrono::milliseconds delay, int signal = SIGINT)
{
    const auto start = Clock::now();
    return {[=] { return Clock::now() - start > delay; }, signal};
}

void checkCancelled(const std::vector<std::string> &arguments, const fs::path &folder,
                    const command::Interruption &interruption)
{
    auto sent = Clock::now();
    const auto when = [&] {
        const bool isNow = interruption.when();
        if (isNow)
            sent = Clock::now();
        return isNow;
    };
    const auto result = command::run(arguments, {when, interruption.signal});
    CHECK_EQUAL(result.code, 130);
    CHECK_EQUAL(result.output, "");
    CHECK_CONTAINS(result.errors, "cancelled");
    CHECK_EQUAL(command::namesIn(folder), "");
    // One micro-batch; the work itself would take minutes.
    CHECK(Clock::now() - sent < std::chrono::seconds(20));
}

} // namespace

TEST(interruptedSampling)
{
    for (const char *name : {"s.png", "s.safetensors", "folder"}) {
        const auto folder = command::emptyFolder();
        checkCancelled(
            {"sample", command::dcgan(), "--count", kEndless, "--out", (folder / name).string()},
            folder, after(std::chrono::milliseconds(1500)));
    }
}

TEST(terminatedSampling)
{
    const auto folder = command::emptyFolder();
    checkCancelled({"sample", command::dcgan(), "--json", "--count", kEndless, "--out",
                    (folder / "s.png").string()},
                   folder, after(std::chrono::milliseconds(1500), SIGTERM));
}

TEST(interruptedComparison)
{
    const auto folder = command::emptyFolder();
    checkCancelled({"compare", command::dcgan(), "--set", "*=w4", "--count", kEndless, "--out",
                    (folder / "c.png").string()},
                   folder, after(std::chrono::milliseconds(1500)));
}

TEST(interruptedCalibration)
{
    const auto folder = command::emptyFolder();
    checkCancelled({"demo", command::dcgan(), "--set", "*=w4,a8", "--calibrate-count", "1000000",
                    "--out", (folder / "demo").string()},
                   folder, after(std::chrono::milliseconds(1500)));
}

TEST(interruptedTrial)
{
    const auto folder = command::emptyFolder();
    checkCancelled({"inspect", command::endless()}, folder, after(std::chrono::milliseconds(2000)));
}

TEST(interruptedWhileWriting)
{
    const auto folder = command::emptyFolder();
    const command::Interruption whileWriting = {[&] { return !fs::is_empty(folder); }, SIGINT};
    checkCancelled(
        {"sample", command::dcgan(), "--count", "4000", "--out", (folder / "pictures").string()},
        folder, whileWriting);
}

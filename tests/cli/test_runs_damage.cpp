// SPDX-License-Identifier: GPL-3.0-or-later
// Runs that were cut short, and stores that were damaged.
#include "base/file_io.h"
#include "refusal.h"
#include "run_stores.h"

#include <algorithm>
#include <csignal>

using namespace run_stores;

TEST(whatIsInterruptedLeavesItsMark)
{
    const std::string store = newStore();
    const Words endless = {"compare", command::dcgan(), "--set",   "*=w4",
                           "--count", "3000000",        "--store", store};
    // While a run goes on, a file beside the store is locked; it is there before the run is kept.
    const auto during = [&](int run) {
        return [store, run] {
            if (!fs::exists(store + "-run" + std::to_string(run)))
                return false;
            const json all = runs(store, {"list"})["runs"];
            return std::ranges::any_of(all, [&](const json &each) { return each["run"] == run; });
        };
    };
    CHECK_EQUAL(command::run(endless, {during(1), SIGINT}).code, 130);
    // It had found nothing.
    CHECK_EQUAL(runs(store, {"list"})["runs"].size(), 0U);
    CHECK_EQUAL(command::run(endless, {during(2), SIGKILL}).code, -SIGKILL);
    CHECK_EQUAL(runs(store, {"list"})["runs"][0]["state"], "interrupted");
    checkRefused({"runs", "verify", "2", "--store", store}, "no result");
}

TEST(damageIsRecovered)
{
    const std::string store = newStore();
    command::run(quantizers(store));
    std::string bytes = quantloupe::readTextFile(store);
    const std::size_t place = bytes.find("[\"quantizers\",");
    CHECK(place != std::string::npos);
    bytes[place + 3] ^= 1;
    quantloupe::writeFileAtomically(store, bytes);
    checkRefused({"runs", "show", "1", "--store", store}, "runs recover");
    const json answer = runs(store, {"recover"});
    CHECK_EQUAL(answer["damaged"], 1);
    CHECK(answer["incomplete"].empty());
    CHECK_EQUAL(answer["rows"]["reports"], 1);
    const std::string saved = answer["files"][0];
    CHECK(runs(saved, {"show", "1"})["runs"][0]["report"].contains("rows"));
}

/// Without its first page, a store cannot be told from another file: both ways out are named.
TEST(aStoreWithoutItsFirstPageIsToldToBeRecovered)
{
    const std::string store = newStore();
    command::run(quantizers(store));
    std::string bytes = quantloupe::readTextFile(store);
    bytes.replace(0, 4096, std::string(4096, '\0'));
    quantloupe::writeFileAtomically(store, bytes);
    for (const std::string task : {"list", "verify"}) {
        const Words words = task == "list" ? Words{"runs", "list", "--store", store}
                                           : Words{"runs", "verify", "1", "--store", store};
        checkRefused(words, store +
                                " is no run store, or its first page is damaged; choose another "
                                "file, or save what is intact by `quantloupe-cli runs "
                                "recover`.");
    }
    const json answer = runs(store, {"recover"});
    CHECK(runs(answer["files"][0], {"show", "1"})["runs"][0]["report"].contains("rows"));
    // What is certainly none is not sent on.
    const std::string text = store + ".txt";
    quantloupe::writeFileAtomically(text, "no store");
    checkRefused({"runs", "recover", "--store", text}, " is no run store; choose another file.");
}

/// A list reads no report, and yet tells that one is not as it was written.
TEST(aListTellsDamageOfReports)
{
    const std::string store = newStore();
    command::run(quantizers(store));
    std::string bytes = quantloupe::readTextFile(store);
    const std::size_t place = bytes.rfind("\"rows\"");
    CHECK(place != std::string::npos);
    bytes[place + 1] ^= 1;
    quantloupe::writeFileAtomically(store, bytes);
    checkRefused({"runs", "list", "--store", store}, "runs recover");
    CHECK_EQUAL(runs(store, {"recover"})["damaged"], 1);
}

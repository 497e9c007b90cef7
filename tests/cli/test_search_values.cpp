// SPDX-License-Identifier: GPL-3.0-or-later
// Fronts and trials of a search: which points there are, and what is told of their values.
#include "plain_test.h"
#include "searches.h"

using namespace searches;

TEST(theFrontIsMeasuredOnWish)
{
    freshCache();
    const json front =
        searched({"--budget", "bits=4", "--metric", "sqnr", "--measure-front"}).json()["front"];
    CHECK(front.size() >= 3);
    for (const json &trial : front) {
        CHECK_EQUAL(trial["measured"]["metric"], "sqnr");
        CHECK(trial["measured"]["value"].is_number());
        CHECK(trial["measured"]["interval"]["low"] <= trial["measured"]["value"]);
    }
    CHECK(!searched({"--budget", "bits=4", "--metric", "sqnr"})
               .json()["front"][0]
               .contains("measured"));
}

TEST(theFrontHoldsTheBestOfABudget)
{
    freshCache();
    for (const std::string budget : {"bits=3.3", "bits=4", "bits=5.1"}) {
        const json answer =
            searched({"--budget", budget, "--metric", "sqnr", "--measure-front"}).json();
        const auto timesIn = [&](const json &trials) {
            int times = 0;
            for (const json &trial : trials)
                if (trial["layers"] == answer["best"]["layers"] &&
                    trial["predicted"] == answer["best"]["predicted"] &&
                    trial["measured"] == answer["best"]["measured"])
                    ++times;
            return times;
        };
        CHECK_EQUAL(timesIn(answer["front"]), 1);
        CHECK_EQUAL(timesIn(answer["trials"]), 1);
        CHECK_EQUAL(answer["trials"].size(), answer["front"].size());
        CHECK(answer["best"]["measured"]["value"].is_number());
    }
}

/// What is no published FID and no published SWD is not called so.
TEST(measuredValuesHaveTheirPublishedNames)
{
    freshCache();
    const Words words = {
        "search", "builtin:fashion-32", "--threads", "1",       "--quiet", "--seed",
        "3",      "--sweep-count",      "4",         "--count", "16",      "--bits",
        "8,2",    "--metric",           "sqnr"};
    const auto asked = [&](const Words &more) {
        Words all = words;
        all.insert(all.end(), more.begin(), more.end());
        return command::run(all);
    };
    const Words fid = {"--bound", "fid=0.001", "--few"};
    const auto text = asked(fid);
    CHECK_EQUAL(text.code, 3);
    for (const char *part : {"measured FD-avatarnet", "the nearest one has FD-avatarnet ",
                             "FD-avatarnet of 16 samples that the search chose by; no more samples "
                             "than features.\n"})
        CHECK_CONTAINS(text.output, part);
    CHECK(text.output.find("fid") == std::string::npos);
    // The same of what was kept.
    for (const Words &more : {Words{"--json"}, Words{"--json", "--resume"}}) {
        Words all = fid;
        all.insert(all.end(), more.begin(), more.end());
        const json answer = asked(all).json();
        CHECK_CONTAINS(answer["nearest"].get<std::string>(), "FD-avatarnet ");
        for (const json &trial : answer["front"]) {
            CHECK_EQUAL(trial["measured"]["metric"], "fid");
            CHECK_EQUAL(trial["measured"]["name"], "FD-avatarnet");
            CHECK_EQUAL(trial["measured"]["n"], 16);
            CHECK_EQUAL(trial["measured"]["mark"], "no more samples than features");
        }
    }
    const auto grey = asked({"--bound", "swd=0.001"});
    CHECK_EQUAL(grey.code, 3);
    CHECK_CONTAINS(grey.output, "measured SWD-grey");
    CHECK_CONTAINS(grey.output, "the nearest one has SWD-grey ");
    CHECK_CONTAINS(grey.output, "SWD-grey of 16 samples that the search chose by");
    const json swd = asked({"--bound", "swd=0.001", "--json"}).json();
    CHECK_EQUAL(swd["front"][0]["measured"]["name"], "SWD-grey");
}

/// Values are told as far as they are known.
TEST(measuredDistancesHaveIntervals)
{
    freshCache();
    for (const std::string metric : {"fid", "kid", "swd"}) {
        const Words words = {"search",
                             "builtin:fashion-32",
                             "--threads",
                             "1",
                             "--quiet",
                             "--seed",
                             "3",
                             "--sweep-count",
                             "4",
                             "--count",
                             "16",
                             "--bits",
                             "8,2",
                             "--metric",
                             metric,
                             "--budget",
                             "bits=4",
                             "--few",
                             "--measure-front",
                             "--json"};
        const auto result = command::run(words);
        CHECK_EQUAL(result.code, 0);
        const json front = result.json()["front"];
        for (const json &trial : front) {
            const json &measured = trial["measured"];
            CHECK(measured["value"].is_number());
            if (metric == "swd") {
                CHECK(measured["interval"].is_null());
                continue;
            }
            CHECK(measured["interval"]["low"] <= measured["value"]);
            CHECK(measured["value"] <= measured["interval"]["high"]);
            CHECK(measured["interval"]["low"] < measured["interval"]["high"]);
        }
    }
}

/// What a bound is met by may lie between the points of the front.
TEST(allMeasuredTrialsAreTold)
{
    freshCache();
    const std::string store = (command::emptyFolder() / "runs.db").string();
    const Words words = {"--bound", "sqnr=20", "--metric", "sqnr"};
    Words stored = words;
    stored.insert(stored.end(), {"--store", store});
    const json answer = searched(stored).json();
    const json run =
        command::run({"runs", "show", "1", "--store", store, "--json"}).json()["runs"][0];
    std::size_t measured = 0;
    for (const json &trial : run["trials"])
        measured += trial["result"]["measured"]["value"].is_number() ? 1 : 0;
    CHECK_EQUAL(answer["trials"].size(), measured);
    bool hasBest = false;
    for (const json &trial : answer["trials"]) {
        CHECK(trial["measured"]["value"].is_number());
        hasBest |= trial["layers"] == answer["best"]["layers"] &&
                   trial["measured"] == answer["best"]["measured"];
    }
    CHECK(hasBest);
    freshCache();
    const std::string text = command::run(searchWords(words)).output;
    CHECK_CONTAINS(text, " measured by the search\n");
    if (answer["trials"].size() > answer["front"].size())
        CHECK_CONTAINS(text, "Measured between its points:");
}

/// Two decimals would make rows on either side of the limit look alike.
TEST(averageBitsAreTold)
{
    freshCache();
    const auto words = searchWords({"--budget", "bits=4", "--metric", "sqnr", "--quiet"});
    const std::string text = command::run(words).output;
    Words asJson = words;
    asJson.emplace_back("--json");
    const json answer = command::run(asJson).json();
    for (const json &trial : answer["front"]) {
        std::string bits(16, '\0');
        bits.resize(std::size_t(std::snprintf(bits.data(), bits.size(), "%.3f",
                                              trial["size"]["averageBits"].get<double>())));
        CHECK_CONTAINS(text, " " + bits + " ");
    }
}

TEST(table)
{
    freshCache();
    const auto result = command::run(searchWords({"--budget", "bits=4", "--metric", "sqnr"}));
    CHECK_EQUAL(result.code, 0);
    for (const char *part :
         {"Front:", "average bits", "bits by layer",
          "Best (no better sum of errors exists):", "main.3=w", "SQNR of 24 unseen samples: "})
        CHECK_CONTAINS(result.output, part);
    CHECK_CONTAINS(result.errors, "better: ");
}

// SPDX-License-Identifier: GPL-3.0-or-later
// Searches: answers, tables, exit statuses, and that an interrupted one goes on where it was.
#include "answer_checks.h"
#include "base/file_io.h"
#include "command.h"
#include "plain_test.h"
#include "refusal.h"

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <utility>

namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using Words = std::vector<std::string>;

void freshCache()
{
    ::setenv("XDG_CACHE_HOME", command::emptyFolder().c_str(), 1);
}

Words searchWords(const Words &more)
{
    Words words = {"search", command::dcgan(), "--threads", "1",       "--seed",
                   "3",      "--sweep-count",  "8",         "--count", "24"};
    words.insert(words.end(), more.begin(), more.end());
    return words;
}

command::Result searched(const Words &more)
{
    Words words = searchWords(more);
    words.insert(words.end(), {"--json", "--quiet"});
    return command::run(words);
}

} // namespace

TEST(answersHoldBestAndFront)
{
    freshCache();
    const fs::path out = command::emptyFolder() / "best.json";
    const auto result = searched({"--budget", "bits=4", "--out", out.string()});
    CHECK_EQUAL(result.code, 0);
    CHECK_EQUAL(result.errors, "");
    const json answer = result.json();
    answer_checks::checkHead(answer, "search", 3);
    answer_checks::checkKeys(answer, {"best", "front", "algorithm", "budget", "reachable",
                                      "samplingPlan", "run", "unquantized", "warnings"});
    const json &best = answer["best"];
    answer_checks::checkKeys(best, {"config", "predicted", "exact", "size", "layers"});
    CHECK(best["size"]["averageBits"] <= 4.0);
    CHECK(best["predicted"]["sqnr"].is_number());
    CHECK_EQUAL(best["exact"]["metrics"][0]["name"], "SQNR");
    CHECK_EQUAL(best["exact"]["metrics"][0]["n"], 24);
    // The usual ones, of which KID takes the built-in features.
    CHECK_EQUAL(best["exact"]["metrics"].size(), 3U);
    CHECK_EQUAL(best["exact"]["metrics"][1]["name"], "SWD");
    CHECK_EQUAL(best["exact"]["metrics"][2]["name"], "KID-avatarnet");
    CHECK(best["exact"]["metrics"][2]["quantized"].is_number());
    CHECK_EQUAL(best["config"]["format"], "quantloupe-configuration");
    CHECK_EQUAL(json::parse(quantloupe::readTextFile(out)), best["config"]);
    for (const json &layer : best["config"]["layers"])
        CHECK_EQUAL(layer["origin"], "search");
    CHECK_EQUAL(best["config"]["results"][0]["metric"], "SQNR");
    CHECK_EQUAL(best["config"]["results"][0]["n"], 24);
    CHECK_EQUAL(best["config"]["results"][0]["seed"], 3);
    CHECK_CONTAINS(best["config"]["provenance"]["command"].get<std::string>(),
                   "quantloupe-cli search ");
    CHECK(answer["front"].size() >= 3);
    // The file is used as any configuration is, and gives the size that was said.
    const auto compared = command::run({"compare", command::dcgan(), "--config", out.string(),
                                        "--count", "1", "--json", "--quiet"});
    CHECK_EQUAL(compared.code, 0);
    CHECK_EQUAL(compared.json()["size"]["bytes"], best["size"]["bytes"]);
}

TEST(sameSeedSameAnswer)
{
    for (const char *algorithm : {"knapsack", "greedy", "quadratic", "qgan"}) {
        freshCache();
        const Words words = {"--budget", "bits=4", "--algorithm", algorithm, "--metric", "sqnr"};
        const json first = searched(words).json();
        CHECK_EQUAL(searched(words).json()["best"]["layers"], first["best"]["layers"]);
        CHECK(first["best"]["size"]["averageBits"] <= 4.0);
    }
}

TEST(rulesOfLayers)
{
    freshCache();
    const json best = searched({"--budget", "bits=6", "--metric", "sqnr", "--set", "main.0=w3:em",
                                "--lock", "main.0", "--allow", "main.3=5", "--allow", "main.6=7"})
                          .json()["best"]["layers"];
    CHECK_EQUAL(best["main.0"], "w3:em,afloat");
    CHECK_EQUAL(best["main.3"], "w5,afloat");
    CHECK_EQUAL(best["main.6"], "w7,afloat");
    const json tied = searched({"--budget", "bits=4", "--metric", "sqnr", "--tie", "main.0,main.6"})
                          .json()["best"]["layers"];
    CHECK_EQUAL(tied["main.0"], tied["main.6"]);
    const json target = searched({"--budget", "bits=5", "--metric", "sqnr", "--target", "int4-int8",
                                  "--set", "*=a8"})
                            .json();
    for (const auto &[layer, spec] : target["best"]["layers"].items()) {
        // The latent itself has no quantizer.
        const std::string activation = layer == "main.0" ? "afloat" : "a8";
        CHECK(spec == "w4," + activation || spec == "w8," + activation);
    }
    checkRefused(searchWords({"--quiet", "--budget", "bits=5", "--target", "int4-int8"}),
                 "quantize activations first (--set '*=a8' on the command line)");
    checkRefused(
        searchWords({"--quiet", "--budget", "bits=5", "--target", "pow2-8", "--set", "*=a8"}),
        "choose from those that it takes (--method pow2).");
}

TEST(whatIsNotReachable)
{
    freshCache();
    const auto budget = searched({"--budget", "bytes=10", "--metric", "sqnr"});
    CHECK_EQUAL(budget.code, 3);
    CHECK_EQUAL(budget.json()["reachable"], false);
    CHECK_CONTAINS(budget.json()["nearest"].get<std::string>(), "the cheapest one has ");
    const auto bound = searched({"--bound", "sqnr=300", "--metric", "sqnr"});
    CHECK_EQUAL(bound.code, 3);
    CHECK_CONTAINS(bound.json()["nearest"].get<std::string>(), "the nearest one has SQNR ");
    CHECK(bound.json()["best"]["exact"].is_null());
}

TEST(boundsOnDistances)
{
    freshCache();
    const auto loose = searched({"--bound", "swd=100000", "--metric", "sqnr"});
    CHECK_EQUAL(loose.code, 0);
    // Anything will do: the cheapest of the front.
    CHECK_EQUAL(loose.json()["best"]["layers"], loose.json()["front"][0]["layers"]);
    CHECK_EQUAL(loose.json()["holdsOnUnseen"], true);
    CHECK_EQUAL(loose.json()["best"]["exact"]["metrics"][1]["name"], "SWD");
    CHECK_EQUAL(searched({"--bound", "swd=0", "--metric", "sqnr"}).code, 3);
}

TEST(whatWasMeasuredIsKept)
{
    freshCache();
    const Words words = {"--bound", "sqnr=20", "--metric", "sqnr"};
    const json first = searched(words).json();
    CHECK(first["run"]["measured"] > 0);
    Words again = words;
    again.emplace_back("--resume");
    const json second = searched(again).json();
    CHECK_EQUAL(second["run"]["measured"], 0);
    CHECK_EQUAL(second["run"]["known"], first["run"]["measured"]);
    CHECK_EQUAL(second["best"]["layers"], first["best"]["layers"]);
}

/// Killed while it measures layers, and again while it measures points: the rest is measured.
TEST(killedSearchGoesOnWhereItWas)
{
    freshCache();
    Words words = {"search",  command::dcgan(), "--threads", "1",       "--seed",
                   "3",       "--sweep-count",  "200",       "--count", "600",
                   "--bound", "sqnr=20",        "--metric",  "sqnr",    "--measure-front",
                   "--json",  "--quiet"};
    const json whole = command::run(words).json();
    const std::size_t cells = whole["run"]["measured"].get<std::size_t>();
    freshCache();
    const fs::path cache = fs::path(std::getenv("XDG_CACHE_HOME")) / "quantloupe" / "sensitivity";
    const auto kept = [&cache] {
        std::size_t lines = 0;
        if (fs::exists(cache))
            for (const auto &entry : fs::directory_iterator(cache)) {
                std::ifstream file(entry.path());
                for (std::string line; std::getline(file, line);)
                    ++lines;
            }
        return lines;
    };
    words.emplace_back("--resume");
    for (const std::size_t enough : {cells / 4, cells * 3 / 4})
        CHECK(command::run(words, {[&] { return kept() >= enough; }, SIGKILL}).code != 0);
    const std::size_t before = kept();
    const json resumed = command::run(words).json();
    CHECK_EQUAL(resumed["run"]["known"].get<std::size_t>() +
                    resumed["run"]["measured"].get<std::size_t>(),
                cells);
    CHECK(resumed["run"]["measured"].get<std::size_t>() <= cells - before + 1);
    CHECK_EQUAL(resumed["front"], whole["front"]);
    for (const char *part : {"layers", "measured", "predicted", "size"})
        CHECK_EQUAL(resumed["best"][part], whole["best"][part]);
    CHECK_EQUAL(resumed["best"]["exact"]["metrics"], whole["best"]["exact"]["metrics"]);
}

/// Each call is over at once, and all the same the next one goes on where it was.
TEST(searchesGoOnAfterTheirTime)
{
    for (const std::string algorithm : {"knapsack", "quadratic"}) {
        freshCache();
        const fs::path states = fs::path(std::getenv("XDG_CACHE_HOME")) / "quantloupe" / "searches";
        Words words = {"--budget", "bits=4", "--metric", "sqnr", "--algorithm", algorithm};
        const json whole = searched(words).json();
        CHECK_EQUAL(whole["finished"], true);
        CHECK_EQUAL(whole["frontFinished"], true);
        const auto kept = [&states] {
            std::string text;
            if (fs::exists(states))
                for (const auto &entry : fs::directory_iterator(states))
                    text += quantloupe::readTextFile(entry.path());
            return text;
        };
        // It came to its end.
        CHECK_EQUAL(kept(), "");
        Words cut = words;
        cut.insert(cut.end(), {"--time", "1e-9", "--resume"});
        const json first = searched(cut).json();
        CHECK_EQUAL(first["finished"], false);
        const std::string before = kept();
        CHECK(!before.empty());
        json last = searched(cut).json();
        CHECK(kept() != before);
        if (algorithm == "knapsack")
            for (int i = 0; i < 20 && last["finished"] == false; ++i)
                last = searched(cut).json();
        else {
            words.emplace_back("--resume");
            last = searched(words).json();
        }
        CHECK_EQUAL(last["finished"], true);
        CHECK_EQUAL(last["best"]["layers"], whole["best"]["layers"]);
        CHECK_EQUAL(last["best"]["predicted"], whole["best"]["predicted"]);
        if (algorithm == "quadratic") {
            CHECK_EQUAL(last["front"], whole["front"]);
            CHECK_EQUAL(kept(), "");
        }
    }
}

TEST(withoutResumeASearchBeginsAnew)
{
    freshCache();
    const Words cut = {"--budget", "bits=4", "--metric", "sqnr", "--time", "1e-9"};
    for (int i = 0; i < 6; ++i)
        CHECK_EQUAL(searched(cut).json()["finished"], false);
    Words text = searchWords(cut);
    CHECK_CONTAINS(command::run(text).output, "--resume goes on from here.");
    freshCache();
    text.emplace_back("--no-cache");
    CHECK(command::run(text).output.find("--resume") == std::string::npos);
    CHECK(!fs::exists(fs::path(std::getenv("XDG_CACHE_HOME")) / "quantloupe" / "searches"));
}

TEST(storesHoldCellsAndTrials)
{
    freshCache();
    const std::string store = (command::emptyFolder() / "runs.db").string();
    const auto result = searched({"--budget", "bits=4", "--store", store});
    CHECK_EQUAL(result.code, 0);
    const json answer = result.json();
    const json run =
        command::run({"runs", "show", "1", "--store", store, "--json"}).json()["runs"][0];
    CHECK_EQUAL(run["cells"].size(), answer["run"]["measured"]);
    // Every point of the front was tried, with the settings and the prediction of the answer.
    std::size_t found = 0;
    for (const json &point : answer["front"])
        for (const json &trial : run["trials"])
            if (trial["configuration"] == point["layers"] &&
                trial["result"]["predicted"] == point["predicted"]) {
                ++found;
                break;
            }
    CHECK_EQUAL(found, answer["front"].size());
    CHECK(found > 0);
}

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

TEST(refusals)
{
    freshCache();
    checkRefused({"search", command::dcgan(), "--quiet"}, "either --budget or --bound");
    checkRefused({"search", command::dcgan(), "--quiet", "--budget", "bits=4", "--bound", "swd=1"},
                 "either --budget or --bound");
    for (const char *cost : {"bytes", "bops"})
        checkRefused(
            {"search", command::dcgan(), "--quiet", "--budget", "bits=4", "--bound-cost", cost},
            "leave --bound-cost out");
    checkRefused({"search", command::dcgan(), "--quiet", "--budget", "bits=4MB"},
                 "A budget is bytes=1MB");
    checkRefused({"search", command::dcgan(), "--quiet", "--bound", "swd"}, "A bound is a metric");
    checkRefused({"search", command::dcgan(), "--quiet", "--budget", "bits=4", "--lock", "no*"},
                 "'no*' matches no layer");
    checkRefused({"search", command::dcgan(), "--quiet", "--budget", "bits=4", "--tie", "main.0"},
                 "--tie takes two layers");
    checkRefused({"search", command::dcgan(), "--quiet", "--budget", "bits=4", "--allow", "*=99"},
                 "write PATTERN=BITS");
    checkRefused({"search", command::dcgan(), "--quiet", "--budget", "bits=4", "--target", "tpu9"},
                 "tpu9");
    checkRefused(
        {"search", command::dcgan(), "--quiet", "--budget", "bits=4", "--algorithm", "luck"},
        "There is no search algorithm 'luck'");
}

bool wasMeasured()
{
    return fs::exists(fs::path(std::getenv("XDG_CACHE_HOME")) / "quantloupe" / "sensitivity");
}

/// Before anything was measured, which may take hours.
TEST(whatTheConfirmationMisses)
{
    freshCache();
    for (const std::string file : {"nonet", "none/inception.pth"}) {
        checkRefused(searchWords({"--quiet", "--budget", "bits=4", "--extractor", file}), file);
        checkRefused(
            searchWords({"--quiet", "--bound", "fid=9", "--metric", "sqnr", "--extractor", file}),
            file);
    }
    CHECK(!wasMeasured());
}

TEST(whereTheBestCannotBeWritten)
{
    freshCache();
    const fs::path folder = command::emptyFolder();
    for (const auto &[out, part] :
         {std::pair{folder / "none" / "best.json", std::string("could not be written")},
          std::pair{folder / "best.txt", std::string("end in .json")},
          std::pair{folder / "folder.json", std::string("is a folder; choose a file.")}}) {
        fs::create_directories(folder / "folder.json");
        checkRefused(searchWords({"--quiet", "--budget", "bits=4", "--out", out.string()}), part);
    }
    // Nothing was measured, and nothing lies there.
    CHECK(!wasMeasured());
    CHECK_EQUAL(std::distance(fs::directory_iterator(folder), fs::directory_iterator()), 1);
}

TEST(helpShowsAlgorithmsAndTargets)
{
    const std::string help = command::run({"search", "--help"}).output;
    for (const char *part : {"knapsack", "arXiv 1901.08263", "int4-int8", "Example: "})
        CHECK_CONTAINS(help, part);
}

// SPDX-License-Identifier: GPL-3.0-or-later
// What a search measured is kept, and an interrupted one goes on where it was.
#include "base/file_io.h"
#include "plain_test.h"
#include "searches.h"

#include <csignal>

using namespace searches;

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
    words.emplace_back("--resume");
    for (const std::size_t enough : {cells / 4, cells * 3 / 4})
        CHECK(command::run(words, {[&] { return keptCells() >= enough; }, SIGKILL}).code != 0);
    const std::size_t before = keptCells();
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

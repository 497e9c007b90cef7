// SPDX-License-Identifier: GPL-3.0-or-later
// Which layer hurts: answers, tables, refusals, and that a killed sweep goes on where it was.
#include "command.h"
#include "plain_test.h"
#include "refusal.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

using Words = std::vector<std::string>;

/// A new cache for the programs from here on.
fs::path freshCache()
{
    const fs::path folder = command::emptyFolder();
    ::setenv("XDG_CACHE_HOME", folder.c_str(), 1);
    return folder / "quantloupe" / "sensitivity";
}

Words sweep(const Words &more)
{
    Words words = {"sensitivity", command::dcgan(), "--threads", "1", "--seed", "3"};
    words.insert(words.end(), more.begin(), more.end());
    return words;
}

json answer(const Words &more)
{
    Words words = sweep(more);
    words.insert(words.end(), {"--json", "--quiet"});
    const auto result = command::run(words);
    CHECK_EQUAL(result.code, 0);
    CHECK_EQUAL(result.errors, "");
    return result.json();
}

Words operator+(Words first, const Words &second)
{
    first.insert(first.end(), second.begin(), second.end());
    return first;
}

/// All that a store holds of a run.
json storedRun(const std::string &store, const std::string &run)
{
    return command::run({"runs", "show", run, "--store", store, "--json"}).json()["runs"][0];
}

/// Without what differs from run to run.
json timeless(json answer)
{
    for (json &cell : answer["measurements"])
        cell.erase("seconds");
    answer.erase("run");
    return answer;
}

std::size_t linesIn(const fs::path &folder)
{
    std::size_t lines = 0;
    if (!fs::exists(folder))
        return 0;
    for (const auto &entry : fs::directory_iterator(folder)) {
        std::ifstream file(entry.path());
        for (std::string line; std::getline(file, line);)
            ++lines;
    }
    return lines;
}

} // namespace

TEST(answerHoldsWhatTheContractSays)
{
    freshCache();
    const json given =
        answer({"--bits", "8,4,2", "--site", "weights,activations", "--mode", "alone,leave-one-out",
                "--count", "12", "--sketch", "--repeats", "2"});
    CHECK_EQUAL(given["tool"], "quantloupe");
    CHECK_EQUAL(given["command"], "sensitivity");
    CHECK_EQUAL(given["seed"], 3);
    CHECK_EQUAL(given["metric"], "sqnr");
    CHECK_EQUAL(given["count"], 12);
    // Three layers' weights and, the first one reading the latent, two activations.
    CHECK_EQUAL(given["cells"].size(), 3 * (3 + 2) * 2U);
    CHECK_EQUAL(given["ranking"].size(), 3 * 2 * 2U);
    CHECK_EQUAL(given["redundancy"].size(), 4U);
    CHECK_EQUAL(given["redundancy"][0]["layers"].size(), 3U);
    CHECK_EQUAL(given["redundancy"][0]["correlations"].size(), given["ranking"].size());
    for (const json &cell : given["cells"]) {
        for (const char *key :
             {"layer", "site", "mode", "method", "bits", "value", "interval", "predicted"})
            CHECK(cell.contains(key));
        CHECK(cell["value"].is_number());
        CHECK(cell["interval"][0] <= cell["value"] && cell["value"] <= cell["interval"][1]);
        CHECK_EQUAL(cell["predicted"].is_number(), cell["site"] == "weights");
        CHECK_EQUAL(cell["method"], cell["site"] == "weights" ? "mse" : "percentile");
    }
    CHECK(given["sketch"]["spearman"].is_number());
    CHECK(given["sketch"]["meanError"].is_number());
    CHECK_EQUAL(given["sketch"]["byBits"].size(), 3U);
    CHECK(std::string(given["warnings"].dump()).find("network's own input") != std::string::npos);
}

TEST(layerAndMethodAreTheOnesAskedFor)
{
    freshCache();
    const json given =
        answer({"--bits", "3", "--method", "em:tensor", "--count", "4", "--layer", "main.3"});
    CHECK_EQUAL(given["cells"].size(), 1U);
    CHECK_EQUAL(given["cells"][0]["layer"], "main.3");
    CHECK_EQUAL(given["cells"][0]["setting"], "w3:em:tensor,afloat");
}

TEST(partsOfNamedSamples)
{
    freshCache();
    const Words base = {"--set", "*=w2", "--mode", "leave-one-out", "--metric", "psnr"};
    const json part = answer(base + Words{"--samples", "7:2", "--region", "4,3,6x5"});
    CHECK_EQUAL(part["samples"], "7:2");
    CHECK_EQUAL(part["region"], "4,3,6x5");
    CHECK_EQUAL(part["cells"].size(), 3U);
    CHECK_EQUAL(part["measurements"][0]["n"], 1);
    const json whole = answer(base + Words{"--samples", "7:2"});
    const json other = answer(base + Words{"--samples", "7:3", "--region", "4,3,6x5"});
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(part["cells"][i]["value"] != whole["cells"][i]["value"]);
        CHECK(part["cells"][i]["value"] != other["cells"][i]["value"]);
        // Of just this sample, the values are what they are.
        CHECK_EQUAL(part["ranking"][0]["layers"][i]["tiesWithNext"], false);
    }
    checkRefused(sweep({"--region", "4,3,6"}), "is no region of a picture");
    checkRefused(sweep({"--region", "12,3,6x5"}), "does not lie within pictures of 16x16 pixels");
    checkRefused(sweep({"--samples", "7"}), "7");
    checkRefused(sweep({"--samples", "7:2", "--metric", "swd"}), "sqnr, psnr or ssim");
}

TEST(killedSweepGoesOnWhereItWas)
{
    const Words what = {"--bits", "8,6,5,4,3,2", "--count", "600", "--site", "weights,both"};
    freshCache();
    const json whole = answer(what);
    // Both sites of the first layer are its weight alone: six settings are measured once.
    CHECK_EQUAL(whole["run"]["known"], 6);

    const fs::path cache = freshCache();
    const auto killed = command::run(sweep(what), {[&] { return linesIn(cache) >= 6; }, SIGKILL});
    CHECK(killed.code != 0);
    const std::size_t kept = linesIn(cache);
    CHECK(kept >= 6 && kept < whole["measurements"].size());
    // The line it was writing.
    for (const auto &entry : fs::directory_iterator(cache))
        std::ofstream(entry.path(), std::ios::app) << "{\"key\": \"half a";

    Words resuming = what;
    resuming.emplace_back("--resume");
    const json resumed = answer(resuming);
    CHECK(timeless(resumed) == timeless(whole));
    CHECK(resumed["run"]["known"].get<std::size_t>() >= kept);
    CHECK_EQUAL(resumed["run"]["measured"].get<std::size_t>() +
                    resumed["run"]["known"].get<std::size_t>(),
                whole["measurements"].size());
    // Everything is there now.
    const json again = answer(resuming);
    CHECK_EQUAL(again["run"]["measured"], 0);
    CHECK(timeless(again) == timeless(whole));
    // Without it all is measured anew.
    CHECK(answer(what)["run"]["measured"].get<std::size_t>() > 0);
}

TEST(killedSweepGoesOnFromItsStore)
{
    const Words what = {"--bits", "8,6,5,4,3,2", "--count", "600"};
    freshCache();
    const json whole = answer(what);
    const std::string store = (command::emptyFolder() / "runs.db").string();
    const Words intoStore = what + Words{"--store", store};
    fs::path cache = freshCache();
    const auto killed =
        command::run(sweep(intoStore), {[&] { return linesIn(cache) >= 6; }, SIGKILL});
    CHECK(killed.code != 0);
    const std::size_t kept = linesIn(cache);
    const json first = storedRun(store, "1");
    CHECK_EQUAL(first["state"], "interrupted");
    // The cell that it was writing may be in one place only.
    CHECK(first["cells"].size() + 1 >= kept && first["cells"].size() <= kept + 1);
    CHECK(first["cells"].size() < whole["measurements"].size());

    // Another machine's cache has nothing of it.
    freshCache();
    const json resumed = answer(intoStore + Words{"--resume"});
    CHECK(timeless(resumed) == timeless(whole));
    CHECK_EQUAL(resumed["run"]["known"], first["cells"].size());
    const json second = storedRun(store, "2");
    CHECK_EQUAL(second["cells"].size(), whole["measurements"].size());
    CHECK_EQUAL(command::run({"runs", "verify", "2", "--store", store, "--quiet"}).code, 0);
    // What no one asked for is not taken over.
    freshCache();
    CHECK_EQUAL(answer(intoStore)["run"]["known"], 0);
}

TEST(nothingIsKeptWithoutCaches)
{
    const fs::path cache = freshCache();
    const json without = answer({"--bits", "4", "--count", "5", "--no-cache"});
    CHECK(!fs::exists(cache));
    CHECK_EQUAL(without["run"]["stepsSkipped"], 0);
    // And the values are the same to the bit.
    const json with = answer({"--bits", "4", "--count", "5"});
    CHECK(without["cells"] == with["cells"]);
    CHECK(with["run"]["stepsSkipped"] > 0);
}

TEST(tableAndCellsOnTheWay)
{
    freshCache();
    const auto result = command::run(sweep({"--bits", "8,2", "--count", "10", "--sketch"}));
    CHECK_EQUAL(result.code, 0);
    CHECK_CONTAINS(result.errors, "main.6, weights, one layer alone, 2 bits: ");
    for (const char *part : {"SQNR [dB] of weights, one layer alone", "8 bits", "2 bits", "main.0",
                             "The most sensitive first", "10 samples, 1 repeat; 6 cells measured",
                             "map-ratio", "Spearman", "probes on 10 samples"})
        CHECK_CONTAINS(result.output, part);
}

TEST(distancesOfOneRepeatGiveNoOrder)
{
    freshCache();
    const Words what = {"--bits", "2", "--count", "12", "--metric", "swd"};
    const auto once = command::run(sweep(what));
    CHECK_EQUAL(once.code, 0);
    CHECK_CONTAINS(once.output, " = main.");
    CHECK(once.output.find(" > ") == std::string::npos);
    const std::string why = "Values by SWD have no intervals within one repeat";
    CHECK_CONTAINS(once.output, why);
    CHECK(answer(what)["warnings"].dump().find(why) != std::string::npos);
    CHECK(answer(what + Words{"--repeats", "2"})["warnings"].dump().find(why) == std::string::npos);
}

TEST(tooFewSamplesAreMarked)
{
    freshCache();
    const Words what = {"--bits", "2", "--count", "16", "--metric", "fid", "--layer", "main.6"};
    const auto given = command::run(sweep(what));
    CHECK_EQUAL(given.code, 0);
    CHECK_CONTAINS(given.output, " of 16 samples each: no more samples than features.");
    const json again = answer(what);
    CHECK_EQUAL(again["measurements"][0]["mark"], "no more samples than features");
    CHECK(again["warnings"].dump().find("no more samples than features") != std::string::npos);
    // Nothing is amiss with others.
    const auto other = command::run(sweep({"--bits", "2", "--count", "16"}));
    CHECK(other.output.find("samples each") == std::string::npos);
}

/// As a repeat, the second one would tell an interval of width zero.
TEST(whatIsNamedTwiceIsMeasuredOnce)
{
    freshCache();
    const Words once = {"--count", "10", "--bits", "4"};
    const Words twice = {"--count", "10",     "--bits",  "4,4",    "--site",
                         "weights", "--site", "weights", "--mode", "alone,alone"};
    CHECK_EQUAL(timeless(answer(twice)), timeless(answer(once)));
}

/// SSIM needs larger windows than this region.
TEST(whatHasNoValueIsSaid)
{
    freshCache();
    const Words nothing = sweep(
        {"--quiet", "--bits", "4", "--samples", "0:1", "--region", "0,0,2x2", "--metric", "ssim"});
    const std::string text = command::run(nothing).output;
    CHECK_CONTAINS(text, "No value in 3 of 3 cells: ");
    CHECK_EQUAL(text.find("The most sensitive first"), std::string::npos);
    CHECK_EQUAL(text.find("rank correlation"), std::string::npos);
    const std::string sketch = command::run(sweep({"--quiet", "--bits", "4", "--count", "4",
                                                   "--site", "activations", "--sketch"}))
                                   .output;
    CHECK_CONTAINS(sketch, "A sketch tells nothing of quantized activations");
    CHECK_EQUAL(sketch.find("Spearman"), std::string::npos);
}

TEST(refusals)
{
    freshCache();
    const auto check = [](const Words &more, const std::string &part) {
        const auto result = command::run(sweep(more));
        CHECK_EQUAL(result.code, 1);
        CHECK_EQUAL(result.output, "");
        CHECK_CONTAINS(result.errors, part);
    };
    check({"--site", "biases"}, "There is no site 'biases'; the sites are weights");
    check({"--mode", "both"}, "There is no mode 'both'; the modes are alone, leave-one-out.");
    check({"--metric", "sqnr,psnr"}, "give --metric one name");
    check({"--metric", "layer-sqnr"}, "instead of layer-sqnr");
    // Predicted SQNR is no other metric.
    for (const char *metric : {"psnr", "ssim", "swd", "fid", "kid"})
        check({"--metric", metric, "--sketch"}, "choose the metric sqnr or leave the sketch out.");
    check({"--method", "best"}, "There is no method 'best'; there are minmax, mse");
    check({"--layer", "main.9"}, "'main.9' matches no layer");
    check({"--bits", "40"}, "--bits");
    check({"--resume", "--no-cache"}, "--no-cache");
}

TEST(helpShowsAnExample)
{
    const std::string help = command::run({"sensitivity", "--help"}).output;
    CHECK_CONTAINS(help, "Example: quantloupe-cli sensitivity");
    for (const char *option : {"--bits", "--method", "--metric", "--site", "--mode", "--reference",
                               "--count", "--repeats", "--sketch", "--resume"})
        CHECK_CONTAINS(help, option);
}

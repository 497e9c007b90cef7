// SPDX-License-Identifier: GPL-3.0-or-later
// Searches: rules, answers, exit statuses and refusals.
#include "answer_checks.h"
#include "base/file_io.h"
#include "plain_test.h"
#include "refusal.h"
#include "searches.h"

#include <iterator>
#include <utility>

using namespace searches;

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
    for (const char *one : {"main.0", "main.0,main.0"})
        checkRefused({"search", command::dcgan(), "--quiet", "--budget", "bits=4", "--tie", one},
                     "--tie takes two different layers");
    checkRefused({"search", command::dcgan(), "--quiet", "--budget", "bits=4", "--allow", "*=99"},
                 "write PATTERN=BITS");
    checkRefused({"search", command::dcgan(), "--quiet", "--budget", "bits=4", "--target", "tpu9"},
                 "tpu9");
    checkRefused(
        {"search", command::dcgan(), "--quiet", "--budget", "bits=4", "--algorithm", "luck"},
        "There is no search algorithm 'luck'");
}

/// Before anything was measured, which may take hours.
TEST(whatTheConfirmationMisses)
{
    freshCache();
    const fs::path text = command::emptyFolder() / "text.pth";
    std::ofstream(text) << "no network\n";
    for (const std::string &file :
         {std::string("nonet"), std::string("none/inception.pth"), text.string()}) {
        checkRefused(searchWords({"--quiet", "--budget", "bits=4", "--extractor", file}), file);
        checkRefused(
            searchWords({"--quiet", "--bound", "fid=9", "--metric", "sqnr", "--extractor", file}),
            file);
    }
    CHECK_EQUAL(keptCells(), 0U);
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
    CHECK_EQUAL(keptCells(), 0U);
    CHECK_EQUAL(std::distance(fs::directory_iterator(folder), fs::directory_iterator()), 1);
}

TEST(helpShowsAlgorithmsAndTargets)
{
    const std::string help = command::run({"search", "--help"}).output;
    for (const char *part : {"knapsack", "arXiv 1901.08263", "int4-int8", "Example: "})
        CHECK_CONTAINS(help, part);
}

// SPDX-License-Identifier: GPL-3.0-or-later
// Corrections: chosen by options and files, and what they bought.
#include "answer_checks.h"
#include "command.h"
#include "refusal.h"

#include "base/file_io.h"

#include <fstream>

using answer_checks::checkKeys;
using nlohmann::json;

namespace {

std::vector<std::string> compare(const std::vector<std::string> &extra)
{
    std::vector<std::string> words = {"compare", command::dcgan(),    "--set",
                                      "*=w3",    "--count",           "2",
                                      "--json",  "--calibrate-count", "64"};
    words.insert(words.end(), extra.begin(), extra.end());
    return words;
}

json answer(const std::vector<std::string> &extra)
{
    const auto result = command::run(compare(extra));
    CHECK_EQUAL(result.code, 0);
    return result.json();
}

json layersOf(const json &compared, const char *correction)
{
    json names = json::array();
    for (const json &layer : compared["corrections"]["layers"])
        for (const json &each : layer["corrections"])
            if (each == correction)
                names.push_back(layer["name"]);
    return names;
}

json allLayers(const json &compared)
{
    json names = json::array();
    for (const json &layer : compared["layers"])
        names.push_back(layer["name"]);
    return names;
}

} // namespace

TEST(correctionsSayWhatTheyBought)
{
    const json plain = answer({});
    CHECK(!plain.contains("corrections"));
    const json found = answer({"--bias-correction"});
    const json &corrections = found["corrections"];
    CHECK_EQUAL(corrections["samples"], 64);
    CHECK_EQUAL(layersOf(found, "bias-correction"), allLayers(found));
    CHECK_EQUAL(layersOf(found, "reestimate-bn"), json::array());
    CHECK(corrections["output"]["sqnrAfter"].get<double>() !=
          corrections["output"]["sqnrBefore"].get<double>());
    for (const json &layer : corrections["layers"])
        checkKeys(layer, {"name", "corrections", "sqnrBefore", "sqnrAfter", "channels",
                          "skippedChannels", "norms", "roundingErrorBefore", "roundingErrorAfter"});
    // A DCGAN's layers have no bias before.
    CHECK(found["size"]["bytes"].get<int>() > plain["size"]["bytes"].get<int>());
    const json norms = answer({"--reestimate-bn"});
    CHECK_EQUAL(norms["size"]["bytes"], plain["size"]["bytes"]);
    CHECK_EQUAL(norms["corrections"]["layers"][0]["norms"], 1);
    const auto table = command::run(
        {"compare", command::dcgan(), "--set", "*=w3", "--count", "2", "--bias-correction"});
    for (const char *word : {"bias-correction", "judged on 64 samples", "(output)"})
        CHECK_CONTAINS(table.output, word);
}

TEST(eachCorrectionSaysWhatItBought)
{
    const std::vector<std::string> all = {"--fold-bn", "--equalize", "--reestimate-bn",
                                          "--bias-correction"};
    const json found = answer(all)["corrections"];
    // A folded norm has nothing to re-estimate, and the last layer has none.
    const json &steps = found["steps"];
    std::vector<std::string> words;
    std::size_t passed = 0;
    for (const std::string &word : all) {
        words.push_back(word);
        if (passed < steps.size() && "--" + steps[passed]["correction"].get<std::string>() == word)
            CHECK_EQUAL(steps[passed++]["sqnr"],
                        answer(words)["corrections"]["output"]["sqnrAfter"]);
    }
    CHECK_EQUAL(passed, steps.size());
    CHECK_EQUAL(passed, 3U);
    CHECK_EQUAL(steps.back()["sqnr"], found["output"]["sqnrAfter"]);
    CHECK_EQUAL(answer({"--equalize"})["corrections"]["steps"], json::array());
    std::vector<std::string> shown = {"compare", command::dcgan(), "--set", "*=w3", "--count", "2"};
    shown.insert(shown.end(), {"--fold-bn", "--bias-correction"});
    const auto table = command::run(shown);
    for (const char *word :
         {"each added to those before it: none ", ", fold-bn ", ", bias-correction "})
        CHECK_CONTAINS(table.output, word);
}

TEST(normsAreFoldedAndLayersEqualized)
{
    const json found = answer({"--fold-bn", "--equalize"});
    json expected = allLayers(found);
    expected.erase(expected.size() - 1);
    for (const char *correction : {"fold-bn", "equalize"})
        CHECK_EQUAL(layersOf(found, correction), expected);
    CHECK_EQUAL(found["warnings"].size(), answer({})["warnings"].size());
    CHECK_EQUAL(found["samples"], answer({"--fold-bn", "--equalize"})["samples"]);
    CHECK(found["samples"] != answer({"--fold-bn"})["samples"]);
    // The float network it is compared with is the same.
    CHECK_EQUAL(found["corrections"]["output"]["sqnrBefore"],
                answer({"--bias-correction"})["corrections"]["output"]["sqnrBefore"]);
}

TEST(foldingSaysWhatItLeavesAlone)
{
    const json few = answer({"--fold-bn", "--set", "main.3=w2"});
    CHECK_EQUAL(layersOf(few, "fold-bn").size(), allLayers(few).size() - 2);
    CHECK_CONTAINS(few["warnings"].back().get<std::string>(),
                   "Folding leaves the batch norms behind main.3 as they are: its weight has 1 or "
                   "2 bits");
    const json unfolded = answer({"--equalize"});
    CHECK_EQUAL(layersOf(unfolded, "equalize"), json::array());
    CHECK_CONTAINS(unfolded["warnings"].back().get<std::string>(), "fold it (--fold-bn), too");
}

TEST(estimationSaysWhatItLeavesAlone)
{
    const json last = answer({"--reestimate-bn=main.6"});
    CHECK_EQUAL(layersOf(last, "reestimate-bn"), json::array());
    CHECK_EQUAL(last["corrections"]["steps"], json::array());
    CHECK_EQUAL(last["corrections"]["output"]["sqnrAfter"],
                last["corrections"]["output"]["sqnrBefore"]);
    CHECK_CONTAINS(last["warnings"].back().get<std::string>(),
                   "Batch-norm re-estimation leaves main.6 as it is: no batch norm");
    // Each says it for itself.
    const json both = answer({"--reestimate-bn=main.6", "--fold-bn=main.6"});
    CHECK_EQUAL(both["warnings"].size(), last["warnings"].size() + 1);
    const json all = answer({"--reestimate-bn"});
    CHECK_EQUAL(all["warnings"].size(), answer({})["warnings"].size());
    CHECK_EQUAL(all["corrections"]["steps"].size(), 1U);
    const json bare =
        answer({"--reestimate-bn", "--set", "main.0=wfloat", "--set", "main.3=wfloat"});
    CHECK_EQUAL(layersOf(bare, "reestimate-bn"), json::array());
    CHECK_CONTAINS(bare["warnings"].back().get<std::string>(),
                   "Batch-norm re-estimation has no effect: none of the quantized layers");
}

TEST(roundingBringsLayersCloser)
{
    const json plain = answer({});
    const json found = answer({"--adaround", "--adaround=except:position:last"});
    json expected = allLayers(found);
    expected.erase(expected.size() - 1);
    CHECK_EQUAL(layersOf(found, "adaround"), expected);
    CHECK_EQUAL(found["size"]["bytes"], plain["size"]["bytes"]);
    const json &output = found["corrections"]["output"];
    CHECK(output["sqnrAfter"].get<double>() > output["sqnrBefore"].get<double>());
    for (const json &layer : found["corrections"]["layers"]) {
        const json &before = layer["roundingErrorBefore"];
        const json &after = layer["roundingErrorAfter"];
        CHECK_EQUAL(before.is_null(), layer["corrections"].empty());
        CHECK_EQUAL(after.is_null(), layer["corrections"].empty());
        if (!before.is_null())
            CHECK(after.get<double>() < before.get<double>() && after.get<double>() > 0);
    }
    // The nearest codes are those with the least error of the weights themselves.
    CHECK(found["layers"][0]["sqnr"].get<double>() < plain["layers"][0]["sqnr"].get<double>());
    CHECK_EQUAL(found["samples"],
                answer({"--adaround", "--adaround=except:position:last"})["samples"]);
}

TEST(roundingSaysWhatItLeavesAlone)
{
    const json found = answer({"--adaround", "--set", "main.3=w2:kmeans"});
    CHECK_EQUAL(layersOf(found, "adaround").size(), allLayers(found).size() - 1);
    CHECK_EQUAL(found["warnings"].size(), answer({})["warnings"].size() + 1);
    CHECK_CONTAINS(found["warnings"].back().get<std::string>(),
                   "AdaRound leaves the weight of main.3 as it is");
}

/// Their levels are equally far apart, too.
TEST(roundingSaysWhichMethodsItTakes)
{
    for (const char *spec : {"main.3=w1", "main.3=w2:ternary"}) {
        const json found = answer({"--adaround=main.3", "--set", spec});
        CHECK_EQUAL(found["warnings"].back(),
                    "AdaRound leaves the weight of main.3 as it is: it rounds to the levels of the "
                    "uniform methods alone; choose minmax, mse or pow2, with 2 bits or more.");
    }
}

TEST(correctionsOfFloatLayersSaySo)
{
    const std::string note = "Corrections have no effect: no layer that they are on for has a "
                             "quantized weight or activation.";
    const std::vector<std::string> plain = {"compare", command::dcgan(), "--count", "1", "--json"};
    const std::vector<std::vector<std::string>> idle = {
        {"--adaround", "--bias-correction", "--fold-bn"},
        {"--set", "main.3=w4", "--bias-correction=main.0"}};
    for (const std::vector<std::string> &words : idle) {
        std::vector<std::string> corrected = plain;
        corrected.insert(corrected.end(), words.begin(), words.end());
        const auto result = command::run(corrected);
        CHECK_EQUAL(result.code, 0);
        CHECK(!result.json().contains("corrections"));
        CHECK_EQUAL(result.json()["warnings"].back(), note);
        CHECK_CONTAINS(result.errors, note);
    }
    const auto without = command::run(plain);
    CHECK_EQUAL(without.errors.find("Corrections have no effect"), std::string::npos);
    const json effective = answer({"--bias-correction"});
    for (const json &warning : effective["warnings"])
        CHECK(warning != note);
}

TEST(patternsChooseLayers)
{
    const json some = answer({"--bias-correction=main.3", "--reestimate-bn"});
    CHECK_EQUAL(layersOf(some, "bias-correction"), json({"main.3"}));
    // No batch norm is behind the last layer.
    json expected = allLayers(some);
    expected.erase(expected.size() - 1);
    CHECK_EQUAL(layersOf(some, "reestimate-bn"), expected);
    const json others = answer({"--bias-correction", "--bias-correction=except:position:last"});
    CHECK_EQUAL(layersOf(others, "bias-correction"), expected);
    checkRefused(compare({"--bias-correction=nothing", "--quiet"}), "matches no layer");
}

TEST(emptyPatternsAreRefused)
{
    for (const std::string option :
         {"--fold-bn", "--equalize", "--adaround", "--reestimate-bn", "--bias-correction"})
        checkRefused(compare({option + "=", "--quiet"}),
                     option + "= names no layer; give " + option + " for all of them");
    checkRefused(compare({"--beside", "*=w3;--bias-correction=", "--quiet"}),
                 "bias-correction= names no layer");
}

TEST(configurationsHoldCorrections)
{
    const std::string file = (command::emptyFolder() / "c.json").string();
    const auto made =
        command::run({"calibrate", command::dcgan(), "--set", "*=w3,a8", "--calibrate-count", "64",
                      "--bias-correction", "--reestimate-bn=main.3", "--out", file, "--json"});
    CHECK_EQUAL(made.code, 0);
    json saved = json::parse(quantloupe::readTextFile(file));
    CHECK_EQUAL(saved["corrections"], json({{"bias-correction", true}}));
    CHECK_EQUAL(saved["layers"][1]["corrections"], json({{"reestimate-bn", true}}));
    CHECK(!saved["layers"][0].contains("corrections"));
    const std::vector<std::string> words = {"compare", command::dcgan(), "--count", "2",
                                            "--json",  "--config",       file};
    const json loaded = command::run(words).json();
    const json spoken = answer({"--set", "*=w3,a8", "--bias-correction", "--reestimate-bn=main.3"});
    CHECK_EQUAL(loaded["corrections"], spoken["corrections"]);
    CHECK_EQUAL(loaded["samples"], spoken["samples"]);
    saved["corrections"]["wishful-thinking"] = true;
    std::ofstream(file) << saved.dump(2);
    checkRefused(words, "an unknown correction 'wishful-thinking'");
}

// SPDX-License-Identifier: GPL-3.0-or-later
// Activation ranges: chosen, kept in a configuration, used from there.
#include "answer_checks.h"
#include "command.h"
#include "refusal.h"

#include "base/file_io.h"

#include <fstream>

using answer_checks::checkHead;
using answer_checks::checkKeys;
using nlohmann::json;

namespace {

std::vector<std::string> calibrate(const std::vector<std::string> &extra)
{
    std::vector<std::string> words = {"calibrate", command::dcgan(), "--calibrate-count", "24",
                                      "--json"};
    words.insert(words.end(), extra.begin(), extra.end());
    return words;
}

/// A configuration with ranges for 8-bit activations, and its path.
std::pair<json, std::string> savedRanges()
{
    const std::string file = (command::emptyFolder() / "c.json").string();
    const auto result =
        command::run(calibrate({"--set", "*=w8,a8:meanmax:sym", "--seed", "3", "--out", file}));
    CHECK_EQUAL(result.code, 0);
    CHECK_EQUAL(result.json()["files"], json({file}));
    return {json::parse(quantloupe::readTextFile(file)), file};
}

json rangeOf(const json &answer, std::size_t layer)
{
    return answer["layers"][layer]["activationRange"];
}

} // namespace

TEST(calibrateAnswers)
{
    const auto result = command::run(calibrate({"--set", "*=a8:entropy", "--seed", "3"}));
    CHECK_EQUAL(result.code, 0);
    const json answer = result.json();
    checkHead(answer, "calibrate", 3);
    checkKeys(answer, {"samplingPlan", "layers", "samples", "seconds", "files", "warnings"});
    // The first layer reads the latent.
    CHECK_EQUAL(answer["layers"].size(), 2U);
    checkKeys(answer["layers"][0], {"name", "activation", "low", "high", "scale", "zeroPoint",
                                    "quantMin", "quantMax", "clipped", "clippedHeldOut"});
    // Of another stream than that of the calibration.
    CHECK_EQUAL(answer["heldOut"], json({{"samples", 64}, {"stream", "sweep"}, {"seed", 3}}));
    CHECK_EQUAL(answer["layers"][0]["activation"], "a8:entropy");
    CHECK_EQUAL(answer["samples"], json({{"pictures", 0}, {"drawn", 24}}));
    const json compared = command::run({"compare", command::dcgan(), "--json", "--set",
                                        "*=a8:entropy", "--seed", "3", "--calibrate-count", "24"})
                              .json();
    CHECK_EQUAL(rangeOf(compared, 1),
                json({answer["layers"][0]["low"], answer["layers"][0]["high"]}));
    const auto table =
        command::run({"calibrate", command::dcgan(), "--set", "*=a8", "--calibrate-count", "8"});
    for (const char *word :
         {"main.3", "zero point", "clipped held-out", "a8", "64 samples of another stream"})
        CHECK_CONTAINS(table.output, word);
}

TEST(everyEstimatorGivesARange)
{
    for (const char *estimator : {"minmax", "average", "average=0.2", "meanmax", "percentile",
                                  "percentile=0.01", "mse", "entropy"})
        for (const char *mapping : {"", ":sym"}) {
            const std::string setting = std::string("*=a6:") + estimator + mapping;
            const auto result = command::run(calibrate({"--set", setting}));
            CHECK_EQUAL(result.code, 0);
            CHECK(result.json()["layers"][0]["scale"].get<double>() > 0);
        }
}

TEST(savedRangesSayWhereTheyComeFrom)
{
    const auto [saved, file] = savedRanges();
    CHECK_EQUAL(saved["calibration"]["source"], "latents");
    CHECK_EQUAL(saved["calibration"]["count"], 24);
    CHECK_EQUAL(saved["calibration"]["seed"], 3);
    CHECK_CONTAINS(saved["calibration"]["madeBy"].get<std::string>(), QUANTLOUPE_VERSION);
    CHECK_EQUAL(saved["layers"][1]["activation"]["estimator"], "meanmax");
    CHECK_EQUAL(saved["layers"][1]["activation"]["symmetric"], true);
    checkKeys(saved["layers"][1]["activation"]["range"], {"scale", "zeroPoint", "clipped"});
}

TEST(savedRangesAreUsed)
{
    auto [saved, file] = savedRanges();
    json &range = saved["layers"][1]["activation"]["range"];
    range["scale"] = 0.125;
    const double high = 0.125 * range["quantMax"].get<double>();
    std::ofstream(file) << saved.dump(2);
    const auto compare = [&](const std::vector<std::string> &extra) {
        std::vector<std::string> words = {"compare", command::dcgan(), "--config", file, "--count",
                                          "2",       "--json"};
        words.insert(words.end(), extra.begin(), extra.end());
        return command::run(words);
    };
    const json kept = compare({}).json();
    CHECK_EQUAL(rangeOf(kept, 1)[1].get<double>(), high);
    // Another observer of this layer, other samples, or a wish for new ones.
    CHECK(rangeOf(compare({"--set", "main.3=a8:minmax"}).json(), 1)[1].get<double>() != high);
    const auto others = compare({"--calibrate-count", "9"});
    CHECK(rangeOf(others.json(), 1)[1].get<double>() != high);
    CHECK_CONTAINS(others.errors, "made anew");
    const auto again = compare({"--calibrate-on", "latents"});
    CHECK(rangeOf(again.json(), 1)[1].get<double>() != high);
    CHECK(again.errors.find("made anew") == std::string::npos);
}

TEST(picturesAreNamed)
{
    const auto folder = command::emptyFolder();
    const std::string pictures = (folder / "in").string();
    CHECK_EQUAL(command::run({"sample", command::dcgan(), "--count", "3", "--out", pictures}).code,
                0);
    const std::string file = (folder / "c.json").string();
    const std::vector<std::string> both = {"calibrate",
                                           command::imageToImage(),
                                           "--set",
                                           "model.1*=a8",
                                           "--calibrate-count",
                                           "4",
                                           "--calibrate-on",
                                           "latents",
                                           "--calibrate-on",
                                           pictures,
                                           "--out",
                                           file,
                                           "--json"};
    const auto result = command::run(both);
    CHECK_EQUAL(result.code, 0);
    CHECK_EQUAL(result.json()["samples"], json({{"pictures", 2}, {"drawn", 2}}));
    const json saved = json::parse(quantloupe::readTextFile(file));
    CHECK_EQUAL(saved["calibration"]["source"], "both");
    CHECK_EQUAL(saved["calibration"]["images"]["name"], "in");
    CHECK_EQUAL(saved["calibration"]["images"]["count"], 2);
    CHECK_EQUAL(saved["calibration"]["images"]["sha256"].get<std::string>().size(), 64U);
    // Used without the pictures, but not joined by ranges of other inputs.
    const std::vector<std::string> later = {"calibrate", command::imageToImage(), "--config", file,
                                            "--json"};
    CHECK_EQUAL(command::run(later).json()["layers"], result.json()["layers"]);
    std::vector<std::string> changed = later;
    changed.insert(changed.end(), {"--set", "model.1*=a8:minmax", "--quiet"});
    checkRefused(changed, "in that the others come from");
}

TEST(fewPicturesAreUsedAndSaidToBe)
{
    const auto folder = command::emptyFolder();
    const std::string file = (folder / "c.json").string();
    const std::string pictures = (folder / "in").string();
    CHECK_EQUAL(command::run({"sample", command::dcgan(), "--count", "20", "--out", pictures}).code,
                0);
    const auto calibrated = [&](const std::vector<std::string> &more) {
        std::vector<std::string> words = {"calibrate", command::imageToImage(),
                                          "--set",     "model.1*=a8",
                                          "--assume",  "input.shape=3x64x64"};
        words.insert(words.end(), more.begin(), more.end());
        return command::run(words);
    };
    const auto many = calibrated(
        {"--calibrate-on", pictures, "--calibrate-count", "20", "--out", file, "--json"});
    CHECK_EQUAL(many.code, 0);
    CHECK_CONTAINS(many.errors, "--calibrate-count 20 is taken as 16.");
    const json answer = many.json();
    CHECK_EQUAL(answer["samples"], json({{"pictures", 16}, {"drawn", 0}}));
    CHECK_EQUAL(answer["samplingPlan"]["calibration"]["count"], 16);
    CHECK_EQUAL(answer["heldOut"]["inputs"], "drawn");
    const json saved = json::parse(quantloupe::readTextFile(file));
    CHECK_EQUAL(saved["calibration"]["count"], 16);
    CHECK_EQUAL(saved["calibration"]["images"]["count"], 16);
    const auto few = calibrated({"--calibrate-on", pictures, "--calibrate-count", "2"});
    CHECK_EQUAL(few.code, 0);
    CHECK(few.errors.find("is taken as") == std::string::npos);
    CHECK_CONTAINS(few.output, "Held out: 4 drawn inputs, which are no pictures");
}

TEST(calibrationMistakes)
{
    checkRefused({"calibrate", command::dcgan(), "--set", "*=w4", "--quiet"},
                 "nothing to calibrate");
    checkRefused({"calibrate", command::dcgan(), "--set", "*=a8", "--out", "c.png", "--quiet"},
                 ".json");
    checkRefused(
        {"calibrate", command::dcgan(), "--set", "*=a8", "--quiet", "--calibrate-on", "pictures"},
        "takes latents");
    checkRefused({"calibrate", command::imageToImage(), "--set", "*=a8", "--quiet",
                  "--calibrate-on", "a", "--calibrate-on", "b"},
                 "one set of pictures");
}

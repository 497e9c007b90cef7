// SPDX-License-Identifier: GPL-3.0-or-later
// The generators inside the program, through every command that takes one.
#include "command.h"
#include "plain_test.h"

#include "base/embedded_files.h"
#include "base/file_io.h"

#include <algorithm>

namespace {

using nlohmann::json;
namespace fs = std::filesystem;

constexpr const char *kCount = "4";

template <typename Check> void forEachGenerator(const Check &check)
{
    const std::vector<std::string_view> all = quantloupe::embeddedGenerators();
    CHECK(all.size() >= 2);
    for (const std::string_view path : all)
        check(std::string(path));
}

json answer(std::vector<std::string> words, const std::vector<std::string> &extra = {})
{
    words.insert(words.end(), extra.begin(), extra.end());
    words.push_back("--json");
    const auto result = command::run(words);
    CHECK_EQUAL(result.code, 0);
    return result.json();
}

json compared(const std::string &generator, const std::vector<std::string> &configuration)
{
    return answer({"compare", generator, "--count", kCount}, configuration);
}

/// Everything that a configuration decides.
void checkSameResult(const json &one, const json &two)
{
    for (const char *key : {"generator", "samplingPlan", "samples", "mean", "size", "layers"})
        CHECK_EQUAL(one[key], two[key]);
}

} // namespace

TEST(nothingAboutThemIsAssumed)
{
    forEachGenerator([](const std::string &path) {
        const json facts = answer({"inspect", path});
        CHECK_EQUAL(facts["generator"]["name"], path);
        CHECK_EQUAL(facts["generator"]["format"], "safetensors");
        CHECK_EQUAL(facts["warnings"], json::array());
        CHECK(facts["layers"].size() >= 4);
        CHECK_EQUAL(facts["output"].size(), 3U);
        for (const json &assumption : facts["generator"]["assumptions"])
            CHECK_EQUAL(assumption["confirmed"], true);
        // The configuration it is shown with is of these very weights.
        const std::string saved = quantloupe::readTextFile(quantloupe::embeddedConfiguration(path));
        CHECK_EQUAL(json::parse(saved)["generator"]["sha256"], facts["generator"]["sha256"]);
    });
}

TEST(samplesAreThoseOfTheSeed)
{
    forEachGenerator([](const std::string &path) {
        const fs::path folder = command::emptyFolder();
        const auto sampled = [&](const char *seed) {
            const std::string file = (folder / "s.safetensors").string();
            answer({"sample", path, "--count", kCount, "--set", "*=w4", "--seed", seed, "--out",
                    file});
            return quantloupe::readTextFile(file);
        };
        const std::string first = sampled("1");
        CHECK(sampled("1") == first);
        CHECK(sampled("2") != first);
    });
}

TEST(rulesAndTheirConfigurationGiveTheSame)
{
    forEachGenerator([](const std::string &path) {
        const fs::path folder = command::emptyFolder() / "demo";
        const std::vector<std::string> rules = {"--set", "*=w4,a8", "--set", "position:last=w8"};
        const json byRules = compared(path, rules);
        answer({"demo", path, "--count", kCount, "--out", folder.string()}, rules);
        const std::string file = (folder / "configuration.json").string();
        checkSameResult(compared(path, {"--config", file}), byRules);
        const std::string picture = (folder / "comparison.png").string();
        checkSameResult(compared(path, {"--config", picture}), byRules);
    });
}

TEST(fewerBitsAreSmallerAndFartherFromFloat)
{
    forEachGenerator([](const std::string &path) {
        const json eight = compared(path, {"--set", "*=w8"});
        const json three = compared(path, {"--set", "*=w3"});
        CHECK(three["size"]["bytes"] < eight["size"]["bytes"]);
        CHECK(eight["size"]["bytes"] < eight["size"]["floatBytes"]);
        CHECK(three["mean"]["psnr"] < eight["mean"]["psnr"]);
        CHECK(compared(path, {})["mean"]["psnr"].is_null());
    });
}

TEST(demoShowsTheConfigurationThatComesWithIt)
{
    forEachGenerator([](const std::string &path) {
        const fs::path folder = command::emptyFolder() / "demo";
        const json demo = answer({"demo", path, "--count", kCount, "--out", folder.string()});
        const std::string own = quantloupe::embeddedConfiguration(path);
        checkSameResult(demo, compared(path, {"--config", own}));
        const json &layers = demo["layers"];
        CHECK(std::any_of(layers.begin(), layers.end(),
                          [](const json &layer) { return layer["weight"] == "w2"; }));
    });
}

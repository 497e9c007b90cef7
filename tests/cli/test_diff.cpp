// SPDX-License-Identifier: GPL-3.0-or-later
// What differs between two configurations.
#include "base/file_io.h"
#include "command.h"
#include "plain_test.h"
#include "refusal.h"

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

/// A configuration file with these rules.
std::string configured(const std::vector<std::string> &rules)
{
    const fs::path file = command::emptyFolder() / "bits.json";
    std::vector<std::string> words = {
        "calibrate", command::dcgan(), "--calibrate-count", "8", "--out", file.string(), "--quiet"};
    for (const std::string &rule : rules)
        words.insert(words.end(), {"--set", rule});
    CHECK_EQUAL(command::run(words).code, 0);
    return file.string();
}

} // namespace

TEST(layersWithTheirSettings)
{
    const std::string first = configured({"*=w4,a8"});
    const std::string second = configured({"*=w4,a8", "main.3=w2"});
    const auto result = command::run({"diff", first, second, "--json"});
    CHECK_EQUAL(result.code, 0);
    const json answer = result.json();
    CHECK_EQUAL(answer["command"], "diff");
    CHECK_EQUAL(answer["layers"].size(), 3U);
    for (const json &layer : answer["layers"])
        CHECK_EQUAL(layer["same"], layer["name"] != "main.3");
    CHECK_EQUAL(answer["layers"][1]["first"]["weightBits"], 4);
    CHECK_EQUAL(answer["layers"][1]["second"]["weight"], "w2");
    CHECK_EQUAL(answer["layers"][1]["second"]["activation"], "a8");
    CHECK_EQUAL(answer["first"]["averageBits"], 4.0);
    CHECK(answer["second"]["averageBits"] < 4.0);
}

TEST(tablesShowWhatDiffers)
{
    const std::string first = configured({"*=w4,a8"});
    const std::string second = configured({"*=w4,a8", "main.3=w2"});
    const std::string text = command::run({"diff", first, second}).output;
    CHECK_CONTAINS(text, "main.3");
    CHECK_CONTAINS(text, "1 of 3 layers differ");
    CHECK(text.find("main.0") == std::string::npos);
    CHECK_CONTAINS(command::run({"diff", first, second, "--all"}).output, "main.0");
    CHECK_CONTAINS(command::run({"diff", first, first}).output, "0 of 3 layers differ");
}

TEST(refusals)
{
    checkRefused({"diff", "/nowhere/a.json", "/nowhere/b.json"}, "/nowhere/a.json");
    checkRefused({"diff", configured({"*=w4,a8"})}, "SECOND");
}

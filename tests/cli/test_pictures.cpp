// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures that hold their configuration.
#include "command.h"
#include "plain_test.h"

#include "image/image.h"

#include <fstream>

TEST(aPictureIsAConfiguration)
{
    const auto folder = command::emptyFolder();
    const std::string file = (folder / "c.png").string();
    const std::vector<std::string> ask = {"compare", command::dcgan(), "--json", "--count", "2"};
    auto first = ask;
    first.insert(first.end(), {"--set", "*=w3", "--out", file});
    auto second = ask;
    second.insert(second.end(), {"--config", file});
    const auto written = command::run(first);
    const auto read = command::run(second);
    CHECK_EQUAL(written.code, 0);
    CHECK_EQUAL(read.code, 0);
    CHECK_EQUAL(read.json()["mean"], written.json()["mean"]);
    CHECK_EQUAL(read.json()["size"], written.json()["size"]);

    const std::filesystem::path plain = folder / "plain.png";
    quantloupe::writePng(plain, quantloupe::Image(4, 4, 3));
    second.back() = plain.string();
    const auto refused = command::run(second);
    CHECK_EQUAL(refused.code, 1);
    CHECK_CONTAINS(refused.errors, "without a configuration");
}

TEST(whatElseAConfigurationHoldsIsKept)
{
    const auto folder = command::emptyFolder();
    const auto demo = [&](const std::string &name, const std::vector<std::string> &options) {
        std::vector<std::string> words = {"demo", command::dcgan(), "--count",
                                          "1",    "--out",          (folder / name).string()};
        words.insert(words.end(), options.begin(), options.end());
        CHECK_EQUAL(command::run(words).code, 0);
        std::ifstream file(folder / name / "configuration.json");
        return nlohmann::json::parse(file);
    };
    nlohmann::json json = demo("first", {"--set", "*=w4"});
    json["notes"] = "for the talk";
    json["layers"][0]["locked"] = true;
    json["layers"][1]["tie"] = json["layers"][2]["tie"] = "A";
    const std::string file = (folder / "marked.json").string();
    std::ofstream(file) << json;

    const nlohmann::json same = demo("same", {"--config", file});
    CHECK_EQUAL(same["notes"], "for the talk");
    CHECK_EQUAL(same["layers"][0]["locked"], true);
    CHECK_EQUAL(same["layers"][2]["tie"], "A");
    // What was tied is parted.
    const nlohmann::json other = demo("other", {"--config", file, "--set", "main.3=w8"});
    CHECK_EQUAL(other["notes"], "for the talk");
    CHECK_EQUAL(other["layers"][2].contains("tie"), false);
}

// SPDX-License-Identifier: GPL-3.0-or-later
// Options, mistakes and exit codes.
#include "command.h"
#include "plain_test.h"

#include "base/file_io.h"

using nlohmann::json;

namespace {

/// One line on stderr that starts with the program's name; nothing on stdout.
void checkRefused(const std::vector<std::string> &arguments, const std::string &word)
{
    const auto result = command::run(arguments);
    CHECK_EQUAL(result.code, 1);
    CHECK_EQUAL(result.output, "");
    CHECK_CONTAINS(result.errors, word);
    CHECK_CONTAINS(result.errors, "quantloupe-cli: ");
    CHECK_EQUAL(result.errors.find('\n'), result.errors.size() - 1);
}

std::vector<std::string> weightsAfter(const std::vector<std::string> &rules)
{
    std::vector<std::string> arguments = {"compare", command::dcgan(), "--json", "--count", "1"};
    for (const std::string &rule : rules) {
        arguments.push_back("--set");
        arguments.push_back(rule);
    }
    std::vector<std::string> weights;
    const json answer = command::run(arguments).json();
    for (const json &layer : answer["layers"])
        weights.push_back(layer["weight"].get<std::string>());
    return weights;
}

} // namespace

TEST(helpAndVersion)
{
    for (const char *name : {"inspect", "sample", "compare", "demo", "train", "swd", "images"}) {
        const auto result = command::run({name, "--help"});
        CHECK_EQUAL(result.code, 0);
        CHECK_CONTAINS(result.output, std::string("Example: quantloupe-cli ") + name);
    }
    const std::string search = command::run({"search", "--help"}).output;
    for (const char *part : {"Algorithms:\n  knapsack ", "Targets that come with the program:\n",
                             "\n  int8 ", "\nExample: quantloupe-cli search "})
        CHECK_CONTAINS(search, part);
    CHECK_EQUAL(command::run({"--help"}).code, 0);
    CHECK_EQUAL(command::run({"--version"}).code, 0);
    CHECK_CONTAINS(command::run({"--version"}).output, QUANTLOUPE_VERSION);
}

TEST(wrongUsage)
{
    const std::string model = command::dcgan();
    for (const std::vector<std::string> &arguments :
         std::vector<std::vector<std::string>>{{},
                                               {"paint"},
                                               {"inspect"},
                                               {"inspect", model, "--no-such-option"},
                                               {"sample", model, "--count", "0"},
                                               {"sample", model, "--count", "many"},
                                               {"sample", model, "--batch", "0"},
                                               {"sample", model, "--threads", "-1"},
                                               {"sample", model, "--engine", "quantum"},
                                               {"sample", model, "--distribution", "cauchy"},
                                               {"compare", model, "--calibrate-count", "0"}}) {
        checkRefused(arguments, "");
    }
    checkRefused({"paint"}, "'paint'");
    checkRefused({"paint"}, "compare");
    checkRefused({"inspect", model, "--no-such-option"}, "--no-such-option");
}

TEST(resultsHaveKnownEndings)
{
    const auto folder = command::emptyFolder();
    checkRefused({"sample", command::dcgan(), "--out", (folder / "s.jpg").string()}, ".jpg");
    checkRefused({"compare", command::dcgan(), "--out", (folder / "c.jpg").string()}, "c.jpg");
    CHECK_EQUAL(command::namesIn(folder), "");
    const std::string dotted = (folder / "run.2").string() + "/";
    CHECK_EQUAL(command::run({"sample", command::dcgan(), "--count", "1", "--out", dotted}).code,
                0);
    CHECK_EQUAL(command::namesIn(folder / "run.2"), "000000.png");
}

TEST(whatIsLeftOutIsSaid)
{
    const auto folder = command::emptyFolder();
    const std::string file = (folder / "z.safetensors").string();
    CHECK_EQUAL(command::run({"sample", command::dcgan(), "--count", "3", "--out", file}).errors,
                "");
    CHECK_CONTAINS(command::run({"sample", command::dcgan(), "--count", "3"}).errors, "--out");
    const auto fewer =
        command::run({"sample", command::dcgan(), "--latents", file, "--count", "8", "--json"});
    CHECK_EQUAL(fewer.json()["count"], 3);
    CHECK_CONTAINS(fewer.errors, "z.safetensors holds fewer samples than --count 8; all 3");
}

TEST(impossibleWishes)
{
    const std::string model = command::dcgan();
    checkRefused({"inspect", "/no/such/file.pth"}, "/no/such/file.pth");
    checkRefused({"inspect", command::folder().string()}, command::folder().string());
    checkRefused({"compare", model, "--set", "layer9*=w4"}, "layer9*");
    checkRefused({"compare", model, "--set", "*=w99"}, "99");
    checkRefused({"compare", model, "--set", "*=w4:magic"}, "magic");
    checkRefused({"compare", model, "--set", "*=w9:em"}, "1 to 8 bits");
    checkRefused({"compare", model, "--set", "w4"}, "w4");
    checkRefused({"compare", model, "--config", "/no/such/config.json"}, "/no/such/config.json");
    checkRefused({"sample", model, "--label", "3"}, "label");
    checkRefused({"sample", model, "--truncation", "0.5"}, "truncation");
    checkRefused({"sample", model, "--images", "x"}, "leave out --images");
    checkRefused({"sample", command::imageToImage(), "--latents", "x"}, "--images");
    checkRefused({"sample", command::imageToImage(), "--images", "/no/such"}, "/no/such");
    checkRefused({"inspect", model, "--assume", "nonsense"}, "KEY=VALUE");
    checkRefused({"inspect", model, "--assume", "weather=fine"}, "activation.final");
    checkRefused({"inspect", model, "--assume", "activation.final=gelu"}, "gelu");
    checkRefused({"inspect", model, "--network", "netX"}, "netX");
    checkRefused({"inspect", model, "--set", "*=w4"}, "--layer");
    checkRefused({"inspect", model, "--layer", "main.9"}, "main.9");
    checkRefused({"inspect", model, "--layer", "main.0", "--channel", "12"}, "12");
    checkRefused({"inspect", model, "--architecture", "/no/such.json"}, "/no/such.json");
    checkRefused({"sample", model, "--input-range", "3,1"}, "input.range");
    checkRefused({"sample", model, "--out", "/no/such/folder/s.png"}, "/no/such/folder");
    checkRefused({"demo", model, "--out", "/dev/null/demo"}, "/dev/null/demo");
    checkRefused({"demo", model, "--out", model}, "is not a folder");
    checkRefused({"sample", command::labelled(), "--label", "7"}, "7");
    checkRefused({"sample", command::labelled(), "--label", "cat"}, "cat");
}

/// They would take years, or the stack, of a matcher that tries one way after the other.
TEST(hostilePatternsAreAnswered)
{
    const std::string model = command::dcgan();
    const std::string many(100000, '(');
    checkRefused({"compare", model, "--set", "re:(([main.0-9]*)*)*x=w4"}, "x");
    checkRefused({"compare", model, "--set", "re:" + many + "=w4"}, "500 letters");
    checkRefused({"compare", model, "--set", "re:(((.{1000}){1000}){1000})=w4"}, "repetition");
    checkRefused({"compare", model, "--set", "re:(m+)\\1=w4"}, "escape sequence");
    checkRefused({"compare", model, "--set", "kind:" + std::string(100000, '3') + "=w4"}, "kind");
    checkRefused({"compare", model, "--set", many + "*=w4"}, many.substr(0, 100));
}

TEST(laterRulesWin)
{
    CHECK_EQUAL(json(weightsAfter({"*=w4", "main.3=w8", "re:main\\.[6]=wfloat"})),
                json({"w4", "w8", "wfloat"}));
    CHECK_EQUAL(json(weightsAfter({"main.3=w8", "*=w4"})), json({"w4", "w4", "w4"}));
    CHECK_EQUAL(json(weightsAfter({"main.[06]=w1"})), json({"w1", "wfloat", "w1"}));
    CHECK_EQUAL(json(weightsAfter({"*=a8"})), json({"wfloat", "wfloat", "wfloat"}));
}

TEST(quietIsQuiet)
{
    const std::vector<std::string> arguments = {
        "compare", command::dcgan(), "--set", "*=w4,a8", "--count", "1", "--calibrate-count", "4"};
    CHECK(!command::run(arguments).errors.empty());
    std::vector<std::string> quiet = arguments;
    quiet.insert(quiet.begin(), "--quiet");
    CHECK_EQUAL(command::run(quiet).errors, "");
    CHECK_CONTAINS(command::run(quiet).output, "PSNR");
}

TEST(assumptionsOfTheUserAreConfirmed)
{
    const json answer = command::run({"inspect", command::dcgan(), "--json", "--assume",
                                      "activation.final=sigmoid", "--distribution", "uniform"})
                            .json();
    int confirmed = 0;
    for (const json &assumption : answer["generator"]["assumptions"])
        confirmed += assumption["confirmed"].get<bool>();
    CHECK_EQUAL(confirmed, 2);
}

TEST(threadsBatchesAndCacheDoNotMatterToTheAnswer)
{
    std::vector<json> means;
    for (const std::vector<std::string> &extra : std::vector<std::vector<std::string>>{
             {}, {"--no-cache"}, {"--threads", "1"}, {"--engine", "torch"}}) {
        std::vector<std::string> arguments = {"compare", command::dcgan(), "--json", "--set",
                                              "*=w4,a6", "--count",        "5"};
        arguments.insert(arguments.end(), extra.begin(), extra.end());
        means.push_back(command::run(arguments).json()["mean"]);
        CHECK_EQUAL(means.back(), means.front());
    }
}

TEST(fullDiskIsAnError)
{
    const auto result = command::run({"inspect", command::dcgan()}, {}, "/dev/full");
    CHECK_EQUAL(result.code, 1);
    CHECK_CONTAINS(result.errors, "standard output");
}

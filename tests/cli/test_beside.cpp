// SPDX-License-Identifier: GPL-3.0-or-later
// Several configurations at once, and samples by name.
#include "command.h"
#include "plain_test.h"

#include "exchange/named_configs.h"
#include "image/image.h"

using nlohmann::json;

TEST(besideIsAsAlone)
{
    const std::string picture = (command::emptyFolder() / "beside.png").string();
    const json both =
        command::run({"compare", command::dcgan(), "--set", "*=w3", "--beside", "*=w2;main.3=w8,a5",
                      "--count", "5", "--out", picture, "--json"})
            .json();
    const json alone = command::run({"compare", command::dcgan(), "--set", "*=w2", "--set",
                                     "main.3=w8,a5", "--count", "5", "--json"})
                           .json();
    CHECK_EQUAL(both["beside"].size(), 1U);
    CHECK_EQUAL(both["beside"][0]["configuration"], "*=w2;main.3=w8,a5");
    CHECK_EQUAL(both["beside"][0]["samples"], alone["samples"]);
    CHECK_EQUAL(both["beside"][0]["size"], alone["size"]);
    CHECK_EQUAL(both["samples"].size(), 5U);
    CHECK_EQUAL(both["samples"] == alone["samples"], false);

    // Float, then quantized and difference of each, 128 pixels high with 4 between them.
    const quantloupe::Image image = quantloupe::readImage(picture);
    CHECK_EQUAL(image.height, 5 * 128 + 6 * 4);
    const auto named = quantloupe::readNamedConfigs(picture);
    CHECK_EQUAL(named.size(), 1U);
    CHECK_EQUAL(named[0].name, "A");
    CHECK_EQUAL(named[0].config.spec("main.3").activation.bits, 5);

    const json fromFile = command::run({"compare", command::dcgan(), "--beside", picture, "--set",
                                        "*=w8", "--count", "5", "--json"})
                              .json();
    CHECK_EQUAL(fromFile["beside"][0]["samples"], both["samples"]);
}

TEST(besideHasCorrections)
{
    const json both =
        command::run({"compare", command::dcgan(), "--set", "*=w8", "--beside",
                      "*=w3;--bias-correction;--reestimate-bn=main.0", "--count", "3", "--json"})
            .json();
    const json alone =
        command::run({"compare", command::dcgan(), "--set", "*=w3", "--bias-correction",
                      "--reestimate-bn=main.0", "--count", "3", "--json"})
            .json();
    CHECK_EQUAL(both["beside"][0]["samples"], alone["samples"]);
    const auto unknown =
        command::run({"compare", command::dcgan(), "--beside", "*=w3;--nonsense", "--count", "1"});
    CHECK_EQUAL(unknown.code, 1);
    CHECK_CONTAINS(unknown.errors, "nonsense");
}

TEST(besideTableAndMistakes)
{
    const auto table = command::run(
        {"compare", command::dcgan(), "--set", "*=w3", "--beside", "*=w2", "--count", "1"});
    CHECK_EQUAL(table.code, 0);
    CHECK_CONTAINS(table.output, "Beside: *=w2");
    const auto unknown =
        command::run({"compare", command::dcgan(), "--beside", "nothing=w2", "--count", "1"});
    CHECK_EQUAL(unknown.code, 1);
    CHECK_CONTAINS(unknown.errors, "nothing");
}

TEST(besideHasTheLettersOfTheAlphabet)
{
    const std::string picture = (command::emptyFolder() / "beside.png").string();
    std::vector<std::string> words = {"compare", command::dcgan(), "--count",
                                      "1",       "--out",          picture};
    for (int i = 0; i < 26; ++i)
        words.insert(words.end(), {"--beside", "*=w2"});
    CHECK_EQUAL(command::run(words).code, 0);
    const auto named = quantloupe::readNamedConfigs(picture);
    CHECK_EQUAL(named.size(), 26U);
    CHECK_EQUAL(named.back().name, "Z");
    words.insert(words.end(), {"--beside", "*=w2"});
    const auto refused = command::run(words);
    CHECK_EQUAL(refused.code, 1);
    CHECK_CONTAINS(refused.errors, "27 times; at most 26");
}

TEST(samplesByName)
{
    const json first =
        command::run({"compare", command::dcgan(), "--set", "*=w3", "--seed", "9", "--json"})
            .json();
    const json named = command::run({"compare", command::dcgan(), "--set", "*=w3", "--samples",
                                     "0:3,9:1-2,9:2~9:3@0,9:2~9:3@0.5", "--json"})
                           .json();
    CHECK_EQUAL(named["samples"].size(), 5U);
    CHECK_EQUAL(named["samples"][0]["seed"], 0);
    CHECK_EQUAL(named["samples"][1]["seed"], 9);
    CHECK_EQUAL(named["samples"][1]["psnr"], first["samples"][1]["psnr"]);
    CHECK_EQUAL(named["samples"][2]["psnr"], first["samples"][2]["psnr"]);
    CHECK_EQUAL(named["samples"][3]["psnr"], first["samples"][2]["psnr"]);
    CHECK_EQUAL(named["samples"][4]["psnr"] == first["samples"][2]["psnr"], false);
    const auto both =
        command::run({"compare", command::dcgan(), "--samples", "0:3", "--count", "2"});
    CHECK_EQUAL(both.code, 1);
    CHECK_CONTAINS(both.errors, "--count");
    const auto between =
        command::run({"compare", command::imageToImage(), "--samples", "0:3~0:4@0.5"});
    CHECK_EQUAL(between.code, 1);
    CHECK_CONTAINS(between.errors, "takes pictures");
}

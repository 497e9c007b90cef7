// SPDX-License-Identifier: GPL-3.0-or-later
// What the commands say of a generator and its layers (CLI.md).
#include "answer_checks.h"
#include "command.h"
#include "plain_test.h"

#include "base/file_io.h"

#include <map>

using answer_checks::checkHead;
using answer_checks::checkKeys;
using nlohmann::json;
using quantloupe::readTextFile;

TEST(inspectAnswers)
{
    const auto result = command::run({"inspect", command::dcgan(), "--json", "--seed", "5"});
    CHECK_EQUAL(result.code, 0);
    CHECK_EQUAL(result.errors, "");
    const json answer = result.json();
    checkHead(answer, "inspect", 5);
    checkKeys(answer, {"layers", "inputs", "output", "unquantized", "totals", "warnings"});
    checkKeys(answer["totals"], {"parameters", "macs", "bytes"});
    CHECK_EQUAL(answer["layers"].size(), 3U);
    const json &layer = answer["layers"][0];
    checkKeys(layer, {"name", "kind", "weightShape", "outputAxis", "groups", "parameters", "macs",
                      "inputShape", "outputShape"});
    CHECK_EQUAL(layer["name"], "main.0");
    CHECK_EQUAL(layer["kind"], "transposed convolution");
    CHECK_EQUAL(layer["weightShape"], json({8, 12, 4, 4}));
    CHECK_EQUAL(layer["outputAxis"], 1);
    CHECK_EQUAL(layer["inputShape"], json({8, 1, 1}));
    CHECK_EQUAL(layer["outputShape"], json({12, 4, 4}));
    CHECK_EQUAL(layer["parameters"], 8 * 12 * 16);
    // Each of the 8 inputs meets each weight of its channel once; then 4x4 maps of 12 channels.
    CHECK_EQUAL(layer["macs"], 8 * 12 * 16);
    CHECK_EQUAL(answer["layers"][1]["macs"], 4 * 4 * 12 * 10 * 16);
    CHECK_EQUAL(answer["output"], json({3, 16, 16}));
    // Running statistics take room, but are no parameters.
    const int weights = (8 * 12 + 12 * 10 + 10 * 3) * 16;
    CHECK_EQUAL(answer["totals"]["parameters"], weights + 2 * 22);
    CHECK_EQUAL(answer["totals"]["bytes"], 4 * (weights + 4 * 22));
}

TEST(inspectTable)
{
    const auto result = command::run({"inspect", command::dcgan()});
    CHECK_EQUAL(result.code, 0);
    for (const char *word : {"main.0", "main.6", "transposed convolution", "8x12x4x4",
                             "Assumed:", "activation.final=tanh", "dcgan.pth"})
        CHECK_CONTAINS(result.output, word);
}

TEST(inspectLayer)
{
    const std::vector<std::string> arguments = {"inspect", command::dcgan(), "--layer",   "main.3",
                                                "--set",   "*=w3",           "--channel", "2"};
    std::vector<std::string> withJson = arguments;
    withJson.push_back("--json");
    const json answer = command::run(withJson).json();
    checkHead(answer, "inspect", 0);
    const json &weight = answer["layer"]["weight"];
    CHECK_EQUAL(weight["layer"]["weights"], 12 * 10 * 16);
    CHECK_EQUAL(weight["levels"]["count"], 7);
    CHECK_EQUAL(weight["levels"]["values"].size(), 7U);
    CHECK_EQUAL(weight["channelErrors"].size(), 10U);
    CHECK_EQUAL(weight["channel"], 2);
    CHECK_EQUAL(weight["axis"], "value");
    CHECK_EQUAL(answer["layer"]["activation"]["samples"], 16);
    const json compared =
        command::run({"compare", command::dcgan(), "--set", "*=w3", "--json"}).json();
    for (const char *key : {"sqnr", "occupancy", "entropy", "clipped"})
        CHECK_EQUAL(weight["layer"][key], compared["layers"][1][key]);
    const auto table = command::run(arguments);
    CHECK_EQUAL(table.code, 0);
    for (const char *word : {"main.3", "SQNR", "channel 2", "worst first", "exact zeros"})
        CHECK_CONTAINS(table.output, word);
}

TEST(inspectedRangesTellHeldOutSamples)
{
    const std::vector<std::string> arguments = {"inspect", command::dcgan(), "--layer",
                                                "main.3",  "--set",          "*=a4"};
    std::vector<std::string> withJson = arguments;
    withJson.push_back("--json");
    const json activation = command::run(withJson).json()["layer"]["activation"];
    CHECK_EQUAL(activation["heldOut"]["samples"], 64);
    const double share = activation["heldOut"]["clipped"].get<double>();
    CHECK(share >= 0 && share < 0.1);
    CHECK_CONTAINS(command::run(arguments).output, " of 64 held-out samples");
}

TEST(quantizersOfALayer)
{
    const std::vector<std::string> arguments = {"quantizers", command::dcgan(), "--layer",
                                                "main.3",     "--bits",         "4,2"};
    std::vector<std::string> withJson = arguments;
    withJson.push_back("--json");
    const json answer = command::run(withJson).json();
    checkHead(answer, "quantizers", 0);
    const json &rows = answer["rows"];
    std::map<std::string, json> bySpec;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        bySpec[rows[i]["spec"]] = rows[i];
        CHECK(rows[i]["ms"] > 0);
        if (i > 0 && rows[i]["bits"] == rows[i - 1]["bits"])
            CHECK(rows[i]["mse"] >= rows[i - 1]["mse"]);
    }
    CHECK_EQUAL(bySpec.size(), rows.size());
    const json compared =
        command::run({"compare", command::dcgan(), "--set", "*=w4:em", "--json"}).json();
    for (const char *key : {"sqnr", "occupancy", "entropy"})
        CHECK_EQUAL(bySpec.at("w4:em")[key], compared["layers"][1][key]);
    CHECK(!bySpec.contains("w1"));
    CHECK(bySpec.contains("w2:ternary"));
    const auto table = command::run(arguments);
    CHECK_EQUAL(table.code, 0);
    for (const char *word : {"quantizer", "SQNR", "occupancy", "w4:kmeans", "w2:minmax:asym"})
        CHECK_CONTAINS(table.output, word);
    const auto unknown = command::run({"quantizers", command::dcgan(), "--layer", "main.99"});
    CHECK_EQUAL(unknown.code, 1);
    CHECK_CONTAINS(unknown.errors, "main.99");
}

TEST(inspectLabel)
{
    const json answer = command::run({"inspect", command::labelled(), "--json"}).json();
    CHECK_EQUAL(answer["inputs"][1]["kind"], "label");
    CHECK_EQUAL(answer["inputs"][1]["classes"], 7);
    CHECK_EQUAL(answer["generator"]["format"], "TorchScript");
}

TEST(writtenArchitectureCanBeGiven)
{
    const std::string file = (command::emptyFolder() / "a.json").string();
    const json first =
        command::run({"inspect", command::dcgan(), "--json", "--write-architecture", file}).json();
    const auto result =
        command::run({"inspect", command::dcgan(), "--json", "--architecture", file});
    CHECK_EQUAL(result.code, 0);
    CHECK_EQUAL(result.json()["layers"], first["layers"]);
}

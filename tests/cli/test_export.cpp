// SPDX-License-Identifier: GPL-3.0-or-later
// Every format, read again by a program that shares nothing with this one; losses and refusals.
#include "answer_checks.h"
#include "base/file_io.h"
#include "exports.h"
#include "python_script.h"
#include "refusal.h"

#include <fstream>
#include <tuple>

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

using exports::fileIn;
using exports::formats;
using exports::Words;

std::vector<std::string> words(const std::string &format, const std::vector<std::string> &settings,
                               const std::string &out)
{
    return exports::words(command::dcgan(), format, settings, out);
}

/// Bits, methods and granularities that one format or the other cannot say.
std::vector<std::vector<std::string>> configurations()
{
    return {{"*=w4,a8"},
            {"*=w8:minmax:full", "main.3=w5:mse:asym,a6"},
            {"main.0=w3:em", "main.3=w2:ternary,a4:minmax:sym", "main.6=w4:kmeans:tensor"},
            {"main.0=w4:minmax:group16", "main.3=w1", "main.6=w16:pow2:tensor,a16"},
            {"main.0=w4:log", "main.3=w5:tanh:group32", "main.6=wfloat,a8"},
            {"main.0=w2:extremes", "main.3=w9:minmax:asym"}};
}

fs::path exported(const std::vector<std::string> &settings)
{
    return exports::exported(command::dcgan(), settings);
}

} // namespace

TEST(everyFormatIsReadAgain)
{
    if (!python_script::isThere()) {
        std::cout << "SKIP everyFormatIsReadAgain: there is no python3" << std::endl;
        return;
    }
    for (const std::vector<std::string> &settings : configurations()) {
        const fs::path folder = exported(settings);
        for (const std::string &format : formats())
            exports::checkReadAgain(folder, format);
    }
}

TEST(damagedFilesAreNoticed)
{
    if (!python_script::isThere()) {
        std::cout << "SKIP damagedFilesAreNoticed: there is no python3" << std::endl;
        return;
    }
    const fs::path folder = exported({"*=w4:minmax:asym,a8", "main.0=w8:minmax:full", "main.6=a6"});
    for (const std::string &format : formats()) {
        const auto check =
            python_script::run("exchange/damage_export.py", {format, folder.string()});
        CHECK_EQUAL(check.code, 0);
        CHECK_CONTAINS(check.output, " damages refused");
    }
}

TEST(anExportTellsWhereItComesFrom)
{
    const fs::path folder = command::emptyFolder();
    const std::string first = (folder / "first.json").string();
    command::run(words("quantloupe", {"*=w4"}, first));
    const json made = json::parse(quantloupe::readTextFile(first));
    const json &provenance = made["provenance"];
    CHECK_CONTAINS(provenance["version"].get<std::string>(), "quantloupe ");
    CHECK_CONTAINS(provenance["command"].get<std::string>(), "quantloupe-cli export ");
    CHECK(!provenance["libtorch"].get<std::string>().empty());
    CHECK(!provenance.contains("parent"));
    CHECK_EQUAL(provenance["created"].get<std::string>().size(), 20U);
    CHECK_EQUAL(made["layers"][0]["origin"], "manual");
    const std::string second = (folder / "second.json").string();
    command::run({"export", command::dcgan(), "--config", first, "--format", "quantloupe", "--out",
                  second, "--quiet"});
    const json again = json::parse(quantloupe::readTextFile(second));
    CHECK_EQUAL(again["provenance"]["parent"], made["sha256"]);
    CHECK_EQUAL(again["sha256"], made["sha256"]);
}

TEST(exportAnswers)
{
    const fs::path folder = command::emptyFolder();
    std::vector<std::string> all = words("onnxruntime", {"*=w3"}, (folder / "o.json").string());
    all.insert(all.end(), {"--json", "--seed", "5"});
    const json answer = command::run(all).json();
    answer_checks::checkHead(answer, "export", 5);
    CHECK_EQUAL(answer["format"], "onnxruntime");
    CHECK_EQUAL(answer["files"].size(), 2U);
    CHECK_EQUAL(answer["files"][1], (folder / "o.py").string());
    CHECK(answer["losses"].size() >= 3U);
    for (const json &loss : answer["losses"])
        for (const char *key : {"layer", "what", "written"})
            CHECK(!loss[key].get<std::string>().empty());
    CHECK_EQUAL(answer["losses"][0]["layer"], "main.0");
}

/// Python finds what the script needs, wherever it runs and whatever the file is called.
TEST(scriptsFindTheirFile)
{
    if (!python_script::isThere()) {
        std::cout << "SKIP scriptsFindTheirFile: there is no python3" << std::endl;
        return;
    }
    const fs::path folder = command::emptyFolder();
    for (const std::string name : {"a.out", "my \"bits\".json", "größe"}) {
        const auto made = command::run(words("nncf", {"*=w4"}, (folder / name).string()));
        CHECK_EQUAL(made.code, 0);
        const std::string script = (folder / name).replace_extension(".py").string();
        CHECK_CONTAINS(made.output, script);
        const auto scope = python_script::run("exchange/run_script.py", {"nncf", script});
        CHECK_EQUAL(scope.output, "['names', 'patterns', 'subgraphs', 'types', 'validate']\n");
    }
}

TEST(scriptsHideNoModule)
{
    const fs::path folder = command::emptyFolder();
    checkRefused(words("nncf", {"*=w4"}, (folder / "nncf.json").string()),
                 "Python would take nncf.py for the module nncf, which the export needs; give the "
                 "export another name, such as nncf-bits.json.");
    checkRefused(words("qconfig-mapping", {"*=w4"}, (folder / "torch.py").string()),
                 "such as torch-bits.py.");
    checkRefused(words("onnxruntime", {"*=w4"}, (folder / "o.py").string()),
                 "The script that reads the export would be called o.py, too; ");
    CHECK_EQUAL(command::namesIn(folder), "");
}

TEST(exportTable)
{
    const fs::path folder = command::emptyFolder();
    const auto lossy = command::run(words("torchao", {"*=w4"}, (folder / "a.json").string()));
    for (const char *part : {"layer", "what cannot be said", "written instead", "main.3",
                             "of a transposed convolution", "left float", "a.json"})
        CHECK_CONTAINS(lossy.output, part);
    const auto whole = command::run(words("csv", {"*=w4"}, (folder / "a.csv").string()));
    CHECK_CONTAINS(whole.output, "Nothing is lost.\n");
}

TEST(aNeedOfTheReaderIsAnswered)
{
    const fs::path folder = command::emptyFolder();
    const std::string need = "These are encodings in the form of QAIRT 2.37 or later; for older "
                             "versions, export aimet-1.0.0.";
    for (const std::string format : {"aimet-1.0.0", "aimet-2.0.0"}) {
        std::vector<std::string> all = words(format, {"*=w8"}, (folder / "a.json").string());
        const auto text = command::run(all);
        CHECK_EQUAL(text.output.find(need + "\n") != std::string::npos, format == "aimet-2.0.0");
        all.push_back("--json");
        CHECK_EQUAL(command::run(all).json()["warnings"],
                    format == "aimet-2.0.0" ? json::array({need}) : json::array());
    }
}

TEST(inputsAreNamedAfterTheModulesBeforeThem)
{
    const fs::path folder = command::emptyFolder();
    const std::string out = (folder / "a.json").string();
    const std::vector<std::string> settings = {"*=w8:minmax:full,a8", "main.0=w8:minmax:full,a8"};
    std::vector<std::string> all = words("aimet-0.6.1", settings, out);
    all.push_back("--json");
    const json answer = command::run(all).json();
    const json encodings = json::parse(quantloupe::readTextFile(out))["activation_encodings"];
    CHECK_EQUAL(encodings.size(), 3U);
    CHECK(encodings.contains("/main/main.2/Relu_output_0"));
    CHECK(encodings.contains("/main/main.5/Relu_output_0"));
    // The network's own input is called as whoever exports it says.
    std::vector<std::string> unknown;
    for (const json &loss : answer["losses"])
        if (loss["what"] == "ONNX name of the input, which cannot be derived") {
            unknown.push_back(loss["layer"]);
            CHECK_CONTAINS(loss["written"].get<std::string>(), "(--names)");
        }
    CHECK_EQUAL(json(unknown), json::array({"main.0"}));
}

TEST(namesOfAMap)
{
    const fs::path folder = command::emptyFolder();
    const std::string map = (folder / "names.json").string();
    std::ofstream(map) << R"({"main.3": {"node": "/up", "weight": "w3", "input": "x3"}})";
    std::vector<std::string> all = words("onnxruntime", {"*=w4,a8"}, (folder / "o").string());
    all.insert(all.end(), {"--names", map, "--json"});
    const json answer = command::run(all).json();
    for (const json &loss : answer["losses"])
        CHECK(loss["layer"] != "main.3" ||
              loss["what"].get<std::string>().find("ONNX names") == std::string::npos);
    const json overrides =
        json::parse(quantloupe::readTextFile(folder / "o"))["TensorQuantOverrides"];
    CHECK(overrides.contains("w3") && overrides.contains("x3"));
    CHECK(overrides.contains("main.6.weight"));
}

TEST(namesAreKeptInTheConfiguration)
{
    const fs::path folder = command::emptyFolder();
    const std::string map = (folder / "names.json").string();
    std::ofstream(map) << R"({"main.3": {"node": "/up", "weight": "w3", "input": "x3"}})";
    const std::string saved = (folder / "bits.json").string();
    std::vector<std::string> all = words("quantloupe", {"*=w4"}, saved);
    all.insert(all.end(), {"--names", map});
    command::run(all);
    const std::string out = (folder / "o.json").string();
    const auto again = command::run(
        {"export", command::dcgan(), "--config", saved, "--format", "aimet-2.0.0", "--out", out});
    CHECK_EQUAL(again.code, 0);
    CHECK_CONTAINS(quantloupe::readTextFile(out), "\"w3\"");
}

TEST(aPackedGeneratorIsAConfiguration)
{
    const fs::path folder = command::emptyFolder();
    const std::string packed = (folder / "packed.safetensors").string();
    command::run(words("safetensors", {"*=w4", "main.3=w5:em,a8"}, packed));
    checkRefused({"inspect", packed}, "is a packed generator, exported to be deployed; open the "
                                      "generator it was made from");
    const auto compared = [](const Words &more) {
        Words all = {"compare", command::dcgan(), "--json", "--calibrate-count",
                     "8",       "--count",        "4"};
        all.insert(all.end(), more.begin(), more.end());
        return command::run(all).json()["layers"];
    };
    CHECK_EQUAL(compared({"--config", packed}),
                compared({"--set", "*=w4", "--set", "main.3=w5:em,a8"}));
}

TEST(aSweepIsShownOverTheGraph)
{
    const fs::path folder = command::emptyFolder();
    const std::string store = (folder / "faces.db").string();
    const json sweep =
        command::run({"sensitivity", command::dcgan(), "--bits", "8,4", "--count", "8", "--seed",
                      "5", "--store", store, "--json", "--quiet", "--threads", "1"})
            .json();
    const std::string out = (folder / "overlay.json").string();
    std::vector<std::string> all = words("model-explorer", {"*=w4", "main.6=w8", "main.3=w3"}, out);
    all.insert(all.end(), {"--store", store, "--sweep", "1"});
    const auto told = command::run(all);
    CHECK_EQUAL(told.code, 0);
    CHECK_CONTAINS(told.output, "the number that the sweep measured with w4");
    CHECK_CONTAINS(told.output, "no value, no colour");
    const json overlay = json::parse(quantloupe::readTextFile(out))["main"];
    for (const char *part : {"SQNR of the output, dB, each layer quantized alone (run 1 of "
                             "faces.db, quantloupe ",
                             ", 8 samples, seed 5)"})
        CHECK_CONTAINS(overlay["name"].get<std::string>(), part);
    CHECK_EQUAL(overlay["gradient"][0]["bgColor"], "red");
    // 3 bits were not measured.
    CHECK_EQUAL(overlay["results"].size(), 2U);
    std::size_t found = 0;
    for (const json &cell : sweep["cells"])
        for (const auto &[layer, bits, node] :
             {std::tuple("main.0", 4, "/main/main.0/ConvTranspose"),
              std::tuple("main.6", 8, "/main/main.6/ConvTranspose")})
            if (cell["layer"] == layer && cell["bits"] == bits) {
                CHECK_EQUAL(overlay["results"][node]["value"], cell["value"]);
                ++found;
            }
    CHECK_EQUAL(found, 2U);
}

TEST(aSweepAtOtherBitsIsTold)
{
    const fs::path folder = command::emptyFolder();
    const std::string store = (folder / "faces.db").string();
    command::run({"sensitivity", command::dcgan(), "--bits", "8", "--count", "4", "--store", store,
                  "--quiet", "--threads", "1"});
    const std::string out = (folder / "overlay.json").string();
    const auto answer = [&](const std::string &setting) {
        std::vector<std::string> all = words("model-explorer", {setting}, out);
        all.insert(all.end(), {"--store", store, "--sweep", "1", "--json"});
        return command::run(all).json();
    };
    const json empty = answer("*=w5");
    CHECK_EQUAL(empty["warnings"].size(), 1U);
    CHECK_CONTAINS(empty["warnings"][0].get<std::string>(),
                   "No value of run 1 is at the bits of the configuration");
    CHECK(json::parse(quantloupe::readTextFile(out))["main"]["results"].empty());
    CHECK(answer("main.0=w8")["warnings"].empty());
}

TEST(sweepsThatDoNotFitAreRefused)
{
    const fs::path folder = command::emptyFolder();
    const std::string store = (folder / "faces.db").string();
    const std::string out = (folder / "overlay.json").string();
    command::run({"sensitivity", command::labelled(), "--bits", "8", "--count", "4", "--store",
                  store, "--quiet"});
    command::run({"compare", command::dcgan(), "--set", "*=w4", "--count", "4", "--store", store,
                  "--quiet"});
    const auto refuse = [&](const std::string &format, const std::string &run,
                            const std::string &part) {
        std::vector<std::string> all = words(format, {"*=w4"}, out);
        all.insert(all.end(), {"--store", store});
        if (!run.empty())
            all.insert(all.end(), {"--sweep", run});
        checkRefused(all, part);
    };
    refuse("model-explorer", "1", "Run 1 measured another generator; ");
    refuse("model-explorer", "2", "Run 2 is one of compare; give the number of a run of ");
    refuse("model-explorer", "3", "3");
    refuse("csv", "1", "--sweep has no effect on the format csv");
    refuse("model-explorer", "", "--store has no effect on export without --sweep");
    CHECK_EQUAL(command::namesIn(folder).find("overlay"), std::string::npos);
}

TEST(exportRefusals)
{
    const fs::path folder = command::emptyFolder();
    const std::string out = (folder / "o.json").string();
    checkRefused(words("onnx", {"*=w4"}, out),
                 "There is no format 'onnx' to export; there are quantloupe, csv, aimet-0.6.1");
    const std::string map = (folder / "names.json").string();
    const auto refuseMap = [&](const std::string &text, const std::string &part) {
        std::ofstream(map) << text;
        std::vector<std::string> all = words("nncf", {"*=w4"}, out);
        all.insert(all.end(), {"--names", map});
        checkRefused(all, part);
    };
    refuseMap("[]", "is no JSON object of names");
    refuseMap(R"({"conv": {}})", "names the layer conv, which");
    refuseMap(R"({"main.0": {"output": "y"}})", "has the key \"output\" for main.0");
    refuseMap(R"({"main.0": {"node": 3}})", "a \"node\" that is no name");
    refuseMap(R"({"main.0": {"weight": "w"}, "main.3": {"weight": "w"}})",
              "gives the name 'w' to main.0 and main.3");
    checkRefused(words("csv", {"*=w4"}, (folder / "no" / "where.csv").string()), "where.csv");
    CHECK_EQUAL(command::namesIn(folder), "names.json");
}

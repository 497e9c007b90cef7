// SPDX-License-Identifier: GPL-3.0-or-later
// Tensors that two layers read, and names that two layers would have.
#include "base/file_io.h"
#include "exports.h"
#include "python_script.h"
#include "refusal.h"

#include <algorithm>

namespace {

namespace fs = std::filesystem;
using exports::Words;
using nlohmann::json;

/// Those that keep ONNX names.
const Words &namedFormats()
{
    static const Words names = {"quantloupe",  "aimet-0.6.1", "aimet-1.0.0",   "aimet-2.0.0",
                                "onnxruntime", "nncf",        "model-explorer"};
    return names;
}

std::string written(const std::string &name, const std::string &text)
{
    const std::string path = (command::emptyFolder() / name).string();
    std::ofstream(path) << text;
    return path;
}

/// left and right read the tensor "x".
std::string sharedMap()
{
    return written("shared.json",
                   R"({"left": {"node": "/left", "weight": "l", "input": "x"},
                       "right": {"node": "/right", "weight": "r", "input": "x"}})");
}

/// Quantized on the second alone; on both with different bits; with a first reader whose range
/// AIMET and ONNX Runtime cannot say.
std::vector<Words> sharedConfigurations()
{
    return {{"right=w8:minmax:full,a8"},
            {"left=w8:minmax:full,a8", "right=w4,a4"},
            {"left=wfloat,a3", "right=w8:minmax:full,a6"}};
}

struct Collision
{
    std::string map;
    std::string sentence;
};

/// What is given to one layer is what is derived for the other.
std::vector<Collision> collisions()
{
    const auto both = [](const std::string &name) {
        return "The export would give the name '" + name + "' to parts of left and right; ";
    };
    return {{R"({"left": {"weight": "right.weight"}})", both("right.weight")},
            {R"({"right": {"weight": "left.weight"}})", both("left.weight")},
            {R"({"left": {"node": "/right/Conv"}})", both("/right/Conv")},
            {R"({"left": {"input": "/right/Conv_input"}})", both("/right/Conv_input")},
            {R"({"right": {"input": "left.weight"}})", both("left.weight")},
            {R"({"right": {"weight": "/left/Conv_input"}})", "'/left/Conv_input' to parts of right "
                                                             "and left; "},
            {R"({"left": {"weight": "t", "input": "t"}})",
             "'t' to the weight and to the input of left; name both"}};
}

void refuseNames(const std::string &format, const Words &more, const std::string &sentence)
{
    const fs::path folder = command::emptyFolder();
    Words all = exports::words(command::twoReaders(), format, {"left=w8,a8", "right=w4,a6"},
                               exports::fileIn(folder, format));
    all.insert(all.end(), more.begin(), more.end());
    checkRefused(all, sentence);
    CHECK_EQUAL(command::namesIn(folder), "");
}

} // namespace

TEST(sharedInputsAreReadAgain)
{
    if (!python_script::isThere()) {
        std::cout << "SKIP sharedInputsAreReadAgain: there is no python3" << std::endl;
        return;
    }
    for (const Words &settings : sharedConfigurations()) {
        const fs::path folder =
            exports::exported(command::twoReaders(), settings, {"--names", sharedMap()});
        for (const std::string &format : exports::formats())
            exports::checkReadAgain(folder, format);
    }
}

/// A map may give some of a layer's names: no report calls those derived.
TEST(onlyWhatNoMapGivesIsCalledDerived)
{
    const std::string map =
        written("part.json", R"({"left": {"input": "x"}, "right": {"node": "/r", "weight": "w"},
                                 "start": {"node": "/s", "weight": "v", "input": "z"}})");
    const fs::path folder =
        exports::exported(command::twoReaders(), {"left=w4,a8", "right=w8,a6"}, {"--names", map});
    const json saved = json::parse(quantloupe::readTextFile(exports::fileIn(folder, "quantloupe")));
    for (const json &layer : saved["layers"]) {
        const std::string name = layer["name"];
        const json derived = layer["onnx"].value("derived", json::array());
        CHECK_EQUAL(derived, name == "left"    ? json::array({"node", "weight"})
                             : name == "right" ? json::array({"input"})
                                               : json::array());
    }
    for (const std::string &format : namedFormats()) {
        if (format == "quantloupe")
            continue;
        const json answer = json::parse(quantloupe::readTextFile(folder / (format + ".losses")));
        std::vector<std::string> told;
        for (const json &loss : answer["losses"])
            if (loss["what"] == "ONNX names, which no map gives")
                told.push_back(loss["layer"].get<std::string>() + ": " +
                               loss["written"].get<std::string>());
        std::ranges::sort(told);
        CHECK_EQUAL(json(told),
                    json::array({"left: /left/Conv and left.weight, derived from the "
                                 "module's path",
                                 "right: /right/Conv_input, derived from the module's path"}));
        if (python_script::isThere())
            exports::checkReadAgain(folder, format);
    }
}

TEST(theSecondReaderKeepsItsRange)
{
    const std::string out = exports::fileIn(command::emptyFolder(), "aimet-0.6.1");
    Words all = exports::words(command::twoReaders(), "aimet-0.6.1",
                               {"left=w4,a3", "right=w8:minmax:full,a8"}, out);
    all.insert(all.end(), {"--names", sharedMap()});
    const auto told = command::run(all);
    CHECK_CONTAINS(told.output, "activation a3, fewer than 4 bits");
    CHECK_CONTAINS(told.output, "that of right, which reads it too");
    const json encodings = json::parse(quantloupe::readTextFile(out))["activation_encodings"];
    CHECK_EQUAL(encodings.size(), 1U);
    CHECK_EQUAL(encodings["x"][0]["bitwidth"], 8);
}

TEST(namesOfTwoLayersAreRefused)
{
    const auto refuse = [](const std::string &format, const Collision &collision) {
        refuseNames(format, {"--names", written("map.json", collision.map)}, collision.sentence);
    };
    for (const std::string &format : namedFormats())
        refuse(format, collisions().front());
    for (const Collision &collision : collisions())
        refuse("aimet-2.0.0", collision);
}

TEST(namesOfAConfigurationAreJudgedToo)
{
    const fs::path folder = command::emptyFolder();
    const std::string saved = (folder / "saved.json").string();
    Words all = exports::words(command::twoReaders(), "quantloupe", {"*=w4"}, saved);
    all.insert(all.end(), {"--names", sharedMap()});
    CHECK_EQUAL(command::run(all).code, 0);
    json configuration = json::parse(quantloupe::readTextFile(saved));
    for (json &layer : configuration["layers"])
        if (layer["name"] != "start")
            layer["onnx"]["weight"] = "w";
    const std::string same = written("same.json", configuration.dump());
    for (const std::string &format : {std::string("quantloupe"), std::string("onnxruntime")})
        refuseNames(format, {"--config", same},
                    "The export would give the name 'w' to parts of left and right; ");
    // One of the two from the configuration, the other derived.
    for (json &layer : configuration["layers"])
        if (layer["name"] == "left")
            layer["onnx"]["weight"] = "right.weight";
        else
            layer.erase("onnx");
    refuseNames("aimet-1.0.0", {"--config", written("one.json", configuration.dump())},
                "'right.weight' to parts of left and right; ");
    // A map settles it.
    refuseNames("aimet-1.0.0",
                {"--config", same, "--names", written("map.json", R"({"left": {"weight": "w"}})")},
                "'w' to parts of left and right; ");
    Words settled = exports::words(command::twoReaders(), "aimet-1.0.0", {"*=w4"},
                                   (folder / "settled.json").string());
    settled.insert(settled.end(), {"--config", same, "--names",
                                   written("map.json", R"({"left": {"weight": "v"}})")});
    CHECK_EQUAL(command::run(settled).code, 0);
}

TEST(formatsWithoutOnnxNamesTakeAnyMap)
{
    const fs::path folder = command::emptyFolder();
    const std::string map = written("map.json", R"({"left": {"weight": "right.weight"}})");
    for (const std::string format : {"csv", "modelopt"}) {
        Words all = exports::words(command::twoReaders(), format, {"*=w4"},
                                   exports::fileIn(folder, format));
        all.insert(all.end(), {"--names", map});
        CHECK_EQUAL(command::run(all).code, 0);
    }
}

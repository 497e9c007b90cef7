// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/onnx_names.h"

#include "base/error.h"
#include "base/file_io.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <sstream>

namespace quantloupe {

using Json = nlohmann::ordered_json;

namespace {

/// The exporter writes a child of a list or a sequence with the name of its parent before it.
std::string scopeOf(const std::string &module)
{
    std::string scope;
    std::string label;
    std::istringstream parts(module);
    for (std::string part; std::getline(parts, part, '.');) {
        const bool isNumber = !part.empty() && std::ranges::all_of(part, [](char letter) {
            return letter >= '0' && letter <= '9';
        });
        label = isNumber && !label.empty() ? label + "." + part : part;
        scope += "/" + label;
    }
    return scope;
}

std::string textAt(const Json &json, const char *key, const std::string &layer,
                   const std::string &source)
{
    if (!json.at(key).is_string() || json.at(key).get_ref<const std::string &>().empty())
        throw Error(ErrorKind::BadInput, source + " gives " + layer + " a \"" + key +
                                             "\" that is no name; write it as \"" + key +
                                             "\": \"NAME\".");
    return json.at(key).get<std::string>();
}

OnnxNames namesFrom(const Json &json, OnnxNames names, const std::string &layer,
                    const std::string &source)
{
    constexpr std::array kKeys = {"node", "weight", "input"};
    const std::array targets = {&names.node, &names.weight, &names.input};
    const std::array derived = {&names.derived.node, &names.derived.weight, &names.derived.input};
    if (!json.is_object())
        throw Error(ErrorKind::BadInput, source + " gives no names of " + layer +
                                             "; write {\"node\": ..., \"weight\": ..., \"input\": "
                                             "...}.");
    for (const auto &[key, value] : json.items())
        if (std::ranges::find(kKeys, key) == kKeys.end())
            throw Error(ErrorKind::BadInput, source + " has the key \"" + key + "\" for " + layer +
                                                 "; there are node, weight and input.");
    for (std::size_t i = 0; i < kKeys.size(); ++i)
        if (json.contains(kKeys[i])) {
            *targets[i] = textAt(json, kKeys[i], layer, source);
            *derived[i] = false;
        }
    return names;
}

void requireOneLayerEach(const OnnxNameMap &map, const std::string &source)
{
    std::map<std::string, std::string> owners;
    for (const auto &[layer, names] : map)
        for (const std::string *name : {&names.node, &names.weight}) {
            const auto [owner, isNew] = owners.emplace(*name, layer);
            if (!isNew && owner->second != layer)
                throw Error(ErrorKind::BadInput, source + " gives the name '" + *name + "' to " +
                                                     owner->second + " and " + layer +
                                                     "; a node and a weight belong to one layer.");
        }
}

/// Absent where some are derived, or no three names.
std::optional<OnnxNames> savedNames(const Json &onnx)
{
    const auto nameAt = [&](const char *key) {
        const auto found = onnx.find(key);
        return found != onnx.end() && found->is_string() ? found->get<std::string>() : "";
    };
    if (!onnx.is_object() || (onnx.contains("derived") && onnx.at("derived") != false))
        return {};
    const OnnxNames names{nameAt("node"), nameAt("weight"), nameAt("input"), {}};
    const bool isWhole = !names.node.empty() && !names.weight.empty() && !names.input.empty();
    return isWhole ? std::optional(names) : std::nullopt;
}

} // namespace

OnnxNames derivedOnnxNames(const LayerInfo &layer, const GeneratorInfo &info)
{
    const std::string node = scopeOf(layer.name) + "/" + std::string(onnxOperator(layer.kind));
    const bool readsInput = layer.readsNetworkInput && !info.inputs.empty();
    std::string input = readsInput ? info.inputs.front().name : node + "_input";
    if (!layer.inputOrigin.module.empty())
        input =
            scopeOf(layer.inputOrigin.module) + "/" + layer.inputOrigin.onnxOperator + "_output_0";
    return {node, layer.name + ".weight", std::move(input), {true, true, true}};
}

bool hasUnknownInput(const OnnxNames &names, const LayerInfo &layer)
{
    return names.derived.input && layer.inputOrigin.module.empty();
}

std::vector<std::pair<std::string, std::string>> derivedOf(const OnnxNames &names)
{
    std::vector<std::pair<std::string, std::string>> found;
    if (names.derived.node)
        found.emplace_back("node", names.node);
    if (names.derived.weight)
        found.emplace_back("weight", names.weight);
    if (names.derived.input)
        found.emplace_back("input", names.input);
    return found;
}

OnnxNameMap readOnnxNames(const std::filesystem::path &path, const GeneratorInfo &info)
{
    const std::string source = path.string();
    const Json json = Json::parse(readTextFile(path), nullptr, false);
    if (!json.is_object())
        throw Error(ErrorKind::BadInput, source + " is no JSON object of names; write {\"LAYER\": "
                                                  "{\"node\": ..., \"weight\": ..., \"input\": "
                                                  "...}}.");
    OnnxNameMap map;
    for (const auto &[name, value] : json.items()) {
        const LayerInfo *layer = info.layer(name);
        if (!layer)
            throw Error(ErrorKind::BadInput, source + " names the layer " + name + ", which " +
                                                 info.name + " does not have.");
        map[name] = namesFrom(value, derivedOnnxNames(*layer, info), name, source);
    }
    requireOneLayerEach(map, source);
    return map;
}

OnnxNameMap onnxNamesIn(const std::string &configuration)
{
    OnnxNameMap map;
    const Json json = Json::parse(configuration, nullptr, false);
    if (!json.is_object() || !json.contains("layers") || !json.at("layers").is_array())
        return map;
    for (const Json &layer : json.at("layers")) {
        if (!layer.is_object() || !layer.contains("onnx") || !layer.contains("name"))
            continue;
        if (const auto names = savedNames(layer.at("onnx")); names && layer.at("name").is_string())
            map[layer.at("name").get<std::string>()] = *names;
    }
    return map;
}

} // namespace quantloupe

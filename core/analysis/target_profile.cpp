// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/target_profile.h"

#include "base/embedded_files.h"
#include "base/error.h"
#include "base/file_io.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <initializer_list>

namespace quantloupe {

using Json = nlohmann::ordered_json;

namespace {

constexpr std::array<std::string_view, 4> kBuiltin = {"int8", "int4-int8", "pow2-8", "binary-8"};
/// A list of what a device supports is short.
constexpr std::uint64_t kMostBytes = 1 << 20;
constexpr std::array kMappings = {MappingType::Symmetric, MappingType::Asymmetric};
constexpr std::array kKinds = {LayerKind::Convolution, LayerKind::TransposedConvolution,
                               LayerKind::Linear, LayerKind::MatrixProduct, LayerKind::Embedding};

/// What is wrong, to be said together with the file's name.
struct Flaw
{
    std::string what;
};

void requireObject(const Json &json, std::string_view where,
                   std::initializer_list<std::string_view> keys)
{
    if (!json.is_object())
        throw Flaw{std::string(where) + " is no object"};
    for (const auto &[key, value] : json.items())
        if (std::ranges::find(keys, key) == keys.end())
            throw Flaw{"the field \"" + key + "\" is not known"};
}

std::string textAt(const Json &json, const char *key)
{
    if (!json.contains(key))
        return {};
    if (!json.at(key).is_string())
        throw Flaw{"the field \"" + std::string(key) + "\" is no text"};
    return json.at(key).get<std::string>();
}

const Json &listAt(const Json &json, const char *key)
{
    static const Json none = Json::array();
    if (!json.contains(key))
        return none;
    if (!json.at(key).is_array() || json.at(key).empty())
        throw Flaw{"the field \"" + std::string(key) + "\" is no list, or an empty one"};
    return json.at(key);
}

/// Values by the names that name() gives them.
template <typename Value>
std::vector<Value> namesAt(const Json &json, const char *key, std::span<const Value> all)
{
    std::vector<Value> values;
    for (const Json &item : listAt(json, key)) {
        const auto found = std::ranges::find_if(
            all, [&](Value value) { return item.is_string() && item == std::string(name(value)); });
        if (found == all.end())
            throw Flaw{"the field \"" + std::string(key) + "\" holds " + item.dump() +
                       ", which is not known"};
        values.push_back(*found);
    }
    return values;
}

std::set<int> bitsAt(const Json &json, const char *key, BitRange range)
{
    std::set<int> bits;
    for (const Json &item : listAt(json, key)) {
        if (!item.is_number_integer() || item < range.least || item > range.most)
            throw Flaw{"the field \"" + std::string(key) + "\" holds " + item.dump() +
                       ", which is no bit-width from " + std::to_string(range.least) + " to " +
                       std::to_string(range.most)};
        bits.insert(item.get<int>());
    }
    return bits;
}

TargetWeights parseWeights(const Json &json)
{
    requireObject(json, "an entry of \"weights\"",
                  {"kinds", "methods", "bits", "granularities", "mappings"});
    TargetWeights weights;
    weights.kinds = namesAt<LayerKind>(json, "kinds", kKinds);
    weights.methods = namesAt<WeightMethod>(json, "methods", weightMethods());
    weights.bits = bitsAt(json, "bits", {1, 16});
    weights.granularities = namesAt<Granularity>(json, "granularities", granularities());
    weights.mappings = namesAt<MappingType>(json, "mappings", kMappings);
    return weights;
}

TargetProfile parse(const Json &json)
{
    requireObject(json, "the whole",
                  {"format", "version", "name", "description", "weights", "float", "activations"});
    if (textAt(json, "format") != "quantloupe-target")
        throw Flaw{"it has no \"format\": \"quantloupe-target\""};
    if (!json.contains("version") || json.at("version") != 1)
        throw Flaw{"its version is not 1, the only one this program reads"};
    TargetProfile profile;
    profile.name = textAt(json, "name");
    profile.description = textAt(json, "description");
    if (profile.name.empty())
        throw Flaw{"it has no name"};
    for (const Json &entry : listAt(json, "weights"))
        profile.weights.push_back(parseWeights(entry));
    if (profile.weights.empty())
        throw Flaw{"it has no field \"weights\""};
    if (json.contains("float") && !json.at("float").is_boolean())
        throw Flaw{"the field \"float\" is neither true nor false"};
    profile.allowsFloat = json.value("float", true);
    if (json.contains("activations")) {
        requireObject(json.at("activations"), "\"activations\"", {"bits"});
        profile.activationBits = bitsAt(json.at("activations"), "bits", {2, 16});
    }
    return profile;
}

template <typename List, typename Value> bool takes(const List &list, const Value &value)
{
    return list.empty() || std::ranges::find(list, value) != list.end();
}

bool takes(const TargetWeights &weights, const LayerInfo &layer, const WeightSpec &spec)
{
    return takes(weights.kinds, layer.kind) && takes(weights.methods, spec.method) &&
           takes(weights.bits, spec.bits) && takes(weights.granularities, spec.granularity) &&
           takes(weights.mappings,
                 isSymmetric(spec) ? MappingType::Symmetric : MappingType::Asymmetric);
}

} // namespace

bool supports(const TargetProfile &profile, const LayerInfo &layer, const WeightSpec &spec)
{
    if (spec.isFloat())
        return profile.allowsFloat;
    return std::ranges::any_of(
        profile.weights, [&](const TargetWeights &weights) { return takes(weights, layer, spec); });
}

bool supports(const TargetProfile &profile, const ActivationSpec &spec)
{
    return spec.isFloat() ? profile.allowsFloat || profile.activationBits.empty()
                          : profile.activationBits.contains(spec.bits);
}

std::span<const std::string_view> builtinTargets()
{
    return kBuiltin;
}

TargetProfile parseTargetProfile(const std::string &text, const std::string &source)
{
    try {
        return parse(Json::parse(text));
    } catch (const Json::exception &error) {
        throw Error(ErrorKind::BadInput, source + " is no JSON file.", error.what());
    } catch (const Flaw &flaw) {
        throw Error(ErrorKind::BadInput, source + " is no target profile: " + flaw.what + ".");
    }
}

TargetProfile readTargetProfile(const std::string &source)
{
    const bool isBuiltin = std::ranges::find(kBuiltin, source) != kBuiltin.end();
    const std::string path =
        isBuiltin ? std::string(kEmbeddedPrefix) + "targets/" + source + ".json" : source;
    return parseTargetProfile(readTextFile(path, kMostBytes), source);
}

} // namespace quantloupe
